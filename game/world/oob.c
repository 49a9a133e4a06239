/* Out of bounds: a rabbit is listed outside the map for one step, then dies (rules/20 6.2). */
#include "world/rabbits.h"

bool oob_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    return !cell_is_inside(world, rabbit->x, rabbit->y);
}

int oob_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    return is_triggered ? RABBIT_OUT_OF_BOUNDS : NO_STATE;
}

/* Exploding: the end of the rabbit, and of no block (rules/20 6.1). */
#include "world/rabbits.h"

bool explode_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    return rabbit_takes(world, rabbit, look, ABILITY_EXPLODE, true);
}

int explode_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    return is_triggered ? RABBIT_EXPLODING : NO_STATE;
}

/* Crashing: a rabbot in the cell of a rabbit takes the first of them with it (rules/20 6.5, 7.5). */
#include "world/rabbits.h"

bool crash_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    if (!rabbit->is_rabbot || !look_has_mark(look, MARK_RABBIT)) {
        return false;
    }
    for (int32_t i = 0; i < world->data->used.rabbits; i++) {
        struct rabbit *other = &world->rabbits[i];
        if (!other->is_rabbot && other->x == rabbit->x && other->y == rabbit->y) {
            rabbit_dies(world, other);
            return true;
        }
    }
    return false;
}

int crash_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    return is_triggered ? RABBIT_CRASHING : NO_STATE;
}

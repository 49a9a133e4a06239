/* Blocking: standing in everybody's way until something resets it (rules/20 6.13). */
#include "world/rabbits.h"

bool block_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    return rabbit_takes(world, rabbit, look, ABILITY_BLOCK, false);
}

int block_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    if (!is_triggered && !rabbit->block_active) {
        return NO_STATE;
    }
    look = rabbit_unhop(world, rabbit, look);
    rabbit->block_active = true;
    world_mark(world, rabbit->x, rabbit->y, MARK_BLOCKER); /* perhaps: somebody else may have decided */
    switch (block_rise(look_at(look, 0, 0))) {
    case 1: return RABBIT_BLOCKING_RISE_RIGHT;
    case -1: return RABBIT_BLOCKING_RISE_LEFT;
    default: return RABBIT_BLOCKING;
    }
}

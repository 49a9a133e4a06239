/* The brolly: once owned, its rabbit floats wherever it would fall (rules/20 6.8). */
#include "world/rabbits.h"

bool brolly_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    if (!rabbit->brolly_has) {
        return rabbit_takes(world, rabbit, look, ABILITY_BROLLY, true);
    }
    return !rabbit->climb_active && rabbit_is_airborne(world, rabbit, look);
}

int brolly_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    if (is_triggered) {
        rabbit->brolly_has = true;
    }
    if (!rabbit->brolly_has || rabbit->climb_active || !rabbit_is_airborne(world, rabbit, look)) {
        return NO_STATE;
    }
    enum block under = look_at(look, 0, 1);
    if (under == BLOCK_NONE) {
        return RABBIT_BROLLYCHUTING;
    }
    return sided(look_is_up(look, under) ? RABBIT_FALLING_1_ONTO_RISE_RIGHT
                                         : RABBIT_FALLING_1_ONTO_LOWER_RIGHT,
                 rabbit);
}

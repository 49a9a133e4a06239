/* The brolly: once owned, its rabbit floats wherever it would fall (rules/20 6.8). */
#include "world/rabbits.h"

bool brolly_triggers(struct world *world, struct rabbit *rabbit)
{
    if (!rabbit->brolly_has) {
        return rabbit_takes(world, rabbit, ABILITY_BROLLY, true);
    }
    return !rabbit->climb_active && rabbit_is_airborne(world, rabbit);
}

int brolly_chooses(struct world *world, struct rabbit *rabbit, bool is_triggered)
{
    if (is_triggered) {
        rabbit->brolly_has = true;
    }
    if (!rabbit->brolly_has || rabbit->climb_active || !rabbit_is_airborne(world, rabbit)) {
        return NO_STATE;
    }
    struct look look = look_from(world, rabbit);
    enum block under = look_at(look, 0, 1);
    if (under == BLOCK_NONE) {
        return RABBIT_BROLLYCHUTING;
    }
    return sided(look_is_up(look, under) ? RABBIT_FALLING_1_ONTO_RISE_RIGHT
                                         : RABBIT_FALLING_1_ONTO_LOWER_RIGHT,
                 rabbit);
}

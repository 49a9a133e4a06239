/* Digging down, through anything but metal (rules/20 6.11). */
#include "world/rabbits.h"

bool dig_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    return rabbit_takes(world, rabbit, look, ABILITY_DIG, false);
}

int dig_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    if (!is_triggered && rabbit->dig_steps == 0) {
        return NO_STATE;
    }
    look = rabbit_unhop(world, rabbit, look);
    bool goes_on = is_triggered || rabbit->dig_steps > 0;
    enum block under = look_at(look, 0, 1);
    if (rabbit->state == RABBIT_DIGGING) {
        rabbit->dig_steps = 1;
        return RABBIT_DIGGING_2;
    }
    if (goes_on && rabbit->on_slope && look_at(look, 0, 0) != BLOCK_NONE) {
        rabbit->dig_steps = 1;
        return RABBIT_DIGGING_ON_SLOPE;
    }
    if (goes_on && under == BLOCK_METAL) {
        rabbit->dig_steps = 0;
        return RABBIT_DIGGING_USELESSLY;
    }
    if (goes_on && under != BLOCK_NONE) {
        rabbit->dig_steps = 2;
        return RABBIT_DIGGING;
    }
    rabbit->dig_steps = wrap_add(rabbit->dig_steps, -1);
    return NO_STATE;
}

/* Called after the rabbit has moved: DIGGING has sunk into the block, DIGGING_ON_SLOPE stands in it. */
void dig_acts(struct world *world, struct rabbit *rabbit)
{
    if (rabbit->state == RABBIT_DIGGING || rabbit->state == RABBIT_DIGGING_ON_SLOPE) {
        world_ask_removal(world, rabbit->x, rabbit->y);
    }
}

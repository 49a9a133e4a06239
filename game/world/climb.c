/* Climbing walls (rules/20 6.14). Asked early, decided late. */
#include "world/rabbits.h"

bool climb_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    return !rabbit->climb_has && rabbit_takes(world, rabbit, look, ABILITY_CLIMB, true);
}

static int choose_at_the_foot(const struct rabbit *rabbit, struct look look)
{
    int up = rabbit_is_on_up_slope(rabbit, look) ? -1 : 0;
    if (!block_is_solid(look_at(look, 0, -1)) && look_is_wall(look, look_at(look, 1, up))) {
        return sided(RABBIT_CLIMBING_RIGHT_START, rabbit);
    }
    return NO_STATE;
}

int climb_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    if (is_triggered) {
        rabbit->climb_has = true;
    }
    if (!rabbit->climb_has) {
        return NO_STATE;
    }
    bool wall_goes_on = look_is_wall(look, look_at(look, 1, -1));
    switch (rabbit->state) {
    case RABBIT_CLIMBING_RIGHT_START:
    case RABBIT_CLIMBING_LEFT_START:
        return sided(wall_goes_on ? RABBIT_CLIMBING_RIGHT_CONTINUE_2 : RABBIT_CLIMBING_RIGHT_END, rabbit);
    case RABBIT_CLIMBING_RIGHT_CONTINUE_1:
    case RABBIT_CLIMBING_LEFT_CONTINUE_1: return sided(RABBIT_CLIMBING_RIGHT_CONTINUE_2, rabbit);
    case RABBIT_CLIMBING_RIGHT_CONTINUE_2:
    case RABBIT_CLIMBING_LEFT_CONTINUE_2:
        if (block_is_solid(look_at(look, 0, -1))) {
            rabbit->climb_active = false;
            return sided(RABBIT_CLIMBING_RIGHT_BANG_HEAD, rabbit);
        }
        return sided(wall_goes_on ? RABBIT_CLIMBING_RIGHT_CONTINUE_1 : RABBIT_CLIMBING_RIGHT_END, rabbit);
    default: return choose_at_the_foot(rabbit, look);
    }
}

void climb_acts(struct world *world, struct rabbit *rabbit)
{
    switch (rabbit->state) {
    case RABBIT_CLIMBING_RIGHT_END:
    case RABBIT_CLIMBING_LEFT_END: rabbit->climb_active = false; break;
    case RABBIT_CLIMBING_RIGHT_BANG_HEAD:
    case RABBIT_CLIMBING_LEFT_BANG_HEAD: rabbit->faces_right = !rabbit->faces_right; break;
    default: rabbit->climb_active = true; break;
    }
}

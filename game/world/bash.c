/* Bashing through whatever is ahead, but metal (rules/20 6.10). */
#include "world/rabbits.h"

bool bash_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    return rabbit_takes(world, rabbit, look, ABILITY_BASH, false);
}

void bash_rests(struct rabbit *rabbit)
{
    rabbit->bash_steps = wrap_add(rabbit->bash_steps, -1);
}

int bash_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    if (is_triggered || rabbit->bash_steps > 0) {
        bool is_on_up = rabbit_is_on_up_slope(rabbit, look);
        enum block ahead_up = look_at(look, 1, -1);
        enum block ahead = look_at(look, 1, 0);
        if (is_on_up && ahead_up == BLOCK_METAL) {
            rabbit->bash_steps = 0;
            return sided(RABBIT_BASHING_USELESSLY_RIGHT_UP, rabbit);
        }
        if (is_on_up && ahead_up != BLOCK_NONE) {
            rabbit->bash_steps = 2;
            return sided(RABBIT_BASHING_UP_RIGHT, rabbit);
        }
        if (is_on_up && is_triggered) {
            return sided(RABBIT_BASHING_USELESSLY_RIGHT_UP, rabbit);
        }
        if (ahead == BLOCK_METAL) {
            rabbit->bash_steps = 0;
            return sided(RABBIT_BASHING_USELESSLY_RIGHT, rabbit);
        }
        if (ahead != BLOCK_NONE) {
            rabbit->bash_steps = 2;
            return sided(RABBIT_BASHING_RIGHT, rabbit);
        }
        if (is_triggered) {
            return sided(RABBIT_BASHING_USELESSLY_RIGHT, rabbit);
        }
    }
    bash_rests(rabbit);
    return NO_STATE;
}

/* Called before the rabbit moves. */
void bash_acts(struct world *world, struct rabbit *rabbit)
{
    switch (rabbit->state) {
    case RABBIT_BASHING_RIGHT:
    case RABBIT_BASHING_LEFT:
        world_ask_removal(world, rabbit->x + (rabbit->faces_right ? 1 : -1), rabbit->y);
        rabbit->bash_hop = false;
        break;
    case RABBIT_BASHING_UP_RIGHT:
    case RABBIT_BASHING_UP_LEFT:
        world_ask_removal(world, rabbit->x + (rabbit->faces_right ? 1 : -1), rabbit->y - 1);
        rabbit->bash_hop = true;
        break;
    case RABBIT_BASHING_USELESSLY_RIGHT:
    case RABBIT_BASHING_USELESSLY_LEFT: rabbit->bash_hop = false; break;
    default: rabbit->bash_hop = true; break; /* uselessly, upwards */
    }
}

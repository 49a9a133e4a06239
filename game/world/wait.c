/* Waiting: a rabbot lets a rabbit come that walks towards it (rules/20 6.15). */
#include "world/rabbits.h"

static bool is_busy(int state)
{
    return state_is_blocking(state) || state_facts[state].behaviour == BEHAVIOUR_DIG;
}

bool wait_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    if (!rabbit->is_rabbot || is_busy(rabbit->state)) {
        return false;
    }
    if (!look_has_mark_ahead(look, MARK_RABBIT)) {
        return false;
    }
    int32_t ahead_x = rabbit->x + look.ahead;
    for (int32_t i = 0; i < world->data->used.rabbits; i++) {
        const struct rabbit *other = &world->rabbits[i];
        if (!other->is_rabbot && other->x == ahead_x && other->faces_right != rabbit->faces_right &&
            other->y >= rabbit->y - 1 && other->y <= rabbit->y + 1 && !state_is_blocking(other->state)) {
            return true;
        }
    }
    return false;
}

int wait_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    return is_triggered ? sided(RABBIT_WAITING_RIGHT, rabbit) : NO_STATE;
}

/* Entering an exit: rabbits only, rabbots pass by (rules/20 6.7). */
#include "world/rabbits.h"

bool exit_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    return !rabbit->is_rabbot && look_has_mark(look, MARK_EXIT);
}

int exit_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    if (!is_triggered) {
        return NO_STATE;
    }
    switch (rabbit->state) {
    case RABBIT_CLIMBING_LEFT_CONTINUE_2: return RABBIT_ENTERING_EXIT_CLIMBING_LEFT;
    case RABBIT_CLIMBING_RIGHT_CONTINUE_2: return RABBIT_ENTERING_EXIT_CLIMBING_RIGHT;
    default: return RABBIT_ENTERING_EXIT;
    }
}

/* Burning: whoever shares a cell with a fire, rabbot or rabbit (rules/20 6.3). */
#include "world/rabbits.h"

/* Fires come to their end in MOVE, before cells are marked: here the mark is no "perhaps". */
bool burn_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    return look_has_mark(look, MARK_FIRE);
}

int burn_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    if (!is_triggered) {
        return NO_STATE;
    }
    return rabbit->on_slope ? RABBIT_BURNING_ON_SLOPE : RABBIT_BURNING;
}

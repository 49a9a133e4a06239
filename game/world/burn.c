/* Burning: whoever shares a cell with a fire, rabbot or rabbit (rules/20 6.3). */
#include "world/rabbits.h"

bool burn_triggers(struct world *world, struct rabbit *rabbit, const struct look *look)
{
    if (!look_has_mark(look, MARK_FIRE)) {
        return false;
    }
    for (int32_t i = 0; i < world->data->used.things; i++) {
        const struct thing *thing = &world->things[i];
        if (thing->kind == THING_FIRE && !thing->is_gone && thing->x == rabbit->x && thing->y == rabbit->y) {
            return true;
        }
    }
    return false;
}

int burn_chooses(struct world *world, struct rabbit *rabbit, struct look *look, bool is_triggered)
{
    if (!is_triggered) {
        return NO_STATE;
    }
    return rabbit->on_slope ? RABBIT_BURNING_ON_SLOPE : RABBIT_BURNING;
}

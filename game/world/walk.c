/* Walking, on slopes too, and turning at walls and blockers: what a rabbit does when nothing else applies
 * (rules/20 6.16). */
#include "world/walk.h"

bool walk_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    return false;
}

int walk_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    return walk_choice((struct walker){world, rabbit, look, .has_blockers = true});
}

/* Turning on a bridge below another one lifts the rabbit onto that; turning in a bridge puts it on the
 * bridge. */
static void turn(struct world *world, struct rabbit *rabbit, bool keeps_slope)
{
    rabbit->faces_right = !rabbit->faces_right;
    rabbit->on_slope = rabbit->on_slope && keeps_slope;
    struct look look = look_from(world, rabbit);
    if (!block_is_bridge(look_at(look, 0, 0))) {
        return;
    }
    if (rabbit->on_slope && block_is_bridge(look_at(look, 0, -1))) {
        rabbit->y--;
    } else {
        rabbit->on_slope = true;
    }
}

void walk_acts(struct world *world, struct rabbit *rabbit, enum slope_after after)
{
    if (after == SLOPE_TURN_OFF || after == SLOPE_TURN_KEEP) {
        turn(world, rabbit, after == SLOPE_TURN_KEEP);
    }
}

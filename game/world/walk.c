/* Walking, on slopes too, and turning at walls and blockers: what a rabbit does when nothing else applies
 * (rules/20 6.16). */
#include "world/rabbits.h"

bool walk_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    return false;
}

static bool is_blocked(const struct world *world, const struct rabbit *rabbit, struct look look, int down)
{
    return blocker_at(world, rabbit, look, 1, down);
}

static int choose_on_up_slope(const struct world *world, const struct rabbit *rabbit, struct look look)
{
    enum block ahead_up = look_at(look, 1, -1);
    bool is_crest = ahead_up == BLOCK_NONE && look_is_down(look, look_at(look, 1, 0));
    if (look_is_wall(look, ahead_up) || is_blocked(world, rabbit, look, -1) ||
        block_is_solid(look_at(look, 0, -1)) || (is_crest && is_blocked(world, rabbit, look, 0))) {
        return sided(RABBIT_TURNING_RIGHT_TO_LEFT_RISING, rabbit);
    }
    if (look_is_up(look, ahead_up)) {
        return sided(RABBIT_RISING_RIGHT_CONTINUE, rabbit);
    }
    if (look_is_down(look, look_at(look, 1, 0))) {
        return sided(RABBIT_RISING_AND_LOWERING_RIGHT, rabbit);
    }
    return sided(RABBIT_RISING_RIGHT_END, rabbit);
}

static int choose_on_down_slope(const struct world *world, const struct rabbit *rabbit, struct look look)
{
    enum block ahead = look_at(look, 1, 0);
    if (look_is_wall(look, ahead) || is_blocked(world, rabbit, look, 1) ||
        (look_is_up(look, ahead) && is_blocked(world, rabbit, look, 0))) {
        return sided(RABBIT_TURNING_RIGHT_TO_LEFT_LOWERING, rabbit);
    }
    if (look_is_up(look, ahead)) {
        return sided(RABBIT_LOWERING_AND_RISING_RIGHT, rabbit);
    }
    if (look_is_down(look, look_at(look, 1, 1))) {
        return sided(RABBIT_LOWERING_RIGHT_CONTINUE, rabbit);
    }
    if (is_blocked(world, rabbit, look, 0)) {
        return sided(RABBIT_TURNING_RIGHT_TO_LEFT_LOWERING, rabbit);
    }
    return sided(RABBIT_LOWERING_RIGHT_END, rabbit);
}

static int choose_elsewhere(const struct world *world, const struct rabbit *rabbit, struct look look)
{
    enum block ahead = look_at(look, 1, 0);
    if (look_is_wall(look, ahead) || is_blocked(world, rabbit, look, 0)) {
        return sided(RABBIT_TURNING_RIGHT_TO_LEFT, rabbit);
    }
    if (look_is_up(look, ahead)) {
        return sided(RABBIT_RISING_RIGHT_START, rabbit);
    }
    if (look_is_down(look, look_at(look, 1, 1))) {
        return sided(is_blocked(world, rabbit, look, 1) ? RABBIT_TURNING_RIGHT_TO_LEFT
                                                        : RABBIT_LOWERING_RIGHT_START,
                     rabbit);
    }
    return sided(RABBIT_WALKING_RIGHT, rabbit);
}

int walk_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    if (rabbit_is_on_up_slope(rabbit, look)) {
        return choose_on_up_slope(world, rabbit, look);
    }
    if (rabbit_is_on_down_slope(rabbit, look)) {
        return choose_on_down_slope(world, rabbit, look);
    }
    return choose_elsewhere(world, rabbit, look);
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

void walk_acts(struct world *world, struct rabbit *rabbit)
{
    enum slope_after after = (enum slope_after)state_facts[rabbit->state].slope_after;
    if (after == SLOPE_TURN_OFF || after == SLOPE_TURN_KEEP) {
        turn(world, rabbit, after == SLOPE_TURN_KEEP);
    }
}

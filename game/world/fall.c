/* Falling, landing, and dying of it (rules/20 6.6). A rabbit survives 4 cells, a rabbot 5. */
#include "world/rabbits.h"

static int32_t fall_limit(const struct rabbit *rabbit)
{
    return rabbit->is_rabbot ? 5 : 4;
}

bool fall_is_fatal(const struct rabbit *rabbit)
{
    return rabbit->height_fallen > fall_limit(rabbit);
}

bool fall_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    if (rabbit->climb_active || rabbit->state == RABBIT_DIGGING || rabbit->brolly_has) {
        return false;
    }
    return rabbit_is_airborne(world, rabbit, look);
}

/* The second half of a death on a slope follows the first, whatever happens. */
static int second_half(int state)
{
    switch (state) {
    case RABBIT_DYING_OF_FALLING_SLOPE_RISE_RIGHT: return RABBIT_DYING_OF_FALLING_SLOPE_RISE_RIGHT_2;
    case RABBIT_DYING_OF_FALLING_SLOPE_RISE_LEFT: return RABBIT_DYING_OF_FALLING_SLOPE_RISE_LEFT_2;
    case RABBIT_DYING_OF_FALLING_2_SLOPE_RISE_RIGHT: return RABBIT_DYING_OF_FALLING_2_SLOPE_RISE_RIGHT_2;
    case RABBIT_DYING_OF_FALLING_2_SLOPE_RISE_LEFT: return RABBIT_DYING_OF_FALLING_2_SLOPE_RISE_LEFT_2;
    default: return NO_STATE;
    }
}

static int choose_in_the_air(const struct rabbit *rabbit, struct look look)
{
    bool is_near = wrap_add(rabbit->height_fallen, 1) > fall_limit(rabbit);
    enum block under = look_at(look, 0, 1);
    enum block under2 = look_at(look, 0, 2);
    if (is_near && block_rise(under) != 0) {
        return block_rise(under) > 0 ? RABBIT_DYING_OF_FALLING_SLOPE_RISE_RIGHT
                                     : RABBIT_DYING_OF_FALLING_SLOPE_RISE_LEFT;
    }
    if (is_near && block_is_flat(under2)) {
        return RABBIT_FALLING_1_TO_DEATH;
    }
    if (under != BLOCK_NONE) {
        return sided(look_is_up(look, under) ? RABBIT_FALLING_1_ONTO_RISE_RIGHT
                                             : RABBIT_FALLING_1_ONTO_LOWER_RIGHT,
                     rabbit);
    }
    if (is_near && block_rise(under2) != 0) {
        return block_rise(under2) > 0 ? RABBIT_DYING_OF_FALLING_2_SLOPE_RISE_RIGHT
                                      : RABBIT_DYING_OF_FALLING_2_SLOPE_RISE_LEFT;
    }
    if (block_is_flat(under2)) {
        return RABBIT_FALLING_1;
    }
    if (under2 != BLOCK_NONE) {
        return sided(look_is_up(look, under2) ? RABBIT_FALLING_ONTO_RISE_RIGHT
                                              : RABBIT_FALLING_ONTO_LOWER_RIGHT,
                     rabbit);
    }
    return RABBIT_FALLING;
}

int fall_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    int second = second_half(rabbit->state);
    if (second != NO_STATE) {
        return second;
    }
    if (is_triggered) {
        return choose_in_the_air(rabbit, look);
    }
    if (fall_is_fatal(rabbit)) {
        return rabbit->height_fallen % 2 == 0 ? RABBIT_DYING_OF_FALLING : RABBIT_DYING_OF_FALLING_2;
    }
    return NO_STATE;
}

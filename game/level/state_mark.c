#include "level/state_mark.h"

#include <string.h>

/* clang-format off */
#define HERE(state, symbol) [RABBIT_##state] = {{symbol, 0, 0}}
#define BELOW(state, symbol) [RABBIT_##state] = {{symbol, 0, 1}}
#define BELOW_2(state, first, second) [RABBIT_##state] = {{first, 0, 1}, {second, 0, 2}}
/* A state that comes in a right and a left form; dx is that of the right one. */
#define BOTH(before, after, right, left, dx, dy) \
    [RABBIT_##before##RIGHT##after] = {{right, dx, dy}}, [RABBIT_##before##LEFT##after] = {{left, -(dx), dy}}
/* The three stages of a piece of a bridge. */
#define PIECE(stem, dx, dy) \
    BOTH(BRIDGING_##stem, _1, 'B', 'E', dx, dy), BOTH(BRIDGING_##stem, _2, '[', ']', dx, dy), \
    BOTH(BRIDGING_##stem, _3, '{', '}', dx, dy)

static const struct state_mark marks_by_state[RABBIT_STATE_COUNT][STATE_MARKS_MAX] = {
    HERE(BURNING, 'X'),
    HERE(BURNING_ON_SLOPE, 'X'),
    HERE(DROWNING, 'R'),
    HERE(ENTERING_EXIT, 'R'),
    HERE(ENTERING_EXIT_CLIMBING_LEFT, 'R'),
    HERE(ENTERING_EXIT_CLIMBING_RIGHT, 'R'),
    HERE(EXPLODING, 'P'),
    HERE(CRASHING, 'Z'),
    BOTH(WAITING_, , 'z', 'z', 0, 0),
    HERE(BLOCKING, 'H'),
    BOTH(BLOCKING_RISE_, , 'H', 'H', 0, 0),
    BELOW(BROLLYCHUTING, ':'),
    BELOW(DIGGING, 'D'),
    BELOW(DIGGING_USELESSLY, 'D'),
    HERE(DIGGING_ON_SLOPE, 'D'),
    HERE(DIGGING_2, 'D'),
    BELOW_2(FALLING, 'f', 'f'),
    BELOW(FALLING_1, 'f'),
    BELOW(FALLING_1_TO_DEATH, 'x'),
    HERE(DYING_OF_FALLING, 'X'),
    HERE(DYING_OF_FALLING_2, 'y'),
    BELOW(DYING_OF_FALLING_SLOPE_RISE_LEFT, 'x'),
    BELOW(DYING_OF_FALLING_SLOPE_RISE_RIGHT, 'x'),
    HERE(DYING_OF_FALLING_SLOPE_RISE_LEFT_2, 'y'),
    HERE(DYING_OF_FALLING_SLOPE_RISE_RIGHT_2, 'y'),
    BELOW_2(DYING_OF_FALLING_2_SLOPE_RISE_LEFT, 'f', 'x'),
    BELOW_2(DYING_OF_FALLING_2_SLOPE_RISE_RIGHT, 'f', 'x'),
    HERE(DYING_OF_FALLING_2_SLOPE_RISE_LEFT_2, 'X'),
    HERE(DYING_OF_FALLING_2_SLOPE_RISE_RIGHT_2, 'X'),
    BELOW_2(FALLING_ONTO_LOWER_RIGHT, 'f', 'e'),
    BELOW_2(FALLING_ONTO_LOWER_LEFT, 'f', 's'),
    BELOW_2(FALLING_ONTO_RISE_RIGHT, 'f', 'h'),
    BELOW_2(FALLING_ONTO_RISE_LEFT, 'f', 'a'),
    BOTH(FALLING_1_ONTO_LOWER_, , 'e', 's', 0, 1),
    BOTH(FALLING_1_ONTO_RISE_, , 'h', 'a', 0, 1),
    BOTH(WALKING_, , '>', '<', 1, 0),
    BOTH(RISING_, _START, '~', '`', 1, 0),
    BOTH(RISING_, _CONTINUE, '$', '^', 1, -1),
    BOTH(RISING_, _END, '\'', '!', 1, -1),
    BOTH(LOWERING_, _START, '-', '=', 1, 1),
    BOTH(LOWERING_, _CONTINUE, '@', '%', 1, 1),
    BOTH(LOWERING_, _END, '_', '+', 1, 0),
    BOTH(LOWERING_AND_RISING_, , ',', '.', 1, 0),
    BOTH(RISING_AND_LOWERING_, , '&', 'm', 1, 0),
    BOTH(BASHING_, , 'K', 'W', 1, 0),
    BOTH(BASHING_UP_, , 'K', 'W', 1, -1),
    BOTH(BASHING_USELESSLY_, , 'I', 'J', 1, 0),
    BOTH(BASHING_USELESSLY_, _UP, 'I', 'J', 1, 0), /* its own row, unlike BASHING_UP */
    BOTH(CLIMBING_, _START, 'G', 'T', 0, 0),
    BOTH(CLIMBING_, _CONTINUE_1, 'F', 'Y', 0, -1),
    BOTH(CLIMBING_, _CONTINUE_2, 'F', 'Y', 0, -1),
    BOTH(CLIMBING_, _END, 'L', 'U', 1, -1),
    BOTH(CLIMBING_, _BANG_HEAD, 'F', 'Y', 0, 0),
    HERE(TURNING_LEFT_TO_RIGHT, '|'),
    HERE(TURNING_LEFT_TO_RIGHT_RISING, '|'),
    HERE(TURNING_LEFT_TO_RIGHT_LOWERING, '['),
    HERE(TURNING_RIGHT_TO_LEFT, '?'),
    HERE(TURNING_RIGHT_TO_LEFT_RISING, '?'),
    HERE(TURNING_RIGHT_TO_LEFT_LOWERING, ']'),
    PIECE(, 1, 0),
    PIECE(DOWN_UP_, 1, 0),
    PIECE(UP_, 1, -1),
    PIECE(IN_CORNER_, 0, 0),
    PIECE(IN_CORNER_UP_, 0, -1),
};
/* clang-format on */

void state_marks_of_rabbit(const struct rabbit *rabbit, struct state_mark marks[STATE_MARKS_MAX])
{
    memcpy(marks, marks_by_state[rabbit->state], sizeof marks_by_state[rabbit->state]);
}

static bool is_falling(const struct thing *thing)
{
    if (thing->kind == THING_TOKEN) {
        return thing->state == TOKEN_FALLING || thing->state == TOKEN_FALL_TO_SLOPE;
    }
    return thing->kind == THING_FIRE &&
           (thing->state == FIRE_FALLING || thing->state == FIRE_FALL_TO_RISE_LEFT ||
            thing->state == FIRE_FALL_TO_RISE_RIGHT);
}

void state_marks_of_thing(const struct thing *thing, struct state_mark marks[STATE_MARKS_MAX])
{
    memset(marks, 0, sizeof *marks * STATE_MARKS_MAX);
    if (thing->kind == THING_PIPE) {
        marks[0] = (struct state_mark){.symbol = 'P'};
    } else if (is_falling(thing)) {
        marks[0] = (struct state_mark){.symbol = thing->kind == THING_TOKEN ? 'f' : 'g', .dy = 1};
    }
}

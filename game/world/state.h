/* The names of what rabbits and things are about to do: the vocabulary of traces (rules/20 section 9,
 * rules/30 section 11). One X-macro row per state, so that name, number and facts cannot drift apart. */
#ifndef WARREN_WORLD_STATE_H
#define WARREN_WORLD_STATE_H

#include "world/state_table.h"

#include <stdbool.h>

enum rabbit_state {
#define ROW(name, handler, dx, dy, on_slope) RABBIT_##name,
    RABBIT_STATES(ROW)
#undef ROW
        RABBIT_STATE_COUNT
};

enum token_state { TOKEN_STILL, TOKEN_FALLING, TOKEN_FALL_TO_SLOPE, TOKEN_ON_SLOPE };

enum fire_state {
    FIRE_PLAIN,
    FIRE_RISE_LEFT,
    FIRE_RISE_RIGHT,
    FIRE_FALLING,
    FIRE_FALL_TO_RISE_LEFT,
    FIRE_FALL_TO_RISE_RIGHT,
    FIRE_EXTINGUISHING
};

/* "RABBIT_WALKING_LEFT": the name as traces have it. Static storage. */
const char *rabbit_state_name(enum rabbit_state state);

/* The cell in which a rabbit in this state builds a bridge, relative to its own; false if it builds none
 * (rules/10 7.4). */
bool rabbit_state_builds_at(enum rabbit_state state, int *dx, int *dy);

#endif

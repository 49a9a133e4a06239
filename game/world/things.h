/* What a world is made of, as plain data. Read by everyone; written only inside game/world. */
#ifndef WARREN_WORLD_THINGS_H
#define WARREN_WORLD_THINGS_H

#include "world/state.h"

#include <stdbool.h>
#include <stdint.h>

enum block {
    BLOCK_NONE,
    BLOCK_EARTH,
    BLOCK_METAL,
    BLOCK_SLOPE_RIGHT, /* '/': earth, its high side to the right */
    BLOCK_SLOPE_LEFT,
    BLOCK_BRIDGE_RIGHT,
    BLOCK_BRIDGE_LEFT
};

/* The shapes of blocks (rules/10 3.1): the one place where they are told. Flat ones fill their cell. */
static inline bool block_is_flat(enum block block)
{
    return block == BLOCK_EARTH || block == BLOCK_METAL;
}

/* Slopes and bridges. */
static inline bool block_is_sloped(enum block block)
{
    return block >= BLOCK_SLOPE_RIGHT;
}

static inline bool block_is_bridge(enum block block)
{
    return block >= BLOCK_BRIDGE_RIGHT;
}

/* Solid, and a roof to heads: everything but bridges. */
static inline bool block_is_solid(enum block block)
{
    return block >= BLOCK_EARTH && block <= BLOCK_SLOPE_LEFT;
}

/* +1: its high side is to the right, -1: to the left, 0: it is flat, or none. */
static inline int block_rise(enum block block)
{
    static const int8_t rise[8] = {0, 0, 0, 1, -1, 1, -1, 0};
    return rise[block];
}

struct block_piece {
    uint8_t block;   /* enum block */
    uint8_t variant; /* 0 to 3: which picture of its kind; bridges 0 */
};

enum ability {
    ABILITY_BASH,
    ABILITY_DIG,
    ABILITY_BRIDGE,
    ABILITY_BLOCK,
    ABILITY_CLIMB,
    ABILITY_EXPLODE,
    ABILITY_BROLLY,
    ABILITY_COUNT
};

const char *ability_name(enum ability ability); /* "bash"; static storage, like all names */
const char *block_name(enum block block);       /* "slope_right" */

enum bridge_style { BRIDGE_ALONG, BRIDGE_UP, BRIDGE_DOWN_UP };

/* rules/20 section 1 */
struct rabbit {
    int32_t x, y; /* cells; may lie outside the map for one step */
    int32_t index;
    int32_t bash_steps;
    int32_t dig_steps;
    int32_t bridge_big;
    int32_t bridge_small;
    int32_t height_fallen; /* cells */
    uint8_t state;         /* enum rabbit_state */
    uint8_t bridge_style;  /* enum bridge_style */
    bool is_rabbot;
    bool faces_right;
    bool on_slope;
    bool bash_hop;
    bool climb_has, climb_active;
    bool brolly_has;
    bool block_active;
    uint8_t spare[2];
};

enum thing_kind { THING_ENTRANCE, THING_EXIT, THING_FIRE, THING_PIPE, THING_TOKEN };

struct thing {
    int32_t x, y;         /* cells */
    int32_t time_to_next; /* entrance: steps until it may release the next rabbit */
    int32_t releases;     /* entrance: how many it has released */
    uint8_t kind;         /* enum thing_kind */
    uint8_t state;        /* token: enum token_state; fire: enum fire_state; else 0 */
    uint8_t ability;      /* token: enum ability */
    uint8_t variant;      /* fire: 0 to 3 */
    bool is_gone;         /* claimed, burnt out or fallen out of the map: invisible to rules, removed soon */
    uint8_t spare[3];
};

/* "TOKEN_BASH_STILL", "FIRE_A_RISE_LEFT": as traces have it (rules/30 section 9 for water). */
const char *thing_state_name(const struct thing *thing);
const char *water_state_name(int32_t amount);

struct world_counts {
    int32_t rabbits_total; /* how many the entrances supply, as the level says */
    int32_t to_save;
    int32_t saved;
    int32_t killed;
    int32_t waiting;
    int32_t out;                  /* rabbits, not rabbots, in the list now */
    int32_t last_index;           /* the last rabbit index handed out */
    int32_t stock[ABILITY_COUNT]; /* tokens left; a negative stock never ends */
    bool has[ABILITY_COUNT];      /* whether the level has this ability at all */
    bool is_paused;
    int32_t steps; /* world steps made since the world was started */
};

#endif

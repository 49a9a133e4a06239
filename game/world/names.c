/* The names of states and kinds, as traces and messages have them. */
#include "world/world.h"

#include <stdio.h>

const char *rabbit_state_name(enum rabbit_state state)
{
    static const char *const names[RABBIT_STATE_COUNT] = {
#define ROW(name, behaviour, dx, dy, slope) "RABBIT_" #name,
        RABBIT_STATES(ROW)
#undef ROW
    };
    return names[state];
}

const char *ability_name(enum ability ability)
{
    static const char *const names[ABILITY_COUNT] = {"bash",  "dig",     "bridge", "block",
                                                     "climb", "explode", "brolly"};
    return names[ability];
}

const char *outcome_name(enum outcome outcome)
{
    static const char *const names[] = {"RUNNING", "WON", "LOST", "PAUSED"};
    return names[outcome];
}

const char *block_name(enum block block)
{
    static const char *const names[] = {"nothing",    "earth",        "metal",      "slope_right",
                                        "slope_left", "bridge_right", "bridge_left"};
    return names[block];
}

static const char *token_name(const struct thing *token)
{
#define STATES(TYPE)                                                                                         \
    {                                                                                                        \
        "TOKEN_" TYPE "_STILL", "TOKEN_" TYPE "_FALLING", "TOKEN_" TYPE "_FALL_TO_SLOPE",                    \
            "TOKEN_" TYPE "_ON_SLOPE"                                                                        \
    }
    static const char *const names[ABILITY_COUNT][4] = {STATES("BASH"),  STATES("DIG"),   STATES("BRIDGE"),
                                                        STATES("BLOCK"), STATES("CLIMB"), STATES("EXPLODE"),
                                                        STATES("BROLLY")};
#undef STATES
    return names[token->ability][token->state];
}

static const char *fire_name(const struct thing *fire)
{
#define STATES(V)                                                                                            \
    {                                                                                                        \
        "FIRE_" V, "FIRE_" V "_RISE_LEFT", "FIRE_" V "_RISE_RIGHT", "FIRE_" V "_FALLING",                    \
            "FIRE_" V "_FALL_TO_RISE_LEFT", "FIRE_" V "_FALL_TO_RISE_RIGHT", "FIRE_EXTINGUISHING"            \
    }
    static const char *const names[4][7] = {STATES("A"), STATES("B"), STATES("C"), STATES("D")};
#undef STATES
    return names[fire->variant][fire->state];
}

const char *thing_state_name(const struct thing *thing)
{
    switch ((enum thing_kind)thing->kind) {
    case THING_ENTRANCE: return "ENTRANCE";
    case THING_EXIT: return "EXIT";
    case THING_PIPE: return "PIPE";
    case THING_FIRE: return fire_name(thing);
    default: return token_name(thing);
    }
}

const char *water_state_name(int32_t amount)
{
    return amount == 0 ? "WATER_REGION_EMPTY" : amount < 1024 ? "WATER_REGION_HALF" : "WATER_REGION";
}

/* What the behaviours share. Each behaviour is one file with up to three functions, named here and asked
 * through the table in decide.c: does it apply now (`triggers`), which state does it choose (`chooses`), what
 * happens when a state of its own is carried out (`acts`). Only files in game/world include this.
 *
 * Triggers may take tokens and count; a chooser returns NO_STATE or a state; even losing choosers count and
 * learn (rules/20 section 4). Those for whom there is nothing to do are not asked. */
#ifndef WARREN_WORLD_RABBITS_H
#define WARREN_WORLD_RABBITS_H

#include "world/terrain.h"

enum { NO_STATE = -1, NO_ABILITY = -1 };

/* One behaviour of a rabbit that must choose, or carry out, a state. */
#define BEHAVIOUR(name)                                                                                      \
    bool name##_triggers(struct world *, struct rabbit *, struct look);                                      \
    int name##_chooses(struct world *, struct rabbit *, struct look, bool is_triggered);
BEHAVIOUR(explode)
BEHAVIOUR(oob)
BEHAVIOUR(burn)
BEHAVIOUR(drown)
BEHAVIOUR(crash)
BEHAVIOUR(fall)
BEHAVIOUR(exit)
BEHAVIOUR(brolly)
BEHAVIOUR(climb)
BEHAVIOUR(bash)
BEHAVIOUR(dig)
BEHAVIOUR(bridge)
BEHAVIOUR(block)
BEHAVIOUR(wait)
BEHAVIOUR(walk)
#undef BEHAVIOUR

/* decide.c: the whole of rules/20 section 4.2 for one rabbit; act.c: all of 4.4. */
void rabbit_decide(struct world *world, struct rabbit *rabbit);
void rabbit_act(struct world *world, struct rabbit *rabbit);

/* The same as rabbit_decide, without passing over anybody: what tests compare it with. */
void rabbit_decide_with_everybody(struct world *world, struct rabbit *rabbit);

/* What choosing comes to where nothing of that behaviour is under way. */
void bash_rests(struct rabbit *rabbit);
void bridge_rests(struct rabbit *rabbit);

/* The parts of rabbit_act that belong to one behaviour. */
void bash_acts(struct world *world, struct rabbit *rabbit);
void dig_acts(struct world *world, struct rabbit *rabbit);
void bridge_acts(struct world *world, struct rabbit *rabbit);
void climb_acts(struct world *world, struct rabbit *rabbit);

/* Who carries out a state. */
enum behaviour {
    BEHAVIOUR_EXPLODE,
    BEHAVIOUR_OOB,
    BEHAVIOUR_BURN,
    BEHAVIOUR_DROWN,
    BEHAVIOUR_CRASH,
    BEHAVIOUR_FALL,
    BEHAVIOUR_EXIT,
    BEHAVIOUR_BROLLY,
    BEHAVIOUR_BASH,
    BEHAVIOUR_DIG,
    BEHAVIOUR_BRIDGE,
    BEHAVIOUR_BLOCK,
    BEHAVIOUR_CLIMB,
    BEHAVIOUR_WAIT,
    BEHAVIOUR_WALK
};

enum slope_after {
    SLOPE_KEEP,
    SLOPE_OFF,
    SLOPE_ON,
    SLOPE_LANDING,
    SLOPE_TURN_OFF,
    SLOPE_TURN_KEEP,
    SLOPE_TOP
};

struct state_facts {
    int8_t dx, dy; /* the move when it is carried out */
    uint8_t behaviour;
    uint8_t slope_after;
};

void walk_acts(struct world *world, struct rabbit *rabbit, enum slope_after after);

extern const struct state_facts state_facts[RABBIT_STATE_COUNT];

/* Of two states that mirror each other the right-facing one stands first in the table. */
static inline int sided(enum rabbit_state right_state, const struct rabbit *rabbit)
{
    return (int)right_state + (rabbit->faces_right ? 0 : 1);
}

static inline bool state_is_blocking(int state)
{
    return state >= RABBIT_BLOCKING && state <= RABBIT_BLOCKING_RISE_LEFT;
}

static inline bool state_is_bridging(int state)
{
    return state_facts[state].behaviour == BEHAVIOUR_BRIDGE;
}

/* Predicates of rules/20 section 2; fall_is_fatal: it has fallen too far to live. */
bool fall_is_fatal(const struct rabbit *rabbit);
bool block_is_just_gone(const struct world *world, struct look look);
bool blocker_is_listed_at(const struct world *world, int32_t x, int32_t y);

static inline bool rabbit_is_airborne(const struct world *world, const struct rabbit *rabbit,
                                      struct look look)
{
    return !block_is_flat(look_at(look, 0, 1)) && (!rabbit->on_slope || block_is_just_gone(world, look));
}

static inline bool rabbit_is_on_up_slope(const struct rabbit *rabbit, struct look look)
{
    return rabbit->on_slope && look_is_up(look, look_at(look, 0, 0));
}

static inline bool rabbit_is_on_down_slope(const struct rabbit *rabbit, struct look look)
{
    return rabbit->on_slope && look_is_down(look, look_at(look, 0, 0));
}

/* Rabbits that hang above their slope after an upward bash sink onto it (rules/20 6.9). Returns what it sees
 * then. */
struct look rabbit_unhop(struct world *world, struct rabbit *rabbit, struct look look);

/* Puts a rabbit on the list of those who leave at the next commit; counts it if it is one to count. */
void rabbit_dies(struct world *world, struct rabbit *rabbit);

/* Asks for the block of that cell to be removed at the next commit. */
void world_ask_removal(struct world *world, int32_t x, int32_t y);

/* Marks "perhaps" for this evaluation (MARK_TOKEN ... MARK_RABBIT). */
void world_mark(struct world *world, int32_t x, int32_t y, int mark);
void rabbit_mark(struct world *world, const struct rabbit *rabbit);

/* Ahead and down of the rabbit that looks. */
static inline bool blocker_at(const struct world *world, const struct rabbit *rabbit, struct look look,
                              int ahead, int down)
{
    return (look.here[ahead * look.ahead + down * look.stride] & MARK_BLOCKER) &&
           blocker_is_listed_at(world, rabbit->x + ahead * look.ahead, rabbit->y + down);
}

/* Which ability's token the rabbit finds in its cell, or NO_ABILITY: only the first token that nobody has
 * taken counts; it hides those behind it (rules/20 section 5). */
int first_token_at(const struct world *world, int32_t x, int32_t y);

static inline int rabbit_is_offered(const struct world *world, const struct rabbit *rabbit, struct look look)
{
    return look_has_mark(look, MARK_TOKEN) ? first_token_at(world, rabbit->x, rabbit->y) : NO_ABILITY;
}

/* Takes the token for this ability out of the rabbit's cell, if it may have it (rules/20 section 5). Nearly
 * always there is no token, and that is found out here. */
bool rabbit_takes_marked(struct world *world, struct rabbit *rabbit, struct look look, enum ability ability,
                         bool anywhere);

static inline bool rabbit_takes(struct world *world, struct rabbit *rabbit, struct look look,
                                enum ability ability, bool anywhere)
{
    return look_has_mark(look, MARK_TOKEN) && rabbit_takes_marked(world, rabbit, look, ability, anywhere);
}

#endif

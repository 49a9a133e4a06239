/* How a rabbit chooses its next state: fifteen behaviours, two orders (rules/20 section 4). */
#include "world/walk.h"

/* The order in which behaviours are asked whether they apply, and the order in which they choose. They differ
 * only in the place of `climb`. In the first stands when each can apply at all, by what is marked in the
 * cell; in the second when each has something to say or to learn: those who only choose are not asked when
 * somebody else has decided. */
#define IN_TRIGGER_ORDER(X)                                                                                  \
    X(explode, offered == ABILITY_EXPLODE)                                                                   \
    X(oob, look_has_mark(look, CELL_OUTSIDE))                                                                \
    X(burn, true)                                                                                            \
    X(drown, world->data->has_water)                                                                         \
    X(crash, rabbit->is_rabbot)                                                                              \
    X(fall, true)                                                                                            \
    X(exit, true)                                                                                            \
    X(brolly, offered == ABILITY_BROLLY || rabbit->brolly_has)                                               \
    X(climb, offered == ABILITY_CLIMB)                                                                       \
    X(bash, offered == ABILITY_BASH)                                                                         \
    X(dig, offered == ABILITY_DIG)                                                                           \
    X(bridge, true)                                                                                          \
    X(block, offered == ABILITY_BLOCK)                                                                       \
    X(wait, rabbit->is_rabbot)                                                                               \
    X(walk, false)
#define IN_CHOICE_ORDER(X)                                                                                   \
    X(explode, is_triggered && !is_decided)                                                                  \
    X(oob, is_triggered && !is_decided)                                                                      \
    X(burn, is_triggered && !is_decided)                                                                     \
    X(drown, is_triggered && !is_decided)                                                                    \
    X(crash, is_triggered && !is_decided)                                                                    \
    X(fall, !is_decided && (is_triggered || rabbit->height_fallen != 0))                                     \
    X(exit, is_triggered && !is_decided)                                                                     \
    X(brolly, is_triggered || rabbit->brolly_has)                                                            \
    X(bash, true)                                                                                            \
    X(dig, is_triggered || rabbit->dig_steps != 0)                                                           \
    X(bridge, true)                                                                                          \
    X(block, is_triggered || rabbit->block_active)                                                           \
    X(climb, is_triggered || rabbit->climb_has)                                                              \
    X(wait, is_triggered && !is_decided)                                                                     \
    X(walk, !is_decided)

enum trigger {
#define ROW(name, when) TRIGGER_##name,
    IN_TRIGGER_ORDER(ROW)
#undef ROW
        TRIGGER_COUNT
};

/* Sets of behaviours. */
#define BIT(name) (UINT32_C(1) << TRIGGER_##name)
#define EVERYBODY ((UINT32_C(1) << TRIGGER_COUNT) - 1)
#define THE_USUAL (BIT(fall) | BIT(block) | BIT(walk))
#define THE_TAKERS (BIT(explode) | BIT(brolly) | BIT(climb) | BIT(bash) | BIT(dig) | BIT(bridge) | BIT(block))
#define WHO_MAY_SINK (BIT(dig) | BIT(block)) /* rabbit_unhop: the rabbit is somewhere else then */

/* What a triggered behaviour takes away from all others (rules/20 4.3). */
static void reset_others(struct rabbit *rabbit, enum trigger triggered)
{
    if (triggered != TRIGGER_climb) {
        rabbit->climb_active = false;
    }
    if (triggered != TRIGGER_bash) {
        rabbit->bash_steps = 0;
    }
    if (triggered != TRIGGER_dig) {
        rabbit->dig_steps = 0;
    }
    if (triggered != TRIGGER_bridge) {
        rabbit->bridge_big = 0;
        rabbit->bridge_small = 0;
    }
    if (triggered != TRIGGER_block) {
        rabbit->block_active = false;
    }
}

/* Where a rabbot would meet one (crash_triggers, wait_triggers). */
static bool rabbit_is_near(struct look look)
{
    return look_has_mark(look, MARK_RABBIT) || look_has_mark_ahead(look, MARK_RABBIT);
}

/* At the rabbit's feet or head (drown_triggers). */
static bool water_is_about(const struct world *world, struct look look)
{
    int32_t cell = look_cell(world, look);
    return world->water[cell] > 0 || world->water[cell - look.stride] > 0;
}

/* Whether all that can come of all others than the usual is that they rest (bash_rests, bridge_rests):
 * nothing lies in the cell, no water is about, and the rabbit has and does nothing of theirs. That is nearly
 * always so. */
static bool is_usual(const struct world *world, const struct rabbit *rabbit, struct look look)
{
    bool is_at_work = rabbit->bash_steps > 0 || (rabbit->dig_steps | rabbit->bridge_big) != 0;
    return !look_has_mark(look, MARK_TOKEN | MARK_FIRE | MARK_EXIT | CELL_OUTSIDE) && !is_at_work &&
           !rabbit->climb_has && !rabbit->brolly_has && !(rabbit->is_rabbot && rabbit_is_near(look)) &&
           !(world->data->has_water && water_is_about(world, look));
}

/* rules/20 4.2, asking only these; the others rest. Made twice below, for two sets that are known beforehand.
 */
static inline __attribute__((always_inline)) void decide(struct world *world, struct rabbit *rabbit,
                                                         struct look look, uint32_t who)
{
    int offered = who == EVERYBODY ? rabbit_is_offered(world, rabbit, look) : NO_ABILITY;
    uint32_t triggered = 0;
#define ASK(name, when)                                                                                      \
    if ((who & BIT(name)) && (when) && name##_triggers(world, rabbit, look)) {                               \
        triggered |= BIT(name);                                                                              \
        reset_others(rabbit, TRIGGER_##name);                                                                \
        if (BIT(name) & THE_TAKERS) {                                                                        \
            offered = rabbit_is_offered(world, rabbit, look);                                                \
        }                                                                                                    \
    }
    IN_TRIGGER_ORDER(ASK)
#undef ASK

    bool is_decided = false;
#define ASK(name, when)                                                                                      \
    if (who & BIT(name)) {                                                                                   \
        bool is_triggered = triggered & BIT(name);                                                           \
        int choice = (when) ? name##_chooses(world, rabbit, look, is_triggered) : NO_STATE;                  \
        if (choice != NO_STATE && !is_decided) {                                                             \
            is_decided = true;                                                                               \
            rabbit->state = (uint8_t)choice;                                                                 \
        }                                                                                                    \
        if ((BIT(name) & WHO_MAY_SINK) && (when)) {                                                          \
            look = look_from(world, rabbit);                                                                 \
        }                                                                                                    \
    }
    IN_CHOICE_ORDER(ASK)
#undef ASK
    if (!(who & BIT(bash))) {
        bash_rests(rabbit);
    }
    if (!(who & BIT(bridge))) {
        bridge_rests(rabbit);
    }
}

__attribute__((noinline)) void rabbit_decide_with_everybody(struct world *world, struct rabbit *rabbit)
{
    decide(world, rabbit, look_from(world, rabbit), EVERYBODY);
}

static __attribute__((noinline)) void decide_among_the_usual(struct world *world, struct rabbit *rabbit,
                                                             struct look look)
{
    decide(world, rabbit, look, THE_USUAL);
}

/* Of the usual only walking has a say: the rabbit neither falls nor comes from it, nor blocks, and nobody
 * blocks its way. That is so most of the time. */
static bool only_walks(const struct world *world, const struct rabbit *rabbit, struct look look)
{
    bool stands = block_is_flat(look_at(look, 0, 1)) || (rabbit->on_slope && world->data->gone == 0);
    return stands && rabbit->height_fallen == 0 && !rabbit->block_active &&
           !look_has_mark_ahead(look, MARK_BLOCKER);
}

void rabbit_decide(struct world *world, struct rabbit *rabbit)
{
    struct look look = look_from(world, rabbit);
    if (!is_usual(world, rabbit, look)) {
        rabbit_decide_with_everybody(world, rabbit);
    } else if (!only_walks(world, rabbit, look)) {
        decide_among_the_usual(world, rabbit, look);
    } else {
        rabbit->state = (uint8_t)walk_choice((struct walker){world, rabbit, look, .has_blockers = false});
        bash_rests(rabbit);
        bridge_rests(rabbit);
    }
}

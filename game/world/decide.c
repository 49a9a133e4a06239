/* How a rabbit chooses its next state: fifteen behaviours, two orders (rules/20 section 4). */
#include "world/rabbits.h"

/* The order in which behaviours are asked whether they apply, and the order in which they choose. They differ
 * only in the place of `climb`. In the second stands when each has something to say or to learn: those who
 * only choose are not asked when somebody else has decided. */
#define IN_TRIGGER_ORDER(X)                                                                                  \
    X(explode)                                                                                               \
    X(oob)                                                                                                   \
    X(burn)                                                                                                  \
    X(drown) X(crash) X(fall) X(exit) X(brolly) X(climb) X(bash) X(dig) X(bridge) X(block) X(wait) X(walk)
#define IN_CHOICE_ORDER(X)                                                                                   \
    X(explode, is_triggered && !is_decided)                                                                  \
    X(oob, is_triggered && !is_decided)                                                                      \
    X(burn, is_triggered && !is_decided)                                                                     \
    X(drown, is_triggered && !is_decided)                                                                    \
    X(crash, is_triggered && !is_decided)                                                                    \
    X(fall, !is_decided)                                                                                     \
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
#define ROW(name) TRIGGER_##name,
    IN_TRIGGER_ORDER(ROW)
#undef ROW
        TRIGGER_COUNT
};

/* Sets of behaviours. */
#define BIT(name) (UINT32_C(1) << TRIGGER_##name)
#define EVERYBODY ((UINT32_C(1) << TRIGGER_COUNT) - 1)
#define THE_USUAL (BIT(fall) | BIT(block) | BIT(climb) | BIT(walk))
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

/* Whether all that can come of all others than the usual is that they rest (bash_rests, bridge_rests):
 * nothing lies in the cell, no water is about, and the rabbit has and does nothing of theirs. That is nearly
 * always so. */
static bool is_usual(const struct world *world, const struct rabbit *rabbit, struct look look)
{
    int32_t cell = look_cell(world, look);
    return !look_has_mark(world, look, MARK_TOKEN | MARK_FIRE | MARK_EXIT) &&
           !(*look.here & TERRAIN_OUTSIDE) && world->water[cell] <= 0 &&
           world->water[cell - look.stride] <= 0 && !rabbit->is_rabbot && !rabbit->brolly_has &&
           rabbit->bash_steps <= 0 && rabbit->dig_steps == 0 && rabbit->bridge_big == 0;
}

/* rules/20 4.2, asking only these; the others rest. Made twice below, for two sets that are known beforehand.
 */
static inline __attribute__((always_inline)) void decide(struct world *world, struct rabbit *rabbit,
                                                         struct look look, uint32_t who)
{
    uint32_t triggered = 0;
#define ASK(name)                                                                                            \
    if ((who & BIT(name)) && name##_triggers(world, rabbit, look)) {                                         \
        triggered |= BIT(name);                                                                              \
        reset_others(rabbit, TRIGGER_##name);                                                                \
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
    if (state_is_blocking(rabbit->state)) {
        mark_cell(world, rabbit->x, rabbit->y, MARK_BLOCKER);
    }
}

__attribute__((noinline)) void rabbit_decide_with_everybody(struct world *world, struct rabbit *rabbit)
{
    decide(world, rabbit, look_from(world, rabbit), EVERYBODY);
}

void rabbit_decide(struct world *world, struct rabbit *rabbit)
{
    struct look look = look_from(world, rabbit);
    if (is_usual(world, rabbit, look)) {
        decide(world, rabbit, look, THE_USUAL);
    } else {
        rabbit_decide_with_everybody(world, rabbit);
    }
}

/* How a rabbit chooses its next state: fifteen behaviours, two orders (rules/20 section 4). */
#include "world/rabbits.h"

/* The order in which behaviours are asked whether they apply, and the order in which they choose. They differ
 * only in the place of `climb`. X(behaviour, who: is it asked of this rabbit at all) */
#define IN_TRIGGER_ORDER(X)                                                                                  \
    X(explode)                                                                                               \
    X(oob)                                                                                                   \
    X(burn)                                                                                                  \
    X(drown) X(crash) X(fall) X(exit) X(brolly) X(climb) X(bash) X(dig) X(bridge) X(block) X(wait) X(walk)
#define IN_CHOICE_ORDER(X)                                                                                   \
    X(explode)                                                                                               \
    X(oob)                                                                                                   \
    X(burn)                                                                                                  \
    X(drown) X(crash) X(fall) X(exit) X(brolly) X(bash) X(dig) X(bridge) X(block) X(climb) X(wait) X(walk)

enum trigger {
#define ROW(name) TRIGGER_##name,
    IN_TRIGGER_ORDER(ROW)
#undef ROW
};

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

void rabbit_decide(struct world *world, struct rabbit *rabbit)
{
    struct look look = look_from(world, rabbit);
    uint32_t triggered = 0;
#define ASK(name)                                                                                            \
    if (name##_triggers(world, rabbit, &look)) {                                                             \
        triggered |= UINT32_C(1) << TRIGGER_##name;                                                          \
        reset_others(rabbit, TRIGGER_##name);                                                                \
    }
    IN_TRIGGER_ORDER(ASK)
#undef ASK

    uint8_t before = rabbit->state;
    bool is_decided = false;
    int choice;
#define ASK(name)                                                                                            \
    choice = name##_chooses(world, rabbit, &look, triggered & UINT32_C(1) << TRIGGER_##name);                \
    if (choice != NO_STATE && !is_decided) {                                                                 \
        is_decided = true;                                                                                   \
        rabbit->state = (uint8_t)choice;                                                                     \
    }
    IN_CHOICE_ORDER(ASK)
#undef ASK

    if (state_is_blocking(rabbit->state)) {
        mark_cell(world, rabbit->x, rabbit->y, MARK_BLOCKER);
    }
    if (rabbit->state != before) {
        world_tell(world, EVENT_STATE, rabbit->x, rabbit->y, rabbit->index, rabbit->state);
    }
}

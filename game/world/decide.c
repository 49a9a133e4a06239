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

static void decide_fully(struct world *world, struct rabbit *rabbit, struct look *look)
{
    uint32_t triggered = 0;
#define ASK(name)                                                                                            \
    if (name##_triggers(world, rabbit, look)) {                                                              \
        triggered |= UINT32_C(1) << TRIGGER_##name;                                                          \
        reset_others(rabbit, TRIGGER_##name);                                                                \
    }
    IN_TRIGGER_ORDER(ASK)
#undef ASK

    bool is_decided = false;
    int choice;
#define ASK(name)                                                                                            \
    choice = name##_chooses(world, rabbit, look, triggered & UINT32_C(1) << TRIGGER_##name);                 \
    if (choice != NO_STATE && !is_decided) {                                                                 \
        is_decided = true;                                                                                   \
        rabbit->state = (uint8_t)choice;                                                                     \
    }
    IN_CHOICE_ORDER(ASK)
#undef ASK
}

/* Whether nothing can come of all fifteen but falling, blocking, climbing or walking: nothing lies in the
 * cell, no water is about, and the rabbit has and does nothing special. That is nearly always so. */
static bool is_plain(const struct world *world, const struct rabbit *rabbit, const struct look *look)
{
    bool is_cell_empty = (*look->marks & (MARK_TOKEN | MARK_FIRE | MARK_EXIT)) == 0 &&
                         (*look->here & TERRAIN_OUTSIDE) == 0 && world->water[look->cell] <= 0 &&
                         world->water[look->cell - look->stride] <= 0;
    return is_cell_empty && !rabbit->is_rabbot && !rabbit->brolly_has && !rabbit->climb_active &&
           rabbit->dig_steps == 0 && rabbit->bash_steps <= 0 && rabbit->bridge_big <= 0;
}

/* What decide_fully comes to for a plain rabbit, side effects included. */
static void decide_plainly(struct world *world, struct rabbit *rabbit, struct look *look)
{
    bool is_falling = fall_triggers(world, rabbit, look);
    if (is_falling) {
        reset_others(rabbit, TRIGGER_fall);
    }
    int choice = fall_chooses(world, rabbit, look, is_falling);
    rabbit->bash_steps = wrap_add(rabbit->bash_steps, -1);
    rabbit->bridge_big = 0;
    rabbit->bridge_small = 0;
    if (rabbit->block_active) {
        int blocking = block_chooses(world, rabbit, look, false);
        choice = choice == NO_STATE ? blocking : choice;
    }
    if (choice == NO_STATE) {
        choice = climb_chooses(world, rabbit, look, false);
    }
    rabbit->state = (uint8_t)(choice != NO_STATE ? choice : walk_chooses(world, rabbit, look, false));
}

void rabbit_decide(struct world *world, struct rabbit *rabbit)
{
    struct look look = look_from(world, rabbit);
    if (is_plain(world, rabbit, &look)) {
        decide_plainly(world, rabbit, &look);
    } else {
        decide_fully(world, rabbit, &look);
    }
    if (state_is_blocking(rabbit->state)) {
        mark_cell(world, rabbit->x, rabbit->y, MARK_BLOCKER);
    }
}

/* Bridging: up to three pieces of three steps each (rules/20 6.12). */
#include "world/rabbits.h"

/* The five ways to build, in the order of the state table; each has three stages, each stage a right and a
 * left form. */
enum bridge_way { WAY_CORNER, WAY_CORNER_UP, WAY_ALONG, WAY_UP, WAY_DOWN_UP };

_Static_assert(RABBIT_BRIDGING_IN_CORNER_UP_RIGHT_1 ==
                       RABBIT_BRIDGING_IN_CORNER_RIGHT_1 + 6 * WAY_CORNER_UP &&
                   RABBIT_BRIDGING_RIGHT_1 == RABBIT_BRIDGING_IN_CORNER_RIGHT_1 + 6 * WAY_ALONG &&
                   RABBIT_BRIDGING_UP_RIGHT_1 == RABBIT_BRIDGING_IN_CORNER_RIGHT_1 + 6 * WAY_UP &&
                   RABBIT_BRIDGING_DOWN_UP_RIGHT_1 == RABBIT_BRIDGING_IN_CORNER_RIGHT_1 + 6 * WAY_DOWN_UP &&
                   RABBIT_BRIDGING_DOWN_UP_LEFT_3 == RABBIT_BRIDGING_IN_CORNER_RIGHT_1 + 29,
               "the bridging states stand in the table by way, stage and side");

static int bridging(enum bridge_way way, int stage, const struct rabbit *rabbit)
{
    return sided((enum rabbit_state)(RABBIT_BRIDGING_IN_CORNER_RIGHT_1 + 6 * (int)way + 2 * (stage - 1)),
                 rabbit);
}

static enum bridge_way way_of(int state)
{
    return (enum bridge_way)((state - RABBIT_BRIDGING_IN_CORNER_RIGHT_1) / 6);
}

/* 1, 2 or 3 for small = 3, 2, 1; 0 for any other value, at which nothing is built. */
static int stage_of(int32_t small)
{
    return small >= 1 && small <= 3 ? 4 - small : 0;
}

/* Something in the way that does not climb with the rabbit. */
static bool is_in_the_way(struct look look, enum block block)
{
    return block != BLOCK_NONE && !look_is_up(look, block);
}

static int plan_at_wall(const struct rabbit *rabbit, struct look look, int row, int stage)
{
    bool is_sloped = block_is_sloped(look_at(look, 0, 0));
    enum block over2 = look_at(look, 0, -2);
    if (stage == 0 || (is_sloped && look_at(look, -1, row) == BLOCK_NONE)) {
        return NO_STATE;
    }
    if (stage == 1 && is_sloped && over2 != BLOCK_NONE && !block_is_bridge(over2)) {
        return NO_STATE;
    }
    return bridging(is_sloped ? WAY_CORNER_UP : WAY_CORNER, stage, rabbit);
}

static int plan_in_the_open(const struct world *world, const struct rabbit *rabbit, struct look look, int row,
                            int32_t big, int stage)
{
    enum block here = look_at(look, 0, 0);
    if (is_in_the_way(look, look_at(look, 1, row)) || blocker_at(world, rabbit, look, 1, row) ||
        is_in_the_way(look, look_at(look, 1, 0)) || block_is_solid(look_at(look, 1, row - 1)) ||
        (big < 3 && block_is_flat(look_at(look, 0, -2))) || stage == 0) {
        return NO_STATE;
    }
    if (stage == 1) {
        enum bridge_way way = look_is_up(look, here)     ? WAY_UP
                              : look_is_down(look, here) ? WAY_DOWN_UP
                                                         : WAY_ALONG;
        return bridging(way, 1, rabbit);
    }
    return bridging((enum bridge_way)(WAY_ALONG + rabbit->bridge_style), stage, rabbit);
}

/* plan(B, S) of the rules. */
static int plan(const struct world *world, const struct rabbit *rabbit, struct look look, int32_t big,
                int32_t small)
{
    int row = look_is_up(look, look_at(look, 0, 0)) ? -1 : 0;
    if (big == 3 && is_in_the_way(look, look_at(look, 1, row))) {
        return plan_at_wall(rabbit, look, row, stage_of(small));
    }
    return plan_in_the_open(world, rabbit, look, row, big, stage_of(small));
}

/* Ticks for every rabbit, bridging or not. */
static void tick(struct rabbit *rabbit)
{
    rabbit->bridge_small = wrap_add(rabbit->bridge_small, -1);
    if (rabbit->bridge_small <= 0) {
        rabbit->bridge_big = wrap_add(rabbit->bridge_big, -1);
        rabbit->bridge_small = 3;
    }
}

bool bridge_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    tick(rabbit);
    return rabbit->bridge_big <= 0 && look_has_mark(look, MARK_TOKEN) &&
           plan(world, rabbit, look, 3, 3) != NO_STATE &&
           rabbit_takes(world, rabbit, look, ABILITY_BRIDGE, false);
}

void bridge_rests(struct rabbit *rabbit)
{
    rabbit->bridge_big = 0;
    rabbit->bridge_small = 0;
}

int bridge_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    if (is_triggered) {
        rabbit->bridge_small = 3;
        rabbit->bridge_big = 3;
    }
    /* Only a saved rabbit's count can be below the -1 of a tick: it is kept, for it may come to wrap round.
     */
    bool has_rest = rabbit->bridge_big == 0 || rabbit->bridge_big == -1;
    int state = has_rest ? NO_STATE : plan(world, rabbit, look, rabbit->bridge_big, rabbit->bridge_small);
    if (state == NO_STATE) {
        bridge_rests(rabbit);
    } else if (rabbit->bridge_big < 0) {
        rabbit->bridge_small = 0;
        return NO_STATE;
    }
    return state;
}

/* Called after the rabbit has moved; it stands where the new piece goes. */
void bridge_acts(struct world *world, struct rabbit *rabbit)
{
    enum bridge_way way = way_of(rabbit->state);
    int stage = (rabbit->state - RABBIT_BRIDGING_IN_CORNER_RIGHT_1) % 6 / 2 + 1;
    if (stage < 3) {
        rabbit->bridge_style = way == WAY_UP ? BRIDGE_UP : way == WAY_DOWN_UP ? BRIDGE_DOWN_UP : BRIDGE_ALONG;
        return;
    }
    world->bridges[world->data->bridges++] =
        (struct bridge_request){.cell = cell_number(world, rabbit->x, rabbit->y),
                                .block = rabbit->faces_right ? BLOCK_BRIDGE_RIGHT : BLOCK_BRIDGE_LEFT};
}

bool rabbit_state_builds_at(enum rabbit_state state, int *dx, int *dy)
{
    if (!state_is_bridging((int)state)) {
        return false;
    }
    enum bridge_way way = way_of((int)state);
    int ahead = ((int)state - RABBIT_BRIDGING_IN_CORNER_RIGHT_1) % 2 == 0 ? 1 : -1;
    *dx = way == WAY_CORNER || way == WAY_CORNER_UP ? 0 : ahead;
    *dy = way == WAY_CORNER_UP || way == WAY_UP ? -1 : 0;
    return true;
}

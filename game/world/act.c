/* Carrying out the state that was chosen at the end of the last step (rules/20 4.4 and section 9). */
#include "world/rabbits.h"

const struct state_facts state_facts[RABBIT_STATE_COUNT] = {
#define ROW(name, behaviour, dx, dy, slope) {dx, dy, BEHAVIOUR_##behaviour, SLOPE_##slope},
    RABBIT_STATES(ROW)
#undef ROW
};

/* Two behaviours leave a mark on every state that is not their own, on the way to whoever it belongs to. */
static void leave_marks(struct rabbit *rabbit, enum behaviour behaviour)
{
    if (behaviour <= BEHAVIOUR_CRASH) {
        return;
    }
    if (behaviour != BEHAVIOUR_FALL) {
        rabbit->height_fallen = 0;
    }
    if (behaviour >= BEHAVIOUR_DIG) {
        rabbit->bash_hop = false;
    }
}

/* All states of falling that move count the cells; those that do not are the ends of doomed rabbits. */
static void fall_acts(struct world *world, struct rabbit *rabbit, int cells)
{
    if (cells == 0) {
        rabbit_dies(world, rabbit);
    }
    rabbit->height_fallen = wrap_add(rabbit->height_fallen, cells);
}

static void exit_acts(struct world *world, struct rabbit *rabbit)
{
    world->data->counts.saved = wrap_add(world->data->counts.saved, 1);
    world->leaving[world->data->leaving++] = rabbit->index;
    world_tell(world, EVENT_SAVED, rabbit->x, rabbit->y, rabbit->index, rabbit->state);
}

/* Walking without a turn, as nearly all do: no more than what is said above and in the table. */
static void walk_on(struct rabbit *rabbit, struct state_facts facts)
{
    rabbit->x += facts.dx;
    rabbit->y += facts.dy;
    rabbit->height_fallen = 0;
    rabbit->bash_hop = false;
    rabbit->on_slope = facts.slope_after == SLOPE_ON;
}

/* Blocks are still those from before this step. Turns are walk_acts' own business. */
static bool slope_mark_after(const struct world *world, const struct rabbit *rabbit, enum slope_after after)
{
    struct look look = look_from(world, rabbit);
    enum block here = look_at(look, 0, 0);
    switch (after) {
    case SLOPE_LANDING: return block_is_sloped(here);
    case SLOPE_TOP: return look_is_up(look, here);
    default: return rabbit->on_slope;
    }
}

void rabbit_act(struct world *world, struct rabbit *rabbit)
{
    const struct state_facts facts = state_facts[rabbit->state];
    bool is_slope_told = facts.slope_after == SLOPE_OFF || facts.slope_after == SLOPE_ON;
    if (facts.behaviour == BEHAVIOUR_WALK && is_slope_told) {
        walk_on(rabbit, facts);
        return;
    }
    leave_marks(rabbit, (enum behaviour)facts.behaviour);
    if (facts.behaviour == BEHAVIOUR_BASH) {
        bash_acts(world, rabbit);
    }
    rabbit->x += facts.dx;
    rabbit->y += facts.dy;
    switch ((enum behaviour)facts.behaviour) {
    case BEHAVIOUR_EXPLODE:
    case BEHAVIOUR_OOB:
    case BEHAVIOUR_BURN:
    case BEHAVIOUR_DROWN:
    case BEHAVIOUR_CRASH: rabbit_dies(world, rabbit); break;
    case BEHAVIOUR_FALL: fall_acts(world, rabbit, facts.dy); break;
    case BEHAVIOUR_EXIT: exit_acts(world, rabbit); break;
    case BEHAVIOUR_DIG: dig_acts(world, rabbit); break;
    case BEHAVIOUR_BRIDGE: bridge_acts(world, rabbit); break;
    case BEHAVIOUR_CLIMB: climb_acts(world, rabbit); break;
    case BEHAVIOUR_WALK: walk_acts(world, rabbit, (enum slope_after)facts.slope_after); break;
    default: break; /* brolly, block and wait only move, or not even that; bash has acted */
    }
    if (is_slope_told) {
        rabbit->on_slope = facts.slope_after == SLOPE_ON;
    } else if (facts.slope_after != SLOPE_KEEP) {
        rabbit->on_slope = slope_mark_after(world, rabbit, (enum slope_after)facts.slope_after);
    }
}

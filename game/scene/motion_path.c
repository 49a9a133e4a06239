/* Where a rabbit is between two steps. */
#include "base/require.h"
#include "scene/motion.h"
#include "scene/motion_plan.h"

#include <stddef.h>

enum { HALF_CELL = SCENE_UNITS / 2 };

/* Whether it stands half a cell above the floor. It may believe to be on a slope that is not there, because
 * it is still building it or because it was hit upwards out of its cell (rules/20 Q4). */
static bool is_raised(const struct world *world, const struct rabbit *rabbit)
{
    if (world == NULL) {
        return rabbit->on_slope && !rabbit->bash_hop;
    }
    return rabbit->on_slope && block_is_sloped(world_block_at(world, rabbit->x, rabbit->y));
}

/* Whether the block carries one who goes that way upwards. */
static bool leads_up(enum block block, bool to_left)
{
    return to_left ? block == BLOCK_SLOPE_LEFT || block == BLOCK_BRIDGE_LEFT
                   : block == BLOCK_SLOPE_RIGHT || block == BLOCK_BRIDGE_RIGHT;
}

/* A climb that ends right after its beginning goes on from half a cell up the wall; one that ends later from
 * the floor of its cell, through which it has come: there is no full block below then, and no slope that
 * leads down to the wall. */
static bool has_just_begun_to_climb(const struct world *world, const struct rabbit *rabbit)
{
    if (world == NULL) {
        return false;
    }
    const enum block here = world_block_at(world, rabbit->x, rabbit->y);
    const bool leads_down = block_is_sloped(here) && !leads_up(here, motion_looks_left(rabbit));
    return leads_down || block_is_flat(world_block_at(world, rabbit->x, rabbit->y + 1));
}

static int rise_at_start(const struct world *world, const struct rabbit *rabbit)
{
    switch (motion_plan((enum rabbit_state)rabbit->state)->rise) {
    case RISE_NONE: return 0;
    case RISE_KEEP: return is_raised(world, rabbit) ? HALF_CELL : 0;
    case RISE_DROP: /* one on a slope falls only when that has just gone (rules/20 section 2, airborne) */
        return rabbit->on_slope && !rabbit->bash_hop ? HALF_CELL : 0;
    case RISE_CLIMB: return is_raised(world, rabbit) ? HALF_CELL : 0;
    case RISE_TOP: return has_just_begun_to_climb(world, rabbit) ? HALF_CELL : 0;
    }
    return 0;
}

/* What the path does not know: the ground that it comes to. */
static int rise_at_end(const struct world *world, const struct rabbit *rabbit)
{
    if (world == NULL) {
        return 0;
    }
    const enum block here = world_block_at(world, rabbit->x, rabbit->y);
    const enum block over = world_block_at(world, rabbit->x, rabbit->y - 1);
    switch (motion_plan((enum rabbit_state)rabbit->state)->name) {
    case MOTION_CLIMB_END: { /* rules/20 6.14 */
        const bool is_left = motion_looks_left(rabbit);
        const enum block top = world_block_at(world, rabbit->x + (is_left ? -1 : 1), rabbit->y - 1);
        return leads_up(top, is_left) ? HALF_CELL : 0;
    }
    case MOTION_TURN: return block_is_bridge(here) ? HALF_CELL : 0; /* the bridge rule of rules/20 6.16 */
    case MOTION_TURN_RISE:
    case MOTION_TURN_SINK:
        return rabbit->on_slope && block_is_bridge(here) && block_is_bridge(over) ? SCENE_UNITS : 0;
    case MOTION_BASH_UP: return rabbit->on_slope && block_is_sloped(over) ? HALF_CELL : 0;
    case MOTION_DIG: { /* who has a brolly does not rest in the hole before it floats on (rules/20 6.8) */
        const enum block deeper = world_block_at(world, rabbit->x, rabbit->y + 2);
        return rabbit->state == RABBIT_DIGGING && rabbit->brolly_has && !block_is_flat(deeper) ? -SCENE_UNITS
                                                                                               : 0;
    }
    default: return 0;
    }
}

/* From 0 to `whole` while the moment goes from one tick to another. */
static int part_of(int whole, int moment, int from, int to)
{
    if (moment <= from * TICK) {
        return 0;
    }
    return moment >= to * TICK ? whole : whole * (moment - from * TICK) / ((to - from) * TICK);
}

struct motion_point motion_at(const struct world *world, const struct rabbit *rabbit, int blend)
{
    require(blend >= 0 && blend <= SCENE_UNITS);
    const struct motion *motion = motion_plan((enum rabbit_state)rabbit->state);
    const int moment = blend * TICKS;
    const struct stop *stop = motion->path;
    struct motion_point point = {stop->x * LENGTH, stop->y * LENGTH};
    for (int i = 1; i < STOPS_MAX && motion->path[i].time > 0; i++) {
        const struct stop *next = &motion->path[i];
        point.dx += part_of((next->x - stop->x) * LENGTH, moment, stop->time, next->time);
        point.dy += part_of((next->y - stop->y) * LENGTH, moment, stop->time, next->time);
        stop = next;
    }
    const int rise = rise_at_start(world, rabbit);
    const bool is_lost = motion->rise != RISE_KEEP;
    point.dy -= is_lost ? rise - part_of(rise, moment, 0, motion->path[1].time) : rise;
    point.dy -= part_of(rise_at_end(world, rabbit), moment, TICKS / 2, TICKS);
    if (motion_looks_left(rabbit)) {
        point.dx = -point.dx;
    }
    return point;
}

#include "scene/motion.h"

#include "base/require.h"
#include "scene/motion_table.h"
#include "scene/puppet.h"
#include "scene/scene.h"

#include <stddef.h>

enum {
    TICKS = 24,                /* of motion_table.h, to a step */
    TICK = SCENE_UNITS,        /* how finely a tick is counted: a moment is blend * TICKS of these */
    LENGTH = SCENE_UNITS / 32, /* of motion_table.h, in SCENE_UNITS */
    HALF_CELL = SCENE_UNITS / 2,
    FALL_START_TICKS = 3 /* how long ears and arms need to fly up when a fall begins */
};

enum rise { RISE_NONE, RISE_KEEP, RISE_LOSE };

struct stop {
    short time, x, y;
};

struct play {
    short from, to; /* ticks */
    enum puppet_clip clip;
    short first, frames;
    bool is_back;
};

struct motion {
    enum rise rise;
    struct stop path[5];
    struct play plays[3];
};

enum motion_name {
#define ROW(name, rise, path, plays) MOTION_##name,
    MOTIONS(ROW)
#undef ROW
};

enum extra {
#define ROW(name, plays) EXTRA_##name,
    MOTION_EXTRAS(ROW)
#undef ROW
};

#define TO(time, x, y) {time, x, y},
#define CLIP(from, to, clip, first, frames) {from, to, CLIP_##clip, first, frames, false},
#define BACK(from, to, clip) {from, to, CLIP_##clip, 0, 0, true},

static const struct motion motions[] = {
#define ROW(name, rise, path, plays) {RISE_##rise, {path}, {plays}},
    MOTIONS(ROW)
#undef ROW
};

static const struct play extras[][3] = {
#define ROW(name, plays) {plays},
    MOTION_EXTRAS(ROW)
#undef ROW
};

enum facing { FACING_BY_RABBIT, FACING_RIGHT, FACING_LEFT };

struct state_motion {
    enum motion_name motion;
    enum extra extra;
    enum facing facing;
};

static const struct state_motion states[RABBIT_STATE_COUNT] = {
#define ROW(right, left, motion, extra)                                                                      \
    [RABBIT_##right] = {MOTION_##motion, EXTRA_##extra, FACING_RIGHT},                                       \
    [RABBIT_##left] = {MOTION_##motion, EXTRA_##extra, FACING_LEFT},
#define ROW1(state, motion, extra) [RABBIT_##state] = {MOTION_##motion, EXTRA_##extra, FACING_BY_RABBIT},
    STATE_MOTIONS(ROW, ROW1)
#undef ROW
#undef ROW1
};

static bool looks_left(const struct rabbit *rabbit)
{
    const enum facing facing = states[rabbit->state].facing;
    return facing == FACING_LEFT || (facing == FACING_BY_RABBIT && !rabbit->faces_right);
}

static bool is_sloped(enum block block)
{
    return block != BLOCK_NONE && block != BLOCK_EARTH && block != BLOCK_METAL;
}

static bool is_bridge(enum block block)
{
    return block == BLOCK_BRIDGE_RIGHT || block == BLOCK_BRIDGE_LEFT;
}

/* Whether it stands half a cell above the floor. It may believe to be on a slope that is gone, or that a
 * bridge that it is building carries it already (rules/20 Q4). */
static bool is_raised(const struct world *world, const struct rabbit *rabbit)
{
    if (!rabbit->on_slope || rabbit->bash_hop) {
        return false;
    }
    return world == NULL || is_sloped(world_block_at(world, rabbit->x, rabbit->y));
}

/* A climb that ends right after its beginning goes on from half a cell up the wall; one that ends later from
 * the floor of its cell, below which it has come through: there is no floor then. */
static bool has_just_begun_to_climb(const struct world *world, const struct rabbit *rabbit)
{
    if (world == NULL) {
        return false;
    }
    const enum block below = world_block_at(world, rabbit->x, rabbit->y + 1);
    return is_sloped(world_block_at(world, rabbit->x, rabbit->y)) ||
           (below != BLOCK_NONE && !is_bridge(below));
}

static int rise_at_start(const struct world *world, const struct rabbit *rabbit)
{
    if (states[rabbit->state].motion == MOTION_CLIMB_END) {
        return has_just_begun_to_climb(world, rabbit) ? HALF_CELL : 0;
    }
    return is_raised(world, rabbit) ? HALF_CELL : 0;
}

/* What the path does not know: the ground that it comes to (rules/20 6.14, and the bridge rule of 6.16). */
static int rise_at_end(const struct world *world, const struct rabbit *rabbit)
{
    if (world == NULL) {
        return 0;
    }
    const int x = rabbit->x;
    const int y = rabbit->y;
    switch (states[rabbit->state].motion) {
    case MOTION_CLIMB_END: {
        const bool is_left = looks_left(rabbit);
        const enum block top = world_block_at(world, is_left ? x - 1 : x + 1, y - 1);
        const bool climbs_on = is_left ? top == BLOCK_SLOPE_LEFT || top == BLOCK_BRIDGE_LEFT
                                       : top == BLOCK_SLOPE_RIGHT || top == BLOCK_BRIDGE_RIGHT;
        return climbs_on ? HALF_CELL : 0;
    }
    case MOTION_TURN: return is_bridge(world_block_at(world, x, y)) ? HALF_CELL : 0;
    case MOTION_TURN_RISE:
    case MOTION_TURN_SINK: {
        const bool has_two =
            is_bridge(world_block_at(world, x, y)) && is_bridge(world_block_at(world, x, y - 1));
        return rabbit->on_slope && has_two ? SCENE_UNITS : 0;
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
    require(rabbit->state < RABBIT_STATE_COUNT && blend >= 0 && blend <= SCENE_UNITS);
    const struct motion *motion = &motions[states[rabbit->state].motion];
    const int moment = blend * TICKS;
    const struct stop *stop = motion->path;
    struct motion_point point = {stop->x * LENGTH, stop->y * LENGTH};
    for (int i = 1; i < 5 && motion->path[i].time > 0; i++) {
        const struct stop *next = &motion->path[i];
        point.dx += part_of((next->x - stop->x) * LENGTH, moment, stop->time, next->time);
        point.dy += part_of((next->y - stop->y) * LENGTH, moment, stop->time, next->time);
        stop = next;
    }
    const int rise = rise_at_start(world, rabbit);
    if (motion->rise != RISE_NONE) {
        point.dy -= rise;
    }
    if (motion->rise == RISE_LOSE) {
        point.dy += part_of(rise, moment, 0, motion->path[1].time);
    }
    point.dy -= part_of(rise_at_end(world, rabbit), moment, TICKS / 2, TICKS);
    if (looks_left(rabbit)) {
        point.dx = -point.dx;
    }
    return point;
}

/* Which play is on at a moment; NULL if none is. */
static const struct play *play_at(const struct play plays[3], int moment)
{
    const struct play *on = NULL;
    for (int i = 0; i < 3 && plays[i].to > 0; i++) {
        if (moment >= plays[i].from * TICK && (moment < plays[i].to * TICK || plays[i].to == TICKS)) {
            on = &plays[i];
        }
    }
    return on;
}

static bool is_walk(const struct play *play)
{
    return play->clip <= CLIP_UP_TO_DOWN;
}

static int step_at(const struct play *play, int moment)
{
    const int clip_frames = puppet_clip_frames(play->clip);
    const int frames = play->is_back ? clip_frames : play->frames;
    int step = (moment - play->from * TICK) * frames / ((play->to - play->from) * TICK);
    if (is_walk(play)) { /* round and round */
        return (play->first + step) % clip_frames;
    }
    step = step < frames ? step : frames - 1;
    return play->is_back ? frames - 1 - step : (play->first + step) % clip_frames;
}

static struct motion_view view_of(int frame, bool is_mirrored, struct motion_point foot)
{
    const struct puppet_info info = puppet_info(frame);
    const int left = is_mirrored ? info.width - info.foot_x : info.foot_x;
    return (struct motion_view){
        .frame = frame,
        .mirrored = is_mirrored,
        .x = HALF_CELL + foot.dx - left,
        .y = SCENE_UNITS + foot.dy - info.foot_y,
        .width = info.width,
        .height = info.height,
    };
}

static bool figure_of(const struct world *world, const struct rabbit *rabbit, int blend,
                      struct motion_view *view)
{
    const struct motion *motion = &motions[states[rabbit->state].motion];
    int moment = blend * TICKS;
    if (is_walk(&motion->plays[0])) {
        moment +=
            TICK / 2; /* the nearest frame, not the last: then feet stray least from where they are put */
    }
    const struct play *play = play_at(motion->plays, moment);
    if (play == NULL) {
        return false;
    }
    enum puppet_clip clip = play->clip;
    int step = step_at(play, moment);
    if (clip == CLIP_FALL && rabbit->height_fallen == 0 && moment < FALL_START_TICKS * TICK) {
        clip = CLIP_FALL_START;
        step = moment * puppet_clip_frames(clip) / (FALL_START_TICKS * TICK);
    }
    const int frame = puppet_frame(rabbit->is_rabbot ? PUPPET_RABBOT : PUPPET_RABBIT, clip, step);
    *view = view_of(frame, looks_left(rabbit) != play->is_back, motion_at(world, rabbit, blend));
    return true;
}

static bool extra_of(const struct world *world, const struct rabbit *rabbit, int blend,
                     struct motion_view *view)
{
    const struct play *play = play_at(extras[states[rabbit->state].extra], blend * TICKS);
    if (play == NULL) {
        return false;
    }
    int x = 0;
    int y = 0;
    struct motion_point foot;
    if (rabbit_state_builds_at((enum rabbit_state)rabbit->state, &x, &y)) {
        foot = (struct motion_point){x * SCENE_UNITS, y * SCENE_UNITS};
    } else {
        foot = motion_at(world, rabbit, blend);
    }
    const int frame = puppet_frame(PUPPET_SHARED, play->clip, step_at(play, blend * TICKS));
    *view = view_of(frame, looks_left(rabbit), foot);
    return true;
}

int motion_of(const struct world *world, const struct rabbit *rabbit, int blend,
              struct motion_view views[MOTION_VIEWS_MAX])
{
    require(rabbit->state < RABBIT_STATE_COUNT && blend >= 0 && blend <= SCENE_UNITS);
    int x = 0;
    int y = 0;
    const bool is_building = rabbit_state_builds_at((enum rabbit_state)rabbit->state, &x, &y);
    int count = 0;
    if (is_building && extra_of(world, rabbit, blend, &views[count])) {
        count++;
    }
    if (figure_of(world, rabbit, blend, &views[count])) {
        count++;
    }
    if (!is_building && extra_of(world, rabbit, blend, &views[count])) {
        count++;
    }
    return count;
}

#include "scene/motion_plan.h"

#include "base/require.h"

enum extra {
#define ROW(name, plays) EXTRA_##name,
    MOTION_EXTRAS(ROW)
#undef ROW
};

#define TO(time, x, y) {time, x, y},
#define CLIP(from, to, clip, first, frames) {from, to, CLIP_##clip, first, frames, false},
#define BACK(from, to, clip) {from, to, CLIP_##clip, 0, 0, true},

static const struct motion motions[] = {
#define ROW(name, rise, path, plays) {MOTION_##name, RISE_##rise, {path}, {plays}},
    MOTIONS(ROW)
#undef ROW
};

static const struct play extras[][PLAYS_MAX] = {
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

const struct motion *motion_plan(enum rabbit_state state)
{
    require(state < RABBIT_STATE_COUNT);
    return &motions[states[state].motion];
}

const struct play *motion_extras(enum rabbit_state state)
{
    require(state < RABBIT_STATE_COUNT);
    return extras[states[state].extra];
}

bool motion_looks_left(const struct rabbit *rabbit)
{
    require(rabbit->state < RABBIT_STATE_COUNT);
    const enum facing facing = states[rabbit->state].facing;
    return facing == FACING_LEFT || (facing == FACING_BY_RABBIT && !rabbit->faces_right);
}

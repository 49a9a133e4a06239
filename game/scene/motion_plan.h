/* The table of motion_table.h as data: which path and which clips belong to a state. Used by motion_path.c
 * and motion.c only. */
#ifndef WARREN_SCENE_MOTION_PLAN_H
#define WARREN_SCENE_MOTION_PLAN_H

#include "scene/motion_table.h"
#include "scene/puppet.h"
#include "scene/scene.h"
#include "world/things.h"

#include <stdbool.h>

enum {
    TICKS = 24,                /* to a step: the times of motion_table.h */
    TICK = SCENE_UNITS,        /* how finely a tick is counted: a moment is blend * TICKS of these */
    LENGTH = SCENE_UNITS / 32, /* the lengths of motion_table.h, in SCENE_UNITS */
    STOPS_MAX = 5,
    PLAYS_MAX = 3
};

/* See rise in motion_table.h. */
enum rise { RISE_NONE, RISE_KEEP, RISE_DROP, RISE_CLIMB, RISE_TOP };

struct stop {
    short time, x, y;
};

struct play {
    short from, to; /* ticks; to is 0 behind the last play */
    enum puppet_clip clip;
    short first, frames;
    bool is_back;
};

enum motion_name {
#define ROW(name, rise, path, plays) MOTION_##name,
    MOTIONS(ROW)
#undef ROW
};

struct motion {
    enum motion_name name;
    enum rise rise;
    struct stop path[STOPS_MAX]; /* the first at time 0; time is 0 behind the last one too */
    struct play plays[PLAYS_MAX];
};

const struct motion *motion_plan(enum rabbit_state state);

/* PLAYS_MAX plays of what else is to be seen. */
const struct play *motion_extras(enum rabbit_state state);

bool motion_looks_left(const struct rabbit *rabbit);

#endif

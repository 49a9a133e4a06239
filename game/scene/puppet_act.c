#include "scene/puppet_act.h"

#include "base/require.h"
#include "scene/puppet_keys.h"
#include "scene/puppet_place.h"

#include <math.h>
#include <stddef.h>

struct key {
    short percent;
    short pose; /* enum puppet_pose */
};

#define KEY(percent, pose) {percent, POSE_##pose},

static const struct key keys[CLIP_COUNT][KEYS_MAX] = {
#define ROW(clip, keys) [CLIP_##clip] = {keys},
    PUPPET_KEYS(ROW)
#undef ROW
};

/* The slopes on which clips do not act on flat ground. */
static const struct {
    enum puppet_clip clip;
    int rise;
} slopes[] = {
    {CLIP_WALK_UP, 1},    {CLIP_WALK_DOWN, -1},  {CLIP_TURN_UP, 1},
    {CLIP_TURN_DOWN, -1}, {CLIP_LAND_UP, 1},     {CLIP_LAND_DOWN, -1},
    {CLIP_BUILD_UP, 1},   {CLIP_BUILD_DOWN, -1}, {CLIP_BLOCK_SLOPE, 1},
};

/* From one ground to another: what is between two walks. */
static const struct {
    enum puppet_clip clip, from, to;
} crossings[] = {
    {CLIP_FLAT_TO_UP, CLIP_WALK, CLIP_WALK_UP},      {CLIP_UP_TO_FLAT, CLIP_WALK_UP, CLIP_WALK},
    {CLIP_FLAT_TO_DOWN, CLIP_WALK, CLIP_WALK_DOWN},  {CLIP_DOWN_TO_FLAT, CLIP_WALK_DOWN, CLIP_WALK},
    {CLIP_DOWN_TO_UP, CLIP_WALK_DOWN, CLIP_WALK_UP}, {CLIP_UP_TO_DOWN, CLIP_WALK_UP, CLIP_WALK_DOWN},
};

static double rise_of(enum puppet_clip clip)
{
    for (size_t i = 0; i < sizeof slopes / sizeof slopes[0]; i++) {
        if (slopes[i].clip == clip) {
            return slopes[i].rise;
        }
    }
    return 0;
}

static bool is_walk(enum puppet_clip clip)
{
    return clip == CLIP_WALK || clip == CLIP_WALK_UP || clip == CLIP_WALK_DOWN;
}

/* The keys of a clip begin at 0 and end at 100 per cent. */
static int last_key(enum puppet_clip clip)
{
    int last = 0;
    while (keys[clip][last].percent < 100) {
        last++;
        require(last < KEYS_MAX);
    }
    return last;
}

static bool is_loop(enum puppet_clip clip)
{
    return keys[clip][0].pose == keys[clip][last_key(clip)].pose;
}

static struct pose pose_at(enum puppet_clip clip, double share)
{
    const struct key *key = keys[clip];
    const int last = last_key(clip);
    int i = 0;
    while (i + 1 < last && share * 100 >= key[i + 1].percent) {
        i++;
    }
    const int before = i > 0 ? i - 1 : (is_loop(clip) ? last - 1 : 0);
    const int behind = i + 1 < last ? i + 2 : (is_loop(clip) ? 1 : last);
    const enum puppet_pose poses[4] = {(enum puppet_pose)key[before].pose, (enum puppet_pose)key[i].pose,
                                       (enum puppet_pose)key[i + 1].pose, (enum puppet_pose)key[behind].pose};
    struct pose pose = pose_between(poses, puppet_ramp(key[i].percent, key[i + 1].percent, share * 100));
    pose.look = 100 * puppet_ramp(0, 100, pose.look); /* the curve may swing over */
    return pose;
}

static double share_at(enum puppet_clip clip, int step)
{
    return (double)step / (puppet_clip_frames(clip) - (is_loop(clip) ? 0 : 1));
}

static struct act walk_of(enum puppet_clip clip, double round)
{
    struct act act = {.clip = clip, .share = round, .pose = pose_at(clip, round)};
    act.ground.rise_left = act.ground.rise_right = rise_of(clip);
    gait_place_feet(&act, round);
    return act;
}

/* A crossing is the middle third of a step, with the bend of the ground in the middle of it. A step is two
 * rounds, so a crossing is two thirds of a round and begins two thirds into one. */
static struct act crossing_of(enum puppet_clip clip, enum puppet_clip from_clip, enum puppet_clip to_clip,
                              int step)
{
    const double share = (double)step / puppet_clip_frames(clip);
    const double round = fmod(2.0 / 3 + share * 2 / 3, 1.0);
    struct act act = walk_of(from_clip, round);
    const struct act to = walk_of(to_clip, round);
    const double eased = share * share * (3 - 2 * share);
    act.pose = pose_mix(&act.pose, &to.pose, eased);
    act.clip = clip;
    act.ground = (struct ground){rise_of(from_clip), rise_of(to_clip), 100 * (0.5 - (1 + share) / 3)};
    return act;
}

struct act puppet_act_of(enum puppet_clip clip, int step)
{
    for (size_t i = 0; i < sizeof crossings / sizeof crossings[0]; i++) {
        if (crossings[i].clip == clip) {
            return crossing_of(clip, crossings[i].from, crossings[i].to, step);
        }
    }
    const double share = share_at(clip, step);
    if (is_walk(clip)) {
        return walk_of(clip, share);
    }
    struct act act = {.clip = clip, .share = share, .pose = pose_at(clip, share)};
    act.ground.rise_left = act.ground.rise_right = rise_of(clip);
    return act;
}

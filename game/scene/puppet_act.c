#include "scene/puppet_act.h"

#include "base/require.h"
#include "scene/puppet_pen.h"

#include <math.h>
#include <stddef.h>

/* The key poses of each clip, at per cents of it, in order. A clip that ends as it began is a loop: its last
 * frame is the one before the end; any other clip shows its last key pose in its last frame. */
struct key {
    enum puppet_clip clip;
    int percent;
    enum puppet_pose pose;
};

/* clang-format off */
static const struct key keys[] = {
    {CLIP_WALK, 0, POSE_STAND}, {CLIP_WALK, 25, POSE_WALK_PASS_1}, {CLIP_WALK, 50, POSE_WALK_OTHER},
    {CLIP_WALK, 75, POSE_WALK_PASS_2}, {CLIP_WALK, 100, POSE_STAND},
    {CLIP_WALK_UP, 0, POSE_UP}, {CLIP_WALK_UP, 25, POSE_UP_PASS_1}, {CLIP_WALK_UP, 50, POSE_UP_OTHER},
    {CLIP_WALK_UP, 75, POSE_UP_PASS_2}, {CLIP_WALK_UP, 100, POSE_UP},
    {CLIP_WALK_DOWN, 0, POSE_DOWN}, {CLIP_WALK_DOWN, 25, POSE_DOWN_PASS_1}, {CLIP_WALK_DOWN, 50, POSE_DOWN_OTHER},
    {CLIP_WALK_DOWN, 75, POSE_DOWN_PASS_2}, {CLIP_WALK_DOWN, 100, POSE_DOWN},
    {CLIP_TURN, 0, POSE_STAND}, {CLIP_TURN, 50, POSE_TURN_DIP}, {CLIP_TURN, 100, POSE_TURN_FRONT},
    {CLIP_TURN_UP, 0, POSE_UP}, {CLIP_TURN_UP, 100, POSE_TURN_SLOPE},
    {CLIP_TURN_DOWN, 0, POSE_DOWN}, {CLIP_TURN_DOWN, 100, POSE_TURN_SLOPE},
    {CLIP_FALL_START, 0, POSE_STAND}, {CLIP_FALL_START, 100, POSE_FALL_1},
    {CLIP_FALL, 0, POSE_FALL_1}, {CLIP_FALL, 50, POSE_FALL_2}, {CLIP_FALL, 100, POSE_FALL_1},
    {CLIP_LAND, 0, POSE_LAND_SQUASH}, {CLIP_LAND, 60, POSE_LAND_RISE}, {CLIP_LAND, 100, POSE_STAND},
    {CLIP_LAND_UP, 0, POSE_LAND_SQUASH}, {CLIP_LAND_UP, 100, POSE_UP},
    {CLIP_LAND_DOWN, 0, POSE_LAND_SQUASH}, {CLIP_LAND_DOWN, 100, POSE_DOWN},
    {CLIP_BASH, 0, POSE_STAND}, {CLIP_BASH, 18, POSE_BASH_BACK}, {CLIP_BASH, 32, POSE_BASH_HIT},
    {CLIP_BASH, 42, POSE_BASH_HIT}, {CLIP_BASH, 58, POSE_BASH_BACK_2}, {CLIP_BASH, 72, POSE_BASH_HIT_2},
    {CLIP_BASH, 82, POSE_BASH_HIT_2}, {CLIP_BASH, 100, POSE_STAND},
    {CLIP_DIG, 0, POSE_STAND}, {CLIP_DIG, 20, POSE_DIG_UP_1}, {CLIP_DIG, 34, POSE_DIG_STAMP_1},
    {CLIP_DIG, 44, POSE_DIG_STAMP_1}, {CLIP_DIG, 64, POSE_DIG_UP_2}, {CLIP_DIG, 78, POSE_DIG_STAMP_2},
    {CLIP_DIG, 88, POSE_DIG_STAMP_2}, {CLIP_DIG, 100, POSE_STAND},
    {CLIP_BUILD, 0, POSE_STAND}, {CLIP_BUILD, 16, POSE_BUILD_FETCH}, {CLIP_BUILD, 34, POSE_BUILD_LAY},
    {CLIP_BUILD, 48, POSE_BUILD_RAISE}, {CLIP_BUILD, 58, POSE_BUILD_HIT}, {CLIP_BUILD, 70, POSE_BUILD_RAISE},
    {CLIP_BUILD, 80, POSE_BUILD_HIT}, {CLIP_BUILD, 100, POSE_STAND},
    {CLIP_BUILD_UP, 0, POSE_UP}, {CLIP_BUILD_UP, 16, POSE_BUILD_FETCH}, {CLIP_BUILD_UP, 34, POSE_BUILD_LAY},
    {CLIP_BUILD_UP, 48, POSE_BUILD_RAISE}, {CLIP_BUILD_UP, 58, POSE_BUILD_HIT}, {CLIP_BUILD_UP, 70, POSE_BUILD_RAISE},
    {CLIP_BUILD_UP, 80, POSE_BUILD_HIT}, {CLIP_BUILD_UP, 100, POSE_UP},
    {CLIP_BUILD_DOWN, 0, POSE_DOWN}, {CLIP_BUILD_DOWN, 16, POSE_BUILD_FETCH}, {CLIP_BUILD_DOWN, 34, POSE_BUILD_LAY},
    {CLIP_BUILD_DOWN, 48, POSE_BUILD_RAISE}, {CLIP_BUILD_DOWN, 58, POSE_BUILD_HIT},
    {CLIP_BUILD_DOWN, 70, POSE_BUILD_RAISE}, {CLIP_BUILD_DOWN, 80, POSE_BUILD_HIT}, {CLIP_BUILD_DOWN, 100, POSE_DOWN},
    {CLIP_CLIMB_START, 0, POSE_STAND}, {CLIP_CLIMB_START, 40, POSE_CLIMB_LOOK}, {CLIP_CLIMB_START, 72, POSE_CLIMB_JUMP},
    {CLIP_CLIMB_START, 100, POSE_CLIMB_HANG_1},
    {CLIP_CLIMB, 0, POSE_CLIMB_HANG_1}, {CLIP_CLIMB, 50, POSE_CLIMB_HANG_2}, {CLIP_CLIMB, 100, POSE_CLIMB_HANG_1},
    {CLIP_CLIMB_END, 0, POSE_CLIMB_HANG_1}, {CLIP_CLIMB_END, 40, POSE_CLIMB_PULL}, {CLIP_CLIMB_END, 70, POSE_CLIMB_OVER},
    {CLIP_CLIMB_END, 100, POSE_STAND},
    {CLIP_BANG_HEAD, 0, POSE_CLIMB_HANG_1}, {CLIP_BANG_HEAD, 25, POSE_BANG_HIT}, {CLIP_BANG_HEAD, 40, POSE_BANG_HIT},
    {CLIP_BANG_HEAD, 100, POSE_BANG_LET_GO},
    {CLIP_BLOCK, 0, POSE_BLOCK_1}, {CLIP_BLOCK, 25, POSE_BLOCK_2}, {CLIP_BLOCK, 50, POSE_BLOCK_1},
    {CLIP_BLOCK, 80, POSE_BLOCK_3}, {CLIP_BLOCK, 100, POSE_BLOCK_1},
    {CLIP_BLOCK_SLOPE, 0, POSE_BLOCK_SLOPE_1}, {CLIP_BLOCK_SLOPE, 25, POSE_BLOCK_SLOPE_2},
    {CLIP_BLOCK_SLOPE, 50, POSE_BLOCK_SLOPE_1}, {CLIP_BLOCK_SLOPE, 80, POSE_BLOCK_SLOPE_3},
    {CLIP_BLOCK_SLOPE, 100, POSE_BLOCK_SLOPE_1},
    {CLIP_BROLLY, 0, POSE_BROLLY_1}, {CLIP_BROLLY, 25, POSE_BROLLY_2}, {CLIP_BROLLY, 50, POSE_BROLLY_1},
    {CLIP_BROLLY, 75, POSE_BROLLY_3}, {CLIP_BROLLY, 100, POSE_BROLLY_1},
    {CLIP_BURN, 0, POSE_STAND}, {CLIP_BURN, 14, POSE_BURN_START}, {CLIP_BURN, 32, POSE_BURN_HOP},
    {CLIP_BURN, 66, POSE_BURN_CURL}, {CLIP_BURN, 100, POSE_BURN_ASH},
    {CLIP_DROWN, 0, POSE_STAND}, {CLIP_DROWN, 20, POSE_DROWN_GULP}, {CLIP_DROWN, 45, POSE_DROWN_FLOAT_1},
    {CLIP_DROWN, 70, POSE_DROWN_FLOAT_2}, {CLIP_DROWN, 100, POSE_DROWN_SLEEP},
    {CLIP_EXIT, 0, POSE_STAND}, {CLIP_EXIT, 20, POSE_EXIT_WAVE}, {CLIP_EXIT, 35, POSE_EXIT_WAVE_2},
    {CLIP_EXIT, 48, POSE_EXIT_WAVE}, {CLIP_EXIT, 66, POSE_EXIT_DUCK}, {CLIP_EXIT, 100, POSE_EXIT_HOP},
    {CLIP_EXIT_CLIMBING, 0, POSE_CLIMB_HANG_1}, {CLIP_EXIT_CLIMBING, 40, POSE_EXIT_DUCK},
    {CLIP_EXIT_CLIMBING, 100, POSE_EXIT_HOP},
    {CLIP_EXPLODE, 0, POSE_STAND}, {CLIP_EXPLODE, 14, POSE_SWELL}, {CLIP_EXPLODE, 28, POSE_SWELL_MORE},
    {CLIP_EXPLODE, 100, POSE_SWELL_MORE},
    {CLIP_DIE, 0, POSE_FALL_1}, {CLIP_DIE, 9, POSE_DIE_SQUASH}, {CLIP_DIE, 18, POSE_DIE_SQUASH},
    {CLIP_DIE, 36, POSE_DIE_BOUNCE}, {CLIP_DIE, 55, POSE_DIE_LIE}, {CLIP_DIE, 100, POSE_DIE_REST},
    {CLIP_OUT_OF_BOUNDS, 0, POSE_STAND}, {CLIP_OUT_OF_BOUNDS, 25, POSE_OUT_START}, {CLIP_OUT_OF_BOUNDS, 60, POSE_OUT_TUCK},
    {CLIP_OUT_OF_BOUNDS, 100, POSE_OUT_TUCK},
    {CLIP_WAIT, 0, POSE_STAND}, {CLIP_WAIT, 25, POSE_WAIT_LOOK}, {CLIP_WAIT, 45, POSE_WAIT_LOOK},
    {CLIP_WAIT, 55, POSE_WAIT_BLINK}, {CLIP_WAIT, 65, POSE_WAIT_LOOK}, {CLIP_WAIT, 100, POSE_STAND},
    {CLIP_CRASH, 0, POSE_STAND}, {CLIP_CRASH, 100, POSE_SWELL_MORE},
};
/* clang-format on */

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

/* The clip's keys: keys[first] to keys[last]. */
static void find_keys(enum puppet_clip clip, size_t *first, size_t *last)
{
    size_t i = 0;
    while (keys[i].clip != clip) {
        i++;
        require(i < sizeof keys / sizeof keys[0]);
    }
    *first = i;
    while (i + 1 < sizeof keys / sizeof keys[0] && keys[i + 1].clip == clip) {
        i++;
    }
    *last = i;
}

static struct pose pose_at(enum puppet_clip clip, double share)
{
    size_t first;
    size_t last;
    find_keys(clip, &first, &last);
    const bool is_loop = keys[first].pose == keys[last].pose;
    size_t i = first;
    while (i + 1 < last && share * 100 >= keys[i + 1].percent) {
        i++;
    }
    const enum puppet_pose poses[4] = {
        i > first ? keys[i - 1].pose : keys[is_loop ? last - 1 : first].pose,
        keys[i].pose,
        keys[i + 1].pose,
        i + 1 < last ? keys[i + 2].pose : keys[is_loop ? first + 1 : last].pose,
    };
    struct pose pose = pose_between(poses, ramp(keys[i].percent, keys[i + 1].percent, share * 100));
    pose.look = 100 * ramp(0, 100, pose.look); /* the curve may swing over */
    return pose;
}

static double share_at(enum puppet_clip clip, int step)
{
    size_t first;
    size_t last;
    find_keys(clip, &first, &last);
    const bool is_loop = keys[first].pose == keys[last].pose;
    return (double)step / (puppet_clip_frames(clip) - (is_loop ? 0 : 1));
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

struct act act_of(enum puppet_clip clip, int step)
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

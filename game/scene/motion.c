/* What is to be seen of a rabbit between two steps. */
#include "scene/motion.h"

#include "base/require.h"
#include "scene/motion_plan.h"

#include <stddef.h>

enum { FALL_START_TICKS = 3 }; /* how long ears and arms need to fly up when a fall begins */

/* Which play is on at a moment; NULL if none is. */
static const struct play *play_at(const struct play plays[PLAYS_MAX], int moment)
{
    const struct play *on = NULL;
    for (int i = 0; i < PLAYS_MAX && plays[i].to > 0; i++) {
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
        .x = SCENE_UNITS / 2 + foot.dx - left,
        .y = SCENE_UNITS + foot.dy - info.foot_y,
        .width = info.width,
        .height = info.height,
    };
}

static bool figure_of(const struct world *world, const struct rabbit *rabbit, int blend,
                      struct motion_view *view)
{
    const struct motion *motion = motion_plan((enum rabbit_state)rabbit->state);
    int moment = blend * TICKS;
    if (is_walk(&motion->plays[0])) {
        moment += TICK / 2; /* the nearest frame, not the last: so feet stray least from where they stand */
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
    *view = view_of(frame, motion_looks_left(rabbit) != play->is_back, motion_at(world, rabbit, blend));
    return true;
}

static bool extra_of(const struct world *world, const struct rabbit *rabbit, int blend,
                     struct motion_view *view)
{
    const struct play *play = play_at(motion_extras((enum rabbit_state)rabbit->state), blend * TICKS);
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
    *view = view_of(frame, motion_looks_left(rabbit), foot);
    return true;
}

int motion_of(const struct world *world, const struct rabbit *rabbit, int blend,
              struct motion_view views[MOTION_VIEWS_MAX])
{
    require(blend >= 0 && blend <= SCENE_UNITS);
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

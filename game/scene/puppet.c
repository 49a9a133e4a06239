#include "scene/puppet.h"

#include "base/require.h"
#include "scene/puppet_pen.h"
#include "scene/puppet_stage.h"
#include "scene/scene.h"

/* The number of a clip's first frame, the frames of the rabbot left out. */
enum {
#define ROW(name, frames, left, top, right, bottom) FIRST_##name, LAST_##name = FIRST_##name + (frames)-1,
    PUPPET_CLIPS(ROW) PUPPET_SHARED_CLIPS(ROW)
#undef ROW
};

struct clip_row {
    const char *name;
    int first, frames;
    int left, top, right, bottom; /* hundredths of a cell */
};

static const struct clip_row clips[CLIP_COUNT] = {
#define ROW(name, frames, left, top, right, bottom) {#name, FIRST_##name, frames, left, top, right, bottom},
    PUPPET_CLIPS(ROW) PUPPET_SHARED_CLIPS(ROW)
#undef ROW
};

enum { CLIP_FIRST_SHARED = CLIP_CRASH };

int puppet_clip_frames(enum puppet_clip clip)
{
    require(clip < CLIP_COUNT);
    return clips[clip].frames;
}

int puppet_frame(enum puppet_kind kind, enum puppet_clip clip, int step)
{
    require(clip < CLIP_COUNT && step >= 0 && step < clips[clip].frames);
    const bool is_second = (int)clip >= CLIP_FIRST_SHARED || kind == PUPPET_RABBOT;
    return clips[clip].first + step + (is_second ? PUPPET_FRAMES_OF_EACH : 0);
}

static int units(int hundredths)
{
    const int scaled = hundredths * SCENE_UNITS;
    return (scaled + (scaled < 0 ? -50 : 50)) / 100;
}

struct puppet_info puppet_info(int frame)
{
    require(frame >= 0 && frame < PUPPET_FRAME_COUNT);
    struct puppet_info info = {.kind = PUPPET_RABBIT};
    int clip = 0;
    if (frame >= 2 * PUPPET_FRAMES_OF_EACH) {
        info.kind = PUPPET_SHARED;
        clip = CLIP_FIRST_SHARED;
    } else if (frame >= PUPPET_FRAMES_OF_EACH) {
        info.kind = PUPPET_RABBOT;
    }
    frame -= info.kind == PUPPET_RABBIT ? 0 : PUPPET_FRAMES_OF_EACH;
    while (frame >= clips[clip].first + clips[clip].frames) {
        clip++;
    }
    const struct clip_row *row = &clips[clip];
    info.name = row->name;
    info.clip = (enum puppet_clip)clip;
    info.step = frame - row->first;
    info.foot_x = units(-row->left);
    info.foot_y = units(-row->top);
    info.width = info.foot_x + units(row->right);
    info.height = info.foot_y + units(row->bottom);
    return info;
}

void puppet_svg(int frame, struct text *out)
{
    const struct puppet_info info = puppet_info(frame);
    const double unit = 100.0 / SCENE_UNITS;
    struct pen pen;
    pen_open(&pen, out, -info.foot_x * unit, -info.foot_y * unit, (info.width - info.foot_x) * unit,
             (info.height - info.foot_y) * unit);
    if (info.kind == PUPPET_SHARED) {
        stage_play_shared(&pen, info.clip, info.step);
    } else {
        stage_play(&pen, info.kind, info.clip, info.step);
    }
    pen_close(&pen);
}

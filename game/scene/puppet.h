/* The figures that act: the paper rabbit, the tin rabbot and what comes and goes with them. Each frame is a
 * small SVG text made from joints, which a table of poses moves (puppet_pose_table.h, puppet_clips.h);
 * nothing is kept in files. Called by picture_svg; motion_of says which frame belongs to which moment. Draws
 * nothing itself. */
#ifndef WARREN_SCENE_PUPPET_H
#define WARREN_SCENE_PUPPET_H

#include "base/text.h"
#include "scene/puppet_clips.h"

#include <stdbool.h>

enum puppet_kind { PUPPET_RABBIT, PUPPET_RABBOT, PUPPET_SHARED };

enum puppet_clip {
#define ROW(name, frames, left, top, right, bottom) CLIP_##name,
    PUPPET_CLIPS(ROW) PUPPET_SHARED_CLIPS(ROW)
#undef ROW
        CLIP_COUNT
};

/* Frames are numbered through: all of the rabbit, all of the rabbot, then the shared ones. */
enum {
#define ROW(name, frames, left, top, right, bottom) +(frames)
    PUPPET_FRAMES_OF_EACH = 0 PUPPET_CLIPS(ROW),
    PUPPET_FRAMES_SHARED = 0 PUPPET_SHARED_CLIPS(ROW),
#undef ROW
    PUPPET_FRAME_COUNT = 2 * PUPPET_FRAMES_OF_EACH + PUPPET_FRAMES_SHARED
};

/* Sizes in SCENE_UNITS. foot_x, foot_y: where in the picture, from its top left corner, the point on the
 * ground between the feet lies. */
struct puppet_info {
    const char *name; /* "WALK_UP": of the clip; static storage */
    enum puppet_kind kind;
    enum puppet_clip clip;
    int step; /* of the frame in its clip, from 0 */
    int width, height;
    int foot_x, foot_y;
};

/* 0 <= frame < PUPPET_FRAME_COUNT. */
struct puppet_info puppet_info(int frame);

/* The frame of a clip at a place in it, 0 <= step < puppet_clip_frames. The kind is not looked at for shared
 * clips. */
int puppet_frame(enum puppet_kind kind, enum puppet_clip clip, int step);
int puppet_clip_frames(enum puppet_clip clip);

/* Appends the SVG text of a frame: flat fills, strokes, groups, opacity, nothing else. */
void puppet_svg(int frame, struct text *out);

#endif

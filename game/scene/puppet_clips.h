/* The moving pictures there are: clips of a few frames each. Rabbits and rabbots have all clips of
 * PUPPET_CLIPS, drawn by two puppets; the clips of PUPPET_SHARED_CLIPS look the same for both. All of them
 * look to the right; left is the mirror image. Read by puppet.h, which counts the frames, and by
 * puppet_clip.c.
 *
 * X(name, frames, left, top, right, bottom): the last four are the picture's edges in hundredths of a cell,
 * seen from the point on the ground between the feet. What they frame must stay inside in every frame. */
#ifndef WARREN_SCENE_PUPPET_CLIPS_H
#define WARREN_SCENE_PUPPET_CLIPS_H

/* clang-format off */
#define PUPPET_CLIPS(X) \
    X(WALK,           12, -50, -110, 50,  8) \
    X(WALK_UP,        12, -50, -110, 50, 28) \
    X(WALK_DOWN,      12, -50, -110, 50, 28) \
    X(FLAT_TO_UP,      8, -50, -110, 50, 28) \
    X(UP_TO_FLAT,      8, -50, -110, 50, 28) \
    X(FLAT_TO_DOWN,    8, -50, -110, 50, 28) \
    X(DOWN_TO_FLAT,    8, -50, -110, 50, 28) \
    X(DOWN_TO_UP,      8, -50, -110, 50,  8) \
    X(UP_TO_DOWN,      8, -50, -110, 50, 28) \
    X(TURN,            5, -50, -110, 50,  8) \
    X(TURN_UP,         4, -50, -110, 50, 28) \
    X(TURN_DOWN,       4, -50, -110, 50, 28) \
    X(FALL_START,      4, -50, -120, 50,  8) \
    X(FALL,            8, -50, -120, 50,  8) \
    X(LAND,            6, -50, -110, 50,  8) \
    X(LAND_UP,         4, -50, -110, 50, 28) \
    X(LAND_DOWN,       4, -50, -110, 50, 28) \
    X(BASH,           12, -55, -110, 95, 10) \
    X(DIG,            10, -60, -110, 60, 12) \
    X(BUILD,          12, -50, -110, 80, 10) \
    X(BUILD_UP,       12, -50, -130, 80, 28) \
    X(BUILD_DOWN,     12, -50, -110, 80, 28) \
    X(CLIMB_START,     6, -50, -115, 50,  8) \
    X(CLIMB,           8, -50, -115, 50,  8) \
    X(CLIMB_END,      10, -60, -115, 60,  8) \
    X(BANG_HEAD,       8, -50, -120, 60,  8) \
    X(BLOCK,           8, -60, -110, 60,  8) \
    X(BLOCK_SLOPE,     8, -60, -110, 60, 28) \
    X(BROLLY,         10, -65, -150, 65,  8) \
    X(BURN,           12, -60, -130, 60, 10) \
    X(DROWN,          12, -60, -130, 60, 10) \
    X(EXIT,           10, -50, -110, 50,  8) \
    X(EXIT_CLIMBING,   8, -50, -115, 60,  8) \
    X(EXPLODE,        14, -150, -200, 150, 100) \
    X(DIE,            12, -70, -110, 60, 10) \
    X(OUT_OF_BOUNDS,  10, -60, -120, 60, 10) \
    X(WAIT,            8, -50, -110, 50,  8)

#define PUPPET_SHARED_CLIPS(X) \
    X(CRASH,          14, -150, -200, 150, 100) \
    X(PLANKS,          8, -54, -108, 54, 58) \
    X(BASH_CHIPS,      6, -30, -90, 80, 10) \
    X(DIG_CHIPS,       6, -60, -60, 60, 10)
/* clang-format on */

#endif

/* The moving pictures there are: clips of a few frames each. Rabbits and rabbots have all clips of
 * PUPPET_CLIPS, drawn by two puppets; the clips of PUPPET_SHARED_CLIPS look the same for both. All of them
 * look to the right; left is the mirror image. Read by puppet.h, which counts the frames, and by
 * puppet.c.
 *
 * X(name, frames, left, top, right, bottom): the last four are the picture's edges in hundredths of a cell,
 * seen from the point on the ground between the feet. What they frame must stay inside in every frame. */
#ifndef WARREN_SCENE_PUPPET_CLIPS_H
#define WARREN_SCENE_PUPPET_CLIPS_H

/* clang-format off */
#define PUPPET_CLIPS(X) \
    X(WALK,           12,  -31, -105,  34,  10) \
    X(WALK_UP,        12,  -30, -102,  34,  25) \
    X(WALK_DOWN,      12,  -35, -103,  34,  29) \
    X(FLAT_TO_UP,      8,  -31, -105,  34,  14) \
    X(UP_TO_FLAT,      8,  -31, -105,  34,  22) \
    X(FLAT_TO_DOWN,    8,  -35, -105,  34,  29) \
    X(DOWN_TO_FLAT,    8,  -35, -105,  34,  18) \
    X(DOWN_TO_UP,      8,  -35, -103,  34,  18) \
    X(UP_TO_DOWN,      8,  -35, -103,  34,  29) \
    X(TURN,            5,  -31, -105,  32,   8) \
    X(TURN_UP,         4,  -28, -106,  33,  22) \
    X(TURN_DOWN,       4,  -35, -106,  31,  29) \
    X(FALL_START,      4,  -31, -105,  38,   9) \
    X(FALL,            8,  -32, -106,  38,   9) \
    X(LAND,            6,  -33, -105,  35,   8) \
    X(LAND_UP,         4,  -33,  -98,  34,  24) \
    X(LAND_DOWN,       4,  -35,  -99,  34,  31) \
    X(BASH,           12,  -43, -101,  66,  10) \
    X(DIG,            10,  -33, -109,  36,   9) \
    X(BUILD,          12,  -36, -101,  59,   8) \
    X(BUILD_UP,       12,  -35,  -98,  60,  22) \
    X(BUILD_DOWN,     12,  -37,  -99,  60,  29) \
    X(CLIMB_START,     6,  -50, -101,  47,  12) \
    X(CLIMB,           8,  -35,  -96,  47,  10) \
    X(CLIMB_END,      10,  -35, -101,  51,  12) \
    X(BANG_HEAD,       8,  -49, -112,  47,   7) \
    X(BLOCK,           8,  -41, -101,  39,   8) \
    X(BLOCK_SLOPE,     8,  -41,  -95,  39,  27) \
    X(BROLLY,         10,  -40, -125,  65,  13) \
    X(BURN,           12,  -31, -114,  42,   8) \
    X(DROWN,          12,  -52, -136,  51,   8) \
    X(EXIT,           10,  -31, -103,  37,   8) \
    X(EXIT_CLIMBING,   8,  -35,  -96,  46,   8) \
    X(EXPLODE,        14, -150, -200, 150, 100) \
    X(DIE,            12,  -60, -105,  46,  18) \
    X(OUT_OF_BOUNDS,  10,  -41, -102,  38,   7) \
    X(WAIT,            8,  -31, -101,  32,   8)

#define PUPPET_SHARED_CLIPS(X) \
    X(CRASH,          14, -150, -200, 150, 100) \
    X(PLANKS,          8,  -54, -108,  54,  58) \
    X(BASH_CHIPS,      6,    1,  -82,  60, -14) \
    X(DIG_CHIPS,       6,  -43,  -43,  51,  26)
/* clang-format on */

#endif

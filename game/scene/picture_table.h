/* The still pictures, one row each: X(NAME, "file", width, height, opaque). The file is
 * assets/pictures/file.svg; sizes are in SCENE_UNITS (1024 to a cell); opaque: it covers all of its
 * rectangle. What moves and is made by program comes behind these in the numbering (picture.h).
 *
 * Light comes from the upper left. A picture that is symmetric in its shading is used mirrored instead of
 * having a twin. "_TOP", "_LEFT" ... of earth are what its open edges look like, laid over the block. */
#ifndef WARREN_SCENE_PICTURE_TABLE_H
#define WARREN_SCENE_PICTURE_TABLE_H

/* clang-format off */
#define STILL_PICTURES(X) \
    X(PAPER,          "paper",          1024, 1024, true) \
    X(MAT,            "mat",            1024, 1024, true) \
    X(EARTH_1,        "earth_1",        1024, 1024, true) \
    X(EARTH_2,        "earth_2",        1024, 1024, true) \
    X(EARTH_3,        "earth_3",        1024, 1024, true) \
    X(EARTH_4,        "earth_4",        1024, 1024, true) \
    X(EARTH_TOP_1,    "earth_top_1",    1024,  384, false) \
    X(EARTH_TOP_2,    "earth_top_2",    1024,  384, false) \
    X(EARTH_LEFT,     "earth_left",      128, 1024, false) \
    X(EARTH_RIGHT,    "earth_right",     128, 1024, false) \
    X(EARTH_BOTTOM,   "earth_bottom",   1024,  128, false) \
    X(FIND_1,         "find_1",          512,  512, false) \
    X(FIND_2,         "find_2",          512,  512, false) \
    X(FIND_3,         "find_3",          512,  512, false) \
    X(FIND_4,         "find_4",          512,  512, false) \
    X(FIND_5,         "find_5",          512,  512, false) \
    X(FIND_6,         "find_6",          512,  512, false) \
    X(SLOPE_1,        "slope_1",        1024, 1152, false) \
    X(SLOPE_2,        "slope_2",        1024, 1152, false) \
    X(SLOPE_3,        "slope_3",        1024, 1152, false) \
    X(SLOPE_4,        "slope_4",        1024, 1152, false) \
    X(SLOPE_FOOT,     "slope_foot",      256,  256, false) \
    X(METAL_1,        "metal_1",        1024, 1024, true) \
    X(METAL_2,        "metal_2",        1024, 1024, true) \
    X(METAL_3,        "metal_3",        1024, 1024, true) \
    X(METAL_4,        "metal_4",        1024, 1024, true) \
    X(BRIDGE,         "bridge",         1024, 1536, false) \
    X(ENTRANCE,       "entrance",       1024, 1024, false) \
    X(EXIT,           "exit",           1024, 1024, false) \
    X(PIPE,           "pipe",           1024, 1024, false) \
    X(TOKEN_BASH,     "token_bash",      896,  896, false) \
    X(TOKEN_DIG,      "token_dig",       896,  896, false) \
    X(TOKEN_BRIDGE,   "token_bridge",    896,  896, false) \
    X(TOKEN_BLOCK,    "token_block",     896,  896, false) \
    X(TOKEN_CLIMB,    "token_climb",     896,  896, false) \
    X(TOKEN_EXPLODE,  "token_explode",   896,  896, false) \
    X(TOKEN_BROLLY,   "token_brolly",    896,  896, false) \
    X(WATER_MARK_1,   "water_mark_1",   1024, 1024, false) \
    X(WATER_MARK_2,   "water_mark_2",   1024, 1024, false) \
    X(WATER_DROP_1,   "water_drop_1",    128,  256, false) \
    X(WATER_DROP_2,   "water_drop_2",    128,  384, false) \
    X(PUFF_1,         "puff_1",          384,  384, false) \
    X(PUFF_2,         "puff_2",          512,  512, false) \
    X(MARKER_ACROSS_1, "marker_across_1", 1024,  512, false) \
    X(MARKER_ACROSS_2, "marker_across_2", 1024,  512, false) \
    X(MARKER_ACROSS_3, "marker_across_3", 1024,  512, false) \
    X(MARKER_DOWN_1,  "marker_down_1",   512, 1024, false) \
    X(MARKER_DOWN_2,  "marker_down_2",   512, 1024, false) \
    X(MARKER_DOWN_3,  "marker_down_3",   512, 1024, false) \
    X(MARKER_CORNER,  "marker_corner",   512,  512, false) \
    X(TORN_TOP_1,     "torn_top_1",     1024,  512, false) \
    X(TORN_TOP_2,     "torn_top_2",     1024,  512, false) \
    X(TORN_TOP_3,     "torn_top_3",     1024,  512, false) \
    X(TORN_BOTTOM_1,  "torn_bottom_1",  1024,  640, false) \
    X(TORN_BOTTOM_2,  "torn_bottom_2",  1024,  640, false) \
    X(TORN_BOTTOM_3,  "torn_bottom_3",  1024,  640, false) \
    X(TORN_LEFT_1,    "torn_left_1",     512, 1024, false) \
    X(TORN_LEFT_2,    "torn_left_2",     512, 1024, false) \
    X(TORN_LEFT_3,    "torn_left_3",     512, 1024, false) \
    X(TORN_RIGHT_1,   "torn_right_1",    640, 1024, false) \
    X(TORN_RIGHT_2,   "torn_right_2",    640, 1024, false) \
    X(TORN_RIGHT_3,   "torn_right_3",    640, 1024, false) \
    X(TORN_TOP_LEFT,  "torn_top_left",   512,  512, false) \
    X(TORN_TOP_RIGHT, "torn_top_right",  640,  512, false) \
    X(TORN_BOTTOM_LEFT, "torn_bottom_left", 512, 640, false) \
    X(TORN_BOTTOM_RIGHT, "torn_bottom_right", 640, 640, false)
/* clang-format on */

#endif

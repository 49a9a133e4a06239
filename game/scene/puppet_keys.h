/* The key poses of each clip, at per cents of its time, to be read and changed by hand; what is between them
 * follows a smooth curve. A clip that ends as it began is a loop: its last frame is the one before the end.
 * Any other clip shows its last key pose in its last frame. Crossings from one slope to another are made from
 * two walks. */
#ifndef WARREN_SCENE_PUPPET_KEYS_H
#define WARREN_SCENE_PUPPET_KEYS_H

enum { KEYS_MAX = 8 }; /* of a clip */

/* clang-format off */
#define PUPPET_KEYS(X) \
    X(WALK,          KEY(0, STAND) KEY(25, WALK_PASS_1) KEY(50, WALK_OTHER) KEY(75, WALK_PASS_2) \
                     KEY(100, STAND)) \
    X(WALK_UP,       KEY(0, UP) KEY(25, UP_PASS_1) KEY(50, UP_OTHER) KEY(75, UP_PASS_2) KEY(100, UP)) \
    X(WALK_DOWN,     KEY(0, DOWN) KEY(25, DOWN_PASS_1) KEY(50, DOWN_OTHER) KEY(75, DOWN_PASS_2) \
                     KEY(100, DOWN)) \
    X(TURN,          KEY(0, STAND) KEY(50, TURN_DIP) KEY(100, TURN_FRONT)) \
    X(TURN_UP,       KEY(0, UP) KEY(100, TURN_SLOPE)) \
    X(TURN_DOWN,     KEY(0, DOWN) KEY(100, TURN_SLOPE)) \
    X(FALL_START,    KEY(0, STAND) KEY(100, FALL_1)) \
    X(FALL,          KEY(0, FALL_1) KEY(50, FALL_2) KEY(100, FALL_1)) \
    X(LAND,          KEY(0, LAND_SQUASH) KEY(60, LAND_RISE) KEY(100, STAND)) \
    X(LAND_UP,       KEY(0, LAND_SQUASH) KEY(100, UP)) \
    X(LAND_DOWN,     KEY(0, LAND_SQUASH) KEY(100, DOWN)) \
    X(BASH,          KEY(0, STAND) KEY(18, BASH_BACK) KEY(32, BASH_HIT) KEY(42, BASH_HIT) \
                     KEY(58, BASH_BACK_2) KEY(72, BASH_HIT_2) KEY(82, BASH_HIT_2) KEY(100, STAND)) \
    X(DIG,           KEY(0, STAND) KEY(12, DIG_UP_1) KEY(24, DIG_STAMP_1) KEY(34, DIG_STAMP_1) \
                     KEY(58, DIG_UP_2) KEY(72, DIG_STAMP_2) KEY(84, DIG_STAMP_2) KEY(100, STAND)) \
    X(BUILD,         KEY(0, STAND) KEY(12, BUILD_FETCH) KEY(26, BUILD_LAY) KEY(34, BUILD_RAISE) \
                     KEY(42, BUILD_HIT) KEY(62, BUILD_RAISE) KEY(80, BUILD_HIT) KEY(100, STAND)) \
    X(BUILD_UP,      KEY(0, UP) KEY(12, BUILD_FETCH) KEY(26, BUILD_LAY) KEY(34, BUILD_RAISE) \
                     KEY(42, BUILD_HIT) KEY(62, BUILD_RAISE) KEY(80, BUILD_HIT) KEY(100, UP)) \
    X(BUILD_DOWN,    KEY(0, DOWN) KEY(12, BUILD_FETCH) KEY(26, BUILD_LAY) KEY(34, BUILD_RAISE) \
                     KEY(42, BUILD_HIT) KEY(62, BUILD_RAISE) KEY(80, BUILD_HIT) KEY(100, DOWN)) \
    X(CLIMB_START,   KEY(0, STAND) KEY(40, CLIMB_LOOK) KEY(72, CLIMB_JUMP) KEY(100, CLIMB_HANG_1)) \
    X(CLIMB,         KEY(0, CLIMB_HANG_1) KEY(50, CLIMB_HANG_2) KEY(100, CLIMB_HANG_1)) \
    X(CLIMB_END,     KEY(0, CLIMB_HANG_1) KEY(40, CLIMB_PULL) KEY(70, CLIMB_OVER) KEY(100, STAND)) \
    X(BANG_HEAD,     KEY(0, CLIMB_HANG_1) KEY(14, BANG_HIT) KEY(34, BANG_HIT) KEY(100, BANG_LET_GO)) \
    X(BLOCK,         KEY(0, BLOCK_1) KEY(25, BLOCK_2) KEY(50, BLOCK_1) KEY(80, BLOCK_3) \
                     KEY(100, BLOCK_1)) \
    X(BLOCK_SLOPE,   KEY(0, BLOCK_SLOPE_1) KEY(25, BLOCK_SLOPE_2) KEY(50, BLOCK_SLOPE_1) \
                     KEY(80, BLOCK_SLOPE_3) KEY(100, BLOCK_SLOPE_1)) \
    X(BROLLY,        KEY(0, BROLLY_1) KEY(25, BROLLY_2) KEY(50, BROLLY_1) KEY(75, BROLLY_3) \
                     KEY(100, BROLLY_1)) \
    X(BURN,          KEY(0, STAND) KEY(14, BURN_START) KEY(32, BURN_HOP) KEY(66, BURN_CURL) \
                     KEY(100, BURN_ASH)) \
    X(DROWN,         KEY(0, STAND) KEY(20, DROWN_GULP) KEY(45, DROWN_FLOAT_1) KEY(70, DROWN_FLOAT_2) \
                     KEY(100, DROWN_SLEEP)) \
    X(EXIT,          KEY(0, STAND) KEY(20, EXIT_WAVE) KEY(35, EXIT_WAVE_2) KEY(48, EXIT_WAVE) \
                     KEY(66, EXIT_DUCK) KEY(100, EXIT_HOP)) \
    X(EXIT_CLIMBING, KEY(0, CLIMB_HANG_1) KEY(40, EXIT_DUCK) KEY(100, EXIT_HOP)) \
    X(EXPLODE,       KEY(0, STAND) KEY(14, SWELL) KEY(28, SWELL_MORE) KEY(100, SWELL_MORE)) \
    X(DIE,           KEY(0, FALL_1) KEY(9, DIE_SQUASH) KEY(18, DIE_SQUASH) KEY(36, DIE_BOUNCE) \
                     KEY(55, DIE_LIE) KEY(100, DIE_REST)) \
    X(OUT_OF_BOUNDS, KEY(0, STAND) KEY(25, OUT_START) KEY(60, OUT_TUCK) KEY(100, OUT_TUCK)) \
    X(WAIT,          KEY(0, STAND) KEY(25, WAIT_LOOK) KEY(45, WAIT_LOOK) KEY(55, WAIT_BLINK) \
                     KEY(65, WAIT_LOOK) KEY(100, STAND)) \
    X(CRASH,         KEY(0, STAND) KEY(100, SWELL_MORE))
/* clang-format on */

#endif

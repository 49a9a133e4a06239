/* How each state moves, as rules/40 A6 has it: a path and the clips that play on the way, for a figure that
 * looks to the right. Read and changed by hand; motion.c and motion_path.c make the rest of it.
 *
 * Path: TO(time, x, y) is where the feet are at that time; even speed in between. Times are in 24ths of a
 * step, lengths in 32nds of a cell, from the middle of the cell's floor; x to the right, y down. A path
 * begins at time 0 and stays where it came to.
 *
 * Play: CLIP(from, to, clip, first, frames) is that many frames of the clip, beginning with `first` and going
 * round if there are no more, spread evenly over the time; BACK(from, to, clip) is the whole clip backwards
 * and looking the other way. When no clip plays nothing is to be seen any more.
 *
 * Rise: how the slope comes in on which it may stand at first, half a cell higher. NONE: the path says all.
 * KEEP: the whole path is higher. DROP, CLIMB, TOP: only its beginning is, and the first stretch leads down
 * to where the path goes; DROP when it stood on what is no more, CLIMB when on a slope before the wall, TOP
 * when it is half a cell up the wall already. */
#ifndef WARREN_SCENE_MOTION_TABLE_H
#define WARREN_SCENE_MOTION_TABLE_H

/* clang-format off */
#define MOTIONS(X) \
    /* On foot: a frame for every 24th, so that feet stay where they are put (see walks below). */ \
    X(WALK,       NONE, TO(0, 0, 0) TO(24, 32, 0), \
                  CLIP(0, 24, WALK, 0, 24)) \
    X(RISE_START, NONE, TO(0, 0, 0) TO(12, 16, 0) TO(24, 32, -16), \
                  CLIP(0, 8, WALK, 0, 8) CLIP(8, 16, FLAT_TO_UP, 0, 8) CLIP(16, 24, WALK_UP, 4, 8)) \
    X(RISE,       NONE, TO(0, 0, -16) TO(24, 32, -48), \
                  CLIP(0, 24, WALK_UP, 0, 24)) \
    X(RISE_END,   NONE, TO(0, 0, -16) TO(12, 16, -32) TO(24, 32, -32), \
                  CLIP(0, 8, WALK_UP, 0, 8) CLIP(8, 16, UP_TO_FLAT, 0, 8) CLIP(16, 24, WALK, 4, 8)) \
    X(SINK_START, NONE, TO(0, 0, 0) TO(12, 16, 0) TO(24, 32, 16), \
                  CLIP(0, 8, WALK, 0, 8) CLIP(8, 16, FLAT_TO_DOWN, 0, 8) CLIP(16, 24, WALK_DOWN, 4, 8)) \
    X(SINK,       NONE, TO(0, 0, -16) TO(24, 32, 16), \
                  CLIP(0, 24, WALK_DOWN, 0, 24)) \
    X(SINK_END,   NONE, TO(0, 0, -16) TO(12, 16, 0) TO(24, 32, 0), \
                  CLIP(0, 8, WALK_DOWN, 0, 8) CLIP(8, 16, DOWN_TO_FLAT, 0, 8) CLIP(16, 24, WALK, 4, 8)) \
    X(VALLEY,     NONE, TO(0, 0, -16) TO(12, 16, 0) TO(24, 32, -16), \
                  CLIP(0, 8, WALK_DOWN, 0, 8) CLIP(8, 16, DOWN_TO_UP, 0, 8) CLIP(16, 24, WALK_UP, 4, 8)) \
    X(PEAK,       NONE, TO(0, 0, -16) TO(12, 16, -32) TO(24, 32, -16), \
                  CLIP(0, 8, WALK_UP, 0, 8) CLIP(8, 16, UP_TO_DOWN, 0, 8) CLIP(16, 24, WALK_DOWN, 4, 8)) \
    X(TURN,       NONE, TO(0, 0, 0), CLIP(0, 12, TURN, 0, 5) BACK(12, 24, TURN)) \
    X(TURN_RISE,  NONE, TO(0, 0, -16), CLIP(0, 12, TURN_UP, 0, 4) BACK(12, 24, TURN_DOWN)) \
    X(TURN_SINK,  NONE, TO(0, 0, -16), CLIP(0, 12, TURN_DOWN, 0, 4) BACK(12, 24, TURN_UP)) \
    /* Falling: two cells a step, whatever comes then. */ \
    X(FALL,       DROP, TO(0, 0, 0) TO(24, 0, 64), CLIP(0, 24, FALL, 0, 16)) \
    X(FALL_1,     DROP, TO(0, 0, 0) TO(12, 0, 32), CLIP(0, 12, FALL, 0, 8) CLIP(12, 24, LAND, 0, 6)) \
    X(FALL_RISE,  DROP, TO(0, 0, 0) TO(18, 0, 48), CLIP(0, 18, FALL, 0, 12) CLIP(18, 24, LAND_UP, 0, 4)) \
    X(FALL_SINK,  DROP, TO(0, 0, 0) TO(18, 0, 48), CLIP(0, 18, FALL, 0, 12) CLIP(18, 24, LAND_DOWN, 0, 4)) \
    X(FALL_1_RISE, DROP, TO(0, 0, 0) TO(6, 0, 16), \
                  CLIP(0, 6, FALL, 0, 4) CLIP(6, 12, LAND, 0, 3) CLIP(12, 24, LAND_UP, 0, 4)) \
    X(FALL_1_SINK, DROP, TO(0, 0, 0) TO(6, 0, 16), \
                  CLIP(0, 6, FALL, 0, 4) CLIP(6, 12, LAND, 0, 3) CLIP(12, 24, LAND_DOWN, 0, 4)) \
    X(FALL_1_DIE, DROP, TO(0, 0, 0) TO(12, 0, 32), CLIP(0, 12, FALL, 0, 8) CLIP(12, 24, DIE, 0, 6)) \
    X(DIE_2,      KEEP, TO(0, 0, 0), CLIP(0, 12, DIE, 6, 6)) \
    X(DIE,        KEEP, TO(0, 0, 0), CLIP(0, 24, DIE, 0, 12)) \
    X(DIE_SLOPE,  DROP, TO(0, 0, 0) TO(6, 0, 16), CLIP(0, 6, FALL, 0, 4) CLIP(6, 24, DIE, 0, 6)) \
    X(DIE_2_SLOPE, DROP, TO(0, 0, 0) TO(18, 0, 48), CLIP(0, 18, FALL, 0, 12) CLIP(18, 24, DIE, 0, 6)) \
    X(DIE_SLIDE,  NONE, TO(0, 0, -16) TO(18, -12, -4), CLIP(0, 18, DIE, 6, 6)) \
    X(BROLLY,     DROP, TO(0, 0, 0) TO(6, 2, 8) TO(12, 0, 16) TO(18, -2, 24) TO(24, 0, 32), \
                  CLIP(0, 24, BROLLY, 0, 10)) \
    /* Climbing: the wall is 16 ahead, the figure comes 6 nearer to it. */ \
    X(CLIMB_START, CLIMB, TO(0, 0, 0) TO(8, 3, 0) TO(24, 6, -16), CLIP(0, 24, CLIMB_START, 0, 6)) \
    X(CLIMB_1,    NONE, TO(0, 6, 0) TO(24, 6, -16), CLIP(0, 24, CLIMB, 0, 8)) \
    X(CLIMB_2,    NONE, TO(0, 6, -16) TO(24, 6, -32), CLIP(0, 24, CLIMB, 0, 8)) \
    X(CLIMB_END,  TOP, TO(0, 6, 0) TO(10, 7, -24) TO(16, 14, -34) TO(24, 32, -32), \
                  CLIP(0, 24, CLIMB_END, 0, 10)) \
    X(BANG_HEAD,  KEEP, TO(0, 6, 0) TO(10, 6, 0) TO(24, 0, 0), CLIP(0, 24, BANG_HEAD, 0, 8)) \
    /* Work. */ \
    X(BASH,       KEEP, TO(0, 0, 0), CLIP(0, 24, BASH, 0, 12)) \
    X(BASH_UP,    NONE, TO(0, 0, -16) TO(3, 0, -36) TO(6, 0, -32), CLIP(0, 24, BASH, 0, 12)) \
    X(DIG,        KEEP, TO(0, 0, 0), CLIP(0, 24, DIG, 0, 10)) \
    X(DIG_SLOPE,  NONE, TO(0, 0, -16) TO(18, 0, -16) TO(24, 0, 0), CLIP(0, 24, DIG, 0, 10)) \
    X(DIG_DROP,   NONE, TO(0, 0, -32) TO(14, 0, 0), CLIP(0, 14, FALL, 0, 8) CLIP(14, 24, LAND, 0, 6)) \
    X(BUILD,      NONE, TO(0, 0, 0), CLIP(0, 24, BUILD, 0, 12)) \
    X(BUILD_UP,   NONE, TO(0, 0, -16), CLIP(0, 24, BUILD_UP, 0, 12)) \
    X(BUILD_DOWN, NONE, TO(0, 0, -16), CLIP(0, 24, BUILD_DOWN, 0, 12)) \
    X(BUILD_HOP,  NONE, TO(0, 0, 0) TO(12, 0, 0) TO(18, 0, -22) TO(20, 0, -16), \
                  CLIP(0, 12, BUILD, 0, 12) CLIP(12, 18, FALL_START, 0, 4) CLIP(18, 24, LAND_UP, 0, 4)) \
    X(BUILD_HOP_UP, NONE, TO(0, 0, -16) TO(12, 0, -16) TO(18, 0, -54) TO(20, 0, -48), \
                  CLIP(0, 12, BUILD_UP, 0, 12) CLIP(12, 18, FALL_START, 0, 4) CLIP(18, 24, LAND_UP, 0, 4)) \
    X(BLOCK,      NONE, TO(0, 0, 0), CLIP(0, 24, BLOCK, 0, 8)) \
    X(BLOCK_SLOPE, NONE, TO(0, 0, -16), CLIP(0, 24, BLOCK_SLOPE, 0, 8)) \
    X(WAIT,       KEEP, TO(0, 0, 0), CLIP(0, 24, WAIT, 0, 8)) \
    /* Ends. */ \
    X(EXIT,       KEEP, TO(0, 0, 0), CLIP(0, 24, EXIT, 0, 10)) \
    X(EXIT_CLIMB, NONE, TO(0, 6, 0) TO(12, 0, 0), CLIP(0, 24, EXIT_CLIMBING, 0, 8)) \
    X(BURN,       KEEP, TO(0, 0, 0), CLIP(0, 24, BURN, 0, 12)) \
    X(DROWN,      KEEP, TO(0, 0, 0), CLIP(0, 24, DROWN, 0, 12)) \
    X(EXPLODE,    KEEP, TO(0, 0, 0), CLIP(0, 24, EXPLODE, 0, 14)) \
    X(CRASH,      KEEP, TO(0, 0, 0), CLIP(0, 24, CRASH, 0, 14)) \
    X(OUT,        DROP, TO(0, 0, 0) TO(24, 0, 0), CLIP(0, 24, OUT_OF_BOUNDS, 0, 10))

/* What else is to be seen: a bridge that grows in the cell where it is built, behind the figure; chips that
 * fly, in front of it. */
#define MOTION_EXTRAS(X) \
    X(NOTHING,    CLIP(0, 0, PLANKS, 0, 0)) \
    X(PLANKS_1,   CLIP(6, 8, PLANKS, 0, 1) CLIP(8, 24, PLANKS, 1, 1)) \
    X(PLANKS_2,   CLIP(0, 6, PLANKS, 1, 1) CLIP(6, 8, PLANKS, 2, 1) CLIP(8, 24, PLANKS, 3, 1)) \
    X(PLANKS_3,   CLIP(0, 8, PLANKS, 4, 4) CLIP(8, 24, PLANKS, 7, 1)) \
    X(BASH_CHIPS, CLIP(8, 14, BASH_CHIPS, 0, 6) CLIP(17, 23, BASH_CHIPS, 0, 6)) \
    X(DIG_CHIPS,  CLIP(6, 12, DIG_CHIPS, 0, 6) CLIP(17, 23, DIG_CHIPS, 0, 6))

/* Which state moves how: X(the state that looks to the right, its mirror image, motion, what else is seen),
 * and X1 for states that do not say where they look: there the rabbit does. */
#define STATE_MOTIONS(X, X1) \
    X(WALKING_RIGHT, WALKING_LEFT, WALK, NOTHING) \
    X(TURNING_RIGHT_TO_LEFT, TURNING_LEFT_TO_RIGHT, TURN, NOTHING) \
    X(TURNING_RIGHT_TO_LEFT_RISING, TURNING_LEFT_TO_RIGHT_RISING, TURN_RISE, NOTHING) \
    X(TURNING_RIGHT_TO_LEFT_LOWERING, TURNING_LEFT_TO_RIGHT_LOWERING, TURN_SINK, NOTHING) \
    X(RISING_RIGHT_START, RISING_LEFT_START, RISE_START, NOTHING) \
    X(RISING_RIGHT_CONTINUE, RISING_LEFT_CONTINUE, RISE, NOTHING) \
    X(RISING_RIGHT_END, RISING_LEFT_END, RISE_END, NOTHING) \
    X(LOWERING_RIGHT_START, LOWERING_LEFT_START, SINK_START, NOTHING) \
    X(LOWERING_RIGHT_CONTINUE, LOWERING_LEFT_CONTINUE, SINK, NOTHING) \
    X(LOWERING_RIGHT_END, LOWERING_LEFT_END, SINK_END, NOTHING) \
    X(LOWERING_AND_RISING_RIGHT, LOWERING_AND_RISING_LEFT, VALLEY, NOTHING) \
    X(RISING_AND_LOWERING_RIGHT, RISING_AND_LOWERING_LEFT, PEAK, NOTHING) \
    X1(FALLING, FALL, NOTHING) \
    X1(FALLING_1, FALL_1, NOTHING) \
    X(FALLING_ONTO_RISE_RIGHT, FALLING_ONTO_RISE_LEFT, FALL_RISE, NOTHING) \
    X(FALLING_ONTO_LOWER_RIGHT, FALLING_ONTO_LOWER_LEFT, FALL_SINK, NOTHING) \
    X(FALLING_1_ONTO_RISE_RIGHT, FALLING_1_ONTO_RISE_LEFT, FALL_1_RISE, NOTHING) \
    X(FALLING_1_ONTO_LOWER_RIGHT, FALLING_1_ONTO_LOWER_LEFT, FALL_1_SINK, NOTHING) \
    X1(FALLING_1_TO_DEATH, FALL_1_DIE, NOTHING) \
    X1(DYING_OF_FALLING_2, DIE_2, NOTHING) \
    X1(DYING_OF_FALLING, DIE, NOTHING) \
    X(DYING_OF_FALLING_SLOPE_RISE_RIGHT, DYING_OF_FALLING_SLOPE_RISE_LEFT, DIE_SLOPE, NOTHING) \
    X(DYING_OF_FALLING_SLOPE_RISE_RIGHT_2, DYING_OF_FALLING_SLOPE_RISE_LEFT_2, DIE_SLIDE, NOTHING) \
    X(DYING_OF_FALLING_2_SLOPE_RISE_RIGHT, DYING_OF_FALLING_2_SLOPE_RISE_LEFT, DIE_2_SLOPE, NOTHING) \
    X(DYING_OF_FALLING_2_SLOPE_RISE_RIGHT_2, DYING_OF_FALLING_2_SLOPE_RISE_LEFT_2, DIE_SLIDE, NOTHING) \
    X1(BROLLYCHUTING, BROLLY, NOTHING) \
    X(CLIMBING_RIGHT_START, CLIMBING_LEFT_START, CLIMB_START, NOTHING) \
    X(CLIMBING_RIGHT_CONTINUE_1, CLIMBING_LEFT_CONTINUE_1, CLIMB_1, NOTHING) \
    X(CLIMBING_RIGHT_CONTINUE_2, CLIMBING_LEFT_CONTINUE_2, CLIMB_2, NOTHING) \
    X(CLIMBING_RIGHT_END, CLIMBING_LEFT_END, CLIMB_END, NOTHING) \
    X(CLIMBING_RIGHT_BANG_HEAD, CLIMBING_LEFT_BANG_HEAD, BANG_HEAD, NOTHING) \
    X(BASHING_RIGHT, BASHING_LEFT, BASH, BASH_CHIPS) \
    X(BASHING_USELESSLY_RIGHT, BASHING_USELESSLY_LEFT, BASH, NOTHING) \
    X(BASHING_UP_RIGHT, BASHING_UP_LEFT, BASH_UP, BASH_CHIPS) \
    X(BASHING_USELESSLY_RIGHT_UP, BASHING_USELESSLY_LEFT_UP, BASH_UP, NOTHING) \
    X1(DIGGING, DIG, DIG_CHIPS) \
    X1(DIGGING_USELESSLY, DIG, NOTHING) \
    X1(DIGGING_ON_SLOPE, DIG_SLOPE, DIG_CHIPS) \
    X1(DIGGING_2, DIG_DROP, NOTHING) \
    X(BRIDGING_RIGHT_1, BRIDGING_LEFT_1, BUILD, PLANKS_1) \
    X(BRIDGING_RIGHT_2, BRIDGING_LEFT_2, BUILD, PLANKS_2) \
    X(BRIDGING_RIGHT_3, BRIDGING_LEFT_3, RISE_START, PLANKS_3) \
    X(BRIDGING_UP_RIGHT_1, BRIDGING_UP_LEFT_1, BUILD_UP, PLANKS_1) \
    X(BRIDGING_UP_RIGHT_2, BRIDGING_UP_LEFT_2, BUILD_UP, PLANKS_2) \
    X(BRIDGING_UP_RIGHT_3, BRIDGING_UP_LEFT_3, RISE, PLANKS_3) \
    X(BRIDGING_DOWN_UP_RIGHT_1, BRIDGING_DOWN_UP_LEFT_1, BUILD_DOWN, PLANKS_1) \
    X(BRIDGING_DOWN_UP_RIGHT_2, BRIDGING_DOWN_UP_LEFT_2, BUILD_DOWN, PLANKS_2) \
    X(BRIDGING_DOWN_UP_RIGHT_3, BRIDGING_DOWN_UP_LEFT_3, VALLEY, PLANKS_3) \
    X(BRIDGING_IN_CORNER_RIGHT_1, BRIDGING_IN_CORNER_LEFT_1, BUILD, PLANKS_1) \
    X(BRIDGING_IN_CORNER_RIGHT_2, BRIDGING_IN_CORNER_LEFT_2, BUILD, PLANKS_2) \
    X(BRIDGING_IN_CORNER_RIGHT_3, BRIDGING_IN_CORNER_LEFT_3, BUILD_HOP, PLANKS_3) \
    X(BRIDGING_IN_CORNER_UP_RIGHT_1, BRIDGING_IN_CORNER_UP_LEFT_1, BUILD_UP, PLANKS_1) \
    X(BRIDGING_IN_CORNER_UP_RIGHT_2, BRIDGING_IN_CORNER_UP_LEFT_2, BUILD_UP, PLANKS_2) \
    X(BRIDGING_IN_CORNER_UP_RIGHT_3, BRIDGING_IN_CORNER_UP_LEFT_3, BUILD_HOP_UP, PLANKS_3) \
    X1(BLOCKING, BLOCK, NOTHING) \
    X(BLOCKING_RISE_RIGHT, BLOCKING_RISE_LEFT, BLOCK_SLOPE, NOTHING) \
    X(WAITING_RIGHT, WAITING_LEFT, WAIT, NOTHING) \
    X1(ENTERING_EXIT, EXIT, NOTHING) \
    X(ENTERING_EXIT_CLIMBING_RIGHT, ENTERING_EXIT_CLIMBING_LEFT, EXIT_CLIMB, NOTHING) \
    X1(BURNING, BURN, NOTHING) \
    X1(BURNING_ON_SLOPE, BURN, NOTHING) \
    X1(DROWNING, DROWN, NOTHING) \
    X1(EXPLODING, EXPLODE, NOTHING) \
    X1(CRASHING, CRASH, NOTHING) \
    X1(OUT_OF_BOUNDS, OUT, NOTHING)
/* clang-format on */

#endif

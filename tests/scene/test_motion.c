#include "scene/motion.h"
#include "scene/scene.h"
#include "support/drawn_world.h"
#include "support/test.h"

enum { THIRTY_SECOND = SCENE_UNITS / 32 };

static struct rabbit rabbit_in(enum rabbit_state state, bool on_slope)
{
    return (struct rabbit){.state = (uint8_t)state, .on_slope = on_slope, .faces_right = true};
}

static void cells_of(enum rabbit_state state, int *dx, int *dy)
{
    static const int moves[RABBIT_STATE_COUNT][2] = {
#define ROW(name, handler, x, y, slope) {x, y},
        RABBIT_STATES(ROW)
#undef ROW
    };
    *dx = moves[state][0];
    *dy = moves[state][1];
}

/* Paths as rules/40 A6 has them: from where to where, in 32nds of a cell from the middle of the cell's floor.
 */
static const struct way {
    enum rabbit_state state;
    bool on_slope;
    int from_x, from_y, to_x, to_y;
} ways[] = {
    {RABBIT_WALKING_RIGHT, false, 0, 0, 32, 0},
    {RABBIT_WALKING_LEFT, false, 0, 0, -32, 0},
    {RABBIT_TURNING_RIGHT_TO_LEFT, false, 0, 0, 0, 0},
    {RABBIT_TURNING_LEFT_TO_RIGHT_RISING, true, 0, -16, 0, -16},
    {RABBIT_TURNING_RIGHT_TO_LEFT_LOWERING, true, 0, -16, 0, -16},
    {RABBIT_RISING_RIGHT_START, false, 0, 0, 32, -16},
    {RABBIT_RISING_RIGHT_CONTINUE, true, 0, -16, 32, -48},
    {RABBIT_RISING_RIGHT_END, true, 0, -16, 32, -32},
    {RABBIT_RISING_LEFT_END, true, 0, -16, -32, -32},
    {RABBIT_LOWERING_RIGHT_START, false, 0, 0, 32, 16},
    {RABBIT_LOWERING_RIGHT_CONTINUE, true, 0, -16, 32, 16},
    {RABBIT_LOWERING_RIGHT_END, true, 0, -16, 32, 0},
    {RABBIT_LOWERING_AND_RISING_RIGHT, true, 0, -16, 32, -16},
    {RABBIT_RISING_AND_LOWERING_LEFT, true, 0, -16, -32, -16},
    {RABBIT_FALLING, false, 0, 0, 0, 64},
    {RABBIT_FALLING, true, 0, -16, 0, 64},
    {RABBIT_FALLING_1, false, 0, 0, 0, 32},
    {RABBIT_FALLING_ONTO_RISE_RIGHT, false, 0, 0, 0, 48},
    {RABBIT_FALLING_ONTO_LOWER_LEFT, false, 0, 0, 0, 48},
    {RABBIT_FALLING_1_ONTO_LOWER_RIGHT, false, 0, 0, 0, 16},
    {RABBIT_FALLING_1_TO_DEATH, false, 0, 0, 0, 32},
    {RABBIT_DYING_OF_FALLING, false, 0, 0, 0, 0},
    {RABBIT_DYING_OF_FALLING, true, 0, -16, 0, -16},
    {RABBIT_DYING_OF_FALLING_SLOPE_RISE_RIGHT, false, 0, 0, 0, 16},
    {RABBIT_DYING_OF_FALLING_2_SLOPE_RISE_LEFT, false, 0, 0, 0, 48},
    {RABBIT_BROLLYCHUTING, false, 0, 0, 0, 32},
    {RABBIT_CLIMBING_RIGHT_START, false, 0, 0, 6, -16},
    {RABBIT_CLIMBING_RIGHT_START, true, 0, -16, 6, -16},
    {RABBIT_CLIMBING_RIGHT_CONTINUE_1, false, 6, 0, 6, -16},
    {RABBIT_CLIMBING_LEFT_CONTINUE_2, false, -6, -16, -6, -32},
    {RABBIT_CLIMBING_RIGHT_END, false, 6, 0, 32, -32},
    {RABBIT_CLIMBING_RIGHT_BANG_HEAD, false, 6, 0, 0, 0},
    {RABBIT_BASHING_RIGHT, false, 0, 0, 0, 0},
    {RABBIT_BASHING_UP_RIGHT, true, 0, -16, 0, -32},
    {RABBIT_BASHING_USELESSLY_LEFT_UP, true, 0, -16, 0, -32},
    {RABBIT_DIGGING, false, 0, 0, 0, 0},
    {RABBIT_DIGGING_ON_SLOPE, true, 0, -16, 0, 0},
    {RABBIT_DIGGING_2, false, 0, -32, 0, 0},
    {RABBIT_BRIDGING_RIGHT_1, false, 0, 0, 0, 0},
    {RABBIT_BRIDGING_RIGHT_2, true, 0, 0, 0, 0},
    {RABBIT_BRIDGING_LEFT_3, true, 0, 0, -32, -16},
    {RABBIT_BRIDGING_UP_RIGHT_3, true, 0, -16, 32, -48},
    {RABBIT_BRIDGING_DOWN_UP_RIGHT_3, true, 0, -16, 32, -16},
    {RABBIT_BRIDGING_IN_CORNER_RIGHT_3, true, 0, 0, 0, -16},
    {RABBIT_BRIDGING_IN_CORNER_UP_LEFT_3, true, 0, -16, 0, -48},
    {RABBIT_BLOCKING, false, 0, 0, 0, 0},
    {RABBIT_BLOCKING_RISE_LEFT, true, 0, -16, 0, -16},
    {RABBIT_WAITING_RIGHT, true, 0, -16, 0, -16},
    {RABBIT_ENTERING_EXIT, false, 0, 0, 0, 0},
    {RABBIT_BURNING, false, 0, 0, 0, 0},
    {RABBIT_BURNING_ON_SLOPE, true, 0, -16, 0, -16},
    {RABBIT_DROWNING, false, 0, 0, 0, 0},
    {RABBIT_EXPLODING, true, 0, -16, 0, -16},
    {RABBIT_CRASHING, false, 0, 0, 0, 0},
};

static void each_state_goes_as_its_row_says(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        const struct way *way = &ways[i];
        const struct rabbit rabbit = rabbit_in(way->state, way->on_slope);
        const struct motion_point from = motion_at(NULL, &rabbit, 0);
        const struct motion_point to = motion_at(NULL, &rabbit, SCENE_UNITS);
        if (from.dx != way->from_x * THIRTY_SECOND || from.dy != way->from_y * THIRTY_SECOND ||
            to.dx != way->to_x * THIRTY_SECOND || to.dy != way->to_y * THIRTY_SECOND) {
            fail_msg("%s goes from %d,%d to %d,%d", rabbit_state_name(way->state), from.dx, from.dy, to.dx,
                     to.dy);
        }
    }
}

static void a_fall_of_one_cell_lands_at_half_time_and_a_fall_of_two_keeps_its_speed(void **unused)
{
    (void)unused;
    const struct rabbit one = rabbit_in(RABBIT_FALLING_1, false);
    const struct rabbit two = rabbit_in(RABBIT_FALLING, false);
    assert_int_equal(motion_at(NULL, &one, SCENE_UNITS / 2).dy, SCENE_UNITS);
    assert_int_equal(motion_at(NULL, &two, SCENE_UNITS / 2).dy, SCENE_UNITS);
    assert_int_equal(motion_at(NULL, &two, SCENE_UNITS / 4).dy, SCENE_UNITS / 2);
    const struct rabbit onto_slope = rabbit_in(RABBIT_FALLING_1_ONTO_RISE_RIGHT, false);
    assert_int_equal(motion_at(NULL, &onto_slope, SCENE_UNITS / 2).dy, SCENE_UNITS / 2);
}

static void walking_is_even(void **unused)
{
    (void)unused;
    const struct rabbit rabbit = rabbit_in(RABBIT_WALKING_RIGHT, false);
    for (int blend = 0; blend <= SCENE_UNITS; blend++) {
        assert_int_equal(motion_at(NULL, &rabbit, blend).dx, blend);
        assert_int_equal(motion_at(NULL, &rabbit, blend).dy, 0);
    }
}

static void no_motion_has_a_jump_in_it(void **unused)
{
    (void)unused;
    for (int state = 0; state < RABBIT_STATE_COUNT; state++) {
        for (int on_slope = 0; on_slope <= 1; on_slope++) {
            const struct rabbit rabbit = rabbit_in((enum rabbit_state)state, on_slope);
            struct motion_point last = motion_at(NULL, &rabbit, 0);
            for (int blend = 1; blend <= SCENE_UNITS; blend++) {
                const struct motion_point now = motion_at(NULL, &rabbit, blend);
                assert_in_range(abs(now.dx - last.dx), 0, 6);
                assert_in_range(abs(now.dy - last.dy), 0, 6);
                last = now;
            }
        }
    }
}

/* What typically follows what, and whether the second one is on a slope then. */
static const struct {
    enum rabbit_state first;
    bool first_on_slope;
    enum rabbit_state next;
    bool next_on_slope;
} sequels[] = {
    {RABBIT_WALKING_RIGHT, false, RABBIT_WALKING_RIGHT, false},
    {RABBIT_WALKING_RIGHT, false, RABBIT_TURNING_RIGHT_TO_LEFT, false},
    {RABBIT_TURNING_RIGHT_TO_LEFT, false, RABBIT_WALKING_LEFT, false},
    {RABBIT_WALKING_RIGHT, false, RABBIT_FALLING, false},
    {RABBIT_WALKING_RIGHT, false, RABBIT_RISING_RIGHT_START, false},
    {RABBIT_RISING_RIGHT_START, false, RABBIT_RISING_RIGHT_CONTINUE, true},
    {RABBIT_RISING_RIGHT_START, false, RABBIT_TURNING_RIGHT_TO_LEFT_RISING, true},
    {RABBIT_TURNING_RIGHT_TO_LEFT_RISING, true, RABBIT_LOWERING_LEFT_END, true},
    {RABBIT_RISING_RIGHT_START, false, RABBIT_RISING_AND_LOWERING_RIGHT, true},
    {RABBIT_RISING_RIGHT_CONTINUE, true, RABBIT_RISING_RIGHT_CONTINUE, true},
    {RABBIT_RISING_RIGHT_CONTINUE, true, RABBIT_RISING_RIGHT_END, true},
    {RABBIT_RISING_RIGHT_END, true, RABBIT_WALKING_RIGHT, false},
    {RABBIT_RISING_RIGHT_END, true, RABBIT_LOWERING_RIGHT_START, false},
    {RABBIT_RISING_AND_LOWERING_RIGHT, true, RABBIT_LOWERING_RIGHT_END, true},
    {RABBIT_LOWERING_RIGHT_START, false, RABBIT_LOWERING_RIGHT_CONTINUE, true},
    {RABBIT_LOWERING_RIGHT_START, false, RABBIT_LOWERING_AND_RISING_RIGHT, true},
    {RABBIT_LOWERING_RIGHT_CONTINUE, true, RABBIT_LOWERING_RIGHT_END, true},
    {RABBIT_LOWERING_RIGHT_CONTINUE, true, RABBIT_TURNING_RIGHT_TO_LEFT_LOWERING, true},
    {RABBIT_TURNING_RIGHT_TO_LEFT_LOWERING, true, RABBIT_RISING_LEFT_CONTINUE, true},
    {RABBIT_LOWERING_RIGHT_END, true, RABBIT_WALKING_RIGHT, false},
    {RABBIT_LOWERING_AND_RISING_RIGHT, true, RABBIT_RISING_RIGHT_END, true},
    {RABBIT_FALLING, false, RABBIT_FALLING, false},
    {RABBIT_FALLING, false, RABBIT_FALLING_1, false},
    {RABBIT_FALLING, false, RABBIT_WALKING_LEFT, false},
    {RABBIT_FALLING, false, RABBIT_DYING_OF_FALLING, false},
    {RABBIT_FALLING, false, RABBIT_FALLING_1_ONTO_RISE_RIGHT, false},
    {RABBIT_FALLING_1, false, RABBIT_WALKING_RIGHT, false},
    {RABBIT_FALLING_ONTO_RISE_RIGHT, false, RABBIT_RISING_RIGHT_CONTINUE, true},
    {RABBIT_FALLING_ONTO_LOWER_RIGHT, false, RABBIT_LOWERING_RIGHT_END, true},
    {RABBIT_FALLING_1_ONTO_RISE_RIGHT, false, RABBIT_RISING_RIGHT_END, true},
    {RABBIT_FALLING_1_ONTO_LOWER_LEFT, false, RABBIT_LOWERING_LEFT_END, true},
    {RABBIT_FALLING_1_TO_DEATH, false, RABBIT_DYING_OF_FALLING_2, false},
    {RABBIT_DYING_OF_FALLING_SLOPE_RISE_LEFT, false, RABBIT_DYING_OF_FALLING_SLOPE_RISE_LEFT_2, true},
    {RABBIT_DYING_OF_FALLING_2_SLOPE_RISE_RIGHT, false, RABBIT_DYING_OF_FALLING_2_SLOPE_RISE_RIGHT_2, true},
    {RABBIT_BROLLYCHUTING, false, RABBIT_BROLLYCHUTING, false},
    {RABBIT_BROLLYCHUTING, false, RABBIT_WALKING_RIGHT, false},
    {RABBIT_BROLLYCHUTING, false, RABBIT_ENTERING_EXIT, false},
    {RABBIT_CLIMBING_RIGHT_START, false, RABBIT_CLIMBING_RIGHT_CONTINUE_2, false},
    {RABBIT_CLIMBING_RIGHT_CONTINUE_2, false, RABBIT_CLIMBING_RIGHT_CONTINUE_1, false},
    {RABBIT_CLIMBING_RIGHT_CONTINUE_1, false, RABBIT_CLIMBING_RIGHT_CONTINUE_2, false},
    {RABBIT_CLIMBING_RIGHT_CONTINUE_2, false, RABBIT_CLIMBING_RIGHT_END, false},
    {RABBIT_CLIMBING_RIGHT_CONTINUE_2, false, RABBIT_CLIMBING_RIGHT_BANG_HEAD, false},
    {RABBIT_CLIMBING_RIGHT_CONTINUE_2, false, RABBIT_ENTERING_EXIT_CLIMBING_RIGHT, false},
    {RABBIT_CLIMBING_RIGHT_END, false, RABBIT_WALKING_RIGHT, false},
    {RABBIT_CLIMBING_RIGHT_BANG_HEAD, false, RABBIT_FALLING, false},
    {RABBIT_BASHING_RIGHT, false, RABBIT_WALKING_RIGHT, false},
    {RABBIT_BASHING_RIGHT, true, RABBIT_LOWERING_RIGHT_END, true},
    {RABBIT_BASHING_UP_RIGHT, true, RABBIT_WALKING_RIGHT, true},
    {RABBIT_DIGGING, false, RABBIT_DIGGING_2, false},
    {RABBIT_DIGGING_2, false, RABBIT_DIGGING, false},
    {RABBIT_DIGGING_2, false, RABBIT_FALLING, false},
    {RABBIT_DIGGING_ON_SLOPE, true, RABBIT_DIGGING, false},
    {RABBIT_DIGGING_USELESSLY, false, RABBIT_WALKING_RIGHT, false},
    {RABBIT_BRIDGING_RIGHT_1, false, RABBIT_BRIDGING_RIGHT_2, true},
    {RABBIT_BRIDGING_RIGHT_2, true, RABBIT_BRIDGING_RIGHT_3, true},
    {RABBIT_BRIDGING_RIGHT_3, true, RABBIT_BRIDGING_UP_RIGHT_1, true},
    {RABBIT_BRIDGING_UP_RIGHT_2, true, RABBIT_BRIDGING_UP_RIGHT_3, true},
    {RABBIT_BRIDGING_UP_RIGHT_3, true, RABBIT_BRIDGING_UP_RIGHT_1, true},
    {RABBIT_BRIDGING_UP_RIGHT_3, true, RABBIT_RISING_RIGHT_END, true},
    {RABBIT_BRIDGING_DOWN_UP_RIGHT_2, true, RABBIT_BRIDGING_DOWN_UP_RIGHT_3, true},
    {RABBIT_BRIDGING_DOWN_UP_RIGHT_3, true, RABBIT_BRIDGING_UP_RIGHT_1, true},
    {RABBIT_BRIDGING_IN_CORNER_RIGHT_2, true, RABBIT_BRIDGING_IN_CORNER_RIGHT_3, true},
    {RABBIT_BRIDGING_IN_CORNER_RIGHT_3, true, RABBIT_TURNING_RIGHT_TO_LEFT_RISING, true},
    {RABBIT_BRIDGING_IN_CORNER_UP_RIGHT_3, true, RABBIT_TURNING_RIGHT_TO_LEFT_RISING, true},
    {RABBIT_BLOCKING, false, RABBIT_BLOCKING, false},
    {RABBIT_RISING_RIGHT_START, false, RABBIT_BLOCKING_RISE_RIGHT, true},
    {RABBIT_WAITING_RIGHT, false, RABBIT_WALKING_RIGHT, false},
    {RABBIT_LOWERING_RIGHT_CONTINUE, true, RABBIT_BURNING_ON_SLOPE, true},
    {RABBIT_RISING_RIGHT_START, false, RABBIT_DROWNING, true},
};

static void where_one_motion_ends_the_next_begins(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof sequels / sizeof sequels[0]; i++) {
        const struct rabbit first = rabbit_in(sequels[i].first, sequels[i].first_on_slope);
        struct rabbit next = rabbit_in(sequels[i].next, sequels[i].next_on_slope);
        next.bash_hop = sequels[i].first == RABBIT_BASHING_UP_RIGHT;
        int dx = 0;
        int dy = 0;
        cells_of(sequels[i].first, &dx, &dy);
        const struct motion_point end = motion_at(NULL, &first, SCENE_UNITS);
        const struct motion_point start = motion_at(NULL, &next, 0);
        if (end.dx - dx * SCENE_UNITS != start.dx || end.dy - dy * SCENE_UNITS != start.dy) {
            fail_msg("%s ends at %d,%d but %s begins at %d,%d", rabbit_state_name(sequels[i].first),
                     end.dx - dx * SCENE_UNITS, end.dy - dy * SCENE_UNITS, rabbit_state_name(sequels[i].next),
                     start.dx, start.dy);
        }
    }
}

/* Steps a world with one rabbit until it comes to a state, and fails if its path has a jump on the way there.
 */
static void assert_glides(const char *const *lines, enum rabbit_state until)
{
    struct world *world = drawn_world(lines);
    int count = 0;
    struct rabbit last = *world_rabbits(world, &count);
    for (int step = 0; last.state != until; step++) {
        const struct motion_point end = motion_at(world, &last, SCENE_UNITS);
        if (step == 40 || !world_step(world)) {
            fail_msg("it never comes to %s, at last it is %s", rabbit_state_name(until),
                     rabbit_state_name((enum rabbit_state)last.state));
        }
        const struct rabbit now = *world_rabbits(world, &count);
        assert_int_equal(count, 1);
        const struct motion_point start = motion_at(world, &now, 0);
        const int dx = (now.x - last.x) * SCENE_UNITS + start.dx - end.dx;
        const int dy = (now.y - last.y) * SCENE_UNITS + start.dy - end.dy;
        if (dx != 0 || dy != 0) {
            fail_msg("step %d: from %s to %s a jump by %d,%d", step,
                     rabbit_state_name((enum rabbit_state)last.state),
                     rabbit_state_name((enum rabbit_state)now.state), dx, dy);
        }
        last = now;
    }
    world_destroy(world);
}

static void a_walk_over_hill_and_valley_is_one_line(void **unused)
{
    (void)unused;
    const char *const *hills = LINES("                  ", "r         /\\      ", "#\\  /\\  /####\\    ",
                                     "##\\/###########\\/#", "##################");
    assert_glides(hills, RABBIT_LOWERING_AND_RISING_RIGHT);
    assert_glides(hills, RABBIT_RISING_AND_LOWERING_RIGHT);
    assert_glides(hills, RABBIT_RISING_RIGHT_END);
    assert_glides(hills, RABBIT_OUT_OF_BOUNDS);
    assert_glides(LINES("     #", "r   /#", "#\\ /##", "######"), RABBIT_RISING_LEFT_END);
}

#define CLIMBER ":*=r{Climbing.hasAbility:true,index:1}"

static void climbing_walls_of_any_height_is_one_line(void **unused)
{
    (void)unused;
    assert_glides(LINES("         ", "         ", "*    #   ", "#########", CLIMBER), RABBIT_OUT_OF_BOUNDS);
    assert_glides(LINES("         ", "      ## ", "      ## ", "*     ## ", "#########", CLIMBER),
                  RABBIT_FALLING);
    assert_glides(LINES("   ######", "      ## ", "      ## ", "*     ## ", "#########", CLIMBER),
                  RABBIT_WALKING_LEFT);
    assert_glides(LINES("         ", "      ## ", "     /## ", "*   /### ", "#########", CLIMBER),
                  RABBIT_FALLING);
    assert_glides(LINES("         ", "      /# ", "     #   ", "*    #   ", "#########", CLIMBER),
                  RABBIT_OUT_OF_BOUNDS);
}

static void building_on_any_ground_is_one_line(void **unused)
{
    (void)unused;
    assert_glides(LINES("          ", "          ", "          ", "          ", " r i      ", "####      "),
                  RABBIT_FALLING);
    assert_glides(LINES("          ", "          ", "r   i     ", "##\\       ", "##########"),
                  RABBIT_OUT_OF_BOUNDS);
    assert_glides(LINES("     #    ", "     #    ", "     #    ", "r   i#    ", "##########"),
                  RABBIT_OUT_OF_BOUNDS);
    /* Below an older bridge: the turn lifts it onto that one. */
    assert_glides(LINES("     ", " (#  ", "*  # ", "#####", ":*=ri"), RABBIT_OUT_OF_BOUNDS);
}

static void digging_and_bashing_are_one_line(void **unused)
{
    (void)unused;
    assert_glides(LINES("r d     ", "########", "########", "        ", "        ", "########"),
                  RABBIT_FALLING);
    assert_glides(LINES("r b ##  ", "########"), RABBIT_OUT_OF_BOUNDS);
    assert_glides(LINES("    ####", "r  *####", "########", ":*=/b"), RABBIT_BASHING_RIGHT);
    assert_glides(LINES("r l d   ", "########", "        ", "        ", "        ", "        ", "########"),
                  RABBIT_OUT_OF_BOUNDS);
}

static void falling_onto_anything_is_one_line(void **unused)
{
    (void)unused;
    assert_glides(LINES("r      ", "##     ", "       ", "  /    ", "#######"), RABBIT_OUT_OF_BOUNDS);
    assert_glides(LINES("r      ", "##     ", "       ", "       ", "  \\    ", "#######"),
                  RABBIT_OUT_OF_BOUNDS);
    assert_glides(LINES("r l     ", "##      ", "        ", "        ", "        ", "########"),
                  RABBIT_OUT_OF_BOUNDS);
}

static void a_belief_in_a_slope_lifts_nobody_where_there_is_none(void **unused)
{
    (void)unused;
    struct world *world = drawn_world(LINES("r  ", "###"));
    struct rabbit rabbit = *world_rabbits(world, &(int){0});
    rabbit.state = RABBIT_BASHING_RIGHT;
    rabbit.on_slope = true;
    assert_int_equal(motion_at(world, &rabbit, 0).dy, 0);
    assert_int_equal(motion_at(NULL, &rabbit, 0).dy, -SCENE_UNITS / 2);
    world_destroy(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_state_goes_as_its_row_says),
        cmocka_unit_test(a_fall_of_one_cell_lands_at_half_time_and_a_fall_of_two_keeps_its_speed),
        cmocka_unit_test(walking_is_even),
        cmocka_unit_test(no_motion_has_a_jump_in_it),
        cmocka_unit_test(where_one_motion_ends_the_next_begins),
        cmocka_unit_test(a_walk_over_hill_and_valley_is_one_line),
        cmocka_unit_test(climbing_walls_of_any_height_is_one_line),
        cmocka_unit_test(building_on_any_ground_is_one_line),
        cmocka_unit_test(digging_and_bashing_are_one_line),
        cmocka_unit_test(falling_onto_anything_is_one_line),
        cmocka_unit_test(a_belief_in_a_slope_lifts_nobody_where_there_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

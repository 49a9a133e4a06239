/* Walking, slopes, turning, blockers: rules/20 2.1 and 6.16. */
#include "support/followed.h"
#include "support/test.h"

static void walks_on_flat_ground_and_turns_at_a_wall(void **state)
{
    (void)state;
    assert_evolves(LINES("r  #", "####"), LINES(" r>#", "####"), LINES("  ?#", "####"));
    assert_follows(LINES("r  #", "####"), 1, "0,0 WALKING_RIGHT", "1,0 WALKING_RIGHT",
                   "2,0 TURNING_RIGHT_TO_LEFT", "2,0 WALKING_LEFT", "1,0 WALKING_LEFT");
}

static void leaves_the_map_and_dies_a_step_later(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=0", "j  ", "###"));
    assert_string_equal(rabbit_text(world, 1), "0,0 WALKING_LEFT");
    assert_goes_on(world, 1, "-1,0 OUT_OF_BOUNDS", "gone");
    assert_int_equal(world_counts(world).killed, 1);
    assert_int_equal(world_outcome(world), OUTCOME_LOST);
    assert_false(world_step(world));
    world_destroy(world);
}

static void climbs_a_slope_and_comes_down_the_other_side(void **state)
{
    (void)state;
    assert_follows(LINES("r /\\  ", "######"), 1, "0,0 WALKING_RIGHT", "1,0 RISING_RIGHT_START",
                   "2,0 RISING_AND_LOWERING_RIGHT s", "3,0 LOWERING_RIGHT_END s", "4,0 WALKING_RIGHT");
}

static void goes_on_rising_and_lowering_over_two_rows(void **state)
{
    (void)state;
    assert_follows(LINES("   /# ", "r /## ", "######"), 1, "0,1 WALKING_RIGHT", "1,1 RISING_RIGHT_START",
                   "2,1 RISING_RIGHT_CONTINUE s", "3,0 RISING_RIGHT_END s", "4,-1 OUT_OF_BOUNDS");
    assert_follows(LINES("r     ", "#\\    ", "##\\   ", "######"), 1, "0,0 LOWERING_RIGHT_START",
                   "1,1 LOWERING_RIGHT_CONTINUE s", "2,2 LOWERING_RIGHT_END s", "3,2 WALKING_RIGHT");
}

static void crosses_a_valley(void **state)
{
    (void)state;
    assert_follows(LINES("r   ", "#\\/#", "####"), 1, "0,0 LOWERING_RIGHT_START",
                   "1,1 LOWERING_AND_RISING_RIGHT s", "2,1 RISING_RIGHT_END s", "3,0 WALKING_RIGHT");
}

static void turns_at_the_high_side_of_a_slope_but_walks_through_a_bridge(void **state)
{
    (void)state;
    assert_follows(LINES(" /j", "###"), 1, "2,0 TURNING_LEFT_TO_RIGHT", "2,0 WALKING_RIGHT");
    assert_follows(LINES(" (j", "###"), 1, "2,0 WALKING_LEFT", "1,0 WALKING_LEFT", "0,0 WALKING_LEFT");
    assert_follows(LINES(" )j", "###"), 1, "2,0 RISING_LEFT_START", "1,0 RISING_LEFT_END s");
}

static void turns_on_a_slope_under_a_roof(void **state)
{
    (void)state;
    assert_follows(LINES("  # ", "r / ", "####"), 1, "0,1 WALKING_RIGHT", "1,1 RISING_RIGHT_START",
                   "2,1 TURNING_RIGHT_TO_LEFT_RISING s", "2,1 LOWERING_LEFT_END s", "1,1 WALKING_LEFT");
}

static void turns_coming_down_against_a_wall(void **state)
{
    (void)state;
    assert_follows(LINES("r   ", "#\\# ", "####"), 1, "0,0 LOWERING_RIGHT_START",
                   "1,1 TURNING_RIGHT_TO_LEFT_LOWERING s", "1,1 RISING_LEFT_END s");
}

static void turns_at_a_blocker_that_decided_before_it(void **state)
{
    (void)state;
    /* Plain cells are numbered before star cells: 1 decides first and still sees 2 as it was. */
    assert_follows(LINES("  r* ", "#####", ":*=rk"), 2, "3,0 BLOCKING", "3,0 BLOCKING");
    assert_follows(LINES("  r* ", "#####", ":*=rk"), 1, "2,0 WALKING_RIGHT", "3,0 WALKING_RIGHT",
                   "4,0 WALKING_RIGHT");
    assert_follows(LINES("* *  ", "#####", ":*=rk", ":*=j"), 2, "2,0 WALKING_LEFT",
                   "1,0 TURNING_LEFT_TO_RIGHT");
}

static void blockers_on_a_crest_and_in_a_valley_turn_others(void **state)
{
    (void)state;
    /* rules/20 T10, with the blocker decided first. */
    assert_follows(LINES("    ", " /* ", "####", ":*=\\r{index:1}k", ":rabbit_index_count=1"), 1,
                   "2,1 BLOCKING_RISE_LEFT");
    assert_follows(LINES("     ", "r(*  ", "#####", ":*=)j{index:-7}k"), 1, "0,1 RISING_RIGHT_START",
                   "1,1 TURNING_RIGHT_TO_LEFT_RISING s");
    assert_follows(LINES("r   ", "#\\* ", "####", ":*=/r{index:-7}k"), 1, "0,0 LOWERING_RIGHT_START",
                   "1,1 TURNING_RIGHT_TO_LEFT_LOWERING s");
}

static void turning_on_a_bridge_below_another_lifts_the_rabbit(void **state)
{
    (void)state;
    /* rules/20 T2: a corner bridge below an older bridge. */
    assert_follows(LINES("    ", " (# ", " *# ", "### ", ":*=ri"), 1, "1,2 BRIDGING_IN_CORNER_RIGHT_1",
                   "1,2 BRIDGING_IN_CORNER_RIGHT_2 s", "1,2 BRIDGING_IN_CORNER_RIGHT_3 s",
                   "1,2 TURNING_RIGHT_TO_LEFT_RISING s", "1,1 LOWERING_LEFT_END s", "0,1 FALLING_1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walks_on_flat_ground_and_turns_at_a_wall),
        cmocka_unit_test(leaves_the_map_and_dies_a_step_later),
        cmocka_unit_test(climbs_a_slope_and_comes_down_the_other_side),
        cmocka_unit_test(goes_on_rising_and_lowering_over_two_rows),
        cmocka_unit_test(crosses_a_valley),
        cmocka_unit_test(turns_at_the_high_side_of_a_slope_but_walks_through_a_bridge),
        cmocka_unit_test(turns_on_a_slope_under_a_roof),
        cmocka_unit_test(turns_coming_down_against_a_wall),
        cmocka_unit_test(turns_at_a_blocker_that_decided_before_it),
        cmocka_unit_test(blockers_on_a_crest_and_in_a_valley_turn_others),
        cmocka_unit_test(turning_on_a_bridge_below_another_lifts_the_rabbit),
    };
    return cmocka_run_group_tests_name("world/walk", tests, NULL, NULL);
}

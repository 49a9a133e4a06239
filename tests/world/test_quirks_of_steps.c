/* What one would repair by mistake in the world and its step: rules/10 9.11 to 9.22 and
 * 9.34. */
#include "support/followed.h"
#include "support/test.h"
#include "world/build.h"

/* rules/10 9.11 */
static void a_token_under_a_rabbit_is_taken_while_loading_and_listed_until_the_first_step(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("*   ", "####", ":*=rrk"));
    assert_string_equal(rabbit_text(world, 1), "0,0 BLOCKING");
    assert_string_equal(rabbit_text(world, 2), "0,0 WALKING_RIGHT");
    assert_drawn_plain(world, LINES("k   ", "####"));
    assert_goes_on(world, 2, "1,0 WALKING_RIGHT");
    assert_drawn_plain(world, LINES("rr  ", "####"));
    world_destroy(world);
}

/* rules/10 9.11: the crash is there before the first step, and so is its victim. */
static void a_rabbot_crashes_while_loading(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("*   ", "####", ":*=tr"));
    assert_int_equal(world_counts(world).killed, 1);
    assert_string_equal(rabbit_text(world, 1), "0,0 CRASHING");
    assert_string_equal(rabbit_text(world, 2), "0,0 WALKING_RIGHT");
    assert_goes_on(world, 2, "gone");
    assert_int_equal(world_counts(world).killed, 1);
    world_destroy(world);
}

/* rules/10 9.12 */
static void a_newcomer_decides_before_all_others(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=1", " Q  ", "rk  ", "####"));
    assert_goes_on(world, 1, "1,1 WALKING_RIGHT");
    assert_string_equal(rabbit_text(world, 2), "1,1 BLOCKING");
    world_destroy(world);
}

/* rules/10 9.12: the first time it sees the blocks of before the step, the second time those of after it: the
 * bash starts at a wall that is just being bashed from the other side. */
static void a_newcomer_sees_the_old_blocks_first(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=1", "Q    ", "b#*  ", "#####", ":*=jb"));
    assert_string_equal(rabbit_text(world, 1), "2,1 BASHING_LEFT");
    world_step(world);
    assert_string_equal(rabbit_text(world, 2), "0,1 WALKING_RIGHT");
    assert_int_equal(rabbit_with(world, 2).bash_steps, 1);
    world_destroy(world);
}

/* rules/10 9.12: a bridge that is finished ahead of it in this step comes too late for its token. */
static void a_newcomer_does_not_see_the_bridges_of_its_first_step_at_first(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=1", "Q    ", "b *  ", "#####",
                                            ":*=j{index:5,Bridging.bigSteps:3,Bridging.smallSteps:1}"));
    assert_string_equal(rabbit_text(world, 5), "2,1 BRIDGING_LEFT_3");
    drawn_world_steps(world, 1);
    assert_int_equal(world_block_at(world, 1, 1), BLOCK_BRIDGE_LEFT);
    assert_string_equal(rabbit_text(world, 6), "0,1 WALKING_RIGHT");
    world_destroy(world);
}

/* rules/10 9.13 */
static void claims_and_victims_of_crashes_are_settled_in_the_same_step(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("t j   ", "######"));
    assert_goes_on(world, 1, "1,0 CRASHING");
    assert_string_equal(rabbit_text(world, 2), "gone");
    assert_goes_on(world, 1, "gone");
    world_destroy(world);
    world = drawn_world(LINES("rd  ", "####", "####"));
    assert_goes_on(world, 1, "1,0 DIGGING");
    assert_int_equal(drawn_world_tokens(world), 0);
    world_destroy(world);
}

/* rules/10 9.14 */
static void a_delay_of_0_stops_the_entrance(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=3", ":rabbit_delay=0", "Q   ", "   #", "####"));
    drawn_world_steps(world, 30);
    assert_int_equal(world_counts(world).waiting, 2);
    world_destroy(world);
}

/* rules/10 9.15 */
static void the_time_of_an_entrance_stands_still_when_nobody_waits(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=1", ":rabbit_delay=9", "Q   ", "   #", "####"));
    int count;
    world_step(world);
    assert_int_equal(world_things(world, &count)->time_to_next, 8);
    drawn_world_steps(world, 3);
    assert_int_equal(world_things(world, &count)->time_to_next, 8);
    world_destroy(world);
}

/* rules/10 9.16 */
static void two_rabbots_kill_one_rabbit_twice_and_one_kills_only_the_first_of_two(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=0", "*   ", "####", ":*=ttr"));
    drawn_world_steps(world, 1);
    assert_int_equal(world_counts(world).killed, 2);
    assert_int_equal(world_counts(world).out, 0);
    world_destroy(world);
    world = drawn_world(LINES(":num_rabbits=0", "*   ", "####", ":*=trr"));
    assert_goes_on(world, 2, "gone");
    assert_string_equal(rabbit_text(world, 3), "1,0 WALKING_RIGHT");
    assert_int_equal(world_counts(world).killed, 1);
    world_destroy(world);
}

/* rules/10 9.17 */
static void before_all_explode_they_decide_once_more_and_use_up_tokens(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=5", "Q      ", " rd  t ", "#######", "#######"));
    world_explode_all(world);
    drawn_world_steps(world, 1);
    assert_int_equal(drawn_world_tokens(world), 0);
    assert_string_equal(rabbit_text(world, 1), "2,1 EXPLODING");
    assert_string_equal(rabbit_text(world, 2), "6,1 EXPLODING");
    assert_string_equal(rabbit_text(world, 3), "0,1 EXPLODING");
    assert_int_equal(world_counts(world).waiting, 0);
    drawn_world_steps(world, 1);
    assert_int_equal(world_counts(world).killed, 2);
    assert_int_equal(world_outcome(world), OUTCOME_LOST);
    world_destroy(world);
}

/* rules/10 9.18 */
static void a_paused_world_refuses_to_step(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":paused=true", "r   ", "####"));
    assert_false(world_step(world));
    assert_int_equal(world_outcome(world), OUTCOME_PAUSED);
    assert_string_equal(rabbit_text(world, 1), "0,0 WALKING_RIGHT");
    world_destroy(world);
}

/* rules/10 9.19 */
static void enough_saved_rabbits_do_not_end_the_level(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=0", "rO    j", "#######"));
    drawn_world_steps(world, 2);
    assert_int_equal(world_counts(world).saved, 1);
    assert_int_equal(world_outcome(world), OUTCOME_RUNNING);
    assert_goes_on(world, 2, "3,0 WALKING_LEFT", "2,0 WALKING_LEFT", "1,0 ENTERING_EXIT", "gone");
    assert_int_equal(world_outcome(world), OUTCOME_WON);
    world_destroy(world);
}

/* rules/10 9.19 */
static void rabbots_do_not_keep_a_level_alive(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=0", ":num_to_save=0", "t   ", "####"));
    assert_int_equal(world_outcome(world), OUTCOME_WON);
    assert_false(world_step(world));
    world_destroy(world);
}

/* rules/10 9.19 */
static void a_level_where_rabbits_wait_and_no_entrance_is_never_ends(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=1", "   ", "###"));
    drawn_world_steps(world, 200);
    assert_int_equal(world_outcome(world), OUTCOME_RUNNING);
    world_destroy(world);
}

/* rules/10 9.20: the cell is made anew twice, and its water is counted once. */
static void a_cell_bashed_from_both_sides_keeps_its_water(void **state)
{
    (void)state;
    struct world *world =
        drawn_world(LINES("#####", "#***#", "#####", ":*=rb", ":*=/n", ":*=jb", ":n=2,1,400"));
    assert_string_equal(rabbit_text(world, 1), "1,1 BASHING_RIGHT");
    assert_string_equal(rabbit_text(world, 2), "3,1 BASHING_LEFT");
    drawn_world_steps(world, 1);
    assert_int_equal(world_block_at(world, 2, 1), BLOCK_NONE);
    assert_int_equal(world_water_at(world, 1, 1) + world_water_at(world, 2, 1), 400);
    assert_int_equal(world_water_at(world, 3, 1), 0); /* the ramp still kept it out */
    drawn_world_steps(world, 1);
    assert_true(world_water_at(world, 3, 1) > 0);
    world_destroy(world);
}

/* rules/10 9.21 */
static void rules_see_the_oldest_block_and_pictures_the_newest(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(" r* ", "####", ":*=/#"));
    assert_string_equal(rabbit_text(world, 1), "1,0 RISING_RIGHT_START");
    assert_drawn_plain(world, LINES(" r# ", "####"));
    world_destroy(world);
    assert_follows(LINES(" r* ", "####", ":*=#/"), 1, "1,0 TURNING_RIGHT_TO_LEFT");
}

/* rules/10 9.21 */
static void each_removal_takes_one_block_off_the_stack(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("** ", "###", ":*=rb", ":*=(#)"));
    assert_string_equal(rabbit_text(world, 1), "0,0 BASHING_RIGHT");
    assert_goes_on(world, 1, "0,0 BASHING_RIGHT");
    assert_int_equal(world_block_at(world, 1, 0), BLOCK_EARTH);
    assert_goes_on(world, 1, "0,0 BASHING_RIGHT");
    assert_int_equal(world_block_at(world, 1, 0), BLOCK_BRIDGE_LEFT);
    assert_goes_on(world, 1, "0,0 WALKING_RIGHT");
    assert_int_equal(world_block_at(world, 1, 0), BLOCK_NONE);
    world_destroy(world);
}

/* rules/10 9.21: two removals of one cell in one step name the same block. */
static void two_bashers_take_one_block_off_the_stack(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("***", "###", ":*=rb", ":*=/\\", ":*=jb"));
    drawn_world_steps(world, 1);
    assert_int_equal(world_block_at(world, 1, 0), BLOCK_SLOPE_LEFT);
    world_destroy(world);
}

/* rules/10 9.34 */
static void a_working_copy_numbers_its_rabbits_anew_and_forgets_what_they_remember(void **state)
{
    (void)state;
    struct world *world =
        drawn_world(LINES(":num_rabbits=2", "*  *  ", "      ", "######", ":*=Q{Entrance.timeToNextRabbit:3}",
                          ":*=r{index:7,Climbing.hasAbility:true,onSlope:true,Falling.heightFallen:2}"));
    assert_string_equal(rabbit_text(world, 7), "3,0 WALKING_RIGHT s");
    struct world *copy = world_working_copy(world);
    assert_string_equal(rabbit_text(copy, 8), "3,0 FALLING_1");
    assert_false(rabbit_with(copy, 8).climb_has);
    assert_int_equal(rabbit_with(copy, 8).height_fallen, 0);
    assert_goes_on(copy, 9, "0,1 WALKING_RIGHT");
    assert_goes_on(world, 8, "gone", "gone", "gone", "0,1 WALKING_RIGHT");
    world_destroy(copy);
    world_destroy(world);
}

/* rules/10 9.34: a token that was claimed while loading is claimed afresh, a crash counted again. */
static void a_working_copy_claims_and_crashes_again(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("* * ", "####", ":*=rk", ":*=tr"));
    struct world *copy = world_working_copy(world);
    assert_string_equal(rabbit_text(copy, 4), "0,0 BLOCKING");
    assert_int_equal(world_counts(world).killed, 1);
    assert_int_equal(world_counts(copy).killed, 2);
    drawn_world_steps(copy, 1);
    assert_int_equal(drawn_world_tokens(copy), 0);
    world_destroy(copy);
    world_destroy(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_token_under_a_rabbit_is_taken_while_loading_and_listed_until_the_first_step),
        cmocka_unit_test(a_rabbot_crashes_while_loading),
        cmocka_unit_test(a_newcomer_decides_before_all_others),
        cmocka_unit_test(a_newcomer_sees_the_old_blocks_first),
        cmocka_unit_test(a_newcomer_does_not_see_the_bridges_of_its_first_step_at_first),
        cmocka_unit_test(claims_and_victims_of_crashes_are_settled_in_the_same_step),
        cmocka_unit_test(a_delay_of_0_stops_the_entrance),
        cmocka_unit_test(the_time_of_an_entrance_stands_still_when_nobody_waits),
        cmocka_unit_test(two_rabbots_kill_one_rabbit_twice_and_one_kills_only_the_first_of_two),
        cmocka_unit_test(before_all_explode_they_decide_once_more_and_use_up_tokens),
        cmocka_unit_test(a_paused_world_refuses_to_step),
        cmocka_unit_test(enough_saved_rabbits_do_not_end_the_level),
        cmocka_unit_test(rabbots_do_not_keep_a_level_alive),
        cmocka_unit_test(a_level_where_rabbits_wait_and_no_entrance_is_never_ends),
        cmocka_unit_test(a_cell_bashed_from_both_sides_keeps_its_water),
        cmocka_unit_test(rules_see_the_oldest_block_and_pictures_the_newest),
        cmocka_unit_test(each_removal_takes_one_block_off_the_stack),
        cmocka_unit_test(two_bashers_take_one_block_off_the_stack),
        cmocka_unit_test(a_working_copy_numbers_its_rabbits_anew_and_forgets_what_they_remember),
        cmocka_unit_test(a_working_copy_claims_and_crashes_again),
    };
    return cmocka_run_group_tests_name("world/quirks of steps", tests, NULL, NULL);
}

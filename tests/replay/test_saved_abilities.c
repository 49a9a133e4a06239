/* Saving a game while a rabbit does something, at every step of it, and going on (rules/10 2.5, rules/20
 * section 8): what is lost is named, with the step in which it shows. */
#include "support/saved_world.h"
#include "support/test.h"

static void walking_turning_and_slopes_are_saved(void **state)
{
    (void)state;
    assert_saves(LINES("#   /\\    #", "#r /##\\   #", "###########"), 20);
}

static void bashing_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES("#*##  #  #", "##########", ":*=rb"), 14);
}

static void a_bash_in_vain_is_over_when_it_is_read_again(void **state)
{
    (void)state;
    assert_saves_except(LINES("#rb M  #", "########"), 6,
                        "1: 2,0 BASHING_USELESSLY_RIGHT -> 2,0 WALKING_RIGHT");
}

static void the_hop_of_an_upward_bash_is_not_saved(void **state)
{
    (void)state;
    /* The rabbit looks the same, but would not sink back onto its slope (rules/20 section 8). */
    assert_saves_except(LINES("  ##   ", " *#### ", "#######", ":*=/r{index:1,onSlope:true}b"), 7,
                        "1: goes on otherwise");
}

static void the_hop_of_an_upward_bash_in_vain_is_not_saved(void **state)
{
    (void)state;
    assert_saves_except(LINES("  M    ", "#*##  #", "#######", ":*=/r{index:1,onSlope:true}b"), 8,
                        "1: goes on otherwise");
}

static void digging_starts_on_a_new_block_when_it_is_read_again(void **state)
{
    (void)state;
    /* The second half of a dig is lost (rules/10 2.5). */
    assert_saves_except(LINES("#* #", "####", "####", "####", "#  #", "#  #", "####", ":*=rd"), 12,
                        "1: 1,1 DIGGING_2 -> 1,1 DIGGING, and is written otherwise",
                        "3: 1,2 DIGGING_2 -> 1,2 DIGGING, and is written otherwise",
                        "5: 1,3 DIGGING_2 -> 1,3 FALLING, and is written otherwise");
}

static void digging_through_a_slope_starts_on_a_new_block_too(void **state)
{
    (void)state;
    assert_saves_except(LINES("#r * #", "######", "######", ":*=/d"), 7,
                        "4: 3,1 DIGGING_2 -> 3,1 DIGGING, and is written otherwise",
                        "6: 3,2 DIGGING_2 -> 3,2 FALLING, and is written otherwise");
}

static void digging_in_vain_is_over_when_it_is_read_again(void **state)
{
    (void)state;
    assert_saves_except(LINES("#rd  #", "##M###"), 6, "1: 2,0 DIGGING_USELESSLY -> 2,0 WALKING_RIGHT");
}

static void bridging_along_and_up_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES("         ", "         ", "         ", "         ", " *       ", "#### # # ",
                       "#       #", "#########", ":*=ri"),
                 16);
}

static void bridging_down_and_up_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES("         ", "         ", "         ", "         ", " *       ", "####     ",
                       "#       #", "#########", ":*=)r{index:1,onSlope:true}i"),
                 16);
}

static void bridging_in_a_corner_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES("#   ", "#(# ", "#*# ", "### ", ":*=ri"), 8);
}

static void bridging_upwards_in_a_corner_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES("#    #", "#    #", "#  # #", "# #*##", "######", ":*=/r{index:1,onSlope:true}i"), 12);
}

static void climbing_starts_again_when_it_is_read_again(void **state)
{
    (void)state;
    /* The state is lost, so the climber cannot know how far it was (rules/20 section 8). */
    assert_saves_except(LINES("      #", "    ###", "    ###", "   *###", "#######", ":*=rc"), 7,
                        "1: 3,3 CLIMBING_RIGHT_CONTINUE_2 -> 3,3 CLIMBING_RIGHT_START",
                        "2: 3,2 CLIMBING_RIGHT_CONTINUE_1 -> 3,2 CLIMBING_RIGHT_START",
                        "3: 3,2 CLIMBING_RIGHT_CONTINUE_2 -> 3,2 CLIMBING_RIGHT_START",
                        "4: 3,1 CLIMBING_RIGHT_END -> 3,1 CLIMBING_RIGHT_START",
                        "7: 5,0 CLIMBING_RIGHT_END -> 5,0 CLIMBING_RIGHT_START");
}

static void climbing_to_a_roof_starts_again_when_it_is_read_again(void **state)
{
    (void)state;
    assert_saves_except(LINES("   ##", "    #", "    #", "#  *#", "#####", ":*=rc"), 8,
                        "1: 3,3 CLIMBING_RIGHT_CONTINUE_2 -> 3,3 CLIMBING_RIGHT_START",
                        "2: 3,2 CLIMBING_RIGHT_CONTINUE_1 -> 3,2 CLIMBING_RIGHT_START",
                        "3: 3,2 CLIMBING_RIGHT_CONTINUE_2 -> 3,2 CLIMBING_RIGHT_START",
                        "4: 3,1 CLIMBING_RIGHT_BANG_HEAD -> 3,1 FALLING");
}

static void a_blocker_that_is_read_again_lets_those_decide_who_come_before_it(void **state)
{
    (void)state;
    /* Everybody was walking before the first evaluation (rules/20 section 3). */
    assert_saves_except(LINES("#r * r #", "########", ":*=rk"), 8,
                        "1: 2,0 TURNING_RIGHT_TO_LEFT -> 2,0 WALKING_RIGHT",
                        "4: 4,0 TURNING_LEFT_TO_RIGHT -> 4,0 WALKING_LEFT",
                        "5: 2,0 TURNING_RIGHT_TO_LEFT -> 2,0 WALKING_RIGHT");
}

static void a_blocker_on_a_slope_that_is_read_again_lets_those_decide_who_come_before_it(void **state)
{
    (void)state;
    assert_saves_except(LINES("#r *  #", "#######", ":*=/j{index:7,onSlope:true}k"), 8,
                        "1: 2,0 TURNING_RIGHT_TO_LEFT -> 2,0 RISING_RIGHT_START",
                        "5: 2,0 TURNING_RIGHT_TO_LEFT -> 2,0 RISING_RIGHT_START");
}

static void a_blocker_that_decides_first_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES(":rabbit_index_count=1", "#*  r #", "#######", ":*=r{index:1}k"), 10);
}

static void an_explosion_is_forgotten(void **state)
{
    (void)state;
    /* Its token is gone. */
    assert_saves_except(LINES("#r  p #", "#######"), 5, "3: 4,0 EXPLODING -> 4,0 WALKING_RIGHT");
}

static void a_brolly_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES("#rl   #", "###   #", "#     #", "#     #", "#     #", "#     #", "#######"), 12);
}

static void falling_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES("#r #", "#  #", "#  #", "#  #", "####"), 8);
}

static void falling_to_death_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES("#r #", "#  #", "#  #", "#  #", "#  #", "#  #", "####"), 8);
}

static void the_second_half_of_a_death_on_a_slope_looks_like_any_other(void **state)
{
    (void)state;
    assert_saves_except(LINES("r", " ", " ", " ", " ", "/", "#"), 8,
                        "3: 0,5 DYING_OF_FALLING_SLOPE_RISE_RIGHT_2 s -> 0,5 DYING_OF_FALLING_2 s");
}

static void so_does_that_after_a_fall_of_an_even_height(void **state)
{
    (void)state;
    assert_saves_except(LINES("r", " ", " ", " ", " ", " ", "\\", "#"), 8,
                        "3: 0,6 DYING_OF_FALLING_2_SLOPE_RISE_LEFT_2 s -> 0,6 DYING_OF_FALLING s");
}

static void drowning_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES("#   #", "#rnN#", "#####", ":n=3,1,4000"), 6);
}

static void entering_an_exit_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES("#r  O ", "######"), 6);
}

static void climbing_into_an_exit_is_forgotten(void **state)
{
    (void)state;
    /* It falls in the cell of the exit. */
    assert_saves_except(LINES("   #", "  O#", "   #", "  *#", "####", ":*=rc"), 8,
                        "1: 2,3 CLIMBING_RIGHT_CONTINUE_2 -> 2,3 CLIMBING_RIGHT_START",
                        "2: 2,2 CLIMBING_RIGHT_CONTINUE_1 -> 2,2 CLIMBING_RIGHT_START",
                        "3: 2,2 CLIMBING_RIGHT_CONTINUE_2 -> 2,2 CLIMBING_RIGHT_START",
                        "4: 2,1 ENTERING_EXIT_CLIMBING_RIGHT -> 2,1 FALLING");
}

static void burning_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES("#r  A ", "######"), 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walking_turning_and_slopes_are_saved),
        cmocka_unit_test(bashing_is_saved),
        cmocka_unit_test(a_bash_in_vain_is_over_when_it_is_read_again),
        cmocka_unit_test(the_hop_of_an_upward_bash_is_not_saved),
        cmocka_unit_test(the_hop_of_an_upward_bash_in_vain_is_not_saved),
        cmocka_unit_test(digging_starts_on_a_new_block_when_it_is_read_again),
        cmocka_unit_test(digging_through_a_slope_starts_on_a_new_block_too),
        cmocka_unit_test(digging_in_vain_is_over_when_it_is_read_again),
        cmocka_unit_test(bridging_along_and_up_is_saved),
        cmocka_unit_test(bridging_down_and_up_is_saved),
        cmocka_unit_test(bridging_in_a_corner_is_saved),
        cmocka_unit_test(bridging_upwards_in_a_corner_is_saved),
        cmocka_unit_test(climbing_starts_again_when_it_is_read_again),
        cmocka_unit_test(climbing_to_a_roof_starts_again_when_it_is_read_again),
        cmocka_unit_test(a_blocker_that_is_read_again_lets_those_decide_who_come_before_it),
        cmocka_unit_test(a_blocker_on_a_slope_that_is_read_again_lets_those_decide_who_come_before_it),
        cmocka_unit_test(a_blocker_that_decides_first_is_saved),
        cmocka_unit_test(an_explosion_is_forgotten),
        cmocka_unit_test(a_brolly_is_saved),
        cmocka_unit_test(falling_is_saved),
        cmocka_unit_test(falling_to_death_is_saved),
        cmocka_unit_test(the_second_half_of_a_death_on_a_slope_looks_like_any_other),
        cmocka_unit_test(so_does_that_after_a_fall_of_an_even_height),
        cmocka_unit_test(drowning_is_saved),
        cmocka_unit_test(entering_an_exit_is_saved),
        cmocka_unit_test(climbing_into_an_exit_is_forgotten),
        cmocka_unit_test(burning_is_saved),
    };
    return cmocka_run_group_tests_name("replay/saved abilities", tests, NULL, NULL);
}

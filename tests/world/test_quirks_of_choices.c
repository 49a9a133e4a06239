/* What one would repair by mistake in how rabbits decide: rules/20 11 Q1 to Q3, Q11 to Q17, Q23 to Q26, Q28,
 * Q30. */
#include "support/followed.h"
#include "support/test.h"
#include "world/build.h"

/* rules/20 11 Q1: climbing is asked before bashing, and chosen after it. */
static void climbing_is_asked_early_and_decided_late(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("    ", "*#  ", "####", ":*=rcb"));
    assert_string_equal(rabbit_text(world, 1), "0,1 BASHING_RIGHT");
    assert_true(rabbit_with(world, 1).climb_has);
    world_destroy(world);
    world = drawn_world(LINES("    ", "*#  ", "####", ":*=rbc"));
    assert_string_equal(rabbit_text(world, 1), "0,1 BASHING_RIGHT");
    assert_false(rabbit_with(world, 1).climb_has);
    world_destroy(world);
    /* Blocking too is chosen before climbing; waiting after it. */
    assert_follows(LINES("    ", "*#  ", "####", ":*=rck"), 1, "0,1 BLOCKING", "0,1 BLOCKING");
    assert_follows(LINES("  j ", "*#  ", "####", ":*=t{index:5,Climbing.hasAbility:true}"), 5,
                   "0,1 CLIMBING_RIGHT_START");
}

/* rules/20 11 Q2 */
static void a_digger_that_loses_to_bashing_still_sinks_onto_its_slope(void **state)
{
    (void)state;
    assert_follows(LINES("  * ", " *##", "####", ":*=##", ":*=/r{index:1,onSlope:true}bd"), 1,
                   "1,1 BASHING_UP_RIGHT s", "1,1 BASHING_RIGHT s", "1,1 BASHING_UP_RIGHT s");
}

/* rules/20 11 Q2 */
static void a_digger_that_loses_to_bashing_keeps_counting(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("*##  ", "#####", "#####", ":*=rbd"));
    assert_string_equal(rabbit_text(world, 1), "0,0 BASHING_RIGHT");
    assert_int_equal(rabbit_with(world, 1).dig_steps, 2);
    assert_goes_on(world, 1, "0,0 DIGGING");
    assert_int_equal(rabbit_with(world, 1).bash_steps, 1);
    world_destroy(world);
}

/* rules/20 11 Q3: digging asks for the state DIGGING, and finds the one that bashing has just put there. */
static void a_choice_sees_the_state_that_an_earlier_one_has_just_stored(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("    ", " *# ", "####", "####", ":*=rbd"));
    assert_string_equal(rabbit_text(world, 1), "1,1 BASHING_RIGHT");
    assert_goes_on(world, 1, "1,1 DIGGING", "1,2 BASHING_RIGHT");
    assert_int_equal(rabbit_with(world, 1).dig_steps, 2); /* not 1, that of DIGGING_2 */
    world_destroy(world);
}

/* rules/20 11 Q11 */
static void a_newcomer_skips_the_first_picture_of_what_it_is_told_to_do(void **state)
{
    (void)state;
    assert_follows(LINES("Q  ", "d  ", "###", "###"), 1, "gone", "0,1 DIGGING_2", "0,1 DIGGING");
    assert_follows(LINES("Q   ", "i   ", "####"), 1, "gone", "0,1 BRIDGING_RIGHT_2",
                   "0,1 BRIDGING_RIGHT_3 s");
    assert_follows(LINES("Q#", "c#", "##"), 1, "gone", "0,1 CLIMBING_RIGHT_CONTINUE_2");
    assert_follows(LINES("Q ", "c#", "##"), 1, "gone", "0,1 CLIMBING_RIGHT_END", "1,0 WALKING_RIGHT");
    assert_follows(LINES("Q  ", "k  ", "###"), 1, "gone", "0,1 BLOCKING");
    assert_follows(LINES("Q   ", "b#  ", "####"), 1, "gone", "0,1 BASHING_RIGHT", "0,1 WALKING_RIGHT");
}

/* rules/20 11 Q11 */
static void nothing_comes_of_an_explode_or_a_useless_bash_token_under_a_newcomer(void **state)
{
    (void)state;
    static const char *const tokens[] = {"p   ", "b   "};
    for (int i = 0; i < 2; i++) {
        struct world *world = drawn_world(LINES("Q   ", tokens[i], "####"));
        assert_goes_on(world, 1, "0,1 WALKING_RIGHT", "1,1 WALKING_RIGHT");
        assert_int_equal(drawn_world_tokens(world), 0);
        world_destroy(world);
    }
}

/* rules/20 11 Q11: the token falls out of the entrance's cell in the step of the birth. */
static void a_newcomer_in_the_air_floats_at_once(void **state)
{
    (void)state;
    assert_follows(LINES("* ", "  ", "  ", "  ", "##", ":*=Ql"), 1, "gone", "0,1 BROLLYCHUTING",
                   "0,2 BROLLYCHUTING", "0,3 WALKING_RIGHT");
}

/* rules/20 11 Q12 */
static void any_token_releases_a_blocker(void **state)
{
    (void)state;
    static const char *const tokens[] = {"c ", "l ", "b ", "d "};
    for (int i = 0; i < 4; i++) {
        struct world *world =
            drawn_world(LINES(tokens[i], "* ", "##", ":*=r{index:1,Blocking.abilityActive:true}"));
        assert_string_equal(rabbit_text(world, 1), "0,1 BLOCKING");
        drawn_world_steps(world, 1);
        assert_false(rabbit_with(world, 1).block_active);
        world_destroy(world);
    }
}

/* rules/20 11 Q12: all that a climb token ends. */
static void a_climb_token_ends_bashing_digging_and_bridging(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("*   ", "####",
                                            ":*=r{index:1,Bashing.stepsOfBashing:2,Digging.stepsOfDigging:2,"
                                            "Bridging.bigSteps:3,Bridging.smallSteps:2}c"));
    struct rabbit rabbit = rabbit_with(world, 1);
    assert_int_equal(rabbit.dig_steps, 0);
    assert_true(rabbit.bash_steps <= 0);
    assert_int_equal(rabbit.bridge_big, 0);
    assert_string_equal(rabbit_text(world, 1), "0,0 WALKING_RIGHT");
    world_destroy(world);
}

/* rules/20 4.3: climbing goes on for whoever is given it anew, even where there is nothing to climb. */
static void a_climb_token_does_not_end_climbing(void **state)
{
    (void)state;
    assert_follows(LINES("*   ", "    ", "####", ":*=r{index:1,Climbing.abilityActive:true}c"), 1,
                   "0,0 WALKING_RIGHT", "1,0 WALKING_RIGHT", "2,0 WALKING_RIGHT");
}

/* rules/20 6.8: the brolly is asked before somebody takes a token, which ends climbing, and chooses after. */
static void a_climber_with_a_brolly_that_takes_a_token_floats(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(
        "*  ", "/  ", "###", ":*=r{index:1,Brollychuting.hasAbility:true,Climbing.abilityActive:true}d"));
    assert_string_equal(rabbit_text(world, 1), "0,0 FALLING_1_ONTO_RISE_RIGHT");
    world_destroy(world);
}

/* rules/20 6.9, 6.11: a count below 0 is no digging, but sinking comes first; who decides then looks about
 * from the slope. */
static void whoever_does_not_dig_any_more_still_sinks_onto_the_slope(void **state)
{
    (void)state;
    struct world *world = world_create(3, 3);
    world_add_block(world, 0, 1, BLOCK_SLOPE_RIGHT, 0);
    struct rabbit *rabbit = world_add_rabbit(world, 0, 0, false, true);
    rabbit->dig_steps = -1;
    rabbit->on_slope = true;
    rabbit->bash_hop = true;
    world_start(world, &(struct world_settings){.num_rabbits = 1});
    assert_string_equal(rabbit_text(world, 1), "0,1 RISING_RIGHT_END s");
    assert_int_equal(rabbit_with(world, 1).dig_steps, -2);
    world_destroy(world);
}

/* rules/20 11 Q13 */
static void those_who_bash_dig_or_block_swallow_further_tokens_one_a_step(void **state)
{
    (void)state;
    struct world *world =
        drawn_world(LINES("*  ", "###", "###", ":*=r{index:1,Blocking.abilityActive:true}kkk"));
    int count;
    assert_true(world_things(world, &count)[0].is_gone);
    assert_false(world_things(world, &count)[1].is_gone);
    assert_goes_on(world, 1, "0,0 BLOCKING");
    assert_int_equal(drawn_world_tokens(world), 1);
    assert_goes_on(world, 1, "0,0 BLOCKING");
    assert_int_equal(drawn_world_tokens(world), 0);
    world_destroy(world);

    world = drawn_world(LINES("*##", "###", ":*=rbb"));
    assert_goes_on(world, 1, "0,0 BASHING_USELESSLY_RIGHT");
    assert_int_equal(drawn_world_tokens(world), 0);
    world_destroy(world);

    world = drawn_world(LINES("* ", "##", "##", "##", ":*=rdd"));
    assert_goes_on(world, 1, "0,1 DIGGING_2");
    assert_int_equal(drawn_world_tokens(world), 1);
    assert_goes_on(world, 1, "0,1 DIGGING");
    assert_int_equal(drawn_world_tokens(world), 0);
    world_destroy(world);
}

/* rules/20 11 Q14 */
static void a_bridge_token_is_left_where_no_bridge_can_start(void **state)
{
    (void)state;
    /* A ceiling ahead; a blocker ahead; a slope with a wall ahead and nothing behind. */
    const char *const *const places[] = {
        LINES(" #  ", "*   ", "####", ":*=ri"),
        LINES("    ", "**  ", "####", ":*=r{index:1}i", ":*=r{index:-7}k"),
        LINES("  # ", " *# ", "####", ":*=/r{index:1,onSlope:true}i"),
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct world *world = drawn_world(places[i]);
        int count;
        assert_false(world_things(world, &count)[0].is_gone);
        assert_int_equal(rabbit_with(world, 1).bridge_big, 0);
        world_destroy(world);
    }
}

/* rules/20 11 Q14 */
static void a_bridge_token_is_left_during_a_run(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("     ", "     ", "     ", "*    ", "#    ", ":*=rii"));
    assert_goes_on(world, 1, "0,3 BRIDGING_RIGHT_2 s", "0,3 BRIDGING_RIGHT_3 s");
    assert_int_equal(drawn_world_tokens(world), 1);
    world_destroy(world);
}

/* rules/20 11 Q15 */
static void a_corner_bridge_needs_a_block_behind_only_on_a_slope(void **state)
{
    (void)state;
    assert_follows(LINES("    ", " *# ", "####", ":*=ri"), 1, "1,1 BRIDGING_IN_CORNER_RIGHT_1");
    assert_follows(LINES("  # ", " *# ", "####", ":*=/r{index:1,onSlope:true}i"), 1,
                   "1,1 TURNING_RIGHT_TO_LEFT_RISING s");
    assert_follows(LINES("# # ", " *# ", "####", ":*=/r{index:1,onSlope:true}i"), 1,
                   "1,1 BRIDGING_IN_CORNER_UP_RIGHT_1 s");
}

/* rules/20 11 Q16 */
static void a_rabbit_inside_a_bridge_bridges_up_without_being_on_it(void **state)
{
    (void)state;
    assert_follows(LINES("     ", "     ", " *   ", "#####", ":*=(ri"), 1, "1,2 BRIDGING_UP_RIGHT_1",
                   "1,2 BRIDGING_UP_RIGHT_2 s");
    assert_follows(LINES("     ", "     ", " *   ", "#####", ":*=)ri"), 1, "1,2 BRIDGING_DOWN_UP_RIGHT_1");
}

/* rules/20 11 Q17: a newcomer skips the first third, which alone would have set the style. */
static void the_style_of_a_bridge_is_set_by_its_first_third_only(void **state)
{
    (void)state;
    assert_follows(LINES("      ", "Q     ", "*     ", "######", ":*=(i"), 1, "gone", "0,2 BRIDGING_RIGHT_2");
}

/* rules/20 11 Q17 */
static void the_style_of_a_bridge_is_remembered_after_it_is_done(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("*    ", "#####", ":*=r{index:1,Bridging.bridgeType:DOWN_UP}"));
    assert_goes_on(world, 1, "1,0 WALKING_RIGHT", "2,0 WALKING_RIGHT");
    assert_int_equal(rabbit_with(world, 1).bridge_style, BRIDGE_DOWN_UP);
    world_destroy(world);
}

/* rules/20 11 Q17 */
static void the_last_third_of_a_bridge_does_not_set_its_style(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("    ", " *# ", "####",
                                            ":*=r{index:1,Bridging.bigSteps:3,Bridging.smallSteps:1,"
                                            "Bridging.bridgeType:UP}"));
    assert_string_equal(rabbit_text(world, 1), "1,1 BRIDGING_IN_CORNER_RIGHT_3");
    drawn_world_steps(world, 1);
    assert_int_equal(world_block_at(world, 1, 1), BLOCK_BRIDGE_RIGHT);
    assert_int_equal(rabbit_with(world, 1).bridge_style, BRIDGE_UP);
    world_destroy(world);
}

/* rules/20 11 Q23 */
static void the_momentum_of_bashing_survives_a_turn(void **state)
{
    (void)state;
    assert_follows(LINES("#** ", "####", ":*=r{index:1}b", ":*=#r{index:-7}k"), 1, "1,0 BASHING_RIGHT",
                   "1,0 TURNING_RIGHT_TO_LEFT", "1,0 BASHING_LEFT");
}

/* rules/20 11 Q23 */
static void a_basher_on_a_slope_with_nothing_above_bashes_into_the_hill(void **state)
{
    (void)state;
    assert_follows(LINES("    ", " *##", "####", ":*=/r{index:1,onSlope:true,Bashing.stepsOfBashing:1}"), 1,
                   "1,1 BASHING_RIGHT s");
}

/* rules/20 11 Q24 */
static void a_useless_bash_ends_bashing_at_metal_only(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("*   ", "####", ":*=r{index:1,Bashing.stepsOfBashing:1}b"));
    assert_string_equal(rabbit_text(world, 1), "0,0 BASHING_USELESSLY_RIGHT");
    assert_int_equal(rabbit_with(world, 1).bash_steps, 2);
    world_destroy(world);
    world = drawn_world(LINES("*M  ", "####", ":*=r{index:1,Bashing.stepsOfBashing:1}b"));
    assert_string_equal(rabbit_text(world, 1), "0,0 BASHING_USELESSLY_RIGHT");
    assert_int_equal(rabbit_with(world, 1).bash_steps, 0);
    world_destroy(world);
}

/* rules/20 11 Q25 */
static void digging_suppresses_falling_for_one_decision_but_not_floating(void **state)
{
    (void)state;
    assert_follows(LINES("* ", "##", "  ", "  ", "  ", "##", ":*=rd"), 1, "0,0 DIGGING", "0,1 DIGGING_2",
                   "0,1 FALLING", "0,3 FALLING_1");
    assert_follows(LINES("* ", "##", "  ", "  ", "  ", "##", ":*=r{index:1,Brollychuting.hasAbility:true}d"),
                   1, "0,0 DIGGING", "0,1 BROLLYCHUTING", "0,2 BROLLYCHUTING");
}

/* rules/20 11 Q26 and 10 T13 */
static void a_climber_passes_a_hole_that_opens_beside_it(void **state)
{
    (void)state;
    assert_follows(LINES("       ", "   #   ", "   #b j", "   ####", "  *#   ", "#######", ":*=rc"), 2,
                   "2,4 CLIMBING_RIGHT_START", "2,4 CLIMBING_RIGHT_CONTINUE_2",
                   "2,3 CLIMBING_RIGHT_CONTINUE_1", "2,3 CLIMBING_RIGHT_CONTINUE_2",
                   "2,2 CLIMBING_RIGHT_CONTINUE_1", "2,2 CLIMBING_RIGHT_CONTINUE_2",
                   "2,1 CLIMBING_RIGHT_END");
}

/* rules/20 11 Q26: a block appears overhead when the bridge before it in its cell is bashed away. */
static void who_has_begun_to_climb_does_not_look_at_the_roof_again(void **state)
{
    (void)state;
    assert_follows(LINES(" ** ", " *# ", "####", ":*=(#", ":*=j{index:2}b", ":*=r{index:1}c"), 1,
                   "1,1 CLIMBING_RIGHT_START", "1,1 CLIMBING_RIGHT_END", "2,0 WALKING_RIGHT");
}

/* rules/20 11 Q28 */
static void a_climber_that_was_saved_on_its_wall_starts_again(void **state)
{
    (void)state;
    assert_follows(LINES("  # ", " *# ", "  # ", "####",
                         ":*=r{index:1,Climbing.abilityActive:true,Climbing.hasAbility:true}"),
                   1, "1,1 CLIMBING_RIGHT_START", "1,1 CLIMBING_RIGHT_CONTINUE_2");
}

/* rules/20 11 Q30 */
static void a_digger_in_the_air_counts_below_zero(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("*    ", " ####", ":*=r{index:1,onSlope:true}d"));
    assert_string_equal(rabbit_text(world, 1), "0,0 WALKING_RIGHT s");
    assert_int_equal(rabbit_with(world, 1).dig_steps, -1);
    assert_goes_on(world, 1, "1,0 WALKING_RIGHT", "2,0 WALKING_RIGHT");
    assert_int_equal(rabbit_with(world, 1).dig_steps, -3);
    world_destroy(world);
}

/* rules/20 6.12: the choice forgets a count below 0 only where nothing can be built, so that the next tick
 * may take it past the least number there is. */
static void a_bridge_count_that_wraps_round_builds(void **state)
{
    (void)state;
    struct world *world = drawn_world(
        LINES("*    ", "#####", ":*=r{index:1,Bridging.bigSteps:-2147483648,Bridging.smallSteps:1}"));
    assert_string_equal(rabbit_text(world, 1), "0,0 WALKING_RIGHT");
    assert_goes_on(world, 1, "1,0 BRIDGING_RIGHT_1");
    world_destroy(world);
    world = drawn_world(LINES("*    ", "#####", ":*=r{index:1,Bridging.bigSteps:-2147483647}"));
    assert_string_equal(rabbit_text(world, 1), "0,0 WALKING_RIGHT");
    assert_goes_on(world, 1, "1,0 BRIDGING_RIGHT_1");
    world_destroy(world);
    world = drawn_world(LINES("*    ", "#####", ":*=r{index:1,Bridging.bigSteps:-2147483646}"));
    assert_goes_on(world, 1, "1,0 WALKING_RIGHT", "2,0 BRIDGING_RIGHT_1");
    world_destroy(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(climbing_is_asked_early_and_decided_late),
        cmocka_unit_test(a_digger_that_loses_to_bashing_still_sinks_onto_its_slope),
        cmocka_unit_test(a_digger_that_loses_to_bashing_keeps_counting),
        cmocka_unit_test(a_choice_sees_the_state_that_an_earlier_one_has_just_stored),
        cmocka_unit_test(a_newcomer_skips_the_first_picture_of_what_it_is_told_to_do),
        cmocka_unit_test(nothing_comes_of_an_explode_or_a_useless_bash_token_under_a_newcomer),
        cmocka_unit_test(a_newcomer_in_the_air_floats_at_once),
        cmocka_unit_test(any_token_releases_a_blocker),
        cmocka_unit_test(a_climb_token_ends_bashing_digging_and_bridging),
        cmocka_unit_test(those_who_bash_dig_or_block_swallow_further_tokens_one_a_step),
        cmocka_unit_test(a_bridge_token_is_left_where_no_bridge_can_start),
        cmocka_unit_test(a_bridge_token_is_left_during_a_run),
        cmocka_unit_test(a_corner_bridge_needs_a_block_behind_only_on_a_slope),
        cmocka_unit_test(a_rabbit_inside_a_bridge_bridges_up_without_being_on_it),
        cmocka_unit_test(the_style_of_a_bridge_is_set_by_its_first_third_only),
        cmocka_unit_test(the_style_of_a_bridge_is_remembered_after_it_is_done),
        cmocka_unit_test(the_last_third_of_a_bridge_does_not_set_its_style),
        cmocka_unit_test(the_momentum_of_bashing_survives_a_turn),
        cmocka_unit_test(a_basher_on_a_slope_with_nothing_above_bashes_into_the_hill),
        cmocka_unit_test(a_useless_bash_ends_bashing_at_metal_only),
        cmocka_unit_test(digging_suppresses_falling_for_one_decision_but_not_floating),
        cmocka_unit_test(a_climber_passes_a_hole_that_opens_beside_it),
        cmocka_unit_test(who_has_begun_to_climb_does_not_look_at_the_roof_again),
        cmocka_unit_test(a_climber_that_was_saved_on_its_wall_starts_again),
        cmocka_unit_test(a_digger_in_the_air_counts_below_zero),
        cmocka_unit_test(a_bridge_count_that_wraps_round_builds),
        cmocka_unit_test(a_climb_token_does_not_end_climbing),
        cmocka_unit_test(a_climber_with_a_brolly_that_takes_a_token_floats),
        cmocka_unit_test(whoever_does_not_dig_any_more_still_sinks_onto_the_slope),
    };
    return cmocka_run_group_tests_name("world/quirks of choices", tests, NULL, NULL);
}

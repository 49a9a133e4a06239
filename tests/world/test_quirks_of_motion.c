/* What one would repair by mistake in how rabbits move, fall and leave: rules/20 11 Q4 to Q10, Q18 to Q22,
 * Q27, Q29, Q31. */
#include "support/followed.h"
#include "support/test.h"

/* rules/20 11 Q4 */
static void who_believes_to_be_on_a_slope_does_not_fall(void **state)
{
    (void)state;
    assert_follows(LINES("*   ", "    ", "    ", "####", ":*=r{index:1,onSlope:true}"), 1,
                   "0,0 WALKING_RIGHT s", "1,0 FALLING");
    assert_follows(LINES("*   ", "    ", "    ", "####", ":*=r{index:1}"), 1, "0,0 FALLING");
}

/* rules/20 11 Q4: the flag is set by bridging on flat ground and kept by blocking. */
static void bridging_on_flat_ground_puts_the_rabbit_on_a_slope(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":block=1", "*   ", "####", ":*=ri"));
    assert_goes_on(world, 1, "0,0 BRIDGING_RIGHT_2 s");
    world_place_token(world, ABILITY_BLOCK, 0, 0);
    assert_goes_on(world, 1, "0,0 BLOCKING s", "0,0 BLOCKING s");
    world_destroy(world);
}

/* rules/20 11 Q5, 7.6 */
static void a_removal_drops_a_rabbit_even_if_another_bridge_remains(void **state)
{
    (void)state;
    struct world *world =
        drawn_world(LINES("     ", "  ** ", "   # ", "     ", "#####",
                          ":*=((r{index:1,Blocking.abilityActive:true,onSlope:true}", ":*=j{index:2}b"));
    assert_string_equal(rabbit_text(world, 1), "2,1 BLOCKING_RISE_RIGHT s");
    assert_goes_on(world, 1, "2,1 FALLING s");
    assert_int_equal(world_block_at(world, 2, 1), BLOCK_BRIDGE_RIGHT);
    assert_goes_on(world, 1, "2,3 WALKING_RIGHT");
    world_destroy(world);
}

/* rules/20 11 Q5, 7.7: a step later the slope is no longer "just gone". */
static void a_blocker_whose_slope_and_then_whose_ground_is_taken_hovers(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":bash=1", "     ", "  ** ", " *###", " #   ", "#####",
                                            ":*=/r{index:1,Blocking.abilityActive:true,onSlope:true}",
                                            ":*=j{index:2}b", ":*=r{index:3,Blocking.abilityActive:true}"));
    assert_goes_on(world, 1, "2,1 BLOCKING s");
    assert_int_equal(world_block_at(world, 2, 1), BLOCK_NONE);
    world_place_token(world, ABILITY_BASH, 1, 2);
    assert_goes_on(world, 1, "2,1 BLOCKING s", "2,1 BLOCKING s", "2,1 BLOCKING s");
    assert_int_equal(world_block_at(world, 2, 2), BLOCK_NONE);
    world_destroy(world);
}

/* rules/20 11 Q6 and 10 T7 */
static void a_brolly_caught_too_late_kills_in_the_air(void **state)
{
    (void)state;
    assert_follows(LINES("r", " ", "l", " ", " ", " ", " ", " ", " ", " ", " "), 1, "0,0 FALLING",
                   "0,2 FALLING", "0,4 FALLING", "0,6 DYING_OF_FALLING", "gone");
}

/* rules/20 11 Q7 */
static void the_height_fallen_is_still_known_after_landing(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("r   ", "    ", "    ", "    ", "####"));
    assert_goes_on(world, 1, "0,2 FALLING_1", "0,3 WALKING_RIGHT");
    assert_int_equal(rabbit_with(world, 1).height_fallen, 3);
    assert_goes_on(world, 1, "1,3 WALKING_RIGHT");
    assert_int_equal(rabbit_with(world, 1).height_fallen, 0);
    world_destroy(world);
}

/* rules/20 11 Q8 */
static void a_deadly_landing_on_a_slope_can_look_like_any_other(void **state)
{
    (void)state;
    assert_follows(LINES("* ", "  ", "/ ", "##", ":*=r{index:1,Falling.heightFallen:3}"), 1,
                   "0,0 FALLING_ONTO_RISE_RIGHT", "0,2 DYING_OF_FALLING_2 s", "gone");
    assert_follows(LINES("* ", "  ", "\\ ", "##", ":*=t{index:1,Falling.heightFallen:4}"), 1,
                   "0,0 FALLING_ONTO_LOWER_RIGHT", "0,2 DYING_OF_FALLING s", "gone");
}

/* rules/20 11 Q9 */
static void counters_move_at_once_and_lists_later(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=0", "*   ", "####", ":*=ttr"));
    assert_int_equal(world_counts(world).killed, 2);
    assert_int_equal(world_counts(world).out, 1);
    drawn_world_steps(world, 1);
    assert_int_equal(world_counts(world).killed, 2);
    assert_int_equal(world_counts(world).out, 0);
    world_destroy(world);
}

/* rules/20 11 Q10, rules/10 9.4 */
static void rabbits_saved_without_an_index_leave_together(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=0", "* O* ", "#####", ":*=r{}", ":*=r{}"));
    assert_goes_on(world, -1, "1,0 WALKING_RIGHT");
    drawn_world_steps(world, 2);
    assert_int_equal(world_counts(world).saved, 1);
    assert_int_equal(world_counts(world).out, 0);
    world_destroy(world);
}

/* rules/20 11 Q10, rules/10 9.5 */
static void a_number_that_was_given_twice_takes_both_rabbits_away(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=0", "r * ", "####", ":*=r{index:1}p"));
    drawn_world_steps(world, 1);
    assert_int_equal(world_counts(world).killed, 1);
    assert_int_equal(world_counts(world).out, 0);
    world_destroy(world);
}

/* rules/20 11 Q18 */
static void bridging_into_a_slope_lays_a_block_on_it(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("     ", "     ", "*/   ", "#####", ":*=ri"));
    drawn_world_steps(world, 3);
    assert_drawn_plain(world, LINES("     ", "     ", " r   ", "#####"));
    struct block_piece pieces[2];
    assert_int_equal(world_blocks_at(world, 1, 2, pieces, 2), 2);
    assert_int_equal(pieces[0].block, BLOCK_SLOPE_RIGHT);
    assert_int_equal(pieces[1].block, BLOCK_BRIDGE_RIGHT);
    world_destroy(world);
}

/* rules/20 11 Q18 */
static void bridging_into_a_stack_lays_a_block_on_top_of_it(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("     ", "     ", "**   ", "#####", ":*=ri", ":*=/)"));
    drawn_world_steps(world, 3);
    struct block_piece pieces[3];
    assert_int_equal(world_blocks_at(world, 1, 2, pieces, 3), 3);
    assert_int_equal(pieces[0].block, BLOCK_SLOPE_RIGHT);
    assert_int_equal(pieces[1].block, BLOCK_BRIDGE_LEFT);
    assert_int_equal(pieces[2].block, BLOCK_BRIDGE_RIGHT);
    world_destroy(world);
}

/* rules/20 11 Q19, rules/10 9.22 */
static void a_bridge_can_be_built_out_of_the_world(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("   ", "*  ", "###", ":*=ji"));
    uint64_t before = world_terrain_hash(world);
    assert_goes_on(world, 1, "0,1 BRIDGING_LEFT_2 s", "0,1 BRIDGING_LEFT_3 s", "-1,1 OUT_OF_BOUNDS s",
                   "gone");
    assert_int_equal(world_block_at(world, -1, 1), BLOCK_NONE);
    assert_true(world_terrain_hash(world) == before);
    assert_drawn_plain(world, LINES("   ", "   ", "###"));
    world_destroy(world);
    /* Over the top. */
    assert_follows(LINES("*  ", "###", ":*=(r{index:1,onSlope:true}i"), 1, "0,0 BRIDGING_UP_RIGHT_1 s",
                   "0,0 BRIDGING_UP_RIGHT_2 s", "0,0 BRIDGING_UP_RIGHT_3 s", "1,-1 OUT_OF_BOUNDS s", "gone");
}

/* rules/20 11 Q20 */
static void a_blocker_below_turns_one_who_would_walk_off_the_slope(void **state)
{
    (void)state;
    assert_follows(LINES("r    ", "#\\   ", "##*  ", "#####", ":*=r{index:-7}k"), 1,
                   "0,0 LOWERING_RIGHT_START", "1,1 TURNING_RIGHT_TO_LEFT_LOWERING s");
    assert_follows(LINES("r    ", "#\\   ", "##*  ", "#####", ":*=r{index:-7}"), 1,
                   "0,0 LOWERING_RIGHT_START", "1,1 LOWERING_RIGHT_END s");
}

/* rules/20 11 Q20 */
static void a_blocker_above_turns_one_who_would_go_over_the_crest(void **state)
{
    (void)state;
    assert_follows(LINES("  * ", "r/\\ ", "####", ":*=r{index:-7,onSlope:true}k"), 1,
                   "0,1 RISING_RIGHT_START", "1,1 TURNING_RIGHT_TO_LEFT_RISING s");
}

/* rules/20 11 Q21 */
static void turning_on_a_bridge_below_a_bridge_lifts_the_rabbit(void **state)
{
    (void)state;
    assert_follows(LINES("    ", " (# ", " *# ", "### ", ":*=(r{index:1,onSlope:true}"), 1,
                   "1,2 TURNING_RIGHT_TO_LEFT_RISING s", "1,1 LOWERING_LEFT_END s");
    assert_follows(LINES("    ", " )  ", "#*  ", "### ", ":*=(j{index:1,onSlope:true}"), 1,
                   "1,2 TURNING_LEFT_TO_RIGHT_LOWERING s", "1,1 LOWERING_RIGHT_END s");
}

/* rules/20 11 Q21 */
static void a_plain_turn_inside_a_bridge_puts_the_rabbit_onto_it(void **state)
{
    (void)state;
    assert_follows(LINES(" ( ", "#(j", "###"), 1, "2,1 WALKING_LEFT", "1,1 TURNING_LEFT_TO_RIGHT",
                   "1,1 RISING_RIGHT_END s");
}

/* rules/20 11 Q22 */
static void a_rabbit_that_leaves_a_slope_into_the_back_of_a_bridge_is_not_on_it(void **state)
{
    (void)state;
    assert_follows(LINES("  )  ", "r/###", "#####"), 1, "0,1 RISING_RIGHT_START", "1,1 RISING_RIGHT_END s",
                   "2,0 WALKING_RIGHT");
    assert_follows(LINES("r    ", "#\\)  ", "#####"), 1, "0,0 LOWERING_RIGHT_START",
                   "1,1 LOWERING_RIGHT_END s", "2,1 WALKING_RIGHT");
}

/* rules/20 11 Q27 */
static void who_falls_through_an_exit_is_not_saved_and_who_floats_is(void **state)
{
    (void)state;
    assert_follows(LINES("r ", "  ", "O ", "  ", "  ", "##"), 1, "0,0 FALLING", "0,2 FALLING",
                   "0,4 WALKING_RIGHT");
    assert_follows(LINES("* ", "  ", "O ", "  ", "  ", "##", ":*=r{index:1,Brollychuting.hasAbility:true}"),
                   1, "0,0 BROLLYCHUTING", "0,1 BROLLYCHUTING", "0,2 ENTERING_EXIT", "gone");
}

/* rules/20 11 Q27: dead on landing in the exit. */
static void who_fell_to_death_is_not_saved(void **state)
{
    (void)state;
    assert_follows(LINES("* ", "O ", "##", ":*=r{index:1,Falling.heightFallen:4}"), 1,
                   "0,0 FALLING_1_TO_DEATH", "0,1 DYING_OF_FALLING_2", "gone");
}

/* rules/20 11 Q27 */
static void rabbots_pass_exits_but_are_blocked_and_fall(void **state)
{
    (void)state;
    assert_follows(LINES("tO  ", "##  ", "    ", "####"), 1, "0,0 WALKING_RIGHT", "1,0 WALKING_RIGHT",
                   "2,0 FALLING", "2,2 WALKING_RIGHT");
    assert_follows(LINES("t * ", "####", ":*=r{index:-7}k"), 1, "0,0 WALKING_RIGHT",
                   "1,0 TURNING_RIGHT_TO_LEFT");
}

/* rules/20 11 Q29 */
static void who_lands_on_a_slope_that_is_bashed_away_in_that_step_is_on_a_slope(void **state)
{
    (void)state;
    assert_follows(LINES(" r   ", "     ", " /*  ", "#####", ":*=jb"), 1, "1,0 FALLING_ONTO_RISE_RIGHT",
                   "1,2 WALKING_RIGHT s");
}

/* rules/20 11 Q29: the faller arrives together with the bridge, and falls past it. */
static void a_bridge_finished_in_that_step_is_not_landed_on(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("     ", " r   ", "     ", "*    ", "#    ", "     ", "#####",
                                            ":*=r{index:-7,Bridging.bigSteps:3,Bridging.smallSteps:1}"));
    assert_string_equal(rabbit_text(world, -7), "0,3 BRIDGING_RIGHT_3");
    assert_goes_on(world, 1, "1,3 FALLING");
    assert_int_equal(world_block_at(world, 1, 3), BLOCK_BRIDGE_RIGHT);
    world_destroy(world);
}

/* rules/20 11 Q31 */
static void the_name_of_a_level_changes_nothing(void **state)
{
    (void)state;
    struct world *named = drawn_world(
        LINES(":name=Ghost versus pie", ":rabbit_index_count=1", "          r/  ", "##############"));
    struct world *plain =
        drawn_world(LINES(":name=x", ":rabbit_index_count=1", "          r/  ", "##############"));
    assert_goes_on(named, 2, "11,0 RISING_RIGHT_END s", "12,-1 OUT_OF_BOUNDS", "gone");
    drawn_world_steps(plain, 3);
    assert_true(world_hash(named) == world_hash(plain));
    world_destroy(named);
    world_destroy(plain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_believes_to_be_on_a_slope_does_not_fall),
        cmocka_unit_test(bridging_on_flat_ground_puts_the_rabbit_on_a_slope),
        cmocka_unit_test(a_removal_drops_a_rabbit_even_if_another_bridge_remains),
        cmocka_unit_test(a_blocker_whose_slope_and_then_whose_ground_is_taken_hovers),
        cmocka_unit_test(a_brolly_caught_too_late_kills_in_the_air),
        cmocka_unit_test(the_height_fallen_is_still_known_after_landing),
        cmocka_unit_test(a_deadly_landing_on_a_slope_can_look_like_any_other),
        cmocka_unit_test(counters_move_at_once_and_lists_later),
        cmocka_unit_test(rabbits_saved_without_an_index_leave_together),
        cmocka_unit_test(a_number_that_was_given_twice_takes_both_rabbits_away),
        cmocka_unit_test(bridging_into_a_slope_lays_a_block_on_it),
        cmocka_unit_test(bridging_into_a_stack_lays_a_block_on_top_of_it),
        cmocka_unit_test(a_bridge_can_be_built_out_of_the_world),
        cmocka_unit_test(a_blocker_below_turns_one_who_would_walk_off_the_slope),
        cmocka_unit_test(a_blocker_above_turns_one_who_would_go_over_the_crest),
        cmocka_unit_test(turning_on_a_bridge_below_a_bridge_lifts_the_rabbit),
        cmocka_unit_test(a_plain_turn_inside_a_bridge_puts_the_rabbit_onto_it),
        cmocka_unit_test(a_rabbit_that_leaves_a_slope_into_the_back_of_a_bridge_is_not_on_it),
        cmocka_unit_test(who_falls_through_an_exit_is_not_saved_and_who_floats_is),
        cmocka_unit_test(who_fell_to_death_is_not_saved),
        cmocka_unit_test(rabbots_pass_exits_but_are_blocked_and_fall),
        cmocka_unit_test(who_lands_on_a_slope_that_is_bashed_away_in_that_step_is_on_a_slope),
        cmocka_unit_test(a_bridge_finished_in_that_step_is_not_landed_on),
        cmocka_unit_test(the_name_of_a_level_changes_nothing),
    };
    return cmocka_run_group_tests_name("world/quirks of motion", tests, NULL, NULL);
}

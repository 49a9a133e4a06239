/* Single rows of the tables of rules/20 section 6: each is left out or weakened at the price of one of these.
 */
#include "support/followed.h"
#include "support/test.h"

/* 6.10 row 1 */
static void bashing_on_ends_at_metal_above_the_slope(void **state)
{
    (void)state;
    assert_follows(LINES("  M ", " *##", "####", ":*=/r{index:1,onSlope:true,Bashing.stepsOfBashing:1}"), 1,
                   "1,1 BASHING_USELESSLY_RIGHT_UP s", "1,0 TURNING_RIGHT_TO_LEFT s");
}

/* Section 5: bash, dig, bridge and block need something below. */
static void tokens_for_work_are_left_in_the_air(void **state)
{
    (void)state;
    static const char *const tokens[] = {"b", "d", "i", "k"};
    for (int i = 0; i < 4; i++) {
        struct world *world = drawn_world(LINES("r", " ", tokens[i], " ", " ", " ", " ", " ", " ", " "));
        assert_goes_on(world, 1, "0,2 FALLING", "0,4 FALLING");
        assert_int_equal(drawn_world_tokens(world), 1);
        world_destroy(world);
    }
}

/* Section 5: explode, brolly and climb do not. */
static void a_climb_token_is_taken_in_the_air(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("r", " ", "c", " ", " ", " ", " ", " ", " ", " "));
    assert_goes_on(world, 1, "0,2 FALLING", "0,4 FALLING");
    assert_true(rabbit_with(world, 1).climb_has);
    world_destroy(world);
    assert_follows(LINES("r", " ", "p", " ", " ", " ", " ", " ", " ", " "), 1, "0,0 FALLING", "0,2 FALLING",
                   "0,4 EXPLODING");
}

/* Section 5, first note: a slope below is enough. */
static void above_a_slope_tokens_for_work_are_taken_in_the_air(void **state)
{
    (void)state;
    /* T11: a bash token is wasted. */
    struct world *world = drawn_world(LINES("*  ", "/  ", "###", ":*=rb"));
    assert_string_equal(rabbit_text(world, 1), "0,0 FALLING_1_ONTO_RISE_RIGHT");
    assert_int_equal(rabbit_with(world, 1).bash_steps, 0);
    drawn_world_steps(world, 1);
    assert_int_equal(drawn_world_tokens(world), 0);
    world_destroy(world);
    assert_follows(LINES("*  ", "/  ", "###", ":*=rk"), 1, "0,0 FALLING_1_ONTO_RISE_RIGHT",
                   "0,1 BLOCKING_RISE_RIGHT s");
    assert_follows(LINES("*  ", "/  ", "###", ":*=rd"), 1, "0,0 FALLING_1_ONTO_RISE_RIGHT",
                   "0,1 DIGGING_ON_SLOPE s");
    assert_follows(LINES("   ", "*  ", "/  ", "###", ":*=ri"), 1, "0,1 FALLING_1_ONTO_RISE_RIGHT",
                   "0,2 BRIDGING_RIGHT_2 s");
}

/* 6.9 */
static void a_blocker_sinks_back_onto_its_slope(void **state)
{
    (void)state;
    struct world *world =
        drawn_world(LINES(":block=1", "    ", " *##", "####", ":*=/r{index:1,onSlope:true}b"));
    assert_string_equal(rabbit_text(world, 1), "1,1 BASHING_USELESSLY_RIGHT_UP s");
    world_place_token(world, ABILITY_BLOCK, 1, 0);
    assert_goes_on(world, 1, "1,1 BLOCKING_RISE_RIGHT s");
    assert_false(rabbit_with(world, 1).bash_hop);
    world_destroy(world);
}

/* 6.9: onto a slope only. */
static void a_blocker_does_not_sink_where_its_slope_is_gone(void **state)
{
    (void)state;
    struct world *world = drawn_world(
        LINES(":block=1", "     ", " **  ", "#####", ":*=/r{index:1,onSlope:true}b", ":*=j{index:2}b"));
    world_place_token(world, ABILITY_BLOCK, 1, 0);
    assert_goes_on(world, 1, "1,0 BLOCKING s");
    world_destroy(world);
}

/* 6.11 row 3 */
static void digging_on_ends_at_metal(void **state)
{
    (void)state;
    assert_follows(LINES("*  ", "###", "MMM", ":*=rd"), 1, "0,0 DIGGING", "0,1 DIGGING_2",
                   "0,1 DIGGING_USELESSLY", "0,1 TURNING_RIGHT_TO_LEFT");
}

/* 6.12, wall case, rows 2 and 3 */
static void a_bridge_up_a_corner_needs_room_two_cells_above(void **state)
{
    (void)state;
    assert_follows(LINES(" (  ", "# # ", " *# ", "####", ":*=/r{index:1,onSlope:true}i"), 1,
                   "1,2 BRIDGING_IN_CORNER_UP_RIGHT_1 s");
    assert_follows(LINES(" /  ", "# # ", " *# ", "####", ":*=/r{index:1,onSlope:true}i"), 1,
                   "1,2 TURNING_RIGHT_TO_LEFT_RISING s");
}

/* 6.12, wall case: with the first piece only. */
static void a_corner_bridge_has_one_piece(void **state)
{
    (void)state;
    assert_follows(LINES("    ", "# # ", "#*# ", "####", ":*=ri"), 1, "1,2 BRIDGING_IN_CORNER_RIGHT_1",
                   "1,2 BRIDGING_IN_CORNER_RIGHT_2 s", "1,2 BRIDGING_IN_CORNER_RIGHT_3 s",
                   "1,2 TURNING_RIGHT_TO_LEFT_RISING s");
}

/* 6.12, open case, row 3 */
static void a_bridge_up_needs_an_open_cell_ahead_too(void **state)
{
    (void)state;
    assert_follows(LINES("    ", "    ", " *# ", "####", ":*=(r{index:1,onSlope:true}i"), 1,
                   "1,2 RISING_RIGHT_END s");
    assert_follows(LINES("    ", "    ", " *( ", "####", ":*=(r{index:1,onSlope:true}i"), 1,
                   "1,2 BRIDGING_UP_RIGHT_1 s");
}

/* 6.12, open case, row 4 */
static void a_bridge_passes_below_a_bridge_but_not_below_a_slope(void **state)
{
    (void)state;
    assert_follows(LINES(" (   ", "*    ", "#    ", ":*=ri"), 1, "0,1 BRIDGING_RIGHT_1");
    assert_follows(LINES(" /   ", "*    ", "#    ", ":*=ri"), 1, "0,1 WALKING_RIGHT");
}

/* 6.12, open case, row 5 */
static void a_second_piece_needs_no_full_block_two_cells_above(void **state)
{
    (void)state;
    assert_follows(LINES("##    ", "      ", "*     ", "#     ", ":*=ri"), 1, "0,2 BRIDGING_RIGHT_1",
                   "0,2 BRIDGING_RIGHT_2 s", "0,2 BRIDGING_RIGHT_3 s", "1,2 RISING_RIGHT_END s");
    assert_follows(LINES("#/    ", "      ", "*     ", "#     ", ":*=ri"), 1, "0,2 BRIDGING_RIGHT_1",
                   "0,2 BRIDGING_RIGHT_2 s", "0,2 BRIDGING_RIGHT_3 s", "1,2 BRIDGING_UP_RIGHT_1 s");
}

/* 6.8 row 2 */
static void a_climber_with_a_brolly_climbs(void **state)
{
    (void)state;
    assert_follows(LINES("   #", "   #", "   #", "  *#", "####",
                         ":*=r{index:1,Brollychuting.hasAbility:true,Climbing.hasAbility:true}"),
                   1, "2,3 CLIMBING_RIGHT_START", "2,3 CLIMBING_RIGHT_CONTINUE_2",
                   "2,2 CLIMBING_RIGHT_CONTINUE_1", "2,2 CLIMBING_RIGHT_CONTINUE_2");
}

/* 6.14: on a slope it is the cell above the one ahead that must be a wall. */
static void a_climb_from_a_slope_starts_at_the_wall_above(void **state)
{
    (void)state;
    assert_follows(
        LINES("    ", "    ", " *# ", "####", ":*=/r{index:1,onSlope:true,Climbing.hasAbility:true}"), 1,
        "1,2 RISING_RIGHT_END s");
    assert_follows(
        LINES("    ", "  # ", " *  ", "####", ":*=/r{index:1,onSlope:true,Climbing.hasAbility:true}"), 1,
        "1,2 CLIMBING_RIGHT_START s");
}

/* 6.14 */
static void no_climb_starts_below_a_roof_unless_it_is_a_bridge(void **state)
{
    (void)state;
    assert_follows(LINES(" ## ", " *# ", "####", ":*=r{index:1,Climbing.hasAbility:true}"), 1,
                   "1,1 TURNING_RIGHT_TO_LEFT");
    assert_follows(LINES(" (# ", " *# ", "####", ":*=r{index:1,Climbing.hasAbility:true}"), 1,
                   "1,1 CLIMBING_RIGHT_START");
}

/* 6.14: the top of the wall counts as a slope only if it rises. */
static void a_climb_can_end_on_a_bridge(void **state)
{
    (void)state;
    assert_follows(LINES("  ) ", "  # ", " *# ", "####", ":*=rc"), 1, "1,2 CLIMBING_RIGHT_START",
                   "1,2 CLIMBING_RIGHT_CONTINUE_2", "1,1 CLIMBING_RIGHT_END", "2,0 WALKING_RIGHT");
    assert_follows(LINES("  ( ", "  # ", " *# ", "####", ":*=rc"), 1, "1,2 CLIMBING_RIGHT_START",
                   "1,2 CLIMBING_RIGHT_CONTINUE_2", "1,1 CLIMBING_RIGHT_END", "2,0 RISING_RIGHT_END s");
}

/* 6.16, down slopes, row 4 */
static void a_blocker_at_the_foot_of_a_slope_turns_who_comes_down(void **state)
{
    (void)state;
    assert_follows(LINES("r   ", "#\\* ", "####", ":*=r{index:-7}k"), 1, "0,0 LOWERING_RIGHT_START",
                   "1,1 TURNING_RIGHT_TO_LEFT_LOWERING s");
}

/* 6.16, elsewhere, row 3 */
static void a_blocker_on_a_slope_turns_who_would_step_down_to_it(void **state)
{
    (void)state;
    assert_follows(LINES("r   ", "#*  ", "####", ":*=\\r{index:-7}k"), 1, "0,0 TURNING_RIGHT_TO_LEFT");
}

/* 6.16, bridge rule */
static void turning_inside_an_earth_slope_does_not_put_the_rabbit_onto_it(void **state)
{
    (void)state;
    assert_follows(LINES("    ", " *# ", "####", ":*=/r"), 1, "1,1 TURNING_RIGHT_TO_LEFT",
                   "1,1 WALKING_LEFT");
    assert_follows(LINES("    ", " *# ", "####", ":*=)r"), 1, "1,1 TURNING_RIGHT_TO_LEFT",
                   "1,1 RISING_LEFT_END s");
}

/* 6.15 */
static void a_rabbot_waits_for_who_comes_one_row_above_or_below(void **state)
{
    (void)state;
    assert_follows(LINES(" j  ", "t## ", "####"), 2, "0,1 WAITING_RIGHT");
    assert_follows(LINES("t   ", "#j  ", "####"), 1, "0,0 WAITING_RIGHT");
    assert_follows(LINES(" j  ", "    ", "t   ", "####"), 2, "0,2 WALKING_RIGHT");
}

/* 6.15 */
static void a_rabbot_waits_neither_for_blockers_nor_for_rabbots(void **state)
{
    (void)state;
    assert_follows(LINES("t * ", "####", ":*=j{index:-7}k"), 1, "0,0 WALKING_RIGHT",
                   "1,0 TURNING_RIGHT_TO_LEFT");
    assert_follows(LINES("t*  ", "####", ":*=yr"), 1, "0,0 WALKING_RIGHT");
}

/* 6.15 */
static void a_rabbot_that_blocks_or_digs_does_not_wait(void **state)
{
    (void)state;
    assert_follows(LINES("*  j", "####", ":*=tk"), 2, "0,0 BLOCKING", "0,0 BLOCKING", "0,0 BLOCKING",
                   "0,0 BLOCKING");
    assert_follows(LINES("*   ", "#  j", "####", "####", ":*=td"), 2, "0,0 DIGGING", "0,1 DIGGING_2",
                   "0,1 DIGGING");
}

/* 6.15: and what it has begun is over. */
static void waiting_ends_what_a_rabbot_was_doing(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(" j   ", "*##  ", "#####",
                                            ":*=t{index:7,Bashing.stepsOfBashing:2,Bridging.bigSteps:3,"
                                            "Bridging.smallSteps:3}"));
    assert_true(rabbit_with(world, 7).bash_steps <= 2);
    assert_int_equal(rabbit_with(world, 7).bridge_big, 0);
    world_destroy(world);
}

/* 4.4 */
static void floating_forgets_the_height_fallen(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(
        "* ", "  ", "  ", "  ", "##", ":*=r{index:1,Brollychuting.hasAbility:true,Falling.heightFallen:4}"));
    assert_int_equal(rabbit_with(world, 1).height_fallen, 4);
    assert_goes_on(world, 1, "0,1 BROLLYCHUTING");
    assert_int_equal(rabbit_with(world, 1).height_fallen, 0);
    world_destroy(world);
}

/* 4.4 */
static void digging_forgets_the_hop(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":dig=1", "     ", " **  ", "#####", "#####",
                                            ":*=/#r{index:1,onSlope:true}b", ":*=j{index:2}b"));
    world_place_token(world, ABILITY_DIG, 1, 0);
    assert_goes_on(world, 1, "1,0 DIGGING s");
    assert_true(rabbit_with(world, 1).bash_hop);
    drawn_world_steps(world, 1);
    assert_false(rabbit_with(world, 1).bash_hop);
    world_destroy(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bashing_on_ends_at_metal_above_the_slope),
        cmocka_unit_test(tokens_for_work_are_left_in_the_air),
        cmocka_unit_test(a_climb_token_is_taken_in_the_air),
        cmocka_unit_test(above_a_slope_tokens_for_work_are_taken_in_the_air),
        cmocka_unit_test(a_blocker_sinks_back_onto_its_slope),
        cmocka_unit_test(a_blocker_does_not_sink_where_its_slope_is_gone),
        cmocka_unit_test(digging_on_ends_at_metal),
        cmocka_unit_test(a_bridge_up_a_corner_needs_room_two_cells_above),
        cmocka_unit_test(a_corner_bridge_has_one_piece),
        cmocka_unit_test(a_bridge_up_needs_an_open_cell_ahead_too),
        cmocka_unit_test(a_bridge_passes_below_a_bridge_but_not_below_a_slope),
        cmocka_unit_test(a_second_piece_needs_no_full_block_two_cells_above),
        cmocka_unit_test(a_climber_with_a_brolly_climbs),
        cmocka_unit_test(a_climb_from_a_slope_starts_at_the_wall_above),
        cmocka_unit_test(no_climb_starts_below_a_roof_unless_it_is_a_bridge),
        cmocka_unit_test(a_climb_can_end_on_a_bridge),
        cmocka_unit_test(a_blocker_at_the_foot_of_a_slope_turns_who_comes_down),
        cmocka_unit_test(a_blocker_on_a_slope_turns_who_would_step_down_to_it),
        cmocka_unit_test(turning_inside_an_earth_slope_does_not_put_the_rabbit_onto_it),
        cmocka_unit_test(a_rabbot_waits_for_who_comes_one_row_above_or_below),
        cmocka_unit_test(a_rabbot_waits_neither_for_blockers_nor_for_rabbots),
        cmocka_unit_test(a_rabbot_that_blocks_or_digs_does_not_wait),
        cmocka_unit_test(waiting_ends_what_a_rabbot_was_doing),
        cmocka_unit_test(floating_forgets_the_height_fallen),
        cmocka_unit_test(digging_forgets_the_hop),
    };
    return cmocka_run_group_tests_name("world/single rows", tests, NULL, NULL);
}

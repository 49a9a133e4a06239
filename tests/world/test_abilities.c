/* Bashing, digging, bridging, blocking, climbing, exploding: the worked traces of rules/20 sections 7 and 10.
 */
#include "support/followed.h"
#include "support/test.h"

static void a_bridge_of_three_pieces(void **state)
{
    (void)state;
    /* T1 */
    struct world *world = drawn_world(LINES("       ", "       ", "       ", " *     ", "####   ", ":*=ri"));
    assert_string_equal(rabbit_text(world, 1), "1,3 BRIDGING_RIGHT_1");
    assert_goes_on(world, 1, "1,3 BRIDGING_RIGHT_2 s", "1,3 BRIDGING_RIGHT_3 s", "2,3 BRIDGING_UP_RIGHT_1 s",
                   "2,3 BRIDGING_UP_RIGHT_2 s", "2,3 BRIDGING_UP_RIGHT_3 s", "3,2 BRIDGING_UP_RIGHT_1 s",
                   "3,2 BRIDGING_UP_RIGHT_2 s", "3,2 BRIDGING_UP_RIGHT_3 s", "4,1 RISING_RIGHT_END s",
                   "5,0 FALLING");
    assert_int_equal(rabbit_with(world, 1).bridge_style, BRIDGE_UP);
    assert_int_equal(world_block_at(world, 2, 3), BLOCK_BRIDGE_RIGHT);
    assert_int_equal(world_block_at(world, 3, 2), BLOCK_BRIDGE_RIGHT);
    assert_int_equal(world_block_at(world, 4, 1), BLOCK_BRIDGE_RIGHT);
    world_destroy(world);
}

static void bashing_goes_through_a_wall_and_one_gap(void **state)
{
    (void)state;
    /* T3 */
    assert_follows(LINES(" *##  # ", "########", ":*=rb"), 1, "1,0 BASHING_RIGHT", "1,0 WALKING_RIGHT",
                   "2,0 BASHING_RIGHT", "2,0 WALKING_RIGHT", "3,0 WALKING_RIGHT", "4,0 WALKING_RIGHT",
                   "5,0 TURNING_RIGHT_TO_LEFT");
}

static void bashing_stops_at_metal(void **state)
{
    (void)state;
    assert_follows(LINES(" *M ", "####", ":*=rb"), 1, "1,0 BASHING_USELESSLY_RIGHT",
                   "1,0 TURNING_RIGHT_TO_LEFT");
    struct world *world = drawn_world(LINES(" *M ", "####", ":*=rb"));
    world_step(world);
    assert_int_equal(world_block_at(world, 2, 0), BLOCK_METAL);
    world_destroy(world);
}

static void a_useless_upward_bash_leaves_the_rabbit_above_its_slope(void **state)
{
    (void)state;
    /* T4 */
    assert_follows(LINES("  M ", " *##", "####", ":*=/r{index:1,onSlope:true}b"), 1,
                   "1,1 BASHING_USELESSLY_RIGHT_UP s", "1,0 TURNING_RIGHT_TO_LEFT s",
                   "1,0 FALLING_1_ONTO_LOWER_LEFT", "1,1 LOWERING_LEFT_END s");
    assert_follows(LINES("    ", " *##", "####", ":*=/r{index:1,onSlope:true}b"), 1,
                   "1,1 BASHING_USELESSLY_RIGHT_UP s", "1,0 WALKING_RIGHT s", "2,0 WALKING_RIGHT");
}

static void an_upward_bash_opens_the_cell_above_the_slope(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("  # ", " *##", "####", ":*=/r{onSlope:true}b"));
    assert_string_equal(rabbit_text(world, -1), "1,1 BASHING_UP_RIGHT s");
    assert_goes_on(world, -1, "1,0 WALKING_RIGHT s", "2,0 WALKING_RIGHT");
    assert_int_equal(world_block_at(world, 2, 0), BLOCK_NONE);
    world_destroy(world);
}

static void digging_takes_two_steps_a_block(void **state)
{
    (void)state;
    /* T5 */
    struct world *world = drawn_world(LINES(" *  ", "####", "####", "    ", "    ", "####", ":*=rd"));
    assert_string_equal(rabbit_text(world, 1), "1,0 DIGGING");
    assert_goes_on(world, 1, "1,1 DIGGING_2", "1,1 DIGGING", "1,2 DIGGING_2", "1,2 FALLING",
                   "1,4 WALKING_RIGHT");
    assert_int_equal(rabbit_with(world, 1).height_fallen, 2);
    world_destroy(world);
}

static void digging_stops_at_metal(void **state)
{
    (void)state;
    assert_follows(LINES(" *  ", "#M##", "####", ":*=rd"), 1, "1,0 DIGGING_USELESSLY", "1,0 WALKING_RIGHT");
}

static void a_slope_is_dug_away_in_one_step(void **state)
{
    (void)state;
    assert_follows(LINES(" *  ", "####", "####", ":*=/r{index:1,onSlope:true}d"), 1, "1,0 DIGGING_ON_SLOPE s",
                   "1,0 DIGGING", "1,1 DIGGING_2", "1,1 DIGGING");
}

static void a_digger_that_was_on_a_slope_hovers(void **state)
{
    (void)state;
    /* T9: a blocker on a slope that is bashed away, then a dig token. */
    struct world *world =
        drawn_world(LINES(":dig=1", "     ", "  ** ", " ### ", " # # ", "#####",
                          ":*=/r{index:1,Blocking.abilityActive:true,onSlope:true}", ":*=j{index:2}b"));
    assert_string_equal(rabbit_text(world, 1), "2,1 BLOCKING_RISE_RIGHT s");
    assert_goes_on(world, 1, "2,1 BLOCKING s");
    assert_int_equal(world_place_token(world, ABILITY_DIG, 2, 1), PLACING_DONE);
    assert_goes_on(world, 1, "2,1 DIGGING s", "2,2 DIGGING_2 s", "2,2 TURNING_RIGHT_TO_LEFT s",
                   "2,2 FALLING_1");
    world_destroy(world);
}

static void climbing_a_wall_and_a_roof(void **state)
{
    (void)state;
    /* T6 */
    assert_follows(LINES("    ", "   #", "   #", "   #", "  *#", "####", ":*=rc"), 1,
                   "2,4 CLIMBING_RIGHT_START", "2,4 CLIMBING_RIGHT_CONTINUE_2",
                   "2,3 CLIMBING_RIGHT_CONTINUE_1", "2,3 CLIMBING_RIGHT_CONTINUE_2",
                   "2,2 CLIMBING_RIGHT_CONTINUE_1", "2,2 CLIMBING_RIGHT_CONTINUE_2", "2,1 CLIMBING_RIGHT_END",
                   "3,0 WALKING_RIGHT");
    assert_follows(LINES("  ##", "   #", "   #", "  *#", "####", ":*=rc"), 1, "2,3 CLIMBING_RIGHT_START",
                   "2,3 CLIMBING_RIGHT_CONTINUE_2", "2,2 CLIMBING_RIGHT_CONTINUE_1",
                   "2,2 CLIMBING_RIGHT_CONTINUE_2", "2,1 CLIMBING_RIGHT_BANG_HEAD", "2,1 FALLING",
                   "2,3 WALKING_LEFT");
}

static void bash_and_dig_in_one_cell_run_together(void **state)
{
    (void)state;
    /* rules/20 7.3 */
    struct world *world = drawn_world(LINES("    ", " *# ", "####", "####", "    ", "    ", ":*=rbd"));
    assert_string_equal(rabbit_text(world, 1), "1,1 BASHING_RIGHT");
    assert_int_equal(drawn_world_tokens(world), 2); /* claimed, and listed until the first commit */
    assert_goes_on(world, 1, "1,1 DIGGING", "1,2 BASHING_RIGHT", "1,2 DIGGING", "1,3 BASHING_RIGHT",
                   "1,3 FALLING");
    assert_int_equal(drawn_world_tokens(world), 0);
    world_destroy(world);
}

static void an_exit_swallows_tokens(void **state)
{
    (void)state;
    /* T12 */
    struct world *world = drawn_world(LINES("r*  ", "####", ":*=Obdk"));
    assert_goes_on(world, 1, "1,0 ENTERING_EXIT");
    struct rabbit rabbit = rabbit_with(world, 1);
    assert_true(rabbit.block_active);
    assert_int_equal(rabbit.dig_steps, 2);
    assert_int_equal(rabbit.bash_steps, 0);
    assert_int_equal(drawn_world_tokens(world), 0);
    world_step(world);
    assert_int_equal(world_counts(world).saved, 1);
    world_destroy(world);
}

static void an_explosion_harms_no_block(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("#*# ", "####", ":*=rp"));
    uint64_t before = world_terrain_hash(world);
    assert_string_equal(rabbit_text(world, 1), "1,0 EXPLODING");
    assert_goes_on(world, 1, "gone");
    assert_true(world_terrain_hash(world) == before);
    assert_int_equal(world_counts(world).killed, 1);
    world_destroy(world);
}

static void rabbots_wait_for_rabbits_and_crash_into_them(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=0", "t r   ", "######"));
    assert_string_equal(rabbit_text(world, 1), "0,0 WALKING_RIGHT");
    world_destroy(world);
    assert_follows(LINES("t j   ", "######"), 1, "0,0 WALKING_RIGHT", "1,0 CRASHING", "gone");
    assert_follows(LINES("t  j  ", "######"), 1, "0,0 WALKING_RIGHT", "1,0 WAITING_RIGHT", "1,0 CRASHING",
                   "gone");
    world = drawn_world(LINES(":num_rabbits=0", "*   ", "####", ":*=tr"));
    assert_string_equal(rabbit_text(world, 1), "0,0 CRASHING");
    assert_int_equal(world_counts(world).killed, 1);
    assert_goes_on(world, 1, "gone");
    assert_int_equal(world_counts(world).killed, 1);
    assert_int_equal(world_outcome(world), OUTCOME_LOST);
    world_destroy(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bridge_of_three_pieces),
        cmocka_unit_test(bashing_goes_through_a_wall_and_one_gap),
        cmocka_unit_test(bashing_stops_at_metal),
        cmocka_unit_test(a_useless_upward_bash_leaves_the_rabbit_above_its_slope),
        cmocka_unit_test(an_upward_bash_opens_the_cell_above_the_slope),
        cmocka_unit_test(digging_takes_two_steps_a_block),
        cmocka_unit_test(digging_stops_at_metal),
        cmocka_unit_test(a_slope_is_dug_away_in_one_step),
        cmocka_unit_test(a_digger_that_was_on_a_slope_hovers),
        cmocka_unit_test(climbing_a_wall_and_a_roof),
        cmocka_unit_test(bash_and_dig_in_one_cell_run_together),
        cmocka_unit_test(an_exit_swallows_tokens),
        cmocka_unit_test(an_explosion_harms_no_block),
        cmocka_unit_test(rabbots_wait_for_rabbits_and_crash_into_them),
    };
    return cmocka_run_group_tests_name("world/abilities", tests, NULL, NULL);
}

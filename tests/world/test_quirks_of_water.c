/* What one would repair by mistake in water, fire and drowning: rules/30 section 14. */
#include "support/followed.h"
#include "support/test.h"

/* Fails unless these amounts are in the cells from (x, y) to the right. */
static void check_row(const struct world *world, int x, int y, const int *amounts, int count, int line)
{
    for (int i = 0; i < count; i++) {
        int found = world_water_at(world, x + i, y);
        if (found != amounts[i]) {
            print_error("(%d,%d) holds %d, not %d\n", x + i, y, found, amounts[i]);
            _fail(__FILE__, line);
        }
    }
}

#define assert_row(world, x, y, ...)                                                                         \
    check_row(world, x, y, (const int[]){__VA_ARGS__}, sizeof((const int[]){__VA_ARGS__}) / sizeof(int),     \
              __LINE__)

/* rules/30 14.1: all cells plan from the same amounts. In place, the water would run further in one step. */
static void water_moves_one_cell_a_step_by_the_plan_of_the_step_before(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("#N    #", "#######"));
    drawn_world_steps(world, 1);
    assert_row(world, 1, 0, 512, 512, 0, 0, 0);
    drawn_world_steps(world, 1);
    assert_row(world, 1, 0, 512, 171, 341, 0, 0);
    world_destroy(world);
}

/* rules/30 14.2 */
static void what_a_pipe_pours_waits_a_step(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("#P#", "# #", "###"));
    drawn_world_steps(world, 1);
    assert_int_equal(world_water_at(world, 1, 0), 512);
    assert_int_equal(world_water_at(world, 1, 1), 0);
    drawn_world_steps(world, 1);
    assert_int_equal(world_water_at(world, 1, 0), 512);
    assert_int_equal(world_water_at(world, 1, 1), 512);
    world_destroy(world);
}

/* rules/30 14.3 and 14.4; two pipes pour twice as much, and one in a full block nothing. */
static void a_pipe_pours_into_a_full_cell_without_end(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("#####", "#P#*#", "##P##", ":*=PP"));
    drawn_world_steps(world, 100);
    assert_int_equal(world_water_at(world, 1, 1), 51200);
    assert_int_equal(world_water_at(world, 3, 1), 102400);
    world_destroy(world);
    world = drawn_world(LINES("#*#", ":*=#P"));
    drawn_world_steps(world, 3);
    assert_int_equal(world_water_at(world, 1, 0), 0);
    world_destroy(world);
}

/* rules/30 14.5: a quarter more at most. */
static void a_full_cell_presses_on_the_full_one_below(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("###", "#N#", "#N#", "###"));
    drawn_world_steps(world, 1);
    assert_int_equal(world_water_at(world, 1, 1), 1024 - 204);
    assert_int_equal(world_water_at(world, 1, 2), 1024 + 204);
    world_destroy(world);
}

/* rules/30 14.6 */
static void a_single_unit_stays_where_it_is_for_ever(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("#N #", "#\\/#", "####"));
    drawn_world_steps(world, 200);
    assert_row(world, 1, 0, 1, 0);
    assert_row(world, 1, 1, 512, 511);
    world_destroy(world);
}

/* rules/30 14.7 and 14.8: the cells around the map are as large as any and stay empty. */
static void all_four_edges_drain(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("##", "N#", "##"));
    drawn_world_steps(world, 1);
    assert_int_equal(world_water_at(world, 0, 1), 512);
    assert_int_equal(world_water_at(world, -1, 1), 0);
    world_destroy(world);
    world = drawn_world(LINES("##", "#N", "##"));
    drawn_world_steps(world, 2);
    assert_int_equal(world_water_at(world, 1, 1), 256);
    world_destroy(world);
    world = drawn_world(LINES("#N#"));
    drawn_world_steps(world, 1);
    assert_int_equal(world_water_at(world, 1, 0), 0);
    world_destroy(world);
    world = drawn_world(LINES("#N#", "###", ":n=1,0,2000"));
    drawn_world_steps(world, 1);
    assert_int_equal(world_water_at(world, 1, 0), 2000 - 976 * 563 / (563 + 256));
    world_destroy(world);
}

/* rules/30 14.9 */
static void what_is_left_by_rounding_stays_at_home(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("#   #", "# N #", "#####"));
    drawn_world_steps(world, 1);
    assert_row(world, 1, 1, 341, 342, 341);
    world_destroy(world);
}

/* rules/30 14.10: 70,000 units level out, 100,000 would too but for the products, of which 32 bits are kept.
 */
static void products_wrap_around_at_32_bits(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("####", "#  #", "####", ":n=1,1,70000"));
    drawn_world_steps(world, 1);
    assert_row(world, 1, 1, 35256, 34744);
    drawn_world_steps(world, 1);
    assert_row(world, 1, 1, 35000, 35000);
    world_destroy(world);
    world = drawn_world(LINES("####", "#  #", "####", ":n=1,1,100000"));
    drawn_world_steps(world, 5);
    assert_row(world, 1, 1, 100000, 0);
    world_destroy(world);
    world = drawn_world(LINES("####", "#  #", "####", ":n=1,1,200000", ":n=2,1,1000"));
    drawn_world_steps(world, 1);
    assert_row(world, 1, 1, 186853, 14147);
    world_destroy(world);
}

/* rules/30 14.10: 46,340 is the last number whose square has 32 bits, and one more wants to go up here. */
static void even_what_finds_room_stays_when_its_square_wraps_around(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("# #", "# #", "###", ":n=1,1,68436"));
    drawn_world_steps(world, 1);
    assert_int_equal(world_water_at(world, 1, 0), 46340);
    world_destroy(world);
    world = drawn_world(LINES("# #", "# #", "###", ":n=1,1,68437"));
    drawn_world_steps(world, 1);
    assert_int_equal(world_water_at(world, 1, 0), 0);
    assert_int_equal(world_water_at(world, 1, 1), 68437);
    world_destroy(world);
}

/* rules/30 14.11 */
static void a_full_ramp_cell_shows_as_half_and_drowns(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("###", "#*#", "###", ":*=/nr"));
    assert_string_equal(rabbit_text(world, 1), "1,1 DROWNING");
    assert_string_equal(water_state_name(world_water_at(world, 1, 1)), "WATER_REGION_HALF");
    world_destroy(world);
    world = drawn_world(LINES("###", "#*#", "###", ":*=/nr", ":n=1,1,511"));
    assert_string_equal(rabbit_text(world, 1), "1,1 TURNING_RIGHT_TO_LEFT");
    world_destroy(world);
    /* Both ramps: a quarter. */
    assert_follows(LINES("###", "#*#", "###", ":*=/\\r", ":n=1,1,256"), 1, "1,1 DROWNING");
}

/* rules/30 14.12 */
static void on_a_slope_only_an_open_cell_above_drowns(void **state)
{
    (void)state;
    assert_follows(LINES("# #", "#*#", "###", ":*=/r{index:1,onSlope:true}", ":n=1,1,9000"), 1,
                   "1,1 TURNING_RIGHT_TO_LEFT_RISING s");
    assert_follows(LINES("#N#", "#*#", "###", ":*=/r{index:1,onSlope:true}"), 1, "1,1 DROWNING s");
    assert_follows(LINES("#*#", "#*#", "###", ":*=\\N", ":*=/r{index:1,onSlope:true}"), 1,
                   "1,1 TURNING_RIGHT_TO_LEFT_RISING s");
    assert_follows(LINES("#*#", "###", ":*=/r{index:1,onSlope:true}N"), 1, "1,0 RISING_RIGHT_END s");
}

/* rules/30 14.13 */
static void on_a_slope_is_what_the_rabbit_believes(void **state)
{
    (void)state;
    assert_follows(LINES("# #", "#*#", "###", ":*=r{index:1,onSlope:true}N"), 1,
                   "1,1 TURNING_RIGHT_TO_LEFT s");
    assert_follows(LINES("#  #", "#* #", "####", ":*=Nri", ":n=1,1,2000"), 1, "1,1 DROWNING");
    assert_follows(LINES("#   #", "#*NN#", "#####",
                         ":*=r{index:1,Bridging.bigSteps:3,"
                         "Bridging.smallSteps:2,onSlope:true}N"),
                   1, "1,1 BRIDGING_RIGHT_2 s", "1,1 BRIDGING_RIGHT_3 s");
}

/* rules/30 14.14 */
static void a_fire_that_is_put_out_still_burns(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("#####", "#rAn#", "#####"));
    assert_string_equal(drawn_world_thing(world, 0), "FIRE_A");
    assert_goes_on(world, 1, "2,1 BURNING");
    assert_string_equal(drawn_world_thing(world, 0), "FIRE_EXTINGUISHING");
    assert_goes_on(world, 1, "gone");
    assert_string_equal(drawn_world_thing(world, 0), "gone");
    world_destroy(world);
    /* A step later it does not. */
    world = drawn_world(LINES("######", "#r An#", "######"));
    assert_goes_on(world, 1, "2,1 WALKING_RIGHT", "3,1 WALKING_RIGHT");
    world_destroy(world);
}

/* rules/30 14.15 */
static void one_unit_of_water_puts_a_fire_out(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("#A#", "###", ":n=1,0,1"));
    assert_string_equal(drawn_world_thing(world, 0), "FIRE_EXTINGUISHING");
    world_destroy(world);
    world = drawn_world(LINES("#A#", "###", ":n=1,0,-1"));
    assert_string_equal(drawn_world_thing(world, 0), "FIRE_D");
    world_destroy(world);
}

/* rules/30 14.17 */
static void water_passes_a_bridge_that_holds_fire_and_tokens(void **state)
{
    (void)state;
    struct world *world =
        drawn_world(LINES("   #N#", "***#(#", "   # #", "   ###", ":*=(A", ":*=)A", ":*=)d"));
    assert_string_equal(drawn_world_thing(world, 0) + 6, "_RISE_RIGHT");
    assert_string_equal(drawn_world_thing(world, 1) + 6, "_RISE_LEFT");
    assert_string_equal(drawn_world_thing(world, 2), "TOKEN_DIG_ON_SLOPE");
    drawn_world_steps(world, 2);
    assert_int_equal(world_water_at(world, 4, 2), 1024);
    assert_drawn_plain(world, LINES("   # #", "AAd#(#", "   # #", "   ###"));
    world_destroy(world);
}

/* rules/30 14.18: a token in its place would hover. */
static void a_falling_fire_falls_on_through_a_bridge_that_is_being_built(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(" A   ", "*    ", "#    ", "     ", "#####", ":*=ri"));
    drawn_world_steps(world, 1);
    assert_drawn_plain(world, LINES("     ", "rA   ", "#    ", "     ", "#####"));
    assert_string_equal(drawn_world_thing(world, 0), "FIRE_A_FALLING");
    drawn_world_steps(world, 1);
    assert_drawn_plain(world, LINES("     ", "r    ", "#A   ", "     ", "#####"));
    world_destroy(world);
}

/* rules/30 14.18: the ground below it is bashed away. */
static void a_resting_fire_hangs_where_a_bridge_is_being_built(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("     ", "*A   ", "##*  ", "#####", ":*=ri", ":*=jb"));
    assert_string_equal(drawn_world_thing(world, 0), "FIRE_A");
    drawn_world_steps(world, 2);
    assert_drawn_plain(world, LINES("     ", "rA   ", "#j   ", "#####"));
    assert_string_equal(drawn_world_thing(world, 0), "FIRE_A");
    drawn_world_steps(world, 1);
    assert_string_equal(drawn_world_thing(world, 0), "FIRE_A_RISE_RIGHT");
    world_destroy(world);
}

/* rules/30 14.19 */
static void rabbots_do_not_drown_but_burn(void **state)
{
    (void)state;
    assert_follows(LINES("#*#", "###", ":*=tN"), 1, "1,0 TURNING_RIGHT_TO_LEFT");
    assert_follows(LINES("tA  ", "####"), 1, "0,0 WALKING_RIGHT", "1,0 BURNING", "gone");
}

/* rules/30 14.20 */
static void fire_falls_into_a_bridge_or_ramp_and_rests_above_a_full_block(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("AAA", "   ", "/) ", "###"));
    drawn_world_steps(world, 1);
    assert_drawn(world, LINES("   ", "AAA", "ggg", "###"));
    drawn_world_steps(world, 4);
    assert_drawn_plain(world, LINES("   ", "   ", "AAA", "###"));
    world_destroy(world);
}

/* rules/30 14.21 */
static void a_ramp_leaves_its_water_and_a_full_block_leaves_none(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("####", "#**#", "####", ":*=rb", ":*=/\\", ":n=2,1,200"));
    drawn_world_steps(world, 1);
    assert_int_equal(world_block_at(world, 2, 1), BLOCK_SLOPE_LEFT);
    assert_row(world, 1, 1, 0, 200); /* what is left of the valley is still closed to the left */
    drawn_world_steps(world, 1);
    assert_row(world, 1, 1, 0, 200);
    drawn_world_steps(world, 1);
    assert_row(world, 1, 1, 100, 100);
    world_destroy(world);
    world = drawn_world(LINES("####", "#**#", "####", ":*=rb", ":*=#N"));
    drawn_world_steps(world, 2);
    assert_row(world, 1, 1, 0, 0);
    world_destroy(world);
}

/* rules/30 14.22 */
static void a_line_of_water_before_its_row_is_overridden(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":n=1,0,7", "#n#n#", "#####", ":n=3,0,7"));
    assert_row(world, 1, 0, 512, 0, 7);
    world_destroy(world);
}

/* rules/30 14.23: two pipes fill the cell that is passed; the one it comes to is still dry. */
static void a_cell_that_is_passed_through_is_not_looked_at(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("#r#", "#*#", "# #", "# #", "# #", ":*=PP"));
    drawn_world_steps(world, 1);
    assert_int_equal(world_water_at(world, 1, 1), 1024);
    assert_string_equal(rabbit_text(world, 1), "1,2 FALLING");
    world_destroy(world);
}

/* rules/30 14.24 */
static void water_stands_still_when_the_game_does(void **state)
{
    (void)state;
    static const char *const settings[] = {":paused=true", ":num_to_save=1", ":num_to_save=0"};
    static const enum outcome outcomes[] = {OUTCOME_PAUSED, OUTCOME_LOST, OUTCOME_WON};
    for (int i = 0; i < 3; i++) {
        struct world *world = drawn_world(LINES(settings[i], ":num_rabbits=0", "#N   #", "######"));
        assert_int_equal(world_outcome(world), outcomes[i]);
        assert_false(world_step(world));
        assert_row(world, 1, 0, 1024, 0);
        world_destroy(world);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(water_moves_one_cell_a_step_by_the_plan_of_the_step_before),
        cmocka_unit_test(what_a_pipe_pours_waits_a_step),
        cmocka_unit_test(a_pipe_pours_into_a_full_cell_without_end),
        cmocka_unit_test(a_full_cell_presses_on_the_full_one_below),
        cmocka_unit_test(a_single_unit_stays_where_it_is_for_ever),
        cmocka_unit_test(all_four_edges_drain),
        cmocka_unit_test(what_is_left_by_rounding_stays_at_home),
        cmocka_unit_test(products_wrap_around_at_32_bits),
        cmocka_unit_test(a_full_ramp_cell_shows_as_half_and_drowns),
        cmocka_unit_test(on_a_slope_only_an_open_cell_above_drowns),
        cmocka_unit_test(on_a_slope_is_what_the_rabbit_believes),
        cmocka_unit_test(a_fire_that_is_put_out_still_burns),
        cmocka_unit_test(one_unit_of_water_puts_a_fire_out),
        cmocka_unit_test(water_passes_a_bridge_that_holds_fire_and_tokens),
        cmocka_unit_test(a_falling_fire_falls_on_through_a_bridge_that_is_being_built),
        cmocka_unit_test(a_resting_fire_hangs_where_a_bridge_is_being_built),
        cmocka_unit_test(rabbots_do_not_drown_but_burn),
        cmocka_unit_test(fire_falls_into_a_bridge_or_ramp_and_rests_above_a_full_block),
        cmocka_unit_test(a_ramp_leaves_its_water_and_a_full_block_leaves_none),
        cmocka_unit_test(a_line_of_water_before_its_row_is_overridden),
        cmocka_unit_test(a_cell_that_is_passed_through_is_not_looked_at),
        cmocka_unit_test(water_stands_still_when_the_game_does),
        cmocka_unit_test(even_what_finds_room_stays_when_its_square_wraps_around),
    };
    return cmocka_run_group_tests_name("world/quirks of water", tests, NULL, NULL);
}

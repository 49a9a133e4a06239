/* What one would repair by mistake in tokens: rules/10 9.23 to 9.29. */
#include "support/followed.h"
#include "support/test.h"

/* rules/10 9.23 */
static void the_first_token_of_a_cell_hides_the_others(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("*    ", "#####", ":*=r{index:1,Climbing.hasAbility:true}ck"));
    assert_goes_on(world, 1, "1,0 WALKING_RIGHT");
    assert_int_equal(drawn_world_tokens(world), 2);
    world_destroy(world);
    /* The first one is claimed, so the second one is asked for in the same evaluation, if its turn comes. */
    world = drawn_world(LINES("*    ", "#####", ":*=rlk"));
    assert_string_equal(rabbit_text(world, 1), "0,0 BLOCKING");
    assert_true(rabbit_with(world, 1).brolly_has);
    world_destroy(world);
    world = drawn_world(LINES("*    ", "#####", ":*=rkl"));
    assert_string_equal(rabbit_text(world, 1), "0,0 BLOCKING");
    assert_false(rabbit_with(world, 1).brolly_has);
    assert_goes_on(world, 1, "0,0 WALKING_RIGHT");
    assert_true(rabbit_with(world, 1).brolly_has);
    world_destroy(world);
}

/* Makes steps until the rabbit shows this text, then tells how many tokens are left a step later. */
static int tokens_left_after(const char *const *lines, int steps, int index, const char *text)
{
    struct world *world = drawn_world(lines);
    drawn_world_steps(world, steps);
    assert_string_equal(rabbit_text(world, index), text);
    drawn_world_steps(world, 1);
    int tokens = drawn_world_tokens(world);
    world_destroy(world);
    return tokens;
}

/* rules/10 9.24, rules/30 14.16 */
static void the_dying_take_tokens_too(void **state)
{
    (void)state;
    assert_int_equal(tokens_left_after(LINES("r*  ", "####", ":*=Ad"), 1, 1, "1,0 BURNING"), 0);
    assert_int_equal(tokens_left_after(LINES("#*#", "###", ":*=rNd"), 0, 1, "1,0 DROWNING"), 0);
    assert_int_equal(tokens_left_after(LINES("r*  ", "####", ":*=pd"), 1, 1, "1,0 EXPLODING"), 0);
    assert_int_equal(tokens_left_after(LINES("*   ", "####", ":*=trk"), 0, 1, "0,0 CRASHING"), 0);
}

/* rules/10 9.24: the victim of a crash decides after it, and takes what the rabbot could not. */
static void a_rabbit_that_was_just_killed_takes_a_token(void **state)
{
    (void)state;
    struct world *world =
        drawn_world(LINES("*   ", "####", ":*=t{index:1,Climbing.hasAbility:true}r{index:2}c"));
    assert_true(rabbit_with(world, 2).climb_has);
    drawn_world_steps(world, 1);
    assert_int_equal(drawn_world_tokens(world), 0);
    world_destroy(world);
}

/* rules/10 9.24 */
static void rabbots_use_tokens_like_rabbits(void **state)
{
    (void)state;
    assert_follows(LINES("*   ", "####", "####", ":*=td"), 1, "0,0 DIGGING", "0,1 DIGGING_2", "0,1 DIGGING");
    assert_follows(LINES("*   ", "####", ":*=tk"), 1, "0,0 BLOCKING");
}

/* rules/10 9.24 */
static void who_falls_to_death_takes_no_token(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("r ", "  ", "  ", "  ", "  ", "  ", "p ", "##"));
    assert_goes_on(world, 1, "0,2 FALLING", "0,4 FALLING", "0,6 DYING_OF_FALLING", "gone");
    assert_int_equal(drawn_world_tokens(world), 1);
    world_destroy(world);
    /* One cell less is not death. */
    world = drawn_world(LINES("r ", "  ", "  ", "  ", "p ", "##"));
    assert_goes_on(world, 1, "0,2 FALLING", "0,4 EXPLODING");
    world_destroy(world);
}

/* rules/10 9.24: rabbots can fall one cell further, and take tokens for one cell more. */
static void a_rabbot_that_fell_five_cells_takes_a_token(void **state)
{
    (void)state;
    assert_follows(LINES("t ", "  ", "  ", "  ", "  ", "p ", "##"), 1, "0,0 FALLING", "0,2 FALLING",
                   "0,4 FALLING_1", "0,5 EXPLODING");
}

/* rules/10 9.25 */
static void a_token_placed_on_a_solid_block_costs_nothing(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":dig=1", "r M*", "####", ":*=#/"));
    assert_int_equal(world_place_token(world, ABILITY_DIG, 1, 1), PLACING_BLOCKED);
    assert_int_equal(world_place_token(world, ABILITY_DIG, 2, 0), PLACING_BLOCKED);
    assert_int_equal(world_place_token(world, ABILITY_DIG, 3, 0), PLACING_BLOCKED);
    assert_int_equal(world_counts(world).stock[ABILITY_DIG], 1);
    drawn_world_steps(world, 1);
    assert_int_equal(drawn_world_tokens(world), 0);
    world_destroy(world);
}

/* rules/10 9.25: only the oldest block is looked at. */
static void a_token_can_be_placed_where_a_solid_block_lies_on_a_slope(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":dig=1", " * ", "###", ":*=/#"));
    assert_int_equal(world_place_token(world, ABILITY_DIG, 1, 0), PLACING_DONE);
    drawn_world_steps(world, 1);
    assert_string_equal(drawn_world_thing(world, 0), "TOKEN_DIG_ON_SLOPE");
    world_destroy(world);
}

/* rules/10 9.26 */
static void a_negative_stock_has_no_end(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":dig=-1", ":bash=0", "  ", "##"));
    assert_int_equal(world_place_token(world, ABILITY_BASH, 0, 0), PLACING_NONE_LEFT);
    for (int i = 0; i < 10; i++) {
        assert_int_equal(world_place_token(world, ABILITY_DIG, 0, 0), PLACING_DONE);
    }
    assert_int_equal(world_counts(world).stock[ABILITY_DIG], -11);
    world_destroy(world);
}

/* rules/10 9.27 */
static void a_placed_token_waits_a_step_before_it_falls_and_one_of_the_file_does_not(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":dig=1", "b  ", "   ", "   ", "###"));
    world_place_token(world, ABILITY_DIG, 2, 0);
    drawn_world_steps(world, 1);
    assert_drawn(world, LINES("  d", "b f", "f  ", "###"));
    drawn_world_steps(world, 1);
    assert_drawn(world, LINES("   ", "  d", "b f", "###"));
    drawn_world_steps(world, 1);
    assert_drawn(world, LINES("   ", "   ", "b d", "###"));
    world_destroy(world);
}

/* rules/10 9.27: it can be taken in the step in which it waits. */
static void a_placed_token_is_taken_by_whoever_comes_into_its_cell(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":explode=1", "r   ", "####"));
    world_place_token(world, ABILITY_EXPLODE, 1, 0);
    assert_goes_on(world, 1, "1,0 EXPLODING");
    world_destroy(world);
}

/* rules/10 9.28 */
static void a_token_in_a_solid_block_stays_there(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(" * ", "   ", "   ", ":*=#d"));
    drawn_world_steps(world, 3);
    assert_string_equal(drawn_world_thing(world, 0), "TOKEN_DIG_STILL");
    assert_drawn_plain(world, LINES(" d ", "   ", "   "));
    world_destroy(world);
}

/* rules/10 9.28 */
static void a_token_hovers_where_a_bridge_is_being_built(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(" d  ", "*   ", "#   ", "    ", "    ", ":*=ri"));
    assert_goes_on(world, 1, "0,1 BRIDGING_RIGHT_2 s");
    assert_string_equal(drawn_world_thing(world, 0), "TOKEN_DIG_STILL");
    assert_goes_on(world, 1, "0,1 BRIDGING_RIGHT_3 s");
    assert_drawn_plain(world, LINES("    ", "rd  ", "#   ", "    ", "    "));
    drawn_world_steps(world, 1);
    /* The builder stands on the new bridge, where the token is, and takes it. */
    assert_string_equal(rabbit_text(world, 1), "1,1 DIGGING_ON_SLOPE s");
    assert_int_equal(drawn_world_tokens(world), 0);
    world_destroy(world);
}

/* rules/10 9.28: the slope below does not hold it. */
static void a_token_falls_into_the_cell_of_a_slope(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("dk ", "   ", "/) ", "## "));
    assert_string_equal(drawn_world_thing(world, 0), "TOKEN_DIG_FALLING");
    drawn_world_steps(world, 1);
    assert_string_equal(drawn_world_thing(world, 0), "TOKEN_DIG_FALL_TO_SLOPE");
    assert_string_equal(drawn_world_thing(world, 1), "TOKEN_BLOCK_FALL_TO_SLOPE");
    drawn_world_steps(world, 1);
    assert_string_equal(drawn_world_thing(world, 0), "TOKEN_DIG_ON_SLOPE");
    assert_string_equal(drawn_world_thing(world, 1), "TOKEN_BLOCK_ON_SLOPE");
    assert_drawn_plain(world, LINES("   ", "   ", "dk ", "## "));
    world_destroy(world);
}

/* rules/10 9.29 */
static void a_token_that_falls_out_of_the_map_is_lost(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":dig=1", " # ", "  #"));
    world_place_token(world, ABILITY_DIG, 0, 0);
    drawn_world_steps(world, 2);
    assert_drawn_plain(world, LINES(" # ", "d #"));
    drawn_world_steps(world, 1);
    assert_int_equal(drawn_world_tokens(world), 0);
    assert_int_equal(world_counts(world).stock[ABILITY_DIG], 0);
    world_destroy(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_token_of_a_cell_hides_the_others),
        cmocka_unit_test(the_dying_take_tokens_too),
        cmocka_unit_test(a_rabbit_that_was_just_killed_takes_a_token),
        cmocka_unit_test(rabbots_use_tokens_like_rabbits),
        cmocka_unit_test(who_falls_to_death_takes_no_token),
        cmocka_unit_test(a_rabbot_that_fell_five_cells_takes_a_token),
        cmocka_unit_test(a_token_placed_on_a_solid_block_costs_nothing),
        cmocka_unit_test(a_token_can_be_placed_where_a_solid_block_lies_on_a_slope),
        cmocka_unit_test(a_negative_stock_has_no_end),
        cmocka_unit_test(a_placed_token_waits_a_step_before_it_falls_and_one_of_the_file_does_not),
        cmocka_unit_test(a_placed_token_is_taken_by_whoever_comes_into_its_cell),
        cmocka_unit_test(a_token_in_a_solid_block_stays_there),
        cmocka_unit_test(a_token_hovers_where_a_bridge_is_being_built),
        cmocka_unit_test(a_token_falls_into_the_cell_of_a_slope),
        cmocka_unit_test(a_token_that_falls_out_of_the_map_is_lost),
    };
    return cmocka_run_group_tests_name("world/quirks of tokens", tests, NULL, NULL);
}

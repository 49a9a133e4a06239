/* Saving a game at every step of it, and going on: all that is no rabbit's ability (rules/10 2.5). */
#include "support/followed.h"
#include "support/saved_world.h"
#include "support/test.h"

static void who_is_out_of_bounds_is_not_written(void **state)
{
    (void)state;
    assert_saves_except(LINES("r ", "##"), 4, "2: 2,0 OUT_OF_BOUNDS -> gone");
}

static void rabbots_are_saved(void **state)
{
    (void)state;
    assert_saves(LINES("#t  /\\  #      ", "######### l   #", "        t     #", "        #######"), 13);
}

static void a_rabbot_that_has_crashed_walks_on(void **state)
{
    (void)state;
    /* Its victim is gone. */
    assert_saves_except(LINES("#t  j  #", "########"), 6, "2: 2,0 CRASHING -> 2,0 WALKING_RIGHT");
}

static void water_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES("# N   n #", "#   P   #", "#\\  /  /#", "#########"), 30);
}

static void water_that_runs_out_of_the_map_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES("  N   n  ", "  P      ", " \\  /  / ", "# ### ###"), 30);
}

static void tokens_in_the_air_are_saved(void **state)
{
    (void)state;
    assert_saves(LINES("bdikcpl ", "        ", "        ", "/#(     ", "###     "), 8);
}

static void entrances_are_saved(void **state)
{
    (void)state;
    assert_saves(LINES(":num_rabbits=5", ":rabbit_delay=3", "Q      ", "#   Q #", "#     #", "#######"), 16);
}

static void the_place_in_the_list_of_delays_is_not_saved(void **state)
{
    (void)state;
    /* Once everybody is out it does not matter (rules/10 2.5). */
    assert_saves_except(LINES(":num_rabbits=3", ":rabbit_delay=2,5", "Q     ", "#    #", "######"), 12,
                        "1: goes on otherwise", "2: goes on otherwise", "3: goes on otherwise",
                        "4: goes on otherwise", "5: goes on otherwise", "6: goes on otherwise",
                        "7: goes on otherwise");
}

static void an_entrance_that_has_stopped_starts_again(void **state)
{
    (void)state;
    /* A time below 0 is not written. */
    assert_saves_except(LINES(":num_rabbits=3", ":rabbit_delay=0", "Q     ", "#    #", "######"), 2,
                        "1: goes on otherwise", "2: goes on otherwise");
}

static void fires_are_saved(void **state)
{
    (void)state;
    assert_saves(LINES("A A A  #", "      n#", "/ ( ####", "### ####"), 8);
}

static void a_fire_in_a_bridge_that_is_being_built_forgets_that_it_falls(void **state)
{
    (void)state;
    /* It keeps the state that it had (rules/30 section 11, row 5), and states are not saved. */
    assert_saves_except(LINES(" A   ", "*    ", "#    ", "     ", "#####", ":*=ri"), 8,
                        "1: goes on otherwise");
}

static void a_stack_of_blocks_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES("#*** #", "######", ":*=rb", ":*=(#)", ":*=/\\("), 12);
}

static void rabbits_without_an_index_get_one(void **state)
{
    (void)state;
    /* Only indices above 0 are written (rules/10 2.4). */
    assert_saves_except(LINES("#* *  #", "#######", ":*=r{}", ":*=r{}"), 2,
                        "1: 2,0 WALKING_RIGHT -> gone, and is written otherwise",
                        "2: 3,0 WALKING_RIGHT -> gone, and is written otherwise");
}

static void a_crowd_is_saved(void **state)
{
    (void)state;
    assert_saves(LINES(":num_rabbits=6", ":rabbit_delay=2", ":num_to_save=3", ":bash=2", "Q    k    #",
                       "#         #", "#  /#\\ O ##", "###########"),
                 30);
}

static struct world *saved_and_read(const struct world *world)
{
    struct text text = {0};
    saved_world_write(world, &text);
    struct world *again = saved_world_read(&text);
    text_free(&text);
    return again;
}

/* It is in no list yet, and the stock has been charged: the one thing that a game can lose for good. */
static void a_token_that_was_placed_since_the_last_step_is_lost(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":dig=2", "#r  #", "#####"));
    world_place_token(world, ABILITY_DIG, 2, 0);
    struct world *again = saved_and_read(world);
    assert_int_equal(world_counts(again).stock[ABILITY_DIG], 1);
    drawn_world_steps(world, 1);
    drawn_world_steps(again, 1);
    assert_int_equal(drawn_world_tokens(again), 0);
    assert_string_equal(rabbit_text(world, 1), "2,0 DIGGING");
    assert_string_equal(rabbit_text(again, 1), "2,0 WALKING_RIGHT");
    world_destroy(again);
    world_destroy(world);
}

static void that_all_are_to_explode_is_forgotten_but_nobody_waits_any_more(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("Q    ", "#r  #", "#####"));
    world_explode_all(world);
    drawn_world_steps(world, 1);
    struct world *again = saved_and_read(world);
    assert_string_equal(rabbit_text(world, 1), "2,1 EXPLODING");
    assert_string_equal(rabbit_text(again, 1), "2,1 WALKING_RIGHT");
    assert_int_equal(world_counts(again).waiting, 0);
    world_destroy(again);
    world_destroy(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_is_out_of_bounds_is_not_written),
        cmocka_unit_test(rabbots_are_saved),
        cmocka_unit_test(a_rabbot_that_has_crashed_walks_on),
        cmocka_unit_test(water_is_saved),
        cmocka_unit_test(water_that_runs_out_of_the_map_is_saved),
        cmocka_unit_test(tokens_in_the_air_are_saved),
        cmocka_unit_test(entrances_are_saved),
        cmocka_unit_test(the_place_in_the_list_of_delays_is_not_saved),
        cmocka_unit_test(an_entrance_that_has_stopped_starts_again),
        cmocka_unit_test(fires_are_saved),
        cmocka_unit_test(a_fire_in_a_bridge_that_is_being_built_forgets_that_it_falls),
        cmocka_unit_test(a_stack_of_blocks_is_saved),
        cmocka_unit_test(rabbits_without_an_index_get_one),
        cmocka_unit_test(a_crowd_is_saved),
        cmocka_unit_test(a_token_that_was_placed_since_the_last_step_is_lost),
        cmocka_unit_test(that_all_are_to_explode_is_forgotten_but_nobody_waits_any_more),
    };
    return cmocka_run_group_tests_name("replay/saved worlds", tests, NULL, NULL);
}

/* The step as a whole: entrances, tokens, endings, saving, loading, identity (rules/10 sections 3 to 5 and
 * 10). */
#include "support/followed.h"
#include "support/test.h"
#include "world/build.h"

#include <stdio.h>
#include <string.h>

/* The steps in which rabbits appear, joined by blanks, over so many steps. */
static const char *release_steps(const char *const *lines, int steps)
{
    static char text[256];
    struct world *world = drawn_world(lines);
    int last = world_counts(world).last_index;
    text[0] = '\0';
    for (int i = 1; i <= steps && world_step(world); i++) {
        for (; last < world_counts(world).last_index; last++) {
            size_t length = strlen(text);
            snprintf(text + length, sizeof text - length, "%s%d", length > 0 ? " " : "", i);
        }
    }
    world_destroy(world);
    return text;
}

static void entrances_keep_to_their_delays(void **state)
{
    (void)state;
    assert_string_equal(release_steps(LINES(":num_rabbits=4", "Q    ", "     ", "#####"), 30), "1 5 9 13");
    assert_string_equal(
        release_steps(LINES(":num_rabbits=4", ":rabbit_delay=1", "Q    ", "     ", "#####"), 30), "1 2 3 4");
    assert_string_equal(
        release_steps(LINES(":num_rabbits=8", ":rabbit_delay=1,2,3", "Q    ", "     ", "#####"), 30),
        "1 2 4 7 10 13 16 19");
    assert_string_equal(
        release_steps(LINES(":num_rabbits=4", ":rabbit_delay=0", "Q    ", "     ", "#####"), 30), "1");
    assert_string_equal(
        release_steps(LINES(":num_rabbits=4", ":rabbit_delay=-1", "Q    ", "     ", "#####"), 30), "1");
    assert_string_equal(
        release_steps(LINES(":num_rabbits=4", ":rabbit_delay=2,0", "Q    ", "     ", "#####"), 30), "1 3");
    assert_string_equal(
        release_steps(LINES(":num_rabbits=5", ":rabbit_delay=3", "Q   Q", "     ", "#####"), 30),
        "1 1 4 4 7");
    assert_string_equal(release_steps(LINES(":num_rabbits=1", "Q   Q", "     ", "#####"), 30), "1");
    assert_string_equal(release_steps(LINES(":rabbit_delay=3", ":num_rabbits=2", "*    ", "     ", "#####",
                                            ":*=Q{Entrance.timeToNextRabbit:2}"),
                                      30),
                        "3 6");
}

static void an_empty_delay_list_releases_one_rabbit_and_no_more(void **state)
{
    (void)state;
    struct world *world = world_create(4, 3);
    world_add_thing(world, 0, 0, THING_ENTRANCE, 0);
    for (int x = 0; x < 4; x++) {
        world_add_block(world, x, 2, BLOCK_EARTH, 0);
    }
    struct world_settings settings = {.num_rabbits = 3, .num_waiting = 3};
    world_start(world, &settings);
    for (int i = 0; i < 20; i++) {
        world_step(world);
    }
    assert_int_equal(world_counts(world).waiting, 2);
    world_destroy(world);
}

static void an_entrance_in_the_lowest_row_drops_rabbits_out_of_the_map(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=1", "  ", "Q "));
    assert_goes_on(world, 1, "0,2 OUT_OF_BOUNDS", "gone");
    assert_int_equal(world_outcome(world), OUTCOME_LOST);
    world_destroy(world);
}

static void a_blocker_in_the_way(void **state)
{
    (void)state;
    /* rules/10 4.10 */
    struct world *world = drawn_world(LINES(":num_rabbits=2", ":num_to_save=1", ":rabbit_delay=3", ":block=1",
                                            "Q      ", "     O ", "#######"));
    assert_goes_on(world, 1, "0,1 WALKING_RIGHT");
    assert_int_equal(world_place_token(world, ABILITY_BLOCK, 2, 0), PLACING_DONE);
    assert_goes_on(world, 1, "1,1 WALKING_RIGHT");
    int count;
    assert_string_equal(thing_state_name(world_things(world, &count) + 2), "TOKEN_BLOCK_FALLING");
    assert_goes_on(world, 1, "2,1 BLOCKING");
    assert_goes_on(world, 2, "0,1 WALKING_RIGHT", "1,1 TURNING_RIGHT_TO_LEFT", "1,1 WALKING_LEFT",
                   "0,1 WALKING_LEFT", "-1,1 OUT_OF_BOUNDS", "gone");
    assert_int_equal(world_counts(world).killed, 1);
    assert_int_equal(world_outcome(world), OUTCOME_RUNNING);
    world_destroy(world);
}

static void placing_a_token_can_be_refused(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":dig=1", ":bash=-1", ":climb=0", "r / ", "####"));
    assert_int_equal(world_place_token(world, ABILITY_BLOCK, 0, 0), PLACING_MISSING);
    assert_int_equal(world_place_token(world, ABILITY_CLIMB, 0, 0), PLACING_NONE_LEFT);
    assert_int_equal(world_place_token(world, ABILITY_DIG, 4, 0), PLACING_OUTSIDE);
    assert_int_equal(world_place_token(world, ABILITY_DIG, 0, -1), PLACING_OUTSIDE);
    assert_int_equal(world_place_token(world, ABILITY_DIG, 1, 1), PLACING_BLOCKED);
    assert_int_equal(world_counts(world).stock[ABILITY_DIG], 1);
    assert_int_equal(world_place_token(world, ABILITY_DIG, 2, 0), PLACING_DONE);
    assert_int_equal(world_place_token(world, ABILITY_DIG, 2, 0), PLACING_NONE_LEFT);
    for (int i = 0; i < 1000; i++) { /* a negative stock never ends, and the world grows for it */
        assert_int_equal(world_place_token(world, ABILITY_BASH, 3, 0), PLACING_DONE);
    }
    assert_int_equal(world_counts(world).stock[ABILITY_BASH], -1001);
    assert_true(world_step(world));
    int count;
    world_things(world, &count);
    assert_int_equal(count, 1001);
    world_destroy(world);
}

static void tokens_fall_onto_slopes_and_out_of_the_map(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":dig=2", "  ", "  ", "/ ", "# "));
    world_place_token(world, ABILITY_DIG, 0, 0);
    world_place_token(world, ABILITY_DIG, 1, 2);
    int count;
    world_step(world);
    const struct thing *things = world_things(world, &count);
    assert_int_equal(count, 2);
    assert_string_equal(thing_state_name(things), "TOKEN_DIG_FALLING");
    world_step(world);
    things = world_things(world, &count);
    assert_string_equal(thing_state_name(things), "TOKEN_DIG_FALL_TO_SLOPE");
    world_step(world);
    things = world_things(world, &count);
    assert_int_equal(count, 1);
    assert_string_equal(thing_state_name(things), "TOKEN_DIG_ON_SLOPE");
    assert_int_equal(world_counts(world).stock[ABILITY_DIG], 0);
    world_destroy(world);
}

static void exploding_all_takes_two_steps(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("Q   t ", "      ", "######"));
    world_step(world);
    world_explode_all(world);
    world_step(world);
    assert_string_equal(rabbit_text(world, 1), "5,1 EXPLODING");
    assert_int_equal(world_counts(world).waiting, 0);
    world_step(world);
    int count;
    world_rabbits(world, &count);
    assert_int_equal(count, 0);
    assert_int_equal(world_counts(world).killed, 1);
    assert_int_equal(world_outcome(world), OUTCOME_LOST);
    world_destroy(world);
}

static void outcomes(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=0", ":num_saved=2", ":num_to_save=2", "##"));
    assert_int_equal(world_outcome(world), OUTCOME_WON);
    world_destroy(world);
    world = drawn_world(LINES(":paused=true", "r ", "##"));
    assert_int_equal(world_outcome(world), OUTCOME_PAUSED);
    assert_false(world_step(world));
    world_destroy(world);
    world = drawn_world(LINES(":num_rabbits=0", "rO ", "###"));
    world_step(world);
    assert_int_equal(world_outcome(world), OUTCOME_RUNNING);
    world_step(world);
    assert_int_equal(world_outcome(world), OUTCOME_WON);
    world_destroy(world);
}

static void one_crash_at_load_counts_again_in_a_working_copy(void **state)
{
    (void)state;
    /* rules/10 10.3, third row, and 6.5 */
    struct world *world = drawn_world(LINES(":num_rabbits=0", "*     r", "#######", ":*=ttrr"));
    assert_int_equal(world_counts(world).killed, 2);
    struct world *copy = world_working_copy(world);
    assert_int_equal(world_counts(copy).killed, 4);
    assert_int_equal(world_counts(copy).last_index, 10);
    world_step(world);
    assert_string_equal(rabbit_text(world, 5), "1,0 WALKING_RIGHT");
    assert_string_equal(rabbit_text(world, 1), "7,0 OUT_OF_BOUNDS");
    assert_string_equal(rabbit_text(world, 4), "gone");
    assert_int_equal(world_counts(world).killed, 2);
    world_destroy(copy);
    world_destroy(world);
}

static void equal_indices_leave_together(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=0", "*  * ", "#####", ":*=r{}p", ":*=r{}"));
    int count;
    world_step(world);
    world_rabbits(world, &count);
    assert_int_equal(count, 0);
    assert_int_equal(world_counts(world).killed, 1);
    world_destroy(world);
}

static void events_tell_what_happened(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("*#  ", "####", ":*=rb"));
    world_step(world);
    int count;
    const struct event *events = world_events(world, &count);
    bool has_gone = false;
    for (int i = 0; i < count; i++) {
        has_gone |= events[i].kind == EVENT_BLOCK_GONE && events[i].x == 1 && events[i].y == 0 &&
                    events[i].detail == BLOCK_EARTH;
    }
    assert_true(has_gone);
    world_destroy(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entrances_keep_to_their_delays),
        cmocka_unit_test(an_empty_delay_list_releases_one_rabbit_and_no_more),
        cmocka_unit_test(an_entrance_in_the_lowest_row_drops_rabbits_out_of_the_map),
        cmocka_unit_test(a_blocker_in_the_way),
        cmocka_unit_test(placing_a_token_can_be_refused),
        cmocka_unit_test(tokens_fall_onto_slopes_and_out_of_the_map),
        cmocka_unit_test(exploding_all_takes_two_steps),
        cmocka_unit_test(outcomes),
        cmocka_unit_test(one_crash_at_load_counts_again_in_a_working_copy),
        cmocka_unit_test(equal_indices_leave_together),
        cmocka_unit_test(events_tell_what_happened),
    };
    return cmocka_run_group_tests_name("world/step", tests, NULL, NULL);
}

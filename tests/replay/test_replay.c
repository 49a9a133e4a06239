#include "replay/replay.h"
#include "support/drawn_world.h"
#include "support/test.h"

#include "world/build.h"

/* One row of a table: what comes of a solution. */
struct expected {
    const char *solution;
    int32_t steps;
    const char *kind; /* of the error, or NULL */
    int command;      /* that the error names */
    enum outcome outcome;
};

static void check_row(const struct world *start, const struct expected *expected)
{
    struct solution solution;
    struct error error = {0};
    assert_true(solution_parse(expected->solution, &solution, &error));
    struct world *world = world_working_copy(start);
    struct replay replay;
    replay_start(&replay, world, &solution);
    enum replay_progress progress;
    int32_t steps = 0;
    while ((progress = replay_advance(&replay, &error)) == REPLAY_STEPPED) {
        steps++;
        assert_int_equal(replay.steps, steps);
        assert_int_equal(world_counts(world).steps, steps);
    }
    print_message("          %s\n", expected->solution);
    assert_int_equal(replay.steps, expected->steps);
    assert_int_equal(world_outcome(world), expected->outcome);
    if (expected->kind == NULL) {
        assert_int_equal(progress, REPLAY_DONE);
    } else {
        assert_int_equal(progress, REPLAY_FAILED);
        assert_string_equal(error.kind, expected->kind);
        assert_int_equal(error.line, expected->command);
        assert_int_equal(error.status, STATUS_BAD);
    }
    world_destroy(world);
    solution_free(&solution);
}

static void check_table(const char *const *lines, const struct expected *rows, size_t count)
{
    struct world *world = drawn_world(lines);
    for (size_t i = 0; i < count; i++) {
        check_row(world, &rows[i]);
    }
    world_destroy(world);
}

#define CHECK(rows, ...) check_table(LINES(__VA_ARGS__), rows, sizeof(rows) / sizeof *(rows))
#define THREE_CELLS_FROM_THE_EXIT ":num_rabbits=0", ":bash=2", "r  O", "####"

/* rules/10 6.4, row by row; 9.30 to 9.32. */
static void the_worked_examples_come_out_as_said(void **state)
{
    (void)state;
    static const struct expected rows[] = {
        {"4", 4, NULL, 0, OUTCOME_WON},
        {"5", 4, NULL, 0, OUTCOME_WON},
        {"9", 4, NULL, 0, OUTCOME_WON},
        {"3", 3, "DidNotWin", 2, OUTCOME_RUNNING},
        {"", 1, "DidNotWin", 2, OUTCOME_RUNNING},
        {"0", 1, "DidNotWin", 2, OUTCOME_RUNNING},
        {"bash;3", 4, NULL, 0, OUTCOME_WON},
        {"3;RUNNING", 3, NULL, 0, OUTCOME_RUNNING},
        {"3;RUNNING;1", 4, NULL, 0, OUTCOME_WON},
        {"RUNNING", 0, NULL, 0, OUTCOME_RUNNING},
        {"RUNNING;RUNNING", 1, NULL, 0, OUTCOME_RUNNING},
        {"4;WON", 4, NULL, 0, OUTCOME_WON},
        {"4;WON;5", 4, NULL, 0, OUTCOME_WON},
        {"9;bash", 4, "RanPastEnd", 1, OUTCOME_WON},
        {"bash;3;(1,0)", 4, NULL, 0, OUTCOME_WON},
        {"bash;3;(1,0);3", 4, NULL, 0, OUTCOME_WON},
        {"bash;3;(1,0);(2,0)", 4, "RanPastEnd", 3, OUTCOME_WON},
        {"bash;4;(1,0)", 4, "RanPastEnd", 2, OUTCOME_WON},
        {"5;WON&WON", 4, "RanPastEnd", 1, OUTCOME_WON},
        {"until:WON", 4, NULL, 0, OUTCOME_WON},
        {"2;until:WON", 4, NULL, 0, OUTCOME_WON},
        {"9;until:WON", 4, NULL, 0, OUTCOME_WON},
        {"until:LOST", 4, "UnexpectedState", 1, OUTCOME_WON},
        {"until:RUNNING", 4, "UnexpectedState", 1, OUTCOME_WON},
        {"until:WON;5", 4, NULL, 0, OUTCOME_WON},
        {"until:WON;bash", 4, "RanPastEnd", 1, OUTCOME_WON},
        {"9;bash&until:WON", 4, "RanPastEnd", 1, OUTCOME_WON},
        {"bash&(1,0)", 1, "DidNotWin", 2, OUTCOME_RUNNING},
        {"bash&(1,0);(2,0);(2,0)", 2, "UsedRunOutAbility", 3, OUTCOME_RUNNING},
        {"(1,0)", 0, "UsedMissingAbility", 1, OUTCOME_RUNNING},
        {"bash&(1,1)", 0, "FailedToPlaceToken", 1, OUTCOME_RUNNING},
    };
    CHECK(rows, THREE_CELLS_FROM_THE_EXIT);
}

static void every_error_names_the_command_that_was_carried_out(void **state)
{
    (void)state;
    static const struct expected rows[] = {
        {"dig", 1, "DidNotWin", 2, OUTCOME_RUNNING},
        {";dig&(1,0)", 1, "UsedMissingAbility", 2, OUTCOME_RUNNING},
        {"2;bash&(4,0)", 2, "PlacedTokenOutsideWorld", 2, OUTCOME_RUNNING},
        {"bash;(0,2)", 1, "PlacedTokenOutsideWorld", 2, OUTCOME_RUNNING},
        {"LOST;5", 0, "UnexpectedState", 1, OUTCOME_RUNNING},
        {"2;WON;5", 2, "DidNotWin", 2, OUTCOME_RUNNING},
        {"PAUSED", 0, "UnexpectedState", 1, OUTCOME_RUNNING},
        {"4;LOST", 4, "UnexpectedState", 2, OUTCOME_WON},
        {"until:LOST;bash", 4, "UnexpectedState", 1, OUTCOME_WON},
    };
    CHECK(rows, THREE_CELLS_FROM_THE_EXIT);
}

static void the_actions_of_a_command_are_done_in_order(void **state)
{
    (void)state;
    static const struct expected rows[] = {
        {"bash&(1,0)&(2,0)&(3,0)", 0, "UsedRunOutAbility", 1, OUTCOME_RUNNING},
        {"(1,0)&bash", 0, "UsedMissingAbility", 1, OUTCOME_RUNNING},
        {"RUNNING&WON", 0, "DidNotWin", 1, OUTCOME_RUNNING},
        {"WON&LOST", 0, "DidNotWin", 1, OUTCOME_RUNNING},
        {"dig&bash&(0,0);3", 4, NULL, 0, OUTCOME_WON},
        {"until:WON&bash&(0,0)", 4, NULL, 0, OUTCOME_WON},
        {"3;bash&until:WON", 4, NULL, 0, OUTCOME_WON},
    };
    CHECK(rows, THREE_CELLS_FROM_THE_EXIT);
}

/* rules/10 9.33 */
static void an_until_that_ended_cancels_the_final_assertion(void **state)
{
    (void)state;
    static const struct expected rows[] = {
        {"until:LOST;5", 2, NULL, 0, OUTCOME_LOST}, {"until:LOST", 2, NULL, 0, OUTCOME_LOST},
        {"5;until:LOST", 2, NULL, 0, OUTCOME_LOST}, {"5", 2, "DidNotWin", 2, OUTCOME_LOST},
        {"2;LOST", 2, NULL, 0, OUTCOME_LOST},       {"2;LOST;5", 2, "DidNotWin", 4, OUTCOME_LOST},
    };
    CHECK(rows, ":num_rabbits=1", "  ", "Q ");
}

/* The second of two rabbits falls out of the map one step after it was released. */
static void an_until_may_take_1001_steps(void **state)
{
    (void)state;
    static const struct expected rows[] = {
        {"until:LOST", 1001, NULL, 0, OUTCOME_LOST},
        {"until:WON", 1001, "DidNotWin", 1, OUTCOME_LOST},
        {"5;until:LOST", 1001, NULL, 0, OUTCOME_LOST},
    };
    CHECK(rows, ":num_rabbits=2", ":rabbit_delay=999", "  ", "Q ");
}

static void an_until_may_not_take_1002_steps(void **state)
{
    (void)state;
    static const struct expected rows[] = {
        {"until:LOST", 1001, "UntilActionNeverEnded", 1, OUTCOME_RUNNING},
        {"1;until:LOST", 1002, NULL, 0, OUTCOME_LOST},
        {"2000", 1002, "DidNotWin", 2, OUTCOME_LOST},
    };
    CHECK(rows, ":num_rabbits=2", ":rabbit_delay=1000", "  ", "Q ");
}

static void an_until_that_never_ends_names_itself(void **state)
{
    (void)state;
    static const struct expected rows[] = {
        {"bash;until:WON;5", 1002, "UntilActionNeverEnded", 2, OUTCOME_RUNNING},
        {"3;bash&(1,0)&until:RUNNING", 1004, "UntilActionNeverEnded", 2, OUTCOME_RUNNING},
    };
    CHECK(rows, ":num_rabbits=1", ":bash=1", "    ", "####");
}

static void a_paused_level_makes_no_steps(void **state)
{
    (void)state;
    static const struct expected rows[] = {
        {"PAUSED", 0, NULL, 0, OUTCOME_PAUSED},      {"until:PAUSED", 0, NULL, 0, OUTCOME_PAUSED},
        {"7", 0, "DidNotWin", 2, OUTCOME_PAUSED},    {"7;bash", 0, "RanPastEnd", 1, OUTCOME_PAUSED},
        {"bash", 0, "DidNotWin", 2, OUTCOME_PAUSED},
    };
    CHECK(rows, ":paused=true", ":bash=1", "r  O", "####");
}

static void a_level_that_is_won_from_the_start_is_won_by_nothing(void **state)
{
    (void)state;
    static const struct expected rows[] = {
        {"", 0, NULL, 0, OUTCOME_WON},
        {"until:WON", 0, NULL, 0, OUTCOME_WON},
        {"WON;WON;WON", 0, NULL, 0, OUTCOME_WON},
    };
    CHECK(rows, ":num_rabbits=0", ":num_saved=2", ":num_to_save=2", "   ");
}

/* Not said by the rules: of several untils in one command each that has ended is asserted, and the last one
 * is waited for. */
static void the_last_until_of_a_command_is_waited_for(void **state)
{
    (void)state;
    static const struct expected rows[] = {
        {"until:LOST&until:WON", 4, NULL, 0, OUTCOME_WON},
        {"until:WON&until:LOST", 4, "UnexpectedState", 1, OUTCOME_WON},
    };
    CHECK(rows, THREE_CELLS_FROM_THE_EXIT);
}

static void a_placed_token_is_used_up_and_works(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=0", ":block=1", "r    ", "#####"));
    struct solution solution;
    struct error error;
    assert_true(solution_parse("block&(2,0);2", &solution, &error));
    struct replay replay;
    replay_start(&replay, world, &solution);
    assert_false(replay.done.exists);
    assert_int_equal(replay_advance(&replay, &error), REPLAY_STEPPED);
    assert_int_equal(replay.done.count, 2);
    assert_int_equal(replay.done.actions[1].kind, ACTION_PLACE);
    assert_int_equal(world_counts(world).stock[ABILITY_BLOCK], 0);
    assert_int_equal(replay_advance(&replay, &error), REPLAY_STEPPED);
    assert_int_equal(replay.done.count, 0);
    assert_drawn(world, LINES("  H  ", "#####"));
    solution_free(&solution);
    world_destroy(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_examples_come_out_as_said),
        cmocka_unit_test(every_error_names_the_command_that_was_carried_out),
        cmocka_unit_test(the_actions_of_a_command_are_done_in_order),
        cmocka_unit_test(an_until_that_ended_cancels_the_final_assertion),
        cmocka_unit_test(an_until_may_take_1001_steps),
        cmocka_unit_test(an_until_may_not_take_1002_steps),
        cmocka_unit_test(an_until_that_never_ends_names_itself),
        cmocka_unit_test(a_paused_level_makes_no_steps),
        cmocka_unit_test(a_level_that_is_won_from_the_start_is_won_by_nothing),
        cmocka_unit_test(the_last_until_of_a_command_is_waited_for),
        cmocka_unit_test(a_placed_token_is_used_up_and_works),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

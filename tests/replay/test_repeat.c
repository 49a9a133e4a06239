#include "replay/repeat.h"
#include "support/drawn_world.h"
#include "support/test.h"

/* Somebody who replays a solution many times, as the other side of the board. */
struct owner {
    struct repeat_board board;
    struct solution solution;
    struct repeat_result result;
    int count;
};

static void *run_as_owner(void *context)
{
    struct owner *owner = context;
    struct world *start = drawn_world(LINES(":num_rabbits=0", "r  O", "####"));
    struct world *world = world_copy(start);
    repeat_run(&owner->board, start, world, &owner->solution, owner->count, &owner->result);
    repeat_leave(&owner->board);
    world_destroy(world);
    world_destroy(start);
    return NULL;
}

static void open_for(struct owner *owner, const char *text, int count)
{
    struct error error;
    *owner = (struct owner){.count = count};
    assert_true(solution_parse(text, &owner->solution, &error));
    repeat_board_open(&owner->board);
    repeat_enter(&owner->board);
}

static void close_after(struct owner *owner)
{
    repeat_board_close(&owner->board);
    solution_free(&owner->solution);
}

static void one_replay_needs_nobody(void **state)
{
    (void)state;
    struct owner owner;
    open_for(&owner, "9", 1);
    run_as_owner(&owner);
    assert_true(owner.result.is_valid);
    assert_int_equal(owner.result.steps, 4);
    assert_int_equal(owner.result.outcome, OUTCOME_WON);
    assert_null(repeat_find(&owner.board));
    close_after(&owner);
}

static void a_replay_that_fails_says_why(void **state)
{
    (void)state;
    struct owner owner;
    open_for(&owner, "2", 3);
    run_as_owner(&owner);
    assert_false(owner.result.is_valid);
    assert_int_equal(owner.result.steps, 2);
    assert_int_equal(owner.result.outcome, OUTCOME_RUNNING);
    assert_string_equal(owner.result.error.kind, "DidNotWin");
    close_after(&owner);
}

static void helpers_come_and_go_until_nothing_is_left(void **state)
{
    (void)state;
    struct owner owner;
    open_for(&owner, "4", 20000);
    pthread_t thread;
    assert_int_equal(pthread_create(&thread, NULL, run_as_owner, &owner), 0);
    struct repeat *found;
    while ((found = repeat_find(&owner.board)) != NULL) {
        repeat_help(&owner.board, found);
    }
    assert_int_equal(pthread_join(thread, NULL), 0);
    assert_true(owner.result.is_valid);
    assert_int_equal(owner.result.steps, 4);
    close_after(&owner);
}

/* Three replays are on the board and their owner is away: the helper makes all of them, and no more. */
static void a_helper_makes_what_is_left_and_no_more(void **state)
{
    (void)state;
    struct owner owner;
    open_for(&owner, "4", 1);
    struct world *start = drawn_world(LINES(":num_rabbits=0", "r  O", "####"));
    struct repeat repeat = {.start = start, .solution = &owner.solution};
    atomic_init(&repeat.left, 3);
    owner.board.first = &repeat;
    struct repeat *found = repeat_find(&owner.board);
    assert_ptr_equal(found, &repeat);
    assert_int_equal(repeat.helpers, 1);
    repeat_help(&owner.board, found);
    assert_int_equal(repeat.helpers, 0);
    assert_int_equal(atomic_load(&repeat.left), -1);
    repeat_leave(&owner.board);
    assert_null(repeat_find(&owner.board));
    owner.board.first = NULL;
    world_destroy(start);
    close_after(&owner);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_replay_needs_nobody),
        cmocka_unit_test(a_replay_that_fails_says_why),
        cmocka_unit_test(helpers_come_and_go_until_nothing_is_left),
        cmocka_unit_test(a_helper_makes_what_is_left_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

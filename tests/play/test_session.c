#include "play/session.h"

#include "support/scratch.h"
#include "support/test.h"

#include <stdio.h>

#define MS UINT64_C(1000000)

/* A rabbit that walks to the exit in some steps, with one digging token in stock. */
static const char *const walk = ":name=Walk\n"
                                ":solution.1=until:WON\n"
                                ":solution.2=5;dig&(99,99)\n"
                                ":num_rabbits=1\n"
                                ":num_to_save=1\n"
                                ":rabbit_delay=1\n"
                                ":dig=1\n"
                                "#Q           #\n"
                                "#           O#\n"
                                "##############\n"
                                "##############\n";

static struct session opened(void **state)
{
    struct text path = {0};
    FILE *file = fopen(scratch_path(state, "walk.rel", &path), "w");
    assert_non_null(file);
    fputs(walk, file);
    fclose(file);
    struct session session;
    struct error error;
    assert_true(session_open(&session, path.bytes, &error));
    text_free(&path);
    return session;
}

static int32_t now_of(const struct session *session)
{
    return timeline_facts(session->timeline).now;
}

static void a_step_takes_700_ms_at_normal_speed(void **state)
{
    struct session session = opened(state);
    session_advance(&session, 1 * MS);
    for (uint64_t ms = 51; ms <= 651; ms += 50) {
        session_advance(&session, ms * MS);
    }
    assert_int_equal(now_of(&session), 0);
    session_advance(&session, 710 * MS);
    assert_int_equal(now_of(&session), 1);
    session_close(&session);
}

static void the_speed_goes_from_a_quarter_to_sixteen(void **state)
{
    struct session session = opened(state);
    assert_true(session_speed(&session) == 1);
    for (int i = 0; i < 20; i++) {
        session_change_speed(&session, 1);
    }
    assert_true(session_speed(&session) == 16);
    for (int i = 0; i < 20; i++) {
        session_change_speed(&session, -1);
    }
    assert_true(session_speed(&session) == 0.25);
    session_close(&session);
}

static void a_hitch_is_not_caught_up(void **state)
{
    struct session session = opened(state);
    session_advance(&session, 1 * MS);
    session_advance(&session, 100000 * MS);
    assert_int_equal(now_of(&session), 0);
    session_close(&session);
}

static void a_pause_stands_still_and_is_not_made_up_for(void **state)
{
    struct session session = opened(state);
    session_advance(&session, 1 * MS);
    session.is_paused = true;
    assert_false(session_advance(&session, 200 * MS));
    session.is_paused = false;
    session_skip_time(&session);
    assert_false(session_advance(&session, 9000 * MS));
    assert_true(session.place == 0);
    session_close(&session);
}

static void holding_rewind_runs_to_the_start_and_no_further(void **state)
{
    struct session session = opened(state);
    for (int i = 0; i < 5; i++) {
        session_step(&session);
    }
    session.is_rewinding = true;
    uint64_t now_ms = 1;
    session_advance(&session, now_ms * MS);
    for (int i = 0; i < 40; i++) {
        now_ms += 100;
        session_advance(&session, now_ms * MS);
    }
    assert_int_equal(now_of(&session), 0);
    assert_true(session.place == 0);
    session_close(&session);
}

static void a_step_back_first_goes_to_the_start_of_the_step(void **state)
{
    struct session session = opened(state);
    session_step(&session);
    session_step(&session);
    session.place = 0.4;
    session_step_back(&session);
    assert_int_equal(now_of(&session), 2);
    session_step_back(&session);
    assert_int_equal(now_of(&session), 1);
    assert_true(session.is_paused);
    session_close(&session);
}

static void a_token_can_be_placed_while_paused_and_taken_back(void **state)
{
    struct session session = opened(state);
    session.is_paused = true;
    assert_int_equal(session.chosen, ABILITY_DIG);
    assert_int_equal(session_place(&session, 5, 1), PLACING_DONE);
    assert_int_equal(session_place(&session, 6, 1), PLACING_NONE_LEFT);
    assert_int_equal(world_counts(timeline_world(session.timeline)).stock[ABILITY_DIG], 0);
    assert_true(session_undo(&session));
    assert_int_equal(world_counts(timeline_world(session.timeline)).stock[ABILITY_DIG], 1);
    assert_true(session_redo(&session));
    assert_int_equal(world_counts(timeline_world(session.timeline)).stock[ABILITY_DIG], 0);
    session_close(&session);
}

static void every_refusal_has_a_sentence(void **state)
{
    (void)state;
    assert_string_equal(session_refusal(PLACING_DONE), "");
    assert_string_not_equal(session_refusal(PLACING_BLOCKED), "");
    assert_string_not_equal(session_refusal(PLACING_NONE_LEFT), "");
    assert_string_not_equal(session_refusal(PLACING_MISSING), "");
    assert_string_not_equal(session_refusal(PLACING_OUTSIDE), "");
}

static void a_watched_proof_wins_and_can_be_taken_over(void **state)
{
    struct session session = opened(state);
    assert_true(session_watch(&session, 1, NULL));
    assert_true(session.is_watching);
    assert_int_equal(session.fails_at, -1);
    int32_t last = timeline_facts(session.timeline).last;
    assert_true(last > 5);
    session_seek(&session, last);
    assert_int_equal(world_outcome(timeline_world(session.timeline)), OUTCOME_WON);
    session_seek(&session, 3);
    session_place(&session, 6, 1);
    assert_false(session.is_watching);
    assert_int_equal(timeline_facts(session.timeline).last, 3);
    session_close(&session);
}

static void a_proof_that_goes_wrong_says_where_and_how(void **state)
{
    struct session session = opened(state);
    assert_true(session_watch(&session, 2, NULL));
    assert_true(session.fails_at > 0);
    assert_string_equal(session.failure.kind, "PlacedTokenOutsideWorld");
    session_close(&session);
}

static void a_proof_that_is_not_there_is_an_error_of_the_level(void **state)
{
    struct session session = opened(state);
    struct error error;
    assert_false(session_watch(&session, 3, &error));
    assert_int_equal(error.status, STATUS_BAD);
    session_close(&session);
}

static int32_t spades(const struct session *session)
{
    return world_counts(timeline_world(session->timeline)).stock[ABILITY_DIG];
}

/* A token at the start, and three steps. */
static void play_on(struct session *session)
{
    assert_int_equal(session_place(session, 5, 1), PLACING_DONE);
    for (int i = 0; i < 3; i++) {
        session_step(session);
    }
}

static void beginning_again_starts_with_nothing_done(void **state)
{
    struct session session = opened(state);
    play_on(&session);
    session_restart(&session);
    assert_int_equal(timeline_facts(session.timeline).last, 0);
    assert_int_equal(spades(&session), 1);
    assert_false(session.is_paused);
    session_close(&session);
}

static void beginning_again_can_be_taken_back(void **state)
{
    struct session session = opened(state);
    play_on(&session);
    uint64_t hash = world_hash(timeline_world(session.timeline));
    session_restart(&session);
    session_step(&session);
    assert_int_equal(session_undo_change(&session), CHANGE_RESTART);
    unsigned version = session.version;
    assert_true(session_undo(&session));
    assert_int_equal(now_of(&session), 3);
    assert_int_equal(spades(&session), 0);
    assert_true(world_hash(timeline_world(session.timeline)) == hash);
    assert_true(session.is_paused);
    assert_true(session.version != version);
    /* And then what was done in it. */
    assert_true(session_undo(&session));
    assert_int_equal(spades(&session), 1);
    assert_int_equal(session_undo_change(&session), CHANGE_NONE);
    session_close(&session);
}

static void a_second_restart_at_once_loses_nothing_either(void **state)
{
    struct session session = opened(state);
    play_on(&session);
    session_restart(&session);
    session_step(&session);
    session_restart(&session);
    assert_true(session_undo(&session));
    assert_int_equal(spades(&session), 0);
    session_close(&session);
}

static void redo_goes_on_to_the_game_after_the_restart(void **state)
{
    struct session session = opened(state);
    play_on(&session);
    session_restart(&session);
    assert_int_equal(session_place(&session, 7, 1), PLACING_DONE);
    session_step(&session);
    assert_true(session_undo(&session)); /* the token of the second game */
    assert_true(session_undo(&session)); /* the restart */
    assert_int_equal(now_of(&session), 3);
    assert_int_equal(session_redo_change(&session), CHANGE_RESTART);
    assert_true(session_redo(&session));
    assert_int_equal(now_of(&session), 0);
    assert_int_equal(spades(&session), 1);
    assert_true(session_redo(&session));
    assert_int_equal(spades(&session), 0);
    assert_int_equal(session_redo_change(&session), CHANGE_NONE);
    assert_false(session_redo(&session));
    session_close(&session);
}

static void a_new_command_cuts_off_the_game_after_the_restart(void **state)
{
    struct session session = opened(state);
    play_on(&session);
    session_restart(&session);
    assert_int_equal(session_place(&session, 7, 1), PLACING_DONE);
    assert_true(session_undo(&session));
    assert_true(session_undo(&session));
    session_explode_all(&session);
    assert_int_equal(session_redo_change(&session), CHANGE_NONE);
    session_close(&session);
}

static void a_game_comes_back_after_a_proof_was_watched(void **state)
{
    struct session session = opened(state);
    struct error error;
    play_on(&session);
    assert_true(session_watch(&session, 1, &error));
    session_step(&session);
    assert_true(session_undo(&session));
    assert_false(session.is_watching);
    assert_int_equal(spades(&session), 0);
    assert_int_equal(session_redo_change(&session), CHANGE_NONE); /* a proof can be watched again any time */
    session_close(&session);
}

static void nothing_to_take_back_does_not_pause(void **state)
{
    struct session session = opened(state);
    assert_false(session_undo(&session));
    assert_false(session_redo(&session));
    assert_false(session.is_paused);
    session_close(&session);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_step_takes_700_ms_at_normal_speed),
        TEST(the_speed_goes_from_a_quarter_to_sixteen),
        TEST(a_hitch_is_not_caught_up),
        TEST(a_pause_stands_still_and_is_not_made_up_for),
        TEST(holding_rewind_runs_to_the_start_and_no_further),
        TEST(a_step_back_first_goes_to_the_start_of_the_step),
        TEST(a_token_can_be_placed_while_paused_and_taken_back),
        TEST(every_refusal_has_a_sentence),
        TEST(a_watched_proof_wins_and_can_be_taken_over),
        TEST(a_proof_that_goes_wrong_says_where_and_how),
        TEST(a_proof_that_is_not_there_is_an_error_of_the_level),
        TEST(beginning_again_starts_with_nothing_done),
        TEST(beginning_again_can_be_taken_back),
        TEST(a_second_restart_at_once_loses_nothing_either),
        TEST(redo_goes_on_to_the_game_after_the_restart),
        TEST(a_new_command_cuts_off_the_game_after_the_restart),
        TEST(a_game_comes_back_after_a_proof_was_watched),
        TEST(nothing_to_take_back_does_not_pause),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

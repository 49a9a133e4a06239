/* Kept games: as text, watched again, and through the screens. */
#include "play/player.h"
#include "play/replays.h"

#include "base/file.h"
#include "base/memory.h"

#include <sys/stat.h>

static const char *const level_text = ":name=Hole\n"
                                      ":num_rabbits=2\n"
                                      ":num_to_save=1\n"
                                      ":rabbit_delay=3\n"
                                      ":dig=1\n"
                                      ":bash=1\n"
                                      "#Q          #\n"
                                      "#          O#\n"
                                      "#############\n"
                                      "#############\n";
/* The same with a wall in the way. */
static const char *const walled_text = ":name=Hole\n"
                                       ":num_rabbits=2\n"
                                       ":num_to_save=1\n"
                                       ":rabbit_delay=3\n"
                                       ":dig=1\n"
                                       ":bash=1\n"
                                       "#Q      #   #\n"
                                       "#       #  O#\n"
                                       "#############\n"
                                       "#############\n";

static void write_level(void **state, const char *text, struct text *path)
{
    struct error error;
    scratch_path(state, "hole.rel", path);
    assert_true(file_write(path->bytes, text, strlen(text), &error));
}

static struct session opened(void **state, const char *text)
{
    struct text path = {0};
    struct session session;
    struct error error;
    write_level(state, text, &path);
    if (!session_open(&session, path.bytes, &error)) {
        fail_msg("%s", error.text);
    }
    text_free(&path);
    return session;
}

static void make_steps(struct session *session, int count)
{
    for (int i = 0; i < count; i++) {
        session_step(session);
    }
}

/* A game with two tokens, which wins. */
static struct kept_replay kept_game(void **state)
{
    struct session session = opened(state, level_text);
    struct kept_replay replay;
    struct identity identity;
    bool is_whole = false;
    make_steps(&session, 3);
    session_choose(&session, ABILITY_BASH);
    assert_int_equal(session_place(&session, 6, 1), PLACING_DONE);
    make_steps(&session, 2);
    session_choose(&session, ABILITY_DIG);
    assert_int_equal(session_place(&session, 1, 1), PLACING_DONE);
    while (!session_is_over(&session)) {
        session_step(&session);
    }
    assert_true(identity_of_file(session.path, &identity, NULL));
    kept_replay_take(&replay, &session, &identity, &is_whole);
    assert_true(is_whole);
    session_close(&session);
    return replay;
}

static void a_kept_game_says_how_it_ended(void **state)
{
    struct kept_replay replay = kept_game(state);
    assert_string_equal(replay.title, "Hole");
    assert_int_equal(replay.outcome, OUTCOME_WON);
    assert_int_equal(replay.tokens, 2);
    assert_true(replay.saved >= 1);
    assert_int_equal(replay.mark_count, replay.steps);
    assert_int_equal(strlen(replay.date), 16);
    kept_replay_free(&replay);
}

static void its_text_comes_back(void **state)
{
    struct kept_replay replay = kept_game(state);
    struct kept_replay back;
    struct text text = {0};
    struct text again = {0};
    struct error error;
    kept_replay_write(&replay, &text);
    if (!kept_replay_read(text.bytes, text.length, &back, &error)) {
        fail_msg("%d: %s", error.line, error.text);
    }
    kept_replay_write(&back, &again);
    assert_string_equal(again.bytes, text.bytes);
    assert_int_equal(back.identity.hash, replay.identity.hash);
    assert_string_equal(back.solution, replay.solution);
    text_free(&text);
    text_free(&again);
    kept_replay_free(&replay);
    kept_replay_free(&back);
}

static void it_goes_the_same_way_again(void **state)
{
    struct kept_replay replay = kept_game(state);
    struct session session = opened(state, level_text);
    kept_replay_watch(&replay, &session);
    assert_true(session.is_watching);
    assert_int_equal(session.fails_at, -1);
    assert_int_equal(timeline_facts(session.timeline).now, 0);
    assert_int_equal(timeline_facts(session.timeline).last, replay.steps);
    session_seek(&session, replay.steps);
    assert_int_equal(world_outcome(timeline_world(session.timeline)), OUTCOME_WON);
    session_close(&session);
    kept_replay_free(&replay);
}

/* Two worlds side by side tell from which step on the marks cannot agree. */
static int32_t first_difference(void **state, const char *solution, int32_t steps)
{
    struct session one = opened(state, level_text);
    struct session other = opened(state, walled_text);
    session_watch_text(&one, solution, steps);
    session_watch_text(&other, solution, steps);
    int32_t step = 0;
    int32_t first = -1;
    while (first < 0 && step < steps) {
        step++;
        session_seek(&one, step);
        session_seek(&other, step);
        int rabbits = 0;
        int others = 0;
        const struct rabbit *a = world_rabbits(timeline_world(one.timeline), &rabbits);
        const struct rabbit *b = world_rabbits(timeline_world(other.timeline), &others);
        bool is_same = rabbits == others;
        for (int i = 0; is_same && i < rabbits; i++) {
            is_same = a[i].x == b[i].x && a[i].y == b[i].y && a[i].state == b[i].state;
        }
        first = is_same ? -1 : step;
    }
    session_close(&one);
    session_close(&other);
    return first;
}

static void on_a_changed_level_it_says_at_which_step_it_goes_another_way(void **state)
{
    struct kept_replay replay = kept_game(state);
    int32_t first = first_difference(state, replay.solution, replay.steps);
    assert_true(first > 3);
    /* The wall alone is in no trace before somebody meets it; a trace knows rabbits, things and blocks. */
    struct session session = opened(state, walled_text);
    kept_replay_watch(&replay, &session);
    assert_in_range(session.fails_at, 1, first);
    assert_string_equal(session.failure.kind, "diverged");
    assert_string_not_equal(session.failure.text, "");
    session_close(&session);
    kept_replay_free(&replay);
}

static void a_token_that_cannot_be_placed_any_more_says_so(void **state)
{
    struct kept_replay replay = kept_game(state);
    struct session session = opened(state, level_text);
    memory_free(replay.solution);
    replay.solution = memory_copy_text("3;bash&(0,0);5");
    replay.mark_count = 0;
    kept_replay_watch(&replay, &session);
    assert_int_equal(session.fails_at, 3);
    assert_string_equal(session.failure.kind, "FailedToPlaceToken");
    session_close(&session);
    kept_replay_free(&replay);
}

static void exploding_all_is_left_out_and_said_to_be(void **state)
{
    struct session session = opened(state, level_text);
    struct identity identity = {.hash = 1, .name = "x/hole.rel"};
    struct kept_replay replay;
    bool is_whole = true;
    make_steps(&session, 5);
    session_explode_all(&session);
    make_steps(&session, 2);
    kept_replay_take(&replay, &session, &identity, &is_whole);
    assert_false(is_whole);
    struct session again = opened(state, level_text);
    kept_replay_watch(&replay, &again);
    assert_int_equal(again.fails_at, -1);
    session_close(&session);
    session_close(&again);
    kept_replay_free(&replay);
}

static void a_game_without_a_step_can_be_kept(void **state)
{
    struct session session = opened(state, level_text);
    struct identity identity = {.hash = 1, .name = "x/hole.rel"};
    struct kept_replay replay;
    bool is_whole = false;
    kept_replay_take(&replay, &session, &identity, &is_whole);
    assert_int_equal(replay.steps, 0);
    kept_replay_watch(&replay, &session);
    assert_int_equal(session.fails_at, -1);
    session_close(&session);
    kept_replay_free(&replay);
}

static void what_is_no_replay_is_refused_with_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int line;
    } bad[] = {{"", 0},
               {"nonsense", 0},
               {":warren_replay=1\n", 0},
               {":warren_replay=1\n:title=a\n:level_path=b\n:steps=-4\n", 4},
               {":warren_replay=1\n:outcome=MAYBE\n", 2},
               {":warren_replay=1\n:mark=1 00000000 1 2\n", 2},
               {":warren_replay=1\n:mark=5 00000000 1 2 3\n:mark=5 00000000 1 2 3\n", 3},
               {":warren_replay=1\n:level_hash=12\n", 2},
               {":warren_replay=1\nwhat is this\n", 2}};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct kept_replay replay;
        struct error error = {0};
        assert_false(kept_replay_read(bad[i].text, strlen(bad[i].text), &replay, &error));
        assert_string_equal(error.kind, "replay");
        assert_int_equal(error.line, bad[i].line);
        assert_null(replay.solution);
    }
}

static void taking_over_forgets_what_lies_ahead(void **state)
{
    struct kept_replay replay = kept_game(state);
    struct session session = opened(state, level_text);
    kept_replay_watch(&replay, &session);
    session_seek(&session, 4);
    session_take_over(&session);
    struct timeline_facts facts = timeline_facts(session.timeline);
    assert_false(session.is_watching);
    assert_int_equal(facts.last, 4);
    assert_int_equal(facts.commands, 1);
    assert_true(facts.can_undo);
    assert_false(facts.can_redo);
    session_step(&session);
    assert_int_equal(timeline_facts(session.timeline).last, 5);
    session_close(&session);
    kept_replay_free(&replay);
}

static bool is_result(const struct app *app)
{
    return app->screen == SCREEN_RESULT;
}

static bool is_play(const struct app *app)
{
    return app->screen == SCREEN_PLAY;
}

static bool is_intro(const struct app *app)
{
    return app->screen == SCREEN_INTRO;
}

static bool is_sets(const struct app *app)
{
    return app->screen == SCREEN_SETS;
}

static bool is_replays(const struct app *app)
{
    return app->screen == SCREEN_REPLAYS;
}

static bool is_at_step_5(const struct app *app)
{
    return timeline_facts(app->session.timeline).now >= 5;
}

static bool is_taken_over(const struct app *app)
{
    struct timeline_facts facts = timeline_facts(app->session.timeline);
    return !app->session.is_watching && app->session.is_paused && facts.now == facts.last;
}

static bool is_watching(const struct app *app)
{
    return app->screen == SCREEN_PLAY && app->session.is_watching && app->session.fails_at < 0;
}

static void look_at_replays(const struct app *app)
{
    struct replays replays;
    replays_open(&replays, &app->keeping.folders);
    assert_int_equal(replays.count, 2);
    assert_false(replays.entries[0].is_broken || replays.entries[1].is_broken);
    replays_close(&replays);
    assert_int_equal(app->screen, SCREEN_PLAY);
}

static void a_game_is_kept_at_its_end_and_in_its_middle_and_watched_and_taken_over(void **state)
{
    (void)state;
    static const struct move moves[] = {KEY("F"),
                                        UNTIL(is_at_step_5),
                                        KEY("Ctrl+S"),
                                        UNTIL(is_result),
                                        CLICK("Keep as a replay"),
                                        CLICK("All levels"),
                                        KEY("Escape"),
                                        UNTIL(is_sets),
                                        CLICK("Replays"),
                                        UNTIL(is_replays),
                                        KEY("Return"),
                                        UNTIL(is_watching),
                                        UNTIL(is_at_step_5),
                                        KEY("T"),
                                        UNTIL(is_taken_over),
                                        END};
    player_play("assets/levels/tutorial/01_Down-the-garden-path.rel", moves, look_at_replays);
}

static void look_at_dropped(const struct app *app)
{
    assert_string_equal(app->session.level->name, "Hole");
    assert_int_equal(app->level, -1);
}

static void a_level_that_is_dropped_is_opened(void **state)
{
    struct text path = {0};
    write_level(state, level_text, &path);
    struct move moves[] = {UNTIL(is_play),  DROP("no such file"), UNTIL(is_play), DROP(path.bytes),
                           UNTIL(is_intro), KEY("Return"),        UNTIL(is_play), END};
    player_play("assets/levels/tutorial/02_A-little-spadework.rel", moves, look_at_dropped);
    text_free(&path);
}

static void look_at_watched(const struct app *app)
{
    assert_string_equal(app->session.level->name, "Hole");
    assert_true(app->session.is_watching);
}

static void a_replay_that_is_dropped_is_watched(void **state)
{
    struct kept_replay replay = kept_game(state);
    struct text path = {0};
    struct text text = {0};
    struct error error;
    kept_replay_write(&replay, &text);
    assert_true(file_write(scratch_path(state, "a.replay", &path), text.bytes, text.length, &error));
    struct move moves[] = {UNTIL(is_play), DROP(path.bytes), UNTIL(is_watching), END};
    player_play("assets/levels/tutorial/02_A-little-spadework.rel", moves, look_at_watched);
    text_free(&path);
    text_free(&text);
    kept_replay_free(&replay);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, player_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_kept_game_says_how_it_ended),
        TEST(its_text_comes_back),
        TEST(it_goes_the_same_way_again),
        TEST(on_a_changed_level_it_says_at_which_step_it_goes_another_way),
        TEST(a_token_that_cannot_be_placed_any_more_says_so),
        TEST(exploding_all_is_left_out_and_said_to_be),
        TEST(a_game_without_a_step_can_be_kept),
        TEST(what_is_no_replay_is_refused_with_its_line),
        TEST(taking_over_forgets_what_lies_ahead),
        TEST(a_game_is_kept_at_its_end_and_in_its_middle_and_watched_and_taken_over),
        TEST(a_level_that_is_dropped_is_opened),
        TEST(a_replay_that_is_dropped_is_watched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

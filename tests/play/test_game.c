/* The whole game, driven by keys and the mouse alone: events are pushed into SDL's queue after each frame, as
 * a player would cause them, and the real screens run. */
#include "play/player.h"

#include "play/replays.h"

static int32_t now_of(const struct app *app)
{
    return timeline_facts(app->session.timeline).now;
}

static bool is_result(const struct app *app)
{
    return app->screen == SCREEN_RESULT;
}

static bool is_intro(const struct app *app)
{
    return app->screen == SCREEN_INTRO;
}

static bool is_play(const struct app *app)
{
    return app->screen == SCREEN_PLAY;
}

static bool is_title(const struct app *app)
{
    return app->screen == SCREEN_TITLE;
}

static bool is_after_step_3(const struct app *app)
{
    return now_of(app) >= 3;
}

static bool is_at_start(const struct app *app)
{
    return now_of(app) == 0;
}

static int32_t spades(const struct app *app)
{
    return world_counts(timeline_world(app->session.timeline)).stock[ABILITY_DIG];
}

static bool has_one_spade(const struct app *app)
{
    return spades(app) == 1;
}

static bool has_two_spades(const struct app *app)
{
    return spades(app) == 2;
}

static void look_at_story(const struct app *app)
{
    assert_int_equal(app->screen, SCREEN_RESULT);
    assert_int_equal(app->level, 1);
    assert_true(app->library.sets[0].levels[0].is_solved);
    assert_true(app->library.sets[0].levels[1].is_solved);
    assert_false(app->library.sets[0].levels[2].is_solved);
}

static void from_the_title_to_two_solved_levels_with_keys_and_mouse(void **state)
{
    (void)state;
    static const struct move story[] = {
        UNTIL(is_title), KEY("Return"), UNTIL(is_intro), KEY("H"), CLICK("Start"), UNTIL(is_play), KEY("F"),
        /* The first level is won by waiting; then the next, with a token, taken back, put back, and rewound.
         */
        UNTIL(is_result), KEY("N"), UNTIL(is_intro), KEY("Return"), UNTIL(is_play), UNTIL(is_after_step_3),
        KEY("Space"), KEY("1"), CELL(8, 4), UNTIL(has_one_spade), KEY("Ctrl+Z"), UNTIL(has_two_spades),
        KEY("Ctrl+Y"), UNTIL(has_one_spade), KEY("Space"), KEY("+Backspace"), UNTIL(is_at_start),
        KEY("-Backspace"), KEY("F"), UNTIL(is_result), END};
    player_play(NULL, story, look_at_story);
}

static void look_at_quit(const struct app *app)
{
    assert_int_equal(app->screen, SCREEN_PLAY);
    assert_true(now_of(app) >= 3);
}

static void the_window_can_be_closed_in_the_middle_of_a_level(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_after_step_3), END};
    player_play("assets/levels/tutorial/02_A-little-spadework.rel", moves, look_at_quit);
}

static void look_at_continued(const struct app *app)
{
    assert_int_equal(app->screen, SCREEN_PLAY);
    assert_string_equal(app->session.level->name, "A little spadework");
    assert_int_equal(spades(app), 1);
    assert_true(now_of(app) >= 3);
    assert_true(app->session.is_paused);
    assert_true(app->library.sets[0].levels[0].is_solved);
}

static void a_game_that_was_left_goes_on_after_a_new_start(void **state)
{
    (void)state;
    static const struct move leave[] = {UNTIL(is_title),        KEY("Return"),
                                        UNTIL(is_intro),        KEY("Return"),
                                        UNTIL(is_play),         KEY("F"),
                                        UNTIL(is_result),       KEY("N"),
                                        UNTIL(is_intro),        KEY("Return"),
                                        UNTIL(is_after_step_3), CELL(8, 4),
                                        UNTIL(has_one_spade),   END};
    static const struct move go_on[] = {UNTIL(is_title), KEY("Return"), UNTIL(is_play), END};
    player_play(NULL, leave, NULL);
    player_play(NULL, go_on, look_at_continued);
}

static bool is_levels(const struct app *app)
{
    return app->screen == SCREEN_LEVELS;
}

static bool is_sets(const struct app *app)
{
    return app->screen == SCREEN_SETS;
}

static bool has_a_spade_in_use(const struct app *app)
{
    return is_play(app) && has_one_spade(app) && now_of(app) >= 3;
}

static void a_game_goes_on_when_its_level_is_chosen_in_the_list(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_after_step_3),
                                        CELL(8, 4),
                                        UNTIL(has_one_spade),
                                        KEY("Escape"),
                                        CLICK("Levels"),
                                        UNTIL(is_levels),
                                        CLICK("A little spadework"),
                                        UNTIL(is_intro),
                                        CLICK("Go on"),
                                        UNTIL(has_a_spade_in_use),
                                        END};
    static const struct move later[] = {UNTIL(is_title),
                                        CLICK("Levels"),
                                        UNTIL(is_sets),
                                        KEY("Return"),
                                        UNTIL(is_levels),
                                        CLICK("A little spadework"),
                                        UNTIL(is_intro),
                                        CLICK("Go on"),
                                        UNTIL(has_a_spade_in_use),
                                        END};
    player_play("assets/levels/tutorial/02_A-little-spadework.rel", moves, NULL);
    player_play(NULL, later, NULL);
}

static void look_at_one_kept(const struct app *app)
{
    struct replays replays;
    keeper_flush(app->keeping.keeper);
    replays_open(&replays, &app->keeping.folders);
    assert_int_equal(replays.count, 1);
    assert_int_equal(replays.entries[0].replay.tokens, 1);
    assert_string_equal(replays.entries[0].replay.title, "A little spadework");
    replays_close(&replays);
}

static void a_game_that_another_level_takes_the_place_of_is_kept_as_a_replay(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_after_step_3),
                                        CELL(8, 4),
                                        UNTIL(has_one_spade),
                                        KEY("Escape"),
                                        CLICK("Levels"),
                                        UNTIL(is_levels),
                                        CLICK("Down the garden path"),
                                        UNTIL(is_intro),
                                        END};
    player_play("assets/levels/tutorial/02_A-little-spadework.rel", moves, look_at_one_kept);
}

static void a_game_of_an_earlier_start_is_kept_as_well(void **state)
{
    (void)state;
    static const struct move before[] = {UNTIL(is_after_step_3), CELL(8, 4), UNTIL(has_one_spade), END};
    static const struct move moves[] = {UNTIL(is_play), END};
    player_play("assets/levels/tutorial/02_A-little-spadework.rel", before, NULL);
    player_play("assets/levels/tutorial/01_Down-the-garden-path.rel", moves, look_at_one_kept);
}

static bool is_options(const struct app *app)
{
    return app->screen == SCREEN_OPTIONS;
}

static bool is_keys(const struct app *app)
{
    return app->screen == SCREEN_KEYS;
}

static bool is_about(const struct app *app)
{
    return app->screen == SCREEN_ABOUT;
}

static void every_screen_can_be_reached_and_left(void **state)
{
    (void)state;
    static const struct move moves[] = {
        UNTIL(is_title),   CLICK("Levels"),   UNTIL(is_sets),  KEY("Return"),   UNTIL(is_levels),
        KEY("Return"),     UNTIL(is_intro),   KEY("Return"),   UNTIL(is_play),  KEY("Escape"),
        CLICK("Options"),  UNTIL(is_options), KEY("F1"),       UNTIL(is_keys),  KEY("Escape"),
        UNTIL(is_options), KEY("Escape"),     UNTIL(is_play),  KEY("Escape"),   CLICK("Levels"),
        UNTIL(is_levels),  KEY("Escape"),     UNTIL(is_sets),  CLICK("Back"),   UNTIL(is_title),
        CLICK("About"),    UNTIL(is_about),   KEY("Escape"),   UNTIL(is_title), CLICK("Keys"),
        UNTIL(is_keys),    CLICK("Back"),     UNTIL(is_title), CLICK("Quit"),   END};
    player_play(NULL, moves, NULL);
}

static bool is_step_2(const struct app *app)
{
    return now_of(app) == 2;
}

static bool is_step_1(const struct app *app)
{
    return now_of(app) == 1;
}

static void look_at_keys(const struct app *app)
{
    assert_true(app->session.is_paused);
    assert_int_equal(app->session.speed, SESSION_SPEED_NORMAL + 1);
    assert_true(app->preferences.shows_graph);
    assert_int_equal(app->view.camera.zoom_px, 32); /* the step above what fits */
    assert_false(app->preferences.shows_minimap);
}

static void keys_do_what_the_help_says(void **state)
{
    (void)state;
    static const struct move moves[] = {KEY("."), KEY("."),  UNTIL(is_step_2), KEY(","), UNTIL(is_step_1),
                                        KEY("]"), KEY("F3"), KEY("0"),         KEY("="), KEY("Tab"),
                                        END};
    player_play("assets/levels/tutorial/02_A-little-spadework.rel", moves, look_at_keys);
}

static bool is_told(const struct app *app)
{
    return strstr(app->message, "Too few are left to win") != NULL &&
           strstr(app->message, "Backspace") != NULL;
}

static bool is_hint(const struct app *app)
{
    return app->screen == SCREEN_INTRO && app->hints_seen == 1 && now_of(app) == 0;
}

static void who_cannot_win_any_more_is_told_and_offered_a_hint(void **state)
{
    (void)state;
    static const struct move moves[] = {
        UNTIL(is_play), KEY("F"), UNTIL(is_told), UNTIL(is_result), CLICK("A hint"), UNTIL(is_hint), END};
    player_play("assets/levels/tutorial/06_Soft-landing.rel", moves, NULL);
}

static void look_at_new_key(const struct app *app)
{
    struct chord key = app->preferences.bindings.keys[DO_UP][0];
    assert_int_equal(key.key, SDLK_k);
}

static void a_key_can_be_changed(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_title), KEY("F1"),     UNTIL(is_keys),  KEY("Return"),
                                        KEY("K"),        KEY("Escape"), UNTIL(is_title), END};
    player_play(NULL, moves, look_at_new_key);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, player_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(from_the_title_to_two_solved_levels_with_keys_and_mouse),
        TEST(the_window_can_be_closed_in_the_middle_of_a_level),
        TEST(a_game_that_was_left_goes_on_after_a_new_start),
        TEST(a_game_goes_on_when_its_level_is_chosen_in_the_list),
        TEST(a_game_that_another_level_takes_the_place_of_is_kept_as_a_replay),
        TEST(a_game_of_an_earlier_start_is_kept_as_well),
        TEST(every_screen_can_be_reached_and_left),
        TEST(keys_do_what_the_help_says),
        TEST(a_key_can_be_changed),
        TEST(who_cannot_win_any_more_is_told_and_offered_a_hint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

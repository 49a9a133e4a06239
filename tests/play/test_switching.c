/* What could leave the player without a picture asks whether it can be seen, and goes back by itself. */
#include "play/player.h"

static uint64_t asked_ns;
static int32_t asked_at;

static bool is_title(const struct app *app)
{
    return app->screen == SCREEN_TITLE;
}

static bool is_play(const struct app *app)
{
    return app->screen == SCREEN_PLAY;
}

static bool is_options(const struct app *app)
{
    return app->screen == SCREEN_OPTIONS;
}

static bool is_asking(const struct app *app)
{
    asked_ns = clock_ns();
    return switching_is_asking(app) && app->preferences.is_fullscreen && player_find(app, "Go back") == 0;
}

static bool is_window_again(const struct app *app)
{
    return !switching_is_asking(app) && !app->preferences.is_fullscreen;
}

static bool is_full_and_quiet(const struct app *app)
{
    return !switching_is_asking(app) && app->preferences.is_fullscreen;
}

static void look_at_time(const struct app *app)
{
    uint64_t waited_ns = clock_ns() - asked_ns;
    assert_true(waited_ns >= (SWITCHING_ASKS_S - 1) * UINT64_C(1000000000));
    assert_true(waited_ns <= (SWITCHING_ASKS_S + 1) * UINT64_C(1000000000));
    assert_string_equal(app->message, "The display is as it was before");
    assert_int_equal(SDL_GetWindowFlags(painter_window(app->display.painter)) & SDL_WINDOW_FULLSCREEN, 0);
}

static void without_an_answer_it_goes_back_by_itself(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_title), KEY("F11"), UNTIL(is_asking), UNTIL(is_window_again),
                                        END};
    player_play(NULL, moves, look_at_time);
}

static void a_key_pressed_blindly_goes_back(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_title),
                                        KEY("F11"),
                                        UNTIL(is_asking),
                                        KEY("Return"),
                                        UNTIL(is_window_again),
                                        KEY("F11"),
                                        UNTIL(is_asking),
                                        KEY("Escape"),
                                        UNTIL(is_window_again),
                                        UNTIL(is_title),
                                        END};
    player_play(NULL, moves, NULL);
}

static void what_is_kept_is_not_asked_about_again(void **state)
{
    (void)state;
    static const struct move moves[] = {
        UNTIL(is_title),          KEY("F11"), UNTIL(is_asking),       CLICK("Keep it"),
        UNTIL(is_full_and_quiet), KEY("F11"), UNTIL(is_window_again), KEY("F11"),
        UNTIL(is_full_and_quiet), END};
    player_play(NULL, moves, NULL);
}

static void the_key_that_switched_it_switches_it_back(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_title),        KEY("F11"), UNTIL(is_asking), KEY("F11"),
                                        UNTIL(is_window_again), END};
    player_play(NULL, moves, NULL);
}

static bool is_same_row(const struct app *app)
{
    return is_window_again(app) && app->screen == SCREEN_OPTIONS &&
           strcmp(app->ui.items[app->ui.focus].label, "Whole screen") == 0;
}

static void the_options_ask_and_go_on_where_they_were(void **state)
{
    (void)state;
    static const struct move moves[] = {
        UNTIL(is_title), CLICK("Options"), UNTIL(is_options), KEY("Up"),          KEY("Up"),
        KEY("Up"),       KEY("Up"),        KEY("Up"),         KEY("Up"),          UNTIL(is_same_row),
        KEY("Right"),    UNTIL(is_asking), KEY("Escape"),     UNTIL(is_same_row), END};
    player_play(NULL, moves, NULL);
}

static bool is_at_step_3(const struct app *app)
{
    asked_at = timeline_facts(app->session.timeline).now;
    return asked_at >= 3;
}

static bool is_play_again(const struct app *app)
{
    return is_window_again(app) && app->screen == SCREEN_PLAY;
}

static void look_at_step(const struct app *app)
{
    assert_in_range(timeline_facts(app->session.timeline).now, asked_at, asked_at + 1);
    assert_false(app->session.is_paused);
}

static void a_game_waits_meanwhile(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_at_step_3), KEY("F11"), UNTIL(is_asking),
                                        UNTIL(is_play_again), END};
    player_play("assets/levels/tutorial/02_A-little-spadework.rel", moves, look_at_step);
}

static void look_at_left(const struct app *app)
{
    assert_false(app->preferences.is_fullscreen);
}

static void a_window_that_is_closed_meanwhile_is_kept_as_it_was(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_title), KEY("F11"), UNTIL(is_asking), END};
    player_play(NULL, moves, look_at_left);
}

static bool has_switched_path(const struct app *app)
{
    const struct compare_switch *last = &app->compare.last_switch;
    return last->is_made && last->toggle == TOGGLE_PATH && last->path == PATH_BLIT &&
           app->display.settings.path != PATH_BLIT;
}

static bool is_comparing_paths(const struct app *app)
{
    return compare_is_running(&app->compare) && app->compare.is_of_path;
}

static void a_switch_in_the_options_counts_for_the_ab_test(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_play),
                                        KEY("Escape"),
                                        CLICK("Options"),
                                        UNTIL(is_options),
                                        KEY("Up"),
                                        KEY("Up"),
                                        KEY("Up"),
                                        KEY("Up"),
                                        KEY("Right"),
                                        UNTIL(has_switched_path),
                                        KEY("Escape"),
                                        UNTIL(is_play),
                                        KEY("F9"),
                                        UNTIL(is_comparing_paths),
                                        END};
    player_play("assets/levels/tutorial/02_A-little-spadework.rel", moves, NULL);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, player_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(without_an_answer_it_goes_back_by_itself),
        TEST(a_key_pressed_blindly_goes_back),
        TEST(what_is_kept_is_not_asked_about_again),
        TEST(the_key_that_switched_it_switches_it_back),
        TEST(the_options_ask_and_go_on_where_they_were),
        TEST(a_game_waits_meanwhile),
        TEST(a_window_that_is_closed_meanwhile_is_kept_as_it_was),
        TEST(a_switch_in_the_options_counts_for_the_ab_test),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

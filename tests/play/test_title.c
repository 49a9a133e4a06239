/* The title comes to rest when nobody is there: its picture stands still, and the loop waits for events. */
#include "play/player.h"

#include "play/screen.h"

#define S UINT64_C(1000000000)

static uint64_t began_ns;

static bool is_moving(const struct app *app)
{
    return app->screen == SCREEN_TITLE && app->is_moving;
}

static bool is_at_rest(const struct app *app)
{
    return app->screen == SCREEN_TITLE && !app->is_moving;
}

static void begin(struct app *app)
{
    (void)app;
    began_ns = clock_ns();
}

static void look_at_time(struct app *app)
{
    (void)app;
    assert_in_range(clock_ns() - began_ns, TITLE_REST_S * S - S, TITLE_REST_S * S + S);
}

static void push_window_event(Uint8 kind)
{
    SDL_Event event = {.window = {.type = SDL_WINDOWEVENT, .event = kind}};
    assert_int_equal(SDL_PushEvent(&event), 1);
}

static void lose_focus(struct app *app)
{
    (void)app;
    push_window_event(SDL_WINDOWEVENT_FOCUS_LOST);
}

static void gain_focus(struct app *app)
{
    (void)app;
    push_window_event(SDL_WINDOWEVENT_FOCUS_GAINED);
}

static void left_alone_it_rests_after_half_a_minute_and_wakes_when_somebody_comes(void **state)
{
    (void)state;
    static const struct move moves[] = {
        UNTIL(is_moving), CALL(begin), UNTIL(is_at_rest), CALL(look_at_time), POINT("Levels"),
        UNTIL(is_moving), END};
    player_play(NULL, moves, NULL);
}

static void it_rests_while_another_window_has_the_keyboard(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_moving),
                                        CALL(gain_focus),
                                        CALL(lose_focus),
                                        UNTIL(is_at_rest),
                                        CALL(gain_focus),
                                        UNTIL(is_moving),
                                        END};
    player_play(NULL, moves, NULL);
}

static void look_at_still(struct app *app)
{
    assert_false(app->is_moving);
}

static void reduce_motion(struct app *app)
{
    app->preferences.reduced_motion = true;
}

static void with_reduced_motion_it_never_moves(void **state)
{
    (void)state;
    static const struct move moves[] = {
        UNTIL(is_moving),    CALL(reduce_motion), UNTIL(is_at_rest),   KEY("Down"),
        CALL(look_at_still), POINT("Keys"),       CALL(look_at_still), END};
    player_play(NULL, moves, NULL);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, player_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(left_alone_it_rests_after_half_a_minute_and_wakes_when_somebody_comes),
        TEST(it_rests_while_another_window_has_the_keyboard),
        TEST(with_reduced_motion_it_never_moves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

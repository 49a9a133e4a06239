/* The game with a controller alone: a joystick that SDL makes up, and the real screens. */
#include "play/player.h"

#include <sys/wait.h>

static SDL_Joystick *pad;

static void attach(struct app *app)
{
    (void)app;
    SDL_VirtualJoystickDesc desc = {.version = SDL_VIRTUAL_JOYSTICK_DESC_VERSION,
                                    .type = SDL_JOYSTICK_TYPE_GAMECONTROLLER,
                                    .naxes = SDL_CONTROLLER_AXIS_MAX,
                                    .nbuttons = SDL_CONTROLLER_BUTTON_DPAD_RIGHT + 1,
                                    .name = "Pad of a test"};
    int device = SDL_JoystickAttachVirtualEx(&desc);
    assert_true(device >= 0);
    assert_true(SDL_IsGameController(device));
    pad = SDL_JoystickOpen(device);
    assert_non_null(pad);
    for (int axis = SDL_CONTROLLER_AXIS_TRIGGERLEFT; axis <= SDL_CONTROLLER_AXIS_TRIGGERRIGHT; axis++) {
        SDL_JoystickSetVirtualAxis(pad, axis, SDL_JOYSTICK_AXIS_MIN);
    }
}

static void detach(struct app *app)
{
    (void)app;
    SDL_JoystickClose(pad);
    SDL_JoystickDetachVirtual(0);
}

static void let_go(struct app *app)
{
    (void)app;
    for (int button = 0; button <= SDL_CONTROLLER_BUTTON_DPAD_RIGHT; button++) {
        SDL_JoystickSetVirtualButton(pad, button, 0);
    }
    SDL_JoystickSetVirtualAxis(pad, SDL_CONTROLLER_AXIS_LEFTX, 0);
    SDL_JoystickSetVirtualAxis(pad, SDL_CONTROLLER_AXIS_LEFTY, 0);
    SDL_JoystickSetVirtualAxis(pad, SDL_CONTROLLER_AXIS_TRIGGERRIGHT, SDL_JOYSTICK_AXIS_MIN);
}

#define PRESS(name, button)                                                                                  \
    static void name(struct app *app)                                                                        \
    {                                                                                                        \
        (void)app;                                                                                           \
        SDL_JoystickSetVirtualButton(pad, SDL_CONTROLLER_BUTTON_##button, 1);                                \
    }
PRESS(press_a, A)
PRESS(press_b, B)
PRESS(press_x, X)
PRESS(press_y, Y)
PRESS(press_start, START)
PRESS(press_bumper, RIGHTSHOULDER)
PRESS(press_up, DPAD_UP)
PRESS(press_down, DPAD_DOWN)
PRESS(press_right, DPAD_RIGHT)
PRESS(press_left_stick, LEFTSTICK)

static void push_stick_up(struct app *app)
{
    (void)app;
    SDL_JoystickSetVirtualAxis(pad, SDL_CONTROLLER_AXIS_LEFTY, SDL_JOYSTICK_AXIS_MIN);
}

static void pull_trigger(struct app *app)
{
    (void)app;
    SDL_JoystickSetVirtualAxis(pad, SDL_CONTROLLER_AXIS_TRIGGERRIGHT, SDL_JOYSTICK_AXIS_MAX);
}

static bool is_title(const struct app *app)
{
    return app->screen == SCREEN_TITLE;
}

static bool is_intro(const struct app *app)
{
    return app->screen == SCREEN_INTRO;
}

static bool is_play(const struct app *app)
{
    return app->screen == SCREEN_PLAY;
}

static bool is_result(const struct app *app)
{
    return app->screen == SCREEN_RESULT;
}

static bool is_keys(const struct app *app)
{
    return app->screen == SCREEN_KEYS;
}

static bool has_pad(const struct app *app)
{
    return app->input.pads[0] != NULL;
}

static bool has_no_pad(const struct app *app)
{
    return app->input.pads[0] == NULL;
}

static bool is_fast(const struct app *app)
{
    return app->session.speed > SESSION_SPEED_NORMAL;
}

static bool is_paused(const struct app *app)
{
    return app->session.is_paused;
}

static bool is_going_on(const struct app *app)
{
    return !app->session.is_paused;
}

static bool has_spade(const struct app *app)
{
    return app->session.chosen == ABILITY_DIG;
}

static bool marks_the_floor(const struct app *app)
{
    return app->view.has_cell && app->view.cell_y == 4;
}

static int spades(const struct app *app)
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

static bool is_rewound(const struct app *app)
{
    return timeline_facts(app->session.timeline).now == 0;
}

static bool is_zoomed(const struct app *app)
{
    return !app->view.is_fitted;
}

static bool is_menu(const struct app *app)
{
    return player_find(app, "Keep as a replay") >= 0;
}

static bool is_no_menu(const struct app *app)
{
    return player_find(app, "Keep as a replay") < 0;
}

#define TAP(press, condition) CALL(press), UNTIL(condition), CALL(let_go)

static void look_at_solved(const struct app *app)
{
    assert_int_equal(app->screen, SCREEN_INTRO);
    assert_int_equal(app->level, 2);
    assert_true(app->library.sets[0].levels[0].is_solved);
    assert_true(app->library.sets[0].levels[1].is_solved);
    assert_int_equal(app->input.device, DEVICE_PAD);
}

static void two_levels_are_won_from_the_title_on(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_title),
                                        CALL(attach),
                                        UNTIL(has_pad),
                                        TAP(press_a, is_intro),
                                        TAP(press_a, is_play),
                                        TAP(press_up, is_fast),
                                        UNTIL(is_result),
                                        TAP(press_a, is_intro),
                                        TAP(press_a, is_play),
                                        TAP(press_x, is_paused),
                                        TAP(pull_trigger, is_zoomed),
                                        TAP(press_bumper, has_spade),
                                        TAP(push_stick_up, marks_the_floor),
                                        TAP(press_a, has_one_spade),
                                        TAP(press_left_stick, has_two_spades),
                                        TAP(press_a, has_one_spade),
                                        TAP(press_x, is_going_on),
                                        TAP(press_start, is_menu),
                                        TAP(press_b, is_no_menu),
                                        UNTIL(is_result),
                                        TAP(press_a, is_intro),
                                        CALL(detach),
                                        UNTIL(has_no_pad),
                                        END};
    player_play(NULL, moves, look_at_solved);
}

static void holding_y_runs_back_to_the_start(void **state)
{
    (void)state;
    static const struct move moves[] = {
        UNTIL(is_play),    CALL(attach), UNTIL(has_pad),           TAP(press_right, is_paused),
        CALL(press_right), CALL(let_go), TAP(press_y, is_rewound), CALL(detach),
        UNTIL(has_no_pad), END};
    player_play("assets/levels/tutorial/02_A-little-spadework.rel", moves, NULL);
}

static bool is_on_left(const struct app *app)
{
    return app->ui.focus >= 0 && strcmp(app->ui.items[app->ui.focus].label, "left") == 0;
}

static bool left_is_empty(const struct app *app)
{
    return app->input.bindings.keys[DO_LEFT][0].key == 0;
}

static bool is_on_up(const struct app *app)
{
    return app->ui.focus >= 0 && strcmp(app->ui.items[app->ui.focus].label, "up") == 0;
}

static bool is_refused(const struct app *app)
{
    return strstr(app->message, "no way through the menus") != NULL &&
           app->input.bindings.keys[DO_UP][0].key == SDLK_UP;
}

static void a_place_in_the_keys_is_emptied_but_never_the_last_way_through_the_menus(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_title),
                                        CALL(attach),
                                        UNTIL(has_pad),
                                        KEY("F1"),
                                        UNTIL(is_keys),
                                        UNTIL(is_on_up),
                                        TAP(press_x, is_refused),
                                        TAP(press_down, is_keys),
                                        TAP(press_down, is_on_left),
                                        TAP(press_x, left_is_empty),
                                        CALL(detach),
                                        UNTIL(has_no_pad),
                                        END};
    player_play(NULL, moves, NULL);
}

static void hang(void)
{
    player_patience_s = 1;
    player_start_watch();
    for (;;) {
        pause();
    }
}

/* The first of the tests: the player's watch does not come along into a child. */
static void a_game_without_frames_ends_with_a_message(void **state)
{
    (void)state;
    struct text said = {0};
    int status = scratch_child(hang, &said);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 1);
    assert_string_equal(said.bytes, "the game hangs: no frame for 1 s, at move 0\n");
    text_free(&said);
}

int main(void)
{
    /* Tests have no window with the keyboard. */
    SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
#define TEST(name) cmocka_unit_test_setup_teardown(name, player_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_game_without_frames_ends_with_a_message),
        TEST(two_levels_are_won_from_the_title_on),
        TEST(holding_y_runs_back_to_the_start),
        TEST(a_place_in_the_keys_is_emptied_but_never_the_last_way_through_the_menus),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

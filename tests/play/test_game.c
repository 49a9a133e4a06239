/* The whole game, driven by keys and the mouse alone: events are pushed into SDL's queue after each frame, as
 * a player would cause them, and the real screens run. */
#include "play/screen.h"

#include "frame/clock.h"
#include "paint/assets.h"
#include "support/scratch.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

enum { FRAMES_MAX = 4000 };

/* One thing that the player does, or waits for, before the next one. */
struct move {
    const char *key;    /* "Return", or with a '+' before it: held down; with a '-': let go */
    const char *button; /* the label of a control to click on */
    int cell_x, cell_y; /* if has_cell: a square of the level to click on */
    bool has_cell;
    bool (*until)(const struct app *app); /* waits for that */
};

struct player {
    const struct move *moves;
    int next, frames;
    bool is_released; /* the click under way needs the button to go up */
    SDL_Point at;
    uint64_t now_ns;
};

#define KEY(name)                                                                                            \
    {                                                                                                        \
        .key = (name)                                                                                        \
    }
#define CLICK(label)                                                                                         \
    {                                                                                                        \
        .button = (label)                                                                                    \
    }
#define CELL(x, y)                                                                                           \
    {                                                                                                        \
        .cell_x = (x), .cell_y = (y), .has_cell = true                                                       \
    }
#define UNTIL(condition)                                                                                     \
    {                                                                                                        \
        .until = (condition)                                                                                 \
    }
#define END                                                                                                  \
    {                                                                                                        \
        0                                                                                                    \
    }

static void push_key(const char *name)
{
    bool is_up_only = name[0] == '-' && name[1] != '\0';
    bool is_down_only = name[0] == '+' && name[1] != '\0';
    struct chord chord;
    assert_true(chord_read(name + (is_up_only || is_down_only ? 1 : 0), &chord));
    Uint16 mods = (Uint16)((chord.ctrl ? KMOD_LCTRL : 0) | (chord.shift ? KMOD_LSHIFT : 0));
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = chord.key, .mod = mods}}};
    if (!is_up_only) {
        assert_int_equal(SDL_PushEvent(&event), 1);
    }
    event.key.type = SDL_KEYUP;
    if (!is_down_only) {
        assert_int_equal(SDL_PushEvent(&event), 1);
    }
}

static void push_click(int x, int y)
{
    SDL_Event move = {.motion = {.type = SDL_MOUSEMOTION, .x = x, .y = y}};
    SDL_Event down = {.button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .x = x, .y = y}};
    SDL_Event up = down;
    up.button.type = SDL_MOUSEBUTTONUP;
    assert_int_equal(SDL_PushEvent(&move), 1);
    assert_int_equal(SDL_PushEvent(&down), 1);
    assert_int_equal(SDL_PushEvent(&up), 1);
}

static void click_on_control(const struct app *app, const char *label)
{
    for (int i = 0; i < app->ui.count; i++) {
        const struct ui_item *item = &app->ui.items[i];
        if (strcmp(item->label, label) == 0) {
            double scale = app->display.canvas.scale;
            push_click((int)((item->box.x + item->box.w / 2) * scale),
                       (int)((item->box.y + item->box.h / 2) * scale));
            return;
        }
    }
    fail_msg("there is no control \"%s\" on screen %d", label, app->screen);
}

/* After a frame: the next move, once the events of the one before were heard. */
static void make_move(void *context, struct app *app)
{
    struct player *player = context;
    player->now_ns += 40000000; /* a slow machine: 25 frames a second */
    if (++player->frames > FRAMES_MAX) {
        fail_msg("move %d never came to its end on screen %d", player->next, app->screen);
    }
    const struct move *move = &player->moves[player->next];
    bool is_heard = SDL_PeepEvents(NULL, 0, SDL_PEEKEVENT, SDL_KEYDOWN, SDL_MOUSEWHEEL) == 0;
    if (!is_heard || (move->until != NULL && !move->until(app))) {
        return;
    }
    if (move->key != NULL) {
        push_key(move->key);
    } else if (move->button != NULL) {
        click_on_control(app, move->button);
    } else if (move->has_cell) {
        SDL_Rect rect = view_cell_rect(&app->view, move->cell_x, move->cell_y);
        push_click(rect.x + rect.w / 2, rect.y + rect.h / 2);
    } else if (move->until == NULL) {
        SDL_Event quit = {.type = SDL_QUIT};
        SDL_PushEvent(&quit);
        return; /* nothing comes after the end */
    }
    player->next++;
}

static uint64_t tell_time(void *context)
{
    const struct player *player = context;
    return player->now_ns;
}

/* Plays the moves from the title screen (or in a level) until END, then closes the window. */
static void play(const char *level, const struct move *moves, void (*look)(const struct app *app))
{
    struct text assets = {0};
    struct error error = {0};
    struct play_options options = {.path = PATH_BLIT,
                                   .fullscreen = OPTION_UNSET,
                                   .width_px = 640,
                                   .height_px = 480,
                                   .driver = "software",
                                   .level = level,
                                   .safe_mode = true,
                                   .mute = true};
    struct player player = {.moves = moves, .now_ns = 1};
    static struct app app;
    assert_true(assets_find("assets", &assets, &error));
    clock_replace(tell_time, &player);
    if (!app_open(&app, &options, assets.bytes, &error)) {
        fail_msg("%s", error.text);
    }
    app.observer = make_move;
    app.observer_context = &player;
    if (level != NULL) {
        assert_true(app_open_level(&app, level, &error));
    }
    screen_run_all(&app, level != NULL ? SCREEN_PLAY : SCREEN_TITLE);
    if (look != NULL) {
        look(&app);
    }
    app_close(&app);
    clock_replace(NULL, NULL);
    text_free(&assets);
}

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
    play(NULL, story, look_at_story);
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
    play("assets/levels/tutorial/02_A-little-spadework.rel", moves, look_at_quit);
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
    play(NULL, leave, NULL);
    play(NULL, go_on, look_at_continued);
}

static bool is_levels(const struct app *app)
{
    return app->screen == SCREEN_LEVELS;
}

static bool is_sets(const struct app *app)
{
    return app->screen == SCREEN_SETS;
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
    play(NULL, moves, NULL);
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
    play("assets/levels/tutorial/02_A-little-spadework.rel", moves, look_at_keys);
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
    play(NULL, moves, look_at_new_key);
}

/* The player's own files are in a folder that is gone afterwards. */
static int setup(void **state)
{
    int bad = scratch_setup(state);
    return bad != 0 ? bad
                    : setenv("XDG_CONFIG_HOME", *state, 1) | setenv("XDG_DATA_HOME", *state, 1) |
                          setenv("XDG_STATE_HOME", *state, 1) | setenv("XDG_CACHE_HOME", *state, 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(from_the_title_to_two_solved_levels_with_keys_and_mouse),
        TEST(the_window_can_be_closed_in_the_middle_of_a_level),
        TEST(a_game_that_was_left_goes_on_after_a_new_start),
        TEST(every_screen_can_be_reached_and_left),
        TEST(keys_do_what_the_help_says),
        TEST(a_key_can_be_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

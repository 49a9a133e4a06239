/* A player for tests of the whole game: keys and the mouse alone, as events that are pushed into SDL's queue
 * after each frame, while the real screens run. For one test program each. */
#ifndef WARREN_TESTS_PLAY_PLAYER_H
#define WARREN_TESTS_PLAY_PLAYER_H

#include "frame/clock.h"
#include "paint/assets.h"
#include "play/screen.h"
#include "support/scratch.h"
#include "support/test.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PLAYER_FRAMES_MAX = 1500 };

/* One thing that the player does, or waits for, before the next one. */
struct move {
    const char *key;    /* "Return", or with a '+' before it: held down; with a '-': let go */
    const char *file;   /* to drop on the window, in the scratch folder or from the root */
    const char *button; /* the label of a control to click on */
    int cell_x, cell_y; /* if has_cell: a square of the level to click on */
    bool has_cell;
    const char *pointed;                  /* the label of a control to point at */
    int proved;                           /* 1 + an action: its key as delivered makes `until` true, which
                                             was false before */
    bool (*until)(const struct app *app); /* waits for that */
    void (*call)(struct app *app);        /* what no player can do: the machine does it */
};

struct player {
    const struct move *moves;
    int next, frames;
    bool is_released; /* the click under way needs the button to go up */
    SDL_Point at;
    uint64_t now_ns;
    void (*remember)(const struct app *app); /* called before a key is pressed that is to prove something */
    bool is_proving;
};

/* Whose keys have shown that they do something. */
static bool player_proved[DO_COUNT];

/* Seconds since the player last had a frame, and how many there may be; below 0: nobody plays. */
static _Atomic int player_idle_s = -1;
static _Atomic int player_patience_s = 120;
static _Atomic int player_at_move;

/* Frames are counted when the player gets them; this is for a game that gives none. Time in which the whole
 * program was suspended counts as a second at most. */
static inline void *player_watch(void *context)
{
    (void)context;
    const struct timespec second = {.tv_sec = 1};
    for (;;) {
        nanosleep(&second, NULL);
        int idle_s = atomic_load(&player_idle_s);
        if (idle_s >= atomic_load(&player_patience_s)) {
            fflush(stdout);
            fprintf(stderr, "the game hangs: no frame for %d s, at move %d\n", idle_s,
                    atomic_load(&player_at_move));
            _exit(1);
        }
        if (idle_s >= 0) {
            atomic_compare_exchange_strong(&player_idle_s, &idle_s, idle_s + 1);
        }
    }
}

static inline void player_start_watch(void)
{
    static bool is_watched;
    pthread_t thread;
    if (!is_watched) {
        is_watched = true;
        assert_int_equal(pthread_create(&thread, NULL, player_watch, NULL), 0);
        assert_int_equal(pthread_detach(thread), 0);
    }
    atomic_store(&player_at_move, 0);
    atomic_store(&player_idle_s, 0);
}

#define KEY(name)                                                                                            \
    {                                                                                                        \
        .key = (name)                                                                                        \
    }
#define DROP(path)                                                                                           \
    {                                                                                                        \
        .file = (path)                                                                                       \
    }
#define CLICK(label)                                                                                         \
    {                                                                                                        \
        .button = (label)                                                                                    \
    }
#define CELL(x, y)                                                                                           \
    {                                                                                                        \
        .cell_x = (x), .cell_y = (y), .has_cell = true                                                       \
    }
#define POINT(label)                                                                                         \
    {                                                                                                        \
        .pointed = (label)                                                                                   \
    }
#define PROVE(id, condition)                                                                                 \
    {                                                                                                        \
        .proved = DO_##id + 1, .until = (condition)                                                          \
    }
#define CALL(function)                                                                                       \
    {                                                                                                        \
        .call = (function)                                                                                   \
    }
#define UNTIL(condition)                                                                                     \
    {                                                                                                        \
        .until = (condition)                                                                                 \
    }
#define END                                                                                                  \
    {                                                                                                        \
        0                                                                                                    \
    }

static inline void player_push_chord(struct chord chord, bool is_down)
{
    Uint16 mods = (Uint16)((chord.ctrl ? KMOD_LCTRL : 0) | (chord.shift ? KMOD_LSHIFT : 0));
    SDL_Event event = {
        .key = {.type = is_down ? SDL_KEYDOWN : SDL_KEYUP, .keysym = {.sym = chord.key, .mod = mods}}};
    if (chord_is_mouse(chord)) {
        event = (SDL_Event){.button = {.type = is_down ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP,
                                       .button = (Uint8)(chord.key - CHORD_MOUSE),
                                       .x = 300,
                                       .y = 200}};
    }
    assert_int_equal(SDL_PushEvent(&event), 1);
}

static inline void player_push_key(const char *name)
{
    bool is_up_only = name[0] == '-' && name[1] != '\0';
    bool is_down_only = name[0] == '+' && name[1] != '\0';
    struct chord chord;
    assert_true(chord_read(name + (is_up_only || is_down_only ? 1 : 0), &chord));
    if (!is_up_only) {
        player_push_chord(chord, true);
    }
    if (!is_down_only) {
        player_push_chord(chord, false);
    }
}

/* The first key, button or control that an action has when it is delivered. */
static inline void player_push_action(enum player_action action, bool is_down)
{
    struct bindings bindings;
    bindings_default(&bindings);
    for (int slot = 0; slot < CHORDS_MAX; slot++) {
        if (bindings.keys[action][slot].key != 0) {
            player_push_chord(bindings.keys[action][slot], is_down);
            return;
        }
    }
    SDL_Event event = {.cbutton = {.type = is_down ? SDL_CONTROLLERBUTTONDOWN : SDL_CONTROLLERBUTTONUP,
                                   .button = (Uint8)bindings.pad[action]}};
    assert_int_equal(SDL_PushEvent(&event), 1);
}

static inline void player_push_motion(int x, int y)
{
    SDL_Event move = {.motion = {.type = SDL_MOUSEMOTION, .x = x, .y = y}};
    assert_int_equal(SDL_PushEvent(&move), 1);
}

static inline void player_push_click(int x, int y)
{
    SDL_Event down = {.button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .x = x, .y = y}};
    SDL_Event up = down;
    up.button.type = SDL_MOUSEBUTTONUP;
    player_push_motion(x, y);
    assert_int_equal(SDL_PushEvent(&down), 1);
    assert_int_equal(SDL_PushEvent(&up), 1);
}

/* Its number on the screen; -1: there is none. */
static inline int player_find(const struct app *app, const char *label)
{
    int found = -1;
    for (int i = app->ui.count - 1; i >= 0; i--) {
        found = strcmp(app->ui.items[i].label, label) == 0 ? i : found;
    }
    return found;
}

/* Its middle, in the units of the mouse. */
static inline SDL_Point player_middle(const struct app *app, const char *label)
{
    int number = player_find(app, label);
    if (number < 0) {
        fail_msg("there is no control \"%s\" on screen %d", label, app->screen);
    }
    struct box box = app->ui.items[number].box;
    double units = app->display.canvas.scale / app->input.pixels_per_unit;
    return (SDL_Point){(int)((box.x + box.w / 2) * units), (int)((box.y + box.h / 2) * units)};
}

static inline void player_click_on(const struct app *app, const char *label)
{
    SDL_Point at = player_middle(app, label);
    player_push_click(at.x, at.y);
}

/* In two passes: the key goes down, and when what was asked for has come about it goes up. Returns whether it
 * has. */
static inline bool player_prove(struct player *player, const struct app *app, const struct move *move)
{
    enum player_action action = (enum player_action)(move->proved - 1);
    if (!player->is_proving) {
        player->remember(app);
        if (move->until(app)) {
            fail_msg("\"%s\" proves nothing: all is so before", action_info(action).help);
        }
        player_push_action(action, true);
        if (action == DO_DRAG) {
            player_push_motion(200, 120);
        }
        player->is_proving = true;
        return false;
    }
    if (move->until(app)) {
        player_push_action(action, false);
        player_proved[action] = true;
        player->is_proving = false;
        return true;
    }
    return false;
}

/* After a frame: the next move, once the events of the one before were heard. */
static inline void player_make_move(void *context, struct app *app)
{
    struct player *player = context;
    player->now_ns += 40000000; /* a slow machine: 25 frames a second */
    atomic_store(&player_idle_s, 0);
    atomic_store(&player_at_move, player->next);
    if (++player->frames > PLAYER_FRAMES_MAX) {
        fail_msg("move %d never came to its end on screen %d: %s", player->next, app->screen, app->message);
    }
    const struct move *move = &player->moves[player->next];
    bool is_heard = SDL_PeepEvents(NULL, 0, SDL_PEEKEVENT, SDL_KEYDOWN, SDL_CONTROLLERBUTTONUP) == 0;
    if (!is_heard) {
        return;
    }
    if (move->proved != 0) {
        player->next += player_prove(player, app, move);
        return;
    }
    if (move->until != NULL && !move->until(app)) {
        return;
    }
    if (move->key != NULL) {
        player_push_key(move->key);
    } else if (move->file != NULL) {
        SDL_Event drop = {.drop = {.type = SDL_DROPFILE, .file = SDL_strdup(move->file)}};
        assert_int_equal(SDL_PushEvent(&drop), 1);
    } else if (move->button != NULL) {
        player_click_on(app, move->button);
    } else if (move->pointed != NULL) {
        SDL_Point at = player_middle(app, move->pointed);
        player_push_motion(at.x, at.y);
    } else if (move->call != NULL) {
        move->call(app);
    } else if (move->has_cell) {
        SDL_Rect rect = view_cell_rect(&app->view, move->cell_x, move->cell_y);
        player_push_click(rect.x + rect.w / 2, rect.y + rect.h / 2);
    } else if (move->until == NULL) {
        SDL_Event quit = {.type = SDL_QUIT};
        SDL_PushEvent(&quit);
        return; /* nothing comes after the end */
    }
    player->next++;
}

static inline uint64_t player_tell_time(void *context)
{
    const struct player *player = context;
    return player->now_ns;
}

/* Plays the moves from the title screen (or in a level) until END, then closes the window. remember may be
 * NULL if nothing is to be proved. */
static inline void player_prove_all(const char *level, const struct move *moves,
                                    void (*remember)(const struct app *app),
                                    void (*look)(const struct app *app))
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
    struct player player = {.moves = moves, .now_ns = 1, .remember = remember};
    static struct app app;
    player_start_watch();
    assert_true(assets_find("assets", &assets, &error));
    clock_replace(player_tell_time, &player);
    if (!app_open(&app, &options, assets.bytes, &error)) {
        fail_msg("%s", error.text);
    }
    app.observer = player_make_move;
    app.observer_context = &player;
    if (level != NULL) {
        assert_true(app_open_level(&app, level, &error));
    }
    screen_run_all(&app, level != NULL ? SCREEN_PLAY : SCREEN_TITLE);
    if (look != NULL) {
        look(&app);
    }
    app_close(&app);
    atomic_store(&player_idle_s, -1);
    clock_replace(NULL, NULL);
    text_free(&assets);
}

static inline void player_play(const char *level, const struct move *moves,
                               void (*look)(const struct app *app))
{
    player_prove_all(level, moves, NULL, look);
}

/* The player's own files are in a folder that is gone afterwards. */
static inline int player_setup(void **state)
{
    int bad = scratch_setup(state);
    return bad != 0 ? bad
                    : setenv("XDG_CONFIG_HOME", *state, 1) | setenv("XDG_DATA_HOME", *state, 1) |
                          setenv("XDG_STATE_HOME", *state, 1) | setenv("XDG_CACHE_HOME", *state, 1);
}

#endif

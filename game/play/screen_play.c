/* A level while it is played or watched. */
#include "play/screen.h"

#include "frame/clock.h"
#include "play/dialog.h"
#include "play/ghost_draw.h"
#include "play/hud.h"
#include "play/level_keys.h"
#include "play/playing.h"
#include "play/replays.h"

#include <math.h>
#include <stdio.h>

#define OVER_MS 900
#define GHOST_BUDGET_NS UINT64_C(2000000)

static void draw_cell(const struct playing *playing)
{
    struct canvas *canvas = &playing->app->display.canvas;
    const struct view *view = &playing->app->view;
    if (!view->has_cell) {
        return;
    }
    SDL_Rect rect = view_cell_rect(view, view->cell_x, view->cell_y);
    double scale = canvas->scale;
    double thick = rect.w > 40 ? 3 : 2;
    canvas_frame(canvas, rect.x / scale, rect.y / scale, rect.w / scale, rect.h / scale, thick, INK_ACCENT);
}

/* While the key is held, what comes anyway; else what comes of the chosen ability on the marked square. */
static void show_ghosts(struct playing *playing)
{
    struct app *app = playing->app;
    struct session *session = &app->session;
    bool asks_plainly = app->input.held[DO_GHOSTS];
    bool has_one =
        session->chosen >= 0 && world_counts(timeline_world(session->timeline)).stock[session->chosen] != 0;
    bool asks_token =
        app->preferences.shows_ghosts && has_one && app->view.has_cell && app->ui.hovered_before < 0;
    playing->ghost_goes_on = false;
    if (session_is_over(session) || !(asks_plainly || asks_token)) {
        return;
    }
    ghost_ask(&playing->ghost, session, asks_plainly ? -1 : session->chosen, app->view.cell_x,
              app->view.cell_y);
    if (playing->ghost.is_possible) {
        playing->ghost_goes_on = ghost_run(&playing->ghost, GHOST_BUDGET_NS);
        ghost_draw(&playing->ghost, &app->display.canvas, &app->view);
    }
}

static void show_minimap(struct playing *playing)
{
    struct app *app = playing->app;
    if (app->preferences.shows_minimap && minimap_is_useful(&app->view)) {
        minimap_draw(&playing->minimap, &app->ui, &app->view, &app->session, app->display.generation);
    }
}

static enum screen use_menu(struct app *app, int used)
{
    switch (used) {
    case 1: session_restart(&app->session); return SCREEN_PLAY;
    case 2: return SCREEN_INTRO;
    case 3: replays_keep(app); return SCREEN_PLAY;
    case 4: return level_keys_leave(app);
    case 5: app->back = SCREEN_PLAY; return SCREEN_OPTIONS;
    default: return SCREEN_PLAY;
    }
}

/* The first button of each, and going back, change nothing. */
static enum screen use_dialog(struct playing *playing)
{
    static const char *const menu[] = {"Go on",  "Begin again", "Hints", "Keep as a replay",
                                       "Levels", "Options"};
    static const char *const explode[] = {"No, go on", "Explode all"};
    static const char *const leave[] = {"No, go on", "Next level"};
    struct app *app = playing->app;
    const struct dialog dialogs[] = {
        [ASK_MENU] = {app->session.level->name, NULL, menu, 6},
        [ASK_EXPLODE] = {"Explode all?", "Every rabbit goes off with a bang of confetti, and the level ends.",
                         explode, 2},
        [ASK_NEXT] = {"Leave this level?", "What you have done in it so far is kept among the replays.",
                      leave, 2}};
    int used = dialog_draw(app, &dialogs[playing->dialog]);
    enum playing_dialog asked = playing->dialog;
    if (used == DIALOG_OPEN) {
        return SCREEN_PLAY;
    }
    playing->dialog = ASK_NOTHING;
    session_skip_time(&app->session);
    if (asked == ASK_MENU) {
        return use_menu(app, used);
    }
    if (used == 1 && asked == ASK_EXPLODE) {
        playing->has_exploded = true;
        session_explode_all(&app->session);
    }
    return used == 1 && asked == ASK_NEXT ? level_keys_next(app) : SCREEN_PLAY;
}

/* Nothing that was done is left behind without a question. */
static enum screen hear_level_keys(struct playing *playing)
{
    struct app *app = playing->app;
    bool has_work = session_has_work(&app->session) && !session_is_over(&app->session);
    if (app->input.action == DO_NEXT && has_work) {
        playing->dialog = ASK_NEXT;
        return SCREEN_PLAY;
    }
    return level_keys_hear(app, SCREEN_PLAY);
}

static bool has_failed(const struct session *session)
{
    return session->fails_at >= 0 && timeline_facts(session->timeline).now >= session->fails_at;
}

/* Where a recorded game went wrong and how, for as long as one looks at it. y: of its lower edge. */
static void draw_failure(struct app *app, double y)
{
    struct canvas *canvas = &app->display.canvas;
    char text[sizeof app->session.failure.text + 80];
    snprintf(text, sizeof text, "This game goes wrong at step %d: %s", (int)app->session.fails_at,
             app->session.failure.text);
    double w = fmin(canvas_text_width(canvas, 15, text), canvas->width - 80);
    double h = canvas_text_lines(canvas, 0, 0, w + 1, 15, INK_BAD, text, 4, false);
    double x = (canvas->width - w) / 2;
    canvas_panel(canvas, x - 14, y - h - 14, w + 28, h + 14, INK_PAPER);
    canvas_text_lines(canvas, x, y - h - 7, w + 1, 15, INK_BAD, text, 4, true);
}

/* What is watched says so, with a way out. */
static void show_watching(struct playing *playing)
{
    struct app *app = playing->app;
    char key[40];
    char label[120];
    if (!app->session.is_watching) {
        return;
    }
    input_name(&app->input, DO_TAKE_OVER, key, sizeof key);
    snprintf(label, sizeof label, "%sTake over: %s", has_failed(&app->session) ? "" : "You are watching. ",
             key);
    double w = canvas_text_width(&app->display.canvas, 17, label) + 30;
    struct box box = {(app->display.canvas.width - w) / 2, hud_bottom(app) - 44, w, 34};
    if (has_failed(&app->session)) {
        draw_failure(app, box.y - 8);
    }
    if (ui_button(&app->ui, box, label)) {
        playing_take_over(playing);
    }
}

/* As soon as it cannot be won any more, with the ways out. */
static void tell_if_hopeless(struct playing *playing)
{
    struct app *app = playing->app;
    struct world_counts counts = world_counts(timeline_world(app->session.timeline));
    bool was_hopeless = playing->is_hopeless;
    char back[40];
    char again[40];
    int left = counts.out + counts.waiting;
    playing->has_exploded = playing->has_exploded && counts.steps > 0;
    playing->is_hopeless = left > 0 ? counts.saved + left < counts.to_save : was_hopeless;
    if (playing->is_hopeless && !was_hopeless && !playing->has_exploded && !app->session.is_watching &&
        !session_is_over(&app->session)) {
        input_name(&app->input, DO_REWIND, back, sizeof back);
        input_name(&app->input, DO_RETRY, again, sizeof again);
        app_say(app, "Too few are left to win. Hold %s to run backwards; %s begins again.", back, again);
    }
}

/* After the end, or after a recorded game went wrong. */
static enum screen look_at_end(struct playing *playing)
{
    struct app *app = playing->app;
    struct session *session = &app->session;
    if (has_failed(session) && !playing->has_stopped) {
        playing->has_stopped = true;
        session->is_paused = true;
    }
    bool is_over = session_is_over(session);
    if (app->options->exit_when_done && (is_over || has_failed(session))) {
        bool is_won = world_outcome(timeline_world(session->timeline)) == OUTCOME_WON;
        app->status = is_won && !has_failed(session) ? STATUS_GOOD : STATUS_BAD;
        return SCREEN_LEAVE;
    }
    if (!is_over || session->is_paused || session->is_rewinding) {
        playing->over_since_ns = 0;
        return SCREEN_PLAY;
    }
    if (playing->over_since_ns == 0) {
        playing->over_since_ns = playing->now_ns;
    }
    return playing->now_ns - playing->over_since_ns > OVER_MS * UINT64_C(1000000) ? SCREEN_RESULT
                                                                                  : SCREEN_PLAY;
}

static bool is_waiting(const struct playing *playing)
{
    const struct app *app = playing->app;
    bool is_away = !app->has_focus && app->preferences.pauses_unfocused && app->options->frames == 0 &&
                   !app->options->exit_when_done;
    return playing->dialog != ASK_NOTHING || is_away;
}

static void begin(struct playing *playing, struct app *app)
{
    *playing = (struct playing){.app = app, .level_number = app->levels_opened, .now_ns = clock_ns()};
    session_skip_time(&app->session);
    speaker_start_level(&app->speaker, app->session.level->music);
}

static void end(struct playing *playing)
{
    ghost_clear(&playing->ghost);
    minimap_free(&playing->minimap, playing->app->display.generation);
}

static void use_wish(struct playing *playing, enum hud_wish wish)
{
    switch (wish) {
    case HUD_MENU: playing->dialog = ASK_MENU; break;
    case HUD_EXPLODE: playing->dialog = ASK_EXPLODE; break;
    case HUD_UNDO: playing_undo(playing); break;
    case HUD_REDO: playing_redo(playing); break;
    case HUD_NOTHING: break;
    }
}

static enum screen play_pass(struct playing *playing)
{
    struct app *app = playing->app;
    bool is_ending = session_is_over(&app->session) && !app->session.is_paused;
    bool waits = is_waiting(playing);
    app_begin(app, playing->dialog != ASK_NOTHING ? CONTEXT_MENU : CONTEXT_PLAY,
              !waits && (session_is_running(&app->session) || is_ending || playing->ghost_goes_on ||
                         playing->feedback.count > 0 || compare_is_running(&app->compare)));
    playing->then_ns = playing->now_ns;
    playing->now_ns = clock_ns();
    int width_px = 0;
    int height_px = 0;
    display_size(&app->display, &width_px, &height_px);
    view_set_area(&app->view, hud_area(app), width_px, height_px);
    bool is_asking = playing->dialog != ASK_NOTHING;
    enum screen next = SCREEN_PLAY;
    if (!is_asking) {
        playing_hear(playing);
        next = hear_level_keys(playing);
    }
    if (waits) {
        session_skip_time(&app->session);
    } else {
        session_advance(&app->session, playing->now_ns);
    }
    app->is_covered = waits;
    app_level(app);
    feedback_follow(&playing->feedback, timeline_world(app->session.timeline), playing->now_ns);
    if (!is_asking) {
        show_ghosts(playing);
        draw_cell(playing);
        feedback_draw(&playing->feedback, &app->display.canvas, &app->view, app->preferences.reduced_motion,
                      playing->now_ns);
        tell_if_hopeless(playing);
    }
    if (is_asking) {
        next = use_dialog(playing);
    } else {
        show_minimap(playing);
        enum hud_wish wish = hud_draw(app);
        show_watching(playing);
        use_wish(playing, wish);
        next = next == SCREEN_PLAY ? look_at_end(playing) : next;
    }
    if (!is_asking && playing->dialog != ASK_NOTHING) {
        ui_start(&app->ui);
    }
    return screen_end_pass(app, next);
}

enum screen screen_play(struct app *app)
{
    struct playing playing;
    enum screen next = SCREEN_PLAY;
    begin(&playing, app);
    while (next == SCREEN_PLAY) {
        next = play_pass(&playing);
        /* Another game was dropped on this one. */
        if (next == SCREEN_PLAY && playing.level_number != app->levels_opened) {
            compare_stop(&app->compare, &app->display, "the level was left");
            end(&playing);
            begin(&playing, app);
        }
    }
    compare_stop(&app->compare, &app->display,
                 next == SCREEN_RESULT ? "the level is over" : "the level was left");
    app->session.is_rewinding = false;
    end(&playing);
    return next;
}

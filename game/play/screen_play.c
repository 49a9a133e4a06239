/* A level while it is played or watched. */
#include "play/screen.h"

#include "frame/clock.h"
#include "play/dialog.h"
#include "play/ghost_draw.h"
#include "play/hud.h"
#include "play/minimap.h"

#include <math.h>

#define PAN_CELLS_A_SECOND 14.0
#define STICK_CELLS_A_SECOND 9.0
#define OVER_MS 900
#define GHOST_BUDGET_NS UINT64_C(2000000)

enum play_dialog { ASK_NOTHING, ASK_MENU, ASK_EXPLODE };

struct play {
    struct app *app;
    enum play_dialog dialog;
    int cell_x, cell_y;      /* the marked square */
    bool has_cell;           /* it is in the world */
    double stick_x, stick_y; /* fractions of a square that the stick has moved it */
    uint64_t now_ns, then_ns;
    uint64_t over_since_ns; /* 0: it is not over */
    bool has_said_failure;
    struct ghost ghost;
    bool ghost_goes_on; /* there is more of it to compute */
    struct minimap minimap;
};

static void place(struct play *play)
{
    struct app *app = play->app;
    if (play->has_cell && !session_is_over(&app->session)) {
        enum placing placing = session_place(&app->session, play->cell_x, play->cell_y);
        speaker_play(&app->speaker, placing == PLACING_DONE ? SOUND_PLACE : SOUND_REFUSE, clock_ns());
        if (placing != PLACING_DONE) {
            app_say(app, "%s", session_refusal(placing));
        }
    }
}

static void move_cell(struct play *play, int dx, int dy)
{
    struct view *view = &play->app->view;
    const struct world *world = timeline_world(play->app->session.timeline);
    if (!play->has_cell) {
        view_cell_at(view, view->area.x + view->area.w / 2.0, view->area.y + view->area.h / 2.0,
                     &play->cell_x, &play->cell_y);
    }
    int x = play->cell_x + dx;
    int y = play->cell_y + dy;
    play->cell_x = x < 0 ? 0 : x >= world_width(world) ? world_width(world) - 1 : x;
    play->cell_y = y < 0 ? 0 : y >= world_height(world) ? world_height(world) - 1 : y;
    play->has_cell = world_width(world) > 0 && world_height(world) > 0;
    view_show_cell(view, play->cell_x, play->cell_y);
}

static void zoom(struct play *play, int direction)
{
    struct app *app = play->app;
    int zoom_px = zoom_step(app->view.camera.zoom_px, direction);
    if (app->input.device == DEVICE_MOUSE) {
        view_zoom_at(&app->view, zoom_px, app->input.pointer_x_px, app->input.pointer_y_px);
    } else {
        view_zoom_middle(&app->view, zoom_px);
    }
}

static void hear_camera(struct play *play)
{
    struct app *app = play->app;
    struct input *input = &app->input;
    double seconds = (double)(play->now_ns - play->then_ns) / 1e9;
    double pan_px = PAN_CELLS_A_SECOND * 32 * app->display.canvas.scale * (seconds > 0.1 ? 0.1 : seconds);
    double dx = input->held[DO_PAN_RIGHT] - input->held[DO_PAN_LEFT] + input->look_x;
    double dy = input->held[DO_PAN_DOWN] - input->held[DO_PAN_UP] + input->look_y;
    view_pan(&app->view, dx * pan_px - input->drag_x_px, dy * pan_px - input->drag_y_px);
    play->stick_x += input->stick_x * STICK_CELLS_A_SECOND * (seconds > 0.1 ? 0.1 : seconds);
    play->stick_y += input->stick_y * STICK_CELLS_A_SECOND * (seconds > 0.1 ? 0.1 : seconds);
    int steps_x = (int)play->stick_x;
    int steps_y = (int)play->stick_y;
    if (steps_x != 0 || steps_y != 0) {
        play->stick_x -= steps_x;
        play->stick_y -= steps_y;
        move_cell(play, steps_x, steps_y);
    }
    for (; input->wheel >= 1; input->wheel -= 1) {
        zoom(play, 1);
    }
    for (; input->wheel <= -1; input->wheel += 1) {
        zoom(play, -1);
    }
}

static void hear_time(struct play *play)
{
    struct session *session = &play->app->session;
    switch (play->app->input.action) {
    case DO_PAUSE: session->is_paused = !session->is_paused; break;
    case DO_STEP: session_step(session); break;
    case DO_STEP_BACK: session_step_back(session); break;
    case DO_FASTER: session_change_speed(session, 1); break;
    case DO_SLOWER: session_change_speed(session, -1); break;
    case DO_FAST:
        session->speed =
            session->speed == SESSION_SPEED_NORMAL + 2 ? SESSION_SPEED_NORMAL : SESSION_SPEED_NORMAL + 2;
        session->exact_speed = 0;
        break;
    case DO_UNDO:
        if (!session_undo(session)) {
            app_say(play->app, "There is nothing to take back");
        }
        break;
    case DO_REDO:
        if (!session_redo(session)) {
            app_say(play->app, "There is nothing to put back");
        }
        break;
    case DO_RETRY: session_restart(session); break;
    default: break;
    }
}

static void hear_actions(struct play *play)
{
    struct app *app = play->app;
    enum player_action action = app->input.action;
    if (action >= DO_ABILITY_1 && action <= DO_ABILITY_7) {
        session_choose(&app->session, session_ability(&app->session, (int)action - DO_ABILITY_1));
    }
    switch (action) {
    case DO_ABILITY_LESS: session_choose_next(&app->session, -1); break;
    case DO_ABILITY_MORE: session_choose_next(&app->session, 1); break;
    case DO_CELL_UP: move_cell(play, 0, -1); break;
    case DO_CELL_DOWN: move_cell(play, 0, 1); break;
    case DO_CELL_LEFT: move_cell(play, -1, 0); break;
    case DO_CELL_RIGHT: move_cell(play, 1, 0); break;
    case DO_PLACE: place(play); break;
    case DO_ZOOM_IN: zoom(play, 1); break;
    case DO_ZOOM_OUT: zoom(play, -1); break;
    case DO_ZOOM_FIT: view_fit(&app->view); break;
    case DO_MINIMAP: app->preferences.shows_minimap = !app->preferences.shows_minimap; break;
    case DO_EXPLODE_ALL: play->dialog = ASK_EXPLODE; break;
    case DO_BACK:
    case DO_MENU: play->dialog = ASK_MENU; break;
    default: hear_time(play); break;
    }
}

static void point(struct play *play)
{
    struct app *app = play->app;
    if (app->input.device == DEVICE_MOUSE && app->input.has_moved) {
        play->has_cell = view_cell_at(&app->view, app->input.pointer_x_px, app->input.pointer_y_px,
                                      &play->cell_x, &play->cell_y);
    }
}

static void draw_cell(const struct play *play)
{
    struct canvas *canvas = &play->app->display.canvas;
    if (!play->has_cell) {
        return;
    }
    SDL_Rect rect = view_cell_rect(&play->app->view, play->cell_x, play->cell_y);
    double scale = canvas->scale;
    double thick = rect.w > 40 ? 3 : 2;
    canvas_frame(canvas, rect.x / scale, rect.y / scale, rect.w / scale, rect.h / scale, thick, INK_ACCENT);
}

/* While the key is held, what comes anyway; else what comes of the chosen ability on the marked square. */
static void show_ghosts(struct play *play)
{
    struct app *app = play->app;
    struct session *session = &app->session;
    bool asks_plainly = app->input.held[DO_GHOSTS];
    bool has_one =
        session->chosen >= 0 && world_counts(timeline_world(session->timeline)).stock[session->chosen] != 0;
    bool asks_token =
        app->preferences.shows_ghosts && has_one && play->has_cell && app->ui.hovered_before < 0;
    play->ghost_goes_on = false;
    if (session_is_over(session) || !(asks_plainly || asks_token)) {
        return;
    }
    ghost_ask(&play->ghost, session, asks_plainly ? -1 : session->chosen, play->cell_x, play->cell_y);
    if (play->ghost.is_possible) {
        play->ghost_goes_on = ghost_run(&play->ghost, GHOST_BUDGET_NS);
        ghost_draw(&play->ghost, &app->display.canvas, &app->view);
    }
}

static void show_minimap(struct play *play)
{
    struct app *app = play->app;
    if (app->preferences.shows_minimap && minimap_is_useful(&app->view)) {
        minimap_draw(&play->minimap, &app->ui, &app->view, &app->session, app->display.generation);
    }
}

static enum screen use_dialog(struct play *play)
{
    static const char *const menu[] = {"Go on", "Begin again", "Hints", "Levels", "Options", "Keys"};
    static const char *const explode[] = {"No, go on", "Explode all"};
    static const enum screen to[] = {SCREEN_PLAY,   SCREEN_PLAY,    SCREEN_INTRO,
                                     SCREEN_LEVELS, SCREEN_OPTIONS, SCREEN_KEYS};
    struct app *app = play->app;
    struct dialog dialog = {app->session.level->name, NULL, menu, 6};
    if (play->dialog == ASK_EXPLODE) {
        dialog = (struct dialog){
            "Explode all?", "Every rabbit goes off with a bang of confetti, and the level ends.", explode, 2};
    }
    int used = dialog_draw(app, &dialog);
    if (used == DIALOG_OPEN) {
        return SCREEN_PLAY;
    }
    enum play_dialog asked = play->dialog;
    play->dialog = ASK_NOTHING;
    session_skip_time(&app->session);
    if (used == DIALOG_BACK) {
        return SCREEN_PLAY;
    }
    if (asked == ASK_EXPLODE) {
        if (used == 1) {
            session_explode_all(&app->session);
        }
        return SCREEN_PLAY;
    }
    if (used == 1) {
        session_restart(&app->session);
    }
    app->back = SCREEN_PLAY;
    app->keys_back = SCREEN_PLAY;
    return to[used] == SCREEN_LEVELS && app->level < 0 ? SCREEN_SETS : to[used];
}

static bool has_failed(const struct session *session)
{
    return session->fails_at >= 0 && timeline_facts(session->timeline).now >= session->fails_at;
}

/* After the end, or after a recorded game went wrong. */
static enum screen look_at_end(struct play *play)
{
    struct app *app = play->app;
    struct session *session = &app->session;
    if (has_failed(session) && !play->has_said_failure) {
        play->has_said_failure = true;
        session->is_paused = true;
        app_say(app, "The recorded game goes wrong at step %d: %s", (int)session->fails_at,
                session->failure.text);
    }
    bool is_over = session_is_over(session);
    if (app->options->exit_when_done && (is_over || has_failed(session))) {
        bool is_won = world_outcome(timeline_world(session->timeline)) == OUTCOME_WON;
        app->status = is_won && !has_failed(session) ? STATUS_GOOD : STATUS_BAD;
        return SCREEN_LEAVE;
    }
    if (!is_over || session->is_paused || session->is_rewinding) {
        play->over_since_ns = 0;
        return SCREEN_PLAY;
    }
    if (play->over_since_ns == 0) {
        play->over_since_ns = play->now_ns;
    }
    return play->now_ns - play->over_since_ns > OVER_MS * UINT64_C(1000000) ? SCREEN_RESULT : SCREEN_PLAY;
}

static bool is_waiting(const struct play *play)
{
    const struct app *app = play->app;
    bool is_away = !app->has_focus && app->preferences.pauses_unfocused && app->options->frames == 0 &&
                   !app->options->exit_when_done;
    return play->dialog != ASK_NOTHING || is_away;
}

static enum screen play_pass(struct play *play)
{
    struct app *app = play->app;
    bool is_ending = session_is_over(&app->session) && !app->session.is_paused;
    bool waits = is_waiting(play);
    app_begin(app, play->dialog != ASK_NOTHING ? CONTEXT_MENU : CONTEXT_PLAY,
              !waits && (session_is_running(&app->session) || is_ending || play->ghost_goes_on));
    play->then_ns = play->now_ns;
    play->now_ns = clock_ns();
    int width_px = 0;
    int height_px = 0;
    display_size(&app->display, &width_px, &height_px);
    view_set_area(&app->view, hud_area(app), width_px, height_px);
    bool is_asking = play->dialog != ASK_NOTHING;
    if (!is_asking) {
        hear_actions(play);
        hear_camera(play);
    }
    if (waits) {
        session_skip_time(&app->session);
    } else {
        session_advance(&app->session, play->now_ns);
    }
    point(play);
    app_level(app);
    if (!is_asking) {
        show_ghosts(play);
        draw_cell(play);
    }
    enum screen next = SCREEN_PLAY;
    struct ui *ui = &app->ui;
    if (is_asking) {
        next = use_dialog(play);
    } else {
        show_minimap(play);
        enum hud_wish wish = hud_draw(app);
        play->dialog = wish == HUD_MENU ? ASK_MENU : wish == HUD_EXPLODE ? ASK_EXPLODE : play->dialog;
        if (app->input.clicked && !ui_has_pointer(ui)) {
            place(play);
        }
        next = look_at_end(play);
    }
    if (!is_asking && play->dialog != ASK_NOTHING) {
        ui_start(ui);
    }
    return screen_end_pass(app, next);
}

enum screen screen_play(struct app *app)
{
    struct play play = {.app = app, .now_ns = clock_ns()};
    enum screen next = SCREEN_PLAY;
    session_skip_time(&app->session);
    speaker_start_level(&app->speaker, app->session.level->music);
    while (next == SCREEN_PLAY) {
        next = play_pass(&play);
    }
    app->session.is_rewinding = false;
    ghost_clear(&play.ghost);
    minimap_free(&play.minimap, app->display.generation);
    return next;
}

#include "play/playing.h"

#include "frame/clock.h"

#define PAN_CELLS_A_SECOND 14.0
#define STICK_CELLS_A_SECOND 9.0

/* The chosen ability on the marked square; says why not. */
static void place(struct playing *playing)
{
    struct app *app = playing->app;
    const struct view *view = &app->view;
    if (view->has_cell && !session_is_over(&app->session)) {
        enum placing placing = session_place(&app->session, view->cell_x, view->cell_y);
        speaker_play(&app->speaker, placing == PLACING_DONE ? SOUND_PLACE : SOUND_REFUSE, clock_ns());
        if (placing != PLACING_DONE) {
            app_say(app, "%s", session_refusal(placing));
        }
    }
}

void playing_take_over(struct playing *playing)
{
    struct session *session = &playing->app->session;
    if (session->is_watching) {
        session_take_over(session);
        session->is_paused = true;
        app_say(playing->app, "From here on it is your game");
    }
}

static void move_cell(struct playing *playing, int dx, int dy)
{
    struct view *view = &playing->app->view;
    const struct world *world = timeline_world(playing->app->session.timeline);
    if (!view->has_cell) {
        view_cell_at(view, view->area.x + view->area.w / 2.0, view->area.y + view->area.h / 2.0,
                     &view->cell_x, &view->cell_y);
    }
    int x = view->cell_x + dx;
    int y = view->cell_y + dy;
    view->cell_x = x < 0 ? 0 : x >= world_width(world) ? world_width(world) - 1 : x;
    view->cell_y = y < 0 ? 0 : y >= world_height(world) ? world_height(world) - 1 : y;
    view->has_cell = world_width(world) > 0 && world_height(world) > 0;
    view_show_cell(view, view->cell_x, view->cell_y);
}

static void zoom(struct playing *playing, int direction)
{
    struct app *app = playing->app;
    int zoom_px = zoom_step(app->view.camera.zoom_px, direction);
    if (app->input.device == DEVICE_MOUSE) {
        view_zoom_at(&app->view, zoom_px, app->input.pointer_x_px, app->input.pointer_y_px);
    } else {
        view_zoom_middle(&app->view, zoom_px);
    }
}

static void hear_camera(struct playing *playing)
{
    struct app *app = playing->app;
    struct input *input = &app->input;
    double seconds = (double)(playing->now_ns - playing->then_ns) / 1e9;
    double pan_px = PAN_CELLS_A_SECOND * 32 * app->display.canvas.scale * (seconds > 0.1 ? 0.1 : seconds);
    double dx = input->held[DO_PAN_RIGHT] - input->held[DO_PAN_LEFT] + input->look_x;
    double dy = input->held[DO_PAN_DOWN] - input->held[DO_PAN_UP] + input->look_y;
    view_pan(&app->view, dx * pan_px - input->drag_x_px, dy * pan_px - input->drag_y_px);
    playing->stick_x += input->stick_x * STICK_CELLS_A_SECOND * (seconds > 0.1 ? 0.1 : seconds);
    playing->stick_y += input->stick_y * STICK_CELLS_A_SECOND * (seconds > 0.1 ? 0.1 : seconds);
    int steps_x = (int)playing->stick_x;
    int steps_y = (int)playing->stick_y;
    if (steps_x != 0 || steps_y != 0) {
        playing->stick_x -= steps_x;
        playing->stick_y -= steps_y;
        move_cell(playing, steps_x, steps_y);
    }
}

void playing_undo(struct playing *playing)
{
    struct session *session = &playing->app->session;
    bool is_restart = session_undo_change(session) == CHANGE_RESTART;
    if (!session_undo(session)) {
        app_say(playing->app, "There is nothing to take back");
    } else if (is_restart) {
        app_say(playing->app, "Back in the game before this one");
    }
}

void playing_redo(struct playing *playing)
{
    struct session *session = &playing->app->session;
    bool is_restart = session_redo_change(session) == CHANGE_RESTART;
    if (!session_redo(session)) {
        app_say(playing->app, "There is nothing to put back");
    } else if (is_restart) {
        app_say(playing->app, "On in the game after this one");
    }
}

static void hear_time(struct playing *playing)
{
    struct session *session = &playing->app->session;
    switch (playing->app->input.action) {
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
    case DO_UNDO: playing_undo(playing); break;
    case DO_REDO: playing_redo(playing); break;
    case DO_TAKE_OVER: playing_take_over(playing); break;
    default: break;
    }
}

static void hear_action(struct playing *playing)
{
    struct app *app = playing->app;
    enum player_action action = app->input.action;
    if (action >= DO_ABILITY_1 && action <= DO_ABILITY_7) {
        session_choose(&app->session, session_ability(&app->session, (int)action - DO_ABILITY_1));
    }
    switch (action) {
    case DO_ABILITY_LESS: session_choose_next(&app->session, -1); break;
    case DO_ABILITY_MORE: session_choose_next(&app->session, 1); break;
    case DO_CELL_UP: move_cell(playing, 0, -1); break;
    case DO_CELL_DOWN: move_cell(playing, 0, 1); break;
    case DO_CELL_LEFT: move_cell(playing, -1, 0); break;
    case DO_CELL_RIGHT: move_cell(playing, 1, 0); break;
    case DO_PLACE: place(playing); break;
    case DO_ZOOM_IN: zoom(playing, 1); break;
    case DO_ZOOM_OUT: zoom(playing, -1); break;
    case DO_ZOOM_FIT: view_fit(&app->view); break;
    case DO_MINIMAP: app->preferences.shows_minimap = !app->preferences.shows_minimap; break;
    case DO_EXPLODE_ALL: playing->dialog = ASK_EXPLODE; break;
    case DO_BACK:
    case DO_MENU: playing->dialog = ASK_MENU; break;
    default: hear_time(playing); break;
    }
}

static void point(struct app *app)
{
    struct view *view = &app->view;
    if (app->input.device == DEVICE_MOUSE && app->input.has_moved) {
        view->has_cell = view_cell_at(view, app->input.pointer_x_px, app->input.pointer_y_px, &view->cell_x,
                                      &view->cell_y);
    }
}

void playing_hear(struct playing *playing)
{
    point(playing->app);
    for (int i = 0; i < playing->app->input.times; i++) {
        hear_action(playing);
    }
    hear_camera(playing);
}

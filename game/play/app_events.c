/* Events from SDL: what the application itself does about them, and presses for the screens. */
#include "play/app_events.h"

#include "frame/clock.h"
#include "play/panel.h"
#include "play/replays.h"
#include "play/screen.h"

enum { IDLE_MS = 1000 };

static void take_drop(struct app *app, const char *path)
{
    struct error error = {0};
    if (replays_is_name(path)) {
        app->has_dropped = replays_play(app, path);
    } else if (app_open_level(app, path, &error)) {
        app->has_dropped = true;
    } else {
        app_say_unreadable(app, path, &error);
    }
}

/* Notches that came right after each other are one turn, so that a fast wheel does not lag behind. */
static void gather_wheel(SDL_Event *event)
{
    SDL_Event next;
    while (SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 &&
           next.type == SDL_MOUSEWHEEL && next.wheel.preciseY * event->wheel.preciseY > 0) {
        SDL_PeepEvents(&next, 1, SDL_GETEVENT, SDL_MOUSEWHEEL, SDL_MOUSEWHEEL);
        event->wheel.preciseY += next.wheel.preciseY;
    }
}

static void hear(struct app *app, SDL_Event *event)
{
    painter_event(app->display.painter, event);
    app->is_fresh = true;
    app->heard_ns = clock_ns();
    switch (event->type) {
    case SDL_MOUSEBUTTONDOWN: {
        double points = app->input.pixels_per_unit / app->display.canvas.scale;
        app->input.is_over_control = ui_covers(&app->ui, event->button.x * points, event->button.y * points);
        break;
    }
    case SDL_MOUSEWHEEL: gather_wheel(event); break;
    case SDL_QUIT: app->is_leaving = true; break;
    case SDL_DROPFILE:
        take_drop(app, event->drop.file);
        SDL_free(event->drop.file);
        break;
    case SDL_RENDER_DEVICE_RESET: display_renew(&app->display); break;
    case SDL_WINDOWEVENT:
        if (event->window.event == SDL_WINDOWEVENT_FOCUS_LOST) {
            app->has_focus = false;
        } else if (event->window.event == SDL_WINDOWEVENT_FOCUS_GAINED) {
            app->has_focus = true;
        }
        break;
    default: break;
    }
    input_event(&app->input, event);
}

static void compare_settings(struct app *app)
{
    struct error error = {0};
    if (app->screen != SCREEN_PLAY && app->compare.phase == COMPARE_OFF) {
        app_say(app, "The A/B test is about what you are playing: begin a level first");
    } else if (!compare_toggle(&app->compare, &app->display, clock_ns(), &error)) {
        app_say(app, "No A/B test: %s", error.text);
    }
}

static void toggle_graph(struct app *app)
{
    app->preferences.shows_graph = !app->preferences.shows_graph;
    if (app->preferences.shows_graph && !panel_has_room(app)) {
        app_say(app, "Frame times are shown while you play");
    }
}

/* What works on every screen. */
static void hear_anywhere(struct app *app)
{
    struct display *display = &app->display;
    switch (app->input.action) {
    case DO_GRAPH: toggle_graph(app); break;
    case DO_QUALITY: switching_toggle(app, TOGGLE_SCALE_QUALITY, 1); break;
    case DO_PATH: switching_toggle(app, TOGGLE_PATH, 1); break;
    case DO_DRIVER: switching_toggle(app, TOGGLE_DRIVER, 1); break;
    case DO_BLEND: switching_toggle(app, TOGGLE_BLEND, 1); break;
    case DO_COMPARE: compare_settings(app); break;
    case DO_KEEP:
        if (app->screen == SCREEN_PLAY || app->screen == SCREEN_RESULT) {
            replays_keep(app);
        }
        break;
    case DO_TINT: display_tint(display); break;
    case DO_MUTE:
        app->preferences.is_muted = !app->preferences.is_muted;
        app_say(app, app->preferences.is_muted ? "Sound off" : "Sound on");
        break;
    case DO_UI_LARGER: app_change_ui(app, 1); break;
    case DO_UI_SMALLER: app_change_ui(app, -1); break;
    case DO_FULLSCREEN: switching_fullscreen(app); break;
    case DO_SCREENSHOT: app->display.wants_screenshot = true; break;
    default: break;
    }
}

void app_hear(struct app *app, bool is_moving)
{
    bool is_waiting = !is_moving && !app->is_fresh && app->observer == NULL && !input_is_holding(&app->input);
    bool is_saying = app->message[0] != '\0';
    SDL_Event event;
    if (is_waiting) {
        bool has_event = SDL_WaitEventTimeout(&event, is_saying ? 100 : IDLE_MS) != 0;
        display_rest(&app->display);
        if (has_event) {
            hear(app, &event);
        }
    }
    app->is_fresh = false;
    while (!app->input.has_press && !app->is_leaving && SDL_PollEvent(&event) != 0) {
        hear(app, &event);
    }
    if (app->input.has_press) {
        app->is_fresh = true; /* what it brings about is seen one pass later at the latest */
    }
    hear_anywhere(app);
}

#include "play/screen.h"

enum screen screen_end_pass(struct app *app, enum screen next)
{
    if (app->input.action == DO_KEYS && app->screen != SCREEN_KEYS) {
        app->keys_back = app->screen;
        next = SCREEN_KEYS;
    }
    app->is_leaving = app->is_leaving || next == SCREEN_LEAVE;
    app_end(app);
    if (switching_is_asking(app)) {
        switching_ask(app);
    }
    if (app->is_leaving) {
        return SCREEN_LEAVE;
    }
    if (app->has_dropped) {
        app->has_dropped = false;
        return app->session.is_watching ? SCREEN_PLAY : SCREEN_INTRO;
    }
    return next;
}

void screen_run_all(struct app *app, enum screen first)
{
    static enum screen (*const screens[SCREEN_COUNT])(struct app *) = {
        [SCREEN_TITLE] = screen_title,     [SCREEN_SETS] = screen_sets, [SCREEN_LEVELS] = screen_levels,
        [SCREEN_INTRO] = screen_intro,     [SCREEN_PLAY] = screen_play, [SCREEN_RESULT] = screen_result,
        [SCREEN_OPTIONS] = screen_options, [SCREEN_KEYS] = screen_keys, [SCREEN_ABOUT] = screen_about,
        [SCREEN_REPLAYS] = screen_replays};
    enum screen next = first;
    while (next != SCREEN_LEAVE) {
        app->screen = (int)next;
        app->is_fresh = true;
        ui_start(&app->ui);
        input_release_all(&app->input);
        next = screens[next](app);
    }
}

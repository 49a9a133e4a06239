#include "play/level_keys.h"

enum screen level_keys_leave(const struct app *app)
{
    return app->level >= 0 ? SCREEN_LEVELS : SCREEN_SETS;
}

enum screen level_keys_next(struct app *app)
{
    bool has_next = app->level >= 0 && app->level + 1 < app->library.sets[app->set].level_count;
    if (!has_next) {
        app_say(app, app->level < 0 ? "This level is in no set" : "That was the last level of this set");
        return level_keys_leave(app);
    }
    return app_open_listed(app, app->set, app->level + 1) ? SCREEN_INTRO : SCREEN_LEVELS;
}

enum screen level_keys_retry(struct app *app)
{
    session_restart(&app->session);
    return SCREEN_PLAY;
}

enum screen level_keys_hint(struct app *app)
{
    const struct level *level = app->session.level;
    if (level->hint_count == 0) {
        app_say(app, "This level has no hints");
    } else if (app->hints_seen < level->hint_count) {
        app->hints_seen++;
    }
    if (session_is_over(&app->session)) {
        session_restart(&app->session);
    }
    return SCREEN_INTRO;
}

enum screen level_keys_hear(struct app *app, enum screen here)
{
    switch (app->input.action) {
    case DO_RETRY: return level_keys_retry(app);
    case DO_NEXT: return level_keys_next(app);
    case DO_HINT: return level_keys_hint(app);
    default: return here;
    }
}

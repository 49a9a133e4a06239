#include "play/switching.h"

#include "frame/clock.h"
#include "play/dialog.h"

#include <stdio.h>
#include <string.h>

static int driver_number(const char *name)
{
    int number = 0;
    for (int i = 0; i < DRIVERS; i++) {
        number = strcmp(drivers_names[i], name) == 0 ? i : number;
    }
    return number;
}

static bool *is_known(struct app *app)
{
    return &app->switching.is_known[driver_number(app->display.driver)][app->preferences.is_fullscreen];
}

void switching_begin(struct app *app)
{
    *is_known(app) = true;
}

bool switching_is_asking(const struct app *app)
{
    return app->switching.until_ns != 0;
}

/* Before something is switched that might not be seen. */
static void remember(struct app *app)
{
    struct switching *switching = &app->switching;
    if (switching->until_ns == 0) {
        snprintf(switching->driver, sizeof switching->driver, "%s", app->display.driver);
        switching->was_fullscreen = app->preferences.is_fullscreen;
    }
}

/* After it was. */
static void ask_if_unknown(struct app *app)
{
    app->switching.until_ns = *is_known(app) ? 0 : clock_ns() + SWITCHING_ASKS_S * UINT64_C(1000000000);
}

void switching_toggle(struct app *app, enum display_toggle toggle, int direction)
{
    struct display *display = &app->display;
    compare_stop(&app->compare, display, "a setting was switched");
    struct compare_switch before = compare_before_switch(display, toggle);
    remember(app);
    display_toggle(display, toggle, direction);
    if (display->said[0] != '\0') {
        app_say(app, "This cannot be switched here: %s", display->said);
        return;
    }
    compare_note_switch(&app->compare, before);
    if (toggle == TOGGLE_DRIVER) {
        snprintf(app->preferences.driver, sizeof app->preferences.driver, "%s", display->driver);
        ask_if_unknown(app);
    }
}

void switching_fullscreen(struct app *app)
{
    remember(app);
    app->preferences.is_fullscreen = display_fullscreen(&app->display);
    ask_if_unknown(app);
}

static void keep(struct app *app)
{
    *is_known(app) = true;
    app->switching.until_ns = 0;
}

static void go_back(struct app *app)
{
    struct switching *switching = &app->switching;
    switching->until_ns = 0;
    if (strcmp(switching->driver, app->display.driver) != 0) {
        display_use_driver(&app->display, switching->driver);
        snprintf(app->preferences.driver, sizeof app->preferences.driver, "%s", app->display.driver);
    }
    if (switching->was_fullscreen != app->preferences.is_fullscreen) {
        app->preferences.is_fullscreen = display_fullscreen(&app->display);
    }
    app_say(app, "The display is as it was before");
}

/* Going back comes first and has the focus, so that nobody keeps blindly what cannot be seen. */
static int draw_question(struct app *app, uint64_t left_ns)
{
    static const char *const buttons[] = {"Go back", "Keep it"};
    char line[80];
    snprintf(line, sizeof line, "It goes back by itself in %d seconds.",
             (int)(left_ns / UINT64_C(1000000000)) + 1);
    struct dialog dialog = {"Can you see this?", line, buttons, 2};
    return dialog_draw(app, &dialog);
}

void switching_ask(struct app *app)
{
    int focus = app->ui.focus;
    ui_start(&app->ui);
    input_release_all(&app->input);
    while (switching_is_asking(app)) {
        app_begin(app, CONTEXT_MENU, true);
        app_page(app);
        uint64_t now_ns = clock_ns();
        uint64_t until_ns = app->switching.until_ns;
        /* The keys that switch work here too, and may have undone what is asked about. */
        int used = until_ns > now_ns ? draw_question(app, until_ns - now_ns) : 0;
        if (used == 1) {
            keep(app);
        } else if (until_ns != 0 && (used != DIALOG_OPEN || app->is_leaving)) {
            go_back(app);
        }
        app_end(app);
    }
    ui_start(&app->ui);
    app->ui.focus = focus;
    if (app->session.level != NULL) {
        session_skip_time(&app->session);
    }
}

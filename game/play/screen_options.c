/* What the player can choose. A display that does not work out goes back to what it was by itself. */
#include "play/screen.h"

#include "frame/clock.h"
#include "play/dialog.h"
#include "play/heading.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define ROW_H 56.0
#define KEEP_SECONDS UINT64_C(10)

struct trial_period {
    char driver[32]; /* to go back to; "": none */
    bool was_fullscreen;
    uint64_t until_ns; /* 0: nothing is on trial */
};

struct rows {
    struct app *app;
    struct box next; /* where the next row goes */
};

static struct box take_row(struct rows *rows)
{
    struct box box = rows->next;
    rows->next.y += ROW_H;
    return box;
}

static void toggle_row(struct rows *rows, const char *label, bool *value)
{
    if (ui_choice(&rows->app->ui, take_row(rows), label, *value ? "yes" : "no") != 0) {
        *value = !*value;
    }
}

static void percent_row(struct rows *rows, const char *label, int *percent, int low, int high, int step)
{
    double value = *percent;
    char text[16];
    snprintf(text, sizeof text, "%d %%", *percent);
    if (ui_slider(&rows->app->ui, take_row(rows), label, &value, low, high, step, text)) {
        *percent = (int)lround(value);
    }
}

static void put_on_trial(struct app *app, struct trial_period *trial)
{
    if (trial->until_ns == 0) {
        snprintf(trial->driver, sizeof trial->driver, "%s", app->display.driver);
        trial->was_fullscreen = app->preferences.is_fullscreen;
    }
    trial->until_ns = clock_ns() + KEEP_SECONDS * UINT64_C(1000000000);
}

static void driver_row(struct rows *rows, struct trial_period *trial)
{
    static const char *const drivers[] = {"opengl", "opengles2", "software"};
    struct app *app = rows->app;
    int change =
        ui_choice(&app->ui, take_row(rows), "Render driver", painter_state(app->display.painter).driver);
    int at = 0;
    for (int i = 0; i < 3; i++) {
        at = strcmp(app->display.driver, drivers[i]) == 0 ? i : at;
    }
    if (change != 0) {
        put_on_trial(app, trial);
        if (display_use_driver(&app->display, drivers[(at + change + 3) % 3])) {
            snprintf(app->preferences.driver, sizeof app->preferences.driver, "%s", app->display.driver);
        } else {
            app_say(app, "That driver does not open here: %s", app->display.said);
            trial->until_ns = 0;
        }
    }
}

static void draw_rows(struct rows *rows, struct trial_period *trial)
{
    struct app *app = rows->app;
    struct preferences *preferences = &app->preferences;
    percent_row(rows, "Size of controls", &preferences->ui_percent, UI_PERCENT_MIN, UI_PERCENT_MAX, 25);
    toggle_row(rows, "Reduced motion", &preferences->reduced_motion);
    toggle_row(rows, "Ghosts of what will be", &preferences->shows_ghosts);
    toggle_row(rows, "Small map on large levels", &preferences->shows_minimap);
    toggle_row(rows, "Wait while in background", &preferences->pauses_unfocused);
    toggle_row(rows, "No sound", &preferences->is_muted);
    percent_row(rows, "Sounds", &preferences->sound_percent, 0, 100, 5);
    percent_row(rows, "Music", &preferences->music_percent, 0, 100, 5);
    toggle_row(rows, "Captions for sounds", &preferences->shows_captions);
    bool is_full = preferences->is_fullscreen;
    toggle_row(rows, "Whole screen", &is_full);
    if (is_full != preferences->is_fullscreen) {
        put_on_trial(app, trial);
        preferences->is_fullscreen = display_fullscreen(&app->display);
    }
    if (ui_choice(&app->ui, take_row(rows), "Draw path", paint_path_name(app->display.settings.path)) != 0) {
        display_toggle(&app->display, TOGGLE_PATH);
        preferences->path = app->display.settings.path;
    }
    driver_row(rows, trial);
}

static void take_back(struct app *app, struct trial_period *trial)
{
    trial->until_ns = 0;
    if (strcmp(trial->driver, app->display.driver) != 0) {
        display_use_driver(&app->display, trial->driver);
        snprintf(app->preferences.driver, sizeof app->preferences.driver, "%s", app->display.driver);
    }
    if (trial->was_fullscreen != app->preferences.is_fullscreen) {
        app->preferences.is_fullscreen = display_fullscreen(&app->display);
    }
}

static void ask_to_keep(struct app *app, struct trial_period *trial)
{
    static const char *const buttons[] = {"Keep it", "Go back"};
    uint64_t now_ns = clock_ns();
    if (now_ns >= trial->until_ns) {
        take_back(app, trial);
        return;
    }
    char line[80];
    snprintf(line, sizeof line, "It goes back by itself in %d seconds.",
             (int)((trial->until_ns - now_ns) / UINT64_C(1000000000)) + 1);
    struct dialog dialog = {"Can you see this?", line, buttons, 2};
    int used = dialog_draw(app, &dialog);
    if (used == 0) {
        trial->until_ns = 0;
    } else if (used != DIALOG_OPEN) {
        take_back(app, trial);
    }
}

enum screen screen_options(struct app *app)
{
    enum screen back = (enum screen)app->back;
    enum screen next = SCREEN_OPTIONS;
    struct trial_period trial = {0};
    double scroll = 0;
    app->ui.focus = 1;
    while (next == SCREEN_OPTIONS) {
        bool is_on_trial = trial.until_ns != 0;
        app_begin(app, CONTEXT_MENU, is_on_trial);
        app_page(app);
        struct canvas *canvas = &app->display.canvas;
        bool wants_back = false;
        if (is_on_trial) {
            ask_to_keep(app, &trial);
        } else {
            wants_back = heading_draw(app, "Options", "Left and right change what has the focus.", 0);
            double w = fmin(canvas->width - 60, 640);
            struct box list = {(canvas->width - w) / 2, HEADING_H + 8, w, canvas->height - HEADING_H - 24};
            struct rows rows = {app, {list.x, list.y + 8, w - 6, ROW_H - 12}};
            ui_list_begin(&app->ui, list, 12 * ROW_H + 8, &scroll);
            draw_rows(&rows, &trial);
            ui_list_end(&app->ui);
        }
        next = screen_end_pass(app, wants_back ? back : SCREEN_OPTIONS);
    }
    if (trial.until_ns != 0) {
        take_back(app, &trial);
    }
    return next;
}

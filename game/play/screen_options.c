/* What the player can choose. A display that does not work out goes back to what it was by itself. */
#include "play/screen.h"

#include "frame/clock.h"
#include "play/dialog.h"
#include "play/heading.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define ROW_H 56.0
#define GROUP_H 34.0
#define KEEP_SECONDS UINT64_C(10)

struct trial_period {
    char driver[32]; /* to go back to; "": none */
    bool was_fullscreen;
    uint64_t until_ns; /* 0: nothing is on trial */
};

struct rows {
    struct app *app;
    struct box next;  /* where the next row goes */
    const char *help; /* about the row that has the focus */
};

static void group(struct rows *rows, const char *title)
{
    struct canvas *canvas = &rows->app->display.canvas;
    double shown = rows->next.y - *rows->app->ui.scroll;
    canvas_text(canvas, rows->next.x + 4, shown + 4, 17, INK_ACCENT, title);
    rows->next.y += GROUP_H;
}

static struct box take_row(struct rows *rows, const char *help)
{
    struct box box = rows->next;
    rows->next.y += ROW_H;
    if (rows->app->ui.focus == rows->app->ui.count) {
        rows->help = help;
    }
    return box;
}

static void toggle_row(struct rows *rows, const char *label, bool *value, const char *help)
{
    if (ui_choice(&rows->app->ui, take_row(rows, help), label, *value ? "on" : "off") != 0) {
        *value = !*value;
    }
}

static void percent_row(struct rows *rows, const char *label, int *percent, int low, int high, int step)
{
    double value = *percent;
    char text[16];
    snprintf(text, sizeof text, "%d %%", *percent);
    const char *help = "Left and right change it; or drag it.";
    if (ui_slider(&rows->app->ui, take_row(rows, help), label, &value, low, high, step, text)) {
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
    const char *help = "Which part of SDL draws. What fails goes back by itself.";
    int change = ui_choice(&app->ui, take_row(rows, help), "Render driver",
                           painter_state(app->display.painter).driver);
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

static void path_row(struct rows *rows)
{
    struct app *app = rows->app;
    int path = (int)app->display.settings.path;
    int change =
        ui_choice(&app->ui, take_row(rows, "How pictures reach the screen: looks alike, costs differ."),
                  "Draw path", paint_path_name(app->display.settings.path));
    if (change != 0) {
        display_use_path(&app->display, (enum paint_path)((path + change + PATH_COUNT) % PATH_COUNT));
        app->preferences.path = app->display.settings.path;
    }
}

static void draw_play_rows(struct rows *rows)
{
    struct preferences *preferences = &rows->app->preferences;
    group(rows, "Play");
    percent_row(rows, "Size of controls", &preferences->ui_percent, UI_PERCENT_MIN, UI_PERCENT_MAX, 25);
    toggle_row(rows, "Reduced motion", &preferences->reduced_motion,
               "Rabbits go from square to square at once.");
    toggle_row(rows, "Ghosts", &preferences->shows_ghosts,
               "What will become of the ability on the marked square.");
    toggle_row(rows, "Small map", &preferences->shows_minimap, "On levels that are larger than the window.");
    toggle_row(rows, "Pause in background", &preferences->pauses_unfocused,
               "The game waits while another window has the keyboard.");
    toggle_row(rows, "Frame times", &preferences->shows_graph, "How long frames take, and what is in force.");
}

static void draw_sound_rows(struct rows *rows)
{
    struct preferences *preferences = &rows->app->preferences;
    bool is_on = !preferences->is_muted;
    group(rows, "Sound");
    toggle_row(rows, "Sound", &is_on, "All of it.");
    preferences->is_muted = !is_on;
    percent_row(rows, "Rabbits", &preferences->sound_percent, 0, 100, 5);
    percent_row(rows, "Controls", &preferences->control_percent, 0, 100, 5);
    percent_row(rows, "Music", &preferences->music_percent, 0, 100, 5);
    toggle_row(rows, "Captions", &preferences->shows_captions, "Says in words what there is to be heard.");
}

static void draw_display_rows(struct rows *rows, struct trial_period *trial)
{
    struct app *app = rows->app;
    bool is_full = app->preferences.is_fullscreen;
    group(rows, "Display");
    toggle_row(rows, "Whole screen", &is_full, "Goes back by itself if you do not see it.");
    if (is_full != app->preferences.is_fullscreen) {
        put_on_trial(app, trial);
        app->preferences.is_fullscreen = display_fullscreen(&app->display);
    }
    path_row(rows);
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
    double height = 0; /* of all rows, known after the first pass */
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
            wants_back = heading_draw(app, "Options", "", 0);
            double w = fmin(canvas->width - 60, 640);
            struct box list = {(canvas->width - w) / 2, HEADING_H + 8, w, canvas->height - HEADING_H - 24};
            struct rows rows = {app, {list.x, list.y + 4, w - 6, ROW_H - 12}, "Back to where you were."};
            ui_list_begin(&app->ui, list, height, &scroll);
            draw_play_rows(&rows);
            draw_sound_rows(&rows);
            draw_display_rows(&rows, &trial);
            height = rows.next.y - list.y;
            ui_list_end(&app->ui);
            heading_line(app, rows.help, 0);
        }
        next = screen_end_pass(app, wants_back ? back : SCREEN_OPTIONS);
    }
    if (trial.until_ns != 0) {
        take_back(app, &trial);
    }
    return next;
}

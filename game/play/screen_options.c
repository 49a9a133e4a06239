/* What the player can choose. */
#include "play/screen.h"

#include "play/heading.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define ROW_H 56.0
#define GROUP_H 34.0

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

static void switch_row(struct rows *rows, const char *label, enum display_toggle toggle, const char *value,
                       const char *help)
{
    int change = ui_choice(&rows->app->ui, take_row(rows, help), label, value);
    if (change != 0) {
        switching_toggle(rows->app, toggle, change);
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

static void draw_display_rows(struct rows *rows)
{
    struct app *app = rows->app;
    struct paint_state state = painter_state(app->display.painter);
    bool is_full = app->preferences.is_fullscreen;
    group(rows, "Display");
    toggle_row(rows, "Whole screen", &is_full, "Goes back by itself if you do not see it.");
    if (is_full != app->preferences.is_fullscreen) {
        switching_fullscreen(app);
    }
    switch_row(rows, "Scale quality", TOGGLE_SCALE_QUALITY, state.scale_quality,
               "How pictures are made larger and smaller, where the draw path leaves that to SDL.");
    switch_row(rows, "Draw path", TOGGLE_PATH, state.path,
               "How pictures reach the screen: looks alike, costs differ.");
    switch_row(rows, "Render driver", TOGGLE_DRIVER, state.driver,
               "Which part of SDL draws. What fails goes back by itself.");
    switch_row(rows, "Blend", TOGGLE_BLEND, state.blend,
               "How pictures with soft edges are laid over others.");
}

enum screen screen_options(struct app *app)
{
    enum screen back = (enum screen)app->back;
    enum screen next = SCREEN_OPTIONS;
    double scroll = 0;
    double height = 0; /* of all rows, known after the first pass */
    app->ui.focus = 1;
    while (next == SCREEN_OPTIONS) {
        app_begin(app, CONTEXT_MENU, false);
        app_page(app);
        struct canvas *canvas = &app->display.canvas;
        bool wants_back = heading_draw(app, "Options", "", 0);
        double w = fmin(canvas->width - 60, 640);
        struct box list = {(canvas->width - w) / 2, HEADING_H + 8, w, canvas->height - HEADING_H - 24};
        struct rows rows = {app, {list.x, list.y + 4, w - 6, ROW_H - 12}, "Back to where you were."};
        ui_list_begin(&app->ui, list, height, &scroll);
        draw_play_rows(&rows);
        draw_sound_rows(&rows);
        draw_display_rows(&rows);
        height = rows.next.y - list.y;
        ui_list_end(&app->ui);
        heading_line(app, rows.help, 0);
        next = screen_end_pass(app, wants_back ? back : SCREEN_OPTIONS);
    }
    return next;
}

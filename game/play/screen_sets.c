/* All sets of levels, with how far one has come. */
#include "play/screen.h"

#include "play/heading.h"

#include <math.h>
#include <stdio.h>

#define ROW_H 96.0
#define REPLAYS_W 120.0

/* How far one has come, at the right. */
static void draw_progress(struct canvas *canvas, const struct library_set *set, double x, double y)
{
    int solved = library_solved(set);
    char text[40];
    snprintf(text, sizeof text, "%d of %d solved", solved, set->level_count);
    canvas_text_middle(canvas, x, y + 22, 140, 16, INK_INK, text);
    canvas_panel(canvas, x, y + 50, 140, 16, INK_PAPER);
    canvas_fill(canvas, x + 3, y + 53, 134.0 * solved / set->level_count, 10, INK_GOOD);
}

static bool draw_set(struct app *app, int number, struct box box)
{
    struct canvas *canvas = &app->display.canvas;
    const struct library_set *set = &app->library.sets[number];
    struct ui_state state = ui_item(&app->ui, box, set->name, false);
    if (!state.is_seen) {
        return state.is_used;
    }
    struct box at = state.box;
    canvas_panel(canvas, at.x, at.y, at.w, at.h,
                 state.is_hovered || state.is_focused ? INK_PAPER : INK_PAPER_SHADE);
    canvas_text(canvas, at.x + 18, at.y + 10, 22, INK_INK, set->name);
    const char *line = set->is_broken ? set->error.text : set->description;
    double room = at.w - (set->is_broken ? 36 : 190);
    bool is_long = canvas_text_lines(canvas, 0, 0, room, 15, INK_FAINT, line, 0, false) >
                   2 * canvas_line_height(canvas, 15) + 1;
    canvas_text_lines(canvas, at.x + 18, at.y + 40, room, is_long ? 12 : 15,
                      set->is_broken ? INK_BAD : INK_FAINT, line, is_long ? 3 : 2, true);
    if (!set->is_broken) {
        draw_progress(canvas, set, at.x + at.w - 156, at.y);
    }
    ui_draw_focus(&app->ui, state);
    return state.is_used && !set->is_broken;
}

static bool draw_heading(struct app *app)
{
    const char *data = app->keeping.folders.paths[FOLDER_DATA];
    char line[600];
    if (app->display.canvas.width < 760) {
        return heading_draw(app, "Levels", "Choose a set, or drop a level file here.", REPLAYS_W + 20);
    }
    snprintf(line, sizeof line, "Choose a set, or drop a level file on this window.%s%.500s%s",
             data != NULL ? " Your own go into " : "", data != NULL ? data : "",
             data != NULL ? "/levels" : "");
    return heading_draw(app, "Levels", line, REPLAYS_W + 20);
}

enum screen screen_sets(struct app *app)
{
    enum screen next = SCREEN_SETS;
    double scroll = 0;
    app->ui.focus = 2;
    while (next == SCREEN_SETS) {
        app_begin(app, CONTEXT_MENU, false);
        app_page(app);
        struct canvas *canvas = &app->display.canvas;
        if (draw_heading(app)) {
            next = SCREEN_TITLE;
        }
        struct box replays = {canvas->width - REPLAYS_W - 16, 18, REPLAYS_W, 44};
        if (ui_button(&app->ui, replays, "Replays")) {
            next = SCREEN_REPLAYS;
        }
        double w = fmin(canvas->width - 60, 860);
        struct box list = {(canvas->width - w) / 2, HEADING_H + 8, w, canvas->height - HEADING_H - 24};
        int count = app->library.set_count;
        ui_list_begin(&app->ui, list, count * (ROW_H + 14) + 16, &scroll);
        for (int i = 0; i < count && app->ui.count < UI_ITEMS_MAX; i++) {
            struct box box = {list.x, list.y + 8 + i * (ROW_H + 14), w - 6, ROW_H};
            if (draw_set(app, i, box)) {
                app->set = i;
                next = SCREEN_LEVELS;
            }
        }
        ui_list_end(&app->ui);
        next = screen_end_pass(app, next);
    }
    return next;
}

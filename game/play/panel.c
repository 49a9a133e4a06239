#include "play/panel.h"

#include "frame/stats.h"
#include "play/compare_draw.h"
#include "play/hud.h"
#include "play/screen.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define PANEL_W 440.0
#define GRAPH_H 84.0
#define GRAPH_H_MIN 40.0
#define SMALL 13.0
#define TOP 58.0
#define MARGIN 10.0
/* What menus and pages need in the middle of a window. */
#define SHEET_W 420.0
#define PAGE_W 900.0

enum { ROWS = 9, ROWS_MIN = 6 }; /* of what is in force; those that keys switch come first */

static struct stats stats_of_ring(const struct ring *ring)
{
    double values[DISPLAY_FRAMES];
    int count = ring_copy(ring, values);
    return stats_of(values, count);
}

/* One bar a frame; those over the budget are marked above too, so that it does not take colour to see them.
 */
static void draw_graph(struct app *app, struct box box, double budget_ms)
{
    struct canvas *canvas = &app->display.canvas;
    const struct ring *ring = &app->display.work_ms;
    double top_ms = budget_ms * 1.5;
    double step = box.w / DISPLAY_FRAMES;
    canvas_fill(canvas, box.x, box.y, box.w, box.h, INK_PAPER_SHADE);
    for (int i = 0; i < ring->count; i++) {
        double ms = ring_at(ring, i);
        double height = box.h * (ms > top_ms ? 1 : ms / top_ms);
        double at = box.x + (DISPLAY_FRAMES - ring->count + i) * step;
        canvas_fill(canvas, at, box.y + box.h - height, step, height, ms > budget_ms ? INK_BAD : INK_WATER);
        if (ms > budget_ms) {
            canvas_fill(canvas, at, box.y - 4, step, 3, INK_INK);
        }
    }
    double line = box.y + box.h - box.h * budget_ms / top_ms;
    canvas_fill(canvas, box.x, line, box.w, 1, INK_INK);
    char text[32];
    snprintf(text, sizeof text, "budget %.1f ms", budget_ms);
    canvas_text(canvas, box.x + 4, line + 1, 11, INK_INK, text);
}

/* A line of what is in force, as read back. */
struct row {
    enum player_action key; /* that switches it, or DO_NOTHING */
    const char *what;
    char value[160];
};

static void fill_rows(const struct app *app, struct row rows[ROWS])
{
    struct paint_state state = painter_state(app->display.painter);
    static const struct row names[ROWS] = {
        {DO_QUALITY, "scale quality", ""}, {DO_PATH, "draw path", ""},    {DO_DRIVER, "driver", ""},
        {DO_BLEND, "blend", ""},           {DO_TINT, "tint redrawn", ""}, {DO_COMPARE, "A/B test", ""},
        {DO_NOTHING, "presenting", ""},    {DO_NOTHING, "output", ""},    {DO_NOTHING, "last frame", ""}};
    size_t size = sizeof rows[0].value;
    memcpy(rows, names, sizeof names);
    snprintf(rows[0].value, size, "%s", state.scale_quality);
    snprintf(rows[1].value, size, "%s", state.path);
    snprintf(rows[2].value, size, "%s on %s%s", state.driver, state.video_driver,
             state.is_software_through_gl ? ", presents through OpenGL" : "");
    snprintf(rows[3].value, size, "%s", state.blend);
    snprintf(rows[4].value, size, "%s", app->display.shows_redrawn ? "on" : "off");
    snprintf(rows[5].value, size, "%s", compare_is_running(&app->compare) ? "runs" : "of the last switch");
    snprintf(rows[6].value, size, "vsync %s, batching %s", state.is_vsync ? "on" : "off",
             !state.is_batching_known ? "unknown"
             : state.is_batching      ? "on"
                                      : "off");
    snprintf(rows[7].value, size, "%d x %d  %s", state.output_w_px, state.output_h_px, state.window_format);
    snprintf(rows[8].value, size, "%d calls, %d items, %d stretched", state.draw_calls, state.items,
             state.stretched);
}

static void draw_rows(struct app *app, double x, double y, int count)
{
    struct canvas *canvas = &app->display.canvas;
    struct row rows[ROWS];
    double line = canvas_line_height(canvas, SMALL) + 1;
    fill_rows(app, rows);
    canvas_text(canvas, x, y, SMALL, INK_INK, "In force, as read back:");
    for (int i = 0; i < count; i++) {
        char key[40] = "";
        y += line;
        if (rows[i].key != DO_NOTHING) {
            chord_write(app->input.bindings.keys[rows[i].key][0], key, sizeof key);
        }
        canvas_text_fitted(canvas, x, y, 26, SMALL, INK_ACCENT, key);
        canvas_text(canvas, x + 28, y, SMALL, INK_FAINT, rows[i].what);
        canvas_text_fitted(canvas, x + 140, y, PANEL_W - 164, SMALL, INK_INK, rows[i].value);
    }
}

static void draw_times(struct app *app, double x, double y, double line)
{
    struct canvas *canvas = &app->display.canvas;
    struct stats work = stats_of_ring(&app->display.work_ms);
    struct stats between = stats_of_ring(&app->display.between_ms);
    char text[160];
    snprintf(text, sizeof text, "frame  median %.2f ms   p99 %.2f ms   max %.2f ms", work.median, work.p99,
             work.max);
    canvas_text_fitted(canvas, x, y, PANEL_W - 24, SMALL, INK_INK, text);
    snprintf(text, sizeof text, "between frames  median %.2f ms   p99 %.2f ms   (last %d)", between.median,
             between.p99, between.count);
    canvas_text_fitted(canvas, x, y + line, PANEL_W - 24, SMALL, INK_FAINT, text);
}

/* Never over the controls at the bottom: where there is little room, the graph is lower, and the rows that
 * nothing switches are left out. */
static void draw_frames(struct app *app)
{
    struct canvas *canvas = &app->display.canvas;
    double line = canvas_line_height(canvas, SMALL);
    double said = app->display.said[0] != '\0' ? 2 * line + 4 : 0;
    double most = hud_bottom(app) - TOP - MARGIN;
    double fixed = 2 * line + 8 + 6 + (line + 1) + 22 + said; /* all but the graph and the rows */
    double graph_h = fmin(GRAPH_H, fmax(GRAPH_H_MIN, most - fixed - ROWS_MIN * (line + 1)));
    int rows = (int)fmin(ROWS, fmax(ROWS_MIN, (most - fixed - graph_h) / (line + 1)));
    double x = canvas->width - PANEL_W - MARGIN;
    double y = TOP;
    canvas_panel(canvas, x, y, PANEL_W, fixed + graph_h + rows * (line + 1), INK_PAPER);
    x += 12;
    y += 8;
    draw_times(app, x, y, line);
    y += 2 * line + 8;
    draw_graph(app, (struct box){x, y, PANEL_W - 24, graph_h}, (double)app->display.pacer.period_ns / 1e6);
    y += graph_h + 6;
    draw_rows(app, x, y, rows);
    if (said > 0) {
        y += (rows + 1) * (line + 1) + 2;
        canvas_text_lines(canvas, x, y, PANEL_W - 24, SMALL, INK_BAD, app->display.said, 2, true);
    }
}

bool panel_has_room(const struct app *app)
{
    double width = app->display.canvas.width;
    double beside = 2 * (PANEL_W + 2 * MARGIN);
    if (app->screen == SCREEN_PLAY) {
        return !app->is_covered || width >= SHEET_W + beside;
    }
    return width >= PAGE_W + beside;
}

void panel_draw(struct app *app)
{
    struct canvas *canvas = &app->display.canvas;
    bool is_free = app->screen == SCREEN_PLAY && !app->is_covered;
    bool is_beside = is_free || canvas->width >= SHEET_W + 2 * (COMPARE_DRAW_W + 2 * MARGIN);
    bool has_test = app->compare.phase != COMPARE_OFF && is_beside &&
                    (app->screen == SCREEN_PLAY || app->screen == SCREEN_RESULT);
    if (has_test) {
        compare_draw(&app->compare, canvas, 10, TOP);
    }
    /* Where there is no room for both, the test goes first. */
    bool fits = !has_test || canvas->width >= COMPARE_DRAW_W + PANEL_W + 30;
    if (app->preferences.shows_graph && fits && panel_has_room(app)) {
        draw_frames(app);
    }
}

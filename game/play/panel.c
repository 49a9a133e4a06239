#include "play/panel.h"

#include "frame/stats.h"
#include "play/compare_draw.h"
#include "play/screen.h"

#include <stdio.h>

#define PANEL_W 440.0
#define GRAPH_H 84.0
#define SMALL 13.0
#define TOP 58.0

static struct stats stats_of_ring(const struct ring *ring)
{
    double values[DISPLAY_FRAMES];
    int count = ring_copy(ring, values);
    return stats_of(values, count);
}

/* One bar a frame; those over the budget are marked above too, so that it does not take colour to see them.
 */
static void draw_graph(struct app *app, double x, double y, double budget_ms)
{
    struct canvas *canvas = &app->display.canvas;
    const struct ring *ring = &app->display.work_ms;
    double top_ms = budget_ms * 1.5;
    double step = (PANEL_W - 24) / DISPLAY_FRAMES;
    canvas_fill(canvas, x, y, PANEL_W - 24, GRAPH_H, INK_PAPER_SHADE);
    for (int i = 0; i < ring->count; i++) {
        double ms = ring_at(ring, i);
        double height = GRAPH_H * (ms > top_ms ? 1 : ms / top_ms);
        double at = x + (DISPLAY_FRAMES - ring->count + i) * step;
        canvas_fill(canvas, at, y + GRAPH_H - height, step, height, ms > budget_ms ? INK_BAD : INK_WATER);
        if (ms > budget_ms) {
            canvas_fill(canvas, at, y - 4, step, 3, INK_INK);
        }
    }
    double line = y + GRAPH_H - GRAPH_H * budget_ms / top_ms;
    canvas_fill(canvas, x, line, PANEL_W - 24, 1, INK_INK);
    char text[32];
    snprintf(text, sizeof text, "budget %.1f ms", budget_ms);
    canvas_text(canvas, x + 4, line + 1, 11, INK_INK, text);
}

static double draw_row(struct canvas *canvas, double x, double y, const char *key, const char *what,
                       const char *value)
{
    canvas_text(canvas, x, y, SMALL, INK_ACCENT, key);
    canvas_text(canvas, x + 28, y, SMALL, INK_FAINT, what);
    canvas_text(canvas, x + 140, y, SMALL, INK_INK, value);
    return y + canvas_line_height(canvas, SMALL) + 1;
}

static double draw_in_force(struct app *app, double x, double y)
{
    struct canvas *canvas = &app->display.canvas;
    struct paint_state state = painter_state(app->display.painter);
    char text[160];
    canvas_text(canvas, x, y, SMALL, INK_INK, "In force, as read back:");
    y += canvas_line_height(canvas, SMALL) + 3;
    y = draw_row(canvas, x, y, "F4", "scale quality", state.scale_quality);
    y = draw_row(canvas, x, y, "F5", "draw path", state.path);
    snprintf(text, sizeof text, "%s on %s%s", state.driver, state.video_driver,
             state.is_software_through_gl ? ", presents through OpenGL" : "");
    y = draw_row(canvas, x, y, "F6", "driver", text);
    y = draw_row(canvas, x, y, "F7", "blend", state.blend);
    y = draw_row(canvas, x, y, "F8", "tint redrawn", app->display.shows_redrawn ? "on" : "off");
    y = draw_row(canvas, x, y, "F9", "A/B test",
                 compare_is_running(&app->compare) ? "runs" : "of the last switch");
    snprintf(text, sizeof text, "vsync %s, batching %s", state.is_vsync ? "on" : "off",
             !state.is_batching_known ? "unknown"
             : state.is_batching      ? "on"
                                      : "off");
    y = draw_row(canvas, x, y, "", "presenting", text);
    snprintf(text, sizeof text, "%d x %d  %s", state.output_w_px, state.output_h_px, state.window_format);
    y = draw_row(canvas, x, y, "", "output", text);
    snprintf(text, sizeof text, "%d calls, %d items, %d stretched", state.draw_calls, state.items,
             state.stretched);
    return draw_row(canvas, x, y, "", "last frame", text);
}

static void draw_frames(struct app *app)
{
    struct canvas *canvas = &app->display.canvas;
    struct stats work = stats_of_ring(&app->display.work_ms);
    struct stats between = stats_of_ring(&app->display.between_ms);
    double line = canvas_line_height(canvas, SMALL);
    double said = app->display.said[0] != '\0' ? 2 * line + 4 : 0;
    double height = GRAPH_H + 14 * line + 24 + said;
    double x = canvas->width - PANEL_W - 10;
    double y = TOP;
    canvas_panel(canvas, x, y, PANEL_W, height, INK_PAPER);
    x += 12;
    y += 8;
    char text[160];
    snprintf(text, sizeof text, "frame  median %.2f ms   p99 %.2f ms   max %.2f ms", work.median, work.p99,
             work.max);
    canvas_text(canvas, x, y, SMALL, INK_INK, text);
    snprintf(text, sizeof text, "between frames  median %.2f ms   p99 %.2f ms   (last %d)", between.median,
             between.p99, between.count);
    canvas_text(canvas, x, y + line, SMALL, INK_FAINT, text);
    y += 2 * line + 8;
    draw_graph(app, x, y, (double)app->display.pacer.period_ns / 1e6);
    y = draw_in_force(app, x, y + GRAPH_H + 6);
    if (said > 0) {
        canvas_text_lines(canvas, x, y + 2, PANEL_W - 24, SMALL, INK_BAD, app->display.said, 2, true);
    }
}

void panel_draw(struct app *app)
{
    struct canvas *canvas = &app->display.canvas;
    bool has_test =
        app->compare.phase != COMPARE_OFF && (app->screen == SCREEN_PLAY || app->screen == SCREEN_RESULT);
    if (has_test) {
        compare_draw(&app->compare, canvas, 10, TOP);
    }
    /* Where there is no room for both, the test goes first. */
    bool has_room = !has_test || canvas->width >= COMPARE_DRAW_W + PANEL_W + 30;
    if (app->preferences.shows_graph && has_room) {
        draw_frames(app);
    }
}

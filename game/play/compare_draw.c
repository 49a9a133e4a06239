#include "play/compare_draw.h"

#include <math.h>
#include <stdio.h>

#define SMALL 13.0
#define PAD 12.0
#define GRAPH_H 34.0

enum { ROWS = 7, QUADS_FOR_INTERVAL = 12 };

/* Where the next line goes. */
struct pen {
    struct canvas *canvas;
    double x, y, w;
};

static void write_line(struct pen *pen, double size, enum ink ink, const char *text)
{
    canvas_text_fitted(pen->canvas, pen->x, pen->y, pen->w, size, ink, text);
    pen->y += canvas_line_height(pen->canvas, size) + 1;
}

static void percent(double log_ratio, char *out, size_t size)
{
    double value = 100 * expm1(log_ratio);
    snprintf(out, size, "%+.*f %%", fabs(value) < 9.995 ? 2 : 1, value);
}

static void write_arm(struct pen *pen, const struct compare_arm *arm, const char *name)
{
    char text[160];
    canvas_text(pen->canvas, pen->x, pen->y, SMALL, INK_ACCENT, name);
    snprintf(text, sizeof text, "%s", arm->setting);
    canvas_text(pen->canvas, pen->x + 20, pen->y, SMALL, INK_INK, text);
    snprintf(text, sizeof text, arm->is_read_back ? "read back: %s" : "%s, cannot be read back",
             arm->in_force);
    canvas_text(pen->canvas, pen->x + 110, pen->y, SMALL, INK_FAINT, text);
    pen->y += canvas_line_height(pen->canvas, SMALL) + 1;
}

/* On a scale of logarithms on which what matters, the margin, never gets too small to be seen. */
static double place_of(double effect, double range, double w)
{
    double part = 0.5 + 0.5 * effect / range;
    return w * fmin(fmax(part, 0), 1);
}

static void draw_graph(struct pen *pen, const struct judgement *judgement)
{
    struct canvas *canvas = pen->canvas;
    double margin = log1p(COMPARE_MARGIN);
    double range = fmax(5 * margin, 1.15 * fmax(fabs(judgement->low), fabs(judgement->high)));
    double top = pen->y + 3;
    double left = place_of(-margin, range, pen->w);
    double right = place_of(margin, range, pen->w);
    canvas_fill(canvas, pen->x, top, pen->w, GRAPH_H - 10, INK_PAPER_SHADE);
    canvas_fill(canvas, pen->x + left, top, fmax(2, right - left), GRAPH_H - 10, INK_SUN);
    canvas_fill(canvas, pen->x + pen->w / 2 - 0.5, top, 1, GRAPH_H - 10, INK_INK);
    if (judgement->quads > 0) {
        double low = place_of(judgement->low, range, pen->w);
        double high = place_of(judgement->high, range, pen->w);
        double at = place_of(judgement->effect, range, pen->w);
        double middle = top + (GRAPH_H - 10) / 2;
        enum ink ink = judgement->has_interval ? INK_ACCENT : INK_FAINT;
        canvas_fill(canvas, pen->x + low, middle - 1.5, fmax(1, high - low), 3, ink);
        canvas_fill(canvas, pen->x + low - 1, middle - 6, 2, 12, ink);
        canvas_fill(canvas, pen->x + high - 1, middle - 6, 2, 12, ink);
        canvas_fill(canvas, pen->x + at - 3, middle - 3, 6, 6, INK_INK);
    }
    pen->y += GRAPH_H - 3;
}

static void write_effect(struct pen *pen, const struct compare *compare)
{
    const struct judgement *judgement = &compare->judgement;
    char text[200];
    char effect[24];
    char low[24];
    char high[24];
    percent(judgement->effect, effect, sizeof effect);
    percent(judgement->low, low, sizeof low);
    percent(judgement->high, high, sizeof high);
    if (judgement->quads == 0) {
        snprintf(text, sizeof text, "B to A: not measured yet");
    } else if (!judgement->has_interval) {
        snprintf(text, sizeof text, "B to A: %s   [interval from %d quads on]", effect, QUADS_FOR_INTERVAL);
    } else {
        snprintf(text, sizeof text, "B to A: %s   [%s, %s]", effect, low, high);
    }
    write_line(pen, SMALL + 1, INK_INK, text);
}

static void write_circumstances(struct pen *pen, const struct compare *compare)
{
    char text[200];
    int length = snprintf(text, sizeof text, "%s", compare->where);
    if (compare->quads > 0 && compare->zoom_min_px < compare->zoom_max_px) {
        length += snprintf(text + length, sizeof text - (size_t)length, ", %d to %d px", compare->zoom_min_px,
                           compare->zoom_max_px);
    } else {
        length += snprintf(text + length, sizeof text - (size_t)length, ", %d px", compare->sight.zoom_px);
    }
    length += snprintf(text + length, sizeof text - (size_t)length, "   %d quads", compare->quads);
    if (compare->still_quads > 0) {
        length += snprintf(text + length, sizeof text - (size_t)length, ", %d of them paused",
                           compare->still_quads);
    }
    if (compare->given_up > 0) {
        snprintf(text + length, sizeof text - (size_t)length, ", %d dropped", compare->given_up);
    }
    write_line(pen, SMALL, INK_FAINT, text);
    if (compare->phase == COMPARE_LOOKING) {
        snprintf(text, sizeof text, "Pictures of both are looked at");
    } else if (compare->differing <= 0) {
        snprintf(text, sizeof text, "Pictures: identical");
    } else {
        snprintf(text, sizeof text, "Pictures: differ in %.2g %% of the pixels", 100 * compare->differing);
    }
    write_line(pen, SMALL, INK_FAINT, text);
}

static void write_verdict(struct pen *pen, const struct compare *compare)
{
    char words[64];
    char text[240];
    verdict_words(&compare->judgement, COMPARE_MARGIN, words, sizeof words);
    bool is_over = compare->phase == COMPARE_OVER;
    snprintf(text, sizeof text, "%s%s", is_over ? "" : "So far: ", words);
    write_line(pen, 17, is_over ? INK_ACCENT : INK_INK, text);
    const char *state = "F9 puts this away";
    if (!is_over) {
        state = compare->sight.is_covered ? "Waits while a menu is open"
                : compare->sight.is_still ? "Goes on, but little is drawn while the game stands still"
                                          : "Play on: the arms change by coin flips. F9 stops";
    } else if (compare->reason[0] != '\0') {
        snprintf(text, sizeof text, "Ended: %s. F9 puts this away", compare->reason);
        state = text;
    }
    write_line(pen, SMALL, INK_FAINT, state);
}

double compare_draw(const struct compare *compare, struct canvas *canvas, double x, double y)
{
    if (compare->phase == COMPARE_OFF) {
        return 0;
    }
    double line = canvas_line_height(canvas, SMALL) + 1;
    double height = ROWS * line + GRAPH_H + canvas_line_height(canvas, 17) + 24;
    struct pen pen = {canvas, x + PAD, y + 8, COMPARE_DRAW_W - 2 * PAD};
    char text[100];
    canvas_panel(canvas, x, y, COMPARE_DRAW_W, height, INK_PAPER);
    snprintf(text, sizeof text, "A/B test: %s", compare_what(compare));
    write_line(&pen, SMALL + 2, INK_INK, text);
    write_arm(&pen, &compare->arms[0], "A");
    write_arm(&pen, &compare->arms[1], "B");
    draw_graph(&pen, &compare->judgement);
    write_effect(&pen, compare);
    write_verdict(&pen, compare);
    write_circumstances(&pen, compare);
    return height;
}

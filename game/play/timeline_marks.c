#include "play/timeline_marks.h"

#define APART 5.0 /* nearer ones of a kind are one mark */

static void mark_token(struct canvas *canvas, double x, double y)
{
    canvas_fill(canvas, x - 3.5, y - 3.5, 7, 7, INK_INK);
    canvas_fill(canvas, x - 2, y - 2, 4, 4, INK_SUN);
}

static void mark_saved(struct canvas *canvas, double x, double y)
{
    canvas_triangle(canvas, (double[]){x - 5, y + 4, x, y - 5, x + 5, y + 4}, INK_PAPER);
    canvas_triangle(canvas, (double[]){x - 3.5, y + 3, x, y - 3.5, x + 3.5, y + 3}, INK_GOOD);
}

static void mark_lost(struct canvas *canvas, double x, double y)
{
    canvas_line(canvas, x - 3.5, y - 3.5, x + 3.5, y + 3.5, 4, INK_PAPER);
    canvas_line(canvas, x - 3.5, y + 3.5, x + 3.5, y - 3.5, 4, INK_PAPER);
    canvas_line(canvas, x - 3, y - 3, x + 3, y + 3, 2, INK_BAD);
    canvas_line(canvas, x - 3, y + 3, x + 3, y - 3, 2, INK_BAD);
}

static double place_of(const struct timeline_bar *bar, int32_t step)
{
    return bar->x + bar->w * step / bar->steps;
}

void timeline_marks_draw(struct canvas *canvas, const struct timeline *timeline,
                         const struct timeline_bar *bar)
{
    struct timeline_facts facts = timeline_facts(timeline);
    double middle = bar->y + bar->h / 2;
    double saved_at = bar->x - APART;
    double lost_at = saved_at;
    double token_at = saved_at;
    for (int32_t step = 1; step <= facts.last; step++) {
        struct timeline_moment before = timeline_moment(timeline, step - 1);
        struct timeline_moment now = timeline_moment(timeline, step);
        double x = place_of(bar, step);
        if (now.saved > before.saved && x - saved_at >= APART) {
            mark_saved(canvas, x, middle);
            saved_at = x;
        }
        if (now.lost > before.lost && x - lost_at >= APART) {
            mark_lost(canvas, x, middle);
            lost_at = x;
        }
    }
    for (int i = 0; i < facts.commands; i++) {
        double x = place_of(bar, timeline_command_step(timeline, i));
        if (x - token_at >= APART) {
            mark_token(canvas, x, middle);
            token_at = x;
        }
    }
}

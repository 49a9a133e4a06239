#include "play/feedback.h"

#include "play/ui.h"
#include "scene/picture.h"

#include <string.h>

#define SIZE 26.0
#define RISE_CELLS 0.8

static void drop_old(struct feedback *feedback, uint64_t now_ns)
{
    int kept = 0;
    for (int i = 0; i < feedback->count; i++) {
        if (now_ns - feedback->marks[i].since_ns < FEEDBACK_MS * UINT64_C(1000000)) {
            feedback->marks[kept++] = feedback->marks[i];
        }
    }
    feedback->count = kept;
}

static void add(struct feedback *feedback, const struct event *event, uint64_t now_ns)
{
    bool is_shown =
        event->kind == EVENT_SAVED || event->kind == EVENT_DIED || event->kind == EVENT_TOKEN_TAKEN;
    if (!is_shown) {
        return;
    }
    if (feedback->count == FEEDBACK_MARKS_MAX) {
        memmove(feedback->marks, feedback->marks + 1, (FEEDBACK_MARKS_MAX - 1) * sizeof feedback->marks[0]);
        feedback->count--;
    }
    feedback->marks[feedback->count++] = (struct feedback_mark){.x = event->x,
                                                                .y = event->y,
                                                                .kind = (enum event_kind)event->kind,
                                                                .ability = event->detail,
                                                                .since_ns = now_ns};
}

void feedback_follow(struct feedback *feedback, const struct world *world, uint64_t now_ns)
{
    int32_t steps = world_counts(world).steps;
    bool is_next = feedback->has_begun && steps == feedback->steps + 1;
    bool is_same = feedback->has_begun && steps == feedback->steps;
    feedback->has_begun = true;
    feedback->steps = steps;
    drop_old(feedback, now_ns);
    if (is_next) {
        int count = 0;
        const struct event *events = world_events(world, &count);
        for (int i = 0; i < count; i++) {
            add(feedback, &events[i], now_ns);
        }
    } else if (!is_same) {
        feedback->count = 0;
    }
}

static void draw_mark(const struct feedback_mark *mark, struct canvas *canvas, double x, double y)
{
    struct box box = {x - SIZE / 2, y - SIZE / 2, SIZE, SIZE};
    canvas_panel(canvas, box.x, box.y, box.w, box.h, mark->kind == EVENT_DIED ? INK_PAPER : INK_SUN);
    if (mark->kind == EVENT_TOKEN_TAKEN) {
        canvas_icon(canvas, box.x + 2, box.y + 2, SIZE - 4, PICTURE_TOKEN_BASH + mark->ability, false);
    } else {
        bool is_saved = mark->kind == EVENT_SAVED;
        ui_draw_sign(canvas, box, is_saved ? SIGN_CHECK : SIGN_CROSS, is_saved ? INK_GOOD : INK_BAD);
    }
}

void feedback_draw(const struct feedback *feedback, struct canvas *canvas, const struct view *view,
                   bool is_still, uint64_t now_ns)
{
    for (int i = 0; i < feedback->count; i++) {
        const struct feedback_mark *mark = &feedback->marks[i];
        double part = (double)(now_ns - mark->since_ns) / (FEEDBACK_MS * 1e6);
        /* Fast at first, as something that is thrown up. */
        double up = is_still ? RISE_CELLS : RISE_CELLS * part * (2 - part);
        SDL_FPoint at = view_point(view, mark->x + 0.5, mark->y - 0.1 - up);
        draw_mark(mark, canvas, (double)at.x / canvas->scale, (double)at.y / canvas->scale);
    }
}

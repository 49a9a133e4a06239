#include "play/ui.h"

#include "base/require.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define WHEEL_POINTS 60.0
#define ABOVE_ITEM 40.0
#define RING 10.0
#define TIP_SIZE 14.0

void ui_start(struct ui *ui)
{
    ui->count = 0;
    ui->count_before = 0;
    ui->focus = 0;
    ui->focus_is_new = true;
    ui->armed = -1;
    ui->hovered = -1;
}

static bool holds(struct box box, double x, double y)
{
    return x >= box.x && y >= box.y && x < box.x + box.w && y < box.y + box.h;
}

/* How far an item lies away in a direction: its distance that way, and twice what it is off to the side.
 * Negative: not that way at all. */
static double distance(struct box from, struct box to, int dx, int dy)
{
    double x = to.x + to.w / 2 - (from.x + from.w / 2);
    double y = to.y + to.h / 2 - (from.y + from.h / 2);
    double ahead = x * dx + y * dy;
    double gap = dx != 0 ? fmax(to.y - (from.y + from.h), from.y - (to.y + to.h))
                         : fmax(to.x - (from.x + from.w), from.x - (to.x + to.w));
    double aside = dx != 0 ? fabs(y) : fabs(x);
    return ahead < 1 ? -1 : ahead + (gap > 0 ? 3 * aside : 0.2 * aside);
}

/* The nearest item that way; when there is none, the farthest the other way, so that lists go round. */
static int find_next(const struct ui *ui, int from, int dx, int dy)
{
    int best = -1;
    int farthest = -1;
    double best_distance = 0;
    double farthest_distance = 0;
    for (int i = 0; i < ui->count_before; i++) {
        double there = distance(ui->before[from].box, ui->before[i].box, dx, dy);
        double back = distance(ui->before[from].box, ui->before[i].box, -dx, -dy);
        if (there >= 0 && (best < 0 || there < best_distance)) {
            best = i;
            best_distance = there;
        }
        if (back > farthest_distance) {
            farthest = i;
            farthest_distance = back;
        }
    }
    return best >= 0 ? best : dy != 0 ? farthest : -1;
}

static void move_focus(struct ui *ui, int dx, int dy)
{
    if (ui->count_before == 0) {
        return;
    }
    int next = find_next(ui, ui->focus < ui->count_before ? ui->focus : 0, dx, dy);
    if (next >= 0) {
        ui->clicks = ui->clicks || next != ui->focus;
        ui->focus = next;
        ui->focus_moved = true;
    }
}

static void hear_keys(struct ui *ui)
{
    enum player_action action = ui->input->action;
    bool takes_sideways = ui->focus < ui->count_before && ui->before[ui->focus].takes_sideways;
    switch (action) {
    case DO_UP: move_focus(ui, 0, -1); break;
    case DO_DOWN: move_focus(ui, 0, 1); break;
    case DO_LEFT:
        if (!takes_sideways) {
            move_focus(ui, -1, 0);
        }
        break;
    case DO_RIGHT:
        if (!takes_sideways) {
            move_focus(ui, 1, 0);
        }
        break;
    default: break;
    }
}

void ui_begin(struct ui *ui, struct canvas *canvas, struct input *input, bool has_keys)
{
    ui->canvas = canvas;
    ui->input = input;
    memcpy(ui->before, ui->items, (size_t)ui->count * sizeof ui->items[0]);
    ui->count_before = ui->count;
    ui->count = 0;
    ui->has_keys = has_keys;
    ui->hovered_before = ui->hovered;
    ui->hovered = -1;
    ui->pointer_x = input->pointer_x_px / canvas->scale;
    ui->pointer_y = input->pointer_y_px / canvas->scale;
    ui->scroll = NULL;
    ui->focus_moved = ui->focus_is_new;
    ui->focus_is_new = false;
    ui->clicks = false;
    ui->tip = NULL;
    if (has_keys) {
        hear_keys(ui);
    }
}

bool ui_covers(const struct ui *ui, double x, double y)
{
    bool is_covered = false;
    for (int i = 0; i < ui->count; i++) {
        is_covered = is_covered || holds(ui->items[i].box, x, y);
    }
    return is_covered;
}

/* The list scrolls so far that the item is inside, with what stands right above it and with its ring. */
static void scroll_to(struct ui *ui, struct box box)
{
    double over = box.y - ABOVE_ITEM - *ui->scroll - ui->clip.y;
    double under = box.y + box.h + RING - *ui->scroll - (ui->clip.y + ui->clip.h);
    *ui->scroll += over < 0 ? over : under > 0 ? under : 0;
    *ui->scroll = fmin(fmax(*ui->scroll, 0), ui->scroll_max);
}

/* In a list, items are named where they would lie unscrolled. */
static bool place_in_list(struct ui *ui, struct ui_state *state, int number)
{
    if (ui->scroll == NULL) {
        return true;
    }
    if (ui->focus_moved && number == ui->focus) {
        scroll_to(ui, state->box);
    }
    state->box.y -= *ui->scroll;
    return state->box.y + state->box.h > ui->clip.y && state->box.y < ui->clip.y + ui->clip.h;
}

struct ui_state ui_item(struct ui *ui, struct box box, const char *label, bool takes_sideways)
{
    struct ui_state state = {.box = box};
    require(ui->count < UI_ITEMS_MAX);
    int number = ui->count++;
    struct input *input = ui->input;
    state.is_seen = place_in_list(ui, &state, number);
    ui->items[number] = (struct ui_item){.box = state.box, .takes_sideways = takes_sideways};
    snprintf(ui->items[number].label, sizeof ui->items[number].label, "%s", label);
    bool is_inside = holds(state.box, ui->pointer_x, ui->pointer_y) &&
                     (ui->scroll == NULL || holds(ui->clip, ui->pointer_x, ui->pointer_y));
    state.is_hovered = is_inside && input->device == DEVICE_MOUSE;
    if (is_inside) {
        ui->hovered = number;
        if (input->has_moved && ui->has_keys) {
            ui->focus = number;
        }
        if (input->clicked) {
            ui->clicks = true;
            ui->armed = number;
            ui->focus = ui->has_keys ? number : ui->focus;
        }
    }
    state.is_focused = ui->has_keys && ui->focus == number;
    state.is_down = ui->armed == number && input->is_down;
    if (input->released && ui->armed == number) {
        state.is_used = is_inside;
    }
    if (state.is_focused) {
        state.is_used = state.is_used || input->action == DO_ACCEPT;
        state.sideways = !takes_sideways             ? 0
                         : input->action == DO_LEFT  ? -1
                         : input->action == DO_RIGHT ? 1
                                                     : 0;
        ui->clicks = ui->clicks || state.sideways != 0 || input->action == DO_ACCEPT;
    }
    return state;
}

void ui_list_begin(struct ui *ui, struct box box, double content_height, double *scroll)
{
    ui->clip = box;
    ui->scroll = scroll;
    ui->scroll_max = content_height > box.h ? content_height + RING - box.h : 0;
    if (holds(box, ui->pointer_x, ui->pointer_y)) {
        *scroll -= ui->input->wheel * WHEEL_POINTS;
    }
    *scroll = fmin(fmax(*scroll, 0), ui->scroll_max);
    canvas_clip(ui->canvas, box.x - 6, box.y - 2, box.w + 12, box.h + 4);
}

void ui_list_end(struct ui *ui)
{
    canvas_clip_end(ui->canvas);
    if (ui->scroll_max > 0) {
        double part = ui->clip.h / (ui->clip.h + ui->scroll_max);
        double at = *ui->scroll / (ui->clip.h + ui->scroll_max);
        double x = ui->clip.x + ui->clip.w + 8;
        canvas_fill(ui->canvas, x, ui->clip.y, 4, ui->clip.h, INK_PAPER_SHADE);
        canvas_fill(ui->canvas, x, ui->clip.y + at * ui->clip.h, 4, part * ui->clip.h, INK_FAINT);
    }
    ui->scroll = NULL;
}

void ui_end(struct ui *ui)
{
    if (ui->input->released) {
        ui->armed = -1;
    }
    if (ui->count > 0 && ui->focus >= ui->count) {
        ui->focus = ui->count - 1;
    }
    if (ui->tip != NULL) {
        double w = canvas_text_width(ui->canvas, TIP_SIZE, ui->tip) + 16;
        double h = canvas_line_height(ui->canvas, TIP_SIZE) + 8;
        double x = fmin(fmax(4, ui->tip_box.x + ui->tip_box.w / 2 - w / 2), ui->canvas->width - w - 8);
        double below = ui->tip_box.y + ui->tip_box.h + 6;
        double y = below + h > ui->canvas->height ? ui->tip_box.y - h - 8 : below;
        canvas_panel(ui->canvas, x, y, w, h, INK_SUN);
        canvas_text(ui->canvas, x + 8, y + 4, TIP_SIZE, INK_INK, ui->tip);
    }
}

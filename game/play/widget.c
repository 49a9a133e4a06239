/* The looks of the controls: paper tabs with ink on them. What has the focus is framed and lifted, never only
 * coloured. */
#include "play/ui.h"

#include <math.h>

void ui_draw_focus(struct ui *ui, struct ui_state state)
{
    if (state.is_focused) {
        struct box box = state.box;
        canvas_frame(ui->canvas, box.x - 5, box.y - 5, box.w + 10, box.h + 10, 3, INK_ACCENT);
    }
}

static void draw_tab(struct ui *ui, struct ui_state state, bool is_on)
{
    double down = state.is_down ? 1.5 : 0;
    enum ink ink = is_on || state.is_down                 ? INK_SUN
                   : state.is_hovered || state.is_focused ? INK_PAPER
                                                          : INK_PAPER_SHADE;
    canvas_panel(ui->canvas, state.box.x + down, state.box.y + down, state.box.w, state.box.h, ink);
    ui_draw_focus(ui, state);
}

bool ui_button(struct ui *ui, struct box box, const char *label)
{
    struct ui_state state = ui_item(ui, box, label, false);
    if (state.is_seen) {
        draw_tab(ui, state, false);
        double size = box.h >= 52 ? 22 : 17;
        double y = state.box.y + (box.h - canvas_line_height(ui->canvas, size)) / 2;
        canvas_text_middle(ui->canvas, state.box.x, y, box.w, size, INK_INK, label);
    }
    return state.is_used;
}

static bool sign_button(struct ui *ui, struct box box, const char *label, enum sign sign, bool is_on,
                        enum ink ink)
{
    struct ui_state state = ui_item(ui, box, label, false);
    if (state.is_seen) {
        draw_tab(ui, state, is_on);
        ui_draw_sign(ui->canvas, state.box, sign, ink);
        if (state.is_hovered && !state.is_down) {
            ui->tip = label;
            ui->tip_box = state.box;
        }
    }
    return state.is_used;
}

bool ui_sign_button(struct ui *ui, struct box box, const char *label, enum sign sign, bool is_on)
{
    return sign_button(ui, box, label, sign, is_on, INK_INK);
}

bool ui_sign_button_if(struct ui *ui, struct box box, const char *label, enum sign sign, bool is_possible)
{
    return sign_button(ui, box, label, sign, false, is_possible ? INK_INK : INK_KRAFT) && is_possible;
}

int ui_choice(struct ui *ui, struct box box, const char *label, const char *value)
{
    struct ui_state state = ui_item(ui, box, label, true);
    int change = state.sideways;
    if (state.is_used) {
        bool is_left = ui->input->released && ui->pointer_x < box.x + box.w * 0.68;
        change = is_left && ui->pointer_x > box.x + box.w * 0.4 ? -1 : 1;
    }
    if (!state.is_seen) {
        return change;
    }
    draw_tab(ui, state, false);
    struct box at = state.box;
    double y = at.y + (at.h - canvas_line_height(ui->canvas, 16)) / 2;
    canvas_text_fitted(ui->canvas, at.x + 14, y, at.w * 0.44 - 20, 16, INK_INK, label);
    double middle = at.x + at.w * 0.44;
    canvas_text_middle(ui->canvas, middle, y, at.w * 0.56, 16, INK_ACCENT, value);
    ui_draw_sign(ui->canvas, (struct box){middle, at.y, 32, at.h}, SIGN_LESS, INK_INK);
    ui_draw_sign(ui->canvas, (struct box){at.x + at.w - 36, at.y, 32, at.h}, SIGN_MORE, INK_INK);
    return change;
}

bool ui_slider(struct ui *ui, struct box box, const char *label, double *value, double low, double high,
               double step, const char *shown)
{
    struct ui_state state = ui_item(ui, box, label, true);
    double old = *value;
    double left = state.box.x + box.w * 0.46;
    double width = box.w * 0.36;
    if (state.is_down) {
        double part = fmin(fmax((ui->pointer_x - left) / width, 0), 1);
        *value = low + round(part * (high - low) / step) * step;
    }
    *value = fmin(fmax(*value + state.sideways * step, low), high);
    if (state.is_seen) {
        draw_tab(ui, state, false);
        double y = state.box.y + (box.h - canvas_line_height(ui->canvas, 16)) / 2;
        canvas_text_fitted(ui->canvas, state.box.x + 14, y, box.w * 0.44 - 20, 16, INK_INK, label);
        double line = state.box.y + box.h / 2;
        double at = left + width * (*value - low) / (high - low);
        canvas_fill(ui->canvas, left, line - 2, width, 4, INK_FAINT);
        canvas_fill(ui->canvas, left, line - 2, at - left, 4, INK_ACCENT);
        canvas_panel(ui->canvas, at - 7, line - 12, 14, 24, INK_SUN);
        canvas_text_middle(ui->canvas, state.box.x + box.w * 0.84, y, box.w * 0.15, 16, INK_ACCENT, shown);
    }
    return *value > old || *value < old;
}

/* Signs are drawn in a square of 20 points in the middle of their box. */
static void triangle(struct canvas *canvas, double x, double y, double w, double h, enum ink ink)
{
    double tip = w > 0 ? x + w : x;
    double back = w > 0 ? x : x - w;
    canvas_triangle(canvas, (double[]){back, y, tip, y + h / 2, back, y + h}, ink);
}

static void bent_arrow(struct canvas *canvas, double x, double y, double side, enum ink ink)
{
    double tail = x + 10 - side * 8;
    canvas_triangle(
        canvas, (double[]){x + 10 + side * 1, y, x + 10 + side * 1, y + 11, x + 10 + side * 9, y + 5.5}, ink);
    canvas_line(canvas, x + 10 + side * 2, y + 5.5, tail, y + 5.5, 3, ink);
    canvas_line(canvas, tail, y + 4, tail, y + 17, 3, ink);
    canvas_line(canvas, tail - side * 1.5, y + 17, x + 10 + side * 6, y + 17, 3, ink);
}

static void draw_lines(struct canvas *canvas, double x, double y, enum sign sign, enum ink ink)
{
    if (sign == SIGN_MENU) {
        for (int i = 0; i < 3; i++) {
            canvas_fill(canvas, x + 1, y + 3 + 6 * i, 18, 3, ink);
        }
    } else if (sign == SIGN_CHECK) {
        canvas_line(canvas, x + 2, y + 10, x + 8, y + 16, 4, ink);
        canvas_line(canvas, x + 7, y + 17, x + 18, y + 3, 4, ink);
    } else if (sign == SIGN_CROSS) {
        canvas_line(canvas, x + 3, y + 3, x + 17, y + 17, 4, ink);
        canvas_line(canvas, x + 17, y + 3, x + 3, y + 17, 4, ink);
    } else if (sign == SIGN_FIT) {
        canvas_frame(canvas, x + 1, y + 3, 18, 14, 2, ink);
        canvas_fill(canvas, x + 6, y + 8, 8, 4, ink);
    }
}

void ui_draw_sign(struct canvas *canvas, struct box box, enum sign sign, enum ink ink)
{
    double x = box.x + box.w / 2 - 10;
    double y = box.y + box.h / 2 - 10;
    switch (sign) {
    case SIGN_PLAY: triangle(canvas, x + 3, y, 16, 20, ink); break;
    case SIGN_PAUSE:
        canvas_fill(canvas, x + 3, y + 1, 5, 18, ink);
        canvas_fill(canvas, x + 12, y + 1, 5, 18, ink);
        break;
    case SIGN_STEP:
        canvas_fill(canvas, x + 1, y + 2, 4, 16, ink);
        triangle(canvas, x + 7, y + 2, 13, 16, ink);
        break;
    case SIGN_STEP_BACK:
        canvas_fill(canvas, x + 15, y + 2, 4, 16, ink);
        triangle(canvas, x, y + 2, -13, 16, ink);
        break;
    case SIGN_REWIND:
        triangle(canvas, x - 1, y + 2, -11, 16, ink);
        triangle(canvas, x + 9, y + 2, -11, 16, ink);
        break;
    case SIGN_FAST:
        triangle(canvas, x, y + 2, 11, 16, ink);
        triangle(canvas, x + 10, y + 2, 11, 16, ink);
        break;
    case SIGN_UNDO: bent_arrow(canvas, x, y, -1, ink); break;
    case SIGN_REDO: bent_arrow(canvas, x, y, 1, ink); break;
    case SIGN_LESS: triangle(canvas, x + 5, y + 4, -9, 12, ink); break;
    case SIGN_MORE: triangle(canvas, x + 5, y + 4, 9, 12, ink); break;
    default: draw_lines(canvas, x, y, sign, ink); break;
    }
}

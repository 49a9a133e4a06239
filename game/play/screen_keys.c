/* All actions with their keys, made from the table, and the place to change them: choose a cell, press the
 * new key. */
#include "play/screen.h"

#include "play/heading.h"

#include <math.h>
#include <stdio.h>

#define ROW_H 44.0

struct capture {
    int action; /* that gets a new key, or DO_NOTHING */
    int slot;   /* CHORDS_MAX: the pad control */
    bool just_begun;
};

static void apply(struct app *app, struct capture *capture)
{
    struct input *input = &app->input;
    struct bindings *bindings = &input->bindings;
    enum player_action action = (enum player_action)capture->action;
    enum player_action loser = DO_NOTHING;
    bool is_pad = capture->slot == CHORDS_MAX;
    bool is_delete = input->chord.key == SDLK_DELETE;
    if (!input->has_press || (input->pad == PAD_NONE && input->chord.key == 0)) {
        return;
    }
    capture->action = DO_NOTHING;
    if (input->chord.key == SDLK_ESCAPE && !is_pad && action != DO_BACK) {
        return;
    }
    if (is_pad && (input->pad != PAD_NONE || is_delete)) {
        loser = bindings_set_pad(bindings, action, is_delete ? PAD_NONE : input->pad);
    } else if (!is_pad && input->chord.key != 0) {
        loser =
            bindings_set_key(bindings, action, capture->slot, is_delete ? (struct chord){0} : input->chord);
    }
    if (loser != DO_NOTHING) {
        app_say(app, "\"%s\" has lost this key", action_info(loser).help);
    }
    app->preferences.bindings = *bindings;
}

static void draw_cell(struct app *app, struct capture *capture, struct box box, int action, int slot)
{
    struct canvas *canvas = &app->display.canvas;
    char text[48];
    if (slot == CHORDS_MAX) {
        snprintf(text, sizeof text, "%s", pad_label(app->input.bindings.pad[action]));
    } else {
        chord_write(app->input.bindings.keys[action][slot], text, sizeof text);
    }
    struct ui_state state = ui_item(&app->ui, box, action_info((enum player_action)action).name, false);
    bool is_capturing = capture->action == action && capture->slot == slot;
    if (state.is_seen) {
        enum ink ink = is_capturing                           ? INK_SUN
                       : state.is_hovered || state.is_focused ? INK_PAPER
                                                              : INK_PAPER_SHADE;
        canvas_panel(canvas, state.box.x, state.box.y, box.w, box.h, ink);
        canvas_text_middle(canvas, state.box.x, state.box.y + 8, box.w, 14,
                           text[0] != '\0' || is_capturing ? INK_INK : INK_FAINT,
                           is_capturing      ? slot == CHORDS_MAX ? "press a button" : "press a key"
                           : text[0] != '\0' ? text
                                             : "-");
        ui_draw_focus(&app->ui, state);
    }
    if (state.is_used && capture->action == DO_NOTHING) {
        *capture = (struct capture){action, slot, true};
    }
}

/* In the middle of its row, in two lines where there is little room. */
static void draw_help(struct canvas *canvas, double x, double y, double w, const char *help)
{
    double size = canvas_text_width(canvas, 15, help) > w ? 13 : 15;
    double height = canvas_text_lines(canvas, x, y, w, size, INK_INK, help, 2, false);
    canvas_text_lines(canvas, x, y + (ROW_H - 8 - height) / 2, w, size, INK_INK, help, 2, true);
}

static void draw_table(struct app *app, struct capture *capture, double *scroll)
{
    struct canvas *canvas = &app->display.canvas;
    double w = fmin(canvas->width - 60, 900);
    struct box list = {(canvas->width - w) / 2, HEADING_H + 8, w, canvas->height - HEADING_H - 20};
    double cell_w = fmin(130, (w - 150) / 3);
    canvas_text_middle(canvas, list.x + w - 3 * (cell_w + 10), HEADING_H - 12, cell_w, 13, INK_FAINT, "key");
    canvas_text_middle(canvas, list.x + w - 2 * (cell_w + 10), HEADING_H - 12, cell_w, 13, INK_FAINT,
                       "or key");
    canvas_text_middle(canvas, list.x + w - (cell_w + 10), HEADING_H - 12, cell_w, 13, INK_FAINT,
                       "controller");
    ui_list_begin(&app->ui, list, DO_COUNT * ROW_H + 10, scroll);
    for (int action = 0; action < DO_COUNT; action++) {
        double y = list.y + 6 + action * ROW_H;
        double shown = y - *scroll;
        double left = w - 3 * (cell_w + 10) - 10;
        if (shown > list.y - ROW_H && shown < list.y + list.h) {
            draw_help(canvas, list.x + 4, shown, left, action_info((enum player_action)action).help);
            canvas_fill(canvas, list.x, shown + ROW_H - 4, w, 1, INK_SQUARES);
        }
        for (int slot = 0; slot <= CHORDS_MAX; slot++) {
            struct box box = {list.x + w - (3 - slot) * (cell_w + 10), y, cell_w, ROW_H - 8};
            draw_cell(app, capture, box, action, slot);
        }
    }
    ui_list_end(&app->ui);
}

enum screen screen_keys(struct app *app)
{
    enum screen back = (enum screen)app->keys_back;
    enum screen next = SCREEN_KEYS;
    struct capture capture = {.action = DO_NOTHING};
    double scroll = 0;
    app->ui.focus = 2;
    while (next == SCREEN_KEYS) {
        app->input.is_capturing = capture.action != DO_NOTHING;
        app_begin(app, CONTEXT_MENU, false);
        bool was_capturing = app->input.is_capturing;
        if (was_capturing) {
            apply(app, &capture);
        }
        app_page(app);
        struct canvas *canvas = &app->display.canvas;
        const char *line = canvas->width < 760
                               ? "Delete empties, Esc leaves."
                               : "Choose a place and press a key. Delete empties it, Esc leaves it.";
        bool wants_back = heading_draw(app, "Keys", line, 200);
        if (ui_button(&app->ui, (struct box){canvas->width - 200, 18, 180, 44}, "As delivered")) {
            bindings_default(&app->input.bindings);
            app->preferences.bindings = app->input.bindings;
            app_say(app, "All keys are as they were delivered");
        }
        draw_table(app, &capture, &scroll);
        next = screen_end_pass(app, wants_back && !was_capturing ? back : SCREEN_KEYS);
    }
    app->input.is_capturing = false;
    return next == SCREEN_INTRO || next == SCREEN_LEAVE ? next : back;
}

/* All actions with their keys, made from the table, and the place to change them: choose a cell, press the
 * new key. */
#include "play/screen.h"

#include "play/heading.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define ROW_H 44.0
#define GROUP_H 40.0
#define GAP 8.0

struct capture {
    int action; /* that gets a new key, or DO_NOTHING */
    int slot;   /* CHORDS_MAX: the pad control */
};

/* What begins with which action. */
static const struct group {
    enum player_action first;
    const char *title;
} groups[] = {{DO_UP, "In menus"},          {DO_ABILITY_1, "Abilities"},    {DO_PAUSE, "Time"},
              {DO_RETRY, "The level"},      {DO_ZOOM_IN, "Looking around"}, {DO_BACK, "Menus and pages"},
              {DO_GRAPH, "The laboratory"}, {DO_MUTE, "Sound and window"}};

enum { GROUPS = sizeof groups / sizeof groups[0] };

static const char *group_at(int action)
{
    for (int i = 0; i < GROUPS; i++) {
        if ((int)groups[i].first == action) {
            return groups[i].title;
        }
    }
    return NULL;
}

/* What would leave somebody without a way through the menus is not done. */
static void put_in_force(struct app *app, const struct bindings *wanted, enum player_action loser)
{
    if (!bindings_reach_menus(wanted) && bindings_reach_menus(&app->input.bindings)) {
        app_say(app, "That key stays: without it there is no way through the menus");
        return;
    }
    if (loser != DO_NOTHING) {
        app_say(app, "\"%s\" has lost this key", action_info(loser).help);
    }
    app->input.bindings = *wanted;
    app->preferences.bindings = *wanted;
}

static void apply(struct app *app, struct capture *capture)
{
    struct input *input = &app->input;
    struct bindings wanted = input->bindings;
    enum player_action action = (enum player_action)capture->action;
    enum player_action loser = DO_NOTHING;
    bool is_pad = capture->slot == CHORDS_MAX;
    if (!input->has_press || (input->pad == PAD_NONE && input->chord.key == 0)) {
        return;
    }
    capture->action = DO_NOTHING;
    bool is_left = input->chord.key == SDLK_ESCAPE && (is_pad || action != DO_BACK);
    if (is_left || is_pad != (input->pad != PAD_NONE)) {
        return;
    }
    if (is_pad) {
        loser = bindings_set_pad(&wanted, action, input->pad);
    } else {
        loser = bindings_set_key(&wanted, action, capture->slot, input->chord);
    }
    put_in_force(app, &wanted, loser);
}

static void empty(struct app *app, int action, int slot)
{
    struct bindings wanted = app->input.bindings;
    if (slot == CHORDS_MAX) {
        wanted.pad[action] = PAD_NONE;
    } else {
        wanted.keys[action][slot] = (struct chord){0};
    }
    put_in_force(app, &wanted, DO_NOTHING);
}

/* Where a place is narrow, keys of the keypad are written as short as on the keys themselves. */
static void shorten(struct canvas *canvas, double w, char *text, size_t size)
{
    char *keypad = strstr(text, "Keypad ");
    if (keypad != NULL && canvas_text_width(canvas, 14, text) > w) {
        char end[48];
        snprintf(end, sizeof end, "%s", keypad + strlen("Keypad "));
        snprintf(keypad, size - (size_t)(keypad - text), "Num %s", end);
    }
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
    shorten(canvas, box.w - 6, text, sizeof text);
    struct ui_state state = ui_item(&app->ui, box, action_info((enum player_action)action).name, false);
    bool is_capturing = capture->action == action && capture->slot == slot;
    if (state.is_seen) {
        enum ink ink = is_capturing                           ? INK_SUN
                       : state.is_hovered || state.is_focused ? INK_PAPER
                                                              : INK_PAPER_SHADE;
        canvas_panel(canvas, state.box.x, state.box.y, box.w, box.h, ink);
        canvas_text_middle(canvas, state.box.x + 3, state.box.y + 8, box.w - 6, 14,
                           text[0] != '\0' || is_capturing ? INK_INK : INK_FAINT,
                           is_capturing      ? "press it"
                           : text[0] != '\0' ? text
                                             : "-");
        ui_draw_focus(&app->ui, state);
    }
    if (capture->action != DO_NOTHING) {
        return;
    }
    if (state.is_used) {
        *capture = (struct capture){action, slot};
    } else if (state.is_focused && app->input.action == DO_REMOVE) {
        empty(app, action, slot);
    }
}

/* In the middle of its row, in two lines where there is little room. */
static void draw_help(struct canvas *canvas, double x, double y, double w, const char *help)
{
    double size = canvas_text_width(canvas, 15, help) > w ? 13 : 15;
    double height = canvas_text_lines(canvas, x, y, w, size, INK_INK, help, 2, false);
    canvas_text_lines(canvas, x, y + (ROW_H - 8 - height) / 2, w, size, INK_INK, help, 2, true);
}

static void draw_columns(struct canvas *canvas, struct box list, double cell_w)
{
    static const char *const titles[CHORDS_MAX + 1] = {"key", "or key", "or mouse", "controller"};
    for (int slot = 0; slot <= CHORDS_MAX; slot++) {
        double x = list.x + list.w - (CHORDS_MAX + 1 - slot) * (cell_w + GAP);
        canvas_text_middle(canvas, x, HEADING_H - 12, cell_w, 13, INK_FAINT, titles[slot]);
    }
}

static void draw_table(struct app *app, struct capture *capture, double *scroll)
{
    struct canvas *canvas = &app->display.canvas;
    double w = fmin(canvas->width - 48, 980);
    struct box list = {(canvas->width - w) / 2, HEADING_H + 8, w, canvas->height - HEADING_H - 20};
    double cell_w = fmin(132, (w - 150) / (CHORDS_MAX + 1) - GAP);
    double help_w = w - (CHORDS_MAX + 1) * (cell_w + GAP) - 10;
    draw_columns(canvas, list, cell_w);
    ui_list_begin(&app->ui, list, DO_COUNT * ROW_H + GROUPS * GROUP_H + 10, scroll);
    double y = list.y + 6;
    for (int action = 0; action < DO_COUNT; action++) {
        if (group_at(action) != NULL) {
            canvas_text(canvas, list.x + 4, y - *scroll + 12, 17, INK_ACCENT, group_at(action));
            y += GROUP_H;
        }
        double shown = y - *scroll;
        if (shown > list.y - ROW_H && shown < list.y + list.h) {
            draw_help(canvas, list.x + 4, shown, help_w, action_info((enum player_action)action).help);
            canvas_fill(canvas, list.x, shown + ROW_H - 4, w, 1, INK_SQUARES);
        }
        for (int slot = 0; slot <= CHORDS_MAX; slot++) {
            double x = list.x + w - (CHORDS_MAX + 1 - slot) * (cell_w + GAP);
            draw_cell(app, capture, (struct box){x, y, cell_w, ROW_H - 8}, action, slot);
        }
        y += ROW_H;
    }
    ui_list_end(&app->ui);
}

/* In the words of the device in hand. */
static void write_line(const struct app *app, const struct capture *capture, char *text, size_t size)
{
    bool is_narrow = app->display.canvas.width < 760;
    char key[40];
    input_name(&app->input, DO_REMOVE, key, sizeof key);
    if (capture->action != DO_NOTHING && is_narrow) {
        snprintf(text, size, "Press it. Escape leaves it.");
    } else if (capture->action != DO_NOTHING) {
        snprintf(text, size,
                 capture->slot == CHORDS_MAX ? "A button of the controller. Escape leaves it."
                                             : "A key, a mouse button, the wheel. Escape leaves it.");
    } else if (is_narrow) {
        snprintf(text, size, "Choose a place. %s empties it.", key);
    } else {
        snprintf(text, size, "Choose a place, then press the new key or button. %s empties a place.", key);
    }
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
        char line[120];
        write_line(app, &capture, line, sizeof line);
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

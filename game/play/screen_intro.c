/* Before a level: what it is about, and hints for those who ask, one after the other. */
#include "play/level_keys.h"

#include <math.h>
#include <stdio.h>

#define SHEET_W 560.0
#define BUTTONS_H 86.0

/* How far they are scrolled, and how many hints were among them then. */
struct words {
    double scroll;
    int hints_seen;
};

static double draw_hints(struct app *app, double x, double y, double w, bool is_drawn)
{
    struct canvas *canvas = &app->display.canvas;
    const struct level *level = app->session.level;
    for (int i = 0; i < app->hints_seen; i++) {
        char text[700];
        snprintf(text, sizeof text, "Hint %d: %.660s", i + 1, level->hints[i]);
        y += canvas_text_lines(canvas, x, y, w, 15, INK_ACCENT, text, 0, is_drawn) + 6;
    }
    return y;
}

/* Returns how far down it came. */
static double draw_words(struct app *app, double x, double y, double w, bool is_drawn)
{
    struct canvas *canvas = &app->display.canvas;
    const struct level *level = app->session.level;
    struct world_counts counts = world_counts(level->world);
    double start = y;
    y += canvas_text_lines(canvas, x, y, w, 28, INK_INK, level->name, 2, is_drawn) + 6;
    y += canvas_text_lines(canvas, x, y, w, 17, INK_INK, level->description, 6, is_drawn) + 10;
    char text[300];
    snprintf(text, sizeof text, "Rabbits: %d     To save: %d", counts.out + counts.waiting, counts.to_save);
    y += canvas_text_lines(canvas, x, y, w, 17, INK_GOOD, text, 1, is_drawn) + 4;
    if (level->author_name[0] != '\0') {
        snprintf(text, sizeof text, "by %.200s", level->author_name);
        y += canvas_text_lines(canvas, x, y, w, 13, INK_FAINT, text, 1, is_drawn);
    }
    return draw_hints(app, x, y + 10, w, is_drawn) - start;
}

static enum screen draw_buttons(struct app *app, double x, double y, double w)
{
    const struct level *level = app->session.level;
    struct timeline_facts facts = timeline_facts(app->session.timeline);
    bool is_begun = facts.now > 0 || facts.commands > 0;
    double part = (w - 24) / 3;
    enum screen next = SCREEN_INTRO;
    if (ui_button(&app->ui, (struct box){x, y, part, 48}, is_begun ? "Go on" : "Start")) {
        next = SCREEN_PLAY;
    }
    bool has_more = app->hints_seen < level->hint_count;
    if (has_more || level->solution_count == 0) {
        char text[40];
        snprintf(text, sizeof text, "Hint %d of %d", app->hints_seen + 1, level->hint_count);
        if (ui_button(&app->ui, (struct box){x + part + 12, y, part, 48},
                      has_more ? text : "No more hints")) {
            next = level_keys_hint(app);
        }
    } else if (ui_button(&app->ui, (struct box){x + part + 12, y, part, 48}, "Watch it solved")) {
        session_watch(&app->session, 1, NULL);
        next = SCREEN_PLAY;
    }
    if (ui_button(&app->ui, (struct box){x + 2 * (part + 12), y, part, 48}, "Levels")) {
        next = level_keys_leave(app);
    }
    return next;
}

/* The words scroll where the window is too low for them; a new hint is brought into view. */
static enum screen draw_sheet(struct app *app, struct words *words)
{
    struct canvas *canvas = &app->display.canvas;
    double w = fmin(SHEET_W, canvas->width - 24);
    double inner = w - 56;
    double words_h = draw_words(app, 0, 0, inner, false);
    double room = fmin(words_h, canvas->height - 12 - BUTTONS_H - 24);
    double h = 24 + room + BUTTONS_H;
    double x = (canvas->width - w) / 2;
    double y = fmax(6, (canvas->height - h) / 2);
    if (words->hints_seen != app->hints_seen) {
        words->hints_seen = app->hints_seen;
        words->scroll = words_h;
    }
    words->scroll += app->input.action == DO_DOWN ? 60 : app->input.action == DO_UP ? -60 : 0;
    canvas_fill(canvas, 0, 0, canvas->width + 1, canvas->height + 1, INK_SHADOW);
    canvas_panel(canvas, x, y, w, h, INK_PAPER);
    ui_list_begin(&app->ui, (struct box){x + 28, y + 22, inner, room}, words_h > room ? words_h : 0,
                  &words->scroll);
    draw_words(app, x + 28, y + 22 - words->scroll, inner, true);
    ui_list_end(&app->ui);
    return draw_buttons(app, x + 28, y + h - 70, inner);
}

enum screen screen_intro(struct app *app)
{
    enum screen next = SCREEN_INTRO;
    struct words words = {.hints_seen = app->hints_seen};
    while (next == SCREEN_INTRO) {
        app_begin(app, CONTEXT_MENU, false);
        int width_px = 0;
        int height_px = 0;
        display_size(&app->display, &width_px, &height_px);
        view_set_area(&app->view, (SDL_Rect){0, 0, width_px, height_px}, width_px, height_px);
        app_level(app);
        next = draw_sheet(app, &words);
        next = level_keys_hear(app, next);
        if (app->input.action == DO_BACK) {
            next = level_keys_leave(app);
        }
        next = screen_end_pass(app, next);
    }
    return next;
}

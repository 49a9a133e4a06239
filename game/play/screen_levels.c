/* The levels of one set as cards with pictures; a broken one says what is wrong with it. */
#include "play/screen.h"

#include "play/heading.h"

#include <math.h>
#include <stdio.h>

#define CARD_W 212.0
#define CARD_H 178.0
#define CARD_GAP 18.0
#define PICTURE_W 192.0
#define PICTURE_H 108.0

static void draw_picture(struct app *app, const struct library_level *level, double x, double y)
{
    struct canvas *canvas = &app->display.canvas;
    if (level->is_broken) {
        canvas_fill(canvas, x, y, PICTURE_W, PICTURE_H, INK_SQUARES);
        ui_draw_sign(canvas, (struct box){x, y, PICTURE_W, 40}, SIGN_CROSS, INK_BAD);
        char text[320];
        if (level->error.line > 0) {
            snprintf(text, sizeof text, "Line %d, column %d: %s", level->error.line, level->error.column,
                     level->error.text);
        } else {
            snprintf(text, sizeof text, "%s", level->error.text);
        }
        canvas_text_lines(canvas, x + 8, y + 38, PICTURE_W - 16, 12, INK_BAD, text, 4, true);
        return;
    }
    SDL_Texture *texture =
        thumbnail_get(&app->thumbnails, canvas->renderer, app->display.generation, level->path);
    if (texture != NULL) {
        canvas_texture(canvas, texture, x, y, PICTURE_W, PICTURE_H);
    } else {
        canvas_fill(canvas, x, y, PICTURE_W, PICTURE_H, INK_SQUARES);
    }
    canvas_frame(canvas, x, y, PICTURE_W, PICTURE_H, 1, INK_FAINT);
}

static bool draw_card(struct app *app, const struct library_level *level, int number, struct box box)
{
    struct canvas *canvas = &app->display.canvas;
    struct ui_state state = ui_item(&app->ui, box, level->name, false);
    if (!state.is_seen) {
        return state.is_used;
    }
    struct box at = state.box;
    canvas_panel(canvas, at.x, at.y, at.w, at.h,
                 state.is_hovered || state.is_focused ? INK_PAPER : INK_PAPER_SHADE);
    draw_picture(app, level, at.x + 10, at.y + 10);
    char text[200];
    snprintf(text, sizeof text, "%d  %s", number + 1, level->name);
    canvas_text_lines(canvas, at.x + 10, at.y + 124, at.w - 20, 15, INK_INK, text, 1, true);
    if (!level->is_broken) {
        snprintf(text, sizeof text, "Save %d of %d", level->to_save, level->rabbits);
        canvas_text(canvas, at.x + 10, at.y + 147, 13, INK_FAINT, text);
    }
    if (level->is_solved) {
        canvas_panel(canvas, at.x + at.w - 40, at.y + 4, 34, 34, INK_SUN);
        ui_draw_sign(canvas, (struct box){at.x + at.w - 40, at.y + 4, 34, 34}, SIGN_CHECK, INK_GOOD);
        canvas_text(canvas, at.x + at.w - 62, at.y + 147, 13, INK_GOOD, "solved");
    }
    ui_draw_focus(&app->ui, state);
    return state.is_used;
}

static enum screen draw_cards(struct app *app, double *scroll)
{
    struct canvas *canvas = &app->display.canvas;
    const struct library_set *set = &app->library.sets[app->set];
    double room = canvas->width - 60;
    int columns = (int)fmax(1, floor((room + CARD_GAP) / (CARD_W + CARD_GAP)));
    columns = columns > 6 ? 6 : columns;
    double w = columns * (CARD_W + CARD_GAP) - CARD_GAP;
    int rows = (set->level_count + columns - 1) / columns;
    struct box list = {(canvas->width - w) / 2, HEADING_H + 8, w + 6, canvas->height - HEADING_H - 20};
    enum screen next = SCREEN_LEVELS;
    ui_list_begin(&app->ui, list, rows * (CARD_H + CARD_GAP) + 10, scroll);
    for (int i = 0; i < set->level_count && app->ui.count < UI_ITEMS_MAX; i++) {
        int column = i % columns;
        int row = i / columns;
        struct box box = {list.x + column * (CARD_W + CARD_GAP), list.y + 8 + row * (CARD_H + CARD_GAP),
                          CARD_W, CARD_H};
        if (draw_card(app, &set->levels[i], i, box) && keeping_open_listed(app, app->set, i)) {
            next = SCREEN_INTRO;
        }
    }
    ui_list_end(&app->ui);
    return next;
}

/* The focus begins on the first level that is still to be solved. */
static int first_focus(const struct app *app)
{
    int unsolved = library_unsolved(&app->library.sets[app->set]);
    return app->level >= 0 ? app->level + 1 : unsolved >= 0 ? unsolved + 1 : 1;
}

enum screen screen_levels(struct app *app)
{
    enum screen next = SCREEN_LEVELS;
    double scroll = 0;
    library_read(&app->library, app->set);
    const struct library_set *set = &app->library.sets[app->set];
    app->ui.focus = first_focus(app);
    while (next == SCREEN_LEVELS) {
        app_begin(app, CONTEXT_MENU, thumbnails_begin(&app->thumbnails));
        app_page(app);
        char line[300];
        snprintf(line, sizeof line, "%d of %d solved.  %.240s", library_solved(set), set->level_count,
                 set->description);
        bool wants_back = heading_draw(app, set->name, line, 0);
        next = draw_cards(app, &scroll);
        next = screen_end_pass(app, wants_back ? SCREEN_SETS : next);
    }
    return next;
}

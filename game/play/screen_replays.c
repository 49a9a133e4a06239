/* Kept games, the newest first: watch one, and perhaps take over; or remove it, and perhaps put it back. */
#include "play/screen.h"

#include "play/heading.h"
#include "play/replays.h"

#include <math.h>
#include <stdio.h>

#define ROW_H 64.0
#define ROW_GAP 10.0
#define REMOVE_W 44.0
#define PUT_BACK_W 160.0

static void describe(const struct kept_replay *replay, char *text, size_t size)
{
    const char *end = replay->outcome == OUTCOME_WON    ? "Won"
                      : replay->outcome == OUTCOME_LOST ? "Lost"
                                                        : "Left";
    snprintf(text, size, "%s: %d saved of %d needed, abilities: %d, steps: %d", end, replay->saved,
             replay->to_save, replay->tokens, (int)replay->steps);
}

/* What the player wants of a row. */
enum wish { WISH_NOTHING, WISH_WATCH, WISH_REMOVE };

static enum wish wish_of(const struct app *app, struct ui_state state, bool is_broken)
{
    if (state.is_focused && app->input.action == DO_REMOVE) {
        return WISH_REMOVE;
    }
    return state.is_used && !is_broken ? WISH_WATCH : WISH_NOTHING;
}

static enum wish draw_row(struct app *app, const struct replay_entry *entry, struct box box)
{
    struct canvas *canvas = &app->display.canvas;
    const char *title = entry->is_broken ? entry->name : entry->replay.title;
    struct ui_state state = ui_item(&app->ui, box, title, false);
    enum wish wish = wish_of(app, state, entry->is_broken);
    if (!state.is_seen) {
        return wish;
    }
    struct box at = state.box;
    char text[300];
    canvas_panel(canvas, at.x, at.y, at.w, at.h,
                 state.is_hovered || state.is_focused ? INK_PAPER : INK_PAPER_SHADE);
    bool is_won = !entry->is_broken && entry->replay.outcome == OUTCOME_WON;
    ui_draw_sign(canvas, (struct box){at.x + 8, at.y, 40, at.h},
                 entry->is_broken ? SIGN_CROSS
                 : is_won         ? SIGN_CHECK
                                  : SIGN_PLAY,
                 entry->is_broken ? INK_BAD
                 : is_won         ? INK_GOOD
                                  : INK_FAINT);
    canvas_text_fitted(canvas, at.x + 56, at.y + 8, at.w - 220, 18, INK_INK, title);
    if (entry->is_broken) {
        snprintf(text, sizeof text, "%s", entry->error.text);
    } else {
        describe(&entry->replay, text, sizeof text);
        double width = canvas_text_width(canvas, 13, entry->replay.date);
        canvas_text(canvas, at.x + at.w - width - 18, at.y + 11, 13, INK_FAINT, entry->replay.date);
    }
    canvas_text_lines(canvas, at.x + 56, at.y + 35, at.w - 76, 14, entry->is_broken ? INK_BAD : INK_FAINT,
                      text, 1, true);
    ui_draw_focus(&app->ui, state);
    return wish;
}

static void remove_one(struct app *app, struct replays *replays, int number)
{
    struct error error = {0};
    if (!replays_remove(replays, number, &error)) {
        app_say(app, "It cannot be removed: %s", error.text);
    }
}

/* The last item of the page, so that the numbers of the others stay. */
static void draw_put_back(struct app *app, struct replays *replays)
{
    struct box box = {app->display.canvas.width - PUT_BACK_W - 16, 18, PUT_BACK_W, 44};
    if (replays->removed_count == 0 || !ui_button(&app->ui, box, "Put it back")) {
        return;
    }
    struct error error = {0};
    int number = 0;
    if (!replays_put_back(replays, &number, &error)) {
        app_say(app, "It cannot be put back: %s", error.text);
    }
    app->ui.focus = 1 + 2 * number;
}

static enum screen draw_rows(struct app *app, struct replays *replays, double *scroll)
{
    struct canvas *canvas = &app->display.canvas;
    double w = fmin(canvas->width - 60, 860);
    struct box list = {(canvas->width - w) / 2, HEADING_H + 8, w, canvas->height - HEADING_H - 24};
    enum wish wish = WISH_NOTHING;
    int wished = 0;
    ui_list_begin(&app->ui, list, replays->count * (ROW_H + ROW_GAP) + 16, scroll);
    for (int i = 0; i < replays->count && app->ui.count + 3 < UI_ITEMS_MAX; i++) {
        struct box box = {list.x, list.y + 8 + i * (ROW_H + ROW_GAP), w - REMOVE_W - 18, ROW_H};
        enum wish of_row = draw_row(app, &replays->entries[i], box);
        struct box cross = {list.x + w - REMOVE_W - 6, box.y + (ROW_H - REMOVE_W) / 2, REMOVE_W, REMOVE_W};
        if (ui_sign_button(&app->ui, cross, "Remove", SIGN_CROSS, false)) {
            of_row = WISH_REMOVE;
        }
        wished = of_row != WISH_NOTHING ? i : wished;
        wish = of_row != WISH_NOTHING ? of_row : wish;
    }
    ui_list_end(&app->ui);
    if (wish == WISH_REMOVE) {
        remove_one(app, replays, wished);
    }
    bool is_watched = wish == WISH_WATCH && replays_play(app, replays->entries[wished].path);
    return is_watched ? SCREEN_PLAY : SCREEN_REPLAYS;
}

/* Where the list would be, how to get one. */
static void draw_none(struct app *app)
{
    struct canvas *canvas = &app->display.canvas;
    char key[40];
    char text[200];
    input_name(&app->input, DO_KEEP, key, sizeof key);
    snprintf(text, sizeof text,
             "There are none yet. %s keeps the game that you are playing, and so does the page at its end. A "
             "level that you leave in the middle is kept by itself.",
             key);
    double w = fmin(canvas->width - 60, 520);
    double x = (canvas->width - w) / 2;
    double h = canvas_text_lines(canvas, x, 0, w - 56, 17, INK_INK, text, 0, false);
    double y = fmax(HEADING_H + 8, (canvas->height - h) / 2 - 40);
    canvas_panel(canvas, x, y, w, h + 48, INK_PAPER);
    canvas_text_lines(canvas, x + 28, y + 24, w - 56, 17, INK_INK, text, 0, true);
}

static void write_line(const struct replays *replays, char *text, size_t size)
{
    if (replays->removed_count > 0) {
        snprintf(text, size, "Removed: %d. Gone for good when you leave this page.", replays->removed_count);
    } else if (replays->count == 0) {
        snprintf(text, size, "Games that were kept, to watch again or to go on with.");
    } else {
        snprintf(text, size, "Choose one to watch. Replay files can be dropped on this window too.");
    }
}

enum screen screen_replays(struct app *app)
{
    struct replays replays;
    double scroll = 0;
    enum screen next = SCREEN_REPLAYS;
    keeper_flush(app->keeping.keeper); /* one that was kept a moment ago is listed too */
    replays_open(&replays, &app->keeping.folders);
    app->ui.focus = replays.count > 0 ? 1 : 0;
    while (next == SCREEN_REPLAYS) {
        char line[160];
        write_line(&replays, line, sizeof line);
        app_begin(app, CONTEXT_MENU, false);
        app_page(app);
        bool wants_back = heading_draw(app, "Replays", line, replays.removed_count > 0 ? PUT_BACK_W + 20 : 0);
        next = draw_rows(app, &replays, &scroll);
        if (replays.count == 0 && replays.removed_count == 0) {
            draw_none(app);
        }
        draw_put_back(app, &replays);
        next = screen_end_pass(app, wants_back ? SCREEN_SETS : next);
    }
    replays_close(&replays);
    return next;
}

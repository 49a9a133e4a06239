/* Kept games, the newest first: watch one, and perhaps take over. */
#include "play/screen.h"

#include "play/heading.h"
#include "play/replays.h"

#include <math.h>
#include <stdio.h>

#define ROW_H 64.0
#define ROW_GAP 10.0

static void describe(const struct kept_replay *replay, char *text, size_t size)
{
    const char *end = replay->outcome == OUTCOME_WON    ? "Won"
                      : replay->outcome == OUTCOME_LOST ? "Lost"
                                                        : "Left";
    snprintf(text, size, "%s: %d saved of %d needed, abilities: %d, steps: %d", end, replay->saved,
             replay->to_save, replay->tokens, (int)replay->steps);
}

static bool draw_row(struct app *app, const struct replay_entry *entry, struct box box)
{
    struct canvas *canvas = &app->display.canvas;
    const char *title = entry->is_broken ? entry->path : entry->replay.title;
    struct ui_state state = ui_item(&app->ui, box, title, false);
    if (!state.is_seen) {
        return state.is_used && !entry->is_broken;
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
    return state.is_used && !entry->is_broken;
}

static enum screen draw_rows(struct app *app, const struct replays *replays, double *scroll)
{
    struct canvas *canvas = &app->display.canvas;
    double w = fmin(canvas->width - 60, 860);
    struct box list = {(canvas->width - w) / 2, HEADING_H + 8, w, canvas->height - HEADING_H - 24};
    enum screen next = SCREEN_REPLAYS;
    ui_list_begin(&app->ui, list, replays->count * (ROW_H + ROW_GAP) + 16, scroll);
    for (int i = 0; i < replays->count && app->ui.count < UI_ITEMS_MAX; i++) {
        struct box box = {list.x, list.y + 8 + i * (ROW_H + ROW_GAP), w - 6, ROW_H};
        if (draw_row(app, &replays->entries[i], box) && replays_play(app, replays->entries[i].path)) {
            next = SCREEN_PLAY;
        }
    }
    ui_list_end(&app->ui);
    return next;
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
        char key[40];
        chord_write(app->input.bindings.keys[DO_KEEP][0], key, sizeof key);
        if (replays.count == 0) {
            snprintf(line, sizeof line, "None yet: %s keeps the game in hand, as does the page at its end.",
                     key);
        } else {
            snprintf(line, sizeof line,
                     "Choose one to watch. Replay files can be dropped on this window too.");
        }
        app_begin(app, CONTEXT_MENU, false);
        app_page(app);
        bool wants_back = heading_draw(app, "Replays", line, 0);
        next = draw_rows(app, &replays, &scroll);
        next = screen_end_pass(app, wants_back ? SCREEN_SETS : next);
    }
    replays_close(&replays);
    return next;
}

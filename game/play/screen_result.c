/* After a level: won or lost, and what next. */
#include "play/level_keys.h"
#include "play/replays.h"

#include <math.h>
#include <stdio.h>

struct result {
    bool is_won, was_watched, has_next;
    struct world_counts counts;
    int used;                      /* tokens */
    struct progress_record before; /* the best until now */
};

static struct result result_of(struct app *app)
{
    const struct world *world = timeline_world(app->session.timeline);
    struct result result = {.is_won = world_outcome(world) == OUTCOME_WON,
                            .was_watched = app->session.is_watching,
                            .counts = world_counts(world)};
    struct world_counts before = world_counts(app->session.level->world);
    for (int i = 0; i < ABILITY_COUNT; i++) {
        result.used += before.stock[i] - result.counts.stock[i];
    }
    result.before = progress_of(&app->keeping.progress, &app->keeping.identity);
    keeping_end_level(app, result.is_won, result.counts.saved, result.used, result.counts.steps);
    if (app->level >= 0) {
        struct library_set *set = &app->library.sets[app->set];
        result.has_next = app->level + 1 < set->level_count;
        if (result.is_won && !result.was_watched) {
            set->levels[app->level].is_solved = true;
        }
    }
    return result;
}

/* The best of all games of this level, this one among them, and whether it is the best in some way. */
static void describe_best(const struct app *app, const struct result *result, char *text, size_t size)
{
    const struct progress_record *before = &result->before;
    struct progress_record best = progress_of(&app->keeping.progress, &app->keeping.identity);
    bool is_first = before->attempts == 0 || result->was_watched;
    bool is_better = !is_first && (best.saved > before->saved ||
                                   (before->tokens != PROGRESS_NONE && best.tokens < before->tokens) ||
                                   (before->steps != PROGRESS_NONE && best.steps < before->steps));
    text[0] = '\0';
    if (best.attempts > 0 && best.is_solved && best.steps != PROGRESS_NONE) {
        snprintf(text, size, "%s: %d saved, abilities: %d, steps: %d", is_better ? "New best" : "Best",
                 best.saved, best.tokens, best.steps);
    } else if (best.attempts > 0) {
        snprintf(text, size, "%s: %d saved, tries: %d", is_better ? "New best" : "Best", best.saved,
                 best.attempts);
    }
}

static void draw_words(struct app *app, const struct result *result, double x, double y, double w)
{
    struct canvas *canvas = &app->display.canvas;
    const char *title = result->was_watched ? "That is one way to do it"
                        : result->is_won    ? "Home, safe and sound"
                                            : "Not enough came home";
    char text[200];
    ui_draw_sign(canvas, (struct box){x, y + 4, w, 24}, result->is_won ? SIGN_CHECK : SIGN_CROSS,
                 result->is_won ? INK_GOOD : INK_BAD);
    canvas_text_middle(canvas, x, y + 34, w, 28, INK_INK, title);
    snprintf(text, sizeof text, "Saved %d, needed %d", result->counts.saved, result->counts.to_save);
    canvas_text_middle(canvas, x, y + 76, w, 18, result->is_won ? INK_GOOD : INK_BAD, text);
    snprintf(text, sizeof text, "Steps: %d, abilities used: %d", (int)result->counts.steps, result->used);
    canvas_text_middle(canvas, x, y + 102, w, 15, INK_FAINT, text);
    describe_best(app, result, text, sizeof text);
    canvas_text_middle(canvas, x, y + 124, w, 15, INK_INK, text);
    const struct library_set *set = app->level >= 0 ? &app->library.sets[app->set] : NULL;
    if (result->is_won && set != NULL && library_solved(set) == set->level_count) {
        snprintf(text, sizeof text, "All of %.100s is solved!", set->name);
        canvas_text_middle(canvas, x, y + 146, w, 17, INK_ACCENT, text);
    }
}

static enum screen look_again(struct app *app)
{
    session_step_back(&app->session);
    return SCREEN_PLAY;
}

static enum screen draw_sheet(struct app *app, const struct result *result)
{
    struct canvas *canvas = &app->display.canvas;
    struct ui *ui = &app->ui;
    double w = fmin(460, canvas->width - 20);
    double h = 376;
    double x = (canvas->width - w) / 2;
    double y = (canvas->height - h) / 2;
    double inner = w - 48;
    double half = (inner - 12) / 2;
    enum screen next = SCREEN_RESULT;
    canvas_fill(canvas, 0, 0, canvas->width + 1, canvas->height + 1, INK_SHADOW);
    canvas_panel(canvas, x, y, w, h, INK_PAPER);
    x += 24;
    draw_words(app, result, x, y + 16, inner);
    struct box left = {x, y + 192, half, 46};
    struct box right = {x + half + 12, y + 192, half, 46};
    const char *next_label = result->has_next ? "Next level" : "Levels";
    bool next_first = result->is_won || result->was_watched;
    /* The likelier wish comes first and has the focus. */
    if (ui_button(ui, next_first ? left : right, next_first ? next_label : "Look again")) {
        next = next_first ? level_keys_next(app) : look_again(app);
    }
    if (ui_button(ui, next_first ? right : left, "Try again")) {
        next = level_keys_retry(app);
    }
    left.y = right.y = y + 250;
    if (ui_button(ui, left, next_first ? "Look again" : next_label)) {
        next = next_first ? look_again(app) : level_keys_next(app);
    }
    if (ui_button(ui, right, "Keep as a replay")) {
        replays_keep(app);
    }
    left.y = y + 308;
    left.w = inner;
    if (ui_button(ui, left, "All levels")) {
        next = level_keys_leave(app);
    }
    return next;
}

enum screen screen_result(struct app *app)
{
    struct result result = result_of(app);
    enum screen next = SCREEN_RESULT;
    app->ui.focus = result.is_won || result.was_watched ? 0 : 1;
    while (next == SCREEN_RESULT) {
        app_begin(app, CONTEXT_MENU, false);
        app_level(app);
        next = draw_sheet(app, &result);
        next = level_keys_hear(app, next);
        if (app->input.action == DO_BACK) {
            next = level_keys_leave(app);
        }
        next = screen_end_pass(app, next);
    }
    return next;
}

/* After a level: won or lost, and what next. */
#include "play/level_keys.h"
#include "play/replays.h"

#include "frame/clock.h"

#include <math.h>
#include <stdio.h>

#define TALLY_STEP 33.0

enum { TALLY_MAX = 12, TALLY_EACH_MS = 90 };

struct result {
    bool is_won, was_watched;
    const struct library_level *next; /* NULL: it is the last one */
    uint64_t since_ns;
    int told; /* how many of the tally have been heard */
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
        library_read(&app->library, app->set); /* for their names */
        result.next = app->level + 1 < set->level_count ? &set->levels[app->level + 1] : NULL;
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

/* One tab for each rabbit that counts, laid down one after the other: a tick for those at home, a cross for
 * those that were needed as well. Where there are too many for a row each stands for several. */
static void draw_tally(struct app *app, struct result *result, double x, double y, double w)
{
    struct canvas *canvas = &app->display.canvas;
    int all = result->counts.saved > result->counts.to_save ? result->counts.saved : result->counts.to_save;
    int each = 1 + (all - 1) / TALLY_MAX;
    int tabs = all > 0 ? (all + each - 1) / each : 0;
    uint64_t shown_ms = (clock_ns() - result->since_ns) / 1000000;
    int shown = app->preferences.reduced_motion ? tabs : (int)(shown_ms / TALLY_EACH_MS);
    shown = shown > tabs ? tabs : shown;
    double left = x + (w - tabs * TALLY_STEP) / 2;
    for (int i = 0; i < shown; i++) {
        bool is_home =
            result->counts.saved >= (i + 1) * each || (i == tabs - 1 && result->counts.saved >= all);
        struct box box = {left + i * TALLY_STEP, y + (i % 2 == 0 ? 0 : 3), TALLY_STEP - 5, TALLY_STEP - 5};
        canvas_panel(canvas, box.x, box.y, box.w, box.h, is_home ? INK_SUN : INK_PAPER_SHADE);
        ui_draw_sign(canvas, box, is_home ? SIGN_CHECK : SIGN_CROSS, is_home ? INK_GOOD : INK_FAINT);
    }
    if (shown > result->told) {
        result->told = shown;
        speaker_play(&app->speaker, SOUND_CLICK, clock_ns());
    }
}

static bool is_tally_moving(const struct app *app, const struct result *result)
{
    uint64_t shown_ms = (clock_ns() - result->since_ns) / 1000000;
    return !app->preferences.reduced_motion && shown_ms < (TALLY_MAX + 2) * TALLY_EACH_MS;
}

/* What comes next, or that nothing does. */
static void write_outlook(const struct app *app, const struct result *result, char *text, size_t size)
{
    const struct library_set *set = app->level >= 0 ? &app->library.sets[app->set] : NULL;
    text[0] = '\0';
    if (set == NULL || !result->is_won) {
        return;
    }
    int solved = library_solved(set);
    if (solved == set->level_count) {
        snprintf(text, size, "All of %.100s is solved!", set->name);
    } else if (result->next != NULL) {
        snprintf(text, size, "%d of %d solved. Next: %.100s", solved, set->level_count, result->next->name);
    } else {
        snprintf(text, size, "%d of %d solved", solved, set->level_count);
    }
}

static void draw_words(struct app *app, struct result *result, double x, double y, double w)
{
    struct canvas *canvas = &app->display.canvas;
    const char *title = result->was_watched ? "That is one way to do it"
                        : result->is_won    ? "Home, safe and sound"
                                            : "Not enough came home";
    char text[200];
    ui_draw_sign(canvas, (struct box){x, y - 4, w, 24}, result->is_won ? SIGN_CHECK : SIGN_CROSS,
                 result->is_won ? INK_GOOD : INK_BAD);
    canvas_text_middle(canvas, x, y + 22, w, 28, INK_INK, title);
    draw_tally(app, result, x, y + 64, w);
    int length =
        snprintf(text, sizeof text, "Saved %d, needed %d", result->counts.saved, result->counts.to_save);
    if (result->counts.killed > 0) {
        snprintf(text + length, sizeof text - (size_t)length, ", lost %d", result->counts.killed);
    }
    canvas_text_middle(canvas, x, y + 102, w, 18, result->is_won ? INK_GOOD : INK_BAD, text);
    snprintf(text, sizeof text, "Steps: %d, abilities used: %d", (int)result->counts.steps, result->used);
    canvas_text_middle(canvas, x, y + 128, w, 15, INK_FAINT, text);
    describe_best(app, result, text, sizeof text);
    canvas_text_middle(canvas, x, y + 149, w, 15, INK_INK, text);
    write_outlook(app, result, text, sizeof text);
    canvas_text_middle(canvas, x, y + 172, w, 16, INK_ACCENT, text);
}

static enum screen look_again(struct app *app)
{
    session_step_back(&app->session);
    return SCREEN_PLAY;
}

static enum screen draw_sheet(struct app *app, struct result *result)
{
    struct canvas *canvas = &app->display.canvas;
    struct ui *ui = &app->ui;
    double w = fmin(460, canvas->width - 20);
    bool next_first = result->is_won || result->was_watched;
    bool is_end = next_first && result->next == NULL;
    double h = is_end ? 349 : 406;
    double x = (canvas->width - w) / 2;
    double y = (canvas->height - h) / 2;
    double inner = w - 48;
    double half = (inner - 12) / 2;
    enum screen next = SCREEN_RESULT;
    canvas_fill(canvas, 0, 0, canvas->width + 1, canvas->height + 1, INK_SHADOW);
    canvas_panel(canvas, x, y, w, h, INK_PAPER);
    x += 24;
    draw_words(app, result, x, y + 16, inner);
    struct box left = {x, y + 223, half, 46};
    struct box right = {x + half + 12, y + 223, half, 46};
    const char *next_label = is_end ? "All levels" : "Next level";
    /* The likelier wish comes first and has the focus. */
    if (ui_button(ui, next_first ? left : right, next_first ? next_label : "Look again")) {
        next = is_end ? level_keys_leave(app) : next_first ? level_keys_next(app) : look_again(app);
    }
    if (ui_button(ui, next_first ? right : left, "Try again")) {
        next = level_keys_retry(app);
    }
    left.y = right.y = y + 280;
    if (ui_button(ui, left, next_first ? "Look again" : "A hint")) {
        next = next_first ? look_again(app) : level_keys_hint(app);
    }
    if (ui_button(ui, right, "Keep as a replay")) {
        replays_keep(app);
    }
    left.y = y + 337;
    left.w = inner;
    if (!is_end && ui_button(ui, left, "All levels")) {
        next = level_keys_leave(app);
    }
    return next;
}

enum screen screen_result(struct app *app)
{
    struct result result = result_of(app);
    result.since_ns = clock_ns();
    enum screen next = SCREEN_RESULT;
    app->ui.focus = result.is_won || result.was_watched ? 0 : 1;
    while (next == SCREEN_RESULT) {
        app_begin(app, CONTEXT_MENU, is_tally_moving(app, &result));
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

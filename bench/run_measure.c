#include "base/memory.h"
#include "bench/interrupt.h"
#include "bench/measure.h"
#include "bench/run_parts.h"
#include "bench/schedule.h"

#include <SDL.h>
#include <math.h>
#include <stdio.h>

/* How much longer than planned the comparisons may take together before the rest is given up. */
static const double GRACE = 1.1;

/* What a pass over comparisons came to, for the report. */
struct pass {
    double seconds;
    int measured, decided;
};

static void describe(const struct run *run, const struct planned *planned, struct text *out)
{
    text_clear(out);
    text_format(out, "%s %s/%s %s %s %s %d px", planned->hint, planned->arms[1].setting,
                planned->arms[0].setting, run->options->request.drivers[planned->driver],
                paint_path_name(planned->path), run->stage.name, planned->zoom_px);
}

/* Opens what the comparison is drawn on. Painters of one driver stay open, those of another do not. */
static bool prepare(struct run *run, const struct planned *planned, struct error *error)
{
    if (planned->driver != run->driver) {
        arms_close_all(&run->arms);
        run->driver = planned->driver;
    }
    return run_open_stage(run, run->options->request.levels[planned->level], error);
}

static struct measure measure_of(struct run *run, int index, int pass, double budget_s)
{
    const struct options *options = run->options;
    return (struct measure){
        .arms = &run->arms,
        .stage = &run->stage,
        .driver = options->request.drivers[run->plan.items[index].driver],
        .rule = {.margin = options->margin, .alpha = options->alpha, .claims = run->plan.count},
        .budget_s = budget_s,
        .seed = run->result.seed + 1000003 * (uint64_t)(index + 1) + 998244353 * (uint64_t)pass,
        .folder = run->output.folder,
        .opens_b_first = options->replica % 2 == 1,
        .has_exact = true,
    };
}

/* Puts a comparison on disk. Its frames are forgotten once nobody will go on with it. */
static bool keep(struct run *run, int index, const char *what, struct error *error)
{
    struct comparison *comparison = &run->result.comparisons[index];
    struct text outcome = {0};
    bool is_good = output_add_frames(&run->output, &run->logs[index], comparison, error);
    run->result.seconds = run_elapsed_s(run);
    result_judge(&run->result);
    is_good = is_good && output_write(&run->output, &run->result, error);
    if (comparison->judgement.verdict != VERDICT_UNDECIDED || !(run->standard.limit_s > 0)) {
        frame_log_free(&run->logs[index]);
    }
    text_add(&outcome, "");
    comparison_verdict(comparison, run->options->margin, &outcome);
    progress_done(&run->progress, what, outcome.bytes);
    SDL_PumpEvents();
    text_free(&outcome);
    return is_good;
}

static bool measure_first(struct run *run, int index, struct error *error)
{
    const struct planned *planned = &run->plan.items[index];
    if (!prepare(run, planned, error)) {
        return false;
    }
    double limit_s = run->standard.limit_s;
    double budget_s = schedule_first_s(
        &run->plan, index, limit_s > 0 ? fmax(limit_s - run_elapsed_s(run), 0) : -1, run->options->budget_s);
    struct text what = {0};
    describe(run, planned, &what);
    progress_begin(&run->progress, what.bytes);
    struct measure measure = measure_of(run, index, 0, budget_s);
    struct comparison *comparison = result_add_comparison(&run->result);
    comparison->number = planned->number;
    bool is_good = measure_comparison(&measure, planned, comparison, &run->logs[index], error) &&
                   keep(run, index, what.bytes, error);
    text_free(&what);
    return is_good;
}

static bool measure_on(struct run *run, int index, double budget_s, struct error *error)
{
    const struct planned *planned = &run->plan.items[index];
    if (!prepare(run, planned, error)) {
        return false;
    }
    struct text what = {0};
    describe(run, planned, &what);
    text_add(&what, ", again");
    progress_begin(&run->progress, what.bytes);
    struct measure measure = measure_of(run, index, ++run->again_count, budget_s);
    measure_again(&measure, planned, &run->result.comparisons[index], &run->logs[index]);
    bool is_good = keep(run, index, what.bytes, error);
    text_free(&what);
    return is_good;
}

static int count_decided(const struct result *result)
{
    int count = 0;
    for (int i = 0; i < result->comparison_count; i++) {
        count += result->comparisons[i].judgement.verdict != VERDICT_UNDECIDED;
    }
    return count;
}

static bool pass_first(struct run *run, struct pass *pass, struct error *error)
{
    bool is_good = true;
    double limit_s = run->standard.limit_s;
    double start_s = run_elapsed_s(run);
    for (int i = 0; i < run->plan.count && is_good && !interrupt_came(); i++) {
        if (limit_s > 0 && run_elapsed_s(run) > GRACE * limit_s) {
            result_add_note(&run->result, "the time was up: %d of %d comparisons were not measured",
                            run->plan.count - i, run->plan.count);
            break;
        }
        is_good = measure_first(run, i, error);
    }
    *pass = (struct pass){.seconds = run_elapsed_s(run) - start_s,
                          .measured = run->result.comparison_count,
                          .decided = count_decided(&run->result)};
    return is_good;
}

/* Hands the time that others left to those that are not decided yet. */
static bool pass_again(struct run *run, struct pass *pass, struct error *error)
{
    bool is_good = true;
    double start_s = run_elapsed_s(run);
    int undecided = run->result.comparison_count - count_decided(&run->result);
    while (is_good && !interrupt_came()) {
        double budget_s;
        int index = schedule_next(&run->result, run->standard.limit_s - run_elapsed_s(run), &budget_s);
        if (index < 0) {
            break;
        }
        progress_more(&run->progress);
        is_good = measure_on(run, index, budget_s, error);
    }
    int left = run->result.comparison_count - count_decided(&run->result);
    *pass = (struct pass){
        .seconds = run_elapsed_s(run) - start_s, .measured = undecided, .decided = undecided - left};
    return is_good;
}

static void add_time(struct run *run, const struct pass *first, const struct pass *again)
{
    char value[160];
    int length = snprintf(value, sizeof value, "%.0f s for %d comparisons, which decided %d", first->seconds,
                          first->measured, first->decided);
    if (again->measured > 0 && length > 0 && (size_t)length < sizeof value) {
        snprintf(value + length, sizeof value - (size_t)length,
                 "; %.0f s more for the other %d, which decided %d", again->seconds, again->measured,
                 again->decided);
    }
    result_add_fact(&run->result, "run", "time spent", value, "");
}

bool run_measure(struct run *run, struct error *error)
{
    struct pass first;
    struct pass again = {0};
    run->logs = memory_get_array((size_t)run->plan.count + 1, sizeof *run->logs);
    run->driver = -1;
    progress_start(&run->progress, run->plan.count, run->standard.limit_s);
    bool is_good = pass_first(run, &first, error);
    if (is_good && run->standard.limit_s > 0 && run->options->replica == 0) {
        is_good = pass_again(run, &again, error);
    }
    if (!is_good) {
        result_add_note(&run->result, "stopped after %d of %d comparisons: %.120s",
                        run->result.comparison_count, run->plan.count, error->text);
    }
    add_time(run, &first, &again);
    progress_end(&run->progress);
    arms_close_all(&run->arms);
    for (int i = 0; i < run->plan.count; i++) {
        frame_log_free(&run->logs[i]);
    }
    memory_free(run->logs);
    return is_good;
}

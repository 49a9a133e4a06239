#include "bench/run.h"

#include "base/memory.h"
#include "bench/arms.h"
#include "bench/controls.h"
#include "bench/cost_measure.h"
#include "bench/drivers.h"
#include "bench/environment.h"
#include "bench/interrupt.h"
#include "bench/ledger.h"
#include "bench/measure.h"
#include "bench/output.h"
#include "bench/progress.h"
#include "bench/replicas.h"
#include "bench/report.h"
#include "bench/selftest.h"
#include "bench/standard.h"
#include "frame/clock.h"
#include "frame/coin.h"
#include "paint/assets.h"

#include <SDL.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <unistd.h>

/* The self-test draws small frames, of about half a millisecond: more of them fit into its few seconds. */
enum { HEAP_PADDING_MAX = 1 << 20, SELFTEST_ZOOM_PX = 64, SELFTEST_WIDTH_PX = 320, SELFTEST_HEIGHT_PX = 240 };

/* Budgets shrink when the time left for all would not do, but never below this. */
static const double BUDGET_MIN_S = 0.7;

/* How much longer than planned the comparisons may take together before the rest is given up. */
static const double GRACE = 1.1;

struct run {
    struct options *options;
    struct text assets;
    struct standard standard;
    struct result result;
    struct arms arms;
    struct output output;
    struct plan plan;
    struct progress progress;
    struct frame_log log;
    struct stage stage;
    const char *stage_path; /* of the level that is open; NULL: none */
    uint64_t start_ns;
    double ticks, stolen_ticks;
    bool has_ticks, is_driver_missing;
};

static double elapsed_s(const struct run *run)
{
    return (double)(clock_ns() - run->start_ns) / 1e9;
}

static bool open_stage(struct run *run, const char *path, struct error *error)
{
    if (run->stage_path == path) {
        return true;
    }
    if (run->stage_path != NULL) {
        stage_close(&run->stage);
        run->stage_path = NULL;
    }
    if (!stage_open(&run->stage, path, error)) {
        return false;
    }
    run->stage_path = path;
    return true;
}

/* The time for one comparison: twice its share of what is left, as most need less. */
static double budget_s(const struct run *run, int index)
{
    double weight = run->plan.items[index].weight;
    double budget = run->options->budget_s;
    if (run->standard.limit_s > 0) {
        double weights = 0;
        for (int i = index; i < run->plan.count; i++) {
            weights += run->plan.items[i].weight;
        }
        double share = 2 * weight * (run->standard.limit_s - elapsed_s(run)) / weights;
        budget = fmin(share, budget * weight);
        budget = fmax(budget, BUDGET_MIN_S);
    }
    return budget;
}

static void describe(const struct run *run, const struct planned *planned, struct text *out)
{
    text_clear(out);
    text_format(out, "%s %s/%s %s %s %s %d px", planned->hint, planned->arms[1].setting,
                planned->arms[0].setting, run->options->request.drivers[planned->driver],
                paint_path_name(planned->path), run->stage.name, planned->zoom_px);
}

/* One comparison and its place on disk. */
static bool measure_one(struct run *run, int index, struct error *error)
{
    const struct planned *planned = &run->plan.items[index];
    const struct options *options = run->options;
    if (!open_stage(run, options->request.levels[planned->level], error)) {
        return false;
    }
    struct text what = {0};
    struct text outcome = {0};
    describe(run, planned, &what);
    progress_begin(&run->progress, what.bytes);
    struct measure measure = {
        .arms = &run->arms,
        .stage = &run->stage,
        .driver = options->request.drivers[planned->driver],
        .rule = {.margin = options->margin, .alpha = options->alpha, .claims = run->plan.count},
        .budget_s = budget_s(run, index),
        .seed = run->result.seed + 1000003 * (uint64_t)(index + 1),
        .folder = run->output.folder,
        .opens_b_first = options->replica % 2 == 1,
        .has_exact = true,
    };
    struct comparison *comparison = result_add_comparison(&run->result);
    bool is_good = measure_comparison(&measure, planned, comparison, &run->log, error) &&
                   output_add_frames(&run->output, &run->log, comparison, error);
    run->result.seconds = elapsed_s(run);
    result_judge(&run->result);
    is_good = is_good && output_write(&run->output, &run->result, error);
    text_add(&outcome, "");
    comparison_verdict(comparison, options->margin, &outcome);
    progress_done(&run->progress, what.bytes, outcome.bytes);
    SDL_PumpEvents();
    text_free(&what);
    text_free(&outcome);
    return is_good;
}

static bool measure_all(struct run *run, struct error *error)
{
    bool is_good = true;
    int driver = -1;
    progress_start(&run->progress, run->plan.count, run->standard.limit_s);
    for (int i = 0; i < run->plan.count && is_good && !interrupt_came(); i++) {
        if (run->standard.limit_s > 0 && elapsed_s(run) > GRACE * run->standard.limit_s) {
            result_add_note(&run->result, "the time was up: %d of %d comparisons were not measured",
                            run->plan.count - i, run->plan.count);
            break;
        }
        if (run->plan.items[i].driver != driver) {
            arms_close_all(&run->arms);
            driver = run->plan.items[i].driver;
        }
        is_good = measure_one(run, i, error);
    }
    if (!is_good) {
        result_add_note(&run->result, "stopped after %d of %d comparisons: %.120s",
                        run->result.comparison_count, run->plan.count, error->text);
    }
    progress_end(&run->progress);
    arms_close_all(&run->arms);
    return is_good;
}

/* What frames cost by pixels and sprites: with the standard measurement only, as it answers another question
 * than comparisons do. */
static void measure_costs(struct run *run)
{
    const struct options *options = run->options;
    if (run->standard.is_whole && options->replica == 0 && options->only_count == 0 && !interrupt_came()) {
        struct cost_request request = {&run->arms, options->request.drivers, options->request.driver_count,
                                       options->is_quick};
        cost_measure(&request, &run->result.cost);
    }
}

/* Small differences are measured again in processes of their own, unless this is one of them. */
static void replicate(struct run *run)
{
    const struct options *options = run->options;
    int needed = replicas_needed(&run->result);
    if (needed == 0 || options->replica > 0 || interrupt_came()) {
        return;
    }
    if (options->is_quick) {
        result_add_note(
            &run->result,
            "%d differences below or about the margin were not measured again in other processes, as a "
            "full run does",
            needed);
        return;
    }
    struct replicas replicas = {
        .words = options->words, .folder = run->output.folder, .seed = run->result.seed};
    if (run->standard.end_s > 0) {
        replicas.seconds = fmax(run->standard.end_s - elapsed_s(run), 1);
    }
    replicas_run(&replicas, &run->result);
    int missing = replicas_missing(&run->result);
    if (missing > 0) {
        result_add_note(&run->result,
                        "%d differences below or about the margin were not seen again in %d other processes: "
                        "there was no time for it",
                        missing, REPLICAS);
    }
    result_judge(&run->result);
}

static void note_end(struct run *run)
{
    struct result *result = &run->result;
    result->is_interrupted = interrupt_came();
    if (result->is_interrupted) {
        result_add_note(result, "interrupted by signal %d after %d of %d comparisons", interrupt_signal(),
                        result->comparison_count, run->plan.count);
        fprintf(stderr, "%s; they are in %s\n", result->notes[result->note_count - 1], run->output.folder);
    }
    if (run->has_ticks) {
        environment_add_steal(result, run->ticks, run->stolen_ticks);
    }
    result->seconds = elapsed_s(run);
}

static bool finish(struct run *run, struct error *error)
{
    controls_apply(&run->result);
    result_judge(&run->result);
    replicate(run);
    note_end(run);
    if (run->options->replica == 0) {
        ledger_keep(&run->result);
    }
    bool is_good = output_write(&run->output, &run->result, error) &&
                   (run->options->replica > 0 ||
                    report_write(&run->result, run->output.folder, run->output.folder, error));
    struct error late;
    return output_print(&run->result, is_good ? error : &late) && is_good;
}

static void start_result(struct run *run, const char *command_line)
{
    const struct options *options = run->options;
    run->result = (struct result){
        .seed = options->has_seed ? options->seed : clock_ns() ^ ((uint64_t)getpid() << 40),
        .width_px = options->width_px,
        .height_px = options->height_px,
        .margin = options->margin,
        .alpha = options->alpha,
        .budget_s = options->budget_s,
        .is_quick = options->is_quick,
    };
    result_add_fact(&run->result, "run", "command", command_line, "");
    environment_add_machine(&run->result);
    run->has_ticks = environment_ticks(&run->ticks, &run->stolen_ticks);
}

static bool self_test(struct run *run, enum status *status, struct error *error)
{
    const struct plan_request *request = &run->options->request;
    if (request->driver_count == 0 || !open_stage(run, request->levels[0], error)) {
        return request->driver_count == 0
                   ? error_set(error, STATUS_ENVIRONMENT, "no-driver", "no driver to test with")
                   : false;
    }
    struct selftest selftest = {.arms = &run->arms,
                                .stage = &run->stage,
                                .driver = request->drivers[0],
                                .zoom_px = SELFTEST_ZOOM_PX,
                                .tries = run->options->tries,
                                .margin = run->options->margin,
                                .alpha = run->options->alpha,
                                .seed = run->result.seed};
    struct selftest_row rows[SELFTEST_ROWS];
    struct text table = {0};
    selftest_start(rows);
    selftest_run(&selftest, rows, SELFTEST_ROWS, &run->result);
    result_judge(&run->result);
    ledger_keep(&run->result);
    text_format(&table, "driver %s, path copy, level %s, %dx%d px, zoom %d px, seed %" PRIu64 "\n",
                selftest.driver, run->stage.name, run->options->width_px, run->options->height_px,
                selftest.zoom_px, selftest.seed);
    selftest_print(rows, SELFTEST_ROWS, &table);
    const char *alarms = result_fact(&run->result, "run", LEDGER_FACT);
    text_format(&table, LEDGER_FACT ": %s\n", alarms != NULL ? alarms : "not known");
    *status = interrupt_came()                                             ? STATUS_ENVIRONMENT
              : selftest_is_good(rows, SELFTEST_ROWS, run->options->tries) ? STATUS_GOOD
                                                                           : STATUS_BAD;
    bool is_good = fputs(table.bytes, stdout) >= 0 && fflush(stdout) == 0;
    text_free(&table);
    return is_good || error_set(error, STATUS_ENVIRONMENT, "output", "the table cannot be printed");
}

static bool run_all(struct run *run, const char *command_line, enum status *status, struct error *error)
{
    struct options *options = run->options;
    if (!assets_find(options->data, &run->assets, error)) {
        return false;
    }
    bool were_drivers_asked_for = options->request.driver_count > 0;
    if (options->is_self_test && options->width_px == 0) {
        options->width_px = SELFTEST_WIDTH_PX;
        options->height_px = SELFTEST_HEIGHT_PX;
    }
    standard_fill(options, run->assets.bytes, &run->standard);
    start_result(run, command_line);
    run->arms = (struct arms){
        .assets = run->assets.bytes, .width_px = options->width_px, .height_px = options->height_px};
    if (options->is_self_test) {
        return self_test(run, status, error);
    }
    if (!output_open(&run->output, options->out != NULL ? options->out : "warren-bench-out", run->result.seed,
                     error)) {
        return false;
    }
    int missing = drivers_try(&run->arms, &options->request, options->replica == 0, &run->result);
    run->is_driver_missing = were_drivers_asked_for && missing > 0;
    standard_plan(options, &run->standard, &run->plan);
    plan_keep(&run->plan, options->only, options->only_count);
    run->result.planned_count = run->plan.count;
    bool is_good = measure_all(run, error);
    struct error late;
    if (is_good) {
        measure_costs(run);
    }
    bool is_finished = finish(run, is_good ? error : &late);
    bool is_closed = output_close(&run->output, is_good && is_finished ? error : &late);
    bool is_complete =
        !run->is_driver_missing && !run->result.is_interrupted && run->result.comparison_count > 0;
    *status = is_complete ? result_status(&run->result, options->is_gate) : STATUS_ENVIRONMENT;
    return is_good && is_finished && is_closed;
}

bool run_bench(struct options *options, const char *command_line, enum status *status, struct error *error)
{
    struct run run = {.options = options, .start_ns = clock_ns()};
    struct coin coin;
    coin_init(&coin, options->seed);
    /* A replica moves everything that is allocated after this. */
    void *padding = options->replica > 0 ? memory_get((size_t)coin_below(&coin, HEAP_PADDING_MAX)) : NULL;
    interrupt_watch();
    bool is_good = run_all(&run, command_line, status, error);
    arms_close_all(&run.arms);
    if (run.stage_path != NULL) {
        stage_close(&run.stage);
    }
    frame_log_free(&run.log);
    plan_free(&run.plan);
    result_free(&run.result);
    standard_free(&run.standard);
    text_free(&run.assets);
    memory_free(padding);
    return is_good;
}

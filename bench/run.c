#include "bench/run.h"

#include "base/memory.h"
#include "bench/controls.h"
#include "bench/cost_measure.h"
#include "bench/drivers.h"
#include "bench/environment.h"
#include "bench/interrupt.h"
#include "bench/ledger.h"
#include "bench/replicas.h"
#include "bench/report.h"
#include "bench/run_parts.h"
#include "frame/clock.h"
#include "frame/coin.h"
#include "paint/assets.h"

#include <SDL.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <unistd.h>

enum { HEAP_PADDING_MAX = 1 << 20 };

double run_elapsed_s(const struct run *run)
{
    return (double)(clock_ns() - run->start_ns) / 1e9;
}

bool run_open_stage(struct run *run, const char *path, struct error *error)
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
        replicas_note_missing(&run->result);
        return;
    }
    struct replicas replicas = {
        .words = options->words, .folder = run->output.folder, .seed = run->result.seed};
    if (run->standard.end_s > 0) {
        replicas.seconds = fmax(run->standard.end_s - run_elapsed_s(run), 1);
    }
    replicas_run(&replicas, &run->result);
    replicas_note_missing(&run->result);
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
    result->seconds = run_elapsed_s(run);
}

static bool finish(struct run *run, struct error *error)
{
    controls_apply(&run->plan, &run->result);
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

static bool run_all(struct run *run, const char *command_line, enum status *status, struct error *error)
{
    struct options *options = run->options;
    if (!assets_find(options->data, &run->assets, error)) {
        return false;
    }
    bool were_drivers_asked_for = options->request.driver_count > 0;
    standard_fill(options, run->assets.bytes, &run->standard);
    start_result(run, command_line);
    drivers_calm(&run->result);
    run->arms = (struct arms){
        .assets = run->assets.bytes, .width_px = options->width_px, .height_px = options->height_px};
    if (options->is_self_test) {
        return run_self_test(run, status, error);
    }
    if (!output_open(&run->output, options->out != NULL ? options->out : "warren-bench-out", run->result.seed,
                     error)) {
        return false;
    }
    int missing = drivers_try(&run->arms, &options->request, &run->result);
    run->is_driver_missing = were_drivers_asked_for && missing > 0;
    standard_plan(options, &run->standard, &run->plan);
    plan_keep(&run->plan, options->only, options->only_count);
    if (options->replica == 0) {
        controls_run(&run->arms, &run->plan, &options->request, run->result.seed, &run->result);
    }
    run->result.planned_count = run->plan.count;
    bool is_good = run_measure(run, error);
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
    plan_free(&run.plan);
    result_free(&run.result);
    standard_free(&run.standard);
    text_free(&run.assets);
    memory_free(padding);
    return is_good;
}

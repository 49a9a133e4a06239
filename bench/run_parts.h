/* One run of the bench, and the parts of it that have files of their own. Only for run.c and run_*.c. */
#ifndef WARREN_BENCH_RUN_PARTS_H
#define WARREN_BENCH_RUN_PARTS_H

#include "bench/arms.h"
#include "bench/options.h"
#include "bench/output.h"
#include "bench/plan.h"
#include "bench/progress.h"
#include "bench/standard.h"

struct run {
    struct options *options;
    struct text assets;
    struct standard standard;
    struct result result;
    struct arms arms;
    struct output output;
    struct plan plan;
    struct progress progress;
    struct frame_log *logs; /* for each comparison of the result; empty where it is not needed any more */
    struct stage stage;
    const char *stage_path; /* of the level that is open; NULL: none */
    int driver;             /* whose painters are open; -1: none */
    int again_count;        /* how often something was measured on */
    uint64_t start_ns;
    double ticks, stolen_ticks;
    bool has_ticks, is_driver_missing;
};

double run_elapsed_s(const struct run *run);

/* Opens a level unless it is open. */
bool run_open_stage(struct run *run, const char *path, struct error *error);

/* Measures the plan, and what stayed undecided once more; the result folder is up to date after each. */
bool run_measure(struct run *run, struct error *error);

/* `run --self-test`: prints its table. */
bool run_self_test(struct run *run, enum status *status, struct error *error);

#endif

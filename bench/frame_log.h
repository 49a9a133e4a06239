/* Every frame of one comparison, raw, in memory while frames are timed and in frames.csv afterwards. */
#ifndef WARREN_BENCH_FRAME_LOG_H
#define WARREN_BENCH_FRAME_LOG_H

#include "base/error.h"
#include "bench/comparison.h"
#include "frame/trial.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct frame_row {
    struct trial_slot slot;
    uint64_t start_ns; /* clock_ns */
    uint64_t phases_ns[PHASE_COUNT];
    uint64_t total_ns;
    uint64_t thread_cpu_ns;
    int switches; /* how often the process was pushed off its processor (ru_nivcsw) */
    int faults;   /* page faults without disk (ru_minflt) */
    int draws, items;
};

struct frame_log {
    struct frame_row *rows;
    int count, capacity;
    int written; /* the first so many are in the file already */
};

void frame_log_clear(struct frame_log *log); /* makes room for many frames, so that timing seldom allocates */
void frame_log_cut(struct frame_log *log, int count); /* keeps the first so many */
void frame_log_add(struct frame_log *log, const struct frame_row *row);
void frame_log_free(struct frame_log *log);

/* The header lines of frames.csv, with the seed as a comment. */
bool frame_log_write_header(FILE *file, uint64_t seed);

/* Appends the rows that are not yet in the file as those of the comparison; times count from first_ns. False
 * when the file would not take all. */
bool frame_log_write(struct frame_log *log, const struct comparison *comparison, uint64_t first_ns,
                     FILE *file);

#endif

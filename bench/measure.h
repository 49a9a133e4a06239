/* Measures one comparison: opens the arms, finds the length of a block, runs the trial, digests the frames
 * and compares the pictures. Called by run; writes no files but pictures. */
#ifndef WARREN_BENCH_MEASURE_H
#define WARREN_BENCH_MEASURE_H

#include "bench/arms.h"
#include "bench/frame_log.h"
#include "bench/plan.h"
#include "bench/stage.h"

struct measure {
    struct arms *arms;
    struct stage *stage;
    const char *driver;
    struct verdict_rule rule;
    double budget_s;
    uint64_t seed;
    const char *folder; /* where pictures/ is; NULL: no pictures are written */
    double planted;     /* B is slowed down by this share of a frame; 0: not */
    bool stops_at_difference;
    bool opens_b_first; /* the other way round in memory */
    bool has_exact;     /* compare with the exact picture too */
};

/* Fills the comparison and the log, which holds whole quads only. What cannot be put in force makes the
 * comparison invalid with the reason, and nothing is timed. False, with status 3, only when pictures cannot
 * be written. */
bool measure_comparison(const struct measure *measure, const struct planned *planned,
                        struct comparison *comparison, struct frame_log *log, struct error *error);

/* Takes more quads for a comparison that ran out of time; comparison and log are as they were left, the seed
 * is another. Pictures and the length of blocks stay. */
void measure_again(const struct measure *measure, const struct planned *planned,
                   struct comparison *comparison, struct frame_log *log);

#endif

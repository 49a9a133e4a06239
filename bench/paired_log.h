/* Reads a log of interleaved frames back into the effects of its quads, after checking that it is what it
 * says: rows in the order they were measured in, every quad ABBA or BAAB. A log that is not is refused,
 * whatever its columns are called. Called by judge.
 *
 * Columns: quad, block, arm, total_ns; measured (0 drops the row), comparison (a log of several) and setting
 * (the name behind an arm) may be there. */
#ifndef WARREN_BENCH_PAIRED_LOG_H
#define WARREN_BENCH_PAIRED_LOG_H

#include "base/error.h"
#include "bench/csv.h"
#include "frame/effects.h"

#include <stdbool.h>

enum { ARM_NAME_MAX = 64 };

/* The measured frames of one arm, in order. */
struct paired_frames {
    double *ns;
    int *quads; /* the quad of each, from 0 */
    int count, capacity;
};

/* One comparison of a log. */
struct paired_log {
    double comparison;          /* of the column of that name; 0 without one */
    char arms[2][ARM_NAME_MAX]; /* A, the baseline, and B; their settings where the log has them */
    struct paired_frames frames[2];
    struct effects effects;
    int abba;                  /* quads in that order; the others are BAAB */
    int changes;               /* quads in another order than the one before */
    bool is_last_quad_dropped; /* it was cut off */
};

struct paired_logs {
    struct paired_log *logs;
    int count;
    bool is_last_log_dropped; /* it was cut off before its first quad was whole */
};

/* Whether csv, standing at the header of its file, has the columns of an interleaved log. */
bool paired_log_has_columns(const struct csv *csv);

/* csv stands at its header. arm_a and arm_b choose the arms by the name in column arm or setting, and
 * comparisons without both are left out; NULL: the two there are, in alphabetical order. Errors: status 3,
 * kind "not-interleaved"; status 2, kind "arms", when the arms cannot be told; and those of csv.h. */
bool paired_log_read(struct csv *csv, const char *arm_a, const char *arm_b, struct paired_logs *out,
                     struct error *error);
void paired_logs_free(struct paired_logs *logs);

/* Whether the order of the quads can have come from a fair coin: false when the share of ABBA, or how often
 * the order changes, would be met less than once in 10,000 fair logs. */
bool paired_log_is_tossed(const struct paired_log *log);

#endif

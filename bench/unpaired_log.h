/* Reads the frame times of one log of another tool: MangoHud (column frametime), PresentMon
 * (MsBetweenPresents or FrameTime), an own log (total_ns), or one number per line. Two of them, measured one
 * after the other, can be described next to each other, but nothing can be claimed from them: what the
 * machine did in between is in there too. Called by judge. */
#ifndef WARREN_BENCH_UNPAIRED_LOG_H
#define WARREN_BENCH_UNPAIRED_LOG_H

#include "base/error.h"
#include "bench/csv.h"

#include <stdbool.h>

struct unpaired_log {
    double *values; /* in order */
    int count, capacity;
    double to_ms;     /* multiply a value by this to get ms; 0: the unit is not known */
    int skipped;      /* rows without a frame time: 0, negative, NA or cut off */
    const char *kind; /* "MangoHud", "PresentMon", "Warren", "numbers" */
};

/* csv was opened and no line was read. Rows of Warren's own with measured = 0 are left out. Errors: status 1,
 * kinds "no-frame-times", "several" (programs, arms or comparisons in one log), or those of csv.h. */
bool unpaired_log_read(struct csv *csv, struct unpaired_log *out, struct error *error);
void unpaired_log_free(struct unpaired_log *log);

struct unpaired_ratio {
    /* ln(median of B / median of A), and an interval that knows of these logs only */
    double effect, low, high;
};

/* Draws blocks of neighbouring frames (block bootstrap). False with fewer than two blocks in a log. */
bool unpaired_compare(const struct unpaired_log *a, const struct unpaired_log *b, double alpha,
                      struct unpaired_ratio *out);

#endif

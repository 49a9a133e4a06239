/* Intervals for quantiles of frame times, which one block's median cannot see: p99 of B over p99 of A. The
 * block bootstrap draws whole blocks, so that slow frames that come in company stay in company. Percentile
 * interval; descriptive unless bootstrap_is_thick says that the data carry it. */
#ifndef WARREN_BENCH_BOOTSTRAP_H
#define WARREN_BENCH_BOOTSTRAP_H

#include <stdbool.h>
#include <stdint.h>

/* So many resamples, or as few as the least where a log is so long that more would take seconds. */
enum { BOOTSTRAP_RESAMPLES = 2000, BOOTSTRAP_RESAMPLES_MIN = 200 };

/* The frames of one arm. */
struct bootstrap_arm {
    const double *values;
    const int *blocks; /* which block each belongs to, 0 to block_count - 1 */
    int count;
    int block_count;
};

struct bootstrap_ratio {
    double ratio, low, high; /* of B's quantile to A's */
    int resamples;           /* that the interval comes from */
};

/* is_paired: block i of A and block i of B were measured together (quads) and are drawn together. Both arms
 * must have values in common with at least two blocks; else returns false. */
bool bootstrap_quantile_ratio(const struct bootstrap_arm *a, const struct bootstrap_arm *b, bool is_paired,
                              double q, double alpha, uint64_t seed, struct bootstrap_ratio *out);

/* At least 20 frames beyond the quantile. */
bool bootstrap_is_thick(int count, double q);

#endif

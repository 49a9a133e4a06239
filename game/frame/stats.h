/* Numbers that describe a set of samples, each by one written definition. Used by the frame-time graph of the
 * game and by the bench. Samples are frame times in any one unit; they are never changed, dropped or
 * smoothed. */
#ifndef WARREN_FRAME_STATS_H
#define WARREN_FRAME_STATS_H

/* Ascending, in place. */
void stats_sort(double *values, int count);

/* The middle value of sorted samples; the mean of the two middle ones when their number is even. count >= 1.
 */
double stats_median_sorted(const double *sorted, int count);

/* Nearest rank: the smallest sample such that at least q * count of all samples are no larger; 0 < q <= 1,
 * count >= 1. Always one of the samples. */
double stats_quantile_sorted(const double *sorted, int count, double q);

/* Median of unsorted samples; sorts them in place. */
double stats_median(double *values, int count);

struct stats {
    int count; /* 0: everything else is 0 too */
    double median, p90, p95, p99, max, mean;
    /* "1 % low", the frame time behind three rules that tools give this one name:
     * point: the 99th percentile (MangoHud); mean: the mean of the slowest 1 % of frames, at least one
     * (CapFrameX); integral: the slowest frames that fill 1 % of the whole time reach down to this one
     * (RTSS). */
    double low_point, low_mean, low_integral;
};

/* Sorts the samples in place. */
struct stats stats_of(double *values, int count);

#endif

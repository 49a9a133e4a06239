#include "frame/stats.h"

#include "base/require.h"

#include <math.h>
#include <stdlib.h>

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

void stats_sort(double *values, int count)
{
    if (count > 1) {
        qsort(values, (size_t)count, sizeof *values, compare_doubles);
    }
}

double stats_median_sorted(const double *sorted, int count)
{
    require(count >= 1);
    double upper = sorted[count / 2];
    return count % 2 == 1 ? upper : (sorted[count / 2 - 1] + upper) / 2;
}

double stats_quantile_sorted(const double *sorted, int count, double q)
{
    require(count >= 1 && q > 0 && q <= 1);
    /* 0.9 * 10 is a hair above 9 in binary; what is that near to a whole number is meant to be it. */
    int rank = (int)ceil(q * count - 1e-9);
    return sorted[rank < 1 ? 0 : rank - 1];
}

double stats_median(double *values, int count)
{
    stats_sort(values, count);
    return stats_median_sorted(values, count);
}

static double sum_of(const double *values, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++) {
        sum += values[i];
    }
    return sum;
}

/* Walks down from the slowest frame until 1 % of all time is used up. */
static double low_integral(const double *sorted, int count, double total)
{
    double used = 0;
    for (int i = count - 1; i > 0; i--) {
        used += sorted[i];
        if (used >= total / 100) {
            return sorted[i];
        }
    }
    return sorted[0];
}

struct stats stats_of(double *values, int count)
{
    if (count == 0) {
        return (struct stats){0};
    }
    stats_sort(values, count);
    int slowest = count / 100 > 0 ? count / 100 : 1;
    double total = sum_of(values, count);
    struct stats stats = {
        .count = count,
        .median = stats_median_sorted(values, count),
        .p90 = stats_quantile_sorted(values, count, 0.90),
        .p95 = stats_quantile_sorted(values, count, 0.95),
        .p99 = stats_quantile_sorted(values, count, 0.99),
        .max = values[count - 1],
        .mean = total / count,
        .low_mean = sum_of(values + count - slowest, slowest) / slowest,
        .low_integral = low_integral(values, count, total),
    };
    stats.low_point = stats.p99;
    return stats;
}

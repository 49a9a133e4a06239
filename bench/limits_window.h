/* The part of `warren-bench limits` about a window of 3840 x 2160 pixels: blit on the software driver, beside
 * the memcpy of a frame of that size. Called by limits.c. */
#ifndef WARREN_BENCH_LIMITS_WINDOW_H
#define WARREN_BENCH_LIMITS_WINDOW_H

#include "base/error.h"
#include "bench/limits_result.h"

#include <stdbool.h>

/* Fills its part of the result; false when no painter could be opened. */
bool limits_measure_window(struct limits_result *result, const char *assets, struct error *error);

#endif

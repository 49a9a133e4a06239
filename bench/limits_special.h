/* What `warren-bench limits` measures of blit on the software driver besides its table of cases: a huge level
 * and a crowd. Called by limits.c. */
#ifndef WARREN_BENCH_LIMITS_SPECIAL_H
#define WARREN_BENCH_LIMITS_SPECIAL_H

#include "base/error.h"
#include "bench/limits_memory.h"
#include "bench/limits_result.h"
#include "paint/painter.h"

#include <stdbool.h>

/* Each fills its part of the result and opens painters of its own; false when that fails. */

/* Does blit pay for what is out of view? */
bool limits_measure_large(struct limits_result *result, const char *assets, struct error *error);

/* A thousand rabbits in view, by blit. */
bool limits_measure_crowd(struct limits_result *result, struct limits_memory *memory, const char *assets,
                          struct error *error);

#endif

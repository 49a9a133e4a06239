/* Finds out which drivers of a request can be opened and what is in force there. */
#ifndef WARREN_BENCH_DRIVERS_H
#define WARREN_BENCH_DRIVERS_H

#include "bench/arms.h"
#include "bench/plan.h"
#include "bench/result.h"

#include <stdbool.h>

/* Leaves out of the request, with a note in the result and on stderr, those that cannot be opened. All
 * painters are closed afterwards. Returns how many were left out. */
int drivers_try(struct arms *arms, struct plan_request *request, struct result *result);

/* Call before the first window. Where a GL driver draws on the processor, its threads and the program take
 * the cores from each other, and a frame's time becomes that of a scheduler; so it is asked to draw on the
 * program's own thread, unless the environment says something else. */
void drivers_calm(struct result *result);

#endif

/* Finds out which drivers of a request can be opened, what is in force there, and whether their controls
 * pass. */
#ifndef WARREN_BENCH_DRIVERS_H
#define WARREN_BENCH_DRIVERS_H

#include "bench/arms.h"
#include "bench/plan.h"
#include "bench/result.h"

#include <stdbool.h>

/* Leaves out of the request, with a note in the result and on stderr, those that cannot be opened. All
 * painters are closed afterwards. Returns how many were left out. */
int drivers_try(struct arms *arms, struct plan_request *request, bool has_controls, struct result *result);

#endif

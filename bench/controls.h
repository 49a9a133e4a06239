/* Controls: for every hint of a run a scene in which it must matter and one in which it must not change the
 * picture. A bench that misses the first, or sees the second, measures something else than it says. */
#ifndef WARREN_BENCH_CONTROLS_H
#define WARREN_BENCH_CONTROLS_H

#include "bench/arms.h"
#include "bench/plan.h"
#include "bench/result.h"

/* Runs, for each driver of the request, the controls of all hints that differ between the arms of its
 * comparisons and that its library reads, and adds what was seen to the result. */
void controls_run(struct arms *arms, const struct plan *plan, const struct plan_request *request,
                  uint64_t seed, struct result *result);

/* Makes invalid every comparison whose arms differ in a hint of which a control failed with its driver. The
 * comparisons of the result are the first items of the plan. */
void controls_apply(const struct plan *plan, struct result *result);

#endif

/* Who gets how much time: every comparison a share at first, then those that stayed undecided, the one that
 * seems nearest to a decision first. Evidence is valid at any stop (frame/sign.h), so it may be looked at to
 * decide who goes on. Pure. */
#ifndef WARREN_BENCH_SCHEDULE_H
#define WARREN_BENCH_SCHEDULE_H

#include "bench/plan.h"
#include "bench/result.h"

/* For the plan's item `index` when it is measured first: twice its share of what is left for it and those
 * behind it, as most need less, and at most budget_s times its weight. left_s < 0: no limit but budget_s. */
double schedule_first_s(const struct plan *plan, int index, double left_s, double budget_s);

/* How much longer a comparison may take until it is decided: an interval shrinks with the square root of the
 * time. */
double schedule_need_s(const struct comparison *comparison, double margin);

/* The comparison of a judged result that is to be measured on, and for how long; -1 when all are decided or
 * left_s is too little to be worth it. */
int schedule_next(const struct result *result, double left_s, double *budget_s);

#endif

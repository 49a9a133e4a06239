/* `warren-bench run`: opens what is asked for, measures the plan, keeps the result folder up to date, judges
 * and reports. */
#ifndef WARREN_BENCH_RUN_H
#define WARREN_BENCH_RUN_H

#include "bench/options.h"

/* Prints progress on stderr and verdict lines on stdout. Errors: status 2 or 3. Else *status says how it
 * ended: good, bad or undecided (--gate), or that something is invalid. */
bool run_bench(struct options *options, const char *command_line, enum status *status, struct error *error);

#endif

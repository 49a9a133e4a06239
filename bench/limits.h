/* `warren-bench limits`: what this machine can do, how near each draw path comes to it, and by what factor.
 * All ratios are to copies of a frame in memory that were taken between the very frames that they are
 * compared with. Called by main. */
#ifndef WARREN_BENCH_LIMITS_H
#define WARREN_BENCH_LIMITS_H

#include "base/text.h"
#include "bench/options.h"

#include <stdbool.h>

/* Measures what the options ask for (drivers, paths, zooms, size; empty: the software driver, all of them,
 * the zooms of the goals, 1280 x 720), appends the table to out and writes the JSON file if one is named. A
 * driver or path that cannot be opened is left out with a note on stderr. Errors: status 3, when nothing
 * could be measured, a signal came, or no file was written; what there is of the table is in out all the
 * same. */
bool limits_run(const struct options *options, struct text *out, struct error *error);

#endif

/* `warren-bench steps`: what a step of the world costs, and how that grows with rabbits, with wet cells and
 * with the size of the map. Draws nothing. All cases of a table are timed in turn, round after round, so that
 * a slow moment of the machine falls on all of them. */
#ifndef WARREN_BENCH_STEPS_H
#define WARREN_BENCH_STEPS_H

#include "base/text.h"

/* Takes about ten seconds; appends the tables to out. */
void steps_run(struct text *out);

#endif

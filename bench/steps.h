/* `warren-bench steps`: what a step of the world costs, and how that grows with rabbits, with wet cells and
 * with the size of the map. Draws nothing. All cases of a table are timed in turn, round after round, so that
 * a slow moment of the machine falls on all of them. */
#ifndef WARREN_BENCH_STEPS_H
#define WARREN_BENCH_STEPS_H

#include <stdio.h>

/* The verb's own command line, argv[0] being its name. Returns the exit status. */
int steps_run(int argc, char **argv, FILE *out, FILE *errors);

#endif

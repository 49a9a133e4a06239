/* Writes down where a result comes from: machine, libraries, driver and what is in force there. What cannot
 * be found out is left out. */
#ifndef WARREN_BENCH_ENVIRONMENT_H
#define WARREN_BENCH_ENVIRONMENT_H

#include "bench/result.h"
#include "paint/painter.h"

/* CPU, memory, kernel, clock, governor, load, SDL and compiler. */
void environment_add_machine(struct result *result);

/* Every hint as the painter finds it in force, with who said so, and what the GL library calls itself. */
void environment_add_painter(struct result *result, struct painter *painter);

/* Ticks of all processors so far, and those that the hypervisor kept for others. False where nobody counts.
 */
bool environment_ticks(double *all, double *stolen);

/* Adds what share was stolen since those ticks. */
void environment_add_steal(struct result *result, double all, double stolen);

#endif

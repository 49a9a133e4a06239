/* Arithmetic that touches no memory, as a control for frames of the same length: whatever makes it take
 * longer than it usually does was done by the machine (interrupts, other programs, a host), and is done to
 * frames as well. Called between frames by `warren-bench limits`; leaves the processor's caches as they are.
 */
#ifndef WARREN_BENCH_LIMITS_ARITHMETIC_H
#define WARREN_BENCH_LIMITS_ARITHMETIC_H

#include <stdint.h>

/* How many turns take about so long, at least 1. Takes some thirty times as long to find out. */
int64_t limits_arithmetic_turns(double ms);

/* Takes so many turns. Returns how long it took, in ms. */
double limits_arithmetic_ms(int64_t turns);

#endif

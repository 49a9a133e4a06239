/* How often memory is taken, by Warren and by SDL, on any thread: what must not happen in a frame. Called by
 * limits.c. */
#ifndef WARREN_BENCH_LIMITS_COUNT_H
#define WARREN_BENCH_LIMITS_COUNT_H

#include <stdint.h>

void limits_count_start(void); /* SDL's are counted from now on */
uint64_t limits_count(void);   /* so far */

#endif

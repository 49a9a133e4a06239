/* The one clock. Everything that asks for time asks here, so that tests can put a fake one in its place. */
#ifndef WARREN_FRAME_CLOCK_H
#define WARREN_FRAME_CLOCK_H

#include <stdint.h>

typedef uint64_t clock_source(void *context);

uint64_t clock_ns(void);            /* monotonic */
uint64_t clock_thread_cpu_ns(void); /* CPU time of the calling thread; never replaced */

/* Returns at once when that moment is over. Under a replaced source there is no real time to wait for: it
 * returns at once too. */
void clock_sleep_until_ns(uint64_t when_ns);

/* Replaces the monotonic source; NULL restores the real one. Not for several threads. */
void clock_replace(clock_source *source, void *context);

#endif

/* Ctrl-C, kill and hang-up end a measurement at the next frame instead of in the middle of one, so that what
 * was measured can be written. The second signal kills. A closed pipe is an error of write, not a signal. */
#ifndef WARREN_BENCH_INTERRUPT_H
#define WARREN_BENCH_INTERRUPT_H

#include <stdbool.h>

void interrupt_watch(void);
bool interrupt_came(void);
int interrupt_signal(void); /* its number; 0 while none came */

#endif

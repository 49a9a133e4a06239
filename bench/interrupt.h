/* Ctrl-C, kill and hang-up end a measurement at the next frame instead of in the middle of one, so that what
 * was measured can be written. The second signal kills. */
#ifndef WARREN_BENCH_INTERRUPT_H
#define WARREN_BENCH_INTERRUPT_H

#include <stdbool.h>

/* First of all in main. A closed pipe and a file that may not grow become errors of write instead of signals;
 * and a program that was started without stdin, stdout or stderr gets ones that cannot be used, so that no
 * file of its own takes their numbers and is written to by mistake. */
void interrupt_prepare(void);

void interrupt_watch(void);
bool interrupt_came(void);
int interrupt_signal(void); /* its number; 0 while none came */

#endif

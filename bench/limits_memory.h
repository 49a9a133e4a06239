/* How fast this machine moves memory: the yardstick of `warren-bench limits`. Copies and fills a frame's
 * worth of bytes between two buffers that are in the cache as far as they fit, on one thread or on all. */
#ifndef WARREN_BENCH_LIMITS_MEMORY_H
#define WARREN_BENCH_LIMITS_MEMORY_H

#include <stddef.h>

struct limits_memory;

struct limits_memory *limits_memory_open(size_t bytes);
void limits_memory_close(struct limits_memory *memory);
int limits_memory_threads(const struct limits_memory *memory); /* as many as the machine has processors */

/* Each takes one sample, in ms, after doing the same a few times to warm up. */
double limits_memory_copy_ms(struct limits_memory *memory);
void limits_memory_copies_ms(struct limits_memory *memory, double *out_ms, int count); /* without pause */
double limits_memory_fill_ms(struct limits_memory *memory);
double limits_memory_copy_all_ms(struct limits_memory *memory);
double limits_memory_fill_all_ms(struct limits_memory *memory);

#endif

/* Allocation that never returns NULL: when there is no memory, one line on stderr and exit status 3. Sizes
 * are checked for overflow. Release everything with memory_free. */
#ifndef WARREN_BASE_MEMORY_H
#define WARREN_BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MEMORY_IS_THERE __attribute__((returns_nonnull))

void *memory_get(size_t size) MEMORY_IS_THERE;                                    /* zeroed */
void *memory_get_array(size_t count, size_t item_size) MEMORY_IS_THERE;           /* zeroed */
void *memory_resize(void *block, size_t count, size_t item_size) MEMORY_IS_THERE; /* new bytes are not */
char *memory_copy_text(const char *text) MEMORY_IS_THERE;
void memory_free(void *block); /* NULL is fine */

/* How often memory was taken or resized so far, by all threads: what must not happen in a frame can be
 * counted. */
uint64_t memory_count(void);

/* From now on freed memory stays with the program, rather than go back to the system and be had anew page by
 * page: for libraries that take and free hundreds of megabytes in every frame. False where the C library has
 * no such setting. */
bool memory_keep_freed(void);

#endif

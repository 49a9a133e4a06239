#include "base/memory.h"

#include "base/error.h"
#include "base/require.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

static atomic_uint_fast64_t taken;

/* Nothing can go on without memory, and every caller would have to say the same: so this is the one place
 * below main that ends a program. */
static void *must_have(void *block, size_t size)
{
    if (block == NULL) {
        fprintf(stderr, "error: out of memory: %zu bytes could not be had [memory]\n", size);
        exit(STATUS_ENVIRONMENT);
    }
    atomic_fetch_add_explicit(&taken, 1, memory_order_relaxed);
    return block;
}

void *memory_get(size_t size)
{
    return must_have(calloc(1, size > 0 ? size : 1), size);
}

void *memory_get_array(size_t count, size_t item_size)
{
    require(item_size > 0);
    if (count > SIZE_MAX / item_size) {
        return must_have(NULL, SIZE_MAX);
    }
    return memory_get(count * item_size);
}

void *memory_resize(void *block, size_t count, size_t item_size)
{
    require(item_size > 0);
    if (count > SIZE_MAX / item_size) {
        return must_have(NULL, SIZE_MAX);
    }
    size_t size = count * item_size;
    return must_have(realloc(block, size > 0 ? size : 1), size);
}

char *memory_copy_text(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(memory_get(size), text, size);
}

void memory_free(void *block)
{
    free(block);
}

uint64_t memory_count(void)
{
    return atomic_load_explicit(&taken, memory_order_relaxed);
}

bool memory_keep_freed(void)
{
#ifdef __GLIBC__
    enum { BLOCK_MAX_BYTES = 32 << 20, KEPT_BYTES = 1 << 30 }; /* the former is the most that glibc takes */
    return mallopt(M_MMAP_THRESHOLD, BLOCK_MAX_BYTES) == 1 && mallopt(M_TRIM_THRESHOLD, KEPT_BYTES) == 1;
#else
    return false;
#endif
}

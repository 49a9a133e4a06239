#include "bench/layout.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>

/* Less than the smallest picture, 32 x 32 pixels of 4 bytes. */
enum { OWN_PAGES_FROM_BYTES = 4000, HEAP_UP_TO_BYTES = 32 << 20, KEPT_BYTES = 64 << 20 };

void layout_for_opening(void)
{
    /* What is free at the end of the heap would be handed out first. */
    malloc_trim(0);
    mallopt(M_MMAP_THRESHOLD, OWN_PAGES_FROM_BYTES);
}

void layout_for_timing(void)
{
    mallopt(M_MMAP_THRESHOLD, HEAP_UP_TO_BYTES);
    mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
}

#else

void layout_for_opening(void)
{
}

void layout_for_timing(void)
{
}

#endif

#include "level/variant.h"

void variant_start(struct variant_source *source)
{
    source->m = 3463;
}

int variant_draw(struct variant_source *source)
{
    source->m = 18000 * (source->m & 0xFFFF) + (source->m >> 16);
    return (int)(source->m % 4);
}

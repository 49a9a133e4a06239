#include "paint/blit_rects.h"

#include "base/memory.h"

#include <stddef.h>

void blit_rects_add(struct blit_rects *rects, struct blit_rect rect)
{
    if (blit_rect_is_empty(rect)) {
        return;
    }
    if (rects->count == rects->room) {
        rects->room = rects->room > 0 ? 2 * rects->room : 64;
        rects->list = memory_resize(rects->list, (size_t)rects->room, sizeof *rects->list);
    }
    rects->list[rects->count++] = rect;
}

void blit_rects_free(struct blit_rects *rects)
{
    memory_free(rects->list);
    *rects = (struct blit_rects){0};
}

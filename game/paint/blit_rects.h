/* A list of rectangles that grows. Used where blit collects what has to be painted again. */
#ifndef WARREN_PAINT_BLIT_RECTS_H
#define WARREN_PAINT_BLIT_RECTS_H

#include "paint/blit_target.h"

struct blit_rects {
    struct blit_rect *list;
    int count, room;
};

/* Zero-initialise before the first use. Empty rectangles are left out. */
void blit_rects_add(struct blit_rects *rects, struct blit_rect rect);
void blit_rects_free(struct blit_rects *rects);

#endif

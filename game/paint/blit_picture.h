/* A picture in the form that is painted fastest: for every row the runs of pixels that show anything, each
 * either opaque, which is copied, or mixed, which is blended. Transparent pixels are never looked at. Found
 * once for each picture and size by blit_gallery. */
#ifndef WARREN_PAINT_BLIT_PICTURE_H
#define WARREN_PAINT_BLIT_PICTURE_H

#include "paint/blit_span.h"
#include "paint/blit_target.h"

struct blit_run {
    uint16_t x, count; /* pixels, from the left edge of the picture */
    bool is_opaque;
};

struct blit_runs {
    bool is_all_opaque; /* all of the rectangle */
    const int *first;   /* row y has the runs first[y] to first[y + 1] - 1, from left to right */
    const struct blit_run *runs;
};

struct blit_picture {
    int width, height;      /* pixels */
    const uint32_t *pixels; /* premultiplied; not owned */
    int pitch_px;
    const struct blit_runs *runs;
};

/* Finds the runs of width * height premultiplied pixels, 1 to 32767 wide. One block: release with
 * memory_free. */
struct blit_runs *blit_runs_find(const uint32_t *pixels, int pitch_px, int width, int height);

/* Paints the picture with its top left corner at (x, y), only inside clip, which lies inside the target.
 * tint: 0xAARRGGBB, straight, multiplied into the picture. */
void blit_picture_paint(const struct blit_picture *picture, const struct blit_target *target,
                        struct blit_rect clip, int x, int y, uint32_t tint,
                        const struct blit_kernels *kernels);

/* A rectangle inside the target in one straight colour. */
void blit_fill(const struct blit_target *target, struct blit_rect rect, uint32_t colour,
               const struct blit_kernels *kernels);

#endif

/* A picture in the form that is painted fastest: for every row the runs of pixels that show anything, each either
 * opaque, which is copied, or mixed, which is blended. Transparent pixels are never looked at. Made once per picture
 * and size by blit_gallery. */
#ifndef WARREN_PAINT_BLIT_PICTURE_H
#define WARREN_PAINT_BLIT_PICTURE_H

#include "paint/blit_span.h"
#include "paint/blit_target.h"

#include <stddef.h>

struct blit_run {
    uint16_t x, count; /* pixels, from the left edge of the picture */
    bool is_opaque;
};

struct blit_picture {
    int width, height;       /* pixels */
    bool is_opaque;          /* covers all of its rectangle */
    const uint32_t *pixels;  /* premultiplied, rows without padding */
    const int *first;        /* row y has the runs first[y] to first[y + 1] - 1, from left to right */
    const struct blit_run *runs;
    size_t bytes;            /* of the whole, which is one block of memory */
};

/* From width * height straight pixels 0xAARRGGBB, rows pitch_px apart, 1 to 32767 wide. Release with memory_free. */
struct blit_picture *blit_picture_make(const uint32_t *pixels, int pitch_px, int width, int height, bool mirrored);

/* Paints the picture with its top left corner at (x, y), only inside clip (which lies inside the target).
 * tint: 0xAARRGGBB, straight, multiplied into the picture. */
void blit_picture_paint(const struct blit_picture *picture, const struct blit_target *target,
                        struct blit_rect clip, int x, int y, uint32_t tint,
                        const struct blit_kernels *kernels);

/* A rectangle in one straight colour. */
void blit_fill(const struct blit_target *target, struct blit_rect rect, uint32_t colour,
               const struct blit_kernels *kernels);

#endif

/* Rectangles of pixels: the innermost loops of path blit, once in plain C and once for each vector unit worth
 * having. Chosen at run time; all of them give the same result, bit for bit, which a test checks. Called by
 * the other files of blit; knows nothing of pictures or clipping.
 *
 * A pixel is 0xAARRGGBB with its colours multiplied by its alpha (premultiplied). What is painted on is
 * opaque. Rows are a pitch apart, in pixels. */
#ifndef WARREN_PAINT_BLIT_SPAN_H
#define WARREN_PAINT_BLIT_SPAN_H

#include <stddef.h>
#include <stdint.h>

struct blit_kernels {
    const char *name; /* "portable", "sse2", "avx2" */

    void (*copy)(uint32_t *to, ptrdiff_t to_pitch, const uint32_t *from, ptrdiff_t from_pitch, int width,
                 int height);

    /* Paints over what is there: to = from + to * (255 - alpha) / 255, rounded to the nearest. */
    void (*over)(uint32_t *to, ptrdiff_t to_pitch, const uint32_t *from, ptrdiff_t from_pitch, int width,
                 int height);

    /* The same after every channel was multiplied by that of the (premultiplied) tint: from * tint / 255,
     * rounded. */
    void (*over_tinted)(uint32_t *to, ptrdiff_t to_pitch, const uint32_t *from, ptrdiff_t from_pitch,
                        int width, int height, uint32_t tint);

    /* memmove in pixels: the two may overlap. Made for moving a whole frame by a few pixels. */
    void (*move)(uint32_t *to, const uint32_t *from, size_t count);
};

/* The fastest that this processor can run. */
const struct blit_kernels *blit_kernels_best(void);

/* All that this processor can run, from plain to fast; number from 0; NULL behind the last. For tests and for
 * the bench. */
const struct blit_kernels *blit_kernels_number(int number);

/* x / 255 to the nearest, for x from 0 to 255 * 255 (Jim Blinn, "Three wrongs make a right", 1995). */
static inline uint32_t blit_divide_255(uint32_t x)
{
    return (x + 128 + ((x + 128) >> 8)) >> 8;
}

/* The straight colour 0xAARRGGBB with its colours multiplied by its alpha. */
uint32_t blit_premultiply(uint32_t colour);

/* One pixel at a time, by the formulas above; the vector loops leave the rest of a row to these. */
uint32_t blit_pixel_over(uint32_t below, uint32_t above);
uint32_t blit_pixel_tinted(uint32_t pixel, uint32_t tint);

/* The move of those kernels that have none of their own. */
void blit_move_plain(uint32_t *to, const uint32_t *from, size_t count);

#endif

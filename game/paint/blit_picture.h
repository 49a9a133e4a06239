/* A picture in the form that is painted fastest: as rectangles, each either opaque, which is copied, or
 * mixed, which is blended. What is transparent all over is never looked at. The rectangles are found once for
 * each picture and size by blit_gallery. */
#ifndef WARREN_PAINT_BLIT_PICTURE_H
#define WARREN_PAINT_BLIT_PICTURE_H

#include "paint/blit_span.h"
#include "paint/blit_target.h"

struct blit_block {
    struct blit_rect rect; /* from the picture's top left corner */
    bool is_opaque;
};

struct blit_blocks {
    int width, height;  /* of the picture */
    bool is_all_opaque; /* all of it */
    int count, outline_count;
    const struct blit_block *list;    /* they hold every pixel that shows anything, and no two overlap */
    const struct blit_block *outline; /* the same pixels in fewer rectangles, whatever they are */
};

struct blit_picture {
    int width, height;      /* pixels */
    const uint32_t *pixels; /* premultiplied; not owned */
    int pitch_px;
    const struct blit_blocks *blocks;
};

/* Finds the blocks of width * height premultiplied pixels. Release with memory_free: all is one block of
 * memory. */
struct blit_blocks *blit_blocks_find(const uint32_t *pixels, int pitch_px, int width, int height);

/* Paints the picture with its top left corner at (x, y), only inside clip, which lies inside the target.
 * tint: 0xAARRGGBB, straight, multiplied into the picture. */
void blit_picture_paint(const struct blit_picture *picture, const struct blit_target *target,
                        struct blit_rect clip, int x, int y, uint32_t tint,
                        const struct blit_kernels *kernels);

/* A rectangle inside the target in one straight colour. */
void blit_fill(const struct blit_target *target, struct blit_rect rect, uint32_t colour,
               const struct blit_kernels *kernels);

#endif

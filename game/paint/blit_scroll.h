/* Moves what is on a target, as when the camera pans: half the memory traffic of painting it again. Used by
 * blit_frame. */
#ifndef WARREN_PAINT_BLIT_SCROLL_H
#define WARREN_PAINT_BLIT_SCROLL_H

#include "paint/blit_rects.h"
#include "paint/blit_span.h"
#include "paint/blit_target.h"

/* Moves the picture by (dx, dy) pixels. What the picture left behind holds anything. */
void blit_scroll(const struct blit_target *target, int dx, int dy, const struct blit_kernels *kernels);

/* Adds the parts of a width * height view that a picture moved by (dx, dy) leaves behind; they do not
 * overlap. */
void blit_scroll_gaps(int width, int height, int dx, int dy, struct blit_rects *gaps);

#endif

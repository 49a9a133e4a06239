/* One frame of path blit: paints a scene on a target that still holds the frame before, and touches only what
 * differs. The picture is the same, bit for bit, as if all of it had been painted anew. What it does, in this
 * order:
 *   1. moves what is there by as many pixels as the camera went,
 *   2. copies the ground to what came into view and to cells that look otherwise than before,
 *   3. puts the ground back under every sprite that changed or went away,
 *   4. paints the sprites that changed or came, and those that overlap what was painted.
 * Used by path_blit; knows pictures, scene and camera, but no window and no renderer. */
#ifndef WARREN_PAINT_BLIT_FRAME_H
#define WARREN_PAINT_BLIT_FRAME_H

#include "paint/blit_rects.h"
#include "paint/blit_target.h"
#include "paint/picture_cache.h"
#include "scene/scene.h"

#include <stdbool.h>

struct blit_kernels;
struct blit_frame;

/* pictures: premultiplied, not owned. background: 0xFFRRGGBB, where the scene has nothing. kernels: NULL for
 * the best. */
struct blit_frame *blit_frame_open(struct picture_cache *pictures, uint32_t background,
                                   const struct blit_kernels *kernels);
void blit_frame_close(struct blit_frame *frame);

/* Paints the scene; the camera's view is the target's size. Call after picture_cache_begin. */
void blit_frame_draw(struct blit_frame *frame, const struct blit_target *target, const struct scene *scene,
                     const struct camera *camera);

/* The target does not hold the last frame any more. Also found out by itself when target's pixels or size
 * differ. */
void blit_frame_forget(struct blit_frame *frame);

/* Something else was painted over this part of the last frame. */
void blit_frame_spoil(struct blit_frame *frame, struct blit_rect rect);

/* What the last frame painted, in rectangles of the view, without what was there and was only moved. Until
 * the next draw. */
const struct blit_rects *blit_frame_painted(const struct blit_frame *frame);

struct blit_frame_counts {
    bool has_moved; /* the camera went: every pixel of the target may differ */
    int sprites, sprites_painted, stand_ins;
};
struct blit_frame_counts blit_frame_counts(const struct blit_frame *frame);

#endif

/* The ground of a scene as it looks at one zoom, composed once: a buffer somewhat larger than the view in
 * which each cell has its place, so that cells that come into view replace those that went out on the other
 * side and nothing is ever moved (cell (x, y) is kept in column x and row y modulo the buffer's size in
 * cells). From here it is copied to the frame in long rows, without any blending. While the view moves, the
 * cells that will come into view next are made some in each frame, so that no frame has to make them all.
 * Used by blit_frame. */
#ifndef WARREN_PAINT_BLIT_GROUND_H
#define WARREN_PAINT_BLIT_GROUND_H

#include "paint/blit_gallery.h"
#include "paint/blit_index.h"
#include "paint/blit_rects.h"
#include "scene/scene.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct blit_slot; /* what one cell's place in the buffer holds */

struct blit_ground {
    struct blit_target buffer;
    int zoom_px, columns, rows; /* of the buffer, in cells */
    int start_x, start_y;       /* the buffer's pixel that is seen in the view's top left corner */
    size_t pixel_room;
    uint32_t background; /* 0xFFRRGGBB, where the scene has nothing; the user sets it */
    struct blit_slot *slots;
    struct blit_index index;
    struct blit_rect view;  /* of the last frame */
    struct blit_rect known; /* cells in the buffer that look as they are to look: all that are in view */
    struct blit_rect ahead; /* cells beside them that will be in view next: so many bands of them are made */
    int ahead_made;
    uint64_t hash; /* of the scene's ground in the last frame, and what that was built from */
    struct scene_ground source;
    int stand_ins; /* pictures seen there that are not in their own size yet */
};

/* Zero-initialise a ground before its first use. Brings the buffer up to date for a view, which is given in
 * pixels from the world's top left corner. Adds to changed the rectangles of the view that looked otherwise
 * before; what was not in view before is the caller's to know. Returns false when all has changed (another
 * zoom or size). */
bool blit_ground_update(struct blit_ground *ground, struct blit_gallery *gallery, const struct scene *scene,
                        int zoom_px, struct blit_rect view, const struct blit_kernels *kernels,
                        struct blit_rects *changed);
void blit_ground_free(struct blit_ground *ground);

/* Copies a rectangle of the view, which lies inside the target. */
void blit_ground_copy(const struct blit_ground *ground, const struct blit_target *target,
                      struct blit_rect rect, const struct blit_kernels *kernels);

#endif

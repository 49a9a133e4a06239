/* Divides a scene into terrain, which can be drawn once and kept (page and dry blocks), and what has to be
 * drawn in every frame; and gives each cell in view a hash of its terrain. Used by the path cached. */
#ifndef WARREN_PAINT_TERRAIN_H
#define WARREN_PAINT_TERRAIN_H

#include "paint/path_ops.h"

struct terrain_item {
    SDL_Rect place; /* from the world's corner */
    struct picture_pixels pixels;
    bool is_plain; /* no picture: a rectangle in the tint */
    uint32_t tint;
};

struct terrain {
    int x0, y0, columns, rows; /* the cells in view */
    uint64_t *hashes;          /* of columns * rows cells, never 0 */
    uint8_t *is_taken;         /* cells in which something that is not terrain was drawn already */
    int cell_room;
    struct terrain_item *items; /* back to front */
    int count, room;
    int *others; /* indices of the scene's items that are not terrain, in order */
    int other_count, other_room;
};

/* A block is terrain unless it shares a cell with water or with another block before it that is not terrain:
 * so the order is kept. Pictures that are stretched for want of their own size change the hash when that
 * comes. */
void terrain_divide(struct terrain *terrain, struct paint_context *context, const struct scene *scene,
                    const struct camera *camera);
void terrain_free(struct terrain *terrain);

#endif

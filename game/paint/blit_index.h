/* The ground of a scene is a list; path blit paints it cell by cell. This says which items touch which cell,
 * and what each cell looks like: equal keys, equal pixels. Used by blit_ground. */
#ifndef WARREN_PAINT_BLIT_INDEX_H
#define WARREN_PAINT_BLIT_INDEX_H

#include "paint/blit_gallery.h"
#include "paint/blit_target.h"
#include "scene/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct blit_index {
    int zoom_px;
    struct blit_rect cells;   /* those that are looked after; items elsewhere are left out */
    int *first;               /* cell number n is touched by items[first[n]] to items[first[n + 1] - 1] ... */
    int *items;               /* ... which are numbers of scene items, in the scene's order */
    uint64_t *keys;           /* of the cells */
    int stand_ins;            /* items whose picture is not in its own size yet: their looks will change */
    struct blit_rect *places; /* of the items: pixels from the world's top left corner */
    uint64_t *looks;          /* of the items */
    int cell_room, touch_room, item_room;
};

/* Zero-initialise an index before its first use. Keeps its room. The keys come from blit_index_find_keys. */
void blit_index_build(struct blit_index *index, const struct scene *scene, int zoom_px,
                      struct blit_rect cells);
void blit_index_find_keys(struct blit_index *index, struct blit_gallery *gallery, const struct scene *scene);
void blit_index_free(struct blit_index *index);

/* The number of a cell that is looked after. */
int blit_index_cell(const struct blit_index *index, int x, int y);

/* An item's picture in its place's size. The item has a picture. */
struct blit_shown blit_index_picture(const struct blit_index *index, struct blit_gallery *gallery,
                                     const struct scene *scene, int item);

/* The cells that a rectangle of pixels of the world touches. */
struct blit_rect blit_cells_of(struct blit_rect rect, int zoom_px);

#endif

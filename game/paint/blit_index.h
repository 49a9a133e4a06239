/* The ground of a scene is a list; path blit paints it cell by cell. For some of the cells this says which
 * items touch them and what they look like: equal keys, equal pixels. Used by blit_ground. */
#ifndef WARREN_PAINT_BLIT_INDEX_H
#define WARREN_PAINT_BLIT_INDEX_H

#include "paint/blit_gallery.h"
#include "paint/blit_target.h"
#include "scene/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct blit_touch {
    const struct scene_item *item;
    struct blit_rect place; /* pixels from the world's top left corner */
};

/* A number of items that follow each other in the scene: where all of them are, in units. */
struct blit_run {
    int64_t x0, y0, x1, y1;
};

struct blit_index {
    int zoom_px;
    struct blit_rect cells; /* those that are looked at */
    int *first;             /* cell number n is touched by touches[first[n]] to touches[first[n + 1] - 1] */
    struct blit_touch *touches;
    uint64_t *keys; /* of the cells */
    int stand_ins;  /* touches of items whose picture is not in its own size yet: the keys will change */
    struct blit_run *runs; /* of all items of the ground with this hash */
    uint64_t runs_hash;
    int run_items, run_room;
    struct blit_touch *near; /* all items that touch any of the cells, in the scene's order */
    int near_count, near_room, cell_room, touch_room;
};

/* Zero-initialise an index before its first use. Keeps its room; valid as long as the scene's items are. */
void blit_index_build(struct blit_index *index, struct blit_gallery *gallery, const struct scene *scene,
                      int zoom_px, struct blit_rect cells);
void blit_index_free(struct blit_index *index);

/* The number of a cell that is looked at. */
int blit_index_cell(const struct blit_index *index, int x, int y);

/* The picture of an item that has one, in its place's size. */
struct blit_shown blit_touch_picture(const struct blit_touch *touch, struct blit_gallery *gallery);

/* The cells that a rectangle of pixels of the world touches. */
struct blit_rect blit_cells_of(struct blit_rect rect, int zoom_px);

#endif

#include "paint/blit_index.h"

#include "base/memory.h"
#include "paint/place.h"

#include <stddef.h>
#include <string.h>

struct blit_rect blit_cells_of(struct blit_rect rect, int zoom_px)
{
    return (struct blit_rect){blit_divide_down(rect.x0, zoom_px), blit_divide_down(rect.y0, zoom_px),
                              blit_divide_down(rect.x1 - 1, zoom_px) + 1,
                              blit_divide_down(rect.y1 - 1, zoom_px) + 1};
}

/* The cells that an item touches. Most lie within the cell that they are anchored in, which is seen without
 * dividing. */
static struct blit_rect touched_cells(const struct blit_index *index, const struct scene_item *item,
                                      struct blit_rect place)
{
    int x = blit_divide_down(item->x, SCENE_UNITS);
    int y = blit_divide_down(item->y, SCENE_UNITS);
    struct blit_rect within = blit_rect_moved(place, -x * index->zoom_px, -y * index->zoom_px);
    bool is_inside =
        within.x0 >= 0 && within.y0 >= 0 && within.x1 <= index->zoom_px && within.y1 <= index->zoom_px;
    struct blit_rect touched =
        is_inside ? (struct blit_rect){x, y, x + 1, y + 1} : blit_cells_of(place, index->zoom_px);
    return blit_rect_common(touched, index->cells);
}

static int cell_count(const struct blit_index *index)
{
    return (index->cells.x1 - index->cells.x0) * (index->cells.y1 - index->cells.y0);
}

int blit_index_cell(const struct blit_index *index, int x, int y)
{
    return (y - index->cells.y0) * (index->cells.x1 - index->cells.x0) + (x - index->cells.x0);
}

static void make_room(struct blit_index *index, int cells, int items)
{
    if (cells > index->cell_room) {
        index->cell_room = cells;
        index->first = memory_resize(index->first, (size_t)cells + 2, sizeof *index->first);
        index->keys = memory_resize(index->keys, (size_t)cells, sizeof *index->keys);
    }
    if (items > index->item_room) {
        index->item_room = items + items / 4;
        index->places = memory_resize(index->places, (size_t)index->item_room, sizeof *index->places);
        index->looks = memory_resize(index->looks, (size_t)index->item_room, sizeof *index->looks);
    }
}

static void find_places(struct blit_index *index, const struct scene *scene)
{
    for (int i = 0; i < scene->ground_count; i++) {
        SDL_Rect at = paint_place_in_world(&scene->items[i], index->zoom_px);
        index->places[i] = (struct blit_rect){at.x, at.y, at.x + at.w, at.y + at.h};
    }
}

/* first[n + 2]: how many items touch cell n; then first[n + 1]: where those of cell n begin. */
static void count_touches(struct blit_index *index, const struct scene *scene)
{
    memset(index->first, 0, ((size_t)cell_count(index) + 2) * sizeof *index->first);
    for (int i = 0; i < scene->ground_count; i++) {
        struct blit_rect touched = touched_cells(index, &scene->items[i], index->places[i]);
        for (int y = touched.y0; y < touched.y1; y++) {
            for (int x = touched.x0; x < touched.x1; x++) {
                index->first[blit_index_cell(index, x, y) + 2]++;
            }
        }
    }
    for (int cell = 0; cell < cell_count(index); cell++) {
        index->first[cell + 2] += index->first[cell + 1];
    }
}

/* While it writes, first[n + 1] moves from where the items of cell n begin to where they end, which is where
 * those of cell n + 1 begin: what it is meant to be. */
static void write_touches(struct blit_index *index, const struct scene *scene)
{
    for (int i = 0; i < scene->ground_count; i++) {
        struct blit_rect touched = touched_cells(index, &scene->items[i], index->places[i]);
        for (int y = touched.y0; y < touched.y1; y++) {
            for (int x = touched.x0; x < touched.x1; x++) {
                index->items[index->first[blit_index_cell(index, x, y) + 1]++] = i;
            }
        }
    }
}

void blit_index_build(struct blit_index *index, const struct scene *scene, int zoom_px,
                      struct blit_rect cells)
{
    index->zoom_px = zoom_px;
    index->cells = cells;
    make_room(index, cell_count(index), scene->ground_count);
    find_places(index, scene);
    count_touches(index, scene);
    int touches = index->first[cell_count(index) + 1];
    if (touches > index->touch_room) {
        index->touch_room = touches + touches / 4;
        index->items = memory_resize(index->items, (size_t)index->touch_room, sizeof *index->items);
    }
    write_touches(index, scene);
}

struct blit_shown blit_index_picture(const struct blit_index *index, struct blit_gallery *gallery,
                                     const struct scene *scene, int item)
{
    struct blit_rect place = index->places[item];
    return blit_gallery_get(gallery, scene->items[item].picture, place.x1 - place.x0, place.y1 - place.y0,
                            scene->items[item].mirrored != 0);
}

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ (hash >> 29);
}

static uint64_t pair(int a, int b)
{
    return (uint64_t)(uint32_t)a << 32 | (uint32_t)b;
}

/* What an item looks like, wherever it is. */
static uint64_t look_of(struct blit_index *index, struct blit_gallery *gallery, const struct scene *scene,
                        int item)
{
    struct blit_rect place = index->places[item];
    uint64_t look = mix(scene->items[item].tint, pair(place.x1 - place.x0, place.y1 - place.y0));
    if (scene->items[item].picture == PICTURE_NONE) {
        return look;
    }
    struct blit_shown shown = blit_index_picture(index, gallery, scene, item);
    index->stand_ins += !shown.is_exact;
    return mix(look, shown.identity + 1);
}

void blit_index_find_keys(struct blit_index *index, struct blit_gallery *gallery, const struct scene *scene)
{
    index->stand_ins = 0;
    for (int i = 0; i < scene->ground_count; i++) {
        index->looks[i] = look_of(index, gallery, scene, i);
    }
    int cell = 0;
    for (int y = index->cells.y0; y < index->cells.y1; y++) {
        for (int x = index->cells.x0; x < index->cells.x1; x++, cell++) {
            uint64_t key = 0;
            for (int i = index->first[cell]; i < index->first[cell + 1]; i++) {
                struct blit_rect place = index->places[index->items[i]];
                key = mix(mix(key, index->looks[index->items[i]]),
                          pair(place.x0 - x * index->zoom_px, place.y0 - y * index->zoom_px));
            }
            index->keys[cell] = key;
        }
    }
}

void blit_index_free(struct blit_index *index)
{
    memory_free(index->first);
    memory_free(index->items);
    memory_free(index->keys);
    memory_free(index->places);
    memory_free(index->looks);
    *index = (struct blit_index){0};
}

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

int blit_index_cell(const struct blit_index *index, int x, int y)
{
    return (y - index->cells.y0) * (index->cells.x1 - index->cells.x0) + (x - index->cells.x0);
}

static int count_cells(const struct blit_index *index)
{
    return (index->cells.x1 - index->cells.x0) * (index->cells.y1 - index->cells.y0);
}

static void add_near(struct blit_index *index, const struct scene_item *item, struct blit_rect place)
{
    if (index->near_count == index->near_room) {
        index->near_room = index->near_room > 0 ? 2 * index->near_room : 1024;
        index->near = memory_resize(index->near, (size_t)index->near_room, sizeof *index->near);
    }
    index->near[index->near_count++] = (struct blit_touch){item, place};
}

enum { RUN_ITEMS = 64 };

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static struct blit_run bounds_of(const struct scene_item *item)
{
    return (struct blit_run){item->x, item->y, (int64_t)item->x + item->width,
                             (int64_t)item->y + item->height};
}

/* Once for each ground; then whole runs of items that are elsewhere are passed over at a glance. */
static void find_runs(struct blit_index *index, const struct scene *scene)
{
    if (index->runs_hash == scene->ground_hash && index->run_items == scene->ground_count) {
        return;
    }
    int count = (scene->ground_count + RUN_ITEMS - 1) / RUN_ITEMS;
    if (count > index->run_room) {
        index->run_room = count + count / 2;
        index->runs = memory_resize(index->runs, (size_t)index->run_room, sizeof *index->runs);
    }
    for (int i = 0; i < scene->ground_count; i++) {
        struct blit_run bounds = bounds_of(&scene->items[i]);
        struct blit_run *run = &index->runs[i / RUN_ITEMS];
        *run = i % RUN_ITEMS == 0
                   ? bounds
                   : (struct blit_run){smaller(run->x0, bounds.x0), smaller(run->y0, bounds.y0),
                                       larger(run->x1, bounds.x1), larger(run->y1, bounds.y1)};
    }
    index->runs_hash = scene->ground_hash;
    index->run_items = scene->ground_count;
}

static bool is_apart(const struct blit_run *a, const struct blit_run *b)
{
    return a->x0 >= b->x1 || a->y0 >= b->y1 || a->x1 <= b->x0 || a->y1 <= b->y0;
}

/* Most items are far from the few cells that are asked for, and are told by their units, which are at hand:
 * half a cell on all sides allows for the rounding to pixels. */
static void find_near(struct blit_index *index, const struct scene *scene)
{
    enum { MARGIN = SCENE_UNITS / 2 };
    const struct blit_run wanted = {
        (int64_t)index->cells.x0 * SCENE_UNITS - MARGIN, (int64_t)index->cells.y0 * SCENE_UNITS - MARGIN,
        (int64_t)index->cells.x1 * SCENE_UNITS + MARGIN, (int64_t)index->cells.y1 * SCENE_UNITS + MARGIN};
    index->near_count = 0;
    for (int first = 0; first < scene->ground_count; first += RUN_ITEMS) {
        if (is_apart(&index->runs[first / RUN_ITEMS], &wanted)) {
            continue;
        }
        for (int i = first; i < first + RUN_ITEMS && i < scene->ground_count; i++) {
            const struct scene_item *item = &scene->items[i];
            struct blit_run bounds = bounds_of(item);
            if (!is_apart(&bounds, &wanted)) {
                SDL_Rect at = paint_place_in_world(item, index->zoom_px);
                add_near(index, item, (struct blit_rect){at.x, at.y, at.x + at.w, at.y + at.h});
            }
        }
    }
}

/* The cells that an item touches. Most lie within the cell that they are anchored in, which is seen without
 * dividing. */
static struct blit_rect touched_cells(const struct blit_index *index, const struct blit_touch *touch)
{
    int x = blit_divide_down(touch->item->x, SCENE_UNITS);
    int y = blit_divide_down(touch->item->y, SCENE_UNITS);
    struct blit_rect within = blit_rect_moved(touch->place, -x * index->zoom_px, -y * index->zoom_px);
    bool is_inside =
        within.x0 >= 0 && within.y0 >= 0 && within.x1 <= index->zoom_px && within.y1 <= index->zoom_px;
    struct blit_rect touched =
        is_inside ? (struct blit_rect){x, y, x + 1, y + 1} : blit_cells_of(touch->place, index->zoom_px);
    return blit_rect_common(touched, index->cells);
}

/* first[n + 2]: how many items touch cell n; then first[n + 1]: where those of cell n begin. */
static void count_touches(struct blit_index *index)
{
    int cells = count_cells(index);
    if (cells > index->cell_room) {
        index->cell_room = cells;
        index->first = memory_resize(index->first, (size_t)cells + 2, sizeof *index->first);
        index->keys = memory_resize(index->keys, (size_t)cells, sizeof *index->keys);
    }
    memset(index->first, 0, ((size_t)cells + 2) * sizeof *index->first);
    for (int i = 0; i < index->near_count; i++) {
        struct blit_rect touched = touched_cells(index, &index->near[i]);
        for (int y = touched.y0; y < touched.y1; y++) {
            for (int x = touched.x0; x < touched.x1; x++) {
                index->first[blit_index_cell(index, x, y) + 2]++;
            }
        }
    }
    for (int cell = 0; cell < cells; cell++) {
        index->first[cell + 2] += index->first[cell + 1];
    }
    if (index->first[cells + 1] >= index->touch_room) {
        index->touch_room = index->first[cells + 1] * 2 + 1; /* never nothing: the array is always there */
        index->touches = memory_resize(index->touches, (size_t)index->touch_room, sizeof *index->touches);
    }
}

/* While it writes, first[n + 1] moves from where the items of cell n begin to where they end, which is where
 * those of cell n + 1 begin: what it is meant to be. */
static void write_touches(struct blit_index *index)
{
    for (int i = 0; i < index->near_count; i++) {
        struct blit_rect touched = touched_cells(index, &index->near[i]);
        for (int y = touched.y0; y < touched.y1; y++) {
            for (int x = touched.x0; x < touched.x1; x++) {
                index->touches[index->first[blit_index_cell(index, x, y) + 1]++] = index->near[i];
            }
        }
    }
}

struct blit_shown blit_touch_picture(const struct blit_touch *touch, struct blit_gallery *gallery)
{
    return blit_gallery_get(gallery, touch->item->picture, touch->place.x1 - touch->place.x0,
                            touch->place.y1 - touch->place.y0, touch->item->mirrored != 0);
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

/* What is seen, and where in the cell. */
static uint64_t mix_touch(struct blit_index *index, struct blit_gallery *gallery, uint64_t key,
                          const struct blit_touch *touch, int left, int top)
{
    struct blit_rect place = touch->place;
    key = mix(key, pair(place.x0 - left, place.y0 - top));
    key = mix(key, pair(place.x1 - place.x0, place.y1 - place.y0));
    key = mix(key, touch->item->tint);
    if (touch->item->picture == PICTURE_NONE) {
        return key;
    }
    struct blit_shown shown = blit_touch_picture(touch, gallery);
    index->stand_ins += !shown.is_exact;
    return mix(key, shown.identity + 1);
}

static void find_keys(struct blit_index *index, struct blit_gallery *gallery)
{
    index->stand_ins = 0;
    int cell = 0;
    for (int y = index->cells.y0; y < index->cells.y1; y++) {
        for (int x = index->cells.x0; x < index->cells.x1; x++, cell++) {
            uint64_t key = 0;
            for (int i = index->first[cell]; i < index->first[cell + 1]; i++) {
                key = mix_touch(index, gallery, key, &index->touches[i], x * index->zoom_px,
                                y * index->zoom_px);
            }
            index->keys[cell] = key;
        }
    }
}

void blit_index_build(struct blit_index *index, struct blit_gallery *gallery, const struct scene *scene,
                      int zoom_px, struct blit_rect cells)
{
    index->zoom_px = zoom_px;
    index->cells = cells;
    find_runs(index, scene);
    find_near(index, scene);
    count_touches(index);
    write_touches(index);
    find_keys(index, gallery);
}

void blit_index_free(struct blit_index *index)
{
    memory_free(index->first);
    memory_free(index->touches);
    memory_free(index->keys);
    memory_free(index->near);
    memory_free(index->runs);
    *index = (struct blit_index){0};
}

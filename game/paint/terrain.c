#include "paint/terrain.h"

#include "base/memory.h"
#include "paint/place.h"

#include <string.h>

#define HASH_FACTOR UINT64_C(0x9E3779B97F4A7C15)

static int floor_divide(int value, int divisor)
{
    return value / divisor - (value % divisor < 0);
}

static void set_view(struct terrain *terrain, const struct camera *camera)
{
    SDL_Point origin = paint_origin(camera);
    int zoom_px = camera->zoom_px;
    terrain->x0 = floor_divide(origin.x, zoom_px);
    terrain->y0 = floor_divide(origin.y, zoom_px);
    terrain->columns = floor_divide(origin.x + camera->view_w_px - 1, zoom_px) - terrain->x0 + 1;
    terrain->rows = floor_divide(origin.y + camera->view_h_px - 1, zoom_px) - terrain->y0 + 1;
    int cells = terrain->columns * terrain->rows;
    if (cells > terrain->cell_room) {
        terrain->cell_room = cells + cells / 4;
        terrain->hashes = memory_resize(terrain->hashes, (size_t)terrain->cell_room, sizeof *terrain->hashes);
        terrain->is_taken = memory_resize(terrain->is_taken, (size_t)terrain->cell_room, 1);
    }
    for (int i = 0; i < cells; i++) {
        terrain->hashes[i] = 1;
    }
    memset(terrain->is_taken, 0, (size_t)cells);
}

static void make_room(struct terrain *terrain, int item_count)
{
    if (item_count > terrain->room) {
        terrain->room = item_count + item_count / 4;
        terrain->items = memory_resize(terrain->items, (size_t)terrain->room, sizeof *terrain->items);
        terrain->other_room = terrain->room;
        terrain->others =
            memory_resize(terrain->others, (size_t)terrain->other_room, sizeof *terrain->others);
    }
    terrain->count = 0;
    terrain->other_count = 0;
}

/* The cells in view that an item touches: x0 <= x < x1, from the view's first cell. */
struct cells {
    int x0, y0, x1, y1;
};

static struct cells cells_of(const struct terrain *terrain, const struct scene_item *item)
{
    struct cells cells = {floor_divide(item->x, SCENE_UNITS) - terrain->x0,
                          floor_divide(item->y, SCENE_UNITS) - terrain->y0,
                          floor_divide(item->x + item->width - 1, SCENE_UNITS) - terrain->x0 + 1,
                          floor_divide(item->y + item->height - 1, SCENE_UNITS) - terrain->y0 + 1};
    cells.x0 = cells.x0 > 0 ? cells.x0 : 0;
    cells.y0 = cells.y0 > 0 ? cells.y0 : 0;
    cells.x1 = cells.x1 < terrain->columns ? cells.x1 : terrain->columns;
    cells.y1 = cells.y1 < terrain->rows ? cells.y1 : terrain->rows;
    return cells;
}

static bool is_any_taken(const struct terrain *terrain, struct cells cells)
{
    for (int y = cells.y0; y < cells.y1; y++) {
        for (int x = cells.x0; x < cells.x1; x++) {
            if (terrain->is_taken[y * terrain->columns + x]) {
                return true;
            }
        }
    }
    return false;
}

static void take(struct terrain *terrain, struct cells cells)
{
    for (int y = cells.y0; y < cells.y1; y++) {
        for (int x = cells.x0; x < cells.x1; x++) {
            terrain->is_taken[y * terrain->columns + x] = 1;
        }
    }
}

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * HASH_FACTOR;
    return hash ^ hash >> 32;
}

/* The serial stands for picture, size, mirroring and whether it is stretched. */
static void add_to_hashes(struct terrain *terrain, const struct terrain_item *item, struct cells cells)
{
    uint64_t value = mix(mix(item->pixels.serial, (uint32_t)item->place.x), (uint32_t)item->place.y);
    value = mix(mix(value, (uint64_t)(uint32_t)item->place.w << 32 | (uint32_t)item->place.h), item->tint);
    for (int y = cells.y0; y < cells.y1; y++) {
        for (int x = cells.x0; x < cells.x1; x++) {
            uint64_t *hash = &terrain->hashes[y * terrain->columns + x];
            *hash = mix(*hash, value) | 1;
        }
    }
}

void terrain_divide(struct terrain *terrain, struct paint_context *context, const struct scene *scene,
                    const struct camera *camera)
{
    set_view(terrain, camera);
    make_room(terrain, scene->count);
    SDL_Point origin = paint_origin(camera);
    for (int i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->items[i];
        SDL_Rect place;
        if (!paint_place(item, camera, &place)) {
            continue;
        }
        context->counts.items++;
        struct cells cells = cells_of(terrain, item);
        bool can_stay = item->layer == LAYER_PAPER || item->layer == LAYER_BLOCKS;
        if (!can_stay || is_any_taken(terrain, cells)) {
            take(terrain, cells);
            terrain->others[terrain->other_count++] = i;
            continue;
        }
        struct terrain_item *out = &terrain->items[terrain->count++];
        out->is_plain = item->picture == PICTURE_NONE;
        out->pixels = out->is_plain ? (struct picture_pixels){0}
                                    : paint_pixels(context, item, &place, true, item->mirrored != 0);
        out->tint = item->tint;
        out->place = (SDL_Rect){place.x + origin.x, place.y + origin.y, place.w, place.h};
        add_to_hashes(terrain, out, cells);
    }
}

void terrain_free(struct terrain *terrain)
{
    memory_free(terrain->hashes);
    memory_free(terrain->is_taken);
    memory_free(terrain->items);
    memory_free(terrain->others);
    *terrain = (struct terrain){0};
}

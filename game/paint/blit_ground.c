#include "paint/blit_ground.h"

#include "base/memory.h"

#include <string.h>

enum { INDEX_MARGIN_CELLS = 8 }; /* beyond the view, so that the index lasts for a while */

struct blit_slot {
    int x, y; /* the cell */
    uint64_t key;
    bool is_filled;
};

static int modulo(int value, int by)
{
    return value - blit_divide_down(value, by) * by;
}

/* Makes the buffer fit. Returns false, with all of it empty, if it did not. */
static bool fit_buffer(struct blit_ground *ground, int zoom_px, struct blit_rect view)
{
    /* As many cells as are seen at once when the view starts within one. */
    int columns = (view.x1 - view.x0 + zoom_px - 1) / zoom_px + 1;
    int rows = (view.y1 - view.y0 + zoom_px - 1) / zoom_px + 1;
    if (zoom_px == ground->zoom_px && columns == ground->columns && rows == ground->rows) {
        return true;
    }
    size_t slots = (size_t)columns * (size_t)rows;
    size_t pixels = slots * (size_t)zoom_px * (size_t)zoom_px;
    if (pixels > ground->pixel_room) {
        memory_free(ground->buffer.pixels);
        ground->buffer.pixels = memory_get_array(pixels, sizeof *ground->buffer.pixels);
        ground->pixel_room = pixels;
    }
    ground->slots = memory_resize(ground->slots, slots, sizeof *ground->slots);
    memset(ground->slots, 0, slots * sizeof *ground->slots);
    ground->buffer.pitch_px = ground->buffer.width = columns * zoom_px;
    ground->buffer.height = rows * zoom_px;
    ground->zoom_px = zoom_px;
    ground->columns = columns;
    ground->rows = rows;
    return false;
}

static bool covers(struct blit_rect a, struct blit_rect b)
{
    return a.x0 <= b.x0 && a.y0 <= b.y0 && a.x1 >= b.x1 && a.y1 >= b.y1;
}

/* The last item of the cell that hides all before it; the first one if none does. */
static int find_lowest_seen(const struct blit_ground *ground, struct blit_gallery *gallery,
                            const struct scene *scene, struct blit_rect cell, int first, int end,
                            bool *is_hiding)
{
    for (int i = end - 1; i >= first; i--) {
        int item = ground->index.items[i];
        if (scene->items[item].picture == PICTURE_NONE || scene->items[item].tint != UINT32_MAX ||
            !covers(ground->index.places[item], cell)) {
            continue;
        }
        struct blit_shown shown = blit_index_picture(&ground->index, gallery, scene, item);
        if (shown.identity != 0 && shown.picture.blocks->is_all_opaque) {
            *is_hiding = true;
            return i;
        }
    }
    *is_hiding = false;
    return first;
}

static void paint_cell(struct blit_ground *ground, struct blit_gallery *gallery, const struct scene *scene,
                       struct blit_rect cell, int number, int dx, int dy, const struct blit_kernels *kernels)
{
    const struct blit_index *index = &ground->index;
    struct blit_rect clip = blit_rect_moved(cell, dx, dy);
    int end = index->first[number + 1];
    bool is_hiding;
    int first = find_lowest_seen(ground, gallery, scene, cell, index->first[number], end, &is_hiding);
    if (!is_hiding) {
        blit_fill(&ground->buffer, clip, ground->background, kernels);
    }
    for (int i = first; i < end; i++) {
        const struct scene_item *item = &scene->items[index->items[i]];
        struct blit_rect place = blit_rect_moved(index->places[index->items[i]], dx, dy);
        if (item->picture == PICTURE_NONE) {
            blit_fill(&ground->buffer, blit_rect_common(place, clip), item->tint, kernels);
            continue;
        }
        struct blit_shown shown = blit_index_picture(index, gallery, scene, index->items[i]);
        if (shown.identity != 0) {
            blit_picture_paint(&shown.picture, &ground->buffer, clip, place.x0, place.y0, item->tint,
                               kernels);
        }
    }
}

static void update_cell(struct blit_ground *ground, struct blit_gallery *gallery, const struct scene *scene,
                        int x, int y, struct blit_rect view, const struct blit_kernels *kernels,
                        struct blit_rects *changed)
{
    int zoom_px = ground->zoom_px;
    int column = modulo(x, ground->columns);
    int row = modulo(y, ground->rows);
    int number = blit_index_cell(&ground->index, x, y);
    struct blit_slot *slot = &ground->slots[row * ground->columns + column];
    struct blit_slot wanted = {x, y, ground->index.keys[number], true};
    bool was_this_cell = slot->is_filled && slot->x == x && slot->y == y;
    if (was_this_cell && slot->key == wanted.key) {
        return;
    }
    struct blit_rect cell = {x * zoom_px, y * zoom_px, (x + 1) * zoom_px, (y + 1) * zoom_px};
    paint_cell(ground, gallery, scene, cell, number, (column - x) * zoom_px, (row - y) * zoom_px, kernels);
    *slot = wanted;
    if (was_this_cell) {
        blit_rects_add(changed, blit_rect_moved(blit_rect_common(cell, view), -view.x0, -view.y0));
    }
}

bool blit_ground_update(struct blit_ground *ground, struct blit_gallery *gallery, const struct scene *scene,
                        int zoom_px, struct blit_rect view, const struct blit_kernels *kernels,
                        struct blit_rects *changed)
{
    bool is_same_buffer = fit_buffer(ground, zoom_px, view);
    ground->start_x = modulo(view.x0, ground->buffer.width);
    ground->start_y = modulo(view.y0, ground->buffer.height);
    struct blit_rect cells = blit_cells_of(view, zoom_px);
    bool is_new_index =
        !is_same_buffer || scene->ground_hash != ground->hash || !covers(ground->index.cells, cells);
    if (is_new_index) {
        struct blit_rect around = {cells.x0 - INDEX_MARGIN_CELLS, cells.y0 - INDEX_MARGIN_CELLS,
                                   cells.x1 + INDEX_MARGIN_CELLS, cells.y1 + INDEX_MARGIN_CELLS};
        blit_index_build(&ground->index, scene, zoom_px, around);
        ground->hash = scene->ground_hash;
    }
    bool are_new_keys = is_new_index || ground->index.stand_ins > 0;
    if (are_new_keys) {
        blit_index_find_keys(&ground->index, gallery, scene);
    }
    if (are_new_keys || memcmp(&cells, &ground->cells, sizeof cells) != 0) {
        for (int y = cells.y0; y < cells.y1; y++) {
            for (int x = cells.x0; x < cells.x1; x++) {
                update_cell(ground, gallery, scene, x, y, view, kernels, changed);
            }
        }
        ground->cells = cells;
    }
    return is_same_buffer;
}

/* The view begins somewhere in the buffer and may go on at its other edge: up to two pieces in each
 * direction. */
void blit_ground_copy(const struct blit_ground *ground, const struct blit_target *target,
                      struct blit_rect rect, const struct blit_kernels *kernels)
{
    const struct blit_target *buffer = &ground->buffer;
    int edge_x = buffer->width - ground->start_x; /* of the buffer, in the view */
    int edge_y = buffer->height - ground->start_y;
    const struct blit_rect pieces[] = {{0, 0, edge_x, edge_y},
                                       {edge_x, 0, target->width, edge_y},
                                       {0, edge_y, edge_x, target->height},
                                       {edge_x, edge_y, target->width, target->height}};
    for (int i = 0; i < 4; i++) {
        struct blit_rect piece = blit_rect_common(rect, pieces[i]);
        if (!blit_rect_is_empty(piece)) {
            int from_x = piece.x0 < edge_x ? piece.x0 + ground->start_x : piece.x0 - edge_x;
            int from_y = piece.y0 < edge_y ? piece.y0 + ground->start_y : piece.y0 - edge_y;
            kernels->copy(blit_target_at(target, piece.x0, piece.y0), target->pitch_px,
                          blit_target_at(buffer, from_x, from_y), buffer->pitch_px, piece.x1 - piece.x0,
                          piece.y1 - piece.y0);
        }
    }
}

void blit_ground_free(struct blit_ground *ground)
{
    memory_free(ground->buffer.pixels);
    memory_free(ground->slots);
    blit_index_free(&ground->index);
    *ground = (struct blit_ground){0};
}

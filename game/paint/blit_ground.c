#include "paint/blit_ground.h"

#include "base/memory.h"

#include <string.h>

struct blit_slot {
    int x, y; /* the cell */
    uint64_t key;
    bool is_filled;
};

/* More than fit into the view side by side: one at each edge that is seen in part, and one beyond it. */
enum {
    SPARE_CELLS = 4,
    BAND_PX = 64 /* large cells are made ahead in bands of about that many rows */
};

static int modulo(int value, int by)
{
    return value - blit_divide_down(value, by) * by;
}

/* The buffer's memory is taken once for a size of the view, for the largest zoom: most of it is not touched
 * before it is needed, and zooming never has to wait for memory. */
static void give_room(struct blit_ground *ground, struct blit_rect view)
{
    size_t width = (size_t)(view.x1 - view.x0) + SPARE_CELLS * ZOOM_MAX_PX;
    size_t height = (size_t)(view.y1 - view.y0) + SPARE_CELLS * ZOOM_MAX_PX;
    if (width * height > ground->pixel_room) {
        memory_free(ground->buffer.pixels);
        ground->pixel_room = width * height;
        ground->buffer.pixels = memory_get_array(ground->pixel_room, sizeof *ground->buffer.pixels);
    }
}

/* Makes the buffer fit. Returns false, with all of it empty, if it did not. */
static bool fit_buffer(struct blit_ground *ground, int zoom_px, struct blit_rect view)
{
    int columns = (view.x1 - view.x0) / zoom_px + SPARE_CELLS;
    int rows = (view.y1 - view.y0) / zoom_px + SPARE_CELLS;
    if (zoom_px == ground->zoom_px && columns == ground->columns && rows == ground->rows) {
        return true;
    }
    size_t slots = (size_t)columns * (size_t)rows;
    give_room(ground, view);
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

/* The last item of the cell that hides all before it; NULL if none does. */
static const struct blit_touch *find_hiding(struct blit_gallery *gallery, const struct blit_touch *first,
                                            const struct blit_touch *end, struct blit_rect cell)
{
    for (const struct blit_touch *touch = end; touch != first;) {
        touch--;
        if (touch->item->picture != PICTURE_NONE && touch->item->tint == UINT32_MAX &&
            covers(touch->place, cell)) {
            struct blit_shown shown = blit_touch_picture(touch, gallery);
            if (shown.identity != 0 && shown.picture.blocks->is_all_opaque) {
                return touch;
            }
        }
    }
    return NULL;
}

/* Paints a part of a cell, both given in pixels of the world, into the buffer. */
static void paint_cell(struct blit_ground *ground, struct blit_gallery *gallery, struct blit_rect cell,
                       struct blit_rect part, const struct blit_kernels *kernels)
{
    const int x = cell.x0 / ground->zoom_px;
    const int y = cell.y0 / ground->zoom_px;
    const int number = blit_index_cell(&ground->index, x, y);
    const int dx = (modulo(x, ground->columns) - x) * ground->zoom_px;
    const int dy = (modulo(y, ground->rows) - y) * ground->zoom_px;
    const struct blit_touch *first = ground->index.touches + ground->index.first[number];
    const struct blit_touch *end = ground->index.touches + ground->index.first[number + 1];
    struct blit_rect clip = blit_rect_moved(part, dx, dy);
    const struct blit_touch *hiding = find_hiding(gallery, first, end, cell);
    if (hiding == NULL) {
        blit_fill(&ground->buffer, clip, ground->background, kernels);
    }
    for (const struct blit_touch *touch = hiding != NULL ? hiding : first; touch < end; touch++) {
        struct blit_rect place = blit_rect_moved(touch->place, dx, dy);
        if (touch->item->picture == PICTURE_NONE) {
            blit_fill(&ground->buffer, blit_rect_common(place, clip), touch->item->tint, kernels);
            continue;
        }
        struct blit_shown shown = blit_touch_picture(touch, gallery);
        if (shown.identity != 0) {
            blit_picture_paint(&shown.picture, &ground->buffer, clip, place.x0, place.y0, touch->item->tint,
                               kernels);
        }
    }
}

static struct blit_rect cell_rect(const struct blit_ground *ground, int x, int y)
{
    const int zoom_px = ground->zoom_px;
    return (struct blit_rect){x * zoom_px, y * zoom_px, (x + 1) * zoom_px, (y + 1) * zoom_px};
}

static struct blit_slot *slot_of(const struct blit_ground *ground, int x, int y)
{
    return &ground->slots[modulo(y, ground->rows) * ground->columns + modulo(x, ground->columns)];
}

static bool is_made(const struct blit_slot *slot, const struct blit_slot *wanted)
{
    return slot->is_filled && slot->x == wanted->x && slot->y == wanted->y && slot->key == wanted->key;
}

static struct blit_slot slot_wanted(const struct blit_ground *ground, int x, int y)
{
    return (struct blit_slot){x, y, ground->index.keys[blit_index_cell(&ground->index, x, y)], true};
}

static void check_cell(struct blit_ground *ground, struct blit_gallery *gallery, int x, int y,
                       struct blit_rect view, const struct blit_kernels *kernels, struct blit_rects *changed)
{
    struct blit_slot *slot = slot_of(ground, x, y);
    struct blit_slot wanted = slot_wanted(ground, x, y);
    if (is_made(slot, &wanted)) {
        return;
    }
    bool was_this_cell = slot->is_filled && slot->x == x && slot->y == y;
    struct blit_rect cell = cell_rect(ground, x, y);
    paint_cell(ground, gallery, cell, cell, kernels);
    *slot = wanted;
    if (was_this_cell) {
        blit_rects_add(changed, blit_rect_moved(blit_rect_common(cell, view), -view.x0, -view.y0));
    }
}

/* Makes one of the bands of a cell that is not in view. The cell counts as made after the last of them. */
static void make_band(struct blit_ground *ground, struct blit_gallery *gallery, int x, int y, int band,
                      int bands, const struct blit_kernels *kernels)
{
    struct blit_slot *slot = slot_of(ground, x, y);
    struct blit_slot wanted = slot_wanted(ground, x, y);
    if (is_made(slot, &wanted)) {
        return;
    }
    struct blit_rect cell = cell_rect(ground, x, y);
    struct blit_rect part = {cell.x0, cell.y0 + ground->zoom_px * band / bands, cell.x1,
                             cell.y0 + ground->zoom_px * (band + 1) / bands};
    paint_cell(ground, gallery, cell, part, kernels);
    *slot = wanted;
    slot->is_filled = band + 1 == bands;
}

/* Paints those of the cells that do not look as they are to look. */
static void check_cells(struct blit_ground *ground, struct blit_gallery *gallery, const struct scene *scene,
                        struct blit_rect cells, struct blit_rect view, const struct blit_kernels *kernels,
                        struct blit_rects *changed)
{
    if (blit_rect_is_empty(cells)) {
        return;
    }
    blit_index_build(&ground->index, gallery, scene, ground->zoom_px, cells);
    ground->stand_ins += ground->index.stand_ins;
    for (int y = cells.y0; y < cells.y1; y++) {
        for (int x = cells.x0; x < cells.x1; x++) {
            check_cell(ground, gallery, x, y, view, kernels, changed);
        }
    }
}

/* Whether all cells look as in the last frame, though there may be others. */
static bool is_same_ground(const struct blit_ground *ground, const struct scene *scene)
{
    const struct scene_ground *a = &ground->source;
    const struct scene_ground *b = &scene->ground;
    return ground->hash == scene->ground_hash ||
           (a->terrain_hash == b->terrain_hash && a->terrain_hash != 0 && a->width == b->width &&
            a->height == b->height && a->void_style == b->void_style);
}

static int count_of(struct blit_rect cells)
{
    return blit_rect_is_empty(cells) ? 0 : (cells.x1 - cells.x0) * (cells.y1 - cells.y0);
}

static struct blit_rect grown(struct blit_rect rect)
{
    return (struct blit_rect){rect.x0 - 1, rect.y0 - 1, rect.x1 + 1, rect.y1 + 1};
}

/* What was made ahead counts no longer when other cells came to be known meanwhile: they may have taken its
 * place in the buffer. */
static void set_known(struct blit_ground *ground, struct blit_rect known)
{
    if (!covers(ground->known, known) || !covers(known, ground->known)) {
        ground->known = known;
        ground->ahead_made = 0;
    }
}

/* The column or row that comes into view next when the view goes on moving like that, beside what is known,
 * and after how many such moves, at least 1. Empty when there is none, or when it is known already. */
static struct blit_rect next_strip(const struct blit_ground *ground, struct blit_rect cells,
                                   struct blit_rect view, int dx, int dy, int *moves)
{
    const int zoom_px = ground->zoom_px;
    const struct blit_rect known = ground->known;
    if (dx > 0 && known.x1 == cells.x1) {
        *moves = (cells.x1 * zoom_px - view.x1) / dx + 1;
        return (struct blit_rect){known.x1, known.y0, known.x1 + 1, known.y1};
    }
    if (dx < 0 && known.x0 == cells.x0) {
        *moves = (view.x0 - cells.x0 * zoom_px) / -dx + 1;
        return (struct blit_rect){known.x0 - 1, known.y0, known.x0, known.y1};
    }
    if (dy > 0 && known.y1 == cells.y1) {
        *moves = (cells.y1 * zoom_px - view.y1) / dy + 1;
        return (struct blit_rect){known.x0, known.y1, known.x1, known.y1 + 1};
    }
    if (dy < 0 && known.y0 == cells.y0) {
        *moves = (view.y0 - cells.y0 * zoom_px) / -dy + 1;
        return (struct blit_rect){known.x0, known.y0 - 1, known.x1, known.y0};
    }
    return (struct blit_rect){0, 0, 0, 0};
}

/* The cells of a strip from one number to another. */
static struct blit_rect part_of(struct blit_rect strip, int from, int to)
{
    bool is_row = strip.y1 - strip.y0 == 1;
    return is_row ? (struct blit_rect){strip.x0 + from, strip.y0, strip.x0 + to, strip.y1}
                  : (struct blit_rect){strip.x0, strip.y0 + from, strip.x1, strip.y0 + to};
}

/* The next so many bands of a strip. */
static void make_bands(struct blit_ground *ground, struct blit_gallery *gallery, const struct scene *scene,
                       struct blit_rect strip, int bands, int count, const struct blit_kernels *kernels)
{
    int end = ground->ahead_made + count;
    if (count > 0) {
        struct blit_rect cells = part_of(strip, ground->ahead_made / bands, (end + bands - 1) / bands);
        blit_index_build(&ground->index, gallery, scene, ground->zoom_px, cells);
        ground->stand_ins += ground->index.stand_ins;
    }
    for (; ground->ahead_made < end; ground->ahead_made++) {
        int number = ground->ahead_made / bands;
        struct blit_rect cell = part_of(strip, number, number + 1);
        make_band(ground, gallery, cell.x0, cell.y0, ground->ahead_made % bands, bands, kernels);
    }
}

/* Makes some cells that are not in view yet: twice as many as would do, as a row may follow a column. */
static void look_ahead(struct blit_ground *ground, struct blit_gallery *gallery, const struct scene *scene,
                       struct blit_rect cells, struct blit_rect view, const struct blit_kernels *kernels)
{
    int moves = 1;
    struct blit_rect strip =
        next_strip(ground, cells, view, view.x0 - ground->view.x0, view.y0 - ground->view.y0, &moves);
    const struct blit_rect built = {scene->ground.x0, scene->ground.y0, scene->ground.x1, scene->ground.y1};
    if (blit_rect_is_empty(strip) || !covers(built, grown(strip))) {
        return;
    }
    if (!covers(ground->ahead, strip) || !covers(strip, ground->ahead)) {
        ground->ahead = strip;
        ground->ahead_made = 0;
    }
    int bands = ground->zoom_px / BAND_PX > 0 ? ground->zoom_px / BAND_PX : 1;
    int left = count_of(strip) * bands - ground->ahead_made;
    int share = (2 * left + moves - 1) / moves;
    share = share < left ? share : left;
    make_bands(ground, gallery, scene, strip, bands, share, kernels);
    if (share == left) {
        const struct blit_rect known = ground->known;
        set_known(ground, (struct blit_rect){known.x0 < strip.x0 ? known.x0 : strip.x0,
                                             known.y0 < strip.y0 ? known.y0 : strip.y0,
                                             known.x1 > strip.x1 ? known.x1 : strip.x1,
                                             known.y1 > strip.y1 ? known.y1 : strip.y1});
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
    struct blit_rect known = blit_rect_common(grown(cells), ground->known);
    struct blit_rect seen = blit_rect_common(cells, known);
    if (!is_same_buffer || ground->stand_ins > 0 || !is_same_ground(ground, scene) ||
        blit_rect_is_empty(seen)) {
        ground->stand_ins = 0;
        check_cells(ground, gallery, scene, cells, view, kernels, changed);
        set_known(ground, (struct blit_rect){0});
        set_known(ground, cells);
    } else {
        /* What came into view, around what was known before. */
        const struct blit_rect fresh[] = {{cells.x0, cells.y0, cells.x1, seen.y0},
                                          {cells.x0, seen.y1, cells.x1, cells.y1},
                                          {cells.x0, seen.y0, seen.x0, seen.y1},
                                          {seen.x1, seen.y0, cells.x1, seen.y1}};
        for (int i = 0; i < 4; i++) {
            check_cells(ground, gallery, scene, fresh[i], view, kernels, changed);
        }
        set_known(ground, covers(known, cells) ? known : cells);
        look_ahead(ground, gallery, scene, cells, view, kernels);
    }
    ground->view = view;
    ground->hash = scene->ground_hash;
    ground->source = scene->ground;
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

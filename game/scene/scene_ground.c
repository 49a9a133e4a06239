/* The page, the cutting mat that it lies on, and what is glued to it: blocks with their open edges and the
 * shadows that give them thickness. */
#include "scene/scene_parts.h"

#include <stddef.h>

enum {
    PAGE_MARGIN_CELLS = 2, /* how far the page reaches beyond the world, unless it is torn off there */
    SHADOW_UNITS = 64,     /* the light comes from the upper left */
    EDGE_UNITS = 128,      /* thickness of the pictures of left, right and lower edges */
    OVERHANG_UNITS = 128,  /* how far grass stands out above its block */
    FOOT_UNITS = 256,      /* of the picture of a slope's foot */
    FIND_ODDS = 13,        /* one in so many cells of earth hides something */
    PIECES_MAX = 16        /* more blocks than that in one cell are not told apart */
};

#define SHADOW_TINT UINT32_C(0x302E2A26)

static bool is_slope(enum block block)
{
    return block == BLOCK_SLOPE_RIGHT || block == BLOCK_SLOPE_LEFT;
}

static bool is_inside(const struct scene_view *view, int x, int y)
{
    return x >= 0 && x < view->width && y >= 0 && y < view->height;
}

static bool is_page(const struct scene_view *view, int x, int y)
{
    int margin = view->void_style == VOID_TORN_PAPER ? 0 : PAGE_MARGIN_CELLS;
    return x >= -margin && x < view->width + margin && y >= -margin && y < view->height + margin;
}

/* Whether any block of the cell fills it: nothing under that is seen. */
static bool is_hidden(const struct world *world, int x, int y, enum block oldest)
{
    if (oldest == BLOCK_NONE || block_is_flat(oldest)) {
        return oldest != BLOCK_NONE;
    }
    struct block_piece pieces[PIECES_MAX];
    int count = world_blocks_at(world, x, y, pieces, PIECES_MAX);
    for (int i = 1; i < count && i < PIECES_MAX; i++) {
        if (block_is_flat((enum block)pieces[i].block)) {
            return true;
        }
    }
    return false;
}

/* Whether the thing at a cell throws a shadow to the right of it, or below it, upon a sheet that lies deeper:
 * a block on the page, the page on the mat. */
static bool throws_right(const struct scene_view *view, int x, int y, bool onto_page)
{
    if (!onto_page) {
        return is_page(view, x, y);
    }
    enum block block = world_block_at(view->world, x, y);
    return block_is_flat(block) || block == BLOCK_SLOPE_RIGHT;
}

static bool throws_down(const struct scene_view *view, int x, int y, bool onto_page)
{
    if (!onto_page) {
        return is_page(view, x, y);
    }
    enum block block = world_block_at(view->world, x, y);
    return block_is_flat(block) || is_slope(block);
}

static void add_shadows(struct scene *scene, const struct scene_view *view, int x, int y)
{
    bool onto_page = is_page(view, x, y);
    int32_t left = x * SCENE_UNITS;
    int32_t top = y * SCENE_UNITS;
    bool from_left = throws_right(view, x - 1, y, onto_page);
    bool from_above = throws_down(view, x, y - 1, onto_page);
    bool from_corner = throws_right(view, x - 1, y - 1, onto_page);
    /* The three meet without lying on each other, or the corner would be darker. */
    if (from_above) {
        int32_t start = from_left || from_corner ? 0 : SHADOW_UNITS;
        scene_add_rectangle(scene, LAYER_PAPER, left + start, top, SCENE_UNITS - start, SHADOW_UNITS,
                            SHADOW_TINT);
    }
    if (from_left) {
        int32_t start = from_above || !from_corner ? SHADOW_UNITS : 0;
        scene_add_rectangle(scene, LAYER_PAPER, left, top + start, SHADOW_UNITS, SCENE_UNITS - start,
                            SHADOW_TINT);
    }
    if (from_corner && !from_left && !from_above) {
        scene_add_rectangle(scene, LAYER_PAPER, left, top, SHADOW_UNITS, SHADOW_UNITS, SHADOW_TINT);
    }
}

static void add_sheet(struct scene *scene, const struct scene_view *view, int x, int y)
{
    if (is_hidden(view->world, x, y, world_block_at(view->world, x, y))) {
        return;
    }
    scene_add(scene, LAYER_PAPER, is_page(view, x, y) ? PICTURE_PAPER : PICTURE_MAT, x * SCENE_UNITS,
              y * SCENE_UNITS);
    add_shadows(scene, view, x, y);
}

/* Whether the neighbour at (x + dx, y + dy) closes the side that it shares with the cell (x, y). */
static bool is_covered(const struct scene_view *view, int x, int y, int dx, int dy)
{
    if (!is_inside(view, x + dx, y + dy)) {
        return view->void_style == VOID_TORN_PAPER || dy < 0;
    }
    enum block block = world_block_at(view->world, x + dx, y + dy);
    if (block_is_flat(block)) {
        return true;
    }
    if (dy != 0) {
        return dy < 0 && is_slope(block);
    }
    return block == (dx < 0 ? BLOCK_SLOPE_RIGHT : BLOCK_SLOPE_LEFT);
}

static bool is_edge(const struct scene_view *view, int x, int y)
{
    return !is_covered(view, x, y, -1, 0) || !is_covered(view, x, y, 1, 0) ||
           !is_covered(view, x, y, 0, -1) || !is_covered(view, x, y, 0, 1);
}

static void add_earth_edges(struct scene *scene, const struct scene_view *view, int x, int y,
                            enum block block)
{
    int32_t left = x * SCENE_UNITS;
    int32_t top = y * SCENE_UNITS;
    if (block != BLOCK_SLOPE_RIGHT && !is_covered(view, x, y, -1, 0)) {
        scene_add(scene, LAYER_BLOCKS, PICTURE_EARTH_LEFT, left, top);
    }
    if (block != BLOCK_SLOPE_LEFT && !is_covered(view, x, y, 1, 0)) {
        scene_add(scene, LAYER_BLOCKS, PICTURE_EARTH_RIGHT, left + SCENE_UNITS - EDGE_UNITS, top);
    }
    if (!is_covered(view, x, y, 0, 1)) {
        scene_add(scene, LAYER_BLOCKS, PICTURE_EARTH_BOTTOM, left, top + SCENE_UNITS - EDGE_UNITS);
    }
    if (block == BLOCK_EARTH && !is_covered(view, x, y, 0, -1)) {
        uint32_t dice = scene_dice(x, y);
        scene_add_mirrored(scene, LAYER_BLOCKS, PICTURE_EARTH_TOP_1 + (int)(dice & 1), left,
                           top - OVERHANG_UNITS, dice & 2);
    }
}

/* The grass of a slope goes on into the corner of the block below. */
static void add_slope_foot(struct scene *scene, const struct scene_view *view, int x, int y)
{
    enum block above = is_inside(view, x, y - 1) ? world_block_at(view->world, x, y - 1) : BLOCK_NONE;
    if (is_slope(above)) {
        bool is_left = above == BLOCK_SLOPE_LEFT;
        scene_add_mirrored(scene, LAYER_BLOCKS, PICTURE_SLOPE_FOOT,
                           x * SCENE_UNITS + (is_left ? SCENE_UNITS - FOOT_UNITS : 0), y * SCENE_UNITS,
                           is_left);
    }
}

/* Here and there something lies in the earth, where no edge is near. */
static void add_find(struct scene *scene, const struct scene_view *view, int x, int y)
{
    uint32_t dice = scene_dice(y, x);
    if (dice % FIND_ODDS != 0 || is_edge(view, x, y)) {
        return;
    }
    int picture = PICTURE_FIND_1 + (int)(dice >> 8) % (PICTURE_FIND_6 - PICTURE_FIND_1 + 1);
    scene_add_mirrored(scene, LAYER_BLOCKS, picture, x * SCENE_UNITS + 128 + (int32_t)(dice >> 20 & 255),
                       y * SCENE_UNITS + 128 + (int32_t)(dice >> 12 & 255), dice >> 30 & 1);
}

static void add_piece(struct scene *scene, const struct scene_view *view, int x, int y,
                      struct block_piece piece)
{
    int32_t left = x * SCENE_UNITS;
    int32_t top = y * SCENE_UNITS;
    enum block block = (enum block)piece.block;
    switch (block) {
    case BLOCK_NONE: return;
    case BLOCK_EARTH:
        scene_add_mirrored(scene, LAYER_BLOCKS, PICTURE_EARTH_1 + piece.variant, left, top,
                           scene_dice(x, y) & 4);
        add_slope_foot(scene, view, x, y);
        add_find(scene, view, x, y);
        break;
    case BLOCK_METAL: scene_add(scene, LAYER_BLOCKS, PICTURE_METAL_1 + piece.variant, left, top); return;
    case BLOCK_SLOPE_RIGHT:
    case BLOCK_SLOPE_LEFT:
        scene_add_mirrored(scene, LAYER_BLOCKS, PICTURE_SLOPE_1 + piece.variant, left, top - OVERHANG_UNITS,
                           block == BLOCK_SLOPE_LEFT);
        break;
    case BLOCK_BRIDGE_RIGHT:
    case BLOCK_BRIDGE_LEFT:
        scene_add_mirrored(scene, LAYER_BLOCKS, PICTURE_BRIDGE, left, top, block == BLOCK_BRIDGE_LEFT);
        return;
    }
    add_earth_edges(scene, view, x, y, block);
}

static void add_blocks(struct scene *scene, const struct scene_view *view, int x, int y)
{
    struct block_piece pieces[PIECES_MAX];
    int count = world_blocks_at(view->world, x, y, pieces, PIECES_MAX);
    count = count < PIECES_MAX ? count : PIECES_MAX;
    for (int i = 0; i < count; i++) {
        add_piece(scene, view, x, y, pieces[i]);
    }
}

void scene_add_ground(struct scene *scene, const struct scene_view *view)
{
    for (int y = view->y0; y < view->y1; y++) {
        for (int x = view->x0; x < view->x1; x++) {
            add_sheet(scene, view, x, y);
        }
    }
    /* From above to below: what stands on the lower cell hides the foot of a bridge, and grass hangs over it.
     */
    for (int y = view->y0 < 0 ? 0 : view->y0; y < view->y1 && y < view->height; y++) {
        for (int x = view->x0 < 0 ? 0 : view->x0; x < view->x1 && x < view->width; x++) {
            if (world_block_at(view->world, x, y) != BLOCK_NONE) {
                add_blocks(scene, view, x, y);
            }
        }
    }
}

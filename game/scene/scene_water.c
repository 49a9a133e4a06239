/* Water: pools with a surface that slopes towards its neighbours, and drops where it falls (after rules/40
 * A8, with the surface read off the amounts and the drops off the time, so that equal worlds look equal). */
#include "scene/scene_parts.h"

enum {
    HALF_UNITS = SCENE_UNITS / 2,
    AMOUNT_FULL = 1024,
    RAMP_FULL = 512,
    COLUMN_MAX = 4, /* so many full cells stand on their own, whatever is below */
    DROPS_MAX = 7,
    AMOUNT_PER_DROP = 96,
    DROP_SPEED = 2,   /* cells per step: as fast as a rabbit falls */
    DROP_WIDTH = 128, /* units, of its picture */
    MARK_ODDS = 3     /* one in so many full cells has a mark */
};

#define FALLING_COLOUR UINT32_C(0x4C8FC4) /* its alpha comes from the amount */

/* What water sees in a cell. */
enum shape { SHAPE_OPEN, SHAPE_RIGHT, SHAPE_LEFT, SHAPE_VALLEY, SHAPE_SOLID };

static enum shape shape_at(const struct world *world, int x, int y)
{
    enum block oldest = world_block_at(world, x, y);
    if (oldest == BLOCK_NONE || oldest == BLOCK_EARTH || oldest == BLOCK_METAL) {
        return oldest == BLOCK_NONE ? SHAPE_OPEN : SHAPE_SOLID;
    }
    struct block_piece pieces[4];
    int count = world_blocks_at(world, x, y, pieces, 4);
    bool right = false;
    bool left = false;
    for (int i = 0; i < count && i < 4; i++) {
        right = right || pieces[i].block == BLOCK_SLOPE_RIGHT;
        left = left || pieces[i].block == BLOCK_SLOPE_LEFT;
        if (pieces[i].block == BLOCK_EARTH || pieces[i].block == BLOCK_METAL) {
            return SHAPE_SOLID;
        }
    }
    return right && left ? SHAPE_VALLEY : right ? SHAPE_RIGHT : left ? SHAPE_LEFT : SHAPE_OPEN;
}

static bool is_ramp(enum shape shape)
{
    return shape == SHAPE_RIGHT || shape == SHAPE_LEFT;
}

/* Whether water in an open cell would fall out of it: nothing solid, no full ramp and no standing column
 * below. */
static bool is_falling(const struct world *world, int x, int y)
{
    for (int below = y + 1; below <= y + COLUMN_MAX; below++) {
        enum shape shape = shape_at(world, x, below);
        int32_t amount = world_water_at(world, x, below);
        if (shape == SHAPE_SOLID) {
            return false;
        }
        if (shape != SHAPE_OPEN) {
            return amount < (shape == SHAPE_VALLEY ? RAMP_FULL / 2 : RAMP_FULL);
        }
        if (amount < AMOUNT_FULL) {
            return true;
        }
    }
    return false;
}

static int square_root(int value)
{
    int root = 0;
    for (int bit = 1 << 15; bit > 0; bit >>= 1) {
        if ((root + bit) <= value / (root + bit)) {
            root += bit;
        }
    }
    return root;
}

/* How high the water stands in a cell, in units; 0 where it falls or there is none. */
static int level_at(const struct world *world, int x, int y)
{
    int32_t amount = world_water_at(world, x, y);
    if (amount <= 0) {
        return 0;
    }
    enum shape shape = shape_at(world, x, y);
    if (is_ramp(shape)) {
        return amount >= RAMP_FULL ? SCENE_UNITS : square_root(amount * 2 * SCENE_UNITS);
    }
    if (shape != SHAPE_OPEN || is_falling(world, x, y)) {
        return 0;
    }
    return amount >= AMOUNT_FULL ? SCENE_UNITS : amount;
}

/* How high the surface is on the border between a cell and the neighbour beside it. */
static int border_level(const struct scene_view *view, int x, int y, int dx, int level)
{
    enum shape shape = shape_at(view->world, x + dx, y);
    if (shape == SHAPE_SOLID || shape == (dx < 0 ? SHAPE_RIGHT : SHAPE_LEFT)) {
        return level;
    }
    int other = level_at(view->world, x + dx, y);
    if (other == 0 || level == SCENE_UNITS || other == SCENE_UNITS) {
        return other == 0 ? 0 : SCENE_UNITS;
    }
    return (level + other) / 2;
}

/* Half a cell of pool: the surface runs from one height to another. What the grain of the waves takes from
 * the slope is shared by both ends. */
static void add_half(struct scene *scene, int32_t x, int32_t floor_y, int left, int right)
{
    int wave = tissue_wave(left > right ? left - right : right - left);
    int picture = PICTURE_TISSUE_FIRST + wave;
    int low = (left + right - wave * TISSUE_GRAIN) / 2;
    int32_t body_y = floor_y - (low < TISSUE_BODY ? TISSUE_BODY : low) + TISSUE_BODY;
    if (body_y < floor_y) {
        scene_add_rectangle(scene, LAYER_WATER, x, body_y, HALF_UNITS, floor_y - body_y, TISSUE_TINT);
    }
    scene_add_mirrored(scene, LAYER_WATER, picture, x, body_y - picture_info(picture).height, left < right);
}

static void add_pool(struct scene *scene, const struct scene_view *view, int x, int y, int level)
{
    int32_t left_x = x * SCENE_UNITS;
    int32_t floor_y = (y + 1) * SCENE_UNITS;
    if (level == SCENE_UNITS && level_at(view->world, x, y - 1) > 0) {
        scene_add_rectangle(scene, LAYER_WATER, left_x, floor_y - SCENE_UNITS, SCENE_UNITS, SCENE_UNITS,
                            TISSUE_TINT);
        uint32_t dice = scene_dice(x, y);
        if (dice % MARK_ODDS == 0) {
            scene_add(scene, LAYER_WATER, PICTURE_WATER_MARK_1 + (int)(dice >> 8 & 1), left_x,
                      floor_y - SCENE_UNITS);
        }
        return;
    }
    add_half(scene, left_x, floor_y, border_level(view, x, y, -1, level), level);
    add_half(scene, left_x + HALF_UNITS, floor_y, level, border_level(view, x, y, 1, level));
}

static void add_ramp_pool(struct scene *scene, int x, int y, enum shape shape, int level)
{
    int picture = PICTURE_TISSUE_FIRST + tissue_ramp(level);
    int32_t size = picture_info(picture).width;
    int32_t left_x = x * SCENE_UNITS + (shape == SHAPE_LEFT ? SCENE_UNITS - size : 0);
    scene_add_mirrored(scene, LAYER_WATER, picture, left_x, (y + 1) * SCENE_UNITS - size,
                       shape == SHAPE_LEFT);
}

/* Both slopes in one cell leave a notch above the middle. */
static void add_valley_pool(struct scene *scene, int x, int y)
{
    int picture = PICTURE_TISSUE_FIRST + tissue_ramp(HALF_UNITS);
    scene_add_mirrored(scene, LAYER_WATER, picture, x * SCENE_UNITS, y * SCENE_UNITS, true);
    scene_add(scene, LAYER_WATER, picture, x * SCENE_UNITS + HALF_UNITS, y * SCENE_UNITS);
}

/* Drops fall at one speed in a column and leave a cell below when they enter it above, so they run through.
 */
static void add_drops(struct scene *scene, const struct scene_view *view, int x, int y, int32_t amount,
                      int below)
{
    int count = amount / AMOUNT_PER_DROP + 1;
    for (int i = 0; i < count && i < DROPS_MAX; i++) {
        uint32_t dice = scene_dice(x, i);
        int drop_y = (int)((view->time * DROP_SPEED + (int64_t)(dice >> 8)) % SCENE_UNITS);
        if (drop_y >= below) {
            continue;
        }
        int drop_x = (int)(dice % (SCENE_UNITS - DROP_WIDTH));
        scene_add(scene, LAYER_WATER, dice & 1 ? PICTURE_WATER_DROP_1 : PICTURE_WATER_DROP_2,
                  x * SCENE_UNITS + drop_x, y * SCENE_UNITS + drop_y);
    }
}

static void add_falling(struct scene *scene, const struct scene_view *view, int x, int y, int32_t amount)
{
    uint32_t alpha = (uint32_t)(amount < AMOUNT_FULL ? amount : AMOUNT_FULL) * 64 / AMOUNT_FULL;
    scene_add_rectangle(scene, LAYER_WATER, x * SCENE_UNITS, y * SCENE_UNITS, SCENE_UNITS, SCENE_UNITS,
                        alpha << 24 | FALLING_COLOUR);
    add_drops(scene, view, x, y, amount, SCENE_UNITS);
}

static void add_cell(struct scene *scene, const struct scene_view *view, int x, int y)
{
    int32_t amount = world_water_at(view->world, x, y);
    enum shape shape = shape_at(view->world, x, y);
    int level = level_at(view->world, x, y);
    if (amount <= 0 || shape == SHAPE_SOLID) {
        return;
    }
    if (shape == SHAPE_VALLEY) {
        add_valley_pool(scene, x, y);
    } else if (is_ramp(shape)) {
        add_ramp_pool(scene, x, y, shape, level);
    } else if (level == 0) {
        add_falling(scene, view, x, y, amount);
    } else {
        /* What falls from the cell above goes on down to the surface. */
        int32_t above = world_water_at(view->world, x, y - 1);
        if (above > 0 && level < SCENE_UNITS) {
            add_drops(scene, view, x, y, above, SCENE_UNITS - level);
        }
        add_pool(scene, view, x, y, level);
    }
}

void scene_add_water(struct scene *scene, const struct scene_view *view)
{
    for (int y = view->y0 < 0 ? 0 : view->y0; y < view->y1 && y < view->height; y++) {
        for (int x = view->x0 < 0 ? 0 : view->x0; x < view->x1 && x < view->width; x++) {
            if (world_water_at(view->world, x, y) > 0) {
                add_cell(scene, view, x, y);
            }
        }
    }
}

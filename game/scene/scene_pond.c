#include "scene/scene_pond.h"

#include "base/memory.h"

#include <stddef.h>
#include <string.h>

enum {
    COLUMN_MAX = 4, /* so many full cells stand on their own, whatever is below */
    ARRAYS = 4
};

enum pond_shape pond_shape(const struct world *world, int x, int y)
{
    enum block oldest = world_block_at(world, x, y);
    if (oldest == BLOCK_NONE || oldest == BLOCK_EARTH || oldest == BLOCK_METAL) {
        return oldest == BLOCK_NONE ? POND_OPEN : POND_SOLID;
    }
    struct block_piece pieces[4];
    int count = world_blocks_at(world, x, y, pieces, 4);
    bool right = false;
    bool left = false;
    for (int i = 0; i < count && i < 4; i++) {
        right = right || pieces[i].block == BLOCK_SLOPE_RIGHT;
        left = left || pieces[i].block == BLOCK_SLOPE_LEFT;
        if (pieces[i].block == BLOCK_EARTH || pieces[i].block == BLOCK_METAL) {
            return POND_SOLID;
        }
    }
    if (right && left) {
        return POND_VALLEY;
    }
    return right ? POND_RIGHT : left ? POND_LEFT : POND_OPEN;
}

static bool is_in_pond(const struct pond *pond, int x, int y)
{
    return x >= pond->x0 && x < pond->x1 && y >= pond->y0 && y < pond->y1;
}

static size_t place_of(const struct pond *pond, int x, int y)
{
    return (size_t)(y - pond->y0) * (size_t)(pond->x1 - pond->x0) + (size_t)(x - pond->x0);
}

static int32_t value_at(const struct pond *pond, const int32_t *values, int x, int y)
{
    return is_in_pond(pond, x, y) ? values[place_of(pond, x, y)] : 0;
}

/* Whether water in an open cell would fall out of it: nothing solid, no full slope and no standing column
 * below. */
static bool has_no_floor(const struct pond *pond, const int32_t *amounts, int x, int y)
{
    for (int below = y + 1; below <= y + COLUMN_MAX; below++) {
        enum pond_shape shape = pond_shape(pond->world, x, below);
        int32_t amount = value_at(pond, amounts, x, below);
        if (shape == POND_SOLID) {
            return false;
        }
        if (shape != POND_OPEN) {
            return amount < (shape == POND_VALLEY ? POND_RAMP_FULL / 2 : POND_RAMP_FULL);
        }
        if (amount < POND_FULL) {
            return true;
        }
    }
    return false;
}

static int square_root(int value)
{
    int root = 0;
    for (int bit = 1 << 15; bit > 0; bit >>= 1) {
        if (root + bit <= value / (root + bit)) {
            root += bit;
        }
    }
    return root;
}

static int level_from(const struct pond *pond, const int32_t *amounts, int x, int y)
{
    int32_t amount = value_at(pond, amounts, x, y);
    if (amount <= 0) {
        return 0;
    }
    enum pond_shape shape = pond_shape(pond->world, x, y);
    if (shape == POND_RIGHT || shape == POND_LEFT) {
        return amount >= POND_RAMP_FULL ? SCENE_UNITS : square_root(amount * 2 * SCENE_UNITS);
    }
    if (shape != POND_OPEN || has_no_floor(pond, amounts, x, y)) {
        return 0;
    }
    return amount >= POND_FULL ? SCENE_UNITS : amount;
}

static void give_room(struct pond *pond, struct scene *scene)
{
    size_t cells = (size_t)(pond->x1 - pond->x0) * (size_t)(pond->y1 - pond->y0);
    if (scene->water_capacity < cells) {
        scene->water_capacity = 2 * cells;
        scene->water = memory_resize(scene->water, scene->water_capacity * ARRAYS, sizeof scene->water[0]);
    }
    pond->now = scene->water;
    pond->soon = pond->now + cells;
    pond->level_now = pond->soon + cells;
    pond->level = pond->level_now + cells;
}

static int at_least(int value, int low)
{
    return value > low ? value : low;
}

static int at_most(int value, int high)
{
    return value < high ? value : high;
}

static void read_cell(struct pond *pond, int x, int y, int blend)
{
    size_t place = place_of(pond, x, y);
    int now = level_from(pond, pond->now, x, y);
    int soon = pond->soon[place] == pond->now[place] ? now : level_from(pond, pond->soon, x, y);
    pond->level_now[place] = now;
    pond->level[place] = now + (soon - now) * blend / SCENE_UNITS;
}

bool pond_row_is_dry(const struct pond *pond, int y)
{
    const int32_t *now = pond->now + place_of(pond, pond->x0, y);
    const int32_t *soon = pond->soon + place_of(pond, pond->x0, y);
    int32_t any = 0;
    for (int i = 0; i < pond->x1 - pond->x0; i++) {
        any |= now[i] | soon[i];
    }
    return any == 0;
}

bool pond_read(struct pond *pond, struct scene *scene, const struct scene_view *view)
{
    *pond = (struct pond){.world = view->world,
                          .x0 = at_least(view->x0 - 1, 0),
                          .y0 = at_least(view->y0 - 1, 0),
                          .x1 = at_most(view->x1 + 1, view->width),
                          .y1 = at_most(view->y1 + COLUMN_MAX, view->height)};
    if (pond->x0 >= pond->x1 || pond->y0 >= pond->y1) {
        return false;
    }
    give_room(pond, scene);
    if (!world_water_in(view->world, pond->x0, pond->y0, pond->x1, pond->y1, pond->now, pond->soon)) {
        return false;
    }
    /* Most rows and cells of most levels are dry: they are passed over quickly. */
    size_t cells = place_of(pond, pond->x0, pond->y1);
    memset(pond->level_now, 0, cells * sizeof pond->level_now[0]);
    memset(pond->level, 0, cells * sizeof pond->level[0]);
    for (int y = pond->y0; y < pond->y1; y++) {
        if (pond_row_is_dry(pond, y)) {
            continue;
        }
        for (int x = pond->x0; x < pond->x1; x++) {
            if ((pond->now[place_of(pond, x, y)] | pond->soon[place_of(pond, x, y)]) != 0) {
                read_cell(pond, x, y, view->blend);
            }
        }
    }
    return true;
}

int32_t pond_amount(const struct pond *pond, int x, int y)
{
    return value_at(pond, pond->now, x, y);
}

int pond_level(const struct pond *pond, int x, int y)
{
    return value_at(pond, pond->level, x, y);
}

int32_t pond_falling(const struct pond *pond, int x, int y)
{
    int32_t amount = pond_amount(pond, x, y);
    if (amount <= 0 || value_at(pond, pond->level_now, x, y) > 0 ||
        pond_shape(pond->world, x, y) != POND_OPEN) {
        return 0;
    }
    return amount;
}

int pond_border_level(const struct pond *pond, int x, int y, int dx, int level)
{
    enum pond_shape shape = pond_shape(pond->world, x + dx, y);
    if (shape == POND_SOLID || shape == (dx < 0 ? POND_RIGHT : POND_LEFT)) {
        return level;
    }
    int other = pond_level(pond, x + dx, y);
    if (other == 0 || level == SCENE_UNITS || other == SCENE_UNITS) {
        return other == 0 ? 0 : SCENE_UNITS;
    }
    return (level + other) / 2;
}

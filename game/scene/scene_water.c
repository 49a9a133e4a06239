/* Water: pools with a surface that slopes towards its neighbours, and ribbons and drops where it falls. */
#include "scene/scene_pond.h"

enum {
    HALF_UNITS = SCENE_UNITS / 2,
    DROPS_MAX = 7,
    AMOUNT_PER_DROP = 96,
    RIBBON_MIN = 128, /* less than that falls in drops only */
    BROAD_MIN = 400,
    DROP_SPEED = 2,                /* cells per step: as fast as a rabbit falls */
    DROP_HEIGHT = 384,             /* units, of the longer picture */
    DROP_WIDTH = 128,              /* units, of its picture */
    RIPPLE_TIME = SCENE_UNITS / 4, /* how long a picture of a flat surface stays */
    FRONT_ON_SLOPE = 400,          /* how far a fall reaches into a cell with a slope */
    MARK_ODDS = 3                  /* one in so many deep cells has a mark */
};

static bool is_near(int a, int b)
{
    return a - b < TISSUE_GRAIN / 2 && b - a < TISSUE_GRAIN / 2;
}

static void add_tissue(struct scene *scene, int frame, int32_t x, int32_t y, bool is_mirrored)
{
    scene_add_mirrored(scene, LAYER_WATER, PICTURE_TISSUE_FIRST + frame, x, y, is_mirrored);
}

/* Half a cell of pool: the surface runs from one height to another. What the grain of the waves takes from
 * the slope is shared by both ends. */
static void add_half(struct scene *scene, int32_t x, int32_t floor_y, int left, int right)
{
    int wave = tissue_wave(left > right ? left - right : right - left);
    int low = (left + right - wave * TISSUE_GRAIN) / 2;
    int32_t body_y = floor_y - (low < TISSUE_BODY ? TISSUE_BODY : low) + TISSUE_BODY;
    if (body_y < floor_y) {
        scene_add_rectangle(scene, LAYER_WATER, x, body_y, HALF_UNITS, floor_y - body_y, TISSUE_TINT);
    }
    add_tissue(scene, wave, x, body_y - tissue_info(wave).height, left < right);
}

static void add_deep(struct scene *scene, int x, int y)
{
    int32_t left_x = x * SCENE_UNITS;
    int32_t top_y = y * SCENE_UNITS;
    scene_add_rectangle(scene, LAYER_WATER, left_x, top_y, SCENE_UNITS, SCENE_UNITS, TISSUE_TINT_DEEP);
    uint32_t dice = scene_dice(x, y);
    if (dice % MARK_ODDS == 0) {
        scene_add(scene, LAYER_WATER, PICTURE_WATER_MARK_1 + (int)(dice >> 8 & 1), left_x, top_y);
    }
}

static void add_flat(struct scene *scene, const struct scene_view *view, int32_t x, int32_t floor_y,
                     int level)
{
    int step = (int)(view->time / RIPPLE_TIME % TISSUE_RIPPLES);
    int32_t body_y = floor_y - level + TISSUE_RIPPLE_BODY;
    add_tissue(scene, tissue_ripple(step), x, body_y - TISSUE_RIPPLE_HEIGHT, false);
    scene_add_rectangle(scene, LAYER_WATER, x, body_y, SCENE_UNITS, floor_y - body_y, TISSUE_TINT);
}

static void add_pool(struct scene *scene, const struct scene_view *view, const struct pond *pond, int x,
                     int y)
{
    int32_t left_x = x * SCENE_UNITS;
    int32_t floor_y = (y + 1) * SCENE_UNITS;
    int level = pond_level(pond, x, y);
    if (level == SCENE_UNITS && pond_level(pond, x, y - 1) > 0) {
        add_deep(scene, x, y);
        return;
    }
    int left = pond_border_level(pond, x, y, -1, level);
    int right = pond_border_level(pond, x, y, 1, level);
    if (level > TISSUE_RIPPLE_BODY && is_near(left, level) && is_near(right, level)) {
        add_flat(scene, view, left_x, floor_y, level);
        return;
    }
    add_half(scene, left_x, floor_y, left, level);
    add_half(scene, left_x + HALF_UNITS, floor_y, level, right);
}

static void add_ramp_pool(struct scene *scene, const struct pond *pond, int x, int y, bool rises_left)
{
    int level = pond_level(pond, x, y);
    bool is_deep = level == SCENE_UNITS && pond_level(pond, x, y - 1) > 0;
    int frame = is_deep ? tissue_ramp_deep() : tissue_ramp(level);
    int32_t size = tissue_info(frame).width;
    int32_t left_x = x * SCENE_UNITS + (rises_left ? SCENE_UNITS - size : 0);
    add_tissue(scene, frame, left_x, (y + 1) * SCENE_UNITS - size, rises_left);
}

/* Both slopes in one cell leave a notch above the middle. */
static void add_valley_pool(struct scene *scene, int x, int y)
{
    int frame = tissue_ramp(HALF_UNITS);
    add_tissue(scene, frame, x * SCENE_UNITS, y * SCENE_UNITS, true);
    add_tissue(scene, frame, x * SCENE_UNITS + HALF_UNITS, y * SCENE_UNITS, false);
}

/* How far down in a cell a drop's point may be: to the water's surface, and not onto a slope. */
static int drop_reach(enum pond_shape shape, int level, int drop_x)
{
    int surface = SCENE_UNITS - level;
    int slope = shape == POND_LEFT ? drop_x : SCENE_UNITS - DROP_WIDTH - drop_x;
    bool is_ramp = shape == POND_LEFT || shape == POND_RIGHT;
    return is_ramp && slope - DROP_HEIGHT < surface ? slope - DROP_HEIGHT : surface;
}

/* Drops fall at one speed in a column and leave a cell below when they enter it above, so they run through.
 */
static void add_drops(struct scene *scene, const struct scene_view *view, int x, int y, int32_t amount,
                      int level)
{
    enum pond_shape shape = pond_shape(view->world, x, y);
    int count = amount / AMOUNT_PER_DROP + 1;
    for (int i = 0; i < count && i < DROPS_MAX; i++) {
        uint32_t dice = scene_dice(x, i);
        int drop_y = (int)((view->time * DROP_SPEED + (int64_t)(dice >> 8)) % SCENE_UNITS);
        int drop_x = (int)(dice % (SCENE_UNITS - DROP_WIDTH));
        if (drop_y < drop_reach(shape, level, drop_x)) {
            scene_add(scene, LAYER_WATER, dice & 1 ? PICTURE_WATER_DROP_1 : PICTURE_WATER_DROP_2,
                      x * SCENE_UNITS + drop_x, y * SCENE_UNITS + drop_y);
        }
    }
}

/* Whether water comes into a falling cell otherwise than from above: over an edge beside it, or from a pipe.
 */
static bool is_source(const struct pond *pond, int x, int y)
{
    if (pond_level(pond, x - 1, y) > 0 || pond_level(pond, x + 1, y) > 0) {
        return true;
    }
    int count = 0;
    const struct thing *things = world_things(pond->world, &count);
    for (int i = 0; i < count; i++) {
        if (things[i].kind == THING_PIPE && things[i].x == x && things[i].y == y) {
            return true;
        }
    }
    return false;
}

/* A ribbon that fills the height of a cell and runs through it. */
static void add_ribbon(struct scene *scene, const struct scene_view *view, int x, int y, int32_t amount)
{
    if (amount >= RIBBON_MIN) {
        int step = view->blend * TISSUE_FALL_STEPS / SCENE_UNITS % TISSUE_FALL_STEPS;
        add_tissue(scene, tissue_fall(amount >= BROAD_MIN, step), x * SCENE_UNITS, y * SCENE_UNITS, false);
    }
}

/* A ribbon that moves from its cell to the one below within a step. */
static void add_moving_ribbon(struct scene *scene, const struct scene_view *view, int x, int y,
                              int32_t amount)
{
    if (amount >= RIBBON_MIN) {
        bool is_open = pond_shape(view->world, x, y + 1) == POND_OPEN;
        int way = is_open || view->blend < FRONT_ON_SLOPE ? view->blend : FRONT_ON_SLOPE;
        add_tissue(scene, tissue_fall_end(amount >= BROAD_MIN), x * SCENE_UNITS, y * SCENE_UNITS + way,
                   false);
    }
}

static void add_fall(struct scene *scene, const struct scene_view *view, const struct pond *pond, int x,
                     int y, int32_t amount)
{
    bool goes_on = pond_falling(pond, x, y - 1) > 0 || is_source(pond, x, y);
    if (goes_on) {
        add_ribbon(scene, view, x, y, amount);
    }
    if (!goes_on || pond_amount(pond, x, y + 1) <= 0) {
        add_moving_ribbon(scene, view, x, y, amount);
    }
    add_drops(scene, view, x, y, amount, 0);
}

static void add_cell(struct scene *scene, const struct scene_view *view, const struct pond *pond, int x,
                     int y)
{
    enum pond_shape shape = pond_shape(view->world, x, y);
    int level = pond_level(pond, x, y);
    int32_t falling = pond_falling(pond, x, y);
    int32_t falling_above = pond_falling(pond, x, y - 1);
    if (falling > 0) {
        add_fall(scene, view, pond, x, y, falling);
    } else if (falling_above > 0 && level < SCENE_UNITS) {
        /* What falls from the cell above goes on down to the surface. */
        if (shape == POND_OPEN) {
            add_ribbon(scene, view, x, y, falling_above);
        }
        add_drops(scene, view, x, y, falling_above, level);
    }
    if (shape == POND_VALLEY && pond_amount(pond, x, y) > 0) {
        add_valley_pool(scene, x, y);
    } else if (level > 0 && shape == POND_OPEN) {
        add_pool(scene, view, pond, x, y);
    } else if (level > 0) {
        add_ramp_pool(scene, pond, x, y, shape == POND_LEFT);
    }
}

void scene_add_water(struct scene *scene, const struct scene_view *view)
{
    struct pond pond;
    if (!pond_read(&pond, scene, view)) {
        return;
    }
    for (int y = view->y0 < 0 ? 0 : view->y0; y < view->y1 && y < view->height; y++) {
        if (pond_row_is_dry(&pond, y)) {
            continue;
        }
        for (int x = view->x0 < 0 ? 0 : view->x0; x < view->x1 && x < view->width; x++) {
            if (pond_amount(&pond, x, y) > 0 || pond_level(&pond, x, y) > 0) {
                add_cell(scene, view, &pond, x, y);
            }
        }
    }
}

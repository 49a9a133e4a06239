/* What the next step's water will be, without making the step: for pictures in between. */
#include "world/water.h"

#include <string.h>

/* Part of the map, and the amounts that it will hold. */
struct forecast {
    int x0, y0, x1, y1;
    int32_t *soon;
};

static void foresee(const struct forecast *forecast, int x, int y, int32_t change)
{
    if (x >= forecast->x0 && x < forecast->x1 && y >= forecast->y0 && y < forecast->y1) {
        int32_t *soon =
            &forecast->soon[(y - forecast->y0) * (forecast->x1 - forecast->x0) + x - forecast->x0];
        *soon = wrap_add(*soon, change);
    }
}

/* What the cell at (x, y) sends to the one beside it. */
static void foresee_sent(const struct world *world, const struct forecast *forecast, int x, int y, int dx,
                         int dy, int32_t given)
{
    if (given > 0) {
        foresee(forecast, x, y, -given);
        if (cell_is_inside(world, x + dx, y + dy)) {
            foresee(forecast, x + dx, y + dy, given);
        }
    }
}

static void foresee_cell(const struct world *world, const struct forecast *forecast, int x, int y)
{
    struct outflow flow = water_plan(world, cell_number(world, x, y));
    foresee_sent(world, forecast, x, y, 0, -1, flow.up);
    foresee_sent(world, forecast, x, y, -1, 0, flow.left);
    foresee_sent(world, forecast, x, y, 1, 0, flow.right);
    foresee_sent(world, forecast, x, y, 0, 1, flow.down);
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* What water_move and the pipes will do, without doing it. Water comes in from the cells around the rectangle
 * too. */
static void foresee_all(const struct world *world, const struct forecast *forecast)
{
    const int left = larger(forecast->x0 - 1, 0);
    const int right = smaller(forecast->x1 + 1, world->data->width);
    const int below = smaller(forecast->y1 + 1, world->data->height);
    for (int y = larger(forecast->y0 - 1, 0); y < below; y++) {
        const int32_t *row = world->water + cell_number(world, 0, y);
        for (int x = left; x < right; x++) {
            if (row[x] > 0) {
                foresee_cell(world, forecast, x, y);
            }
        }
    }
    for (int32_t i = 0; i < world->data->used.things; i++) {
        const struct thing *thing = &world->things[i];
        if (thing->kind == THING_PIPE && water_capacity(world, cell_number(world, thing->x, thing->y)) > 0) {
            foresee(forecast, thing->x, thing->y, PIPE_AMOUNT);
        }
    }
}

/* Asked in every frame, and most levels are dry: nothing is stored until there is something to store. */
static bool is_dry(const struct world *world, int x0, int y0, int x1, int y1)
{
    int32_t any = 0;
    for (int y = y0; y < y1; y++) {
        const int32_t *row = world->water + cell_number(world, 0, y);
        for (int x = x0; x < x1; x++) {
            any |= row[x];
        }
    }
    return any == 0;
}

bool world_water_in(const struct world *world, int x0, int y0, int x1, int y1, int32_t *now, int32_t *soon)
{
    const int left = larger(x0, 0);
    const int right = smaller(x1, world->data->width);
    const int top = larger(y0, 0);
    const int bottom = smaller(y1, world->data->height);
    if (is_dry(world, left, top, right, bottom)) {
        return false;
    }
    size_t row_bytes = (size_t)(x1 - x0) * sizeof *now;
    memset(now, 0, row_bytes * (size_t)(y1 - y0));
    for (int y = top; y < bottom && left < right; y++) {
        int32_t *row = now + (size_t)(y - y0) * (size_t)(x1 - x0);
        const int32_t *from = world->water + cell_number(world, 0, y);
        memcpy(row + (left - x0), from + left, (size_t)(right - left) * sizeof *row);
    }
    memcpy(soon, now, row_bytes * (size_t)(y1 - y0));
    struct forecast forecast = {.x0 = x0, .y0 = y0, .x1 = x1, .y1 = y1, .soon = soon};
    foresee_all(world, &forecast);
    return true;
}

#include "world/water.h"

/* The square of this is still below 2 to the 31st. */
enum { NO_WRAP_MAX = 46340 };

/* What a cell sees on its sides: capacity and amount; both 0 where it is not linked (rules/30 section 1). */
struct surroundings {
    int32_t capacity[SIDE_COUNT];
    int32_t amount[SIDE_COUNT];
};

static int32_t clamp(int32_t value, int32_t low, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}

static int32_t at_least_0(int32_t value)
{
    return value > 0 ? value : 0;
}

/* One bit per side that is open (rules/30 section 1). */
enum { UP = 1 << SIDE_UP, LEFT = 1 << SIDE_LEFT, RIGHT = 1 << SIDE_RIGHT, DOWN = 1 << SIDE_DOWN };

static const uint8_t open_sides[8] = {[WATER_OPEN] = UP | LEFT | RIGHT | DOWN,
                                      [WATER_RIGHT_RAMP] = UP | LEFT,
                                      [WATER_LEFT_RAMP] = UP | RIGHT,
                                      [WATER_VALLEY] = UP};

/* The capacity of a neighbour on that side, of each kind, as far as it is open towards the cell that looks.
 */
static const int16_t capacity_on[SIDE_COUNT][8] = {
    [SIDE_UP] = {[WATER_OPEN] = 1024},
    [SIDE_LEFT] = {[WATER_OPEN] = 1024, [WATER_LEFT_RAMP] = 512},
    [SIDE_RIGHT] = {[WATER_OPEN] = 1024, [WATER_RIGHT_RAMP] = 512},
    [SIDE_DOWN] =
        {[WATER_OPEN] = 1024, [WATER_RIGHT_RAMP] = 512, [WATER_LEFT_RAMP] = 512, [WATER_VALLEY] = 256},
};

static int32_t side_distance(const struct world *world, enum side side)
{
    switch (side) {
    case SIDE_UP: return -world->data->stride;
    case SIDE_LEFT: return -1;
    case SIDE_RIGHT: return 1;
    default: return world->data->stride;
    }
}

static struct surroundings look_around(const struct world *world, int32_t cell)
{
    struct surroundings around;
    unsigned open = open_sides[world->marks[cell] & MARK_WATER_KIND];
    for (enum side side = 0; side < SIDE_COUNT; side++) {
        int32_t neighbour = cell + side_distance(world, side);
        int32_t capacity = capacity_on[side][world->marks[neighbour] & MARK_WATER_KIND];
        bool is_linked = (open >> side & 1) != 0 && capacity != 0;
        around.capacity[side] = is_linked ? capacity : 0;
        around.amount[side] = is_linked ? world->water[neighbour] : 0;
    }
    return around;
}

/* "Share" of rules/30 section 3: weights and present amounts of the four sides and of the cell itself. Adds
 * to the outflow and returns the total given away. */
static int32_t share(const int32_t weight[SIDE_COUNT], const int32_t present[SIDE_COUNT], int32_t here_weight,
                     int32_t here_present, struct outflow *flow)
{
    int32_t weights = here_weight;
    int32_t presents = here_present;
    for (int side = 0; side < SIDE_COUNT; side++) {
        weights += weight[side];
        presents = wrap_add(presents, present[side]);
    }
    int32_t want[SIDE_COUNT];
    int32_t out = 0;
    for (int side = 0; side < SIDE_COUNT; side++) {
        want[side] = 0;
        if (weight[side] != 0 || present[side] != 0) {
            int32_t target = wrap_multiply(weight[side], presents) / weights;
            want[side] = at_least_0(wrap_add(target, wrap_add(~present[side], 1)));
            out = wrap_add(out, want[side]);
        }
    }
    if (out <= 0) {
        return 0;
    }
    int32_t limit = out < here_present ? out : here_present;
    /* All get what they want, unless the product below wraps around: then even that comes out otherwise. */
    bool is_enough = limit == out && out <= NO_WRAP_MAX;
    int32_t total = 0;
    for (int side = 0; side < SIDE_COUNT; side++) {
        if (want[side] != 0) {
            int32_t given = is_enough ? want[side] : wrap_multiply(want[side], limit) / out;
            flow->to[side] = wrap_add(flow->to[side], given);
            total = wrap_add(total, given);
        }
    }
    return total;
}

static int32_t difference(int32_t a, int32_t b)
{
    return wrap_add(a, wrap_add(~b, 1));
}

/* Stage 2: level out with the sides, and a little downwards. */
static int32_t level_out(const struct surroundings *around, int32_t capacity, int32_t left,
                         struct outflow *flow)
{
    const int32_t *held = around->capacity;
    const int32_t *amount = around->amount;
    int32_t weight[SIDE_COUNT] = {
        [SIDE_LEFT] = held[SIDE_LEFT], [SIDE_RIGHT] = held[SIDE_RIGHT], [SIDE_DOWN] = held[SIDE_DOWN] / 4};
    int32_t present[SIDE_COUNT] = {[SIDE_LEFT] = clamp(amount[SIDE_LEFT], 0, held[SIDE_LEFT]),
                                   [SIDE_RIGHT] = clamp(amount[SIDE_RIGHT], 0, held[SIDE_RIGHT]),
                                   [SIDE_DOWN] = at_least_0(difference(amount[SIDE_DOWN], held[SIDE_DOWN]))};
    return share(weight, present, capacity, clamp(left, 0, capacity), flow);
}

/* Stage 4: what is above the capacity presses in all directions. */
static void press_out(const struct surroundings *around, int32_t capacity, int32_t left, struct outflow *flow)
{
    const int32_t *held = around->capacity;
    const int32_t *amount = around->amount;
    int32_t weight[SIDE_COUNT] = {[SIDE_UP] = held[SIDE_UP] * 11 / 20,
                                  [SIDE_LEFT] = held[SIDE_LEFT] / 4,
                                  [SIDE_RIGHT] = held[SIDE_RIGHT] / 4,
                                  [SIDE_DOWN] = held[SIDE_DOWN] * 5 / 16};
    int32_t present[SIDE_COUNT] = {
        [SIDE_UP] = amount[SIDE_UP],
        [SIDE_LEFT] = at_least_0(difference(amount[SIDE_LEFT], held[SIDE_LEFT])),
        [SIDE_RIGHT] = at_least_0(difference(amount[SIDE_RIGHT], held[SIDE_RIGHT])),
        [SIDE_DOWN] = at_least_0(difference(amount[SIDE_DOWN], held[SIDE_DOWN] * 5 / 4))};
    share(weight, present, capacity / 4, left, flow);
}

/* rules/30 section 3. The cell is inside, can hold water, and holds some. */
struct outflow water_plan(const struct world *world, int32_t cell)
{
    struct outflow flow = {0};
    struct surroundings around = look_around(world, cell);
    int32_t capacity = water_capacity(world, cell);
    int32_t left = world->water[cell];

    flow.to[SIDE_DOWN] = clamp(difference(around.capacity[SIDE_DOWN], around.amount[SIDE_DOWN]), 0, left);
    left -= flow.to[SIDE_DOWN];
    if (left <= 0) {
        return flow;
    }
    left = difference(left, level_out(&around, capacity, left, &flow));
    left = difference(left, clamp(left, 0, capacity));
    if (left > 0) {
        press_out(&around, capacity, left, &flow);
    }
    return flow;
}

/* The cells first + each bit that is set, and their neighbours. The lowest of them comes first, so that all
 * that is reckoned from it is a cell too. */
static void activate_bits(struct world *world, int32_t first, uint64_t bits)
{
    int skip = __builtin_ctzll(bits);
    first += skip;
    bits >>= skip;
    int32_t stride = world->data->stride;
    cellset_add_bits(&world->active, first - stride, bits);
    cellset_add_bits(&world->active, first - 1, bits);
    cellset_add_bits(&world->active, first, bits);
    cellset_add_bits(&world->active, first + 1, bits);
    cellset_add_bits(&world->active, first + stride, bits);
}

void water_activate(struct world *world, int32_t cell)
{
    activate_bits(world, cell, 1);
}

/* Section 4 for one cell, into `change`: the amounts themselves are the snapshot until all cells have
 * planned. */
static void send(struct world *world, int32_t cell, const struct outflow *flow)
{
    int32_t total = 0;
    bool is_any = false;
    for (enum side side = 0; side < SIDE_COUNT; side++) {
        int32_t given = flow->to[side];
        if (given <= 0) {
            continue;
        }
        int32_t neighbour = cell + side_distance(world, side);
        if (!(world->terrain[neighbour] & TERRAIN_OUTSIDE)) {
            world->change[neighbour] = wrap_add(world->change[neighbour], given);
            cellset_add(&world->touched, neighbour);
        }
        total = wrap_add(total, given);
        is_any = true;
    }
    if (is_any) {
        world->change[cell] = difference(world->change[cell], total);
        cellset_add(&world->touched, cell);
    }
}

/* Whoever sent water plans again; where an amount changed, the neighbours do too. */
static void apply_changes(struct world *world, int32_t first, uint64_t touched)
{
    uint64_t changed = 0;
    for (uint64_t left = touched; left != 0; left &= left - 1) {
        int32_t cell = first + __builtin_ctzll(left);
        if (world->change[cell] != 0) {
            world->water[cell] = wrap_add(world->water[cell], world->change[cell]);
            world->change[cell] = 0;
            changed |= left & -left;
        }
    }
    cellset_add_word(&world->active, (uint32_t)first >> 6, touched);
    if (changed != 0) {
        activate_bits(world, first, changed);
    }
}

void water_move(struct world *world)
{
    int32_t from = 0;
    int32_t first = 0;
    uint64_t word;
    while ((word = cellset_take_word(&world->active, &from, &first)) != 0) {
        for (; word != 0; word &= word - 1) {
            int32_t cell = first + __builtin_ctzll(word);
            if (world->water[cell] > 0 && !(world->terrain[cell] & TERRAIN_OUTSIDE)) {
                struct outflow flow = water_plan(world, cell);
                send(world, cell, &flow);
            }
        }
    }
    from = 0;
    while ((word = cellset_take_word(&world->touched, &from, &first)) != 0) {
        apply_changes(world, first, word);
    }
}

void water_pour(struct world *world, int32_t cell, int32_t amount)
{
    if (water_capacity(world, cell) > 0) {
        world->water[cell] = wrap_add(world->water[cell], amount);
        water_activate(world, cell);
    }
}

void water_start(struct world *world)
{
    for (int32_t y = -1; y <= world->data->height; y++) {
        for (int32_t x = -1; x <= world->data->width; x++) {
            int32_t cell = cell_number(world, x, y);
            if (world->water[cell] != 0) {
                if (water_capacity(world, cell) == 0) {
                    world->water[cell] = 0;
                } else {
                    water_activate(world, cell);
                }
            }
        }
    }
}

int32_t world_water_at(const struct world *world, int x, int y)
{
    bool is_in_ring = x >= -1 && y >= -1 && x <= world->data->width && y <= world->data->height;
    return is_in_ring ? world->water[cell_number(world, x, y)] : 0;
}

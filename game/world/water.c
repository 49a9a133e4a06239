#include "world/water.h"

/* The square of this is still below 2 to the 31st. */
enum { NO_WRAP_MAX = 46340 };

static int32_t clamp(int32_t value, int32_t low, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}

static int32_t difference(int32_t a, int32_t b)
{
    return wrap_add(a, wrap_add(~b, 1));
}

static int32_t at_least_0(int32_t value)
{
    return value > 0 ? value : 0;
}

/* The capacity of a neighbour on each side, by the kinds of the cell that looks and of the neighbour; 0 where
 * they are not open towards each other (rules/30 section 1, "Links"). */
#define UPWARDS [SIDE_UP] = {[WATER_OPEN] = 1024}
#define LEFTWARDS [SIDE_LEFT] = {[WATER_OPEN] = 1024, [WATER_LEFT_RAMP] = 512}
#define RIGHTWARDS [SIDE_RIGHT] = {[WATER_OPEN] = 1024, [WATER_RIGHT_RAMP] = 512}
#define DOWNWARDS                                                                                            \
    [SIDE_DOWN] = {                                                                                          \
        [WATER_OPEN] = 1024, [WATER_RIGHT_RAMP] = 512, [WATER_LEFT_RAMP] = 512, [WATER_VALLEY] = 256}
static const uint16_t capacity_of_linked[8][SIDE_COUNT][8] = {
    [WATER_OPEN] = {UPWARDS, LEFTWARDS, RIGHTWARDS, DOWNWARDS},
    [WATER_RIGHT_RAMP] = {UPWARDS, LEFTWARDS},
    [WATER_LEFT_RAMP] = {UPWARDS, RIGHTWARDS},
    [WATER_VALLEY] = {UPWARDS},
};
#undef UPWARDS
#undef LEFTWARDS
#undef RIGHTWARDS
#undef DOWNWARDS

/* What a cell sees on one side: both 0 where it is not linked. */
struct neighbour {
    uint16_t capacity;
    int32_t amount;
};

static inline struct neighbour look_to(const struct world *world, int32_t cell, enum side side,
                                       int32_t distance)
{
    uint16_t capacity =
        capacity_of_linked[water_kind_at(world, cell)][side][water_kind_at(world, cell + distance)];
    int32_t amount = world->water[cell + distance];
    return (struct neighbour){capacity, capacity != 0 ? amount : 0};
}

/* What is on one side above so much: "excess". */
static inline int32_t above(struct neighbour side, int32_t amount)
{
    return at_least_0(difference(side.amount, amount));
}

/* One of those who share, or all of them together. */
struct part {
    int32_t weight, present;
};

static inline struct part together(struct part a, struct part b)
{
    return (struct part){a.weight + b.weight, wrap_add(a.present, b.present)};
}

/* How much more than it has is due to one of them, if all that is present went by weight. */
static inline int32_t want_of(struct part part, struct part all)
{
    if (part.weight == 0) {
        return 0; /* it is not linked, and has nothing */
    }
    return at_least_0(difference(wrap_multiply(part.weight, all.present) / all.weight, part.present));
}

/* The end of "share" (rules/30 section 3): adds to the outflow what is given to those who want it, and
 * returns the total. */
static inline int32_t give(struct outflow *flow, struct outflow want, int32_t here_present)
{
    int32_t out = wrap_add(wrap_add(want.up, want.left), wrap_add(want.right, want.down));
    if (out <= 0) {
        return 0;
    }
    /* All get what they want, unless the product below wraps around: then even that comes out otherwise. */
    if (out > here_present || out > NO_WRAP_MAX) {
        int32_t limit = out < here_present ? out : here_present;
        want.up = want.up == 0 ? 0 : wrap_multiply(want.up, limit) / out;
        want.left = want.left == 0 ? 0 : wrap_multiply(want.left, limit) / out;
        want.right = want.right == 0 ? 0 : wrap_multiply(want.right, limit) / out;
        want.down = want.down == 0 ? 0 : wrap_multiply(want.down, limit) / out;
    }
    flow->up = wrap_add(flow->up, want.up);
    flow->left = wrap_add(flow->left, want.left);
    flow->right = wrap_add(flow->right, want.right);
    flow->down = wrap_add(flow->down, want.down);
    return wrap_add(wrap_add(want.up, want.left), wrap_add(want.right, want.down));
}

/* rules/30 section 3 */
static inline struct outflow plan(const struct world *world, int32_t cell)
{
    const int32_t stride = world->data->stride;
    const int32_t amount = world->water[cell];
    struct outflow flow = {0};

    /* Stage 1: fall. */
    struct neighbour down = look_to(world, cell, SIDE_DOWN, stride);
    flow.down = clamp(difference(down.capacity, down.amount), 0, amount);
    int32_t left_over = amount - flow.down;
    if (left_over <= 0) {
        return flow;
    }

    /* Stage 2: level out with the sides, and a little downwards. */
    const uint16_t capacity = (uint16_t)water_capacity(world, cell);
    struct neighbour left = look_to(world, cell, SIDE_LEFT, -1);
    struct neighbour right = look_to(world, cell, SIDE_RIGHT, 1);
    struct part here = {capacity, left_over < capacity ? left_over : capacity};
    struct part to_left = {left.capacity, clamp(left.amount, 0, left.capacity)};
    struct part to_right = {right.capacity, clamp(right.amount, 0, right.capacity)};
    struct part to_down = {down.capacity / 4, above(down, down.capacity)};
    struct part all = together(together(here, to_down), together(to_left, to_right));
    struct outflow want = {
        .left = want_of(to_left, all), .right = want_of(to_right, all), .down = want_of(to_down, all)};
    left_over = difference(left_over, give(&flow, want, here.present));

    /* Stage 3: keep. */
    if (left_over <= capacity) {
        return flow;
    }
    left_over -= capacity;

    /* Stage 4: what is above the capacity presses in all directions. */
    struct neighbour up = look_to(world, cell, SIDE_UP, -stride);
    here = (struct part){capacity / 4, left_over};
    struct part to_up = {up.capacity * 11 / 20, up.amount};
    to_left = (struct part){left.capacity / 4, above(left, left.capacity)};
    to_right = (struct part){right.capacity / 4, above(right, right.capacity)};
    to_down = (struct part){down.capacity * 5 / 16, above(down, down.capacity * 5 / 4)};
    all = together(together(here, together(to_up, to_down)), together(to_left, to_right));
    want = (struct outflow){want_of(to_up, all), want_of(to_left, all), want_of(to_right, all),
                            want_of(to_down, all)};
    give(&flow, want, left_over);
    return flow;
}

struct outflow water_plan(const struct world *world, int32_t cell)
{
    return plan(world, cell);
}

/* Sets of cells among the 64 from `first` on, a multiple of 64: one bit for each. */
struct reach {
    uint64_t up, left, here, right, down; /* which of them reach so far */
};

/* Adds the cells that are reached. */
static void add_row(struct cellset *set, int32_t first, int32_t distance, uint64_t bits)
{
    if (bits != 0) {
        int skip = __builtin_ctzll(bits); /* what lies below the first bit need not be in the world */
        cellset_add_bits(set, first + skip + distance, bits >> skip);
    }
}

static inline void add_reach(struct cellset *set, int32_t first, int32_t stride, struct reach reach)
{
    uint32_t word = (uint32_t)first >> 6;
    add_row(set, first, -stride, reach.up);
    if (reach.left & 1) {
        cellset_add_word(set, word - 1, UINT64_C(1) << 63);
    }
    cellset_add_word(set, word, reach.left >> 1 | reach.here | reach.right << 1);
    if (reach.right >> 63) {
        cellset_add_word(set, word + 1, 1);
    }
    add_row(set, first, stride, reach.down);
}

void water_activate(struct world *world, int32_t cell)
{
    uint64_t bit = UINT64_C(1) << (cell & 63);
    add_reach(&world->active, cell & ~63, world->data->stride, (struct reach){bit, bit, bit, bit, bit});
}

/* Section 4 on one side of one cell, into `change`: the amounts themselves are the snapshot until all cells
 * have planned. Returns what leaves the cell, and keeps in *senders that something does. */
static inline int32_t send(struct world *world, int32_t cell, int32_t distance, int32_t given,
                           uint64_t *senders)
{
    if (given <= 0) {
        return 0;
    }
    int32_t receiver = cell + distance;
    if (!(world->cells[receiver] & CELL_OUTSIDE)) {
        world->change[receiver] = wrap_add(world->change[receiver], given);
    }
    *senders |= UINT64_C(1) << (cell & 63);
    return given;
}

/* Of the 64 cells from `first` on; all of them are wet. */
static void plan_and_send(struct world *world, int32_t first, uint64_t cells)
{
    const int32_t stride = world->data->stride;
    struct reach sent = {0};
    for (; cells != 0; cells &= cells - 1) {
        int32_t cell = first + __builtin_ctzll(cells);
        struct outflow flow = plan(world, cell);
        int32_t total = send(world, cell, -stride, flow.up, &sent.up);
        total = wrap_add(total, send(world, cell, -1, flow.left, &sent.left));
        total = wrap_add(total, send(world, cell, 1, flow.right, &sent.right));
        total = wrap_add(total, send(world, cell, stride, flow.down, &sent.down));
        world->change[cell] = difference(world->change[cell], total);
    }
    sent.here = sent.up | sent.left | sent.right | sent.down;
    add_reach(&world->touched, first, stride, sent);
}

/* Whoever sent water plans again; where an amount changed, the neighbours do too. */
static void apply_changes(struct world *world, int32_t first, uint64_t touched)
{
    uint64_t changed = 0;
    uint64_t wet = 0;
    for (uint64_t left = touched; left != 0; left &= left - 1) {
        int32_t cell = first + __builtin_ctzll(left);
        if (world->change[cell] != 0) {
            int32_t amount = wrap_add(world->water[cell], world->change[cell]);
            world->water[cell] = amount;
            world->change[cell] = 0;
            changed |= left & -left;
            wet |= amount > 0 ? left & -left : 0;
        }
    }
    world->wet[first >> 6] = (world->wet[first >> 6] & ~changed) | wet;
    add_reach(&world->active, first, world->data->stride,
              (struct reach){changed, changed, touched, changed, changed});
}

void water_move(struct world *world)
{
    if (!world->data->has_water) {
        return;
    }
    int32_t from = 0;
    int32_t first = 0;
    uint64_t word;
    while ((word = cellset_take_word(&world->active, &from, &first)) != 0) {
        word &= world->wet[first >> 6];
        if (word != 0) {
            plan_and_send(world, first, word);
        }
    }
    from = 0;
    while ((word = cellset_take_word(&world->touched, &from, &first)) != 0) {
        apply_changes(world, first, word);
    }
}

/* Of a cell of the map. */
static void set_amount(struct world *world, int32_t cell, int32_t amount)
{
    uint64_t bit = UINT64_C(1) << (cell & 63);
    world->water[cell] = amount;
    world->wet[cell >> 6] = amount > 0 ? world->wet[cell >> 6] | bit : world->wet[cell >> 6] & ~bit;
    world->data->has_water = true;
    water_activate(world, cell);
}

void water_pour(struct world *world, int32_t cell, int32_t amount)
{
    if (water_capacity(world, cell) > 0) {
        set_amount(world, cell, wrap_add(world->water[cell], amount));
    }
}

void water_start(struct world *world)
{
    for (int32_t y = 0; y < world->data->height; y++) {
        for (int32_t x = 0; x < world->data->width; x++) {
            int32_t cell = cell_number(world, x, y);
            if (world->water[cell] == 0) {
                continue;
            }
            if (water_capacity(world, cell) == 0) {
                world->water[cell] = 0;
            } else {
                set_amount(world, cell, world->water[cell]);
            }
        }
    }
}

int32_t world_water_at(const struct world *world, int x, int y)
{
    bool is_in_ring = x >= -1 && y >= -1 && x <= world->data->width && y <= world->data->height;
    return is_in_ring ? world->water[cell_number(world, x, y)] : 0;
}

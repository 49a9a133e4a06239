#include "world/terrain.h"

#include "base/memory.h"
#include "base/require.h"
#include "world/water.h"

#include <stdlib.h>
#include <string.h>

static void make_outside(struct world *world, int32_t first, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        world->cells[first + i] = CELL_OUTSIDE;
    }
}

void terrain_make_border(struct world *world)
{
    const struct world_data *data = world->data;
    int32_t band = WORLD_BORDER * data->stride;
    make_outside(world, 0, band);
    make_outside(world, data->cell_count - band, band);
    for (int32_t y = 0; y < data->height; y++) {
        make_outside(world, cell_number(world, -WORLD_BORDER, y), WORLD_BORDER);
        make_outside(world, cell_number(world, data->width, y), WORLD_BORDER);
    }
}

static struct block_piece oldest_piece(const struct world *world, int32_t cell)
{
    uint16_t bits = world->cells[cell];
    return (struct block_piece){.block = bits & CELL_BLOCK, .variant = bits >> CELL_VARIANT_SHIFT & 3};
}

/* Leaves alone what is not about blocks. */
static void set_oldest(struct world *world, int32_t cell, struct block_piece piece)
{
    int others = world->cells[cell] & ~CELL_OLDEST;
    world->cells[cell] = (uint16_t)(others | piece.block | piece.variant << CELL_VARIANT_SHIFT);
}

/* The first place in the sorted stack whose cell is not below the given one. */
static int32_t stack_search(const struct world *world, int32_t cell)
{
    int32_t low = 0;
    int32_t high = world->data->used.stack;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (world->stack[middle].cell < cell) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* splitmix64 (Steele, Lea, Flood 2014): one well-mixed number per cell, piece and place in the stack. */
static uint64_t piece_hash(int32_t cell, int depth, struct block_piece piece)
{
    uint64_t z = (uint64_t)(uint32_t)cell << 24 | (uint64_t)(depth & 0xffff) << 8 |
                 (uint64_t)(piece.block << 4 | piece.variant);
    z = (z + UINT64_C(0x9e3779b97f4a7c15)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

static uint64_t cell_hash(const struct world *world, int32_t cell)
{
    if (terrain_at(world, cell) == BLOCK_NONE) {
        return 0;
    }
    uint64_t hash = piece_hash(cell, 0, oldest_piece(world, cell));
    if (world->cells[cell] & CELL_STACKED) {
        int32_t first = stack_search(world, cell);
        for (int32_t i = first; i < world->data->used.stack && world->stack[i].cell == cell; i++) {
            hash ^= piece_hash(cell, 1 + i - first, world->stack[i].piece);
        }
    }
    return hash;
}

static enum water_kind kind_with(enum water_kind kind, enum block block)
{
    bool right = kind == WATER_RIGHT_RAMP || kind == WATER_VALLEY || block == BLOCK_SLOPE_RIGHT;
    bool left = kind == WATER_LEFT_RAMP || kind == WATER_VALLEY || block == BLOCK_SLOPE_LEFT;
    if (kind == WATER_NONE || block_is_flat(block)) {
        return WATER_NONE;
    }
    return right && left ? WATER_VALLEY : right ? WATER_RIGHT_RAMP : left ? WATER_LEFT_RAMP : WATER_OPEN;
}

static void set_kind(struct world *world, int32_t cell, enum water_kind kind)
{
    int others = world->cells[cell] & ~CELL_WATER_KIND;
    world->cells[cell] = (uint16_t)(others | (int)kind << CELL_WATER_SHIFT);
}

static void make_stack_room(struct world *world)
{
    struct world_amounts wanted = {.stack = world->data->used.stack * 2};
    if (world->data->used.stack == world->data->room.stack) {
        world_grow(world, wanted);
    }
}

static void stack_insert(struct world *world, int32_t cell, struct block_piece piece)
{
    make_stack_room(world);
    int32_t at = world->data->used.stack;
    if (world->data->is_started) {
        at = stack_search(world, cell + 1);
        memmove(world->stack + at + 1, world->stack + at,
                (size_t)(world->data->used.stack - at) * sizeof *world->stack);
    }
    world->stack[at] = (struct stack_piece){.cell = cell, .piece = piece};
    world->data->used.stack++;
}

void terrain_add(struct world *world, int32_t cell, struct block_piece piece)
{
    require(!(world->cells[cell] & CELL_OUTSIDE));
    if (world->data->is_started) {
        world->data->terrain_hash ^= cell_hash(world, cell);
    }
    if (terrain_at(world, cell) == BLOCK_NONE) {
        set_oldest(world, cell, piece);
    } else {
        stack_insert(world, cell, piece);
        world->cells[cell] |= CELL_STACKED;
    }
    enum water_kind kind = water_kind_at(world, cell);
    enum water_kind fresh = kind_with(kind, (enum block)piece.block);
    if (fresh != kind) {
        set_kind(world, cell, fresh);
    }
    if (world->data->is_started) {
        world->data->terrain_hash ^= cell_hash(world, cell);
        water_activate(world, cell);
    }
}

void terrain_remove_oldest(struct world *world, int32_t cell)
{
    if (terrain_at(world, cell) == BLOCK_NONE) {
        return;
    }
    struct world_data *data = world->data;
    data->terrain_hash ^= cell_hash(world, cell);
    bool was_stacked = world->cells[cell] & CELL_STACKED;
    enum water_kind kind = WATER_OPEN;
    set_oldest(world, cell, (struct block_piece){.block = BLOCK_NONE});
    if (was_stacked) {
        int32_t at = stack_search(world, cell);
        set_oldest(world, cell, world->stack[at].piece);
        data->used.stack--;
        memmove(world->stack + at, world->stack + at + 1,
                (size_t)(data->used.stack - at) * sizeof *world->stack);
        kind = kind_with(kind, terrain_at(world, cell));
        for (; at < data->used.stack && world->stack[at].cell == cell; at++) {
            world->cells[cell] |= CELL_STACKED;
            kind = kind_with(kind, (enum block)world->stack[at].piece.block);
        }
    } else {
        kind = kind_with(kind, BLOCK_NONE);
    }
    set_kind(world, cell, kind);
    data->terrain_hash ^= cell_hash(world, cell);
    water_activate(world, cell);
}

/* qsort is not stable, so the age goes into the comparison: by address, which is by age, before anything
 * moves. */
static int compare_pieces(const void *a, const void *b)
{
    const struct stack_piece *const *left = a;
    const struct stack_piece *const *right = b;
    if ((*left)->cell != (*right)->cell) {
        return (*left)->cell < (*right)->cell ? -1 : 1;
    }
    return *left < *right ? -1 : *left > *right;
}

void terrain_sort_stack(struct world *world)
{
    size_t count = (size_t)world->data->used.stack;
    if (count > 1) {
        struct stack_piece *unsorted = memory_get_array(count, sizeof *unsorted);
        const struct stack_piece **order = memory_get_array(count, sizeof *order);
        memcpy(unsorted, world->stack, count * sizeof *unsorted);
        for (size_t i = 0; i < count; i++) {
            order[i] = unsorted + i;
        }
        qsort(order, count, sizeof *order, compare_pieces);
        for (size_t i = 0; i < count; i++) {
            world->stack[i] = *order[i];
        }
        memory_free(order);
        memory_free(unsorted);
    }
    world->data->terrain_hash = 0;
    for (int32_t cell = 0; cell < world->data->cell_count; cell++) {
        world->data->terrain_hash ^= cell_hash(world, cell);
    }
}

enum block world_block_at(const struct world *world, int x, int y)
{
    return cell_is_inside(world, x, y) ? terrain_at(world, cell_number(world, x, y)) : BLOCK_NONE;
}

int world_blocks_at(const struct world *world, int x, int y, struct block_piece *out, int room)
{
    if (world_block_at(world, x, y) == BLOCK_NONE) {
        return 0;
    }
    int32_t cell = cell_number(world, x, y);
    int count = 0;
    if (count < room) {
        out[count] = oldest_piece(world, cell);
    }
    count++;
    if (world->cells[cell] & CELL_STACKED) {
        for (int32_t i = stack_search(world, cell);
             i < world->data->used.stack && world->stack[i].cell == cell; i++) {
            if (count < room) {
                out[count] = world->stack[i].piece;
            }
            count++;
        }
    }
    return count;
}

uint64_t world_terrain_hash(const struct world *world)
{
    return world->data->terrain_hash;
}

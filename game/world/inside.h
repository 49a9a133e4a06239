/* How a world lies in memory. Only files in game/world include this.
 *
 * Cells are stored with a border of WORLD_BORDER cells around the map, so that no rule has to ask whether a
 * neighbour exists: the border is empty for ever. A cell's number is (y + BORDER) * stride + x + BORDER.
 *
 * `struct world` is a handle: the one block and the places of its parts, found anew whenever the block moves.
 * The parts before `rabbits` have a fixed size; those from there on have a capacity and can grow. */
#ifndef WARREN_WORLD_INSIDE_H
#define WARREN_WORLD_INSIDE_H

#include "world/build.h"
#include "world/cellset.h"

enum { WORLD_BORDER = 4 };

/* A cell: its oldest block, what kind of water cell it is, and marks of what may be found there in this
 * evaluation. A mark says "perhaps": whoever sees it looks at the lists; whoever does not need not. */
enum {
    CELL_BLOCK = 0x0007,    /* enum block */
    CELL_VARIANT_SHIFT = 3, /* two bits */
    CELL_STACKED = 0x0020,  /* more blocks of this cell are in the stack */
    CELL_OUTSIDE = 0x0040,  /* a cell of the border */
    CELL_OLDEST = 0x003f,   /* all that is said of blocks */
    MARK_TOKEN = 0x0100,
    MARK_FIRE = 0x0200,
    MARK_BLOCKER = 0x0400,
    MARK_RABBIT = 0x0800,  /* only kept in worlds with rabbots, who alone look for it */
    MARK_EXIT = 0x1000,    /* exits stay where they are, and so do their marks */
    CELL_WATER_SHIFT = 13, /* enum water_kind, the rest of the bits */
    CELL_WATER_KIND = 0xe000,
    MARKS_PASSING = MARK_TOKEN | MARK_FIRE | MARK_BLOCKER | MARK_RABBIT
};

/* rules/30 section 1 */
enum water_kind { WATER_OPEN, WATER_RIGHT_RAMP, WATER_LEFT_RAMP, WATER_VALLEY, WATER_NONE };

/* The second and later blocks of a cell, sorted by cell and then by age, oldest first. */
struct stack_piece {
    int32_t cell;
    struct block_piece piece;
    uint8_t spare[2];
};

struct bridge_request {
    int32_t cell;
    uint8_t block;
    uint8_t spare[3];
};

/* How much of each growing part is used, or there is room for. */
struct world_amounts {
    int32_t rabbits; /* used: those in the list, without the entering ones behind them */
    int32_t things;  /* used: those in the list, without the pending tokens behind them */
    int32_t stack;
    int32_t delays;
};

struct world_data {
    int32_t width, height, stride, cell_count; /* of cells, with the border */
    struct world_amounts used, room;
    struct world_counts counts; /* `out` included, kept up to date */
    uint64_t terrain_hash;
    uint64_t history;
    /* The queues of a step (rules/10 4.3). */
    int32_t entering; /* rabbits behind the list, waiting for the next commit */
    int32_t pending;  /* tokens behind the things, waiting for the next commit */
    int32_t leaving;  /* indices of rabbits killed or saved */
    int32_t bridges;
    int32_t gone; /* cells whose block is removed in this step */
    int32_t marked;
    int32_t events;
    int32_t entrances; /* among the things; none comes or goes */
    bool is_started;
    bool has_rabbots;
    bool has_water; /* some was there once */
    bool has_gone_things;
    bool explode_all;
};

struct world {
    struct world_data *data; /* the block begins with it */
    size_t bytes;            /* of the block */
    uint16_t *cells;
    int32_t *water, *change; /* change: scratch of water_move, all 0 between steps */
    uint64_t *wet;           /* a bit for each cell of the map with water above 0 */
    struct cellset active, touched;
    struct rabbit *rabbits;
    struct thing *things;
    struct stack_piece *stack;
    int32_t *leaving;
    struct bridge_request *bridges;
    int32_t *gone;
    int32_t *marked;
    struct event *events;
    int32_t *delays;
    int32_t mark_room, event_room; /* of `marked` and `events` */
};

static inline int32_t cell_number(const struct world *world, int32_t x, int32_t y)
{
    return (y + WORLD_BORDER) * world->data->stride + x + WORLD_BORDER;
}

static inline bool cell_is_inside(const struct world *world, int32_t x, int32_t y)
{
    return x >= 0 && y >= 0 && x < world->data->width && y < world->data->height;
}

/* Java's int arithmetic, which the rules imitate: 32 bits, wrapping. */
static inline int32_t wrap_add(int32_t a, int32_t b)
{
    return (int32_t)((uint32_t)a + (uint32_t)b);
}

static inline int32_t wrap_multiply(int32_t a, int32_t b)
{
    return (int32_t)((uint32_t)a * (uint32_t)b);
}

/* storage.c: something happened, and what; see world_history. */
void world_remember(struct world *world, uint64_t what);

/* storage.c: makes room for at least that much, keeping everything. */
void world_grow(struct world *world, struct world_amounts wanted);

/* step.c: the evaluation that ends loading (rules/10 4.7). */
void world_evaluate_first(struct world *world);

/* Records an event of this step. */
void world_tell(struct world *world, enum event_kind kind, int32_t x, int32_t y, int32_t rabbit_index,
                int detail);

#endif

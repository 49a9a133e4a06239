/* The blocks of a world: looking one up, adding, removing; and what the shape of a block means for a rabbit
 * (rules/20 section 2). Only files in game/world include this. */
#ifndef WARREN_WORLD_TERRAIN_H
#define WARREN_WORLD_TERRAIN_H

#include "world/inside.h"

void terrain_make_border(struct world *world);

/* Puts a block on top of what is in the cell, or takes the oldest away; water kind and hash follow. */
void terrain_add(struct world *world, int32_t cell, struct block_piece piece);
void terrain_remove_oldest(struct world *world, int32_t cell);

/* While a level is read the stack is not kept in order: called once when all blocks are there. */
void terrain_sort_stack(struct world *world);

static inline enum block terrain_at(const struct world *world, int32_t cell)
{
    return (enum block)(world->cells[cell] & CELL_BLOCK);
}

/* What a rabbit sees: cells relative to it, ahead being where it faces. Made anew whenever the rabbit has
 * moved. Small enough to be handed on in registers. */
struct look {
    const uint16_t *here; /* among the cells */
    int32_t stride;
    int32_t ahead; /* +1 or -1: f of the rules */
};

static inline struct look look_from(const struct world *world, const struct rabbit *rabbit)
{
    return (struct look){.here = world->cells + cell_number(world, rabbit->x, rabbit->y),
                         .stride = world->data->stride,
                         .ahead = rabbit->faces_right ? 1 : -1};
}

static inline int32_t look_cell(const struct world *world, struct look look)
{
    return (int32_t)(look.here - world->cells);
}

static inline enum block look_at(struct look look, int ahead, int down)
{
    return (enum block)(look.here[ahead * look.ahead + down * look.stride] & CELL_BLOCK);
}

static inline bool look_has_mark(struct look look, int mark)
{
    return *look.here & mark;
}

/* In the column ahead: on the way up, on the way down or between. */
static inline bool look_has_mark_ahead(struct look look, int mark)
{
    const uint16_t *ahead = look.here + look.ahead;
    return (ahead[-look.stride] | *ahead | ahead[look.stride]) & mark;
}

/* What a block is to a rabbit, by the side that it faces. */
enum shape {
    SHAPE_UP = 1,   /* climbs in the direction the rabbit faces */
    SHAPE_DOWN = 2, /* descends */
    SHAPE_WALL = 4  /* stops the rabbit: full, or the high side of an earth slope. Bridges never do. */
};

static inline int look_shape(struct look look, enum block block)
{
    static const uint8_t shapes[2][8] = {
        {[BLOCK_EARTH] = SHAPE_WALL,
         [BLOCK_METAL] = SHAPE_WALL,
         [BLOCK_SLOPE_RIGHT] = SHAPE_DOWN | SHAPE_WALL,
         [BLOCK_SLOPE_LEFT] = SHAPE_UP,
         [BLOCK_BRIDGE_RIGHT] = SHAPE_DOWN,
         [BLOCK_BRIDGE_LEFT] = SHAPE_UP},
        {[BLOCK_EARTH] = SHAPE_WALL,
         [BLOCK_METAL] = SHAPE_WALL,
         [BLOCK_SLOPE_RIGHT] = SHAPE_UP,
         [BLOCK_SLOPE_LEFT] = SHAPE_DOWN | SHAPE_WALL,
         [BLOCK_BRIDGE_RIGHT] = SHAPE_UP,
         [BLOCK_BRIDGE_LEFT] = SHAPE_DOWN},
    };
    return shapes[look.ahead > 0][block];
}

static inline bool look_is_up(struct look look, enum block block)
{
    return look_shape(look, block) & SHAPE_UP;
}

static inline bool look_is_down(struct look look, enum block block)
{
    return look_shape(look, block) & SHAPE_DOWN;
}

static inline bool look_is_wall(struct look look, enum block block)
{
    return look_shape(look, block) & SHAPE_WALL;
}

#endif

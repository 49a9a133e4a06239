/* The blocks of a world: looking one up, adding, removing; and what the shape of a block means for a rabbit
 * (rules/20 section 2, rules/10 3.1): the one place where that is said. Only files in game/world include
 * this. */
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
    return (enum block)(world->terrain[cell] & TERRAIN_BLOCK);
}

static inline bool block_is_flat(enum block block)
{
    return block == BLOCK_EARTH || block == BLOCK_METAL;
}

static inline bool block_is_sloped(enum block block)
{
    return block >= BLOCK_SLOPE_RIGHT;
}

static inline bool block_is_bridge(enum block block)
{
    return block >= BLOCK_BRIDGE_RIGHT;
}

/* Solid, and a roof to heads: everything but bridges. */
static inline bool block_is_solid(enum block block)
{
    return block >= BLOCK_EARTH && block <= BLOCK_SLOPE_LEFT;
}

/* +1: its high side is to the right, -1: to the left, 0: it is flat, or none. */
static inline int block_rise(enum block block)
{
    static const int8_t rise[8] = {0, 0, 0, 1, -1, 1, -1, 0};
    return rise[block];
}

/* What a rabbit sees: cells relative to it, ahead being where it faces. Made anew whenever the rabbit has
 * moved. Small enough to be handed on in registers. */
struct look {
    const uint8_t *here; /* in the terrain */
    int32_t stride;
    int32_t ahead; /* +1 or -1: f of the rules */
};

static inline struct look look_from(const struct world *world, const struct rabbit *rabbit)
{
    return (struct look){.here = world->terrain + cell_number(world, rabbit->x, rabbit->y),
                         .stride = world->data->stride,
                         .ahead = rabbit->faces_right ? 1 : -1};
}

static inline int32_t look_cell(const struct world *world, struct look look)
{
    return (int32_t)(look.here - world->terrain);
}

static inline enum block look_at(struct look look, int ahead, int down)
{
    return (enum block)(look.here[ahead * look.ahead + down * look.stride] & TERRAIN_BLOCK);
}

static inline bool look_has_mark(const struct world *world, struct look look, int mark)
{
    return world->marks[look_cell(world, look)] & mark;
}

/* The block climbs, or descends, in the direction the rabbit faces. */
static inline bool look_is_up(struct look look, enum block block)
{
    return block_rise(block) == look.ahead;
}

static inline bool look_is_down(struct look look, enum block block)
{
    return block_rise(block) == -look.ahead;
}

/* It stops the rabbit: full, or the high side of an earth slope. Bridges never do. */
static inline bool look_is_wall(struct look look, enum block block)
{
    return block_is_flat(block) || (look_is_down(look, block) && !block_is_bridge(block));
}

#endif

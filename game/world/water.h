/* Water: integers that flow (rules/30). Only files in game/world include this.
 *
 * The rules plan the outflow of every cell at the end of a step and carry it out at the start of the next.
 * Nothing can change an amount or a block in between, so both are done here in one go, from one snapshot.
 * Only active cells are looked at: those that sent water in the last step, or whose own or neighbouring
 * amount or blocks changed since. All others would plan to send nothing, as they did before. */
#ifndef WARREN_WORLD_WATER_H
#define WARREN_WORLD_WATER_H

#include "world/inside.h"

enum { PIPE_AMOUNT = 512 }; /* rules/30 section 7 */

enum side { SIDE_UP, SIDE_LEFT, SIDE_RIGHT, SIDE_DOWN, SIDE_COUNT };

struct outflow {
    int32_t up, left, right, down;
};

/* What a cell will send (rules/30 section 3). It must be inside and hold some water. */
struct outflow water_plan(const struct world *world, int32_t cell);

/* rules/30 sections 3 and 4 */
void water_move(struct world *world);

/* Adds to the amount of a cell that can hold water; others ignore it. */
void water_pour(struct world *world, int32_t cell, int32_t amount);

/* The cell or its blocks changed: it and its neighbours must plan anew. */
void water_activate(struct world *world, int32_t cell);

/* Called once when a level is loaded: full blocks lose their water, the rest becomes active. */
void water_start(struct world *world);

static inline enum water_kind water_kind_at(const struct world *world, int32_t cell)
{
    return (enum water_kind)(world->cells[cell] >> CELL_WATER_SHIFT);
}

/* How much the cell holds without pressure; 0 where no water can be. */
static inline int32_t water_capacity(const struct world *world, int32_t cell)
{
    static const int16_t capacity[8] = {1024, 512, 512, 256, 0, 0, 0, 0};
    return capacity[water_kind_at(world, cell)];
}

static inline bool water_is_open(const struct world *world, int32_t cell)
{
    return water_kind_at(world, cell) == WATER_OPEN;
}

#endif

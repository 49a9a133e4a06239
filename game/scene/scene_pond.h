/* How high water stands in the cells in view at a moment between two steps (after rules/40 A8, but read off
 * the world alone, so that equal worlds look equal). Called by scene_add_water. */
#ifndef WARREN_SCENE_SCENE_POND_H
#define WARREN_SCENE_SCENE_POND_H

#include "scene/scene_parts.h"

enum { POND_FULL = 1024, POND_RAMP_FULL = 512 }; /* amounts */

/* What water sees of the blocks in a cell: RIGHT and LEFT are slopes that rise to that side. */
enum pond_shape { POND_OPEN, POND_RIGHT, POND_LEFT, POND_VALLEY, POND_SOLID };

/* Of the cells x0 <= x < x1, y0 <= y < y1, row by row; somewhat more than what is in view. */
struct pond {
    const struct world *world;
    int x0, y0, x1, y1;
    int32_t *now, *soon; /* amounts */
    int32_t *level_now;  /* units from the floor; 0 where water falls, or there is none */
    int32_t *level;      /* the same at the view's moment */
};

/* Reads the water in view. Returns false when there is none. The arrays are the scene's and valid until the
 * next call. */
bool pond_read(struct pond *pond, struct scene *scene, const struct scene_view *view);

/* Whether a row of the pond's rectangle has no water, now or soon. */
bool pond_row_is_dry(const struct pond *pond, int y);

enum pond_shape pond_shape(const struct world *world, int x, int y);

/* Amount and level of a cell in the pond's rectangle; 0 outside it. */
int32_t pond_amount(const struct pond *pond, int x, int y);
int pond_level(const struct pond *pond, int x, int y);

/* Whether the water of a cell falls out of it; how much that is. 0: it does not. */
int32_t pond_falling(const struct pond *pond, int x, int y);

/* How high the surface is on the border between a cell with this level and the neighbour at x + dx. */
int pond_border_level(const struct pond *pond, int x, int y, int dx, int level);

#endif

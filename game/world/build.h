/* Making a world, in three strokes: world_create, then everything in it in the order in which the level text
 * names it, then world_start. Called by level_parse and by tests; a world that was not started can only be
 * added to or destroyed. */
#ifndef WARREN_WORLD_BUILD_H
#define WARREN_WORLD_BUILD_H

#include "world/world.h"

/* All values as a level file gives them (rules/10 1.4). */
struct world_settings {
    int32_t num_rabbits, num_to_save, num_saved, num_killed, num_waiting, rabbit_index_count;
    bool is_paused;
    int32_t stock[ABILITY_COUNT];
    bool has[ABILITY_COUNT];
    const int32_t *delays; /* rabbit_delay; copied; may be empty: then the first release stops the entrance */
    int delay_count;
};

/* Whether a world of this size can be made. */
bool world_fits(int64_t width, int64_t height);

/* An empty world of a size that fits. */
struct world *world_create(int width, int height);

/* Adds one block on top of what is in the cell. The cell must lie in the map. */
void world_add_block(struct world *world, int x, int y, enum block block, int variant);

/* Sets the start water of a cell; the last call wins; cells that end up with a full block lose it at the
 * start. The ring one cell around the map takes an amount too; farther cells are ignored (rules/30 section
 * 7). */
void world_set_water(struct world *world, int x, int y, int32_t amount);

/* Add to the end of the list and return the place, to be filled further; valid until the next call. The
 * fields not given are the resting ones of rules/10 1.3. */
struct rabbit *world_add_rabbit(struct world *world, int x, int y, bool is_rabbot, bool faces_right);
struct thing *world_add_thing(struct world *world, int x, int y, enum thing_kind kind, int detail);

/* Numbers and sorts the rabbits, then makes the first evaluation (rules/10 3.6, 4.7). */
void world_start(struct world *world, const struct world_settings *settings);

/* The copy a solution runs on (rules/10 6.5): a new, started world. */
struct world *world_working_copy(const struct world *world);

/* The delay list, for writing a level. Valid as long as the world. */
const int32_t *world_delays(const struct world *world, int *count);

#endif

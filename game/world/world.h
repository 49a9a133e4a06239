/* The rules of the game. Pure: the same world and the same commands give the same next world on every
 * machine. A world knows nothing of time, files, pixels or sound; it calls nobody, and leaves events behind
 * for those who want to know what happened. Cells are (x, y), x to the right from 0, y downwards from 0.
 *
 * A world is one block of memory without pointers into itself: copying, comparing and hashing are walks over
 * that block. It is sized when it is started, for all rabbits that are still to come and all tokens in stock
 * (up to WORLD_ROOM); a step allocates nothing. Only a level with more than that, or with a negative, that is
 * endless, stock grows the block while it runs, in doublings.
 *
 * Made by level_parse; changed by world_step and the commands below and by nothing else. */
#ifndef WARREN_WORLD_WORLD_H
#define WARREN_WORLD_WORLD_H

#include "world/event.h"
#include "world/things.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { WORLD_ROOM = 4096, WORLD_SIDE_MAX = 1 << 20 }; /* no side is longer, so that positions can be scaled */
#define WORLD_CELLS_MAX (INT64_C(1) << 26)            /* at most, border included: see world_fits */

enum outcome { OUTCOME_RUNNING, OUTCOME_WON, OUTCOME_LOST, OUTCOME_PAUSED };

enum placing {
    PLACING_DONE,
    PLACING_BLOCKED, /* a full block is there: nothing happens, nothing is used up */
    PLACING_NONE_LEFT,
    PLACING_MISSING, /* the level does not have this ability */
    PLACING_OUTSIDE
};

struct world;

struct world *world_copy(const struct world *world);           /* a new one; world_destroy it */
void world_assign(struct world *to, const struct world *from); /* copy into one that exists */
void world_destroy(struct world *world);                       /* NULL is fine */

/* Equal worlds have equal hashes, step for step; spare room and events do not count. */
uint64_t world_hash(const struct world *world);
size_t world_bytes(const struct world *world); /* of the one block */

/* One step (rules/10 section 4). Returns false, and changes nothing, unless the outcome is OUTCOME_RUNNING.
 */
bool world_step(struct world *world);

/* Commands. They take effect in the next step. */
enum placing world_place_token(struct world *world, enum ability ability, int x, int y);
void world_explode_all(struct world *world);

enum outcome world_outcome(const struct world *world);
const char *outcome_name(enum outcome outcome); /* "RUNNING" */

int world_width(const struct world *world); /* cells */
int world_height(const struct world *world);
struct world_counts world_counts(const struct world *world);

/* What is in a cell. Outside the map there is never a block. A cell can hold several blocks: rules see the
 * oldest (rules/10 3.2), pictures show the newest on top. world_blocks_at stores up to `room` of them, oldest
 * first, and returns how many there are. */
enum block world_block_at(const struct world *world, int x, int y);
int world_blocks_at(const struct world *world, int x, int y, struct block_piece *out, int room);
int32_t world_water_at(const struct world *world, int x,
                       int y); /* 1024 fills an open cell; 0 where none can be */

/* For pictures between two steps: the water of the cells x0 <= x < x1, y0 <= y < y1, row by row; none outside
 * the map. `now` is what is there; `soon` what the next step leaves there if no block changes. Returns false,
 * with nothing written, when all of them are dry. */
bool world_water_in(const struct world *world, int x0, int y0, int x1, int y1, int32_t *now, int32_t *soon);

/* Changes whenever any block changes, and comes back to the same value when the blocks do. */
uint64_t world_terrain_hash(const struct world *world);

/* Tells at no cost whether a started world still looks the same: it changes with each step and each command
 * that takes effect, and two worlds in which it is equal are seen to be equal. A copy has the same; worlds
 * that came to be equal in different ways may differ in it, unlike in world_hash. */
uint64_t world_history(const struct world *world);

/* Rabbits (and rabbots) in list order; things in list order; this step's events. Valid until the next change.
 */
const struct rabbit *world_rabbits(const struct world *world, int *count);
const struct thing *world_things(const struct world *world, int *count);
const struct thing *world_pending_tokens(const struct world *world,
                                         int *count); /* placed, not yet in the list */
const struct event *world_events(const struct world *world, int *count);

#endif

/* What stands where in a world, cell by cell from the top left to the bottom right: for those who write all
 * of it down. Takes time in proportion to the world, however many rabbits and things it has. Inside of
 * game/level only. */
#ifndef WARREN_LEVEL_CONTENTS_H
#define WARREN_LEVEL_CONTENTS_H

#include "world/world.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct contents_entry {
    int32_t x, y;
    bool is_thing; /* else a rabbit */
    int32_t place; /* in its list */
};

struct contents {
    struct contents_entry *entries; /* by y, then x; in one cell rabbits, then things, each in list order */
    size_t count;
};

/* All rabbits that are not out of bounds, and all things. Free it with memory_free(contents.entries). */
struct contents contents_of(const struct world *world);

#endif

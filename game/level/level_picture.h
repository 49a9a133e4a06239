/* A world as text, for people and tests to look at (rules/10 section 7). Called by `warren-level show` and by
 * tests, in which the picture is the test. Nothing reads it back. */
#ifndef WARREN_LEVEL_LEVEL_PICTURE_H
#define WARREN_LEVEL_LEVEL_PICTURE_H

#include "base/text.h"
#include "world/world.h"

#include <stdbool.h>

struct level_picture_options {
    bool coordinates; /* row numbers before the rows, column numbers below them: two digits each */
    bool changes;     /* water, and what everybody is about to do, by the marks of rules/10 7.3 and 7.4 */
};

/* Appends the picture: one line of the world's width for each row. Blocks lie lowest, then rabbits, things
 * and changes. What is outside of the map is not drawn. */
void level_picture(const struct world *world, struct level_picture_options options, struct text *out);

#endif

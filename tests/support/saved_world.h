/* Saving a world at any step of a game: it is written with what everybody remembers, read again, and goes on
 * as it would have, but for what a level's text cannot say (rules/10 2.5, rules/20 section 8). Linked to the
 * tests of replay. */
#ifndef WARREN_TESTS_SUPPORT_SAVED_WORLD_H
#define WARREN_TESTS_SUPPORT_SAVED_WORLD_H

#include "support/drawn_world.h"

#include "base/text.h"

/* Puts the world as a level's text in the place of what is in `out`. One that cannot be written fails the
 * test. */
void saved_world_write(const struct world *world, struct text *out);

/* The world of that text; world_destroy it. */
struct world *saved_world_read(const struct text *text);

/* All that can be seen of a world but the number of its step and the pictures of its fires, which are not
 * saved. What is returned lies in `out`. */
const char *saved_world_describe(const struct world *world, struct text *out);

/* Plays the level of these lines for so many steps, or to its end. At each of them it is saved and read
 * again: fails the test unless it is written as before and goes on as before, but for the steps that are
 * named: "3: 1,1 DIGGING_2 -> 1,1 DIGGING", or "3: goes on otherwise" when all rabbits look the same at
 * first. */
#define assert_saves(lines, steps)                                                                           \
    saved_world_check(lines, steps, (const char *const[]){NULL}, __FILE__, __LINE__)
#define assert_saves_except(lines, steps, ...)                                                               \
    saved_world_check(lines, steps, LINES(__VA_ARGS__), __FILE__, __LINE__)

/* What the macros call. */
void saved_world_check(const char *const *lines, int steps, const char *const *expected, const char *file,
                       int line);

#endif

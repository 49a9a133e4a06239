/* Following one rabbit through a drawn world: where it is and what it is about to do, step by step. Linked to
 * the tests of world and of all that stands above it. */
#ifndef WARREN_TESTS_SUPPORT_FOLLOWED_H
#define WARREN_TESTS_SUPPORT_FOLLOWED_H

#include "drawn_world.h"

/* The rabbit with this index as text: "3,1 WALKING_RIGHT", with " s" behind it when its on-slope mark is set,
 * or "gone". The text is valid until the next call. */
const char *rabbit_text(const struct world *world, int index);

/* All that the rabbit with this index remembers; without one the test fails. */
struct rabbit rabbit_with(const struct world *world, int index);

/* Makes a world of the lines and compares the rabbit's text as loaded, then after each step, with the
 * expected ones. */
#define assert_follows(lines, index, ...) follow_check(lines, index, LINES(__VA_ARGS__), __FILE__, __LINE__)

/* The same for all steps of a world that the caller has and goes on using. */
#define assert_goes_on(world, index, ...) follow_world(world, index, LINES(__VA_ARGS__), __FILE__, __LINE__)

/* What the macros call. */
void follow_check(const char *const *lines, int index, const char *const *expected, const char *file,
                  int line);
void follow_world(struct world *world, int index, const char *const *expected, const char *file, int line);

#endif

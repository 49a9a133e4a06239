/* Worlds drawn as text: the picture is the test. A world is made from the lines of a level, stepped, drawn
 * again and compared with the lines that are expected. Linked to the tests of world and of all that stands
 * above it. */
#ifndef WARREN_TESTS_SUPPORT_DRAWN_WORLD_H
#define WARREN_TESTS_SUPPORT_DRAWN_WORLD_H

#include "world/world.h"

/* The lines of a level or of a picture: LINES("r  ", "###"). */
#define LINES(...) ((const char *const[]){__VA_ARGS__, NULL})

/* The world of a level with these lines, meta lines among them. Without `:num_rabbits=` ten rabbits are said
 * to be waiting, so that a world without an entrance never comes to its end. Destroy it with world_destroy. A
 * level with an error fails the test. */
struct world *drawn_world(const char *const *lines);

/* Makes so many steps; a step that is refused fails the test. */
void drawn_world_steps(struct world *world, int steps);

/* How many tokens are in the list, claimed ones among them. */
int drawn_world_tokens(const struct world *world);

/* The state of the thing at this place in the list: "FIRE_A_FALLING"; "gone" behind the end. */
const char *drawn_world_thing(const struct world *world, int place);

/* Fail the test, and show both pictures, unless the world looks like this: blocks, rabbits and things only;
 * or with water and the marks of what everybody is about to do (rules/10 7.1, 7.3). */
#define assert_drawn_plain(world, lines) drawn_world_check(world, lines, false, 0, __FILE__, __LINE__)
#define assert_drawn(world, lines) drawn_world_check(world, lines, true, 0, __FILE__, __LINE__)

/* Makes a world of the first lines, then steps it once for each of the further ones and compares with marks:
 * assert_evolves(LINES("r  ", "###"), LINES(" r>", "###"), ...). */
#define assert_evolves(...)                                                                                  \
    drawn_world_check_steps(__FILE__, __LINE__, __VA_ARGS__, (const char *const *)NULL)

/* What the macros call. */
void drawn_world_check(const struct world *world, const char *const *lines, bool changes, int step,
                       const char *file, int line);
void drawn_world_check_steps(const char *file, int line, const char *const *start, ...);

#endif

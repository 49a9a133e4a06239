/* A folder of its own for a test that needs files, and a child process for a test of what ends a program. */
#ifndef WARREN_TESTS_SUPPORT_SCRATCH_H
#define WARREN_TESTS_SUPPORT_SCRATCH_H

#include "base/text.h"

/* cmocka's setup and teardown: *state becomes the path of a new empty folder; at the end it is removed with
 * all that is in it. */
int scratch_setup(void **state);
int scratch_teardown(void **state);

/* Appends the path of a file in the folder to `out`, which is cleared first, and returns it. */
const char *scratch_path(void **state, const char *name, struct text *out);

/* Runs work() in a child process. Returns its status as waitpid gives it; what it wrote to stderr is in
 * `said`. */
int scratch_child(void (*work)(void), struct text *said);

#endif

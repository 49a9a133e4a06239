/* Levels out of text that stands in a test. */
#ifndef WARREN_TESTS_SUPPORT_PARSED_LEVEL_H
#define WARREN_TESTS_SUPPORT_PARSED_LEVEL_H

#include "level/level.h"

/* The level with this text; level_destroy it. An error in it fails the test. */
struct level *parsed_level(const char *text);

/* Appends the level as it is written, with its own world in it. */
void parsed_level_write(const struct level *level, bool meta, bool runtime, struct text *out);

/* Fails the test unless the text (of `size` bytes) is refused with this kind in this place. */
void parsed_level_check_error(const char *bytes, size_t size, const char *kind, int line, int column,
                              const char *source_file, int source_line);

#define assert_level_error(text, kind, line, column)                                                         \
    parsed_level_check_error(text, strlen(text), kind, line, column, __FILE__, __LINE__)

#endif

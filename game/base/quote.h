/* Text that somebody else wrote, such as a level or the name of a file, made fit to stand in a message:
 * without what could upset a terminal. Control characters and bytes that are no UTF-8 are spelled out as
 * \xNN. */
#ifndef WARREN_BASE_QUOTE_H
#define WARREN_BASE_QUOTE_H

#include <stddef.h>
#include <stdio.h>

struct quote {
    char text[64];
};

/* "'solution.x'": between quotes, and "..." in place of what is too much. */
struct quote quote_bytes(const char *bytes, size_t size);

/* Writes all of it, without quotes. */
void quote_print(const char *string, FILE *out);

#endif

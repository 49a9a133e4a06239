/* Text out of a level file, made fit to stand in a message: bounded, and without what could upset a terminal.
 */
#ifndef WARREN_LEVEL_QUOTE_H
#define WARREN_LEVEL_QUOTE_H

#include <stddef.h>

struct quote {
    char text[64];
};

/* "'solution.x'": control characters and bytes that are no UTF-8 as \xNN, "..." in place of what is too much.
 */
struct quote quote_bytes(const char *bytes, size_t size);

#endif

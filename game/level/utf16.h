/* Text as the level format counts it: in UTF-16 units, while files hold UTF-8 (rules/10 1.1, 1.7, 1.8). Bytes
 * that are no UTF-8 count as U+FFFD each. Half a surrogate pair on its own is kept, as three bytes, so that
 * every row of units has a UTF-8 form that gives the same units back. */
#ifndef WARREN_LEVEL_UTF16_H
#define WARREN_LEVEL_UTF16_H

#include "base/text.h"

#include <stddef.h>
#include <stdint.h>

/* How many units the bytes are. */
size_t utf16_length(const char *bytes, size_t size);

/* Stores the units and returns how many; units must have room for `size`. */
size_t utf16_from_utf8(const char *bytes, size_t size, uint16_t *units);

void utf16_to_utf8(const uint16_t *units, size_t count, struct text *out);

#endif

/* The form that hides hints and solutions from a glance: `:solution.1.code=...` (rules/10 1.7). Any text
 * decodes to something. Called by level_parse and by `warren-level encode` and `decode`. */
#ifndef WARREN_LEVEL_LEVEL_CODE_H
#define WARREN_LEVEL_LEVEL_CODE_H

#include "base/text.h"

#include <stddef.h>
#include <stdint.h>

enum { LEVEL_CODE_BYTES_MAX = 1 << 20 }; /* of a text that is coded */

/* Append the other form of the text to out. size: at most LEVEL_CODE_BYTES_MAX. Characters are UTF-16 units,
 * so a text that is no UTF-8 loses what is not. */
void level_code_encode(const char *bytes, size_t size, struct text *out);
void level_code_decode(const char *bytes, size_t size, struct text *out);

/* The pairing P(length, k): stores for every position the one that it is exchanged with, which is itself for
 * the one that stays alone. partners has room for `length` of them. */
void level_code_pair(uint32_t length, uint32_t k, uint32_t *partners);

#endif

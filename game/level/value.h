/* A piece of a level's text that remembers where it stood, and the kinds of values that it can hold
 * (rules/10 1.4). Inside of game/level only. */
#ifndef WARREN_LEVEL_VALUE_H
#define WARREN_LEVEL_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct value {
    const char *bytes; /* not NUL-terminated */
    size_t length;
    int column;      /* where it starts in its line, from 1 */
    bool is_decoded; /* came out of a .code value: all of it counts as standing where that starts */
};

/* The part from `start` on, `length` bytes long. */
struct value value_part(struct value value, size_t start, size_t length);

/* Cuts the part before the next separator off the front of rest; a value with n separators gives n + 1 parts.
 * False when all parts were given. */
bool value_split(struct value *rest, char separator, struct value *part);

/* How many parts value_split would give. */
size_t value_part_count(struct value value, char separator);

/* False if the text is no int: one sign at most, then digits only, within 32 bits. */
bool value_int(struct value value, int32_t *out);

/* False if the text is neither "true" nor "false". */
bool value_bool(struct value value, bool *out);

bool value_is(struct value value, const char *text);
bool value_is_in_any_case(struct value value, const char *lower_case_text); /* of ASCII letters */

/* The text as a NUL-terminated string; release it with memory_free. */
char *value_copy(struct value value);

#endif

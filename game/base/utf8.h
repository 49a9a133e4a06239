/* Characters of text in UTF-8. Half a surrogate pair on its own counts as a character of three bytes. */
#ifndef WARREN_BASE_UTF8_H
#define WARREN_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

enum { UTF8_REPLACEMENT = 0xFFFD }; /* what a byte that is no UTF-8 counts as */

/* The code point at the start of the bytes, and how many of them it takes. size >= 1. */
uint32_t utf8_code_point(const char *bytes, size_t size, size_t *used);

/* How many bytes the character at the start of the bytes has; 1 if it is no UTF-8. size >= 1. */
size_t utf8_character_size(const char *bytes, size_t size);

#endif

/* A text that grows: everything that writes levels, traces, logs and pictures as text writes into one of
 * these. Zero-initialise it; `bytes` is always NUL-terminated once something was appended, and may hold NUL
 * bytes. */
#ifndef WARREN_BASE_TEXT_H
#define WARREN_BASE_TEXT_H

#include <stddef.h>

struct text {
    char *bytes; /* NULL while nothing was appended */
    size_t length;
    size_t capacity;
};

void text_add(struct text *text, const char *string);
void text_add_bytes(struct text *text, const char *bytes, size_t length);
void text_add_char(struct text *text, char c);
void text_add_repeated(struct text *text, char c, size_t count);
void text_format(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_clear(struct text *text); /* keeps the room */
void text_free(struct text *text);  /* gives it back; the text is empty and usable afterwards */

#endif

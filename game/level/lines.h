/* A text, line by line: lines end at LF, CR or CR LF, and a line end at the very end starts no further line
 * (rules/10 1.1). Takes time in proportion to the text whatever line ends it has. */
#ifndef WARREN_LEVEL_LINES_H
#define WARREN_LEVEL_LINES_H

#include <stdbool.h>
#include <stddef.h>

struct lines {
    const char *bytes;
    size_t size;
    size_t next; /* where the next line starts */
    size_t next_lf,
        next_cr; /* the first of each at or after `next`, when it was last looked for; size if none */
};

void lines_start(struct lines *lines, const char *bytes, size_t size);

/* The next line, without its end; false after the last one. */
bool lines_next(struct lines *lines, const char **line, size_t *length);

#endif

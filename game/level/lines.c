#include "level/lines.h"

#include <string.h>

static size_t find(const struct lines *lines, char c)
{
    const char *found = memchr(lines->bytes + lines->next, c, lines->size - lines->next);
    return found == NULL ? lines->size : (size_t)(found - lines->bytes);
}

void lines_start(struct lines *lines, const char *bytes, size_t size)
{
    *lines = (struct lines){.bytes = bytes, .size = size};
    if (size > 0) {
        lines->next_lf = find(lines, '\n');
        lines->next_cr = find(lines, '\r');
    }
}

bool lines_next(struct lines *lines, const char **line, size_t *length)
{
    if (lines->next >= lines->size) {
        return false;
    }
    /* Looking again only for what was passed keeps a file with one kind of line end from being searched to
     * its end for the other kind, line after line. */
    if (lines->next_lf < lines->next) {
        lines->next_lf = find(lines, '\n');
    }
    if (lines->next_cr < lines->next) {
        lines->next_cr = find(lines, '\r');
    }
    size_t end = lines->next_lf < lines->next_cr ? lines->next_lf : lines->next_cr;
    *line = lines->bytes + lines->next;
    *length = end - lines->next;
    bool is_cr_lf = end == lines->next_cr && lines->next_lf == end + 1;
    lines->next = end + (is_cr_lf ? 2 : 1);
    return true;
}

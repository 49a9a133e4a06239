#include "level/level_name.h"

#include "base/memory.h"
#include "level/utf16.h"

#include <stdbool.h>
#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Among them the ends of lines: the name is to be a single one in a level that is written. */
static bool is_control(char c)
{
    return (unsigned char)c < 0x20 || c == 0x7F;
}

/* path[start] is a zero: leaves out the zeros that another digit follows, and copies the digits after them as
 * they are, later zeros too. Returns the place behind. */
static size_t add_without_leading_zeros(const char *path, size_t start, size_t length, struct text *out)
{
    size_t end = start;
    while (end < length && is_digit(path[end])) {
        end++;
    }
    while (start + 1 < end && path[start] == '0') {
        start++;
    }
    text_add_bytes(out, path + start, end - start);
    return end;
}

void level_name_from_path(const char *path, struct text *out)
{
    static const char ending[] = ".rel";
    size_t length = strlen(path);
    size_t ending_length = sizeof ending - 1;
    if (length >= ending_length && strcmp(path + length - ending_length, ending) == 0) {
        length -= ending_length;
    }
    text_add(out, "");
    size_t i = 0;
    while (i < length) {
        if (path[i] == '0') {
            i = add_without_leading_zeros(path, i, length, out);
            continue;
        }
        bool is_space = path[i] == '/' || path[i] == '_' || is_control(path[i]);
        text_add_char(out, is_space ? ' ' : path[i]);
        i++;
    }
}

enum void_style level_name_void_style(const char *name)
{
    size_t size = strlen(name);
    uint16_t *units = memory_get_array(size, sizeof *units);
    size_t count = utf16_from_utf8(name, size, units);
    unsigned sum = 0; /* may go round: only odd or even matters */
    for (size_t i = 0; i < count; i++) {
        sum += units[i];
    }
    memory_free(units);
    return sum % 2 == 0 ? VOID_HIGHLIGHTER : VOID_TORN_PAPER;
}

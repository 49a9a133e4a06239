#include "level/utf16.h"

#include "base/utf8.h"

#include <stdbool.h>

enum { HIGH_FIRST = 0xD800, LOW_FIRST = 0xDC00, LOW_LAST = 0xDFFF };

size_t utf16_length(const char *bytes, size_t size)
{
    size_t length = 0;
    size_t i = 0;
    while (i < size) {
        if ((unsigned char)bytes[i] < 0x80) {
            i++;
            length++;
            continue;
        }
        size_t used;
        length += utf8_code_point(bytes + i, size - i, &used) >= 0x10000 ? 2 : 1;
        i += used;
    }
    return length;
}

size_t utf16_from_utf8(const char *bytes, size_t size, uint16_t *units)
{
    size_t length = 0;
    size_t i = 0;
    while (i < size) {
        size_t used;
        uint32_t point = utf8_code_point(bytes + i, size - i, &used);
        i += used;
        if (point >= 0x10000) {
            units[length++] = (uint16_t)(HIGH_FIRST + ((point - 0x10000) >> 10));
            units[length++] = (uint16_t)(LOW_FIRST + ((point - 0x10000) & 0x3FF));
        } else {
            units[length++] = (uint16_t)point;
        }
    }
    return length;
}

static void add_code_point(uint32_t point, struct text *out)
{
    char bytes[4];
    size_t length = 0;
    if (point < 0x80) {
        bytes[length++] = (char)point;
    } else if (point < 0x800) {
        bytes[length++] = (char)(0xC0 | point >> 6);
    } else if (point < 0x10000) {
        bytes[length++] = (char)(0xE0 | point >> 12);
        bytes[length++] = (char)(0x80 | (point >> 6 & 0x3F));
    } else {
        bytes[length++] = (char)(0xF0 | point >> 18);
        bytes[length++] = (char)(0x80 | (point >> 12 & 0x3F));
        bytes[length++] = (char)(0x80 | (point >> 6 & 0x3F));
    }
    if (point >= 0x80) {
        bytes[length++] = (char)(0x80 | (point & 0x3F));
    }
    text_add_bytes(out, bytes, length);
}

static bool is_high(uint16_t unit)
{
    return unit >= HIGH_FIRST && unit < LOW_FIRST;
}

static bool is_low(uint16_t unit)
{
    return unit >= LOW_FIRST && unit <= LOW_LAST;
}

void utf16_to_utf8(const uint16_t *units, size_t count, struct text *out)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t point = units[i];
        if (i + 1 < count && is_high(units[i]) && is_low(units[i + 1])) {
            point =
                0x10000 + ((uint32_t)(units[i] - HIGH_FIRST) << 10) + (uint32_t)(units[i + 1] - LOW_FIRST);
            i++;
        }
        add_code_point(point, out);
    }
}

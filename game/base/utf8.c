#include "base/utf8.h"

uint32_t utf8_code_point(const char *bytes, size_t size, size_t *used)
{
    static const uint32_t smallest[5] = {0, 0, 0x80, 0x800,
                                         0x10000}; /* by length: longer forms are no UTF-8 */
    unsigned char lead = (unsigned char)bytes[0];
    *used = 1;
    if (lead < 0x80) {
        return lead;
    }
    size_t length = lead >= 0xF8 ? 0 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
    if (length == 0 || length > size) {
        return UTF8_REPLACEMENT;
    }
    uint32_t point = lead & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if (((unsigned char)bytes[i] & 0xC0) != 0x80) {
            return UTF8_REPLACEMENT;
        }
        point = point << 6 | ((unsigned char)bytes[i] & 0x3Fu);
    }
    if (point < smallest[length] || point > 0x10FFFF) {
        return UTF8_REPLACEMENT;
    }
    *used = length;
    return point;
}

size_t utf8_character_size(const char *bytes, size_t size)
{
    size_t used;
    utf8_code_point(bytes, size, &used);
    return used;
}

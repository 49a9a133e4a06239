#include "level/value.h"

#include "base/memory.h"

#include <string.h>

struct value value_part(struct value value, size_t start, size_t length)
{
    return (struct value){
        .bytes = value.bytes + start,
        .length = length,
        .column = value.is_decoded ? value.column : value.column + (int)start,
        .is_decoded = value.is_decoded,
    };
}

bool value_split(struct value *rest, char separator, struct value *part)
{
    if (rest->bytes == NULL) {
        return false;
    }
    const char *found = rest->length > 0 ? memchr(rest->bytes, separator, rest->length) : NULL;
    if (found == NULL) {
        *part = *rest;
        rest->bytes = NULL;
        return true;
    }
    size_t length = (size_t)(found - rest->bytes);
    *part = value_part(*rest, 0, length);
    *rest = value_part(*rest, length + 1, rest->length - length - 1);
    return true;
}

size_t value_part_count(struct value value, char separator)
{
    size_t count = 1;
    for (size_t i = 0; i < value.length; i++) {
        count += value.bytes[i] == separator;
    }
    return count;
}

bool value_int(struct value value, int32_t *out)
{
    size_t i = value.length > 0 && (value.bytes[0] == '+' || value.bytes[0] == '-') ? 1 : 0;
    bool is_negative = i == 1 && value.bytes[0] == '-';
    int64_t limit = is_negative ? -(int64_t)INT32_MIN : INT32_MAX;
    int64_t number = 0;
    if (i == value.length) {
        return false;
    }
    for (; i < value.length; i++) {
        char c = value.bytes[i];
        if (c < '0' || c > '9') {
            return false;
        }
        number = number * 10 + (c - '0');
        if (number > limit) {
            return false;
        }
    }
    *out = (int32_t)(is_negative ? -number : number);
    return true;
}

bool value_bool(struct value value, bool *out)
{
    *out = value_is(value, "true");
    return *out || value_is(value, "false");
}

bool value_is(struct value value, const char *text)
{
    return value.length == strlen(text) && memcmp(value.bytes, text, value.length) == 0;
}

bool value_is_in_any_case(struct value value, const char *lower_case_text)
{
    if (value.length != strlen(lower_case_text)) {
        return false;
    }
    for (size_t i = 0; i < value.length; i++) {
        char c = value.bytes[i];
        char lower = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        if (lower != lower_case_text[i]) {
            return false;
        }
    }
    return true;
}

char *value_copy(struct value value)
{
    char *copy = memory_get(value.length + 1);
    if (value.length > 0) {
        memcpy(copy, value.bytes, value.length);
    }
    return copy;
}

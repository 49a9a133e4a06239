#include "level/quote.h"

#include "level/utf16.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct quote quote_bytes(const char *bytes, size_t size)
{
    static const char too_much[] = "...'";
    struct quote quote = {"'"};
    size_t length = 1;
    for (size_t i = 0; i < size;) {
        unsigned char byte = (unsigned char)bytes[i];
        size_t used = utf16_character_size(bytes + i, size - i);
        char piece[8];
        bool is_c1_control = used == 2 && byte == 0xC2 && (unsigned char)bytes[i + 1] < 0xA0;
        if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && used == 1) || is_c1_control) {
            snprintf(piece, sizeof piece, "\\x%02X", byte);
            used = 1;
        } else {
            snprintf(piece, sizeof piece, "%.*s", (int)used, bytes + i);
        }
        if (length + strlen(piece) + sizeof too_much > sizeof quote.text) {
            memcpy(quote.text + length, too_much, sizeof too_much);
            return quote;
        }
        memcpy(quote.text + length, piece, strlen(piece) + 1);
        length += strlen(piece);
        i += used;
    }
    memcpy(quote.text + length, "'", 2);
    return quote;
}

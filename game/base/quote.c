#include "base/quote.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

struct piece {
    char text[8];
};

/* The character at the start of the bytes, or the first of them spelled out; `used`: how many that was. */
static struct piece take_piece(const char *bytes, size_t size, size_t *used)
{
    struct piece piece;
    unsigned char byte = (unsigned char)bytes[0];
    *used = utf8_character_size(bytes, size);
    bool is_c1_control = *used == 2 && byte == 0xC2 && (unsigned char)bytes[1] < 0xA0;
    if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && *used == 1) || is_c1_control) {
        snprintf(piece.text, sizeof piece.text, "\\x%02X", byte);
        *used = 1;
    } else {
        snprintf(piece.text, sizeof piece.text, "%.*s", (int)*used, bytes);
    }
    return piece;
}

struct quote quote_bytes(const char *bytes, size_t size)
{
    static const char too_much[] = "...'";
    struct quote quote = {"'"};
    size_t length = 1;
    for (size_t i = 0; i < size;) {
        size_t used;
        struct piece piece = take_piece(bytes + i, size - i, &used);
        size_t piece_length = strlen(piece.text);
        if (length + piece_length + sizeof too_much > sizeof quote.text) {
            memcpy(quote.text + length, too_much, sizeof too_much);
            return quote;
        }
        memcpy(quote.text + length, piece.text, piece_length + 1);
        length += piece_length;
        i += used;
    }
    memcpy(quote.text + length, "'", 2);
    return quote;
}

void quote_print(const char *string, FILE *out)
{
    size_t size = strlen(string);
    for (size_t i = 0; i < size;) {
        size_t used;
        fputs(take_piece(string + i, size - i, &used).text, out);
        i += used;
    }
}

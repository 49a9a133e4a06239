/* The characters that stand for blocks, rabbits and things, in level files and in text pictures
 * (rules/10 1.3). */
#ifndef WARREN_LEVEL_SYMBOL_H
#define WARREN_LEVEL_SYMBOL_H

#include "world/things.h"

#include <stdbool.h>
#include <stdint.h>

enum symbol_kind {
    SYMBOL_UNKNOWN,
    SYMBOL_SPACE,
    SYMBOL_BLOCK,
    SYMBOL_RABBIT,
    SYMBOL_THING,
    SYMBOL_WATER,
    SYMBOL_STAR
};

enum { SYMBOL_WATER_FULL = 1024, SYMBOL_WATER_HALF = 512 }; /* what 'N' and 'n' stand for */

struct symbol {
    uint8_t kind;     /* enum symbol_kind */
    uint8_t what;     /* enum block or enum thing_kind */
    uint8_t ability;  /* token: enum ability */
    bool has_variant; /* draws a number from the variant generator */
    bool is_rabbot;
    bool faces_right;
    int16_t water;
};

extern const struct symbol symbol_table[256]; /* by character */

static inline const struct symbol *symbol_of(char c)
{
    return &symbol_table[(unsigned char)c];
}

char symbol_of_block(enum block block);
char symbol_of_rabbit(const struct rabbit *rabbit);
char symbol_of_thing(const struct thing *thing);
char symbol_of_water(int32_t amount); /* ' ' for 0 */

#endif

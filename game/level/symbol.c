#include "level/symbol.h"

#define BLOCK(block, drawn)                                                                                  \
    {                                                                                                        \
        .kind = SYMBOL_BLOCK, .what = (block), .has_variant = (drawn)                                        \
    }
#define RABBIT(rabbot, right)                                                                                \
    {                                                                                                        \
        .kind = SYMBOL_RABBIT, .is_rabbot = (rabbot), .faces_right = (right)                                 \
    }
#define THING(thing)                                                                                         \
    {                                                                                                        \
        .kind = SYMBOL_THING, .what = (thing)                                                                \
    }
#define TOKEN(type)                                                                                          \
    {                                                                                                        \
        .kind = SYMBOL_THING, .what = THING_TOKEN, .ability = (type)                                         \
    }
#define WATER(amount)                                                                                        \
    {                                                                                                        \
        .kind = SYMBOL_WATER, .water = (amount)                                                              \
    }

const struct symbol symbol_table[256] = {
    [' '] = {.kind = SYMBOL_SPACE},
    ['#'] = BLOCK(BLOCK_EARTH, true),
    ['M'] = BLOCK(BLOCK_METAL, true),
    ['/'] = BLOCK(BLOCK_SLOPE_RIGHT, true),
    ['\\'] = BLOCK(BLOCK_SLOPE_LEFT, true),
    ['('] = BLOCK(BLOCK_BRIDGE_RIGHT, false),
    [')'] = BLOCK(BLOCK_BRIDGE_LEFT, false),
    ['r'] = RABBIT(false, true),
    ['j'] = RABBIT(false, false),
    ['t'] = RABBIT(true, true),
    ['y'] = RABBIT(true, false),
    ['Q'] = THING(THING_ENTRANCE),
    ['O'] = THING(THING_EXIT),
    ['A'] = {.kind = SYMBOL_THING, .what = THING_FIRE, .has_variant = true},
    ['P'] = THING(THING_PIPE),
    ['b'] = TOKEN(ABILITY_BASH),
    ['d'] = TOKEN(ABILITY_DIG),
    ['i'] = TOKEN(ABILITY_BRIDGE),
    ['k'] = TOKEN(ABILITY_BLOCK),
    ['c'] = TOKEN(ABILITY_CLIMB),
    ['p'] = TOKEN(ABILITY_EXPLODE),
    ['l'] = TOKEN(ABILITY_BROLLY),
    ['N'] = WATER(SYMBOL_WATER_FULL),
    ['n'] = WATER(SYMBOL_WATER_HALF),
    ['*'] = {.kind = SYMBOL_STAR},
};

char symbol_of_block(enum block block)
{
    return " #M/\\()"[block];
}

char symbol_of_rabbit(const struct rabbit *rabbit)
{
    return "jryt"[(rabbit->is_rabbot ? 2 : 0) + (rabbit->faces_right ? 1 : 0)];
}

char symbol_of_thing(const struct thing *thing)
{
    return thing->kind == THING_TOKEN ? "bdikcpl"[thing->ability] : "QOAP"[thing->kind];
}

char symbol_of_water(int32_t amount)
{
    return amount == 0 ? ' ' : amount < SYMBOL_WATER_FULL ? 'n' : 'N';
}

#include "level/level_code.h"

#include "base/memory.h"
#include "base/require.h"
#include "level/utf16.h"

#include <stdbool.h>
#include <string.h>

enum { ALPHABET_LENGTH = 95, ALPHABET_FIRST = 0x20, UNIT_COUNT = 1 << 16 };

/* The first position at or after `from`, round the end, that has no partner yet. next[p] is p while p is
 * free, else a position further on: without these shortcuts a long text would take quadratic time. */
static uint32_t first_free(uint32_t *next, uint32_t from)
{
    while (next[from] != from) {
        next[from] = next[next[from]];
        from = next[from];
    }
    return from;
}

void level_code_pair(uint32_t length, uint32_t k, uint32_t *partners)
{
    uint32_t *next = memory_get_array(length, sizeof *next);
    for (uint32_t i = 0; i < length; i++) {
        next[i] = i;
        partners[i] = i;
    }
    uint32_t pairs_left = length / 2;
    for (uint32_t i = 0; pairs_left > 0; i++) {
        if (next[i] != i) {
            continue;
        }
        uint64_t start = (uint64_t)(length / 2) + 3 * (uint64_t)i + k;
        uint32_t partner = first_free(next, (uint32_t)(start % length));
        if (partner == i) {
            partner = first_free(next, (i + 1) % length);
        }
        partners[i] = partner;
        partners[partner] = i;
        next[i] = (i + 1) % length;
        next[partner] = (partner + 1) % length;
        pairs_left--;
    }
    memory_free(next);
}

static void exchange_pairs(uint16_t *units, uint32_t length, uint32_t k)
{
    uint32_t *partners = memory_get_array(length, sizeof *partners);
    level_code_pair(length, k, partners);
    for (uint32_t i = 0; i < length; i++) {
        if (partners[i] > i) {
            uint16_t unit = units[i];
            units[i] = units[partners[i]];
            units[partners[i]] = unit;
        }
    }
    memory_free(partners);
}

/* X(list): first with last, second with second-last, ... */
static void exchange_letters(uint16_t *units, uint32_t length, const uint16_t *list, uint32_t list_length)
{
    uint16_t *other = memory_get_array(UNIT_COUNT, sizeof *other);
    for (uint32_t i = 0; i < UNIT_COUNT; i++) {
        other[i] = (uint16_t)i;
    }
    for (uint32_t i = 0; i < list_length; i++) {
        other[list[i]] = list[list_length - 1 - i];
    }
    for (uint32_t i = 0; i < length; i++) {
        units[i] = other[units[i]];
    }
    memory_free(other);
}

static void exchange_own_letters(uint16_t *units, uint32_t length)
{
    bool *occurs = memory_get_array(UNIT_COUNT, sizeof *occurs);
    for (uint32_t i = 0; i < length; i++) {
        occurs[units[i]] = true;
    }
    uint16_t *list = memory_get_array(UNIT_COUNT, sizeof *list);
    uint32_t list_length = 0;
    for (uint32_t unit = 0; unit < UNIT_COUNT; unit++) {
        if (occurs[unit]) {
            list[list_length++] = (uint16_t)unit;
        }
    }
    exchange_letters(units, length, list, list_length);
    memory_free(list);
    memory_free(occurs);
}

static void exchange_alphabet(uint16_t *units, uint32_t length)
{
    uint16_t alphabet[ALPHABET_LENGTH];
    for (uint32_t i = 0; i < ALPHABET_LENGTH; i++) {
        alphabet[i] = (uint16_t)(ALPHABET_FIRST + i);
    }
    exchange_pairs(alphabet, ALPHABET_LENGTH, length);
    exchange_letters(units, length, alphabet, ALPHABET_LENGTH);
}

static void code(const char *bytes, size_t size, bool is_encoding, struct text *out)
{
    require(size <= LEVEL_CODE_BYTES_MAX);
    uint16_t *units = memory_get_array(size, sizeof *units);
    uint32_t length = (uint32_t)utf16_from_utf8(bytes, size, units);
    if (is_encoding) {
        exchange_own_letters(units, length);
        exchange_alphabet(units, length);
        exchange_pairs(units, length, 0);
    } else {
        exchange_pairs(units, length, 0);
        exchange_alphabet(units, length);
        exchange_own_letters(units, length);
    }
    utf16_to_utf8(units, length, out);
    memory_free(units);
}

void level_code_encode(const char *bytes, size_t size, struct text *out)
{
    code(bytes, size, true, out);
}

void level_code_decode(const char *bytes, size_t size, struct text *out)
{
    code(bytes, size, false, out);
}

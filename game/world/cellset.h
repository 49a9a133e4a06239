/* A set of cells that is quick to walk when it is nearly empty, however large the map: bits, with two levels
 * of bits above them that say which words are not 0. It owns nothing: its words lie in the world's block. */
#ifndef WARREN_WORLD_CELLSET_H
#define WARREN_WORLD_CELLSET_H

#include <stddef.h>
#include <stdint.h>

struct cellset {
    uint64_t *words, *middle, *top;
    int32_t top_count; /* words in top */
};

/* How many 64-bit words have a bit for each of so many. */
static inline size_t cellset_words(size_t bits)
{
    return (bits + 63) / 64;
}

/* How many 64-bit words a set over that many cells needs, all levels together. */
size_t cellset_word_count(int32_t cells);

/* Lays a set over that many words; what they hold is kept. */
void cellset_place(struct cellset *set, uint64_t *words, int32_t cells);

/* Adds the members word * 64 + each bit that is set. The levels above learn of a word when it stops being 0.
 */
static inline void cellset_add_word(struct cellset *set, uint32_t word, uint64_t bits)
{
    uint64_t before = set->words[word];
    set->words[word] = before | bits;
    if (before == 0 && bits != 0) {
        set->middle[word >> 6] |= UINT64_C(1) << (word & 63);
        set->top[word >> 12] |= UINT64_C(1) << (word >> 6 & 63);
    }
}

static inline void cellset_add(struct cellset *set, int32_t cell)
{
    cellset_add_word(set, (uint32_t)cell >> 6, UINT64_C(1) << (cell & 63));
}

/* Adds the members first + each bit that is set; first need not be a multiple of 64. */
static inline void cellset_add_bits(struct cellset *set, int32_t first, uint64_t bits)
{
    uint32_t word = (uint32_t)first >> 6;
    int shift = first & 63;
    cellset_add_word(set, word, bits << shift);
    if (shift != 0 && bits >> (64 - shift) != 0) {
        cellset_add_word(set, word + 1, bits >> (64 - shift));
    }
}

/* Takes the lowest word with members out of the set: its members are first + each set bit. Returns 0 when the
 * set is empty. The place to go on from is kept in *top_from, which starts at 0; members added below it are
 * found in the next walk only. */
static inline uint64_t cellset_take_word(struct cellset *set, int32_t *top_from, int32_t *first)
{
    while (*top_from < set->top_count) {
        uint64_t top = set->top[*top_from];
        if (top == 0) {
            ++*top_from;
            continue;
        }
        int32_t middle_at = *top_from * 64 + __builtin_ctzll(top);
        uint64_t middle = set->middle[middle_at];
        int32_t word_at = middle_at * 64 + __builtin_ctzll(middle);
        uint64_t word = set->words[word_at];
        set->words[word_at] = 0;
        set->middle[middle_at] = middle & (middle - 1);
        if (set->middle[middle_at] == 0) {
            set->top[*top_from] = top & (top - 1);
        }
        *first = word_at * 64;
        return word;
    }
    return 0;
}

#endif

#include "world/cellset.h"

static size_t words_over(size_t bits)
{
    return (bits + 63) / 64;
}

size_t cellset_word_count(int32_t cells)
{
    size_t words = words_over((size_t)cells);
    size_t middle = words_over(words);
    return words + middle + words_over(middle);
}

void cellset_place(struct cellset *set, uint64_t *words, int32_t cells)
{
    size_t word_count = words_over((size_t)cells);
    size_t middle_count = words_over(word_count);
    set->words = words;
    set->middle = words + word_count;
    set->top = set->middle + middle_count;
    set->top_count = (int32_t)words_over(middle_count);
}

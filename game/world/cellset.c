#include "world/cellset.h"

size_t cellset_word_count(int32_t cells)
{
    size_t words = cellset_words((size_t)cells);
    size_t middle = cellset_words(words);
    return words + middle + cellset_words(middle);
}

void cellset_place(struct cellset *set, uint64_t *words, int32_t cells)
{
    size_t word_count = cellset_words((size_t)cells);
    size_t middle_count = cellset_words(word_count);
    set->words = words;
    set->middle = words + word_count;
    set->top = set->middle + middle_count;
    set->top_count = (int32_t)cellset_words(middle_count);
}

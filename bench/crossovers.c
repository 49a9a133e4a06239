#include "bench/crossovers.h"

#include <string.h>

static bool is_same_line(const struct comparison *a, const struct comparison *b)
{
    return strcmp(a->driver, b->driver) == 0 && strcmp(a->level, b->level) == 0;
}

/* The next larger zoom of the same line at which a difference was proved; NULL: none. */
static const struct comparison *next_decided(const struct result *result, const struct group *group,
                                             const struct comparison *from)
{
    const struct comparison *next = NULL;
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        if (groups_has(group, comparison) && is_same_line(comparison, from) &&
            comparison->judgement.verdict == VERDICT_DIFFERENT && comparison->zoom_px > from->zoom_px &&
            (next == NULL || comparison->zoom_px < next->zoom_px)) {
            next = comparison;
        }
    }
    return next;
}

int crossovers_find(const struct result *result, const struct group *group, struct crossover *out, int room)
{
    int count = 0;
    for (int i = 0; i < result->comparison_count && count < room; i++) {
        const struct comparison *from = &result->comparisons[i];
        if (!groups_has(group, from) || from->judgement.verdict != VERDICT_DIFFERENT) {
            continue;
        }
        const struct comparison *to = next_decided(result, group, from);
        if (to != NULL && to->judgement.direction != from->judgement.direction) {
            out[count++] = (struct crossover){from, to};
        }
    }
    return count;
}

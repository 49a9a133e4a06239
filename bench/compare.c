#include "bench/compare.h"

#include "bench/words.h"

#include <math.h>
#include <string.h>

enum outcome_of_pair { PAIR_SAME, PAIR_BETTER, PAIR_WORSE, PAIR_UNDECIDED, PAIR_INVALID };

static const char *const OUTCOMES[] = {"same", "better", "REGRESSION", "undecided", "invalid"};

static bool is_same_question(const struct comparison *a, const struct comparison *b)
{
    return strcmp(a->hint, b->hint) == 0 && strcmp(a->common, b->common) == 0 &&
           strcmp(a->driver, b->driver) == 0 && strcmp(a->path, b->path) == 0 &&
           strcmp(a->level, b->level) == 0 && strcmp(a->camera, b->camera) == 0 && a->zoom_px == b->zoom_px &&
           strcmp(a->arms[0].setting, b->arms[0].setting) == 0 &&
           strcmp(a->arms[1].setting, b->arms[1].setting) == 0;
}

const struct comparison *compare_find(const struct result *result, const struct comparison *wanted)
{
    for (int i = 0; i < result->comparison_count; i++) {
        if (is_same_question(&result->comparisons[i], wanted)) {
            return &result->comparisons[i];
        }
    }
    return NULL;
}

/* The interval of the change holds the true one with at least 1 - 2 * alpha: each end takes the worse of
 * both. */
static enum outcome_of_pair judge_pair(const struct judgement *base, const struct judgement *head,
                                       double delta)
{
    if (base->verdict == VERDICT_INVALID || head->verdict == VERDICT_INVALID) {
        return PAIR_INVALID;
    }
    if (!base->has_interval || !head->has_interval) {
        return PAIR_UNDECIDED;
    }
    double low = head->low - base->high;
    double high = head->high - base->low;
    if (low > delta) {
        return PAIR_WORSE;
    }
    if (high < -delta) {
        return PAIR_BETTER;
    }
    return low > -2 * delta && high < 2 * delta ? PAIR_SAME : PAIR_UNDECIDED;
}

static void add_line(const struct comparison *base, const struct comparison *head,
                     enum outcome_of_pair outcome, struct text *out)
{
    char of_base[WORDS_MAX];
    char of_head[WORDS_MAX];
    char interval_base[WORDS_MAX];
    char interval_head[WORDS_MAX];
    comparison_name(base, out);
    text_format(out, "\t%s %s\t%d px\t%s\t%s %s\t%s %s\t%s\n", base->driver, base->path, base->zoom_px,
                base->level, words_percent(base->judgement.effect, of_base),
                words_interval(&base->judgement, interval_base),
                words_percent(head->judgement.effect, of_head),
                words_interval(&head->judgement, interval_head), OUTCOMES[outcome]);
}

enum status compare_results(const struct result *base, const struct result *head, struct text *out)
{
    int counts[PAIR_INVALID + 1] = {0};
    double delta = log1p(head->margin);
    text_add(out, "comparison\twhere\tzoom\tlevel\teffect in base\teffect in head\toutcome\n");
    for (int i = 0; i < base->comparison_count; i++) {
        const struct comparison *of_base = &base->comparisons[i];
        const struct comparison *of_head = compare_find(head, of_base);
        if (of_head == NULL) {
            comparison_name(of_base, out);
            text_format(out, "\t%s %s\t%d px\t%s\tmissing in head\tundecided\n", of_base->driver,
                        of_base->path, of_base->zoom_px, of_base->level);
            counts[PAIR_UNDECIDED]++;
            continue;
        }
        enum outcome_of_pair outcome = judge_pair(&of_base->judgement, &of_head->judgement, delta);
        counts[outcome]++;
        add_line(of_base, of_head, outcome, out);
    }
    text_format(out, "%d same, %d better, %d regressions, %d undecided, %d invalid\n", counts[PAIR_SAME],
                counts[PAIR_BETTER], counts[PAIR_WORSE], counts[PAIR_UNDECIDED], counts[PAIR_INVALID]);
    if (counts[PAIR_INVALID] > 0) {
        return STATUS_ENVIRONMENT;
    }
    return counts[PAIR_WORSE] > 0 ? STATUS_BAD : counts[PAIR_UNDECIDED] > 0 ? STATUS_UNDECIDED : STATUS_GOOD;
}

#include "bench/compare.h"

#include "base/memory.h"
#include "bench/family.h"
#include "bench/words.h"

#include <math.h>
#include <string.h>

enum outcome_of_pair {
    PAIR_SAME,
    PAIR_BETTER,
    PAIR_WORSE,
    PAIR_UNDECIDED,
    PAIR_INVALID,
    PAIR_CONTROL, /* a setting against itself says nothing about the program */
    PAIR_MISSING,
    PAIR_NEW,
    PAIR_OUTCOMES
};

static const char *const OUTCOMES[PAIR_OUTCOMES] = {"same",    "better",  "REGRESSION", "undecided",
                                                    "invalid", "control", "undecided",  "only in head"};

/* How far an effect moves from one process to the next, where nothing was done about that: a quarter of it.
 * In runs of one command after the other nearly every effect of a tenth and more moved by a tenth to a
 * quarter of itself, which the interval of one run does not know. */
static const double ALLOWANCE = 0.25;

/* One comparison in both results. */
struct pair {
    const struct comparison *base, *head;
    double p; /* of "it changed by no more than the margin and the allowance", among all pairs (Holm) */
};

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

static double moves_by(const struct comparison *comparison)
{
    double effect = comparison->judgement.effect;
    if (comparison->replica_count < REPLICAS) {
        return ALLOWANCE * fabs(effect);
    }
    double least = effect;
    double most = effect;
    for (int i = 0; i < REPLICAS; i++) {
        least = fmin(least, comparison->replica_effects[i]);
        most = fmax(most, comparison->replica_effects[i]);
    }
    return most - least;
}

/* By how much the intervals of two medians lie apart, each of them at alpha / 2; below 0: they touch. */
static double gap_at(const struct effects *a, const struct effects *b, double alpha)
{
    double low[2];
    double high[2];
    if (!effects_interval(a, alpha / 2, &low[0], &high[0]) ||
        !effects_interval(b, alpha / 2, &low[1], &high[1])) {
        return -1;
    }
    return fmax(low[0] - high[1], low[1] - high[0]);
}

/* ln(1 / alpha) for the smallest alpha at which the gap is still wider than `least`. */
static double evidence_of_gap(const struct effects *a, const struct effects *b, double least)
{
    double shown = 0;
    double not_shown = 500;
    while (not_shown - shown > 0.001) {
        double middle = (shown + not_shown) / 2;
        if (gap_at(a, b, exp(-middle)) > least) {
            shown = middle;
        } else {
            not_shown = middle;
        }
    }
    return shown;
}

static bool is_judged(const struct pair *pair)
{
    return !pair->base->is_same && pair->base->judgement.verdict != VERDICT_INVALID &&
           pair->head->judgement.verdict != VERDICT_INVALID;
}

/* ln(1 / p) against "it changed by no more than the margin and the allowance". */
static double weigh(const struct pair *pair, double delta)
{
    struct effects base = {0};
    struct effects head = {0};
    comparison_effects(pair->base, &base);
    comparison_effects(pair->head, &head);
    double allowance = fmax(moves_by(pair->base), moves_by(pair->head));
    double evidence = evidence_of_gap(&base, &head, delta + allowance);
    effects_free(&base);
    effects_free(&head);
    return evidence;
}

/* All pairs that can be judged are one family. */
static void weigh_all(struct pair *pairs, int count, double delta)
{
    double *evidence = memory_get_array((size_t)count + 1, sizeof *evidence);
    double *adjusted = memory_get_array((size_t)count + 1, sizeof *adjusted);
    int judged = 0;
    for (int i = 0; i < count; i++) {
        if (is_judged(&pairs[i])) {
            evidence[judged++] = weigh(&pairs[i], delta);
        }
    }
    family_holm(evidence, judged, adjusted);
    judged = 0;
    for (int i = 0; i < count; i++) {
        pairs[i].p = is_judged(&pairs[i]) ? adjusted[judged++] : 1;
    }
    memory_free(evidence);
    memory_free(adjusted);
}

static enum outcome_of_pair judge_pair(const struct pair *pair, double delta, double alpha)
{
    const struct judgement *base = &pair->base->judgement;
    const struct judgement *head = &pair->head->judgement;
    if (base->verdict == VERDICT_INVALID || head->verdict == VERDICT_INVALID) {
        return PAIR_INVALID;
    }
    if (pair->base->is_same) {
        return PAIR_CONTROL;
    }
    if (pair->p <= alpha) {
        return head->effect > base->effect ? PAIR_WORSE : PAIR_BETTER;
    }
    bool is_unread = base->verdict == VERDICT_UNREAD && head->verdict == VERDICT_UNREAD;
    bool is_near = base->has_interval && head->has_interval && head->low - base->high > -delta &&
                   head->high - base->low < delta;
    return is_unread || is_near ? PAIR_SAME : PAIR_UNDECIDED;
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

/* What only one of both has. */
static void add_lonely(const struct comparison *comparison, enum outcome_of_pair outcome, struct text *out)
{
    comparison_name(comparison, out);
    text_format(out, "\t%s %s\t%d px\t%s\t%s\t%s\n", comparison->driver, comparison->path,
                comparison->zoom_px, comparison->level,
                outcome == PAIR_MISSING ? "missing in head" : "missing in base", OUTCOMES[outcome]);
}

static void add_counts(const int counts[PAIR_OUTCOMES], double margin, double alpha, struct text *out)
{
    text_format(out, "%d same, %d better, %d regressions, %d undecided, %d invalid\n", counts[PAIR_SAME],
                counts[PAIR_BETTER], counts[PAIR_WORSE], counts[PAIR_UNDECIDED] + counts[PAIR_MISSING],
                counts[PAIR_INVALID]);
    text_format(
        out,
        "a change for the worse or better is claimed where it is more than %g%% and more than effects "
        "move from one process to the next (what five replicas showed, else a quarter of the effect), "
        "for all comparisons together with %g%% confidence (Holm); \"same\" is what these two "
        "processes show, within %g%%, for each comparison alone\n",
        100 * margin, 100 * (1 - alpha), 100 * margin);
}

static enum status status_of(const int counts[PAIR_OUTCOMES])
{
    if (counts[PAIR_WORSE] > 0) {
        return STATUS_BAD;
    }
    if (counts[PAIR_INVALID] > 0) {
        return STATUS_ENVIRONMENT;
    }
    bool is_open = counts[PAIR_UNDECIDED] + counts[PAIR_MISSING] > 0;
    return is_open || counts[PAIR_SAME] + counts[PAIR_BETTER] == 0 ? STATUS_UNDECIDED : STATUS_GOOD;
}

enum status compare_results(const struct result *base, const struct result *head, struct text *out)
{
    int counts[PAIR_OUTCOMES] = {0};
    double delta = log1p(head->margin);
    struct pair *pairs = memory_get_array((size_t)base->comparison_count + 1, sizeof *pairs);
    int count = 0;
    text_add(out, "comparison\twhere\tzoom\tlevel\teffect in base\teffect in head\toutcome\n");
    for (int i = 0; i < base->comparison_count; i++) {
        const struct comparison *of_head = compare_find(head, &base->comparisons[i]);
        if (of_head == NULL) {
            add_lonely(&base->comparisons[i], PAIR_MISSING, out);
            counts[PAIR_MISSING]++;
        } else {
            pairs[count++] = (struct pair){.base = &base->comparisons[i], .head = of_head};
        }
    }
    weigh_all(pairs, count, delta);
    for (int i = 0; i < count; i++) {
        enum outcome_of_pair outcome = judge_pair(&pairs[i], delta, head->alpha);
        counts[outcome]++;
        add_line(pairs[i].base, pairs[i].head, outcome, out);
    }
    for (int i = 0; i < head->comparison_count; i++) {
        if (compare_find(base, &head->comparisons[i]) == NULL) {
            add_lonely(&head->comparisons[i], PAIR_NEW, out);
        }
    }
    memory_free(pairs);
    add_counts(counts, head->margin, head->alpha, out);
    return status_of(counts);
}

#include "bench/schedule.h"

#include <math.h>

/* Shares shrink when the time left for all would not do, but never below this. */
static const double FIRST_MIN_S = 0.7;

/* Opening the arms again should cost little beside what is measured then. */
static const double AGAIN_MIN_S = 2;
static const double AGAIN_MAX_S = 25;

/* What is estimated from a few quads is often too small. */
static const double CAUTION = 1.3;

double schedule_first_s(const struct plan *plan, int index, double left_s, double budget_s)
{
    double weight = plan->items[index].weight;
    if (left_s < 0) {
        return budget_s;
    }
    double weights = 0;
    for (int i = index; i < plan->count; i++) {
        weights += plan->items[i].weight;
    }
    return fmax(fmin(2 * weight * left_s / weights, budget_s * weight), FIRST_MIN_S);
}

double schedule_need_s(const struct comparison *comparison, double margin)
{
    const struct judgement *judgement = &comparison->judgement;
    if (!judgement->has_interval || !(comparison->seconds > 0)) {
        return AGAIN_MIN_S;
    }
    /* Either all of it gets inside the margin, or it leaves zero out with something to spare. */
    double to_equal = log1p(margin) - fabs(judgement->effect);
    double to_different = fabs(judgement->effect) / 1.5;
    double wanted = fmax(fmax(to_equal, to_different), log1p(margin) / 4);
    double width = (judgement->high - judgement->low) / 2 / wanted;
    return fmax(CAUTION * comparison->seconds * (width * width - 1), AGAIN_MIN_S);
}

int schedule_next(const struct result *result, double left_s, double *budget_s)
{
    int best = -1;
    double least_s = 0;
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        if (comparison->judgement.verdict == VERDICT_UNDECIDED && comparison->frames_per_block > 0) {
            double need_s = schedule_need_s(comparison, result->margin);
            if (best < 0 || need_s < least_s) {
                best = i;
                least_s = need_s;
            }
        }
    }
    *budget_s = fmin(fmin(least_s, AGAIN_MAX_S), left_s);
    return left_s >= AGAIN_MIN_S ? best : -1;
}

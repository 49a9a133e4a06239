#include "frame/effects.h"

#include "base/memory.h"
#include "base/require.h"
#include "frame/sign.h"
#include "frame/stats.h"

#include <math.h>
#include <string.h>

/* How many effects are smaller than x or, with or_equal, not larger. */
static int count_below(const struct effects *effects, double x, bool or_equal)
{
    int low = 0;
    int high = effects->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        double value = effects->sorted[middle];
        if (value < x || (or_equal && !(value > x))) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

void effects_add(struct effects *effects, double effect)
{
    require(isfinite(effect));
    if (effects->count == effects->capacity) {
        effects->capacity = effects->capacity < 64 ? 64 : effects->capacity * 2;
        effects->sorted = memory_resize(effects->sorted, (size_t)effects->capacity, sizeof *effects->sorted);
    }
    int place = count_below(effects, effect, true);
    memmove(effects->sorted + place + 1, effects->sorted + place,
            (size_t)(effects->count - place) * sizeof *effects->sorted);
    effects->sorted[place] = effect;
    effects->count++;
}

void effects_clear(struct effects *effects)
{
    effects->count = 0;
}

void effects_free(struct effects *effects)
{
    memory_free(effects->sorted);
    *effects = (struct effects){0};
}

double effects_of_quad(const double a[2], const double b[2])
{
    require(a[0] > 0 && a[1] > 0 && b[0] > 0 && b[1] > 0);
    return (log(b[0]) + log(b[1])) / 2 - (log(a[0]) + log(a[1])) / 2;
}

double effects_median(const struct effects *effects)
{
    return stats_median_sorted(effects->sorted, effects->count);
}

bool effects_interval(const struct effects *effects, double alpha, double *low, double *high)
{
    int rank = sign_rank_any_time(effects->count, alpha);
    if (rank < 0) {
        return false;
    }
    *low = effects->sorted[rank];
    *high = effects->sorted[effects->count - rank - 1];
    return true;
}

double effects_log_evidence(const struct effects *effects, double null)
{
    int fewest = count_below(effects, null, false);
    int most = count_below(effects, null, true);
    int half = effects->count / 2;
    int k = half < fewest ? fewest : half > most ? most : half;
    return sign_log_evidence(effects->count, k);
}

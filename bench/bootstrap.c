#include "bench/bootstrap.h"

#include "base/memory.h"
#include "base/require.h"
#include "frame/coin.h"
#include "frame/stats.h"

#include <math.h>
#include <stdlib.h>

struct item {
    double value;
    int block;
};

/* An arm sorted once; a resample is then only how often each block was drawn. */
struct sorted_arm {
    struct item *items;
    int count;
    int *drawn; /* for each block */
    int *sizes; /* of each block */
    int block_count;
};

/* Steps for all resamples of one interval; about a second. */
static const double WORK_MAX = 1e8;

static int compare_items(const void *a, const void *b)
{
    double x = ((const struct item *)a)->value;
    double y = ((const struct item *)b)->value;
    return (x > y) - (x < y);
}

static struct sorted_arm sort_arm(const struct bootstrap_arm *arm)
{
    struct sorted_arm sorted = {
        .items = memory_get_array((size_t)arm->count + 1, sizeof *sorted.items),
        .count = arm->count,
        .drawn = memory_get_array((size_t)arm->block_count + 1, sizeof *sorted.drawn),
        .sizes = memory_get_array((size_t)arm->block_count + 1, sizeof *sorted.sizes),
        .block_count = arm->block_count,
    };
    for (int i = 0; i < arm->count; i++) {
        require(arm->blocks[i] >= 0 && arm->blocks[i] < arm->block_count);
        sorted.items[i] = (struct item){arm->values[i], arm->blocks[i]};
        sorted.sizes[arm->blocks[i]]++;
    }
    qsort(sorted.items, (size_t)sorted.count, sizeof *sorted.items, compare_items);
    return sorted;
}

static void free_arm(struct sorted_arm *arm)
{
    memory_free(arm->items);
    memory_free(arm->drawn);
    memory_free(arm->sizes);
}

static void draw_blocks(struct sorted_arm *arm, struct coin *coin)
{
    for (int i = 0; i < arm->block_count; i++) {
        arm->drawn[i] = 0;
    }
    for (int i = 0; i < arm->block_count; i++) {
        arm->drawn[coin_below(coin, arm->block_count)]++;
    }
}

/* The q-quantile of the resample by nearest rank; 0 when no block with values was drawn. Comes from above: it
 * is high quantiles that are asked for. */
static double quantile(const struct sorted_arm *arm, double q)
{
    long total = 0;
    for (int i = 0; i < arm->block_count; i++) {
        total += (long)arm->drawn[i] * arm->sizes[i];
    }
    long above = total - (long)ceil(q * (double)total - 1e-9);
    long seen = 0;
    for (int i = arm->count - 1; i >= 0 && total > 0; i--) {
        seen += arm->drawn[arm->items[i].block];
        if (seen > above) {
            return arm->items[i].value;
        }
    }
    return 0;
}

static int resamples_for(const struct bootstrap_arm *a, const struct bootstrap_arm *b, double q)
{
    double steps = 2.0 * (a->block_count + b->block_count) + (1 - q) * (a->count + b->count);
    double resamples = fmin(WORK_MAX / steps, BOOTSTRAP_RESAMPLES);
    return resamples > BOOTSTRAP_RESAMPLES_MIN ? (int)resamples : BOOTSTRAP_RESAMPLES_MIN;
}

/* Fills out with the ratios of the resamples that have one; returns how many. */
static int resample(struct sorted_arm *a, struct sorted_arm *b, bool is_paired, double q, uint64_t seed,
                    int resamples, double *out)
{
    struct coin coin;
    coin_init(&coin, seed);
    int count = 0;
    for (int i = 0; i < resamples; i++) {
        draw_blocks(a, &coin);
        if (is_paired) {
            for (int block = 0; block < b->block_count; block++) {
                b->drawn[block] = a->drawn[block];
            }
        } else {
            draw_blocks(b, &coin);
        }
        double of_a = quantile(a, q);
        double of_b = quantile(b, q);
        if (of_a > 0 && of_b > 0) {
            out[count++] = of_b / of_a;
        }
    }
    return count;
}

static void draw_each_block_once(struct sorted_arm *arm)
{
    for (int i = 0; i < arm->block_count; i++) {
        arm->drawn[i] = 1;
    }
}

bool bootstrap_quantile_ratio(const struct bootstrap_arm *a, const struct bootstrap_arm *b, bool is_paired,
                              double q, double alpha, uint64_t seed, struct bootstrap_ratio *out)
{
    require(!is_paired || a->block_count == b->block_count);
    if (a->count == 0 || b->count == 0 || a->block_count < 2 || b->block_count < 2) {
        return false;
    }
    struct sorted_arm sorted_a = sort_arm(a);
    struct sorted_arm sorted_b = sort_arm(b);
    draw_each_block_once(&sorted_a);
    draw_each_block_once(&sorted_b);
    double of_a = quantile(&sorted_a, q);
    double of_b = quantile(&sorted_b, q);
    double *ratios = memory_get_array(BOOTSTRAP_RESAMPLES, sizeof *ratios);
    int resamples = resamples_for(a, b, q);
    int count = resample(&sorted_a, &sorted_b, is_paired, q, seed, resamples, ratios);
    bool is_good = count > 0 && of_a > 0 && of_b > 0;
    if (is_good) {
        stats_sort(ratios, count);
        *out = (struct bootstrap_ratio){
            .ratio = of_b / of_a,
            .low = stats_quantile_sorted(ratios, count, alpha / 2),
            .high = stats_quantile_sorted(ratios, count, 1 - alpha / 2),
            .resamples = resamples,
        };
    }
    memory_free(ratios);
    free_arm(&sorted_a);
    free_arm(&sorted_b);
    return is_good;
}

bool bootstrap_is_thick(int count, double q)
{
    return count * (1 - q) >= 20 - 1e-9;
}

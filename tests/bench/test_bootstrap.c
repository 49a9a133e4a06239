#include "base/memory.h"
#include "bench/bootstrap.h"
#include "frame/coin.h"
#include "support/test.h"

#include <math.h>

enum { BLOCKS = 100, FRAMES = 1000 };

static double values_a[FRAMES];
static double values_b[FRAMES];
static int blocks[FRAMES];

/* Exponential frame times with mean 1; B's are `factor` times as long. */
static void fill(uint64_t seed, double factor)
{
    struct coin coin;
    coin_init(&coin, seed);
    for (int i = 0; i < FRAMES; i++) {
        values_a[i] = -log(coin_fraction(&coin));
        values_b[i] = -log(coin_fraction(&coin)) * factor;
        blocks[i] = i / (FRAMES / BLOCKS);
    }
}

static struct bootstrap_ratio ratio_of(double q)
{
    struct bootstrap_arm a = {values_a, blocks, FRAMES, BLOCKS};
    struct bootstrap_arm b = {values_b, blocks, FRAMES, BLOCKS};
    struct bootstrap_ratio ratio = {0};
    assert_true(bootstrap_quantile_ratio(&a, &b, true, q, 0.05, 9, &ratio));
    return ratio;
}

static void planted_tail_ratio_is_covered_about_as_often_as_said(void **state)
{
    (void)state;
    int covered = 0;
    for (int run = 0; run < 20; run++) {
        fill((uint64_t)run, 1.5);
        struct bootstrap_ratio ratio = ratio_of(0.95);
        assert_true(ratio.low <= ratio.ratio && ratio.ratio <= ratio.high);
        covered += ratio.low <= 1.5 && 1.5 <= ratio.high;
    }
    assert_in_range(covered, 17, 20);
}

static void exact_multiple_has_no_spread(void **state)
{
    (void)state;
    fill(3, 1);
    for (int i = 0; i < FRAMES; i++) {
        values_b[i] = 2 * values_a[i];
    }
    struct bootstrap_ratio ratio = ratio_of(0.99);
    assert_true(ratio.low == 2 && ratio.ratio == 2 && ratio.high == 2);
}

static void one_block_gives_no_interval(void **state)
{
    (void)state;
    const double values[3] = {1, 2, 3};
    const int same[3] = {0, 0, 0};
    struct bootstrap_arm arm = {values, same, 3, 1};
    struct bootstrap_ratio ratio;
    assert_false(bootstrap_quantile_ratio(&arm, &arm, true, 0.5, 0.05, 1, &ratio));
}

/* A million frames: fewer resamples, so that it does not take a minute, and never fewer than the least. */
static void long_logs_get_fewer_resamples(void **state)
{
    (void)state;
    enum { LONG = 500000, PER_BLOCK = 5 };
    double *values = memory_get_array(LONG, sizeof *values);
    int *quads = memory_get_array(LONG, sizeof *quads);
    for (int i = 0; i < LONG; i++) {
        values[i] = 1 + (double)(i * 7919LL % 1000) / 1000;
        quads[i] = i / PER_BLOCK;
    }
    struct bootstrap_arm arm = {values, quads, LONG, LONG / PER_BLOCK};
    struct bootstrap_ratio ratio;
    assert_true(bootstrap_quantile_ratio(&arm, &arm, true, 0.95, 0.05, 1, &ratio));
    assert_in_range(ratio.resamples, BOOTSTRAP_RESAMPLES_MIN, BOOTSTRAP_RESAMPLES / 4);
    assert_true(ratio.ratio == 1 && ratio.low == 1 && ratio.high == 1);
    fill(3, 1);
    assert_int_equal(ratio_of(0.95).resamples, BOOTSTRAP_RESAMPLES);
    memory_free(values);
    memory_free(quads);
}

static void tail_needs_twenty_frames_beyond_it(void **state)
{
    (void)state;
    assert_true(bootstrap_is_thick(2000, 0.99));
    assert_false(bootstrap_is_thick(1999, 0.99));
    assert_true(bootstrap_is_thick(400, 0.95));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(planted_tail_ratio_is_covered_about_as_often_as_said),
        cmocka_unit_test(exact_multiple_has_no_spread),
        cmocka_unit_test(one_block_gives_no_interval),
        cmocka_unit_test(long_logs_get_fewer_resamples),
        cmocka_unit_test(tail_needs_twenty_frames_beyond_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

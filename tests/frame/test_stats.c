#include "frame/stats.h"
#include "support/test.h"

#define assert_number(value, expected) assert_float_equal((float)(value), (float)(expected), 1e-6F)

static void median_of_odd_and_even_counts(void **state)
{
    (void)state;
    double odd[] = {9, 1, 5};
    double even[] = {4, 1, 9, 2};
    double one[] = {6};
    assert_number(stats_median(odd, 3), 5);
    assert_number(stats_median(even, 4), 3);
    assert_number(stats_median(one, 1), 6);
}

static void quantile_is_the_nearest_rank(void **state)
{
    (void)state;
    double values[100];
    for (int i = 0; i < 100; i++) {
        values[i] = i + 1;
    }
    assert_number(stats_quantile_sorted(values, 100, 0.99), 99);
    assert_number(stats_quantile_sorted(values, 100, 0.90), 90);
    assert_number(stats_quantile_sorted(values, 100, 1.0), 100);
    assert_number(stats_quantile_sorted(values, 100, 0.001), 1);
    assert_number(stats_quantile_sorted(values, 10, 0.9), 9);
    assert_number(stats_quantile_sorted(values, 10, 0.91), 10);
    assert_number(stats_quantile_sorted(values, 1, 0.5), 1);
}

static void summary_holds_all_three_lows(void **state)
{
    (void)state;
    /* 198 frames of 1 ms, one of 10, one of 30: 238 ms in all, of which 1 % is 2.38 ms. */
    double values[200];
    for (int i = 0; i < 200; i++) {
        values[i] = 1;
    }
    values[17] = 10;
    values[90] = 30;
    struct stats stats = stats_of(values, 200);
    assert_int_equal(stats.count, 200);
    assert_number(stats.median, 1);
    assert_number(stats.p99, 1);
    assert_number(stats.max, 30);
    assert_number(stats.mean, 1.19);
    assert_number(stats.low_point, 1);
    assert_number(stats.low_mean, 20);
    assert_number(stats.low_integral, 30);
}

static void no_samples_give_zeros(void **state)
{
    (void)state;
    double none[1];
    struct stats stats = stats_of(none, 0);
    assert_int_equal(stats.count, 0);
    assert_number(stats.max, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(median_of_odd_and_even_counts),
        cmocka_unit_test(quantile_is_the_nearest_rank),
        cmocka_unit_test(summary_holds_all_three_lows),
        cmocka_unit_test(no_samples_give_zeros),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "frame/effects.h"
#include "frame/sign.h"
#include "support/test.h"

#include <math.h>

static void quad_effect_is_the_ratio_of_geometric_means(void **state)
{
    (void)state;
    const double a[2] = {1, 4};
    const double b[2] = {8, 2};
    assert_true(fabs(effects_of_quad(a, b) - log(2)) < 1e-12);
    assert_true(fabs(effects_of_quad(b, a) + log(2)) < 1e-12);
}

static void effects_stay_sorted(void **state)
{
    (void)state;
    struct effects effects = {0};
    for (int i = 0; i < 200; i++) {
        effects_add(&effects, (i * 37) % 101);
    }
    assert_int_equal(effects.count, 200);
    for (int i = 1; i < 200; i++) {
        assert_true(effects.sorted[i - 1] <= effects.sorted[i]);
    }
    effects_free(&effects);
}

static void interval_is_the_order_statistic_of_the_rank(void **state)
{
    (void)state;
    struct effects effects = {0};
    double low = 0;
    double high = 0;
    for (int i = 1; i <= 11; i++) {
        effects_add(&effects, i);
    }
    assert_false(effects_interval(&effects, 0.05, &low, &high));
    for (int i = 12; i <= 100; i++) {
        effects_add(&effects, i);
    }
    assert_true(effects_interval(&effects, 0.05, &low, &high));
    assert_true(low == 35 && high == 66);
    assert_true(effects_median(&effects) == 50.5);
    effects_free(&effects);
}

static void evidence_and_interval_agree_everywhere(void **state)
{
    (void)state;
    struct effects effects = {0};
    for (int i = 0; i < 60; i++) {
        effects_add(&effects, (i * 7) % 20); /* three of each: many ties */
    }
    double low = 0;
    double high = 0;
    assert_true(effects_interval(&effects, 0.05, &low, &high));
    for (int half = -2; half <= 40; half++) {
        double t = half / 2.0;
        bool is_excluded = effects_log_evidence(&effects, t) >= -log(0.05);
        assert_int_equal(is_excluded, t < low || t > high);
    }
    effects_free(&effects);
}

static void equal_effects_prove_nothing_against_their_own_value(void **state)
{
    (void)state;
    struct effects effects = {0};
    for (int i = 0; i < 100; i++) {
        effects_add(&effects, 0);
    }
    assert_true(effects_log_evidence(&effects, 0) < 0);
    assert_true(effects_log_evidence(&effects, 0.001) > 10);
    effects_free(&effects);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quad_effect_is_the_ratio_of_geometric_means),
        cmocka_unit_test(effects_stay_sorted),
        cmocka_unit_test(interval_is_the_order_statistic_of_the_rank),
        cmocka_unit_test(evidence_and_interval_agree_everywhere),
        cmocka_unit_test(equal_effects_prove_nothing_against_their_own_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

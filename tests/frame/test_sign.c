#include "frame/sign.h"
#include "support/test.h"

#include <math.h>

static double choose(int n, int k)
{
    double result = 1;
    for (int i = 1; i <= k; i++) {
        result = result * (n - k + i) / i;
    }
    return result;
}

static void evidence_has_mean_one_under_fair_coins(void **state)
{
    (void)state;
    for (int n = 0; n <= 200; n++) {
        double sum = 0;
        for (int k = 0; k <= n; k++) {
            sum += choose(n, k) * exp(sign_log_evidence(n, k)) / pow(2, n);
        }
        assert_true(fabs(sum - 1) < 1e-9);
    }
}

static void evidence_is_a_martingale(void **state)
{
    (void)state;
    for (int n = 0; n < 60; n++) {
        for (int k = 0; k <= n; k++) {
            double next = (exp(sign_log_evidence(n + 1, k)) + exp(sign_log_evidence(n + 1, k + 1))) / 2;
            assert_true(fabs(next / exp(sign_log_evidence(n, k)) - 1) < 1e-9);
        }
    }
}

static void evidence_by_hand(void **state)
{
    (void)state;
    /* B(5, 5) = 1 / 630; for n = 2, k = 0: 4 * B(5, 7) * 630 with B(5, 7) = 1 / 2310. */
    assert_true(fabs(exp(sign_log_evidence(2, 0)) - 4.0 * 630 / 2310) < 1e-12);
    assert_true(fabs(exp(sign_log_evidence(2, 1)) - 4.0 * 630 / 2772) < 1e-12);
}

static void any_time_rank_is_the_last_one_with_enough_evidence(void **state)
{
    (void)state;
    static const double ALPHAS[] = {0.2, 0.05, 0.01, 0.0005};
    for (int a = 0; a < 4; a++) {
        for (int n = 0; n <= 300; n++) {
            int expected = -1;
            while (expected < n / 2 && sign_log_evidence(n, expected + 1) >= -log(ALPHAS[a])) {
                expected++;
            }
            assert_int_equal(sign_rank_any_time(n, ALPHAS[a]), expected);
        }
    }
}

static void first_interval_comes_at_twelve_quads(void **state)
{
    (void)state;
    assert_int_equal(sign_rank_any_time(11, 0.05), -1);
    assert_int_equal(sign_rank_any_time(12, 0.05), 0);
}

static void ranks_at_one_and_two_hundred(void **state)
{
    (void)state;
    assert_int_equal(sign_rank_any_time(100, 0.05), 34);
    assert_int_equal(sign_rank_any_time(200, 0.05), 78);
    assert_int_equal(sign_rank_fixed(100, 0.05), 39);
    assert_int_equal(sign_rank_fixed(200, 0.05), 85);
}

/* The binomial tail in whole numbers, which is exact for n <= 62. */
static void fixed_rank_is_the_exact_binomial_one(void **state)
{
    (void)state;
    for (int n = 1; n <= 62; n++) {
        uint64_t row[64] = {1};
        for (int i = 1; i <= n; i++) {
            for (int k = i; k > 0; k--) {
                row[k] += row[k - 1];
            }
        }
        uint64_t all = UINT64_C(1) << n;
        uint64_t tail = 0;
        int expected = -1;
        /* 2 * tail / all <= 1 / 20 */
        while (expected < n / 2 && tail + row[expected + 1] <= all / 40) {
            tail += row[expected + 1];
            expected++;
        }
        assert_int_equal(sign_rank_fixed(n, 0.05), expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(evidence_has_mean_one_under_fair_coins),
        cmocka_unit_test(evidence_is_a_martingale),
        cmocka_unit_test(evidence_by_hand),
        cmocka_unit_test(any_time_rank_is_the_last_one_with_enough_evidence),
        cmocka_unit_test(first_interval_comes_at_twelve_quads),
        cmocka_unit_test(ranks_at_one_and_two_hundred),
        cmocka_unit_test(fixed_rank_is_the_exact_binomial_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

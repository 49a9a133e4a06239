#include "bench/family.h"
#include "support/test.h"

#include <math.h>

static void holm_by_hand(void **state)
{
    (void)state;
    /* p = 0.01, 0.04, 0.03, 0.5 */
    const double log_evidence[] = {-log(0.01), -log(0.04), -log(0.03), -log(0.5)};
    double adjusted[4];
    family_holm(log_evidence, 4, adjusted);
    assert_true(fabs(adjusted[0] - 0.04) < 1e-12); /* 4 * 0.01 */
    assert_true(fabs(adjusted[2] - 0.09) < 1e-12); /* 3 * 0.03 */
    assert_true(fabs(adjusted[1] - 0.09) < 1e-12); /* 2 * 0.04, but never below the one before */
    assert_true(fabs(adjusted[3] - 0.5) < 1e-12);
}

static void evidence_below_one_is_no_evidence(void **state)
{
    (void)state;
    const double log_evidence[] = {-3, 0};
    double adjusted[2];
    family_holm(log_evidence, 2, adjusted);
    assert_true(adjusted[0] == 1 && adjusted[1] == 1);
}

static void family_of_one_is_left_alone(void **state)
{
    (void)state;
    const double log_evidence[] = {log(100)};
    double adjusted[1];
    family_holm(log_evidence, 1, adjusted);
    assert_true(fabs(adjusted[0] - 0.01) < 1e-12);
    family_holm(log_evidence, 0, adjusted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holm_by_hand),
        cmocka_unit_test(evidence_below_one_is_no_evidence),
        cmocka_unit_test(family_of_one_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "bench/schedule.h"
#include "support/test.h"

#include <math.h>

static struct comparison measured(double low, double effect, double high, double seconds)
{
    return (struct comparison){
        .seconds = seconds,
        .frames_per_block = 3,
        .judgement = {.effect = effect, .low = low, .high = high, .has_interval = true}};
}

static void first_shares_are_twice_what_is_left_for_each(void **state)
{
    (void)state;
    struct planned items[4] = {{.weight = 1}, {.weight = 1}, {.weight = 2}, {.weight = 1}};
    struct plan plan = {.items = items, .count = 4};
    assert_true(schedule_first_s(&plan, 0, 10, 100) == 4);
    assert_true(schedule_first_s(&plan, 2, 9, 100) == 12);
    assert_true(schedule_first_s(&plan, 2, 9, 4) == 8);
    assert_true(schedule_first_s(&plan, 0, 10, 3) == 3);
    assert_true(schedule_first_s(&plan, 3, 0, 3) > 0);
    assert_true(schedule_first_s(&plan, 3, -1, 20) == 20);
}

/* Twice as wide as it should be: four times the time in all. */
static void need_grows_with_the_square_of_the_width(void **state)
{
    (void)state;
    double delta = log1p(0.01);
    struct comparison twice = measured(-2 * delta, 0, 2 * delta, 5);
    struct comparison thrice = measured(-3 * delta, 0, 3 * delta, 5);
    double twice_s = schedule_need_s(&twice, 0.01);
    assert_true(twice_s > 14 && twice_s < 21);
    assert_true(fabs(schedule_need_s(&thrice, 0.01) / twice_s - 8.0 / 3) < 1e-9);
    struct comparison at_margin = measured(0, delta, 2 * delta, 5);
    struct comparison beyond = measured(-delta, 3 * delta, 7 * delta, 5);
    assert_true(isfinite(schedule_need_s(&at_margin, 0.01)));
    assert_true(schedule_need_s(&beyond, 0.01) > 10 && schedule_need_s(&beyond, 0.01) < 30);
}

static void whoever_is_nearest_to_a_decision_goes_on(void **state)
{
    (void)state;
    struct comparison comparisons[4] = {measured(-0.05, 0, 0.05, 4), measured(-0.013, 0, 0.013, 4),
                                        measured(-0.02, 0, 0.02, 4), measured(-0.011, 0, 0.011, 4)};
    comparisons[3].judgement.verdict = VERDICT_EQUIVALENT;
    struct result result = {.margin = 0.01, .comparisons = comparisons, .comparison_count = 4};
    double budget_s;
    assert_int_equal(schedule_next(&result, 100, &budget_s), 1);
    assert_true(budget_s >= 2 && budget_s < 10);
    comparisons[1].judgement.verdict = VERDICT_DIFFERENT;
    assert_int_equal(schedule_next(&result, 7, &budget_s), 2);
    assert_true(budget_s == 7);
    comparisons[2].judgement.verdict = VERDICT_UNREACHED;
    assert_int_equal(schedule_next(&result, 100, &budget_s), 0);
    assert_true(budget_s <= 30);
    assert_int_equal(schedule_next(&result, 1, &budget_s), -1);
    comparisons[0].judgement.verdict = VERDICT_INVALID;
    assert_int_equal(schedule_next(&result, 100, &budget_s), -1);
}

static void what_has_no_interval_yet_gets_a_little(void **state)
{
    (void)state;
    struct comparison comparison = {.frames_per_block = 1, .seconds = 3};
    struct result result = {.margin = 0.01, .comparisons = &comparison, .comparison_count = 1};
    double budget_s;
    assert_int_equal(schedule_next(&result, 100, &budget_s), 0);
    assert_true(budget_s > 0 && budget_s <= 3);
    /* Not even the length of its blocks is known: the arms could not be had. */
    comparison.frames_per_block = 0;
    assert_int_equal(schedule_next(&result, 100, &budget_s), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_shares_are_twice_what_is_left_for_each),
        cmocka_unit_test(need_grows_with_the_square_of_the_width),
        cmocka_unit_test(whoever_is_nearest_to_a_decision_goes_on),
        cmocka_unit_test(what_has_no_interval_yet_gets_a_little),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "base/memory.h"
#include "bench/compare.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static struct result base;
static struct result head;

static void add(struct result *result, int zoom_px, double effect, double spread)
{
    struct comparison *comparison = result_add_comparison(result);
    snprintf(comparison->hint, sizeof comparison->hint, "scale-quality");
    snprintf(comparison->arms[0].setting, sizeof comparison->arms[0].setting, "nearest");
    snprintf(comparison->arms[1].setting, sizeof comparison->arms[1].setting, "linear");
    comparison->zoom_px = zoom_px;
    comparison->is_read = true;
    comparison->quads = 40;
    comparison->effects = memory_get_array(40, sizeof *comparison->effects);
    for (int i = 0; i < 40; i++) {
        comparison->effects[i] = effect + spread * (i / 19.5 - 1);
    }
}

static int make_results(void **state)
{
    (void)state;
    base = (struct result){.margin = 0.01, .alpha = 0.05};
    head = base;
    return 0;
}

static int drop_results(void **state)
{
    (void)state;
    result_free(&base);
    result_free(&head);
    return 0;
}

static void expect(enum status status, const char *part)
{
    struct text out = {0};
    result_judge(&base);
    result_judge(&head);
    assert_int_equal(compare_results(&base, &head, &out), status);
    assert_non_null(strstr(out.bytes, part));
    text_free(&out);
}

static void same_effects_are_good(void **state)
{
    (void)state;
    add(&base, 32, 0.5, 0.004);
    add(&head, 32, 0.5, 0.004);
    expect(STATUS_GOOD, "1 same, 0 better, 0 regressions");
}

static void larger_slow_down_is_a_regression(void **state)
{
    (void)state;
    add(&base, 32, 0.10, 0.004);
    add(&base, 64, 0.10, 0.004);
    add(&head, 32, 0.10, 0.004);
    add(&head, 64, 0.20, 0.004);
    expect(STATUS_BAD, "REGRESSION");
}

/* As two runs of one program did that were made one after the other: their intervals lie apart. */
static void effect_that_moves_with_the_process_is_no_regression(void **state)
{
    (void)state;
    add(&base, 64, -0.369, 0.02);
    add(&head, 64, -0.269, 0.02);
    expect(STATUS_UNDECIDED, "1 undecided");
    assert_true(head.comparisons[0].judgement.low > base.comparisons[0].judgement.high + 0.05);
}

static void replicas_tell_how_far_an_effect_moves(void **state)
{
    (void)state;
    add(&base, 64, -0.369, 0.02);
    add(&head, 64, -0.269, 0.02);
    for (int i = 0; i < REPLICAS; i++) {
        base.comparisons[0].replica_effects[i] = -0.37 + 0.002 * i;
        head.comparisons[0].replica_effects[i] = -0.27 + 0.002 * i;
    }
    base.comparisons[0].replica_count = head.comparisons[0].replica_count = REPLICAS;
    expect(STATUS_BAD, "1 regressions");
    base.comparisons[0].replica_effects[3] = -0.28;
    expect(STATUS_UNDECIDED, "0 regressions");
}

/* 16 quads are enough for one pair and not for one of fifty. */
static void regressions_have_to_hold_together(void **state)
{
    (void)state;
    add(&base, 8, 0.1, 0.004);
    add(&head, 8, 0.3, 0.004);
    base.comparisons[0].quads = head.comparisons[0].quads = 16;
    expect(STATUS_BAD, "1 regressions");
    for (int i = 0; i < 50; i++) {
        add(&base, 16 + i, 0.1, 0.004);
        add(&head, 16 + i, 0.1, 0.004);
    }
    expect(STATUS_UNDECIDED, "50 same, 0 better, 0 regressions, 1 undecided");
}

/* Apart by 0.8 of the margin, and the intervals reach beyond it. */
static void same_means_within_the_margin_and_not_twice_that(void **state)
{
    (void)state;
    add(&base, 32, 0, 0.0001);
    add(&head, 32, 0.008, 0.009);
    expect(STATUS_UNDECIDED, "1 undecided");
}

static void regression_is_told_beside_something_invalid(void **state)
{
    (void)state;
    add(&base, 32, 0.1, 0.004);
    add(&base, 64, 0.1, 0.004);
    add(&head, 32, 0.1, 0.004);
    add(&head, 64, 0.3, 0.004);
    snprintf(head.comparisons[0].invalid, sizeof head.comparisons[0].invalid, "broken");
    expect(STATUS_BAD, "1 regressions, 0 undecided, 1 invalid");
}

static void nothing_to_compare_is_undecided_and_what_is_new_is_named(void **state)
{
    (void)state;
    add(&head, 48, 0.1, 0.004);
    expect(STATUS_UNDECIDED, "\t48 px\t\tmissing in base\tonly in head\n");
}

static void setting_against_itself_does_not_keep_the_gate_open(void **state)
{
    (void)state;
    add(&base, 32, 0.5, 0.004);
    add(&head, 32, 0.5, 0.004);
    add(&base, 64, 0, 0.2);
    add(&head, 64, 0, 0.2);
    base.comparisons[1].is_same = head.comparisons[1].is_same = true;
    expect(STATUS_GOOD, "\tcontrol\n");
}

static void smaller_slow_down_is_better(void **state)
{
    (void)state;
    add(&base, 32, 0.20, 0.004);
    add(&head, 32, 0.10, 0.004);
    expect(STATUS_GOOD, "\tbetter\n");
}

static void wide_intervals_are_undecided(void **state)
{
    (void)state;
    add(&base, 32, 0.1, 0.2);
    add(&head, 32, 0.1, 0.2);
    expect(STATUS_UNDECIDED, "1 undecided");
}

static void comparison_missing_in_head_is_undecided(void **state)
{
    (void)state;
    add(&base, 32, 0.1, 0.004);
    expect(STATUS_UNDECIDED, "missing in head");
}

static void invalid_comparison_is_told(void **state)
{
    (void)state;
    add(&base, 32, 0.1, 0.004);
    add(&head, 32, 0.1, 0.004);
    snprintf(head.comparisons[0].invalid, sizeof head.comparisons[0].invalid, "broken");
    expect(STATUS_ENVIRONMENT, "1 invalid");
}

#define on_results(test) cmocka_unit_test_setup_teardown(test, make_results, drop_results)

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_results(same_effects_are_good),
        on_results(larger_slow_down_is_a_regression),
        on_results(effect_that_moves_with_the_process_is_no_regression),
        on_results(replicas_tell_how_far_an_effect_moves),
        on_results(regressions_have_to_hold_together),
        on_results(same_means_within_the_margin_and_not_twice_that),
        on_results(regression_is_told_beside_something_invalid),
        on_results(nothing_to_compare_is_undecided_and_what_is_new_is_named),
        on_results(setting_against_itself_does_not_keep_the_gate_open),
        on_results(smaller_slow_down_is_better),
        on_results(wide_intervals_are_undecided),
        on_results(comparison_missing_in_head_is_undecided),
        on_results(invalid_comparison_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

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
    add(&head, 64, 0.15, 0.004);
    expect(STATUS_BAD, "REGRESSION");
}

static void smaller_slow_down_is_better(void **state)
{
    (void)state;
    add(&base, 32, 0.15, 0.004);
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
        on_results(smaller_slow_down_is_better),
        on_results(wide_intervals_are_undecided),
        on_results(comparison_missing_in_head_is_undecided),
        on_results(invalid_comparison_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The table of planted slow-downs: what is in it, when it is good, and one that is measured with a level of
 * three lines. */
#include "support/test.h"
#include "base/file.h"
#include "bench/selftest.h"
#include "support/scratch.h"
#include "support/tiny_level.h"

#include <math.h>
#include <string.h>

static void fill(struct selftest_row rows[SELFTEST_ROWS], int tries, int found)
{
    selftest_start(rows);
    for (int i = 0; i < SELFTEST_ROWS; i++) {
        rows[i].tries = tries;
        rows[i].found = found;
        for (int k = 0; k < found; k++) {
            rows[i].seconds[k] = 1 + k;
        }
    }
}

static void plants_nothing_and_four_sizes_within_the_limits(void **state)
{
    (void)state;
    static const double PLANTED[SELFTEST_ROWS] = {0, 0.005, 0.01, 0.02, 0.05};
    static struct selftest_row rows[SELFTEST_ROWS];
    selftest_start(rows);
    for (int i = 0; i < SELFTEST_ROWS; i++) {
        assert_true(rows[i].planted >= PLANTED[i] && rows[i].planted <= PLANTED[i]);
        assert_true(rows[i].limit_s <= (rows[i].planted > 0 && rows[i].planted < 0.01 ? 60 : 5));
    }
}

static void table_says_how_often_and_how_soon(void **state)
{
    (void)state;
    static struct selftest_row rows[SELFTEST_ROWS];
    struct text out = {0};
    fill(rows, 20, 18);
    rows[2].found = 0;
    rows[0].wrong = 1;
    rows[0].covered = 19;
    rows[0].intervals = 20;
    selftest_print(rows, SELFTEST_ROWS, &out);
    assert_non_null(
        strstr(out.bytes, "\nnothing     5 s    18 of 20     9.50 s   18.00 s       1   19 of 20\n"));
    assert_non_null(strstr(out.bytes, "\n0.5 %      60 s    18 of 20  "));
    assert_non_null(
        strstr(out.bytes, "\n1.0 %       5 s     0 of 20          -         -       0   0 of 0\n"));
    text_free(&out);
}

static void nine_of_ten_must_be_found_and_none_be_left_out(void **state)
{
    (void)state;
    static struct selftest_row rows[SELFTEST_ROWS];
    fill(rows, 20, 18);
    assert_true(selftest_is_good(rows, SELFTEST_ROWS, 20));
    rows[3].found = 17;
    assert_false(selftest_is_good(rows, SELFTEST_ROWS, 20));
    fill(rows, 19, 19);
    assert_false(selftest_is_good(rows, SELFTEST_ROWS, 20));
    fill(rows, 20, 20);
    rows[0].wrong = 2;
    assert_true(selftest_is_good(rows, SELFTEST_ROWS, 20));
    rows[0].wrong = 3;
    assert_false(selftest_is_good(rows, SELFTEST_ROWS, 20));
}

/* Three times as slow is found on any machine, and twins are put on record for the ledger. */
static void planted_slow_down_is_found(void **state)
{
    static struct selftest_row rows[2] = {{.planted = 2, .limit_s = 20}, {.planted = 0, .limit_s = 0.5}};
    struct text path = {0};
    struct error error;
    struct stage stage;
    struct arms arms = {.assets = "assets", .width_px = 96, .height_px = 64};
    struct result result = {.margin = 0.01, .alpha = 0.05};
    scratch_path(state, "level.rel", &path);
    assert_true(file_write(path.bytes, tiny_level, strlen(tiny_level), &error));
    assert_true(stage_open(&stage, path.bytes, &error));
    struct selftest selftest = {.arms = &arms,
                                .stage = &stage,
                                .driver = "software",
                                .zoom_px = 32,
                                .tries = 2,
                                .margin = 0.01,
                                .alpha = 0.05,
                                .seed = 1};
    selftest_run(&selftest, rows, 2, &result);
    assert_int_equal(rows[0].tries, 2);
    assert_int_equal(rows[0].found, 2);
    assert_int_equal(rows[0].wrong, 0);
    assert_true(rows[0].seconds[0] > 0 && rows[0].seconds[0] <= rows[0].seconds[1]);
    assert_int_equal(rows[1].tries, 2);
    assert_int_equal(result.comparison_count, 2);
    for (int i = 0; i < 2; i++) {
        assert_true(result.comparisons[i].is_same);
        assert_int_equal(result.comparisons[i].number, i + 1);
        assert_true(result.comparisons[i].quads > 0);
    }
    result_free(&result);
    arms_close_all(&arms);
    stage_close(&stage);
    text_free(&path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plants_nothing_and_four_sizes_within_the_limits),
        cmocka_unit_test(table_says_how_often_and_how_soon),
        cmocka_unit_test(nine_of_ten_must_be_found_and_none_be_left_out),
        cmocka_unit_test_setup_teardown(planted_slow_down_is_found, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

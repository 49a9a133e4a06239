#include "base/memory.h"
#include "bench/ledger.h"
#include "support/test.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct error error;

static void interval_is_the_exact_binomial_one(void **state)
{
    (void)state;
    /* R: binom.test(3, 100)$conf.int and binom.test(0, 200)$conf.int */
    struct ledger_rate rate = ledger_rate_of(100, 3);
    assert_true(fabs(rate.low - 0.00622997) < 1e-6 && fabs(rate.high - 0.08517605) < 1e-6);
    rate = ledger_rate_of(200, 0);
    assert_true(rate.low == 0 && fabs(rate.high - 0.01827534) < 1e-6);
    rate = ledger_rate_of(0, 0);
    assert_true(rate.low == 0 && rate.high == 1);
    rate = ledger_rate_of(5, 5);
    assert_true(rate.high == 1);
}

static void add_same(struct result *result, double effect, bool is_same)
{
    struct comparison *comparison = result_add_comparison(result);
    snprintf(comparison->driver, sizeof comparison->driver, "software");
    snprintf(comparison->path, sizeof comparison->path, "copy");
    comparison->is_same = is_same;
    comparison->quads = 30;
    comparison->effects = memory_get_array(30, sizeof *comparison->effects);
    for (int i = 0; i < 30; i++) {
        comparison->effects[i] = effect + 0.01 * (i / 14.5 - 1);
    }
}

static void ledger_grows_and_counts_alarms_of_this_processor(void **state)
{
    (void)state;
    char folder[] = P_tmpdir "/warren-ledger-XXXXXX";
    char path[128];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/below/aa.csv", folder);
    struct ledger_rate rate;
    assert_true(ledger_read(path, "One, with a comma", 0.05, &rate, &error));
    assert_int_equal(rate.trials, 0);
    for (int run = 0; run < 2; run++) {
        struct result result = {.margin = 0.01, .alpha = 0.05};
        result_add_fact(&result, "machine", "processor", run == 0 ? "One, with a comma" : "Another", "");
        add_same(&result, 0, true);
        add_same(&result, 0.05, true);
        add_same(&result, 0.05, false); /* no A/A */
        result_judge(&result);
        assert_true(ledger_add(path, &result, &error));
        result_free(&result);
    }
    assert_true(ledger_read(path, "One, with a comma", 0.05, &rate, &error));
    assert_int_equal(rate.trials, 2);
    assert_int_equal(rate.alarms, 1);
    /* Nothing is an alarm to those who ask for no false ones, and everything to those who do not mind. */
    assert_true(ledger_read(path, "One, with a comma", 0, &rate, &error));
    assert_int_equal(rate.alarms, 0);
    assert_true(ledger_read(path, "One, with a comma", 1, &rate, &error));
    assert_int_equal(rate.alarms, 2);
    unlink(path);
    snprintf(path, sizeof path, "%s/below", folder);
    rmdir(path);
    rmdir(folder);
}

/* As when a run was killed while it wrote: what follows stands in a line of its own, and the rest counts. */
static void row_that_was_cut_off_costs_no_more_than_itself(void **state)
{
    (void)state;
    char path[] = P_tmpdir "/warren-ledger-XXXXXX";
    int descriptor = mkstemp(path);
    struct ledger_rate rate;
    static const char begun[] =
        "started,processor,driver,path,zoom_px,quads,p,alarm\nt,x,s,c,8,9,maybe,0\nt,x,s";
    assert_int_equal(write(descriptor, begun, sizeof begun - 1), sizeof begun - 1);
    close(descriptor);
    struct result result = {.margin = 0.01, .alpha = 0.05};
    result_add_fact(&result, "machine", "processor", "x", "");
    add_same(&result, 0, true);
    result_judge(&result);
    assert_true(ledger_add(path, &result, &error));
    result_free(&result);
    assert_true(ledger_read(path, "x", 0.05, &rate, &error));
    assert_int_equal(rate.trials, 1);
    unlink(path);
}

static void state_folder_can_be_chosen(void **state)
{
    (void)state;
    struct text path = {0};
    setenv("XDG_STATE_HOME", "/somewhere", 1);
    assert_true(ledger_path(&path));
    assert_string_equal(path.bytes, "/somewhere/warren/aa.csv");
    unsetenv("XDG_STATE_HOME");
    setenv("HOME", "/home/me", 1);
    assert_true(ledger_path(&path));
    assert_string_equal(path.bytes, "/home/me/.local/state/warren/aa.csv");
    unsetenv("HOME");
    assert_false(ledger_path(&path));
    text_free(&path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(interval_is_the_exact_binomial_one),
        cmocka_unit_test(ledger_grows_and_counts_alarms_of_this_processor),
        cmocka_unit_test(row_that_was_cut_off_costs_no_more_than_itself),
        cmocka_unit_test(state_folder_can_be_chosen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

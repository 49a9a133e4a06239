#include "frame/clock.h"
#include "frame/laps.h"
#include "support/fake_clock.h"
#include "support/test.h"

static void time_counts_for_the_lap_that_ends(void **state)
{
    (void)state;
    struct laps laps = {0};
    laps_begin(&laps);
    fake_now_ns += 30;
    laps_end(&laps, 2);
    fake_now_ns += 5;
    laps_end(&laps, 0);
    fake_now_ns += 7;
    laps_end(&laps, 2);
    assert_int_equal(laps.ns[2], 37);
    assert_int_equal(laps.ns[0], 5);
    assert_int_equal(laps.ns[1], 0);
}

static void another_frame_begins_with_empty_laps_where_the_last_one_ended(void **state)
{
    (void)state;
    struct laps laps = {0};
    laps_begin(&laps);
    fake_now_ns += 30;
    laps_end(&laps, 1);
    fake_now_ns += 4;
    laps_begin(&laps);
    assert_int_equal(laps.ns[1], 0);
    assert_int_equal(laps.cpu_ns[1], 0);
    laps_end(&laps, 0);
    assert_int_equal(laps.ns[0], 4);
}

/* The clock stands still; the processor's does not. */
static void computing_is_told_from_waiting(void **state)
{
    (void)state;
    struct laps laps = {0};
    laps_begin(&laps);
    uint64_t start_ns = clock_thread_cpu_ns();
    while (clock_thread_cpu_ns() - start_ns < 1000000) {
    }
    laps_end(&laps, 0);
    assert_int_equal(laps.ns[0], 0);
    assert_true(laps.cpu_ns[0] >= 1000000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(time_counts_for_the_lap_that_ends, use_fake_clock, use_real_clock),
        cmocka_unit_test_setup_teardown(another_frame_begins_with_empty_laps_where_the_last_one_ended,
                                        use_fake_clock, use_real_clock),
        cmocka_unit_test_setup_teardown(computing_is_told_from_waiting, use_fake_clock, use_real_clock),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

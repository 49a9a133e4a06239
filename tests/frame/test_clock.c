#include "frame/clock.h"
#include "support/test.h"

static uint64_t fake(void *context)
{
    uint64_t *now_ns = context;
    return *now_ns += 5;
}

static void real_clock_never_goes_back(void **state)
{
    (void)state;
    uint64_t before_ns = clock_ns();
    for (int i = 0; i < 1000; i++) {
        uint64_t now_ns = clock_ns();
        assert_true(now_ns >= before_ns);
        before_ns = now_ns;
    }
}

static void sleep_ends_at_or_after_the_moment(void **state)
{
    (void)state;
    uint64_t when_ns = clock_ns() + 2000000;
    clock_sleep_until_ns(when_ns);
    assert_true(clock_ns() >= when_ns);
}

static void sleep_until_the_past_returns(void **state)
{
    (void)state;
    uint64_t before_ns = clock_ns();
    clock_sleep_until_ns(1);
    clock_sleep_until_ns(before_ns);
    assert_true(clock_ns() - before_ns < UINT64_C(2000000000)); /* a wrong difference would be centuries */
}

static void replaced_clock_is_read_and_can_be_given_back(void **state)
{
    (void)state;
    uint64_t now_ns = 100;
    clock_replace(fake, &now_ns);
    assert_int_equal(clock_ns(), 105);
    clock_sleep_until_ns(UINT64_MAX);
    assert_int_equal(clock_ns(), 110);
    clock_replace(NULL, NULL);
    assert_int_not_equal(clock_ns(), 115);
}

static void thread_time_grows_with_work_and_not_with_sleep(void **state)
{
    (void)state;
    uint64_t start_ns = clock_thread_cpu_ns();
    clock_sleep_until_ns(clock_ns() + 20000000);
    uint64_t slept_ns = clock_thread_cpu_ns() - start_ns;
    assert_true(slept_ns < 10000000);
    volatile unsigned sum = 0;
    while (clock_thread_cpu_ns() - start_ns < slept_ns + 1000000) {
        sum = sum + 1;
    }
    assert_true(sum > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(real_clock_never_goes_back),
        cmocka_unit_test(sleep_ends_at_or_after_the_moment),
        cmocka_unit_test(sleep_until_the_past_returns),
        cmocka_unit_test(replaced_clock_is_read_and_can_be_given_back),
        cmocka_unit_test(thread_time_grows_with_work_and_not_with_sleep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

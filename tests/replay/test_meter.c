#include "replay/meter.h"
#include "support/test.h"

static void one_worker_counts_only_its_replays(void **state)
{
    (void)state;
    struct meter meter = {0};
    meter_change(&meter, METER_IDLE, METER_LOADING, 1000);
    meter_change(&meter, METER_LOADING, METER_REPLAYING, 1300);
    meter_change(&meter, METER_REPLAYING, METER_LOADING, 1350);
    meter_change(&meter, METER_LOADING, METER_REPLAYING, 9000);
    meter_change(&meter, METER_REPLAYING, METER_IDLE, 9007);
    meter_change(&meter, METER_IDLE, METER_LOADING, 20000);
    assert_int_equal(meter.replay_ns, 57);
}

static void two_side_by_side_take_the_time_of_one(void **state)
{
    (void)state;
    struct meter meter = {0};
    meter_change(&meter, METER_IDLE, METER_REPLAYING, 0);
    meter_change(&meter, METER_IDLE, METER_REPLAYING, 0);
    meter_change(&meter, METER_REPLAYING, METER_IDLE, 100);
    meter_change(&meter, METER_REPLAYING, METER_IDLE, 100);
    assert_int_equal(meter.replay_ns, 100);
}

static void a_worker_left_alone_gets_no_bonus(void **state)
{
    (void)state;
    struct meter meter = {0};
    meter_change(&meter, METER_IDLE, METER_REPLAYING, 0);
    meter_change(&meter, METER_IDLE, METER_REPLAYING, 0);
    meter_change(&meter, METER_REPLAYING, METER_IDLE, 100);
    meter_change(&meter, METER_REPLAYING, METER_IDLE, 400);
    assert_int_equal(meter.replay_ns, 400);
}

static void a_moment_in_which_one_of_two_loads_is_half_loading(void **state)
{
    (void)state;
    struct meter meter = {0};
    meter_change(&meter, METER_IDLE, METER_REPLAYING, 0);
    meter_change(&meter, METER_IDLE, METER_LOADING, 0);
    meter_change(&meter, METER_LOADING, METER_REPLAYING, 50);
    meter_change(&meter, METER_REPLAYING, METER_IDLE, 60);
    assert_int_equal(meter.replay_ns, 35);
}

static void a_time_that_comes_late_counts_as_now(void **state)
{
    (void)state;
    struct meter meter = {0};
    meter_change(&meter, METER_IDLE, METER_REPLAYING, 100);
    meter_change(&meter, METER_IDLE, METER_REPLAYING, 90);
    meter_change(&meter, METER_REPLAYING, METER_IDLE, 150);
    assert_int_equal(meter.replay_ns, 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_worker_counts_only_its_replays),
        cmocka_unit_test(two_side_by_side_take_the_time_of_one),
        cmocka_unit_test(a_worker_left_alone_gets_no_bonus),
        cmocka_unit_test(a_moment_in_which_one_of_two_loads_is_half_loading),
        cmocka_unit_test(a_time_that_comes_late_counts_as_now),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

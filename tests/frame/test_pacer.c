#include "frame/pacer.h"
#include "support/fake_clock.h"
#include "support/test.h"

static void frames_are_due_on_a_grid_whatever_they_take(void **state)
{
    (void)state;
    struct pacer pacer;
    pacer_start(&pacer, 100);
    fake_now_ns = 1030;
    assert_int_equal(pacer_wait(&pacer), 70);
    fake_now_ns = 1199;
    assert_int_equal(pacer_wait(&pacer), 1);
    assert_int_equal(pacer.due_ns, 1300);
    assert_int_equal(pacer.missed, 0);
}

static void late_frame_does_not_wait_and_keeps_the_grid(void **state)
{
    (void)state;
    struct pacer pacer;
    pacer_start(&pacer, 100);
    fake_now_ns = 1120;
    assert_int_equal(pacer_wait(&pacer), 0);
    assert_int_equal(pacer.due_ns, 1200);
    assert_int_equal(pacer.missed, 0);
}

static void long_stall_is_counted_and_not_caught_up(void **state)
{
    (void)state;
    struct pacer pacer;
    pacer_start(&pacer, 100);
    fake_now_ns = 1560;
    assert_int_equal(pacer_wait(&pacer), 0);
    assert_int_equal(pacer.missed, 4);
    assert_int_equal(pacer.due_ns, 1600);
}

static void screen_that_is_slower_is_never_held_up(void **state)
{
    (void)state;
    struct pacer pacer;
    pacer_start_behind(&pacer, 97);
    uint64_t picture_ns = fake_now_ns;
    for (int i = 0; i < 1000; i++) {
        /* Every picture of the screen, noticed a little later or much later than it came. */
        picture_ns += 100;
        fake_now_ns = picture_ns + (uint64_t)(i * 37 % 90);
        uint64_t waited_ns = pacer_wait(&pacer);
        assert_true(i < 200 || waited_ns == 0);
    }
}

static void screen_that_does_not_wait_is_held_to_the_period(void **state)
{
    (void)state;
    struct pacer pacer;
    pacer_start_behind(&pacer, 97);
    fake_now_ns += 1000;
    for (int i = 0; i < 20; i++) {
        uint64_t waited_ns = pacer_wait(&pacer);
        assert_true(i < 3 || waited_ns == 96);
        fake_now_ns += waited_ns + 1;
    }
}

static void rest_is_no_lateness(void **state)
{
    (void)state;
    struct pacer pacer;
    pacer_start(&pacer, 100);
    fake_now_ns = 5000;
    pacer_restart(&pacer);
    fake_now_ns = 5040;
    assert_int_equal(pacer_wait(&pacer), 0);
    assert_int_equal(pacer_wait(&pacer), 60);
    assert_int_equal(pacer.missed, 0);
}

enum { PERIOD_NS = 16000000, DRAWING_NS = 4000000 };

static void learn(struct pacer *pacer, uint64_t drawing_ns, int frames)
{
    for (int i = 0; i < frames; i++) {
        pacer_learn(pacer, drawing_ns);
    }
}

static void frame_begins_as_much_sooner_as_drawing_takes(void **state)
{
    (void)state;
    struct pacer pacer;
    pacer_start(&pacer, PERIOD_NS);
    learn(&pacer, DRAWING_NS, 1000);
    assert_in_range(pacer.lead_ns, DRAWING_NS + 2900000, DRAWING_NS + 3200000);
    assert_int_equal(pacer_wait_to_draw(&pacer), PERIOD_NS - pacer.lead_ns);
    fake_now_ns += PERIOD_NS - pacer.lead_ns + DRAWING_NS;
    assert_int_equal(pacer_wait(&pacer), pacer.lead_ns - DRAWING_NS);
}

static void rare_long_frames_do_not_lengthen_the_lead(void **state)
{
    (void)state;
    struct pacer pacer;
    pacer_start(&pacer, PERIOD_NS);
    for (int i = 0; i < 50; i++) {
        learn(&pacer, DRAWING_NS, 150);
        learn(&pacer, 10 * DRAWING_NS, 1);
    }
    assert_in_range(pacer.lead_ns, DRAWING_NS, DRAWING_NS + 3500000);
}

static void drawing_that_takes_all_the_time_leaves_some_to_wait(void **state)
{
    (void)state;
    struct pacer pacer;
    pacer_start(&pacer, PERIOD_NS);
    learn(&pacer, 10 * DRAWING_NS, 1000);
    assert_int_equal(pacer.lead_ns, PERIOD_NS / 4 * 3);
}

static void frame_that_must_have_begun_does_not_wait(void **state)
{
    (void)state;
    struct pacer pacer;
    pacer_start(&pacer, PERIOD_NS);
    learn(&pacer, DRAWING_NS, 1000);
    fake_now_ns += PERIOD_NS - DRAWING_NS;
    assert_int_equal(pacer_wait_to_draw(&pacer), 0);
}

static void no_period_means_no_pacing(void **state)
{
    (void)state;
    struct pacer pacer;
    pacer_start(&pacer, 0);
    assert_int_equal(pacer_wait(&pacer), 0);
    assert_int_equal(pacer.missed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(frames_are_due_on_a_grid_whatever_they_take, use_fake_clock,
                                        use_real_clock),
        cmocka_unit_test_setup_teardown(late_frame_does_not_wait_and_keeps_the_grid, use_fake_clock,
                                        use_real_clock),
        cmocka_unit_test_setup_teardown(long_stall_is_counted_and_not_caught_up, use_fake_clock,
                                        use_real_clock),
        cmocka_unit_test_setup_teardown(screen_that_is_slower_is_never_held_up, use_fake_clock,
                                        use_real_clock),
        cmocka_unit_test_setup_teardown(screen_that_does_not_wait_is_held_to_the_period, use_fake_clock,
                                        use_real_clock),
        cmocka_unit_test_setup_teardown(rest_is_no_lateness, use_fake_clock, use_real_clock),
        cmocka_unit_test_setup_teardown(frame_begins_as_much_sooner_as_drawing_takes, use_fake_clock,
                                        use_real_clock),
        cmocka_unit_test_setup_teardown(rare_long_frames_do_not_lengthen_the_lead, use_fake_clock,
                                        use_real_clock),
        cmocka_unit_test_setup_teardown(drawing_that_takes_all_the_time_leaves_some_to_wait, use_fake_clock,
                                        use_real_clock),
        cmocka_unit_test_setup_teardown(frame_that_must_have_begun_does_not_wait, use_fake_clock,
                                        use_real_clock),
        cmocka_unit_test_setup_teardown(no_period_means_no_pacing, use_fake_clock, use_real_clock),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

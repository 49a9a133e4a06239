#include "frame/trial.h"
#include "support/fake_clock.h"
#include "support/test.h"

#include <math.h>
#include <string.h>

static struct trial_settings settings_of(int frames_per_block)
{
    return (struct trial_settings){
        .seed = 3,
        .frames_per_block = frames_per_block,
        .rule = {.margin = 0.01, .alpha = 0.05, .claims = 1},
        .budget_ns = UINT64_C(3600000000000),
    };
}

static void add(struct trial *trial, uint64_t frame_ns)
{
    fake_now_ns += frame_ns;
    trial_add(trial, frame_ns);
}

static void quads_are_abba_or_baab_by_a_coin(void **state)
{
    (void)state;
    struct trial trial;
    struct trial_settings settings = settings_of(2);
    settings.quads_max = 100;
    trial_start(&trial, settings);
    int abba = 0;
    char order[5] = "";
    /* Effects that spread over +-20 %, so that nothing but the number of quads ends the trial. */
    while (!trial.is_over) {
        struct trial_slot slot = trial.slot;
        assert_int_equal(slot.is_measured, slot.frame > 0);
        if (slot.frame == 0) {
            order[slot.block] = slot.arm == TRIAL_A ? 'A' : 'B';
        }
        if (slot.block == 3 && slot.frame == 2) {
            bool is_abba = strcmp(order, "ABBA") == 0;
            assert_true(is_abba || strcmp(order, "BAAB") == 0);
            abba += is_abba;
        }
        bool is_b = slot.arm == TRIAL_B;
        add(&trial, is_b && slot.quad % 2 == 0 ? 1200 : 1000);
    }
    assert_int_equal(trial.effects.count, 100);
    assert_in_range(abba, 30, 70);
    trial_free(&trial);
}

static void same_seed_gives_the_same_order(void **state)
{
    (void)state;
    struct trial one;
    struct trial two;
    trial_start(&one, settings_of(1));
    trial_start(&two, settings_of(1));
    for (int i = 0; i < 80; i++) {
        assert_int_equal(one.slot.arm, two.slot.arm);
        add(&one, i % 3 == 0 ? 900 : 1000);
        add(&two, i % 3 == 0 ? 900 : 1000);
    }
    trial_free(&one);
    trial_free(&two);
}

static void discarded_frame_and_a_lone_spike_do_not_count(void **state)
{
    (void)state;
    struct trial trial;
    trial_start(&trial, settings_of(3));
    while (trial.effects.count == 0) {
        uint64_t frame_ns = trial.slot.frame == 0 ? 9999999 : trial.slot.frame == 2 ? 50000 : 1000;
        add(&trial, trial.slot.arm == TRIAL_B && trial.slot.frame > 0 ? 2 * frame_ns : frame_ns);
    }
    assert_true(fabs(trial.effects.sorted[0] - log(2)) < 1e-12);
    trial_free(&trial);
}

static void linear_drift_cancels_in_every_quad(void **state)
{
    (void)state;
    struct trial trial;
    struct trial_settings settings = settings_of(1);
    settings.quads_max = 50;
    trial_start(&trial, settings);
    double speed = 0;
    while (!trial.is_over) {
        speed += 0.001;
        add(&trial, (uint64_t)(1e9 * exp(speed)));
    }
    struct judgement judgement = trial_judgement(&trial);
    assert_int_equal(judgement.verdict, VERDICT_EQUIVALENT);
    assert_true(fabs(judgement.high) < 1e-6 && fabs(judgement.low) < 1e-6);
    trial_free(&trial);
}

static void stops_at_sixteen_quads_when_the_difference_is_plain(void **state)
{
    (void)state;
    struct trial trial;
    trial_start(&trial, settings_of(3));
    while (!trial.is_over) {
        add(&trial, trial.slot.arm == TRIAL_B ? 2000 : 1000);
    }
    assert_int_equal(trial.effects.count, TRIAL_QUADS_MIN);
    assert_false(trial.is_over_budget);
    assert_int_equal(trial_judgement(&trial).direction, DIRECTION_SLOWER);
    trial_free(&trial);
}

static void can_stop_at_a_difference_whose_size_is_open(void **state)
{
    (void)state;
    int quads[2];
    for (int stops = 0; stops < 2; stops++) {
        struct trial trial;
        struct trial_settings settings = settings_of(1);
        settings.quads_max = 200;
        settings.stops_at_difference = stops == 1;
        trial_start(&trial, settings);
        while (!trial.is_over) {
            /* Every quad between 0.5 % and 1.5 %: surely slower, never surely inside or outside of 1 %. */
            add(&trial, trial.slot.arm == TRIAL_B ? 10050 + (uint64_t)(trial.slot.quad % 11) * 10 : 10000);
        }
        quads[stops] = trial.effects.count;
        trial_free(&trial);
    }
    assert_int_equal(quads[0], 200);
    assert_int_equal(quads[1], TRIAL_QUADS_MIN);
}

static void budget_ends_what_cannot_be_decided(void **state)
{
    (void)state;
    struct trial trial;
    struct trial_settings settings = settings_of(1);
    settings.budget_ns = 1000000;
    trial_start(&trial, settings);
    while (!trial.is_over) {
        add(&trial, trial.slot.arm == TRIAL_B && trial.slot.quad % 2 == 0 ? 1500 : 1000);
    }
    assert_true(trial.is_over_budget);
    assert_int_equal(trial_judgement(&trial).verdict, VERDICT_UNDECIDED);
    assert_true(fake_now_ns >= 1000000 && fake_now_ns < 1010000);
    trial_free(&trial);
}

/* Frames of another sort came in between: what the quad had seen until then is in no effect. */
static void a_quad_that_is_given_up_leaves_nothing_behind(void **state)
{
    (void)state;
    struct trial trial;
    struct trial_settings settings = settings_of(2);
    settings.quads_max = 40;
    trial_start(&trial, settings);
    int given_up = 0;
    for (int frame = 0; !trial.is_over; frame++) {
        if (frame % 31 == 30) {
            trial_give_up_quad(&trial);
            given_up++;
            assert_int_equal(trial.slot.block, 0);
            assert_int_equal(trial.slot.frame, 0);
            assert_false(trial.slot.is_measured);
        }
        bool is_b = trial.slot.arm == TRIAL_B;
        uint64_t frame_ns = is_b ? 2000 : 1000;
        add(&trial, frame % 31 < 24 ? frame_ns : 7 * frame_ns + 100);
    }
    assert_true(given_up > 3);
    assert_true(fabs(trial.effects.sorted[0] - log(2)) < 1e-12);
    assert_true(fabs(trial.effects.sorted[trial.effects.count - 1] - log(2)) < 1e-12);
    trial_free(&trial);
}

static void a_trial_that_goes_on_counts_what_was_seen(void **state)
{
    (void)state;
    static const double SEEN[] = {0.1, -0.2, 0.3};
    struct trial trial;
    struct trial_settings settings = settings_of(1);
    settings.quads_max = 5;
    trial_start(&trial, settings);
    trial_go_on(&trial, SEEN, 3);
    assert_int_equal(trial.slot.quad, 3);
    while (!trial.is_over) {
        add(&trial, trial.slot.arm == TRIAL_B ? 2000 : 1000);
    }
    assert_int_equal(trial.effects.count, 5);
    assert_true(trial.effects.sorted[0] == -0.2 && trial.effects.sorted[2] == 0.3);
    assert_true(fabs(trial.effects.sorted[4] - log(2)) < 1e-12);
    trial_free(&trial);
}

static void blocks_are_about_two_milliseconds(void **state)
{
    (void)state;
    assert_int_equal(trial_frames_per_block(0.55e6, 0), 4);
    assert_int_equal(trial_frames_per_block(1.3e6, 0), 2);
    assert_int_equal(trial_frames_per_block(10e3, 0), TRIAL_BLOCK_FRAMES_MAX);
    assert_int_equal(trial_frames_per_block(16e6, 0), 1);
    assert_int_equal(trial_frames_per_block(1e6, 7.9e6), 2);
    assert_int_equal(trial_frames_per_block(1e6, 24e6), 6);
}

static void block_is_worth_its_lower_quartile(void **state)
{
    (void)state;
    double one[] = {7};
    double two[] = {9, 2};
    double three[] = {9, 2, 5};
    double five[] = {9, 2, 800, 5, 7};
    assert_true(trial_block_value(one, 1) == 7);
    assert_true(trial_block_value(two, 2) == 2);
    assert_true(trial_block_value(three, 3) == 2);
    assert_true(trial_block_value(five, 5) == 5);
}

#define on_fake_clock(test) cmocka_unit_test_setup_teardown(test, use_fake_clock, use_real_clock)

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_fake_clock(quads_are_abba_or_baab_by_a_coin),
        on_fake_clock(same_seed_gives_the_same_order),
        on_fake_clock(discarded_frame_and_a_lone_spike_do_not_count),
        on_fake_clock(linear_drift_cancels_in_every_quad),
        on_fake_clock(stops_at_sixteen_quads_when_the_difference_is_plain),
        on_fake_clock(can_stop_at_a_difference_whose_size_is_open),
        on_fake_clock(budget_ends_what_cannot_be_decided),
        on_fake_clock(a_quad_that_is_given_up_leaves_nothing_behind),
        cmocka_unit_test(blocks_are_about_two_milliseconds),
        on_fake_clock(a_trial_that_goes_on_counts_what_was_seen),
        cmocka_unit_test(block_is_worth_its_lower_quartile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

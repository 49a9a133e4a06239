#include "bench/digest.h"
#include "support/test.h"

#include <math.h>

enum { PER_BLOCK = 3 };

/* Appends a quad: a frame of A takes a_ms, one of B b_ms; every block's first frame and one in its middle are
 * slow. */
static void add_quad(struct frame_log *log, int quad, bool is_abba, double a_ms, double b_ms, int switches)
{
    for (int block = 0; block < 4; block++) {
        bool is_a = (block == 0 || block == 3) == is_abba;
        for (int frame = 0; frame <= PER_BLOCK; frame++) {
            double ms = (is_a ? a_ms : b_ms) * (frame == 0 ? 50 : frame == 2 ? 9 : 1);
            struct frame_row row = {
                .slot = {quad, block, frame, is_a ? TRIAL_A : TRIAL_B, frame > 0},
                .total_ns = (uint64_t)(ms * 1e6),
                .phases_ns = {100, 200, (uint64_t)(ms * 1e6) - 400, 100},
                .thread_cpu_ns = is_a ? 500 : 1000,
                .switches = frame == 1 ? switches : 0,
            };
            frame_log_add(log, &row);
        }
    }
}

static void effects_come_from_medians_of_blocks(void **state)
{
    (void)state;
    struct frame_log log = {0};
    struct comparison comparison = {.frames_per_block = PER_BLOCK};
    frame_log_clear(&log);
    add_quad(&log, 0, true, 1, 2, 0);
    add_quad(&log, 1, false, 2, 1, 0);
    add_quad(&log, 2, true, 1, 1, 0);
    digest_frames(&log, 0.05, &comparison);
    assert_int_equal(comparison.quads, 3);
    assert_true(fabs(comparison.effects[0] - log1p(1)) < 1e-9);
    assert_true(fabs(comparison.effects[1] + log1p(1)) < 1e-9);
    assert_true(fabs(comparison.effects[2]) < 1e-9);
    assert_true(fabs(comparison.cpu.effect - log1p(1)) < 1e-9);
    assert_false(comparison.cpu.has_interval);
    assert_int_equal(comparison.arms[0].frames, 3 * 2 * PER_BLOCK);
    assert_true(fabs(comparison.arms[0].median_ms - 1) < 1e-9);
    assert_true(fabs(comparison.arms[0].max_ms - 18) < 1e-9);
    assert_true(fabs(comparison.arms[1].phases_ms[PHASE_SUBMIT] - 0.0002) < 1e-12);
    comparison_free(&comparison);
    frame_log_free(&log);
}

static void quad_that_was_cut_off_does_not_count(void **state)
{
    (void)state;
    struct frame_log log = {0};
    struct comparison comparison = {.frames_per_block = PER_BLOCK};
    add_quad(&log, 0, true, 1, 2, 0);
    add_quad(&log, 1, true, 1, 2, 0);
    log.count -= 2;
    digest_frames(&log, 0.05, &comparison);
    assert_int_equal(comparison.quads, 1);
    assert_int_equal(comparison.arms[1].frames, 2 * PER_BLOCK);
    comparison_free(&comparison);
    frame_log_free(&log);
}

static void disturbed_quads_are_counted_and_not_left_out(void **state)
{
    (void)state;
    struct frame_log log = {0};
    struct comparison comparison = {.frames_per_block = PER_BLOCK};
    add_quad(&log, 0, true, 1, 2, 0);
    add_quad(&log, 1, false, 1, 4, 3);
    add_quad(&log, 2, false, 1, 4, 1);
    digest_frames(&log, 0.05, &comparison);
    assert_int_equal(comparison.quads, 3);
    assert_int_equal(comparison.disturbed_quads, 2);
    assert_true(fabs(comparison.undisturbed_effect - log1p(1)) < 1e-9);
    comparison_free(&comparison);
    frame_log_free(&log);
}

/* Zero would read as "no effect". */
static void nothing_is_said_of_quiet_quads_where_there_were_none(void **state)
{
    (void)state;
    struct frame_log log = {0};
    for (int quad = 0; quad < 3; quad++) {
        add_quad(&log, quad, true, 1, 2, 1);
    }
    struct comparison comparison = {.frames_per_block = 3};
    digest_frames(&log, 0.05, &comparison);
    assert_int_equal(comparison.disturbed_quads, 3);
    assert_true(comparison.undisturbed_effect > 1e9);
    /* Six blocks are too few for an interval that holds however long one looked. */
    assert_true(comparison.arms[0].median_low_ms == comparison.arms[0].median_high_ms);
    comparison_free(&comparison);
    frame_log_free(&log);
}

static void no_frames_give_an_empty_comparison(void **state)
{
    (void)state;
    struct frame_log log = {0};
    struct comparison comparison = {.frames_per_block = PER_BLOCK};
    digest_frames(&log, 0.05, &comparison);
    assert_int_equal(comparison.quads, 0);
    assert_int_equal(comparison.arms[0].frames, 0);
    assert_false(comparison.tails[0].has_interval);
    comparison_free(&comparison);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(effects_come_from_medians_of_blocks),
        cmocka_unit_test(quad_that_was_cut_off_does_not_count),
        cmocka_unit_test(disturbed_quads_are_counted_and_not_left_out),
        cmocka_unit_test(nothing_is_said_of_quiet_quads_where_there_were_none),
        cmocka_unit_test(no_frames_give_an_empty_comparison),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

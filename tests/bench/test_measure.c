/* One comparison from a level file to a log that judge reads again, with the software driver and no display.
 */
#include "base/file.h"
#include "bench/controls.h"
#include "bench/measure.h"
#include "bench/output.h"
#include "bench/paired_log.h"
#include "support/test.h"
#include "support/tiny_level.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char folder[] = P_tmpdir "/warren-measure-XXXXXX";
static struct stage stage;
static struct arms arms = {.assets = "assets", .width_px = 96, .height_px = 64};
static struct frame_log frames;
static struct error error;

static int open_all(void **state)
{
    (void)state;
    char path[256];
    if (mkdtemp(folder) == NULL) {
        return 1;
    }
    snprintf(path, sizeof path, "%s/level.rel", folder);
    if (!file_write(path, tiny_level, strlen(tiny_level), &error) || !stage_open(&stage, path, &error)) {
        error_print(&error, stderr);
        return 1;
    }
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    char command[128];
    arms_close_all(&arms);
    stage_close(&stage);
    frame_log_free(&frames);
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

static struct planned plan_of(const char *experiment, int zoom_px)
{
    struct experiment parsed;
    assert_true(plan_parse_experiment(experiment, &parsed, &error));
    struct planned planned = {.arms = {parsed.arms[0], parsed.arms[1]},
                              .path = PATH_COPY,
                              .zoom_px = zoom_px,
                              .is_picture_saved = true};
    snprintf(planned.hint, sizeof planned.hint, "%s", parsed.hint);
    planned.is_same = strcmp(parsed.arms[0].setting, parsed.arms[1].setting) == 0;
    return planned;
}

static struct measure measure_of(double budget_s)
{
    return (struct measure){.arms = &arms,
                            .stage = &stage,
                            .driver = "software",
                            .rule = {.margin = 0.01, .alpha = 0.05, .claims = 1},
                            .budget_s = budget_s,
                            .seed = 3,
                            .has_exact = true};
}

static void hint_that_scales_changes_the_picture_and_not_at_the_nominal_size(void **state)
{
    (void)state;
    struct measure measure = measure_of(0.05);
    for (int zoom_px = 32; zoom_px <= 64; zoom_px += 32) {
        struct planned planned = plan_of("scale-quality=nearest,linear", zoom_px);
        struct comparison comparison = {0};
        assert_true(measure_comparison(&measure, &planned, &comparison, &frames, &error));
        assert_string_equal(comparison.invalid, "");
        assert_true(comparison.has_picture && comparison.is_read);
        assert_int_equal(comparison.picture.class, zoom_px == 32 ? PICTURE_IDENTICAL : PICTURE_VISIBLE);
        assert_true(comparison.arms[0].has_exact);
        if (zoom_px == 32) {
            assert_true(isinf(comparison.arms[0].exact_psnr_db));
        }
        comparison_free(&comparison);
    }
}

static void best_is_linear(void **state)
{
    (void)state;
    struct measure measure = measure_of(0.01);
    struct planned planned = plan_of("scale-quality=linear,best", 48);
    struct comparison comparison = {0};
    assert_true(measure_comparison(&measure, &planned, &comparison, &frames, &error));
    assert_int_equal(comparison.picture.class, PICTURE_IDENTICAL);
    comparison_free(&comparison);
}

static void setting_that_cannot_be_had_is_invalid_and_not_timed(void **state)
{
    (void)state;
    struct measure measure = measure_of(1);
    measure.driver = "opengl"; /* the video driver "dummy" has none */
    struct planned planned = plan_of("scale-quality=nearest,linear", 32);
    struct comparison comparison = {0};
    assert_true(measure_comparison(&measure, &planned, &comparison, &frames, &error));
    assert_true(comparison.invalid[0] != '\0');
    assert_int_equal(frames.count, 0);
    assert_int_equal(comparison.quads, 0);
    comparison_free(&comparison);
}

/* The log on disk holds what the comparison was judged by. */
static void log_is_read_back_with_the_same_effects(void **state)
{
    (void)state;
    struct output output;
    struct measure measure = measure_of(0.4);
    measure.folder = folder;
    struct planned planned = plan_of("scale-quality=nearest,linear", 64);
    struct comparison comparison = {.number = 7};
    assert_true(output_open(&output, folder, 3, &error));
    assert_true(measure_comparison(&measure, &planned, &comparison, &frames, &error));
    assert_true(comparison.quads > 0);
    assert_true(output_add_frames(&output, &frames, &comparison, &error));
    assert_true(output_close(&output, &error));
    char path[256];
    struct csv csv;
    struct paired_logs logs;
    snprintf(path, sizeof path, "%s/frames.csv", folder);
    assert_true(csv_open(&csv, path, &error) && csv_next(&csv));
    if (!paired_log_read(&csv, NULL, NULL, &logs, &error)) {
        error_print(&error, stderr);
        fail();
    }
    assert_int_equal(logs.count, 1);
    assert_true(logs.logs[0].comparison == 7);
    assert_string_equal(logs.logs[0].arms[0], "nearest");
    assert_string_equal(logs.logs[0].arms[1], "linear");
    assert_int_equal(logs.logs[0].effects.count, comparison.quads);
    struct effects effects = {0};
    for (int i = 0; i < comparison.quads; i++) {
        effects_add(&effects, comparison.effects[i]);
    }
    for (int i = 0; i < comparison.quads; i++) {
        assert_true(fabs(effects.sorted[i] - logs.logs[0].effects.sorted[i]) < 1e-12);
    }
    snprintf(path, sizeof path, "%s/%s", folder, comparison.arms[1].picture_file);
    assert_int_equal(access(path, R_OK), 0);
    snprintf(path, sizeof path, "%s/%s", folder, comparison.error_map_file);
    assert_int_equal(access(path, R_OK), 0);
    effects_free(&effects);
    paired_logs_free(&logs);
    csv_close(&csv);
    comparison_free(&comparison);
}

/* What the first pass has seen stays, and counts. */
static void comparison_goes_on_where_it_was_stopped(void **state)
{
    (void)state;
    struct measure measure = measure_of(0.3);
    measure.rule.margin = 1e-9;
    struct planned planned = plan_of("scale-quality=nearest,nearest", 32);
    struct comparison comparison = {0};
    assert_true(measure_comparison(&measure, &planned, &comparison, &frames, &error));
    int per_quad = 4 * (comparison.frames_per_block + 1);
    int quads = comparison.quads;
    assert_true(quads > 0 && frames.count == quads * per_quad);
    double first = comparison.effects[0];
    double seconds = comparison.seconds;
    measure.seed++;
    measure_again(&measure, &planned, &comparison, &frames);
    assert_true(comparison.quads > quads && frames.count == comparison.quads * per_quad);
    assert_true(comparison.effects[0] == first && comparison.seconds > seconds);
    assert_int_equal(frames.rows[frames.count - 1].slot.quad, comparison.quads - 1);
    comparison_free(&comparison);
}

static void controls_of_scale_quality_pass(void **state)
{
    (void)state;
    struct result result = {.margin = 0.01, .alpha = 0.05};
    struct planned planned = plan_of("scale-quality=nearest,linear", 32);
    struct plan plan = {.items = &planned, .count = 1};
    struct plan_request request = {.drivers = {"software"}, .driver_count = 1};
    controls_run(&arms, &plan, &request, 1, &result);
    assert_int_equal(result.control_count, 2);
    assert_true(result.controls[0].is_positive && result.controls[0].is_passed);
    assert_false(result.controls[1].is_positive); /* whether it passes is a matter of time, too */
    result_free(&result);
}

static void failed_control_makes_its_comparisons_invalid(void **state)
{
    (void)state;
    struct result result = {.margin = 0.01, .alpha = 0.05};
    /* The preset varies scale-quality too. */
    struct planned items[] = {plan_of("scale-quality=nearest,linear", 32),
                              plan_of("scale-quality=nearest,linear", 32),
                              plan_of("preset=quality,speed", 32), plan_of("blend=auto,blend", 32)};
    struct plan plan = {.items = items, .count = 4};
    for (int i = 0; i < plan.count; i++) {
        struct comparison *comparison = result_add_comparison(&result);
        snprintf(comparison->hint, sizeof comparison->hint, "%s", items[i].hint);
        snprintf(comparison->driver, sizeof comparison->driver, i == 1 ? "opengl" : "software");
    }
    struct control_result *control = result_add_control(&result);
    snprintf(control->hint, sizeof control->hint, "scale-quality");
    snprintf(control->driver, sizeof control->driver, "software");
    controls_apply(&plan, &result);
    assert_true(result.comparisons[0].invalid[0] != '\0');
    assert_string_equal(result.comparisons[1].invalid, "");
    assert_true(result.comparisons[2].invalid[0] != '\0');
    assert_string_equal(result.comparisons[3].invalid, "");
    result_free(&result);
}

static void demo_goes_back_to_its_mark(void **state)
{
    (void)state;
    uint64_t hashes[60];
    stage_place(&stage, STAGE_DEMO, 32, 96, 64);
    for (int frame = 0; frame < 60; frame++) {
        stage_go_to(&stage, frame);
        if (frame == 20) {
            stage_mark(&stage);
        }
        stage_build(&stage);
        hashes[frame] = scene_hash(&stage.scene);
    }
    assert_true(hashes[59] != hashes[0]);
    for (int frame = 20; frame < 60; frame++) {
        stage_go_to(&stage, frame);
        stage_build(&stage);
        assert_true(scene_hash(&stage.scene) == hashes[frame]);
    }
}

static void pan_moves_and_still_does_not(void **state)
{
    (void)state;
    stage_place(&stage, STAGE_PAN, 64, 96, 64);
    double start_px = stage.camera.x_px;
    stage_go_to(&stage, 10);
    assert_true(stage.camera.x_px > start_px);
    stage_go_to(&stage, 120);
    assert_true(stage.camera.x_px == start_px);
    stage_place(&stage, STAGE_STILL, 64, 96, 64);
    stage_go_to(&stage, 10);
    assert_true(stage.camera.x_px == start_px);
}

static void folder_that_cannot_be_made_is_an_error(void **state)
{
    (void)state;
    struct output output;
    char path[160];
    snprintf(path, sizeof path, "%s/level.rel/below", folder);
    assert_false(output_open(&output, path, 1, &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
}

static void full_disk_is_an_error(void **state)
{
    (void)state;
    FILE *full = fopen("/dev/full", "w");
    if (full == NULL) {
        skip();
    }
    struct comparison comparison = {0};
    struct frame_log log = {0};
    struct frame_row row = {0};
    for (int i = 0; i < 5000; i++) {
        frame_log_add(&log, &row);
    }
    assert_false(frame_log_write(&log, &comparison, 0, full));
    frame_log_free(&log);
    fclose(full);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hint_that_scales_changes_the_picture_and_not_at_the_nominal_size),
        cmocka_unit_test(best_is_linear),
        cmocka_unit_test(setting_that_cannot_be_had_is_invalid_and_not_timed),
        cmocka_unit_test(comparison_goes_on_where_it_was_stopped),
        cmocka_unit_test(log_is_read_back_with_the_same_effects),
        cmocka_unit_test(controls_of_scale_quality_pass),
        cmocka_unit_test(failed_control_makes_its_comparisons_invalid),
        cmocka_unit_test(demo_goes_back_to_its_mark),
        cmocka_unit_test(pan_moves_and_still_does_not),
        cmocka_unit_test(folder_that_cannot_be_made_is_an_error),
        cmocka_unit_test(full_disk_is_an_error),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}

/* The line in which a comparison is told. */
#include "bench/comparison.h"
#include "support/test.h"

#include <math.h>
#include <string.h>

static const struct comparison measured = {
    .hint = "preset",
    .driver = "software",
    .path = "copy",
    .level = "bench/meadow",
    .camera = "still",
    .zoom_px = 32,
    .arms = {{.setting = "plain"}, {.setting = "fast"}},
    .quads = 40,
    .has_picture = true,
    .picture = {.class = PICTURE_IDENTICAL, .psnr_db = HUGE_VAL},
    .judgement = {.verdict = VERDICT_UNDECIDED, .quads = 40},
};

static void assert_line(const struct comparison *comparison, bool names_level, const char *expected)
{
    struct text line = {0};
    comparison_line(comparison, 0.01, names_level, &line);
    assert_string_equal(line.bytes, expected);
    text_free(&line);
}

static void a_line_names_arms_driver_zoom_effect_picture_and_verdict(void **state)
{
    (void)state;
    assert_line(&measured, false,
                "preset fast/plain\tsoftware copy\t32 px\t+0.00% [none yet]\tpicture identical\tUNDECIDED");
}

static void a_level_stands_beside_the_zoom_where_there_are_several(void **state)
{
    (void)state;
    assert_line(&measured, true,
                "preset fast/plain\tsoftware copy\t32 px bench/meadow\t+0.00% [none yet]\t"
                "picture identical\tUNDECIDED");
}

static void a_camera_that_moves_is_named(void **state)
{
    (void)state;
    struct comparison comparison = measured;
    strcpy(comparison.camera, "pan");
    assert_line(&comparison, true,
                "preset fast/plain\tsoftware copy\t32 px bench/meadow pan\t+0.00% [none yet]\t"
                "picture identical\tUNDECIDED");
    assert_line(&comparison, false,
                "preset fast/plain\tsoftware copy\t32 px pan\t+0.00% [none yet]\tpicture identical\t"
                "UNDECIDED");
}

static void what_was_not_measured_or_looked_at_is_said_to_be_so(void **state)
{
    (void)state;
    struct comparison comparison = measured;
    comparison.quads = 0;
    comparison.has_picture = false;
    comparison.judgement.verdict = VERDICT_UNREAD;
    assert_line(&comparison, false,
                "preset fast/plain\tsoftware copy\t32 px\tnot measured\tpicture unknown\tUNREAD");
}

static void why_a_comparison_is_invalid_is_said_with_it(void **state)
{
    (void)state;
    struct comparison comparison = measured;
    comparison.judgement.verdict = VERDICT_INVALID;
    strcpy(comparison.invalid, "the setting was not in force");
    struct text words = {0};
    comparison_verdict(&comparison, 0.01, &words);
    assert_string_equal(words.bytes, "INVALID (the setting was not in force)");
    text_free(&words);
}

static void a_picture_that_differs_tells_by_how_much(void **state)
{
    (void)state;
    struct comparison comparison = measured;
    comparison.picture = (struct picture_difference){.class = PICTURE_VISIBLE, .psnr_db = 31.25};
    struct text line = {0};
    comparison_line(&comparison, 0.01, false, &line);
    assert_non_null(strstr(line.bytes, "\tpicture visible 31.2 dB\t"));
    text_free(&line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_names_arms_driver_zoom_effect_picture_and_verdict),
        cmocka_unit_test(a_level_stands_beside_the_zoom_where_there_are_several),
        cmocka_unit_test(a_camera_that_moves_is_named),
        cmocka_unit_test(what_was_not_measured_or_looked_at_is_said_to_be_so),
        cmocka_unit_test(why_a_comparison_is_invalid_is_said_with_it),
        cmocka_unit_test(a_picture_that_differs_tells_by_how_much),
    };
    return cmocka_run_group_tests_name("bench/comparison", tests, NULL, NULL);
}

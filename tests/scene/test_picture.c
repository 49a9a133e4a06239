#include "scene/picture.h"
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

static const char ASSETS[] = "assets";

static struct text svg_of(int picture)
{
    struct text svg = {0};
    struct error error;
    if (!picture_svg(picture, ASSETS, &svg, &error)) {
        fail_msg("%s: %s", picture_info(picture).name, error.text);
    }
    return svg;
}

/* The number in an attribute of the root element. */
static double attribute(const struct text *svg, const char *name)
{
    const char *at = strstr(svg->bytes, name);
    assert_non_null(at);
    return strtod(at + strlen(name) + 2, NULL);
}

static void every_picture_is_an_svg_in_the_proportions_of_its_size(void **state)
{
    (void)state;
    for (int picture = 0; picture < PICTURE_COUNT; picture++) {
        struct picture_info info = picture_info(picture);
        struct text svg = svg_of(picture);
        assert_true(svg.length > 0 && strncmp(svg.bytes, "<svg", 4) == 0);
        assert_non_null(strstr(svg.bytes, "</svg>"));
        double ratio = attribute(&svg, " width") / attribute(&svg, " height");
        double wanted = (double)info.width / info.height;
        if (ratio < wanted * 0.999 || ratio > wanted * 1.001) {
            fail_msg("%s: %f instead of %f", info.name, ratio, wanted);
        }
        text_free(&svg);
    }
}

static void pictures_use_only_what_the_reader_draws(void **state)
{
    (void)state;
    const char *const missing[] = {"<text",  "<use",     "<filter",  "<clipPath", "<mask",
                                   "<image", "<pattern", "Gradient", "<style",    "url("};
    for (int picture = 0; picture < PICTURE_COUNT; picture++) {
        struct text svg = svg_of(picture);
        for (size_t i = 0; i < sizeof missing / sizeof missing[0]; i++) {
            if (strstr(svg.bytes, missing[i]) != NULL) {
                fail_msg("%s has %s", picture_info(picture).name, missing[i]);
            }
        }
        text_free(&svg);
    }
}

static void stills_have_names_of_their_own(void **state)
{
    (void)state;
    for (int a = 0; a < PICTURE_FLAME_FIRST; a++) {
        for (int b = a + 1; b < PICTURE_FLAME_FIRST; b++) {
            assert_string_not_equal(picture_info(a).name, picture_info(b).name);
        }
    }
}

static void what_is_made_by_program_differs_from_frame_to_frame(void **state)
{
    (void)state;
    struct text last = svg_of(PICTURE_FLAME_FIRST);
    for (int picture = PICTURE_FLAME_FIRST + 1; picture < PICTURE_PUPPET_FIRST; picture++) {
        struct text svg = svg_of(picture);
        assert_string_not_equal(svg.bytes, last.bytes);
        text_free(&last);
        last = svg;
    }
    text_free(&last);
}

static void the_text_is_appended(void **state)
{
    (void)state;
    struct text svg = {0};
    struct error error;
    text_add(&svg, "before");
    assert_true(picture_svg(PICTURE_PAPER, ASSETS, &svg, &error));
    assert_true(strncmp(svg.bytes, "before<svg", 10) == 0);
    text_free(&svg);
}

static void a_missing_file_is_an_error_of_the_environment(void **state)
{
    (void)state;
    struct text svg = {0};
    struct error error;
    assert_false(picture_svg(PICTURE_EXIT, "no-such-folder", &svg, &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
    assert_string_equal(error.file, "no-such-folder/pictures/exit.svg");
    assert_int_equal(svg.length, 0);
    text_free(&svg);
}

static void the_flames_of_a_loop_are_numbered_in_turn(void **state)
{
    (void)state;
    assert_int_equal(flame_frame(0, 0), 0);
    assert_int_equal(flame_frame(0, FLAME_STEPS - 1) + 1, flame_frame(1, 0));
    assert_int_equal(flame_frame(FLAME_VARIANTS - 1, FLAME_STEPS - 1), FLAME_FRAME_COUNT - 1);
    assert_string_equal(picture_info(PICTURE_FLAME_FIRST + flame_frame(2, 5)).name, "flame_c");
}

static void slopes_of_water_are_as_high_as_what_they_fall(void **state)
{
    (void)state;
    assert_int_equal(tissue_wave(0), 0);
    assert_int_equal(tissue_info(tissue_wave(0)).height, TISSUE_CREST + TISSUE_BODY);
    assert_int_equal(tissue_info(tissue_wave(1024)).height, TISSUE_CREST + 1024 + TISSUE_BODY);
    assert_int_equal(tissue_wave(TISSUE_GRAIN / 2 - 1), 0);
    assert_int_equal(tissue_wave(TISSUE_GRAIN / 2), 1);
}

static void water_over_a_slope_grows_in_steps_up_to_the_cell(void **state)
{
    (void)state;
    assert_int_equal(tissue_info(tissue_ramp(1)).width, TISSUE_RAMP_GRAIN);
    assert_int_equal(tissue_info(tissue_ramp(512)).width, 512);
    assert_int_equal(tissue_info(tissue_ramp(1024)).width, 1024);
    assert_int_equal(tissue_info(tissue_ramp_deep()).width, 1024);
    assert_true(tissue_ramp_deep() != tissue_ramp(1024));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_picture_is_an_svg_in_the_proportions_of_its_size),
        cmocka_unit_test(pictures_use_only_what_the_reader_draws),
        cmocka_unit_test(stills_have_names_of_their_own),
        cmocka_unit_test(what_is_made_by_program_differs_from_frame_to_frame),
        cmocka_unit_test(the_text_is_appended),
        cmocka_unit_test(a_missing_file_is_an_error_of_the_environment),
        cmocka_unit_test(the_flames_of_a_loop_are_numbered_in_turn),
        cmocka_unit_test(slopes_of_water_are_as_high_as_what_they_fall),
        cmocka_unit_test(water_over_a_slope_grows_in_steps_up_to_the_cell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

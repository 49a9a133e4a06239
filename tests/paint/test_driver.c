/* What the GL drivers say about the hints; and the traps of the software driver. */
#include "paint/sample.h"

static struct painter *open_with(const char *driver, const char *hint, const char *value)
{
    struct paint_settings settings = sample_settings(driver, PATH_COPY);
    assert_true(hint_values_set(&settings.hints, hint, value, NULL));
    return sample_open(&settings);
}

static void check_reading(const char *driver, enum hint hint, const char *value)
{
    struct painter *painter = open_with(driver, hint_info(hint)->name, value);
    if (painter != NULL) {
        struct hint_reading reading = painter_reading(painter, hint);
        assert_string_equal(reading.value, value);
        assert_true(reading.is_read_back);
        assert_string_equal(reading.origin, "asked");
        painter_close(painter);
    }
}

static void hints_are_in_force_as_read_back(void **state)
{
    (void)state;
    static const char *const drivers[] = {"software", "opengl", "opengles2"};
    for (size_t d = 0; d < sizeof drivers / sizeof drivers[0]; d++) {
        check_reading(drivers[d], HINT_BATCHING, "off");
        check_reading(drivers[d], HINT_BATCHING, "on");
        check_reading(drivers[d], HINT_SCALE_QUALITY, "best");
        check_reading(drivers[d], HINT_TEXTURE_SCALE_MODE, "linear");
        check_reading(drivers[d], HINT_TEXTURE_FORMAT, "argb4444");
        check_reading(drivers[d], HINT_TEXTURE_ACCESS, "streaming");
        check_reading(drivers[d], HINT_BLEND, "none");
    }
    check_reading("opengl", HINT_GL_SHADERS, "off");
    check_reading("opengl", HINT_GL_SHADERS, "on");
    check_reading("opengl", HINT_VSYNC, "on");
    check_reading("opengl", HINT_VSYNC, "off");
}

static void many_samples_are_in_force_or_refused(void **state)
{
    (void)state;
    struct paint_settings settings = sample_settings("opengl", PATH_COPY);
    struct error error = {0};
    assert_true(hint_values_set(&settings.hints, "multisample", "8", NULL));
    struct painter *painter = painter_open(&settings, &error);
    if (painter != NULL) {
        assert_string_equal(painter_reading(painter, HINT_MULTISAMPLE).value, "8");
        painter_close(painter);
    } else {
        assert_int_equal(error.status, STATUS_ENVIRONMENT);
    }
}

static void the_software_driver_does_not_present_through_gl_unless_asked(void **state)
{
    (void)state;
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    struct painter *painter = sample_open(&settings);
    painter_present(painter);
    assert_false(painter_state(painter).is_software_through_gl);
    assert_string_equal(painter_reading(painter, HINT_FRAMEBUFFER_ACCELERATION).value, "off");
    painter_close(painter);
}

/* SDL decides it once for all windows: another painter has opened the video before. */
static void what_cannot_be_put_in_force_is_refused(void **state)
{
    (void)state;
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    struct painter *first = sample_open(&settings);
    struct error error = {0};
    assert_true(hint_values_set(&settings.hints, "framebuffer-acceleration", "on", NULL));
    assert_null(painter_open(&settings, &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
    assert_string_equal(error.kind, "not-in-force");
    assert_non_null(strstr(error.text, "framebuffer-acceleration=on"));
    painter_close(first);
}

static void vsync_on_the_software_driver_is_told_as_off(void **state)
{
    (void)state;
    struct painter *painter = open_with("software", "vsync", "on");
    assert_false(painter_state(painter).is_vsync);
    painter_close(painter);
}

static void presets_open_on_every_driver(void **state)
{
    (void)state;
    static const char *const drivers[] = {"software", "opengl", "opengles2"};
    static const char *const presets[] = {"quality", "speed", "unset"};
    for (size_t d = 0; d < 3; d++) {
        for (size_t p = 0; p < 3; p++) {
            struct paint_settings settings = sample_settings(drivers[d], PATH_COPY);
            assert_true(hint_values_preset(&settings.hints, presets[p], NULL));
            painter_close(sample_open(&settings));
        }
    }
}

static void hints_of_one_painter_do_not_stay_for_the_next(void **state)
{
    (void)state;
    painter_close(open_with("software", "scale-quality", "best"));
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    struct painter *painter = sample_open(&settings);
    assert_string_equal(painter_state(painter).scale_quality, "nearest");
    assert_null(SDL_GetHint("SDL_RENDER_SCALE_QUALITY"));
    assert_null(SDL_GetHint("SDL_RENDER_BATCHING"));
    painter_close(painter);
}

int main(void)
{
    sample_start_offscreen();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hints_are_in_force_as_read_back),
        cmocka_unit_test(many_samples_are_in_force_or_refused),
        cmocka_unit_test(the_software_driver_does_not_present_through_gl_unless_asked),
        cmocka_unit_test(what_cannot_be_put_in_force_is_refused),
        cmocka_unit_test(vsync_on_the_software_driver_is_told_as_off),
        cmocka_unit_test(presets_open_on_every_driver),
        cmocka_unit_test(hints_of_one_painter_do_not_stay_for_the_next),
    };
    return cmocka_run_group_tests_name("driver", tests, NULL, NULL);
}

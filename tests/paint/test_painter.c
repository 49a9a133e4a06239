#include "paint/sample.h"

static uint32_t pixel_at(const uint32_t *pixels, int x, int y)
{
    return pixels[y * 640 + x];
}

static void items_are_drawn_where_the_camera_puts_them(void **state)
{
    (void)state;
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    struct painter *painter = sample_open(&settings);
    struct scene scene = {0};
    struct camera camera = sample_camera(32, 640, 400);
    sample_add(&scene, LAYER_BLOCKS, SAMPLE_EARTH, 1024 * 2, 1024 * 3, false);
    uint32_t *pixels = sample_draw(painter, &scene, &camera);
    assert_int_equal(pixel_at(pixels, 10 + 64, 7 + 96), 0xFFB98A58);
    assert_int_equal(pixel_at(pixels, 10 + 95, 7 + 127), 0xFFB98A58);
    assert_int_not_equal(pixel_at(pixels, 10 + 63, 7 + 96), 0xFFB98A58);
    assert_int_not_equal(pixel_at(pixels, 10 + 96, 7 + 127), 0xFFB98A58);
    assert_int_equal(pixel_at(pixels, 10 + 74, 7 + 116), 0xFF8F6538); /* the spot is left and low */
    assert_int_not_equal(pixel_at(pixels, 10 + 85, 7 + 116), 0xFF8F6538);
    assert_int_equal(painter_state(painter).items, 1);
    memory_free(pixels);
    memory_free(scene.items);
    painter_close(painter);
}

static void mirrored_items_have_left_and_right_exchanged(void **state)
{
    (void)state;
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    struct painter *painter = sample_open(&settings);
    struct scene scene = {0};
    struct camera camera = sample_camera(32, 640, 400);
    sample_add(&scene, LAYER_BLOCKS, SAMPLE_EARTH, 1024 * 2, 1024 * 3, true);
    uint32_t *pixels = sample_draw(painter, &scene, &camera);
    assert_int_equal(pixel_at(pixels, 10 + 85, 7 + 116), 0xFF8F6538);
    assert_int_not_equal(pixel_at(pixels, 10 + 74, 7 + 116), 0xFF8F6538);
    memory_free(pixels);
    memory_free(scene.items);
    painter_close(painter);
}

static void neighbours_leave_no_gap_at_any_zoom(void **state)
{
    (void)state;
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    struct painter *painter = sample_open(&settings);
    struct scene scene = {0};
    for (int i = 0; i < 20 * 20; i++) {
        sample_add(&scene, LAYER_PAPER, SAMPLE_PAPER, i % 20 * 1024, i / 20 * 1024, false);
    }
    for (int zoom = 33; zoom < 64; zoom += 5) {
        struct camera camera = sample_camera(zoom, 640, 400);
        camera.x_px = camera.y_px = 3.4;
        uint32_t *pixels = sample_draw(painter, &scene, &camera);
        for (int i = 0; i < 640 * 400; i++) {
            assert_true((pixels[i] & 0xFF) > 0xC0); /* the background's blue is far below */
        }
        memory_free(pixels);
    }
    memory_free(scene.items);
    painter_close(painter);
}

static void the_state_is_what_sdl_says(void **state)
{
    (void)state;
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    assert_true(hint_values_set(&settings.hints, "scale-quality", "linear", NULL));
    assert_true(hint_values_set(&settings.hints, "batching", "off", NULL));
    struct painter *painter = sample_open(&settings);
    struct paint_state read = painter_state(painter);
    assert_string_equal(read.driver, "software");
    assert_string_equal(read.path, "copy");
    assert_string_equal(read.scale_quality, "linear");
    assert_true(read.is_batching_known);
    assert_false(read.is_batching);
    assert_false(read.is_software_through_gl);
    assert_int_equal(read.output_w_px, 640);
    struct hint_reading reading = painter_reading(painter, HINT_SCALE_QUALITY);
    assert_true(reading.is_read_back);
    assert_string_equal(reading.origin, "asked");
    assert_string_equal(painter_reading(painter, HINT_BLEND).origin, "default");
    painter_close(painter);
}

/* Naming a driver turns batching off in SDL. */
static void batching_is_on_although_the_driver_is_named(void **state)
{
    (void)state;
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    struct painter *painter = sample_open(&settings);
    assert_true(painter_state(painter).is_batching);
    painter_close(painter);
}

static void an_environment_variable_does_not_override_what_was_asked_for(void **state)
{
    (void)state;
    setenv("SDL_RENDER_SCALE_QUALITY", "linear", 1);
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    struct painter *painter = sample_open(&settings);
    assert_string_equal(painter_state(painter).scale_quality, "linear");
    assert_string_equal(painter_reading(painter, HINT_SCALE_QUALITY).origin, "environment");
    assert_true(hint_values_set(&settings.hints, "scale-quality", "nearest", NULL));
    assert_true(painter_change(painter, PATH_COPY, &settings.hints, NULL));
    assert_string_equal(painter_state(painter).scale_quality, "nearest");
    unsetenv("SDL_RENDER_SCALE_QUALITY");
    painter_close(painter);
}

static void saved_frames_are_refused(void **state)
{
    (void)state;
    setenv("SDL_VIDEO_DUMMY_SAVE_FRAMES", "1", 1);
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    struct error error = {0};
    assert_null(painter_open(&settings, &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
    assert_string_equal(error.kind, "not-in-force");
    unsetenv("SDL_VIDEO_DUMMY_SAVE_FRAMES");
}

static void a_driver_that_is_not_there_is_an_error_of_the_environment(void **state)
{
    (void)state;
    struct paint_settings settings = sample_settings("direct3d", PATH_COPY);
    struct error error = {0};
    assert_null(painter_open(&settings, &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
    assert_string_equal(error.kind, "no-driver");
    settings.driver = "opengl";
    settings.is_windowless = true;
    assert_null(painter_open(&settings, &error));
    assert_string_equal(error.kind, "no-driver");
}

static bool no_svg(int picture, const char *folder, struct text *out, struct error *error)
{
    (void)picture;
    (void)out;
    error_set(error, STATUS_ENVIRONMENT, "file", "no such file");
    error_at(error, folder, 0, 0);
    return false;
}

static void a_folder_without_pictures_is_an_error(void **state)
{
    (void)state;
    static const struct picture_source empty = {SAMPLE_COUNT, sample_info, no_svg};
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    settings.source = &empty;
    struct error error = {0};
    assert_null(painter_open(&settings, &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
    assert_string_equal(error.file, "assets");
}

static void without_a_window_the_picture_is_the_same(void **state)
{
    (void)state;
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    struct scene scene = {0};
    sample_scene(&scene, 77);
    struct camera camera = sample_camera(48, 640, 400);
    struct painter *painter = sample_open(&settings);
    uint32_t *with = sample_draw(painter, &scene, &camera);
    painter_close(painter);
    settings.is_windowless = true;
    painter = sample_open(&settings);
    uint32_t *without = sample_draw(painter, &scene, &camera);
    assert_string_equal(painter_state(painter).video_driver, "none");
    painter_close(painter);
    assert_memory_equal(with, without, 640 * 400 * sizeof *with);
    memory_free(with);
    memory_free(without);
    memory_free(scene.items);
}

static void a_hint_of_the_window_asks_for_reopening(void **state)
{
    (void)state;
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    struct painter *painter = sample_open(&settings);
    struct hint_values other = settings.hints;
    struct error error = {0};
    assert_true(hint_values_set(&other, "batching", "off", NULL));
    assert_false(painter_change(painter, PATH_COPY, &other, &error));
    assert_string_equal(error.kind, "reopen");
    painter_close(painter);
}

static void pictures_outlive_a_change_to_another_path_and_back(void **state)
{
    (void)state;
    struct paint_settings settings = sample_settings("software", PATH_BLIT);
    struct painter *painter = sample_open(&settings);
    struct scene scene = {0};
    struct camera camera = sample_camera(40, 640, 400);
    sample_scene(&scene, 0);
    painter_settle(painter, &scene, &camera);
    assert_true(painter_change(painter, PATH_CACHED, &settings.hints, NULL));
    painter_settle(painter, &scene, &camera);
    for (int i = 0; i < 4; i++) {
        assert_true(painter_change(painter, i % 2 == 0 ? PATH_BLIT : PATH_CACHED, &settings.hints, NULL));
        painter_draw(painter, &scene, &camera);
        assert_int_equal(painter_state(painter).stretched, 0);
    }
    memory_free(scene.items);
    painter_close(painter);
}

static void several_painters_live_side_by_side(void **state)
{
    (void)state;
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    struct scene scene = {0};
    sample_scene(&scene, 0);
    struct camera camera = sample_camera(64, 640, 400);
    struct painter *nearest = sample_open(&settings);
    assert_true(hint_values_set(&settings.hints, "scale-quality", "linear", NULL));
    struct painter *linear = sample_open(&settings);
    uint32_t *first = sample_draw(nearest, &scene, &camera);
    uint32_t *second = sample_draw(linear, &scene, &camera);
    uint32_t *third = sample_draw(nearest, &scene, &camera);
    assert_memory_equal(first, third, 640 * 400 * sizeof *first);
    assert_memory_not_equal(first, second, 640 * 400 * sizeof *first);
    memory_free(first);
    memory_free(second);
    memory_free(third);
    memory_free(scene.items);
    painter_close(nearest);
    painter_close(linear);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_drawn_where_the_camera_puts_them),
        cmocka_unit_test(mirrored_items_have_left_and_right_exchanged),
        cmocka_unit_test(neighbours_leave_no_gap_at_any_zoom),
        cmocka_unit_test(the_state_is_what_sdl_says),
        cmocka_unit_test(batching_is_on_although_the_driver_is_named),
        cmocka_unit_test(an_environment_variable_does_not_override_what_was_asked_for),
        cmocka_unit_test(saved_frames_are_refused),
        cmocka_unit_test(a_driver_that_is_not_there_is_an_error_of_the_environment),
        cmocka_unit_test(a_folder_without_pictures_is_an_error),
        cmocka_unit_test(without_a_window_the_picture_is_the_same),
        cmocka_unit_test(a_hint_of_the_window_asks_for_reopening),
        cmocka_unit_test(pictures_outlive_a_change_to_another_path_and_back),
        cmocka_unit_test(several_painters_live_side_by_side),
    };
    return cmocka_run_group_tests_name("painter", tests, NULL, NULL);
}

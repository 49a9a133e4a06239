/* Each hint's positive control shows a difference where it is of the picture, and its negative control shows
 * none. */
#include "paint/control.h"

#include "paint/sample.h"

static uint32_t *draw_control(enum hint_control control, const char *hint, const char *value)
{
    struct paint_settings settings = sample_settings("software", PATH_COPY);
    settings.source = NULL;
    settings.width_px = 200;
    settings.height_px = 160;
    if (strcmp(hint, "logical-size-mode") != 0) {
        assert_true(hint_values_set(&settings.hints, hint, value, NULL));
    }
    struct painter *painter = sample_open(&settings);
    struct scene scene = {0};
    struct camera camera;
    control_scene(control, 200, 160, &scene, &camera);
    painter_settle(painter, &scene, &camera);
    painter_draw(painter, &scene, &camera);
    control_overlay(control, painter_renderer(painter), value);
    painter_finish(painter);
    uint32_t *pixels = memory_get_array(200 * 160, sizeof *pixels);
    assert_true(painter_read(painter, pixels, NULL));
    memory_free(scene.items);
    painter_close(painter);
    return pixels;
}

static bool is_same(enum hint_control control, const char *hint, const char *a, const char *b)
{
    uint32_t *first = draw_control(control, hint, a);
    uint32_t *second = draw_control(control, hint, b);
    bool same = memcmp(first, second, 200 * 160 * sizeof *first) == 0;
    memory_free(first);
    memory_free(second);
    return same;
}

static void scale_quality_shows_in_its_positive_control_only(void **state)
{
    (void)state;
    assert_false(is_same(CONTROL_TILES_DOUBLE, "scale-quality", "nearest", "linear"));
    assert_true(is_same(CONTROL_TILES_NOMINAL, "scale-quality", "nearest", "linear"));
    assert_true(is_same(CONTROL_TILES_DOUBLE, "scale-quality", "linear", "best"));
}

static void pictures_and_formats_and_blending_show_in_theirs(void **state)
{
    (void)state;
    assert_false(is_same(CONTROL_TILES_DOUBLE, "pictures", "nominal", "exact"));
    assert_true(is_same(CONTROL_TILES_NOMINAL, "pictures", "nominal", "exact"));
    assert_false(is_same(CONTROL_TILES_DOUBLE, "texture-format", "argb8888", "rgb565"));
    assert_true(is_same(CONTROL_LINES, "texture-format", "argb8888", "rgb565"));
    assert_false(is_same(CONTROL_TILES_NOMINAL, "blend", "blend", "none"));
    assert_true(is_same(CONTROL_LINES, "blend", "blend", "none"));
}

static void lines_and_logical_sizes_show_in_theirs(void **state)
{
    (void)state;
    assert_false(is_same(CONTROL_LINES, "line-method", "points", "geometry"));
    assert_true(is_same(CONTROL_TILES_NOMINAL, "line-method", "points", "geometry"));
    assert_false(is_same(CONTROL_LOGICAL_SIZE, "logical-size-mode", "letterbox", "overscan"));
}

static void every_control_draws_something_of_its_own(void **state)
{
    (void)state;
    uint32_t *drawn[CONTROL_COUNT] = {0};
    for (int i = CONTROL_TILES_NOMINAL; i < CONTROL_COUNT; i++) {
        drawn[i] = draw_control((enum hint_control)i, "scale-quality", "nearest");
        for (int k = CONTROL_TILES_NOMINAL; k < i; k++) {
            if (memcmp(drawn[i], drawn[k], 200 * 160 * sizeof *drawn[i]) == 0) {
                fail_msg("%s and %s look the same", hint_control_name((enum hint_control)i),
                         hint_control_name((enum hint_control)k));
            }
        }
    }
    for (int i = 0; i < CONTROL_COUNT; i++) {
        memory_free(drawn[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scale_quality_shows_in_its_positive_control_only),
        cmocka_unit_test(pictures_and_formats_and_blending_show_in_theirs),
        cmocka_unit_test(lines_and_logical_sizes_show_in_theirs),
        cmocka_unit_test(every_control_draws_something_of_its_own),
    };
    return cmocka_run_group_tests_name("control", tests, NULL, NULL);
}

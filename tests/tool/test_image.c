/* warren-level image: a PNG without a display. */
#include "base/file.h"
#include "support/scratch.h"
#include "support/test.h"
#include "support/tool_call.h"

#include <string.h>

static int number_at(const struct text *png, size_t place)
{
    const unsigned char *byte = (const unsigned char *)png->bytes + place;
    return byte[0] << 24 | byte[1] << 16 | byte[2] << 8 | byte[3];
}

static const char *put_level(void **state, struct text *path)
{
    static const char text[] = "Q  r O\n######\n";
    struct error error;
    scratch_path(state, "level.rel", path);
    assert_true(file_write(path->bytes, text, strlen(text), &error));
    return path->bytes;
}

/* The world is 6 x 2 cells, with a margin of one cell all around. */
static void assert_png(const char *path, int width_px, int height_px, struct text *png)
{
    struct error error;
    assert_true(file_read(path, 1 << 26, png, &error));
    assert_memory_equal(png->bytes, "\x89PNG\r\n\x1A\n", 8);
    assert_int_equal(number_at(png, 16), width_px);
    assert_int_equal(number_at(png, 20), height_px);
}

static void the_picture_has_the_size_of_the_zoom(void **state)
{
    struct text level = {0};
    struct text out = {0};
    struct text png = {0};
    put_level(state, &level);
    scratch_path(state, "out.png", &out);
    assert_call(TOOL_CALL("image", level.bytes, "-o", out.bytes, "--data", "assets"), STATUS_GOOD, "", "");
    assert_png(out.bytes, 8 * 32, 4 * 32, &png);
    assert_call(TOOL_CALL("image", level.bytes, "--output", out.bytes, "--zoom", "8", "--data", "assets"),
                STATUS_GOOD, "", "");
    assert_png(out.bytes, 8 * 8, 4 * 8, &png);
    text_free(&level);
    text_free(&out);
    text_free(&png);
}

static void steps_and_frames_make_other_pictures(void **state)
{
    struct text level = {0};
    struct text out = {0};
    struct text first = {0};
    struct text second = {0};
    struct text third = {0};
    put_level(state, &level);
    scratch_path(state, "out.png", &out);
    assert_call(TOOL_CALL("image", level.bytes, "-o", out.bytes, "--data", "assets"), STATUS_GOOD, "", "");
    assert_png(out.bytes, 256, 128, &first);
    assert_call(TOOL_CALL("image", level.bytes, "-o", out.bytes, "--data", "assets", "--frame", "5"),
                STATUS_GOOD, "", "");
    assert_png(out.bytes, 256, 128, &second);
    assert_call(TOOL_CALL("image", level.bytes, "-o", out.bytes, "--data", "assets", "--step", "1"),
                STATUS_GOOD, "", "");
    assert_png(out.bytes, 256, 128, &third);
    assert_true(first.length != second.length || memcmp(first.bytes, second.bytes, first.length) != 0);
    assert_true(first.length != third.length || memcmp(first.bytes, third.bytes, first.length) != 0);
    text_free(&level);
    text_free(&out);
    text_free(&first);
    text_free(&second);
    text_free(&third);
}

static void what_cannot_be_drawn_is_an_error(void **state)
{
    struct text level = {0};
    struct text out = {0};
    put_level(state, &level);
    scratch_path(state, "no/such/folder/out.png", &out);
    struct tool_call call = TOOL_CALL("image", level.bytes, "-o", out.bytes, "--data", "assets");
    assert_int_equal(call.status, STATUS_ENVIRONMENT);
    assert_true(call.err.length > 0);
    tool_call_free(&call);
    call = TOOL_CALL("image", level.bytes, "-o", out.bytes, "--data", "tests");
    assert_int_equal(call.status, STATUS_ENVIRONMENT);
    assert_non_null(strstr(call.err.bytes, "[no-assets]"));
    tool_call_free(&call);
    call = TOOL_CALL("image", "no-such-level.rel", "-o", out.bytes, "--data", "assets");
    assert_int_equal(call.status, STATUS_ENVIRONMENT);
    tool_call_free(&call);
    text_free(&level);
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_picture_has_the_size_of_the_zoom, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(steps_and_frames_make_other_pictures, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(what_cannot_be_drawn_is_an_error, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

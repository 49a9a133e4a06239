#include "base/file.h"
#include "base/text.h"
#include "bench/picture.h"
#include "bench/png.h"
#include "frame/coin.h"
#include "support/image_magick.h"
#include "support/scratch.h"
#include "support/test.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

enum { WIDTH = 64, HEIGHT = 48, PIXELS = WIDTH * HEIGHT };

static uint32_t a[PIXELS];
static uint32_t b[PIXELS];

/* Noise over a ramp; b is a copy. */
static void fill(void)
{
    struct coin coin;
    coin_init(&coin, 5);
    for (int i = 0; i < PIXELS; i++) {
        uint32_t grey = (uint32_t)(i % WIDTH * 3 + coin_below(&coin, 40));
        a[i] = UINT32_C(0xFF000000) | grey << 16 | (grey / 2) << 8 | (255 - grey);
        b[i] = a[i];
    }
}

static void equal_pictures_are_identical(void **state)
{
    (void)state;
    fill();
    b[7] &= UINT32_C(0x00FFFFFF); /* what is above the colours does not count */
    struct picture_difference difference = picture_compare(a, b, WIDTH, HEIGHT);
    assert_int_equal(difference.class, PICTURE_IDENTICAL);
    assert_true(isinf(difference.psnr_db));
    assert_true(difference.ssim_mean == 1 && difference.ssim_worst == 1);
}

static void two_levels_are_rounding_and_three_are_visible(void **state)
{
    (void)state;
    fill();
    a[100] = UINT32_C(0xFF808080);
    b[100] = UINT32_C(0xFF82807E);
    assert_int_equal(picture_compare(a, b, WIDTH, HEIGHT).class, PICTURE_ROUNDING);
    b[100] = UINT32_C(0xFF83807E);
    struct picture_difference difference = picture_compare(a, b, WIDTH, HEIGHT);
    assert_int_equal(difference.class, PICTURE_VISIBLE);
    assert_int_equal(difference.max_level, 3);
    assert_true(difference.differing_share == 1.0 / PIXELS);
}

static void psnr_by_hand(void **state)
{
    (void)state;
    for (int i = 0; i < PIXELS; i++) {
        a[i] = UINT32_C(0xFF000000);
        b[i] = UINT32_C(0xFF0A0A0A);
    }
    /* mean square 100: 10 log10(65025 / 100) */
    assert_true(fabs(picture_compare(a, b, WIDTH, HEIGHT).psnr_db - 28.1308) < 1e-3);
}

static void ssim_by_hand(void **state)
{
    (void)state;
    for (int i = 0; i < PIXELS; i++) {
        a[i] = UINT32_C(0xFF000000);
        b[i] = UINT32_C(0xFFFFFFFF);
    }
    /* Flat windows: only the term of the means is left, c1 / (255^2 + c1). */
    double expected = 6.5025 / (65025 + 6.5025);
    struct picture_difference difference = picture_compare(a, b, WIDTH, HEIGHT);
    assert_true(fabs(difference.ssim_mean - expected) < 1e-6);
    assert_true(fabs(difference.ssim_worst - expected) < 1e-6);
}

static void worst_window_is_where_the_damage_is(void **state)
{
    (void)state;
    fill();
    for (int y = 20; y < 28; y++) {
        for (int x = 40; x < 48; x++) {
            b[y * WIDTH + x] ^= UINT32_C(0x00FFFFFF);
        }
    }
    struct picture_difference difference = picture_compare(a, b, WIDTH, HEIGHT);
    assert_int_equal(difference.worst_x_px, 40);
    assert_int_equal(difference.worst_y_px, 20);
    assert_true(difference.ssim_worst < 0 && difference.ssim_mean > 0.8);
}

static void error_map_is_white_where_pictures_are_equal(void **state)
{
    (void)state;
    static uint32_t map[PIXELS];
    fill();
    a[5] = UINT32_C(0xFF000000);
    b[5] = UINT32_C(0xFFFFFFFF);
    picture_error_map(a, b, WIDTH, HEIGHT, map);
    assert_true(map[4] == UINT32_C(0xFFFFFFFF));
    assert_true(map[5] != UINT32_C(0xFFFFFFFF));
}

static void psnr_agrees_with_imagemagick(void **state)
{
    if (system("compare -version > /dev/null 2>&1") != 0) {
        print_message("ImageMagick's compare is not there: nothing to agree with\n");
        skip();
    }
    struct text path_a = {0};
    struct text path_b = {0};
    scratch_path(state, "a.png", &path_a);
    scratch_path(state, "b.png", &path_b);
    fill();
    struct coin coin;
    coin_init(&coin, 6);
    for (int i = 0; i < PIXELS; i += 3) {
        b[i] ^= (uint32_t)coin_below(&coin, 64) << (8 * coin_below(&coin, 3));
    }
    assert_true(png_write(path_a.bytes, a, WIDTH, HEIGHT, NULL));
    assert_true(png_write(path_b.bytes, b, WIDTH, HEIGHT, NULL));
    double theirs = image_magick_psnr(path_a.bytes, path_b.bytes);
    text_free(&path_b);
    text_free(&path_a);
    assert_true(fabs(picture_compare(a, b, WIDTH, HEIGHT).psnr_db - theirs) < 0.01);
}

static void picture_in_a_page_is_base64(void **state)
{
    struct text path = {0};
    scratch_path(state, "data", &path);
    assert_true(file_write(path.bytes, "Warren", 6, NULL));
    struct text out = {0};
    assert_true(png_add_data_uri(path.bytes, &out, NULL));
    assert_string_equal(out.bytes, "data:image/png;base64,V2FycmVu");
    assert_int_equal(truncate(path.bytes, 4), 0);
    text_clear(&out);
    assert_true(png_add_data_uri(path.bytes, &out, NULL));
    assert_string_equal(out.bytes, "data:image/png;base64,V2Fycg==");
    text_free(&out);
    text_free(&path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_pictures_are_identical),
        cmocka_unit_test(two_levels_are_rounding_and_three_are_visible),
        cmocka_unit_test(psnr_by_hand),
        cmocka_unit_test(ssim_by_hand),
        cmocka_unit_test(worst_window_is_where_the_damage_is),
        cmocka_unit_test(error_map_is_white_where_pictures_are_equal),
        cmocka_unit_test_setup_teardown(psnr_agrees_with_imagemagick, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(picture_in_a_page_is_base64, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

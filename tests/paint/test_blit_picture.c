#include "support/test.h"

#include "base/memory.h"
#include "paint/blit_picture.h"

#include <string.h>

enum { SIDE = 96, MARGIN = 5 };

static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* Stretches of clear, opaque and mixed pixels of many lengths, as outlines and fillings give them. */
static void fill_pixels(uint32_t *pixels, int count, uint32_t *random)
{
    int done = 0;
    while (done < count) {
        uint32_t kind = next_random(random) % 3;
        int length = 1 + (int)(next_random(random) % (next_random(random) % 2 == 0 ? 4 : 40));
        for (int i = 0; i < length && done < count; i++) {
            uint32_t colour = next_random(random);
            uint32_t alpha = kind == 0 ? 0 : kind == 1 ? 255 : 1 + colour % 254;
            pixels[done++] = blit_premultiply(alpha << 24 | (colour & 0xFFFFFF));
        }
    }
}

static void count_times(const struct blit_block *list, int count, int width, int height, int *times)
{
    memset(times, 0, SIDE * SIDE * sizeof *times);
    for (int i = 0; i < count; i++) {
        struct blit_rect rect = list[i].rect;
        assert_true(rect.x0 >= 0 && rect.y0 >= 0 && rect.x1 <= width && rect.y1 <= height);
        assert_false(blit_rect_is_empty(rect));
        for (int y = rect.y0; y < rect.y1; y++) {
            for (int x = rect.x0; x < rect.x1; x++) {
                times[y * SIDE + x]++;
            }
        }
    }
}

static void every_pixel_that_shows_is_in_exactly_one_block(void **state)
{
    (void)state;
    uint32_t random = 3;
    static int times[SIDE * SIDE], outline_times[SIDE * SIDE];
    for (int round = 0; round < 300; round++) {
        uint32_t pixels[SIDE * SIDE];
        int width = 1 + (int)(next_random(&random) % SIDE);
        int height = 1 + (int)(next_random(&random) % SIDE);
        fill_pixels(pixels, SIDE * SIDE, &random);
        struct blit_blocks *blocks = blit_blocks_find(pixels, SIDE, width, height);
        count_times(blocks->list, blocks->count, width, height, times);
        count_times(blocks->outline, blocks->outline_count, width, height, outline_times);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                bool shows = pixels[y * SIDE + x] >> 24 != 0;
                assert_true(times[y * SIDE + x] == 1 || (times[y * SIDE + x] == 0 && !shows));
                assert_true(outline_times[y * SIDE + x] >= 1 || !shows);
            }
        }
        memory_free(blocks);
    }
}

static void opaque_blocks_hold_opaque_pixels_only(void **state)
{
    (void)state;
    uint32_t random = 5;
    int opaque_blocks = 0;
    for (int round = 0; round < 100; round++) {
        uint32_t pixels[SIDE * SIDE];
        fill_pixels(pixels, SIDE * SIDE, &random);
        for (int y = 20; y < 60; y++) {
            for (int x = 30; x < 80; x++) {
                pixels[y * SIDE + x] |= 0xFF000000;
            }
        }
        struct blit_blocks *blocks = blit_blocks_find(pixels, SIDE, SIDE, SIDE);
        for (int i = 0; i < blocks->count; i++) {
            struct blit_rect rect = blocks->list[i].rect;
            for (int y = rect.y0; blocks->list[i].is_opaque && y < rect.y1; y++) {
                for (int x = rect.x0; x < rect.x1; x++) {
                    assert_int_equal(pixels[y * SIDE + x] >> 24, 255);
                }
            }
            opaque_blocks += blocks->list[i].is_opaque;
        }
        memory_free(blocks);
    }
    assert_true(opaque_blocks > 100);
}

static void only_pictures_without_a_hole_are_all_opaque(void **state)
{
    (void)state;
    for (int width = 4; width <= 64; width += 60) {
        uint32_t pixels[64 * 3];
        for (int i = 0; i < width * 3; i++) {
            pixels[i] = 0xFF102030;
        }
        struct blit_blocks *blocks = blit_blocks_find(pixels, width, width, 3);
        assert_true(blocks->is_all_opaque);
        assert_int_equal(blocks->count, 1);
        memory_free(blocks);
        pixels[width + 3] = 0xFE102030;
        blocks = blit_blocks_find(pixels, width, width, 3);
        assert_false(blocks->is_all_opaque);
        memory_free(blocks);
        pixels[width + 3] = 0;
        blocks = blit_blocks_find(pixels, width, width, 3);
        assert_false(blocks->is_all_opaque);
        memory_free(blocks);
    }
}

static void a_picture_of_nothing_has_no_blocks(void **state)
{
    (void)state;
    uint32_t pixels[64 * 2] = {0};
    for (int width = 10; width <= 64; width += 54) {
        struct blit_blocks *blocks = blit_blocks_find(pixels, width, width, 2);
        assert_int_equal(blocks->count, 0);
        assert_int_equal(blocks->outline_count, 0);
        assert_false(blocks->is_all_opaque);
        memory_free(blocks);
    }
}

static void painting_is_the_formula_at_every_pixel_inside_the_clip_and_nothing_outside(void **state)
{
    (void)state;
    uint32_t random = 11;
    uint32_t pixels[SIDE * SIDE], target_pixels[SIDE * SIDE], expected[SIDE * SIDE];
    for (int round = 0; round < 200; round++) {
        int width = 1 + (int)(next_random(&random) % SIDE);
        int height = 1 + (int)(next_random(&random) % SIDE);
        int left = (int)(next_random(&random) % 150) - 60;
        int top = (int)(next_random(&random) % 150) - 60;
        uint32_t tint = round % 3 == 0 ? 0xA0FF8040 : 0xFFFFFFFF;
        struct blit_rect clip = {MARGIN, MARGIN, SIDE - (int)(next_random(&random) % 40), SIDE - MARGIN};
        fill_pixels(pixels, SIDE * SIDE, &random);
        fill_pixels(target_pixels, SIDE * SIDE, &random);
        memcpy(expected, target_pixels, sizeof expected);
        for (int y = clip.y0; y < clip.y1; y++) {
            for (int x = clip.x0; x < clip.x1; x++) {
                if (x >= left && x < left + width && y >= top && y < top + height) {
                    uint32_t pixel =
                        blit_pixel_tinted(pixels[(y - top) * SIDE + x - left], blit_premultiply(tint));
                    expected[y * SIDE + x] = blit_pixel_over(expected[y * SIDE + x], pixel);
                }
            }
        }
        struct blit_blocks *blocks = blit_blocks_find(pixels, SIDE, width, height);
        struct blit_picture picture = {width, height, pixels, SIDE, blocks};
        struct blit_target target = {target_pixels, SIDE, SIDE, SIDE};
        blit_picture_paint(&picture, &target, clip, left, top, tint, blit_kernels_best());
        assert_memory_equal(expected, target_pixels, sizeof expected);
        memory_free(blocks);
    }
}

static void a_filled_rectangle_is_blended_when_it_is_translucent(void **state)
{
    (void)state;
    uint32_t pixels[SIDE];
    struct blit_target target = {pixels, SIDE, SIDE, 1};
    for (int i = 0; i < SIDE; i++) {
        pixels[i] = 0xFF000000;
    }
    blit_fill(&target, (struct blit_rect){3, 0, 90, 1}, 0x80FF0000, blit_kernels_best());
    blit_fill(&target, (struct blit_rect){10, 0, 20, 1}, 0xFF00FF00, blit_kernels_best());
    assert_int_equal(pixels[2], 0xFF000000);
    assert_int_equal(pixels[3], 0xFF800000);
    assert_int_equal(pixels[10], 0xFF00FF00);
    assert_int_equal(pixels[20], 0xFF800000);
    assert_int_equal(pixels[89], 0xFF800000);
    assert_int_equal(pixels[90], 0xFF000000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pixel_that_shows_is_in_exactly_one_block),
        cmocka_unit_test(opaque_blocks_hold_opaque_pixels_only),
        cmocka_unit_test(only_pictures_without_a_hole_are_all_opaque),
        cmocka_unit_test(a_picture_of_nothing_has_no_blocks),
        cmocka_unit_test(painting_is_the_formula_at_every_pixel_inside_the_clip_and_nothing_outside),
        cmocka_unit_test(a_filled_rectangle_is_blended_when_it_is_translucent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

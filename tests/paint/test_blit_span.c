#include "support/test.h"

#include "paint/blit_span.h"

#include <string.h>

enum { ROOM = 300 };

static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* Pixels of all kinds: clear, opaque, and every alpha between with colours that do not exceed it. */
static void fill_premultiplied(uint32_t *pixels, int count, uint32_t *state)
{
    for (int i = 0; i < count; i++) {
        uint32_t colour = next_random(state);
        switch (next_random(state) % 4) {
        case 0: colour &= 0x00FFFFFF; break;
        case 1: colour |= 0xFF000000; break;
        default: break;
        }
        pixels[i] = blit_premultiply(colour);
    }
}

static void fill_opaque(uint32_t *pixels, int count, uint32_t *state)
{
    for (int i = 0; i < count; i++) {
        pixels[i] = next_random(state) | 0xFF000000;
    }
}

static void over_is_the_formula_to_the_nearest(void **state)
{
    (void)state;
    for (uint32_t alpha = 0; alpha < 256; alpha++) {
        for (uint32_t below = 0; below < 256; below++) {
            uint32_t blue = alpha + (2 * below * (255 - alpha) + 255) / 510;
            uint32_t got = blit_pixel_over(0xFF000000 | below, (alpha << 24) | alpha);
            assert_int_equal(got, 0xFF000000 | blue);
        }
    }
}

static void tint_is_the_formula_to_the_nearest(void **state)
{
    (void)state;
    for (uint32_t value = 0; value < 256; value++) {
        for (uint32_t factor = 0; factor < 256; factor++) {
            uint32_t got = blit_pixel_tinted(value * 0x01010101, factor * 0x01010101);
            assert_int_equal(got, (2 * value * factor + 255) / 510 * 0x01010101);
        }
    }
}

static void premultiplied_colours_never_exceed_alpha(void **state)
{
    (void)state;
    assert_int_equal(blit_premultiply(0xFF123456), 0xFF123456);
    assert_int_equal(blit_premultiply(0x00FFFFFF), 0);
    assert_int_equal(blit_premultiply(0x80FF0080), 0x80800040);
    for (uint32_t alpha = 0; alpha < 256; alpha++) {
        assert_int_equal(blit_premultiply((alpha << 24) | 0xFFFFFF), alpha * 0x01010101);
    }
}

/* Every width around the vectors' sizes and the long rows', at every alignment, compared with the formula
 * pixel by pixel; what is beside the rectangle must stay. */
static void all_kernels_are_the_formula_bit_for_bit(void **state)
{
    (void)state;
    uint32_t random = 1;
    enum { PITCH = ROOM, ROWS = 3 };
    static uint32_t from[ROWS * PITCH], below[ROWS * PITCH], expected[3][ROWS * PITCH], got[ROWS * PITCH];
    for (int number = 0; blit_kernels_number(number) != NULL; number++) {
        const struct blit_kernels *kernels = blit_kernels_number(number);
        for (int round = 0; round < 700; round++) {
            int width = round < 600 ? round % 60 : 200 + round % 90;
            int offset = round % 9;
            uint32_t tint = blit_premultiply(next_random(&random));
            fill_premultiplied(from, ROWS * PITCH, &random);
            fill_opaque(below, ROWS * PITCH, &random);
            for (int kind = 0; kind < 3; kind++) {
                memcpy(expected[kind], below, sizeof below);
            }
            for (int y = 0; y < ROWS; y++) {
                for (int x = 0; x < width; x++) {
                    int at = y * PITCH + offset + x;
                    uint32_t above = from[y * PITCH + 3 + x];
                    expected[0][at] = above;
                    expected[1][at] = blit_pixel_over(below[at], above);
                    expected[2][at] = blit_pixel_over(below[at], blit_pixel_tinted(above, tint));
                }
            }
            memcpy(got, below, sizeof got);
            kernels->copy(got + offset, PITCH, from + 3, PITCH, width, ROWS);
            assert_memory_equal(expected[0], got, sizeof got);
            memcpy(got, below, sizeof got);
            kernels->over(got + offset, PITCH, from + 3, PITCH, width, ROWS);
            assert_memory_equal(expected[1], got, sizeof got);
            memcpy(got, below, sizeof got);
            kernels->over_tinted(got + offset, PITCH, from + 3, PITCH, width, ROWS, tint);
            assert_memory_equal(expected[2], got, sizeof got);
        }
    }
}

static void move_is_memmove_at_every_distance(void **state)
{
    (void)state;
    uint32_t random = 7;
    for (int number = 0; blit_kernels_number(number) != NULL; number++) {
        const struct blit_kernels *kernels = blit_kernels_number(number);
        for (size_t distance = 0; distance < 70; distance++) {
            for (size_t start = 0; start < 9; start++) {
                uint32_t expected[ROOM], got[ROOM];
                fill_opaque(expected, ROOM, &random);
                memcpy(got, expected, sizeof got);
                size_t count = next_random(&random) % (ROOM - distance - start + 1);
                memmove(expected + start, expected + start + distance, count * sizeof *expected);
                kernels->move(got + start, got + start + distance, count);
                assert_memory_equal(expected, got, sizeof got);
                memmove(expected + start + distance, expected + start, count * sizeof *expected);
                kernels->move(got + start + distance, got + start, count);
                assert_memory_equal(expected, got, sizeof got);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(over_is_the_formula_to_the_nearest),
        cmocka_unit_test(tint_is_the_formula_to_the_nearest),
        cmocka_unit_test(premultiplied_colours_never_exceed_alpha),
        cmocka_unit_test(all_kernels_are_the_formula_bit_for_bit),
        cmocka_unit_test(move_is_memmove_at_every_distance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

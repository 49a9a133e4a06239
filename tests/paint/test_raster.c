#include "paint/raster.h"

#include "support/test.h"

#include <string.h>

static SDL_Surface *make(const char *svg, int width_px, int height_px, struct error *error)
{
    struct text text = {0};
    text_add(&text, svg);
    SDL_Surface *surface = raster_svg(&text, width_px, height_px, error);
    text_free(&text);
    return surface;
}

static uint32_t pixel_at(const SDL_Surface *surface, int x, int y)
{
    return ((const uint32_t *)surface->pixels)[y * surface->pitch / 4 + x];
}

static void an_opaque_picture_is_opaque_to_its_edges_at_every_size(void **state)
{
    (void)state;
    for (int side = 8; side <= 512; side += 7) {
        SDL_Surface *surface =
            make("<svg viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" fill=\"#B98A58\"/></svg>", side,
                 side, NULL);
        assert_int_equal(surface->w, side);
        assert_int_equal(pixel_at(surface, 0, 0), 0xFFB98A58);
        assert_int_equal(pixel_at(surface, side - 1, 0), 0xFFB98A58);
        assert_int_equal(pixel_at(surface, side - 1, side - 1), 0xFFB98A58);
        SDL_FreeSurface(surface);
    }
}

static void the_picture_fills_both_directions(void **state)
{
    (void)state;
    SDL_Surface *surface = make("<svg xmlns='x' width='64' height='32' preserveAspectRatio='xMidYMid'>"
                                "<rect x='32' width='32' height='32' fill='#ff0000'/></svg>",
                                20, 50, NULL);
    assert_int_equal(surface->w, 20);
    assert_int_equal(surface->h, 50);
    assert_int_equal(pixel_at(surface, 9, 25), 0);
    assert_int_equal(pixel_at(surface, 10, 0), 0xFFFF0000);
    assert_int_equal(pixel_at(surface, 19, 49), 0xFFFF0000);
    SDL_FreeSurface(surface);
}

static void what_is_no_picture_is_an_error(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "plain words", "<svg", "<svg>", "<svg width='1'><rect/></svg>"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct error error = {0};
        assert_null(make(bad[i], 10, 10, &error));
        assert_int_equal(error.status, STATUS_ENVIRONMENT);
    }
}

static int ink_across_the_middle(const char *svg, int side_px)
{
    SDL_Surface *surface = make(svg, side_px, side_px, NULL);
    int ink = 0;
    for (int x = 0; x < side_px; x++) {
        ink += (int)(pixel_at(surface, x, side_px / 2) >> 24);
    }
    SDL_FreeSurface(surface);
    return ink;
}

static void an_outline_of_the_root_stays_wide_enough_to_be_seen(void **state)
{
    (void)state;
    static const char outline[] = "<svg viewBox='0 0 100 100' stroke-width='2'>"
                                  "<path d='M50 0V100' stroke='#000'/></svg>";
    static const char line[] = "<svg viewBox='0 0 100 100'>"
                               "<path d='M50 0V100' stroke='#000' stroke-width='2'/></svg>";
    assert_in_range(ink_across_the_middle(line, 10), 255 / 5 - 16, 255 / 5 + 16);
    int least = (int)(255 * RASTER_LINE_MIN_PX);
    assert_in_range(ink_across_the_middle(outline, 10), least - 16, least + 16);
    assert_int_equal(ink_across_the_middle(outline, 100), ink_across_the_middle(line, 100));
}

static void multiplying_rounds_to_the_nearest(void **state)
{
    (void)state;
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, 256, 1, 32, SDL_PIXELFORMAT_ARGB8888);
    uint32_t *pixels = surface->pixels;
    for (uint32_t alpha = 0; alpha < 256; alpha++) {
        pixels[alpha] = alpha << 24 | 0xFF8001;
    }
    raster_premultiply(surface);
    for (uint32_t alpha = 0; alpha < 256; alpha++) {
        assert_int_equal(pixels[alpha] >> 24, alpha);
        assert_int_equal(pixels[alpha] >> 16 & 255, alpha);
        assert_int_equal(pixels[alpha] >> 8 & 255, (128 * alpha + 127) / 255);
        assert_int_equal(pixels[alpha] & 255, alpha >= 128);
    }
    SDL_FreeSurface(surface);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_opaque_picture_is_opaque_to_its_edges_at_every_size),
        cmocka_unit_test(the_picture_fills_both_directions),
        cmocka_unit_test(what_is_no_picture_is_an_error),
        cmocka_unit_test(an_outline_of_the_root_stays_wide_enough_to_be_seen),
        cmocka_unit_test(multiplying_rounds_to_the_nearest),
    };
    return cmocka_run_group_tests_name("raster", tests, NULL, NULL);
}

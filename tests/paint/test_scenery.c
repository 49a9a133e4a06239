/* The pictures of scene/picture.h as pixels: what their table promises, at sizes that divide a picture evenly
 * and at such that do not. */
#include "paint/raster.h"
#include "scene/picture.h"
#include "support/test.h"

#include <stdlib.h>

static const int SIZES_PX[] = {8, 16, 32, 45, 61};
enum { SIZES = sizeof SIZES_PX / sizeof SIZES_PX[0] };

static SDL_Surface *pixels_of(int picture, int zoom_px)
{
    struct text svg = {0};
    struct error error;
    struct picture_info info = picture_info(picture);
    int width_px = (info.width * zoom_px + 512) / 1024;
    int height_px = (info.height * zoom_px + 512) / 1024;
    SDL_Surface *surface = NULL;
    if (picture_svg(picture, "assets", &svg, &error)) {
        surface = raster_svg(&svg, width_px > 0 ? width_px : 1, height_px > 0 ? height_px : 1, &error);
    }
    text_free(&svg);
    if (surface == NULL) {
        fail_msg("%s at %d px: %s", info.name, zoom_px, error.text);
    }
    return surface;
}

static uint32_t pixel(const SDL_Surface *surface, int x, int y)
{
    const char *row = (const char *)surface->pixels + (ptrdiff_t)y * surface->pitch;
    return ((const uint32_t *)(const void *)row)[x];
}

/* How many pixels are not fully opaque, and not empty. */
static void count_pixels(const SDL_Surface *surface, int *thin, int *seen)
{
    *thin = 0;
    *seen = 0;
    for (int y = 0; y < surface->h; y++) {
        for (int x = 0; x < surface->w; x++) {
            *thin += pixel(surface, x, y) >> 24 != 255;
            *seen += pixel(surface, x, y) >> 24 != 0;
        }
    }
}

static void opaque_pictures_cover_every_pixel(void **state)
{
    (void)state;
    for (int picture = 0; picture < PICTURE_FLAME_FIRST; picture++) {
        for (int i = 0; i < SIZES && picture_info(picture).is_opaque; i++) {
            SDL_Surface *surface = pixels_of(picture, SIZES_PX[i]);
            int thin, seen;
            count_pixels(surface, &thin, &seen);
            if (thin != 0) {
                fail_msg("%s at %d px: %d pixels are not opaque", picture_info(picture).name, SIZES_PX[i],
                         thin);
            }
            SDL_FreeSurface(surface);
        }
    }
}

static void other_pictures_leave_some_free_and_are_seen_at_any_size(void **state)
{
    (void)state;
    for (int picture = 0; picture < PICTURE_PUPPET_FIRST; picture++) {
        for (int i = 0; i < SIZES && !picture_info(picture).is_opaque; i++) {
            SDL_Surface *surface = pixels_of(picture, SIZES_PX[i]);
            int thin, seen;
            count_pixels(surface, &thin, &seen);
            if (thin == 0 || seen == 0) {
                fail_msg("%s at %d px: %d of %d pixels are seen, %d are not opaque",
                         picture_info(picture).name, SIZES_PX[i], seen, surface->w * surface->h, thin);
            }
            SDL_FreeSurface(surface);
        }
    }
}

/* The rasteriser rounds colours at the rim, but not so that it could be seen. */
static void assert_kraft(const SDL_Surface *surface, int x, int y)
{
    const uint32_t kraft = 0xB98A58;
    uint32_t argb = pixel(surface, x, y);
    for (int shift = 0; shift < 24; shift += 8) {
        int off = (int)(argb >> shift & 255) - (int)(kraft >> shift & 255);
        if (abs(off) > 2) {
            fail_msg("(%d,%d) of %d pixels: %08X", x, y, surface->w, (unsigned)argb);
        }
    }
}

static void blocks_of_earth_join_without_a_seam(void **state)
{
    (void)state;
    for (int i = 1; i < SIZES; i++) { /* at 8 px a pixel is more than the margin */
        for (int variant = 0; variant < 4; variant++) {
            SDL_Surface *surface = pixels_of(PICTURE_EARTH_1 + variant, SIZES_PX[i]);
            int last = SIZES_PX[i] - 1;
            for (int at = 0; at <= last; at++) {
                assert_kraft(surface, at, 0);
                assert_kraft(surface, at, last);
                assert_kraft(surface, 0, at);
                assert_kraft(surface, last, at);
            }
            SDL_FreeSurface(surface);
        }
    }
}

/* Mean of the grey values, weighted by alpha, over white. */
static double brightness(int picture)
{
    SDL_Surface *surface = pixels_of(picture, 32);
    double sum = 0;
    for (int y = 0; y < surface->h; y++) {
        for (int x = 0; x < surface->w; x++) {
            uint32_t argb = pixel(surface, x, y);
            double grey = 0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255);
            sum += 255 + (grey - 255) * (argb >> 24) / 255;
        }
    }
    sum /= surface->w * surface->h;
    SDL_FreeSurface(surface);
    return sum;
}

static void metal_is_darker_than_earth_and_paper_is_far_lighter(void **state)
{
    (void)state;
    for (int variant = 0; variant < 4; variant++) {
        double earth = brightness(PICTURE_EARTH_1 + variant);
        assert_true(brightness(PICTURE_METAL_1 + variant) < earth - 12);
        assert_true(brightness(PICTURE_PAPER) > earth + 80);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opaque_pictures_cover_every_pixel),
        cmocka_unit_test(other_pictures_leave_some_free_and_are_seen_at_any_size),
        cmocka_unit_test(blocks_of_earth_join_without_a_seam),
        cmocka_unit_test(metal_is_darker_than_earth_and_paper_is_far_lighter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

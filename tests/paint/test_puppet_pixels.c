/* The frames of scene/puppet.h as pixels: there is something in each, and none of it is cut off at an edge.
 */
#include "paint/raster.h"
#include "scene/puppet.h"
#include "scene/scene.h"
#include "support/test.h"

static SDL_Surface *pixels_of(int frame, int zoom_px)
{
    const struct puppet_info info = puppet_info(frame);
    struct text svg = {0};
    struct error error;
    puppet_svg(frame, &svg);
    SDL_Surface *surface = raster_svg(&svg, (info.width * zoom_px + SCENE_UNITS - 1) / SCENE_UNITS,
                                      (info.height * zoom_px + SCENE_UNITS - 1) / SCENE_UNITS, &error);
    text_free(&svg);
    if (surface == NULL) {
        fail_msg("%s %d: %s", info.name, info.step, error.text);
    }
    return surface;
}

static unsigned alpha(const SDL_Surface *surface, int x, int y)
{
    const char *row = (const char *)surface->pixels + (ptrdiff_t)y * surface->pitch;
    return ((const uint32_t *)(const void *)row)[x] >> 24;
}

static void nothing_is_cut_off_at_an_edge(void **state)
{
    (void)state;
    for (int frame = 0; frame < PUPPET_FRAME_COUNT; frame++) {
        SDL_Surface *surface = pixels_of(frame, 48);
        unsigned most = 0;
        for (int x = 0; x < surface->w; x++) {
            most |= alpha(surface, x, 0) | alpha(surface, x, surface->h - 1);
        }
        for (int y = 0; y < surface->h; y++) {
            most |= alpha(surface, 0, y) | alpha(surface, surface->w - 1, y);
        }
        SDL_FreeSurface(surface);
        if (most > 8) {
            fail_msg("%s %d reaches its edge", puppet_info(frame).name, puppet_info(frame).step);
        }
    }
}

static void every_frame_shows_something_even_at_16_px(void **state)
{
    (void)state;
    for (int frame = 0; frame < PUPPET_FRAME_COUNT; frame++) {
        SDL_Surface *surface = pixels_of(frame, 16);
        unsigned most = 0;
        for (int y = 0; y < surface->h; y++) {
            for (int x = 0; x < surface->w; x++) {
                most = alpha(surface, x, y) > most ? alpha(surface, x, y) : most;
            }
        }
        SDL_FreeSurface(surface);
        if (most < 40) {
            fail_msg("%s %d is empty", puppet_info(frame).name, puppet_info(frame).step);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_cut_off_at_an_edge),
        cmocka_unit_test(every_frame_shows_something_even_at_16_px),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "paint/batch.h"

#include "paint/sample.h"

enum { SIDE_PX = 16, RED = 0, BLUE = 1 };

struct fixture {
    SDL_Surface *surface;
    struct paint_context context;
    struct batch *batch;
    struct atlas_place places[2];
};

static void fill_page(struct fixture *fixture, int page, uint32_t colour)
{
    uint32_t pixels[4 * 4];
    for (int i = 0; i < 4 * 4; i++) {
        pixels[i] = colour;
    }
    SDL_Texture *texture = SDL_CreateTexture(fixture->context.renderer, SDL_PIXELFORMAT_ARGB8888,
                                             SDL_TEXTUREACCESS_STATIC, 4, 4);
    SDL_UpdateTexture(texture, NULL, pixels, 4 * (int)sizeof *pixels);
    fixture->places[page] = (struct atlas_place){texture, {0, 0, 4, 4}, 4.0f, 4.0f};
}

static int open_batch(void **state)
{
    struct fixture *fixture = memory_get(sizeof *fixture);
    fixture->surface = SDL_CreateRGBSurfaceWithFormat(0, SIDE_PX, SIDE_PX, 32, SDL_PIXELFORMAT_RGB888);
    fixture->context.renderer = SDL_CreateSoftwareRenderer(fixture->surface);
    fixture->context.is_software = true;
    fixture->batch = batch_open(&fixture->context);
    fill_page(fixture, RED, 0xFFFF0000);
    fill_page(fixture, BLUE, 0xFF0000FF);
    *state = fixture;
    return 0;
}

static int close_batch(void **state)
{
    struct fixture *fixture = *state;
    batch_close(fixture->batch);
    for (int i = 0; i < 2; i++) {
        SDL_DestroyTexture(fixture->places[i].texture);
    }
    SDL_DestroyRenderer(fixture->context.renderer);
    SDL_FreeSurface(fixture->surface);
    memory_free(fixture);
    return 0;
}

static void add(struct fixture *fixture, int page, int x, int y)
{
    batch_add(fixture->batch, &fixture->places[page], SDL_BLENDMODE_BLEND, &(SDL_Rect){x, y, 4, 4}, false,
              UINT32_MAX);
}

static uint32_t pixel(const struct fixture *fixture, int x, int y)
{
    const uint32_t *pixels = fixture->surface->pixels;
    return pixels[y * fixture->surface->pitch / 4 + x] & 0xFFFFFF;
}

static void rectangles_of_one_texture_are_one_call(void **state)
{
    struct fixture *fixture = *state;
    for (int i = 0; i < 3; i++) {
        add(fixture, RED, 4 * i, 0);
    }
    batch_flush(fixture->batch);
    assert_int_equal(fixture->context.counts.draw_calls, 1);
}

/* Else a picture that goes on an atlas meanwhile would cut the frame in two. */
static void nothing_is_drawn_before_all_is_collected(void **state)
{
    struct fixture *fixture = *state;
    add(fixture, RED, 0, 0);
    add(fixture, BLUE, 4, 0);
    batch_add_plain(fixture->batch, &(SDL_Rect){8, 0, 4, 4}, 0xFF00FF00);
    add(fixture, RED, 12, 0);
    assert_int_equal(fixture->context.counts.draw_calls, 0);
    batch_flush(fixture->batch);
    assert_int_equal(fixture->context.counts.draw_calls, 4);
    SDL_RenderFlush(fixture->context.renderer);
    assert_int_equal(pixel(fixture, 1, 1), 0xFF0000);
    assert_int_equal(pixel(fixture, 5, 1), 0x0000FF);
    assert_int_equal(pixel(fixture, 9, 1), 0x00FF00);
    assert_int_equal(pixel(fixture, 13, 1), 0xFF0000);
}

static void what_is_added_later_is_in_front(void **state)
{
    struct fixture *fixture = *state;
    add(fixture, RED, 0, 0);
    add(fixture, BLUE, 2, 0);
    add(fixture, RED, 4, 0);
    batch_flush(fixture->batch);
    SDL_RenderFlush(fixture->context.renderer);
    assert_int_equal(pixel(fixture, 1, 1), 0xFF0000);
    assert_int_equal(pixel(fixture, 3, 1), 0x0000FF);
    assert_int_equal(pixel(fixture, 5, 1), 0xFF0000);
}

static void what_was_drawn_is_not_drawn_again(void **state)
{
    struct fixture *fixture = *state;
    add(fixture, RED, 0, 0);
    batch_flush(fixture->batch);
    batch_flush(fixture->batch);
    assert_int_equal(fixture->context.counts.draw_calls, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rectangles_of_one_texture_are_one_call, open_batch, close_batch),
        cmocka_unit_test_setup_teardown(nothing_is_drawn_before_all_is_collected, open_batch, close_batch),
        cmocka_unit_test_setup_teardown(what_is_added_later_is_in_front, open_batch, close_batch),
        cmocka_unit_test_setup_teardown(what_was_drawn_is_not_drawn_again, open_batch, close_batch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

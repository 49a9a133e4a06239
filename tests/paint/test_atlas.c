#include "paint/atlas.h"

#include "paint/sample.h"

struct fixture {
    SDL_Surface *surface;
    struct paint_context context;
    struct atlas *atlas;
};

static int open_atlas(void **state)
{
    struct fixture *fixture = memory_get(sizeof *fixture);
    struct picture_cache_settings settings = {
        .source = &sample_source, .folder = "assets", .bytes_max = 64 << 20};
    fixture->surface = SDL_CreateRGBSurfaceWithFormat(0, 64, 64, 32, SDL_PIXELFORMAT_RGB888);
    fixture->context.renderer = SDL_CreateSoftwareRenderer(fixture->surface);
    fixture->context.surface = fixture->surface;
    fixture->context.is_software = true;
    fixture->context.texture_max_px = 1024;
    fixture->context.pictures = picture_cache_open(&settings, NULL);
    fixture->atlas = atlas_open(&fixture->context);
    *state = fixture;
    return 0;
}

static int close_atlas(void **state)
{
    struct fixture *fixture = *state;
    atlas_close(fixture->atlas);
    picture_cache_close(fixture->context.pictures);
    SDL_DestroyRenderer(fixture->context.renderer);
    SDL_FreeSurface(fixture->surface);
    memory_free(fixture);
    return 0;
}

static struct picture_pixels make(struct fixture *fixture, int side)
{
    return picture_cache_need(fixture->context.pictures, SAMPLE_EARTH, (struct picture_size){side, side},
                              false);
}

static void begin(struct fixture *fixture)
{
    picture_cache_begin(fixture->context.pictures, 32);
    atlas_begin(fixture->atlas, 32);
}

static void pictures_do_not_overlap(void **state)
{
    struct fixture *fixture = *state;
    struct atlas_place places[90];
    begin(fixture);
    for (int i = 0; i < 90; i++) {
        struct picture_pixels pixels = make(fixture, 10 + i);
        places[i] = atlas_get(fixture->atlas, &pixels);
        assert_non_null(places[i].texture);
        assert_int_equal(places[i].rect.w, 10 + i);
        assert_true(places[i].rect.x + places[i].rect.w < 1024 && places[i].rect.y + places[i].rect.h < 1024);
        for (int k = 0; k < i; k++) {
            assert_false(places[k].texture == places[i].texture &&
                         SDL_HasIntersection(&places[k].rect, &places[i].rect));
        }
    }
}

static void a_picture_stays_where_it_is(void **state)
{
    struct fixture *fixture = *state;
    struct picture_pixels pixels = make(fixture, 40);
    struct atlas_place first = atlas_get(fixture->atlas, &pixels);
    begin(fixture);
    struct atlas_place second = atlas_get(fixture->atlas, &pixels);
    assert_memory_equal(&first.rect, &second.rect, sizeof first.rect);
    assert_ptr_equal(first.texture, second.texture);
}

/* However many sizes come by, pages that are no longer drawn from are used again. */
static void pages_are_used_again(void **state)
{
    struct fixture *fixture = *state;
    for (int side = 300; side < 420; side++) {
        begin(fixture);
        struct picture_pixels pixels = make(fixture, side);
        assert_non_null(atlas_get(fixture->atlas, &pixels).texture);
    }
    assert_in_range(atlas_pages(fixture->atlas), 1, 3);
}

/* A large texture takes as long to make as several frames: while somebody zooms only small ones are made. */
static void pages_are_no_larger_than_needed(void **state)
{
    struct fixture *fixture = *state;
    struct picture_pixels small = make(fixture, 40);
    struct atlas_place place = atlas_get(fixture->atlas, &small);
    assert_in_range((int)(place.width_px * place.height_px), 1, 1024 * 512);
    struct picture_pixels large = make(fixture, 700);
    place = atlas_get(fixture->atlas, &large);
    assert_int_equal(place.rect.h, 700);
    assert_in_range((int)(place.width_px * place.height_px), 700 * 700, 1024 * 1024);
    assert_int_equal(atlas_pages(fixture->atlas), 2);
}

/* What a gliding zoom needs is made before it begins. */
static void while_the_zoom_rests_pages_for_other_zooms_are_made_ahead(void **state)
{
    struct fixture *fixture = *state;
    fixture->context.output_w_px = 500;
    fixture->context.output_h_px = 600;
    begin(fixture);
    assert_int_equal(atlas_pages(fixture->atlas), 0);
    for (int frame = 0; frame < 10; frame++) {
        int before = atlas_pages(fixture->atlas);
        begin(fixture);
        assert_in_range(atlas_pages(fixture->atlas) - before, 0, 1);
    }
    assert_int_equal(atlas_pages(fixture->atlas), 3);
    for (int zoom_px = 33; zoom_px < 60; zoom_px++) {
        atlas_begin(fixture->atlas, zoom_px);
        struct picture_pixels pixels = make(fixture, 256);
        assert_non_null(atlas_get_for(fixture->atlas, &pixels, zoom_px, zoom_px).texture);
    }
    assert_int_equal(atlas_pages(fixture->atlas), 3);
}

/* With GL a call costs more than a page: the first one is there from the beginning and has room for all. */
static void on_gl_the_first_page_is_large(void **state)
{
    struct fixture *fixture = *state;
    atlas_close(fixture->atlas);
    fixture->context.is_software = false;
    fixture->atlas = atlas_open(&fixture->context);
    assert_int_equal(atlas_pages(fixture->atlas), 1);
    struct picture_pixels pixels = make(fixture, 40);
    assert_int_equal((int)atlas_get(fixture->atlas, &pixels).height_px, 1024);
    assert_int_equal(atlas_pages(fixture->atlas), 1);
}

static void a_picture_larger_than_a_page_is_left_out(void **state)
{
    struct fixture *fixture = *state;
    struct picture_pixels pixels = make(fixture, 1023);
    assert_null(atlas_get(fixture->atlas, &pixels).texture);
    pixels = (struct picture_pixels){0};
    assert_null(atlas_get(fixture->atlas, &pixels).texture);
}

static void after_clearing_all_is_made_anew(void **state)
{
    struct fixture *fixture = *state;
    struct picture_pixels pixels = make(fixture, 40);
    atlas_get(fixture->atlas, &pixels);
    atlas_clear(fixture->atlas);
    assert_int_equal(atlas_pages(fixture->atlas), 0);
    assert_non_null(atlas_get(fixture->atlas, &pixels).texture);
    assert_int_equal(atlas_pages(fixture->atlas), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(pictures_do_not_overlap, open_atlas, close_atlas),
        cmocka_unit_test_setup_teardown(a_picture_stays_where_it_is, open_atlas, close_atlas),
        cmocka_unit_test_setup_teardown(pages_are_used_again, open_atlas, close_atlas),
        cmocka_unit_test_setup_teardown(pages_are_no_larger_than_needed, open_atlas, close_atlas),
        cmocka_unit_test_setup_teardown(while_the_zoom_rests_pages_for_other_zooms_are_made_ahead, open_atlas,
                                        close_atlas),
        cmocka_unit_test_setup_teardown(on_gl_the_first_page_is_large, open_atlas, close_atlas),
        cmocka_unit_test_setup_teardown(a_picture_larger_than_a_page_is_left_out, open_atlas, close_atlas),
        cmocka_unit_test_setup_teardown(after_clearing_all_is_made_anew, open_atlas, close_atlas),
    };
    return cmocka_run_group_tests_name("atlas", tests, NULL, NULL);
}

#include "paint/place.h"

#include "support/test.h"

static const struct camera camera = {
    .zoom_px = 20, .view_w_px = 100, .view_h_px = 80, .x_px = -3.4, .y_px = 2.6};

static struct scene_item item_at(enum scene_layer layer, int x, int y, int width, int height)
{
    return (struct scene_item){.x = x, .y = y, .width = width, .height = height, .layer = (uint8_t)layer};
}

static void the_camera_stands_on_whole_pixels(void **state)
{
    (void)state;
    SDL_Point origin = paint_origin(&camera);
    assert_int_equal(origin.x, -3);
    assert_int_equal(origin.y, 3);
}

static void a_cell_is_where_the_camera_says(void **state)
{
    (void)state;
    struct scene_item item = item_at(LAYER_BLOCKS, 2 * SCENE_UNITS, SCENE_UNITS, SCENE_UNITS, SCENE_UNITS);
    SDL_Rect place;
    assert_true(paint_place(&item, &camera, &place));
    assert_int_equal(place.x, 43);
    assert_int_equal(place.y, 17);
    assert_int_equal(place.w, 20);
    assert_int_equal(place.h, 20);
}

static void parts_of_a_cell_meet_without_gap_or_overlap(void **state)
{
    (void)state;
    for (int zoom = 8; zoom <= 67; zoom++) {
        for (int cut = 1; cut < SCENE_UNITS; cut += 37) {
            struct scene_item upper = item_at(LAYER_WATER, -SCENE_UNITS, -SCENE_UNITS, SCENE_UNITS, cut);
            struct scene_item lower =
                item_at(LAYER_WATER, -SCENE_UNITS, -SCENE_UNITS + cut, SCENE_UNITS, SCENE_UNITS - cut);
            SDL_Rect a = paint_place_in_world(&upper, zoom);
            SDL_Rect b = paint_place_in_world(&lower, zoom);
            assert_int_equal(a.y, -zoom);
            int end = a.h > 1 || b.y > a.y ? a.y + a.h : b.y; /* a sliver still has one pixel */
            assert_true(end >= b.y && end <= b.y + 1);
            assert_true(b.y + b.h >= 0 && b.y + b.h <= 1);
        }
    }
}

static void what_moves_keeps_its_size(void **state)
{
    (void)state;
    struct scene_item still = item_at(LAYER_RABBITS, 0, 0, 700, 900);
    SDL_Rect first = paint_place_in_world(&still, 33);
    for (int x = 0; x < 3 * SCENE_UNITS; x += 11) {
        struct scene_item moved = item_at(LAYER_RABBITS, x, -x, 700, 900);
        SDL_Rect place = paint_place_in_world(&moved, 33);
        assert_int_equal(place.w, first.w);
        assert_int_equal(place.h, first.h);
    }
}

static void what_is_out_of_view_is_left_out(void **state)
{
    (void)state;
    SDL_Rect place;
    struct scene_item left = item_at(LAYER_BLOCKS, -2 * SCENE_UNITS, 0, SCENE_UNITS, SCENE_UNITS);
    struct scene_item touching = item_at(LAYER_BLOCKS, -SCENE_UNITS, 0, SCENE_UNITS, SCENE_UNITS);
    struct scene_item right = item_at(LAYER_BLOCKS, 5 * SCENE_UNITS, 0, SCENE_UNITS, SCENE_UNITS);
    struct scene_item far_away = item_at(LAYER_BLOCKS, 2000000 * 1000, 0, SCENE_UNITS, SCENE_UNITS);
    assert_false(paint_place(&left, &camera, &place));
    assert_true(paint_place(&touching, &camera, &place));
    assert_false(paint_place(&right, &camera, &place));
    assert_false(paint_place(&far_away, &camera, &place));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_camera_stands_on_whole_pixels),
        cmocka_unit_test(a_cell_is_where_the_camera_says),
        cmocka_unit_test(parts_of_a_cell_meet_without_gap_or_overlap),
        cmocka_unit_test(what_moves_keeps_its_size),
        cmocka_unit_test(what_is_out_of_view_is_left_out),
    };
    return cmocka_run_group_tests_name("place", tests, NULL, NULL);
}

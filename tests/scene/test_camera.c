#include "scene/camera.h"
#include "support/test.h"

#include <math.h>

/* A world of 100 x 50 cells in a view of 640 x 480 px: larger than the view at the nominal zoom. */
static struct camera big_world(void)
{
    struct camera camera;
    camera_init(&camera, 100, 50, 640, 480);
    return camera;
}

static void assert_close(double a, double b)
{
    if (fabs(a - b) > 1e-9) {
        fail_msg("%.12f is not %.12f", a, b);
    }
}

static void a_new_camera_shows_the_middle_at_the_nominal_zoom(void **state)
{
    (void)state;
    struct camera camera = big_world();
    assert_int_equal(camera.zoom_px, 32);
    assert_close(camera.x_px, (3200 - 640) / 2.0);
    assert_close(camera.y_px, (1600 - 480) / 2.0);
}

static void a_small_world_is_centred_whatever_one_does(void **state)
{
    (void)state;
    struct camera camera;
    camera_init(&camera, 10, 5, 640, 481);
    camera_pan(&camera, 1000, -3);
    assert_close(camera.x_px, -160);
    assert_close(camera.y_px, -160.5);
    camera_zoom_at(&camera, 64, 3, 470);
    assert_close(camera.x_px, 0);
    assert_close(camera.y_px, -80.5);
}

static void panning_stops_exactly_at_the_borders(void **state)
{
    (void)state;
    struct camera camera = big_world();
    camera_pan(&camera, -1e9, -1e9);
    assert_close(camera.x_px, 0);
    assert_close(camera.y_px, 0);
    camera_pan(&camera, 1e9, 1e9);
    assert_close(camera.x_px, 2560);
    assert_close(camera.y_px, 1120);
}

static void each_axis_is_centred_or_clamped_for_itself(void **state)
{
    (void)state;
    struct camera camera;
    camera_init(&camera, 100, 5, 640, 480);
    camera_pan(&camera, -1e9, 77);
    assert_close(camera.x_px, 0);
    assert_close(camera.y_px, -160);
}

static void fractions_of_a_pixel_add_up(void **state)
{
    (void)state;
    struct camera camera = big_world();
    for (int i = 0; i < 8; i++) {
        camera_pan(&camera, 0.125, -0.25);
    }
    assert_close(camera.x_px, 1281);
    assert_close(camera.y_px, 558);
}

static void zooming_keeps_the_point_under_the_cursor(void **state)
{
    (void)state;
    const int zooms_px[] = {16, 17, 32, 45, 64, 511, 512, 20};
    struct camera camera = big_world();
    double cell_x = (camera.x_px + 123.25) / camera.zoom_px;
    double cell_y = (camera.y_px + 321.75) / camera.zoom_px;
    for (size_t i = 0; i < sizeof(zooms_px) / sizeof(zooms_px[0]); i++) {
        camera_zoom_at(&camera, zooms_px[i], 123.25, 321.75);
        assert_int_equal(camera.zoom_px, zooms_px[i]);
        assert_close((camera.x_px + 123.25) / camera.zoom_px, cell_x);
        assert_close((camera.y_px + 321.75) / camera.zoom_px, cell_y);
    }
}

static void doubling_and_halving_the_zoom_is_exact(void **state)
{
    (void)state;
    struct camera camera = big_world();
    camera_pan(&camera, 7, 5);
    struct camera before = camera;
    camera_zoom_at(&camera, 64, 100, 100);
    camera_zoom_at(&camera, 32, 100, 100);
    assert_true(camera.x_px == before.x_px && camera.y_px == before.y_px);
}

static void the_zoom_stays_between_8_and_512(void **state)
{
    (void)state;
    struct camera camera = big_world();
    camera_zoom_at(&camera, 0, 320, 240);
    assert_int_equal(camera.zoom_px, 8);
    camera_zoom_at(&camera, 513, 320, 240);
    assert_int_equal(camera.zoom_px, 512);
}

static void resizing_keeps_the_middle_in_the_middle(void **state)
{
    (void)state;
    struct camera camera = big_world();
    camera_pan(&camera, 100, 50);
    double middle_x = camera.x_px + 320;
    double middle_y = camera.y_px + 240;
    camera_resize(&camera, 801, 600);
    assert_int_equal(camera.view_w_px, 801);
    assert_close(camera.x_px + 400.5, middle_x);
    assert_close(camera.y_px + 300, middle_y);
}

static void fitting_takes_the_largest_zoom_that_shows_everything(void **state)
{
    (void)state;
    struct camera camera;
    camera_init(&camera, 20, 10, 659, 480);
    camera_fit(&camera);
    assert_int_equal(camera.zoom_px, 32); /* 33 would need 660 */
    assert_close(camera.x_px, -9.5);
    assert_close(camera.y_px, -80);
    camera_resize(&camera, 660, 480);
    camera_fit(&camera);
    assert_int_equal(camera.zoom_px, 33);
}

static void fitting_keeps_to_the_range_of_zooms(void **state)
{
    (void)state;
    struct camera camera;
    camera_init(&camera, 4096, 4096, 640, 480);
    camera_fit(&camera);
    assert_int_equal(camera.zoom_px, 8);
    assert_close(camera.x_px, (4096 * 8 - 640) / 2.0);
    camera_init(&camera, 1, 1, 6400, 4800);
    camera_fit(&camera);
    assert_int_equal(camera.zoom_px, 512);
}

static void cells_are_found_up_to_their_last_pixel(void **state)
{
    (void)state;
    struct camera camera = big_world();
    camera_pan(&camera, -1e9, -1e9);
    int x = -9;
    int y = -9;
    assert_true(camera_cell_at(&camera, 31, 31, &x, &y));
    assert_int_equal(x, 0);
    assert_int_equal(y, 0);
    assert_true(camera_cell_at(&camera, 32, 63, &x, &y));
    assert_int_equal(x, 1);
    assert_int_equal(y, 1);
}

static void left_of_and_above_the_world_is_outside(void **state)
{
    (void)state;
    struct camera camera;
    camera_init(&camera, 2, 2, 128, 128); /* 32 px of nothing on every side */
    int x = 0;
    int y = 0;
    assert_false(camera_cell_at(&camera, 31, 40, &x, &y));
    assert_int_equal(x, -1);
    assert_int_equal(y, 0);
    assert_false(camera_cell_at(&camera, 40, 31, &x, &y));
    assert_int_equal(y, -1);
    assert_true(camera_cell_at(&camera, 32, 32, &x, &y));
    assert_true(camera_cell_at(&camera, 95, 95, &x, &y));
    assert_int_equal(x, 1);
    assert_int_equal(y, 1);
    assert_false(camera_cell_at(&camera, 96, 95, &x, &y));
    assert_int_equal(x, 2);
}

static void the_cells_in_view_are_those_with_at_least_a_pixel_in_it(void **state)
{
    (void)state;
    struct camera camera = big_world();
    camera_pan(&camera, -1e9, -1e9);
    camera_pan(&camera, 32, 31.5);
    int x0 = 0;
    int y0 = 0;
    int x1 = 0;
    int y1 = 0;
    camera_cells_in_view(&camera, 0, &x0, &y0, &x1, &y1);
    assert_int_equal(x0, 1);
    assert_int_equal(x1, 21);
    assert_int_equal(y0, 0);
    assert_int_equal(y1, 16);
    camera_cells_in_view(&camera, 2, &x0, &y0, &x1, &y1);
    assert_int_equal(x0, -1);
    assert_int_equal(x1, 23);
    assert_int_equal(y0, -2);
    assert_int_equal(y1, 18);
}

static void the_cells_around_a_small_world_are_in_view_too(void **state)
{
    (void)state;
    struct camera camera;
    camera_init(&camera, 2, 2, 129, 128);
    int x0 = 0;
    int y0 = 0;
    int x1 = 0;
    int y1 = 0;
    camera_cells_in_view(&camera, 0, &x0, &y0, &x1, &y1);
    assert_int_equal(x0, -2); /* half a pixel of it */
    assert_int_equal(x1, 4);
    assert_int_equal(y0, -1);
    assert_int_equal(y1, 3);
}

static void a_place_rounded_to_pixels_shows_no_cell_that_is_not_in_view(void **state)
{
    (void)state;
    struct camera camera = big_world();
    for (int zoom_px = 8; zoom_px <= 40; zoom_px++) {
        camera_zoom_at(&camera, zoom_px, 320, 240);
        for (int i = 0; i < 300; i++) {
            camera_pan(&camera, 0.37, 0.21);
            int x_px = (int)floor(camera.x_px + 0.5);
            int y_px = (int)floor(camera.y_px + 0.5);
            int x0 = 0;
            int y0 = 0;
            int x1 = 0;
            int y1 = 0;
            camera_cells_in_view(&camera, 0, &x0, &y0, &x1, &y1);
            assert_true(x_px >= x0 * zoom_px && x_px + 640 <= x1 * zoom_px);
            assert_true(y_px >= y0 * zoom_px && y_px + 480 <= y1 * zoom_px);
        }
    }
}

static void the_ladder_goes_up_and_down_and_ends(void **state)
{
    (void)state;
    assert_int_equal(zoom_step(8, 1), 12);
    assert_int_equal(zoom_step(32, 1), 48);
    assert_int_equal(zoom_step(33, 1), 48);
    assert_int_equal(zoom_step(33, -1), 32);
    assert_int_equal(zoom_step(32, -1), 24);
    assert_int_equal(zoom_step(512, 1), 512);
    assert_int_equal(zoom_step(8, -1), 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_camera_shows_the_middle_at_the_nominal_zoom),
        cmocka_unit_test(a_small_world_is_centred_whatever_one_does),
        cmocka_unit_test(panning_stops_exactly_at_the_borders),
        cmocka_unit_test(each_axis_is_centred_or_clamped_for_itself),
        cmocka_unit_test(fractions_of_a_pixel_add_up),
        cmocka_unit_test(zooming_keeps_the_point_under_the_cursor),
        cmocka_unit_test(doubling_and_halving_the_zoom_is_exact),
        cmocka_unit_test(the_zoom_stays_between_8_and_512),
        cmocka_unit_test(resizing_keeps_the_middle_in_the_middle),
        cmocka_unit_test(fitting_takes_the_largest_zoom_that_shows_everything),
        cmocka_unit_test(fitting_keeps_to_the_range_of_zooms),
        cmocka_unit_test(cells_are_found_up_to_their_last_pixel),
        cmocka_unit_test(left_of_and_above_the_world_is_outside),
        cmocka_unit_test(the_cells_in_view_are_those_with_at_least_a_pixel_in_it),
        cmocka_unit_test(the_cells_around_a_small_world_are_in_view_too),
        cmocka_unit_test(a_place_rounded_to_pixels_shows_no_cell_that_is_not_in_view),
        cmocka_unit_test(the_ladder_goes_up_and_down_and_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The path cached: what it costs in calls. Every call of SDL's that draws is counted, each of which is at
 * most one draw call of GL: SDL joins them, but never divides one. */
#include "paint/golden_scene.h"
#include "paint/sample.h"

enum { VIEW_W_PX = 1280, VIEW_H_PX = 720, CHUNK_PX = 512, LAYERS = LAYER_VOID + 1 };

/* On the software driver a call costs nothing by itself: there rectangles of plain colour are fills, not
 * parts of a batch. */
static const char *const drivers[] = {"opengl", "opengles2"};
enum { DRIVERS = sizeof drivers / sizeof drivers[0] };

static struct painter *open_cached(const char *driver)
{
    struct paint_settings settings = sample_settings(driver, PATH_CACHED);
    settings.source = NULL;
    settings.width_px = VIEW_W_PX;
    settings.height_px = VIEW_H_PX;
    return sample_open(&settings);
}

static int floor_divide(int value, int divisor)
{
    return value / divisor - (value % divisor < 0);
}

/* How many chunks a stretch of the world touches, in one direction; chunks hold whole cells. */
static int chunks_across(double from_px, int length_px, int zoom_px)
{
    int side_px = CHUNK_PX / zoom_px * zoom_px;
    int first = floor_divide((int)from_px, side_px);
    return floor_divide((int)from_px + length_px - 1, side_px) - first + 1;
}

static void look_at(struct golden_scene *golden, int zoom_px)
{
    golden_open(golden, zoom_px, VOID_TORN_PAPER);
    golden->camera.view_w_px = VIEW_W_PX;
    golden->camera.view_h_px = VIEW_H_PX;
}

static void a_frame_is_a_copy_of_each_chunk_and_a_batch_of_each_layer(void **state)
{
    (void)state;
    static const int zooms_px[] = {16, 24, 32, 48, 64, 96, 128, 256};
    for (int d = 0; d < DRIVERS; d++) {
        struct painter *painter = open_cached(drivers[d]);
        for (size_t z = 0; painter != NULL && z < sizeof zooms_px / sizeof zooms_px[0]; z++) {
            struct golden_scene golden;
            look_at(&golden, zooms_px[z]);
            painter_settle(painter, &golden.scene, &golden.camera);
            painter_draw(painter, &golden.scene, &golden.camera);
            int chunks = chunks_across(golden.camera.x_px, VIEW_W_PX, zooms_px[z]) *
                         chunks_across(golden.camera.y_px, VIEW_H_PX, zooms_px[z]);
            int calls = painter_state(painter).draw_calls;
            if (calls > chunks + LAYERS) {
                fail_msg("%s, %d px: %d calls for %d chunks", drivers[d], zooms_px[z], calls, chunks);
            }
            assert_true(calls > 1);
            golden_close(&golden);
        }
        painter_close(painter);
    }
}

int main(void)
{
    sample_start_offscreen();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_frame_is_a_copy_of_each_chunk_and_a_batch_of_each_layer),
    };
    return cmocka_run_group_tests_name("path_cached", tests, NULL, NULL);
}

#include "bench/limits_window.h"

#include "bench/interrupt.h"
#include "bench/limits_frame.h"
#include "bench/limits_memory.h"
#include "frame/stats.h"

enum {
    WIDTH_PX = 3840,
    HEIGHT_PX = 2160,
    WORLD_W_CELLS = 260,
    WORLD_H_CELLS = 150,
    FRAMES = 300, /* more than the side of the square that the camera goes round */
    COPY_EVERY = 15
};

static const double WARM_S = 0.3;
static const int ZOOMS_PX[LIMITS_WINDOW_ZOOMS] = {16, 64, 256};

/* Copies of a frame in memory are taken between the frames, each of which is followed by a frame that is not
 * timed. */
static void measure(struct painter *painter, struct limits_scene *scene, struct limits_memory *memory,
                    struct limits_window *window, int zoom)
{
    double frame_ms[FRAMES], copy_ms[FRAMES / COPY_EVERY];
    limits_warm_up(painter, scene, WARM_S);
    for (int i = 0; i < FRAMES; i++) {
        if (i % COPY_EVERY == 0) {
            copy_ms[i / COPY_EVERY] = limits_memory_copy_ms(memory);
            limits_draw_frame(painter, scene);
        }
        frame_ms[i] = limits_draw_frame(painter, scene).ms;
    }
    window->memcpy_ms = stats_median(copy_ms, FRAMES / COPY_EVERY);
    window->ratio[scene->mode][zoom] = stats_median(frame_ms, FRAMES) / window->memcpy_ms;
}

bool limits_measure_window(struct limits_result *result, const char *assets, struct error *error)
{
    struct painter *painter =
        limits_open_painter("software", PATH_BLIT, "best", WIDTH_PX, HEIGHT_PX, assets, error);
    if (painter == NULL) {
        return false;
    }
    struct limits_memory *memory = limits_memory_open((size_t)WIDTH_PX * HEIGHT_PX * 4);
    struct limits_scene scene;
    limits_scene_open(&scene, WORLD_W_CELLS, WORLD_H_CELLS);
    struct limits_window window = {.width_px = WIDTH_PX, .height_px = HEIGHT_PX};
    for (int zoom = 0; zoom < LIMITS_WINDOW_ZOOMS && !interrupt_came(); zoom++) {
        window.zooms_px[zoom] = ZOOMS_PX[zoom];
        for (int camera = 0; camera < LIMITS_CAMERAS; camera++) {
            limits_scene_place(&scene, (enum limits_camera)camera, ZOOMS_PX[zoom], WIDTH_PX, HEIGHT_PX);
            measure(painter, &scene, memory, &window, zoom);
        }
    }
    if (!interrupt_came()) {
        result->window = window;
    }
    limits_scene_close(&scene);
    limits_memory_close(memory);
    painter_close(painter);
    return true;
}

#include "bench/limits_special.h"

#include "bench/limits_frame.h"
#include "frame/stats.h"

#include <stddef.h>

enum {
    SMALL_W_CELLS = 40,
    SMALL_H_CELLS = 31,
    LARGE_CELLS = 4096,
    LARGE_ZOOM_PX = 64,
    LARGE_FRAMES = 1200,
    CROWD_ZOOM_PX = 16,
    CROWD_FRAMES = 600,
    CROWD_COPIES = 60
};

static const double WARM_S = 0.6;

/* The same room in a small level and in the largest, each with a painter of its own, drawn in turn. */
bool limits_measure_large(struct limits_result *result, const char *assets, struct error *error)
{
    static const int sizes[2][2] = {{SMALL_W_CELLS, SMALL_H_CELLS}, {LARGE_CELLS, LARGE_CELLS}};
    static double frame_ms[2][LARGE_FRAMES];
    struct limits_scene scenes[2];
    struct painter *painters[2] = {NULL, NULL};
    bool is_good = true;
    for (int k = 0; k < 2; k++) {
        limits_scene_open(&scenes[k], sizes[k][0], sizes[k][1]);
        limits_scene_place(&scenes[k], LIMITS_PAN, LARGE_ZOOM_PX, result->width_px, result->height_px);
        painters[k] = is_good ? limits_open_painter("software", PATH_BLIT, "best", result->width_px,
                                                    result->height_px, assets, error)
                              : NULL;
        is_good = is_good && painters[k] != NULL;
    }
    for (int k = 0; k < 2 && is_good; k++) {
        limits_warm_up(painters[k], &scenes[k], WARM_S);
    }
    for (int i = 0; i < LARGE_FRAMES && is_good; i++) {
        for (int k = 0; k < 2; k++) {
            frame_ms[k][i] = limits_draw_frame(painters[k], &scenes[k]).ms;
        }
    }
    if (is_good) {
        result->large =
            (struct limits_large){LARGE_ZOOM_PX, LARGE_CELLS, stats_median(frame_ms[0], LARGE_FRAMES),
                                  stats_median(frame_ms[1], LARGE_FRAMES)};
    }
    for (int k = 0; k < 2; k++) {
        painter_close(painters[k]);
        limits_scene_close(&scenes[k]);
    }
    return is_good;
}

static int count_in_view(const struct limits_scene *scene)
{
    const struct camera *camera = &scene->camera;
    int count;
    int in_view = 0;
    const struct rabbit *rabbits = world_rabbits(scene->level.world, &count);
    for (int i = 0; i < count; i++) {
        double x = (double)rabbits[i].x * camera->zoom_px - camera->x_px;
        double y = (double)rabbits[i].y * camera->zoom_px - camera->y_px;
        in_view +=
            x > -camera->zoom_px && y > -camera->zoom_px && x < camera->view_w_px && y < camera->view_h_px;
    }
    return in_view;
}

bool limits_measure_crowd(struct limits_result *result, struct limits_memory *memory, const char *assets,
                          struct error *error)
{
    double frame_ms[CROWD_FRAMES], copy_ms[CROWD_COPIES];
    struct painter *painter = limits_open_painter("software", PATH_BLIT, "best", result->width_px,
                                                  result->height_px, assets, error);
    if (painter == NULL) {
        return false;
    }
    struct limits_scene scene;
    limits_scene_open_crowd(&scene, LIMITS_WORLD_W_CELLS, LIMITS_WORLD_H_CELLS);
    limits_scene_place(&scene, LIMITS_STILL, CROWD_ZOOM_PX, result->width_px, result->height_px);
    limits_warm_up(painter, &scene, WARM_S);
    for (int i = 0; i < CROWD_COPIES; i++) {
        copy_ms[i] = limits_memory_copy_ms(memory);
    }
    for (int i = 0; i < CROWD_FRAMES; i++) {
        frame_ms[i] = limits_draw_frame(painter, &scene).ms;
    }
    stats_sort(frame_ms, CROWD_FRAMES);
    result->crowd = (struct limits_crowd){.rabbits = count_in_view(&scene),
                                          .zoom_px = CROWD_ZOOM_PX,
                                          .median_ms = stats_median_sorted(frame_ms, CROWD_FRAMES),
                                          .p99_ms = stats_quantile_sorted(frame_ms, CROWD_FRAMES, 0.99),
                                          .ratio = stats_median_sorted(frame_ms, CROWD_FRAMES) /
                                                   stats_median(copy_ms, CROWD_COPIES)};
    limits_scene_close(&scene);
    painter_close(painter);
    return true;
}

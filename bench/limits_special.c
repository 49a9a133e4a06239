#include "bench/limits_special.h"

#include "bench/interrupt.h"
#include "bench/limits_frame.h"
#include "frame/clock.h"
#include "frame/stats.h"

#include <stddef.h>

enum {
    SMALL_W_CELLS = 40,
    SMALL_H_CELLS = 31,
    LARGE_CELLS = 4096,
    LARGE_ZOOM_PX = 64,
    LARGE_FRAMES = 1200,
    WORLD_W_CELLS = 120,
    WORLD_H_CELLS = 70,
    CROWD_ZOOM_PX = 16,
    CROWD_FRAMES = 600,
    CROWD_COPIES = 60,
    GLIDE_FROM_PX = 16,
    GLIDE_TO_PX = 256,
    GLIDE_FRAMES = 2 * (GLIDE_TO_PX - GLIDE_FROM_PX) + 1,
    GLIDE_ROUNDS = 2,
    GLIDE_AROUND = 4, /* frames on either side that a frame is compared with */
    GLIDE_PACE_NS = 8333333,
    MACHINE_COPIES = 40 /* in the place of a frame */
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
    limits_scene_open_crowd(&scene, WORLD_W_CELLS, WORLD_H_CELLS);
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

/* How much more than the median of the frames around it. */
static double excess_ms(const double *frame_ms, int at)
{
    double around[2 * GLIDE_AROUND];
    int count = 0;
    for (int i = at - GLIDE_AROUND; i <= at + GLIDE_AROUND; i++) {
        if (i >= 0 && i < GLIDE_FRAMES && i != at) {
            around[count++] = frame_ms[i];
        }
    }
    return frame_ms[at] - stats_median(around, count);
}

static int glide_zoom(int frame)
{
    int half = GLIDE_TO_PX - GLIDE_FROM_PX;
    return frame <= half ? GLIDE_FROM_PX + frame : GLIDE_TO_PX - (frame - half);
}

/* All rounds, frame by frame. */
struct gliding {
    double frame_ms[GLIDE_ROUNDS][GLIDE_FRAMES], cpu_ms[GLIDE_ROUNDS][GLIDE_FRAMES];
};

/* The most that the same frame took too long in each round; *once: in any of them. */
static double most_excess_ms(double rounds[GLIDE_ROUNDS][GLIDE_FRAMES], int *at, double *once)
{
    double most = 0;
    *at = 0;
    *once = 0;
    for (int i = 0; i < GLIDE_FRAMES; i++) {
        double least = excess_ms(rounds[0], i);
        for (int round = 0; round < GLIDE_ROUNDS; round++) {
            double excess = excess_ms(rounds[round], i);
            least = excess < least ? excess : least;
            *once = excess > *once ? excess : *once;
        }
        *at = least > most ? i : *at;
        most = least > most ? least : most;
    }
    return most;
}

static struct limits_glide glide_of(struct gliding *gliding)
{
    int at, cpu_at;
    double cpu_once;
    struct limits_glide glide = {.frames = GLIDE_FRAMES};
    glide.cpu_excess_ms = most_excess_ms(gliding->cpu_ms, &cpu_at, &cpu_once);
    glide.excess_ms = most_excess_ms(gliding->frame_ms, &at, &glide.once_ms);
    glide.at_zoom_px = glide_zoom(at);
    glide.median_ms = stats_median(gliding->frame_ms[0], GLIDE_ROUNDS * GLIDE_FRAMES);
    return glide;
}

void limits_measure_machine(struct limits_result *result, struct limits_memory *memory)
{
    static struct gliding gliding;
    double copies_ms[MACHINE_COPIES];
    for (int i = 0; i < GLIDE_ROUNDS * GLIDE_FRAMES && !interrupt_came(); i++) {
        uint64_t cpu_ns = clock_thread_cpu_ns();
        uint64_t start_ns = clock_ns();
        limits_memory_copies_ms(memory, copies_ms, MACHINE_COPIES);
        gliding.frame_ms[i / GLIDE_FRAMES][i % GLIDE_FRAMES] = (double)(clock_ns() - start_ns) / 1e6;
        gliding.cpu_ms[i / GLIDE_FRAMES][i % GLIDE_FRAMES] = (double)(clock_thread_cpu_ns() - cpu_ns) / 1e6;
    }
    if (!interrupt_came()) {
        result->machine = glide_of(&gliding);
    }
}

/* With a painter of its own, so that all pictures are made anew. */
static bool glide_once(const struct limits_result *result, enum paint_path path, const char *assets,
                       double *frame_ms, double *cpu_ms, struct error *error)
{
    struct painter *painter =
        limits_open_painter("software", path, "best", result->width_px, result->height_px, assets, error);
    if (painter == NULL) {
        return false;
    }
    struct limits_scene scene;
    limits_scene_open(&scene, WORLD_W_CELLS, WORLD_H_CELLS);
    limits_scene_place(&scene, LIMITS_STILL, GLIDE_FROM_PX, result->width_px, result->height_px);
    limits_warm_up(painter, &scene, WARM_S);
    uint64_t next_ns = clock_ns();
    for (int i = 0; i < GLIDE_FRAMES && !interrupt_came(); i++) {
        camera_zoom_at(&scene.camera, glide_zoom(i), result->width_px / 2.0, result->height_px / 2.0);
        struct limits_frame frame = limits_draw_frame(painter, &scene);
        frame_ms[i] = frame.ms;
        cpu_ms[i] = frame.cpu_ms;
        next_ns += GLIDE_PACE_NS;
        clock_sleep_until_ns(next_ns);
    }
    limits_scene_close(&scene);
    painter_close(painter);
    return true;
}

bool limits_measure_glide(struct limits_result *result, enum paint_path path, const char *assets,
                          struct error *error)
{
    static struct gliding gliding;
    bool is_good = true;
    for (int round = 0; round < GLIDE_ROUNDS && is_good; round++) {
        is_good = glide_once(result, path, assets, gliding.frame_ms[round], gliding.cpu_ms[round], error);
    }
    if (is_good && !interrupt_came()) {
        result->glides[path] = glide_of(&gliding);
    }
    return is_good;
}

#include "bench/limits_frame.h"

#include "frame/clock.h"

static const uint64_t PACE_NS = 16666667;

struct painter *limits_open_painter(const char *driver, enum paint_path path, const char *quality,
                                    int width_px, int height_px, const char *assets, struct error *error)
{
    struct paint_settings settings = {.driver = driver,
                                      .path = path,
                                      .width_px = width_px,
                                      .height_px = height_px,
                                      .title = "warren-bench",
                                      .is_hidden = true,
                                      .looks_ahead = true,
                                      .assets = assets};
    return hint_values_set(&settings.hints, "scale-quality", quality, error) ? painter_open(&settings, error)
                                                                             : NULL;
}

struct limits_frame limits_draw_frame(struct painter *painter, struct limits_scene *scene)
{
    limits_scene_advance(scene);
    uint64_t cpu_ns = clock_thread_cpu_ns();
    uint64_t start_ns = clock_ns();
    limits_scene_build(scene);
    painter_draw(painter, &scene->scene, &scene->camera);
    painter_finish(painter);
    uint64_t finished_ns = clock_ns();
    cpu_ns = clock_thread_cpu_ns() - cpu_ns;
    uint64_t present_ns = clock_ns();
    painter_present(painter);
    return (struct limits_frame){.ms = (double)(finished_ns - start_ns) / 1e6,
                                 .cpu_ms = (double)cpu_ns / 1e6,
                                 .present_ms = (double)(clock_ns() - present_ns) / 1e6};
}

void limits_warm_up(struct painter *painter, struct limits_scene *scene, double seconds)
{
    uint64_t next_ns = clock_ns();
    uint64_t end_ns = next_ns + (uint64_t)(seconds * 1e9);
    limits_scene_build(scene);
    painter_settle(painter, &scene->scene, &scene->camera);
    do {
        limits_draw_frame(painter, scene);
        next_ns += PACE_NS;
        clock_sleep_until_ns(next_ns);
    } while (clock_ns() < end_ns);
}

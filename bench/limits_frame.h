/* One frame of `warren-bench limits`, drawn and timed as the game draws it. */
#ifndef WARREN_BENCH_LIMITS_FRAME_H
#define WARREN_BENCH_LIMITS_FRAME_H

#include "base/error.h"
#include "bench/limits_scene.h"
#include "paint/painter.h"

#include <stdbool.h>

struct limits_frame {
    double ms;         /* from the start of building the scene to the finished picture */
    double cpu_ms;     /* the same, of the processor, as far as the machine knows */
    double present_ms; /* afterwards */
};

struct painter *limits_open_painter(const char *driver, enum paint_path path, const char *quality,
                                    int width_px, int height_px, const char *assets, struct error *error);

/* Moves the scene on, then draws it. */
struct limits_frame limits_draw_frame(struct painter *painter, struct limits_scene *scene);

/* The first so many seconds of play: the pictures of the first frame, as when a level is opened, and then
 * 60 frames a second for the rest of the time. */
void limits_warm_up(struct painter *painter, struct limits_scene *scene, double seconds);

#endif

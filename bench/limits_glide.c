#include "bench/limits_glide.h"

#include "base/memory.h"
#include "bench/interrupt.h"
#include "bench/limits_frame.h"
#include "frame/clock.h"
#include "frame/stats.h"

#include <stdio.h>

enum {
    FROM_PX = 16,
    TO_PX = 256,
    AROUND = 4, /* frames on either side that a frame is compared with */
    GLIDE = 2 * (TO_PX - FROM_PX),
    FRAMES = AROUND + GLIDE + 1 + AROUND, /* the zoom rests before and after: else its ends, which cost most,
                                             would be compared with cheaper frames alone */
    ROUNDS = 2,
    PACE_NS = 8333333,
    MACHINE_COPIES = 20 /* in the place of a frame */
};

static const double WARM_S = 0.4;
static const double ALLOWED_S = 60; /* a second round is not begun later */

/* All rounds, frame by frame. */
struct gliding {
    int rounds; /* so far */
    double frame_ms[ROUNDS][FRAMES], cpu_ms[ROUNDS][FRAMES];
};

/* How much more than the median of the frames around it. */
static double excess_ms(const double *frame_ms, int at)
{
    double around[2 * AROUND];
    int count = 0;
    for (int i = at - AROUND; i <= at + AROUND; i++) {
        if (i >= 0 && i < FRAMES && i != at) {
            around[count++] = frame_ms[i];
        }
    }
    return frame_ms[at] - stats_median(around, count);
}

static int glide_zoom(int frame)
{
    int moves = frame < AROUND ? 0 : frame > AROUND + GLIDE ? GLIDE : frame - AROUND;
    return moves <= GLIDE / 2 ? FROM_PX + moves : TO_PX - (moves - GLIDE / 2);
}

/* The most that the same frame took too long in each round; *once: in any of them. */
static double most_excess_ms(double rounds[ROUNDS][FRAMES], int round_count, int *at, double *once)
{
    double most = 0;
    *at = 0;
    *once = 0;
    for (int i = 0; i < FRAMES; i++) {
        double least = excess_ms(rounds[0], i);
        for (int round = 0; round < round_count; round++) {
            double excess = excess_ms(rounds[round], i);
            least = excess < least ? excess : least;
            *once = excess > *once ? excess : *once;
        }
        *at = least > most ? i : *at;
        most = least > most ? least : most;
    }
    return most;
}

/* Sorts the frames. */
static struct limits_glide glide_of(struct gliding *gliding)
{
    int at, cpu_at;
    double cpu_once;
    int rounds = gliding->rounds;
    struct limits_glide glide = {.frames = FRAMES, .rounds = rounds};
    glide.cpu_excess_ms = most_excess_ms(gliding->cpu_ms, rounds, &cpu_at, &cpu_once);
    glide.excess_ms = most_excess_ms(gliding->frame_ms, rounds, &at, &glide.once_ms);
    glide.at_zoom_px = glide_zoom(at);
    glide.median_ms = stats_median(gliding->frame_ms[0], rounds * FRAMES);
    return glide;
}

void limits_measure_machine(struct limits_result *result, struct limits_memory *memory)
{
    static struct gliding gliding = {.rounds = ROUNDS};
    double copies_ms[MACHINE_COPIES];
    for (int i = 0; i < ROUNDS * FRAMES && !interrupt_came(); i++) {
        uint64_t cpu_ns = clock_thread_cpu_ns();
        uint64_t start_ns = clock_ns();
        limits_memory_copies_ms(memory, copies_ms, MACHINE_COPIES);
        gliding.frame_ms[i / FRAMES][i % FRAMES] = (double)(clock_ns() - start_ns) / 1e6;
        gliding.cpu_ms[i / FRAMES][i % FRAMES] = (double)(clock_thread_cpu_ns() - cpu_ns) / 1e6;
    }
    if (!interrupt_came()) {
        result->machine = glide_of(&gliding);
    }
}

/* With a painter of its own, so that all pictures are made anew. Nothing is kept when a signal comes. */
static bool glide_once(const struct limits_result *result, const struct limits_glider *glider,
                       const char *assets, struct gliding *gliding, struct error *error)
{
    struct painter *painter = limits_open_painter(glider->driver, glider->path, "best", result->width_px,
                                                  result->height_px, assets, error);
    if (painter == NULL) {
        return false;
    }
    struct limits_scene scene;
    limits_scene_open(&scene, LIMITS_WORLD_W_CELLS, LIMITS_WORLD_H_CELLS);
    limits_scene_place(&scene, LIMITS_STILL, FROM_PX, result->width_px, result->height_px);
    limits_warm_up(painter, &scene, WARM_S);
    uint64_t next_ns = clock_ns();
    for (int i = 0; i < FRAMES && !interrupt_came(); i++) {
        camera_zoom_at(&scene.camera, glide_zoom(i), result->width_px / 2.0, result->height_px / 2.0);
        struct limits_frame frame = limits_draw_frame(painter, &scene);
        gliding->frame_ms[gliding->rounds][i] = frame.ms;
        gliding->cpu_ms[gliding->rounds][i] = frame.cpu_ms;
        next_ns += PACE_NS;
        clock_sleep_until_ns(next_ns);
    }
    gliding->rounds += !interrupt_came();
    limits_scene_close(&scene);
    painter_close(painter);
    return true;
}

void limits_measure_glides(struct limits_result *result, const struct limits_glider *gliders, int count,
                           const char *assets)
{
    struct gliding *glidings = memory_get_array((size_t)count, sizeof *glidings);
    uint64_t end_ns = clock_ns() + (uint64_t)(ALLOWED_S * 1e9);
    for (int i = 0; i < ROUNDS * count && !interrupt_came(); i++) {
        const struct limits_glider *glider = &gliders[i % count];
        bool is_due = i < count || (glidings[i % count].rounds > 0 && clock_ns() < end_ns);
        struct error error;
        if (is_due && !glide_once(result, glider, assets, &glidings[i % count], &error)) {
            fprintf(stderr, "note: %s %s is not measured while the zoom glides: %s\n", glider->driver,
                    paint_path_name(glider->path), error.text);
        }
    }
    for (int i = 0; i < count; i++) {
        if (glidings[i].rounds > 0) {
            struct limits_glide *added = limits_result_add_glide(result);
            *added = glide_of(&glidings[i]);
            added->driver = gliders[i].driver;
            added->path = gliders[i].path;
        }
    }
    memory_free(glidings);
}

#include "bench/limits_case.h"

#include "base/memory.h"
#include "bench/interrupt.h"
#include "bench/limits_arithmetic.h"
#include "bench/limits_count.h"
#include "bench/limits_frame.h"
#include "frame/clock.h"
#include "frame/stats.h"

#include <stdint.h>
#include <string.h>

enum {
    FRAMES_MAX = 10800, /* three minutes of panning; of anything else a minute's */
    FRAMES_MIN = 16,
    MEMORY_EVERY = 61,  /* frames: about once a second, and never in step with the cells of a zoom */
    COLD_FRAMES = 8,    /* after that many what a frame needs is in the caches again */
    TYPICAL_FRAMES = 61 /* enough to see how long they take */
};

static const double WARM_S = 0.08;    /* for a case, once its pictures are there ... */
static const double WARM_FAST_S = 1;  /* ... and by blit on software, with them: its first second */
static const double CASE_MAX_S = 1.2; /* for a case: longer than most disturbances */

struct limits_meter {
    struct limits_memory *memory;
    struct limits_scene scene;
    int width_px, height_px;
    double frame_ms[FRAMES_MAX], cpu_ms[FRAMES_MAX], present_ms[FRAMES_MAX], memcpy_ms[FRAMES_MAX];
    double arithmetic_ms[FRAMES_MAX];
    double copies_ms[LIMITS_MEMORY_COPIES]; /* half of them before, half after the frames */
};

struct limits_meter *limits_meter_open(struct limits_memory *memory, int width_px, int height_px)
{
    struct limits_meter *meter = memory_get(sizeof *meter);
    meter->memory = memory;
    meter->width_px = width_px;
    meter->height_px = height_px;
    limits_scene_open(&meter->scene, LIMITS_WORLD_W_CELLS, LIMITS_WORLD_H_CELLS);
    return meter;
}

void limits_meter_close(struct limits_meter *meter)
{
    limits_scene_close(&meter->scene);
    memory_free(meter);
}

static bool is_fast(const struct limits_case *found)
{
    return found->path == PATH_BLIT && strcmp(found->driver, "software") == 0;
}

static double time_for(const struct limits_case *found, double seconds)
{
    return is_fast(found) || seconds > CASE_MAX_S ? CASE_MAX_S : seconds;
}

/* One copy of a frame in memory. What it has driven out of the processor's caches comes back with the next
 * frames, which are not timed: one where a frame takes long, several where it is as short as the copy. */
static double sample_memory(struct limits_meter *meter, struct painter *painter,
                            const struct limits_case *found)
{
    double copy_ms = limits_memory_copy_ms(meter->memory);
    for (int i = 0; i < (is_fast(found) ? COLD_FRAMES : 1); i++) {
        limits_draw_frame(painter, &meter->scene);
    }
    return copy_ms;
}

/* A case whose frames are to be even: how even the machine is at that is measured along with it. */
static bool is_even(const struct limits_case *found)
{
    return is_fast(found) && found->camera == LIMITS_PAN;
}

/* Half of the copies that tell how even the memory is. */
static void copy_memory(struct limits_meter *meter, const struct limits_case *found, int half)
{
    if (is_even(found)) {
        limits_memory_copies_ms(meter->memory, meter->copies_ms + half * (LIMITS_MEMORY_COPIES / 2),
                                LIMITS_MEMORY_COPIES / 2);
    }
}

/* How many turns of arithmetic take as long as a frame of this case does; 0: none are wanted. */
static int64_t find_turns(struct limits_meter *meter, struct painter *painter,
                          const struct limits_case *found)
{
    if (!is_even(found)) {
        return 0;
    }
    double frame_ms[TYPICAL_FRAMES];
    for (int i = 0; i < TYPICAL_FRAMES; i++) {
        frame_ms[i] = limits_draw_frame(painter, &meter->scene).ms;
    }
    return limits_arithmetic_turns(stats_median(frame_ms, TYPICAL_FRAMES));
}

static double unevenness_of(double *sample_ms, int count)
{
    stats_sort(sample_ms, count);
    return stats_quantile_sorted(sample_ms, count, 0.99) / stats_median_sorted(sample_ms, count);
}

static void summarise(struct limits_meter *meter, struct limits_case *found, int frames, int copies)
{
    found->frames = frames;
    stats_sort(meter->frame_ms, frames);
    found->median_ms = stats_median_sorted(meter->frame_ms, frames);
    found->p99_ms = stats_quantile_sorted(meter->frame_ms, frames, 0.99);
    stats_sort(meter->cpu_ms, frames);
    found->cpu_p99_ms = stats_quantile_sorted(meter->cpu_ms, frames, 0.99);
    found->present_ms = stats_median(meter->present_ms, frames);
    found->memcpy_ms = stats_median(meter->memcpy_ms, copies);
    found->ratio = found->median_ms / found->memcpy_ms;
    if (is_even(found)) {
        found->memcpy_unevenness = unevenness_of(meter->copies_ms, LIMITS_MEMORY_COPIES);
        found->arithmetic_unevenness = unevenness_of(meter->arithmetic_ms, frames);
    }
}

bool limits_meter_measure(struct limits_meter *meter, struct painter *painter, double seconds,
                          struct limits_case *found)
{
    copy_memory(meter, found, 0);
    limits_scene_place(&meter->scene, found->camera, found->zoom_px, meter->width_px, meter->height_px);
    bool is_first_second = is_fast(found) && found->camera != LIMITS_REST; /* in which nothing is ever new */
    limits_warm_up(painter, &meter->scene, is_first_second ? WARM_FAST_S : WARM_S);
    int64_t turns = find_turns(meter, painter, found);
    uint64_t end_ns = clock_ns() + (uint64_t)(time_for(found, seconds) * 1e9);
    uint64_t taken_before = limits_count();
    int frames = 0;
    int copies = 0;
    const int frames_max = is_even(found) ? FRAMES_MAX : FRAMES_MAX / 3;
    while (frames < frames_max && (frames < FRAMES_MIN || clock_ns() < end_ns) && !interrupt_came()) {
        if (frames % MEMORY_EVERY == 0) {
            meter->memcpy_ms[copies++] = sample_memory(meter, painter, found);
        }
        struct limits_frame frame = limits_draw_frame(painter, &meter->scene);
        meter->frame_ms[frames] = frame.ms;
        meter->cpu_ms[frames] = frame.cpu_ms;
        meter->present_ms[frames] = frame.present_ms;
        meter->arithmetic_ms[frames] = turns > 0 ? limits_arithmetic_ms(turns) : 0;
        frames++;
    }
    found->allocations = frames > 0 ? (double)(limits_count() - taken_before) / frames : 0;
    copy_memory(meter, found, 1);
    if (frames > 0) {
        summarise(meter, found, frames, copies);
    }
    return frames > 0;
}

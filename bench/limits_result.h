/* What `warren-bench limits` found, as a table for people and as JSON for programs. Measures nothing. */
#ifndef WARREN_BENCH_LIMITS_RESULT_H
#define WARREN_BENCH_LIMITS_RESULT_H

#include "base/text.h"
#include "bench/limits_scene.h"
#include "paint/path.h"

#include <stdint.h>

enum { LIMITS_SCHEMA = 1 };

struct limits_case {
    const char *driver, *quality; /* static storage */
    enum paint_path path;
    int zoom_px;
    enum limits_camera camera;
    int threads;              /* that draw */
    int frames;               /* that were timed */
    double median_ms, p99_ms; /* from the start of building the scene to the finished picture */
    double present_ms;        /* median */
    double cpu_p99_ms;        /* the same, of the processor */
    double memcpy_ms;         /* median, of the frame on one thread, taken between these frames */
    double ratio;             /* median_ms / memcpy_ms */
    double allocations;       /* per frame, Warren's and SDL's */
    /* Of copies of a frame in memory just before and after, one after the other: the 99th percentile by the
     * median. 0: not measured. */
    double memcpy_unevenness;
    /* The same of arithmetic that takes as long as a frame, in turns with the frames: what the machine does
     * to any frame of that length. */
    double arithmetic_unevenness;
};

/* On the software driver, as all but cases and glides: the same view of a small level and of one of 4096 x
 * 4096 cells, frame by frame in turn. */
struct limits_large {
    int zoom_px, cells; /* 0 cells: not measured */
    double small_ms, large_ms;
};

/* A thousand rabbits in view, by blit. */
struct limits_crowd {
    int rabbits, zoom_px; /* 0 rabbits: not measured */
    double median_ms, p99_ms, ratio;
};

/* Blit in a larger window than that of the cases. */
enum { LIMITS_WINDOW_ZOOMS = 3 };
struct limits_window {
    int width_px, height_px; /* 0: not measured */
    double memcpy_ms;        /* of a frame of that size */
    int zooms_px[LIMITS_WINDOW_ZOOMS];
    double ratio[LIMITS_CAMERAS][LIMITS_WINDOW_ZOOMS];
};

/* The zoom goes up and down again, a pixel a frame, twice if there is time: what other work on the machine
 * does to a frame does not come at the same frame again. */
struct limits_glide {
    const char *driver; /* static storage; of frames, not of copies of memory */
    enum paint_path path;
    int frames; /* 0: not measured */
    int rounds;
    double median_ms;
    double excess_ms; /* the most that a frame took longer than the median of those around it, each time */
    int at_zoom_px;   /* where that was */
    double once_ms;   /* the same for any one of the times */
    double cpu_excess_ms; /* like excess_ms, by the processor's time */
};

struct limits_result {
    int width_px, height_px;
    int threads; /* processors */
    double memcpy_p99_ms;
    double memcpy_ms, memset_ms, memcpy_all_ms, memset_all_ms;
    struct limits_case *cases;
    int case_count, case_room;
    struct limits_large large;
    struct limits_crowd crowd;
    struct limits_window window;
    struct limits_glide *glides;
    int glide_count, glide_room;
    struct limits_glide machine; /* the same with copies of memory in the place of frames */
};

/* Both are zeroed, and valid until the next. */
struct limits_case *limits_result_add(struct limits_result *result);
struct limits_glide *limits_result_add_glide(struct limits_result *result);
void limits_result_free(struct limits_result *result);

void limits_result_table(const struct limits_result *result, struct text *out);
void limits_result_json(const struct limits_result *result, struct text *out);

#endif

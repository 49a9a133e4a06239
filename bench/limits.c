#include "bench/limits.h"

#include "base/file.h"
#include "base/memory.h"
#include "bench/interrupt.h"
#include "bench/limits_memory.h"
#include "bench/limits_result.h"
#include "bench/limits_scene.h"
#include "bench/progress.h"
#include "frame/clock.h"
#include "frame/stats.h"
#include "paint/assets.h"
#include "paint/painter.h"

#include <SDL.h>
#include <stdio.h>
#include <string.h>

enum {
    WIDTH_PX = 1280,
    HEIGHT_PX = 720,
    FRAMES_MAX = 3600, /* a minute of panning */
    FRAMES_MIN = 16,
    WARM_FRAMES = 360, /* drawn before a case is timed ... */
    WARM_STRIDE = 11,  /* ... out of so many each, so that all rabbits come to a wall and show every pose */
    MEMORY_EVERY = 16, /* frames: seldom enough that most frames are not the first after a copy */
    MEMORY_SAMPLES = 200,
    WORLD_W_CELLS = 120,
    WORLD_H_CELLS = 70,
    SMALL_W_CELLS = 40,
    SMALL_H_CELLS = 31,
    LARGE_CELLS = 4096,
    LARGE_ZOOM_PX = 64,
    LARGE_FRAMES = 1200,
    CASES_MAX = 4 * PATH_COUNT * 3 * PLAN_LIST_MAX
};

static const double BUDGET_S = 40;    /* for the frames of all cases together, blit's on software apart */
static const double WARM_S = 0.15;    /* for a case, once its pictures are there */
static const double CASE_MAX_S = 2.0; /* for a case: enough for a minute of panning by blit */

static const int ZOOMS_PX[] = {16, 24, 32, 48, 64, 96, 128, 192, 256};
static const char *const QUALITIES[] = {"nearest", "linear", "best"};

struct limits {
    const struct options *options;
    struct text assets;
    struct limits_result result;
    struct limits_memory *memory;
    struct limits_scene scene;
    struct progress progress;
    double share_s; /* time for the frames of a case */
    double frame_ms[FRAMES_MAX], present_ms[FRAMES_MAX], memcpy_ms[FRAMES_MAX];
};

static int zoom_count(const struct options *options)
{
    int asked = options->request.zoom_count;
    return asked > 0 ? asked : (int)(sizeof ZOOMS_PX / sizeof ZOOMS_PX[0]);
}

static int zoom_at(const struct options *options, int i)
{
    return options->request.zoom_count > 0 ? options->request.zooms_px[i] : ZOOMS_PX[i];
}

static struct painter *open_painter(const struct limits *limits, const char *driver, enum paint_path path,
                                    const char *quality, struct error *error)
{
    struct paint_settings settings = {.driver = driver,
                                      .path = path,
                                      .width_px = limits->result.width_px,
                                      .height_px = limits->result.height_px,
                                      .title = "warren-bench",
                                      .is_hidden = true,
                                      .assets = limits->assets.bytes};
    return hint_values_set(&settings.hints, "scale-quality", quality, error) ? painter_open(&settings, error)
                                                                             : NULL;
}

/* One frame, as the game draws it. Returns its ms up to the finished picture. */
static double draw_frame(struct painter *painter, struct limits_scene *scene, double *present_ms)
{
    limits_scene_advance(scene);
    uint64_t start_ns = clock_ns();
    limits_scene_build(scene);
    painter_draw(painter, &scene->scene, &scene->camera);
    painter_finish(painter);
    uint64_t finished_ns = clock_ns();
    painter_present(painter);
    *present_ms = (double)(clock_ns() - finished_ns) / 1e6;
    return (double)(finished_ns - start_ns) / 1e6;
}

/* Until all pictures are there and all poses have been seen, or it takes too long. */
static void warm_up(struct painter *painter, struct limits_scene *scene)
{
    limits_scene_build(scene);
    painter_settle(painter, &scene->scene, &scene->camera);
    uint64_t start_ns = clock_ns();
    for (int i = 0; i < WARM_FRAMES && (double)(clock_ns() - start_ns) / 1e9 < WARM_S; i++) {
        double present_ms;
        for (int skipped = 1; skipped < WARM_STRIDE; skipped++) {
            limits_scene_advance(scene);
        }
        draw_frame(painter, scene, &present_ms);
        painter_settle(painter, &scene->scene, &scene->camera);
    }
}

static double time_for(const struct limits *limits, const struct limits_case *found)
{
    bool is_fast = found->path == PATH_BLIT && strcmp(found->driver, "software") == 0;
    return is_fast || limits->share_s > CASE_MAX_S ? CASE_MAX_S : limits->share_s;
}

static void measure(struct limits *limits, struct painter *painter, struct limits_case *found)
{
    limits_scene_place(&limits->scene, found->camera, found->zoom_px, limits->result.width_px,
                       limits->result.height_px);
    warm_up(painter, &limits->scene);
    uint64_t end_ns = clock_ns() + (uint64_t)(time_for(limits, found) * 1e9);
    uint64_t taken_before = memory_count();
    int frames = 0;
    int copies = 0;
    while (frames < FRAMES_MAX && (frames < FRAMES_MIN || clock_ns() < end_ns) && !interrupt_came()) {
        if (frames % MEMORY_EVERY == 0) {
            limits->memcpy_ms[copies++] = limits_memory_copy_ms(limits->memory);
        }
        limits->frame_ms[frames] = draw_frame(painter, &limits->scene, &limits->present_ms[frames]);
        frames++;
    }
    if (frames == 0) {
        return;
    }
    found->allocations = (double)(memory_count() - taken_before) / frames;
    found->frames = frames;
    stats_sort(limits->frame_ms, frames);
    found->median_ms = stats_median_sorted(limits->frame_ms, frames);
    found->p99_ms = stats_quantile_sorted(limits->frame_ms, frames, 0.99);
    found->present_ms = stats_median(limits->present_ms, frames);
    found->memcpy_ms = stats_median(limits->memcpy_ms, copies);
    found->ratio = found->median_ms / found->memcpy_ms;
}

/* All zooms and cameras of one painter. */
static void measure_painter(struct limits *limits, struct painter *painter, const char *driver,
                            enum paint_path path, const char *quality)
{
    for (int i = 0; i < zoom_count(limits->options); i++) {
        for (int camera = 0; camera < LIMITS_CAMERAS && !interrupt_came(); camera++) {
            char what[96];
            struct limits_case *found = limits_result_add(&limits->result);
            found->driver = driver;
            found->path = path;
            found->quality = quality;
            found->zoom_px = zoom_at(limits->options, i);
            found->camera = (enum limits_camera)camera;
            found->threads = strcmp(driver, "software") == 0 ? 1 : limits->result.threads;
            snprintf(what, sizeof what, "%s %s %s %d px %s", driver, paint_path_name(path), quality,
                     found->zoom_px, limits_camera_name(found->camera));
            progress_begin(&limits->progress, what);
            measure(limits, painter, found);
            char outcome[32];
            snprintf(outcome, sizeof outcome, "%.3f", found->ratio);
            progress_done(&limits->progress, what, outcome);
        }
    }
}

struct planned_painter {
    const char *driver, *quality;
    enum paint_path path;
};

/* Every driver with every path, in every quality if the path looks at it, else in the best. */
static int plan_painters(const struct options *options, struct planned_painter *out)
{
    static const char *const software[] = {"software"};
    const struct plan_request *request = &options->request;
    const char *const *drivers = request->driver_count > 0 ? request->drivers : software;
    int driver_count = request->driver_count > 0 ? request->driver_count : 1;
    int count = 0;
    for (int i = 0; i < driver_count; i++) {
        for (int k = 0; k < (request->path_count > 0 ? request->path_count : PATH_COUNT); k++) {
            enum paint_path path = request->path_count > 0 ? request->paths[k] : (enum paint_path)k;
            int first = hint_is_honoured(HINT_SCALE_QUALITY, drivers[i], path) ? 0 : 2;
            for (int quality = first; quality < 3; quality++) {
                out[count++] = (struct planned_painter){drivers[i], QUALITIES[quality], path};
            }
        }
    }
    return count;
}

static void measure_memory(struct limits *limits)
{
    static double copy_ms[MEMORY_SAMPLES], fill_ms[MEMORY_SAMPLES], copy_all_ms[MEMORY_SAMPLES],
        fill_all_ms[MEMORY_SAMPLES];
    for (int i = 0; i < MEMORY_SAMPLES; i++) {
        copy_ms[i] = limits_memory_copy_ms(limits->memory);
        fill_ms[i] = limits_memory_fill_ms(limits->memory);
        copy_all_ms[i] = limits_memory_copy_all_ms(limits->memory);
        fill_all_ms[i] = limits_memory_fill_all_ms(limits->memory);
    }
    limits->result.memcpy_ms = stats_median(copy_ms, MEMORY_SAMPLES);
    limits->result.memset_ms = stats_median(fill_ms, MEMORY_SAMPLES);
    limits->result.memcpy_all_ms = stats_median(copy_all_ms, MEMORY_SAMPLES);
    limits->result.memset_all_ms = stats_median(fill_all_ms, MEMORY_SAMPLES);
}

/* Does blit pay for what is out of view? The same room in a small level and in the largest, each with a
 * painter of its own, drawn in turn. */
static bool measure_large(struct limits *limits, struct error *error)
{
    static const int sizes[2][2] = {{SMALL_W_CELLS, SMALL_H_CELLS}, {LARGE_CELLS, LARGE_CELLS}};
    static double frame_ms[2][LARGE_FRAMES];
    struct limits_scene scenes[2];
    struct painter *painters[2] = {NULL, NULL};
    bool is_good = true;
    for (int k = 0; k < 2; k++) {
        limits_scene_open(&scenes[k], sizes[k][0], sizes[k][1]);
        limits_scene_place(&scenes[k], LIMITS_PAN, LARGE_ZOOM_PX, limits->result.width_px,
                           limits->result.height_px);
        painters[k] = is_good ? open_painter(limits, "software", PATH_BLIT, "best", error) : NULL;
        is_good = is_good && painters[k] != NULL;
    }
    for (int k = 0; k < 2 && is_good; k++) {
        warm_up(painters[k], &scenes[k]);
    }
    for (int i = 0; i < LARGE_FRAMES && is_good; i++) {
        for (int k = 0; k < 2; k++) {
            double present_ms;
            frame_ms[k][i] = draw_frame(painters[k], &scenes[k], &present_ms);
        }
    }
    if (is_good) {
        limits->result.large =
            (struct limits_large){LARGE_ZOOM_PX, LARGE_CELLS, stats_median(frame_ms[0], LARGE_FRAMES),
                                  stats_median(frame_ms[1], LARGE_FRAMES)};
    }
    for (int k = 0; k < 2; k++) {
        painter_close(painters[k]);
        limits_scene_close(&scenes[k]);
    }
    return is_good;
}

/* Returns how many painters could be opened. */
static int measure_all(struct limits *limits, struct error *error)
{
    struct planned_painter planned[CASES_MAX];
    int count = plan_painters(limits->options, planned);
    int cases = count * zoom_count(limits->options) * LIMITS_CAMERAS;
    limits->share_s = BUDGET_S / cases;
    progress_start(&limits->progress, cases, 0);
    measure_memory(limits);
    limits_scene_open(&limits->scene, WORLD_W_CELLS, WORLD_H_CELLS);
    int opened = 0;
    bool has_blit = false;
    for (int i = 0; i < count && !interrupt_came(); i++) {
        const struct planned_painter *next = &planned[i];
        struct painter *painter = open_painter(limits, next->driver, next->path, next->quality, error);
        if (painter == NULL) {
            fprintf(stderr, "note: %s %s is not measured: %s\n", next->driver, paint_path_name(next->path),
                    error->text);
            continue;
        }
        opened++;
        has_blit = has_blit || next->path == PATH_BLIT;
        measure_painter(limits, painter, next->driver, next->path, next->quality);
        painter_close(painter);
    }
    limits_scene_close(&limits->scene);
    if (has_blit && !interrupt_came() && !measure_large(limits, error)) {
        fprintf(stderr, "note: the large level is not measured: %s\n", error->text);
    }
    progress_end(&limits->progress);
    return opened;
}

bool limits_run(const struct options *options, struct text *out, struct error *error)
{
    struct limits *limits = memory_get(sizeof *limits);
    limits->options = options;
    limits->result.width_px = options->width_px > 0 ? options->width_px : WIDTH_PX;
    limits->result.height_px = options->height_px > 0 ? options->height_px : HEIGHT_PX;
    interrupt_watch();
    bool is_good = assets_find(options->data, &limits->assets, error);
    if (is_good) {
        limits->memory =
            limits_memory_open((size_t)limits->result.width_px * (size_t)limits->result.height_px * 4);
        limits->result.threads = limits_memory_threads(limits->memory);
        is_good = measure_all(limits, error) > 0;
    }
    if (is_good) {
        limits_result_table(&limits->result, out);
    }
    if (is_good && options->json != NULL) {
        struct text json = {0};
        limits_result_json(&limits->result, &json);
        is_good = file_write(options->json, json.bytes, json.length, error);
        text_free(&json);
    }
    limits_memory_close(limits->memory);
    limits_result_free(&limits->result);
    text_free(&limits->assets);
    memory_free(limits);
    return is_good;
}

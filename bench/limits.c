#include "bench/limits.h"

#include "base/file.h"
#include "base/memory.h"
#include "bench/interrupt.h"
#include "bench/limits_case.h"
#include "bench/limits_count.h"
#include "bench/limits_frame.h"
#include "bench/limits_glide.h"
#include "bench/limits_memory.h"
#include "bench/limits_result.h"
#include "bench/limits_special.h"
#include "bench/limits_window.h"
#include "bench/progress.h"
#include "frame/stats.h"
#include "paint/assets.h"
#include "paint/painter.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    WIDTH_PX = 1280,
    HEIGHT_PX = 720,
    MEMORY_SAMPLES = 200,
    CASES_MAX = 4 * PATH_COUNT * 3 * PLAN_LIST_MAX
};

static const double BUDGET_S = 8; /* for the frames of all cases together, blit's on software apart */

static const int ZOOMS_PX[] = {16, 24, 32, 48, 64, 96, 128, 192, 256};
static const char *const QUALITIES[] = {"nearest", "linear", "best"};

struct limits {
    const struct options *options;
    struct text assets;
    struct limits_result result;
    struct limits_memory *memory;
    struct limits_meter *meter;
    struct progress progress;
    double share_s; /* time for the frames of a case */
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

/* What draws everything in every frame costs the same whether anything moves or not. */
static int cameras_of(enum paint_path path)
{
    return path == PATH_COPY || path == PATH_GEOMETRY ? LIMITS_REST : LIMITS_CAMERAS;
}

/* All zooms and cameras of one painter. */
static void measure_painter(struct limits *limits, struct painter *painter, const char *driver,
                            enum paint_path path, const char *quality)
{
    for (int i = 0; i < zoom_count(limits->options); i++) {
        for (int camera = 0; camera < cameras_of(path) && !interrupt_came(); camera++) {
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
            if (!limits_meter_measure(limits->meter, painter, limits->share_s, found)) {
                limits->result.case_count--; /* interrupted before its first frame */
                return;
            }
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
    static double copy_ms[LIMITS_MEMORY_COPIES], fill_ms[MEMORY_SAMPLES], copy_all_ms[MEMORY_SAMPLES],
        fill_all_ms[MEMORY_SAMPLES];
    for (int i = 0; i < MEMORY_SAMPLES; i++) {
        fill_ms[i] = limits_memory_fill_ms(limits->memory);
        copy_all_ms[i] = limits_memory_copy_all_ms(limits->memory);
        fill_all_ms[i] = limits_memory_fill_all_ms(limits->memory);
    }
    for (int i = 0; i < LIMITS_MEMORY_COPIES; i++) {
        copy_ms[i] = limits_memory_copy_ms(limits->memory);
    }
    stats_sort(copy_ms, LIMITS_MEMORY_COPIES);
    limits->result.memcpy_ms = stats_median_sorted(copy_ms, LIMITS_MEMORY_COPIES);
    limits->result.memcpy_p99_ms = stats_quantile_sorted(copy_ms, LIMITS_MEMORY_COPIES, 0.99);
    limits->result.memset_ms = stats_median(fill_ms, MEMORY_SAMPLES);
    limits->result.memcpy_all_ms = stats_median(copy_all_ms, MEMORY_SAMPLES);
    limits->result.memset_all_ms = stats_median(fill_all_ms, MEMORY_SAMPLES);
}

/* What could be opened, each driver and path once. */
struct gliders {
    struct limits_glider list[CASES_MAX];
    int count;
};

static void note_glider(struct gliders *gliders, const struct planned_painter *opened)
{
    const struct limits_glider *last = gliders->count > 0 ? &gliders->list[gliders->count - 1] : NULL;
    if (last == NULL || last->path != opened->path || strcmp(last->driver, opened->driver) != 0) {
        gliders->list[gliders->count++] = (struct limits_glider){opened->driver, opened->path};
    }
}

static bool has_software_blit(const struct gliders *gliders)
{
    for (int i = 0; i < gliders->count; i++) {
        if (gliders->list[i].path == PATH_BLIT && strcmp(gliders->list[i].driver, "software") == 0) {
            return true;
        }
    }
    return false;
}

static void measure_special(struct limits *limits, const struct gliders *gliders)
{
    struct limits_result *result = &limits->result;
    const char *assets = limits->assets.bytes;
    struct error error;
    bool is_good = interrupt_came() || !has_software_blit(gliders) ||
                   (limits_measure_large(result, assets, &error) &&
                    limits_measure_crowd(result, limits->memory, assets, &error) &&
                    limits_measure_window(result, assets, &error));
    if (!is_good) {
        fprintf(stderr, "note: not everything is measured: %s\n", error.text);
    }
    limits_measure_machine(result, limits->memory);
    limits_measure_glides(result, gliders->list, gliders->count, assets);
}

/* Returns how many painters could be opened. */
static int measure_all(struct limits *limits, struct error *error)
{
    struct planned_painter planned[CASES_MAX];
    int count = plan_painters(limits->options, planned);
    int cases = 0;
    for (int i = 0; i < count; i++) {
        cases += cameras_of(planned[i].path) * zoom_count(limits->options);
    }
    limits->share_s = BUDGET_S / cases;
    progress_start(&limits->progress, cases, 0);
    measure_memory(limits);
    limits->meter = limits_meter_open(limits->memory, limits->result.width_px, limits->result.height_px);
    int opened = 0;
    struct gliders gliders = {.count = 0};
    for (int i = 0; i < count && !interrupt_came(); i++) {
        const struct planned_painter *next = &planned[i];
        struct painter *painter =
            limits_open_painter(next->driver, next->path, next->quality, limits->result.width_px,
                                limits->result.height_px, limits->assets.bytes, error);
        if (painter == NULL) {
            fprintf(stderr, "note: %s %s is not measured: %s\n", next->driver, paint_path_name(next->path),
                    error->text);
            continue;
        }
        opened++;
        note_glider(&gliders, next);
        measure_painter(limits, painter, next->driver, next->path, next->quality);
        painter_close(painter);
    }
    limits_meter_close(limits->meter);
    measure_special(limits, &gliders);
    progress_end(&limits->progress);
    return opened;
}

/* Whether a file that is not there yet can be made: better known before everything is measured than after. */
static bool can_be_written(const char *path, struct error *error)
{
    return path == NULL || access(path, F_OK) == 0 || file_write(path, "", 0, error);
}

bool limits_run(const struct options *options, struct text *out, struct error *error)
{
    struct limits *limits = memory_get(sizeof *limits);
    limits->options = options;
    limits->result.width_px = options->width_px > 0 ? options->width_px : WIDTH_PX;
    limits->result.height_px = options->height_px > 0 ? options->height_px : HEIGHT_PX;
    limits_count_start();
    interrupt_watch();
    bool is_good = assets_find(options->data, &limits->assets, error) && can_be_written(options->json, error);
    if (is_good) {
        limits->memory =
            limits_memory_open((size_t)limits->result.width_px * (size_t)limits->result.height_px * 4);
        limits->result.threads = limits_memory_threads(limits->memory);
        is_good = measure_all(limits, error) > 0;
    }
    if (is_good) {
        limits_result_table(&limits->result, out);
    }
    if (interrupt_came()) {
        is_good = error_set(error, STATUS_ENVIRONMENT, "interrupted",
                            "interrupted by signal %d; the table is not whole", interrupt_signal());
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

#include "bench/cost_measure.h"

#include "bench/interrupt.h"
#include "bench/limits_memory.h"
#include "frame/clock.h"
#include "frame/stats.h"
#include "scene/scene.h"
#include "world/build.h"

#include <stdio.h>
#include <string.h>

enum {
    WORLD_CELLS = 200,
    FRAMES_MAX = 120,
    FRAMES_MIN = 8,
    WARM_FRAMES = 6,
    MEMORY_SAMPLES = 60,
    FILLS = 2,
    SIZES = 2
};

static const double SECONDS_QUICK = 0.03;
static const double SECONDS_FULL = 0.15;

/* None is 32: at the size of the pictures nothing is scaled, and a pixel costs less. */
static const int ZOOMS_PX[] = {8, 12, 16, 24, 48, 64, 96, 128};
static const int ZOOMS_QUICK_PX[] = {8, 16, 24, 64, 128};

/* Paper alone, and hills with their edges: more sprites on nearly as many pixels. */
static const int FILLS_PERCENT[FILLS] = {0, 50};

static int zoom_count(bool is_quick)
{
    return is_quick ? (int)(sizeof ZOOMS_QUICK_PX / sizeof ZOOMS_QUICK_PX[0])
                    : (int)(sizeof ZOOMS_PX / sizeof ZOOMS_PX[0]);
}

struct view {
    struct level level; /* only its world and void style are set */
    struct scene scene;
    struct camera camera;
};

/* Blocks on so many per cent of the cells, spread evenly. */
static void open_view(struct view *view, int fill_percent)
{
    struct world *world = world_create(WORLD_CELLS, WORLD_CELLS);
    for (int i = 0; i < WORLD_CELLS * WORLD_CELLS; i++) {
        int x = i % WORLD_CELLS;
        int y = i / WORLD_CELLS;
        if ((x * 7 + y * 3) % 10 < fill_percent / 10) {
            world_add_block(world, x, y, BLOCK_EARTH, (x + y) % 4);
        }
    }
    world_start(world, &(struct world_settings){.num_to_save = 1});
    *view = (struct view){.level = {.world = world, .void_style = VOID_TORN_PAPER}};
}

static void close_view(struct view *view)
{
    scene_free(&view->scene);
    world_destroy(view->level.world);
}

static void place(struct view *view, int zoom_px, int width_px, int height_px)
{
    camera_init(&view->camera, WORLD_CELLS, WORLD_CELLS, width_px, height_px);
    view->camera.zoom_px = zoom_px;
    int middle_px = WORLD_CELLS * zoom_px / 2;
    int half_width_px = width_px / 2;
    int half_height_px = height_px / 2;
    view->camera.x_px = middle_px - half_width_px;
    view->camera.y_px = middle_px - half_height_px;
}

static void build(struct view *view)
{
    scene_build(&view->scene, &view->level, view->level.world, &view->camera, (struct scene_options){0});
}

static double overlap(double from, double to, double end)
{
    double first = from > 0 ? from : 0;
    double last = to < end ? to : end;
    return last > first ? last - first : 0;
}

/* Counts what is in view, each sprite for itself, whatever lies on top of it. */
static void count_sprites(const struct view *view, struct cost_point *point)
{
    double scale = (double)view->camera.zoom_px / SCENE_UNITS;
    for (int i = 0; i < view->scene.count; i++) {
        const struct scene_item *item = &view->scene.items[i];
        double x = item->x * scale - view->camera.x_px;
        double y = item->y * scale - view->camera.y_px;
        double pixels = overlap(x, x + item->width * scale, view->camera.view_w_px) *
                        overlap(y, y + item->height * scale, view->camera.view_h_px);
        point->sprites += pixels > 0;
        point->pixels += pixels;
    }
}

static double draw(struct painter *painter, struct view *view)
{
    view->camera.x_px += 1;
    uint64_t start_ns = clock_ns();
    build(view);
    painter_draw(painter, &view->scene, &view->camera);
    painter_finish(painter);
    double ms = (double)(clock_ns() - start_ns) / 1e6;
    painter_present(painter);
    return ms;
}

static void measure_point(struct painter *painter, struct view *view, double seconds, struct cost_point *out)
{
    double ms[FRAMES_MAX];
    int frames = 0;
    build(view);
    painter_settle(painter, &view->scene, &view->camera);
    for (int i = 0; i < WARM_FRAMES; i++) {
        draw(painter, view);
    }
    uint64_t end_ns = clock_ns() + (uint64_t)(seconds * 1e9);
    while (frames < FRAMES_MAX && (frames < FRAMES_MIN || clock_ns() < end_ns)) {
        ms[frames++] = draw(painter, view);
    }
    count_sprites(view, out);
    out->ms = stats_median(ms, frames);
}

/* All views of one size. */
static void measure_size(const struct cost_request *request, struct arms *arms,
                         const struct arm_settings *settings, struct view *views, struct cost_data *out)
{
    struct error error;
    struct painter *painter = arms_get(arms, settings, &error);
    if (painter == NULL) {
        return;
    }
    for (int zoom = 0; zoom < zoom_count(request->is_quick); zoom++) {
        for (int fill = 0; fill < FILLS && !interrupt_came(); fill++) {
            struct cost_point *point = cost_data_add(out);
            snprintf(point->driver, sizeof point->driver, "%s", settings->driver);
            snprintf(point->path, sizeof point->path, "%s", paint_path_name(settings->path));
            point->zoom_px = request->is_quick ? ZOOMS_QUICK_PX[zoom] : ZOOMS_PX[zoom];
            point->width_px = arms->width_px;
            point->height_px = arms->height_px;
            place(&views[fill], point->zoom_px, arms->width_px, arms->height_px);
            measure_point(painter, &views[fill], request->is_quick ? SECONDS_QUICK : SECONDS_FULL, point);
        }
    }
}

/* The whole view and one of half its sides, which tells what the frame costs from what its pixels do. */
static void measure_path(const struct cost_request *request, const char *driver, enum paint_path path,
                         struct view *views, struct cost_data *out)
{
    struct arm_settings settings = {.driver = driver, .path = path};
    for (int size = 1; size <= SIZES && !interrupt_came(); size++) {
        struct arms arms = {.assets = request->arms->assets,
                            .width_px = request->arms->width_px / size,
                            .height_px = request->arms->height_px / size};
        measure_size(request, &arms, &settings, views, out);
        arms_close_all(&arms);
    }
}

static void measure_memory(const struct arms *arms, struct cost_data *out)
{
    double copy_ms[MEMORY_SAMPLES];
    double fill_ms[MEMORY_SAMPLES];
    struct limits_memory *memory =
        limits_memory_open((size_t)arms->width_px * (size_t)arms->height_px * sizeof(uint32_t));
    for (int i = 0; i < MEMORY_SAMPLES; i++) {
        copy_ms[i] = limits_memory_copy_ms(memory);
        fill_ms[i] = limits_memory_fill_ms(memory);
    }
    limits_memory_close(memory);
    out->memcpy_ms = stats_median(copy_ms, MEMORY_SAMPLES);
    out->memset_ms = stats_median(fill_ms, MEMORY_SAMPLES);
}

void cost_measure(const struct cost_request *request, struct cost_data *out)
{
    struct view views[FILLS];
    for (int i = 0; i < FILLS; i++) {
        open_view(&views[i], FILLS_PERCENT[i]);
    }
    measure_memory(request->arms, out);
    for (int i = 0; i < request->driver_count; i++) {
        if (request->is_quick && strcmp(request->drivers[i], "software") != 0) {
            continue;
        }
        for (int path = 0; path < PATH_COUNT && !interrupt_came(); path++) {
            measure_path(request, request->drivers[i], (enum paint_path)path, views, out);
        }
    }
    for (int i = 0; i < FILLS; i++) {
        close_view(&views[i]);
    }
}

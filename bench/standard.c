#include "bench/standard.h"

#include "base/require.h"

#include <string.h>

enum { WIDTH_PX = 640, HEIGHT_PX = 480 };

static const double FULL_LIMIT_S = 780;
static const double QUICK_LIMIT_S = 40;

static const char *const LEVELS[STANDARD_LEVELS] = {"middling", "small", "busy", "large"};
static const char *const DRIVERS[] = {"software", "opengl", "opengles2"};
static const int FULL_ZOOMS_PX[] = {16, 24, 32, 48, 64, 96, 128};
static const int QUICK_ZOOMS_PX[] = {64, 32};

static void add_experiment(struct plan_request *request, const char *text)
{
    struct error error;
    bool is_good = plan_parse_experiment(text, &request->experiments[request->experiment_count++], &error);
    require(is_good);
}

static void fill_levels(struct plan_request *request, const char *assets, int count, struct standard *out)
{
    for (int i = 0; i < count; i++) {
        text_format(&out->levels[i], "%s/levels/bench/%s.rel", assets, LEVELS[i]);
        request->levels[request->level_count++] = out->levels[i].bytes;
    }
}

static void fill_zooms(struct plan_request *request, bool is_quick)
{
    const int *zooms_px = is_quick ? QUICK_ZOOMS_PX : FULL_ZOOMS_PX;
    request->zoom_count = is_quick ? 2 : (int)(sizeof FULL_ZOOMS_PX / sizeof FULL_ZOOMS_PX[0]);
    memcpy(request->zooms_px, zooms_px, (size_t)request->zoom_count * sizeof *zooms_px);
}

void standard_fill(struct options *options, const char *assets, struct standard *out)
{
    struct plan_request *request = &options->request;
    *out = (struct standard){0};
    bool is_standard =
        request->experiment_count == 0 && request->level_count == 0 && request->zoom_count == 0;
    if (options->is_quick || is_standard) {
        out->limit_s = options->is_quick ? QUICK_LIMIT_S : FULL_LIMIT_S;
    }
    if (request->experiment_count == 0) {
        add_experiment(request, "scale-quality=nearest,linear,best");
        add_experiment(request, "preset=unset,quality,speed");
        request->experiments[1].has_same = false;
    }
    if (request->level_count == 0) {
        fill_levels(request, assets, options->is_quick ? 1 : STANDARD_LEVELS, out);
    }
    if (request->zoom_count == 0) {
        fill_zooms(request, options->is_quick);
    }
    if (request->path_count == 0) {
        request->paths[request->path_count++] = PATH_COPY;
    }
    for (int i = 0; request->driver_count == 0 && i < 3; i++) {
        request->drivers[i] = DRIVERS[i];
    }
    request->driver_count = request->driver_count == 0 ? 3 : request->driver_count;
    if (options->width_px == 0) {
        options->width_px = WIDTH_PX;
        options->height_px = HEIGHT_PX;
    }
    if (!(options->budget_s > 0)) {
        options->budget_s = options->is_quick ? 4 : out->limit_s > 0 ? 8 : 20;
    }
}

void standard_free(struct standard *standard)
{
    for (int i = 0; i < STANDARD_LEVELS; i++) {
        text_free(&standard->levels[i]);
    }
}

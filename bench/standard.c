#include "bench/standard.h"

#include "base/require.h"

#include <string.h>

/* Small frames, well under a millisecond on the processor: a shared machine changes its speed within
 * milliseconds, and what both arms do between two changes tells most. Larger ones (--size) cost more in
 * proportion and take many times as long to decide. */
enum { WIDTH_PX = 320, HEIGHT_PX = 240 };

/* From the start: all comparisons, then small differences in processes of their own; the report comes after
 * both. */
static const double FULL_LIMIT_S = 690;
static const double FULL_END_S = 800;
static const double QUICK_LIMIT_S = 46;

/* For one comparison in the first pass; whoever is decided sooner leaves the rest to the others. */
static const double FULL_BUDGET_S = 4;
static const double QUICK_BUDGET_S = 2.5;
static const double ASKED_BUDGET_S = 20;

static const char *const LEVELS[STANDARD_LEVELS] = {"middling", "large", "small", "busy"};
static const char *const DRIVERS[] = {"software", "opengl", "opengles2"};
static const int FULL_ZOOMS_PX[] = {8, 16, 24, 32, 48, 64, 96, 128, 256};
static const int QUICK_ZOOMS_PX[] = {32, 64};
#define SCALE_QUALITY "scale-quality=nearest,linear,best"
#define NEAREST_LINEAR "scale-quality=nearest,linear"
#define LINEAR_BEST "scale-quality=linear,best"
#define EQUAL "scale-quality=nearest,nearest"
#define PRESETS "preset=unset,quality,speed"

enum { PART_ZOOMS_MAX = 9 };

/* One question of the standard measurement, asked of one driver along one path. */
struct part {
    const char *driver;
    enum paint_path path;
    const char *experiment;
    int zooms_px[PART_ZOOMS_MAX]; /* the unused ones are 0 */
    int first_level, levels;      /* of LEVELS */
    int weight;                   /* how many times the time of others it may take at first; 0: once */
    bool has_same;
};

/* What people ask: what does scaling cost at which zoom, does anything bite where pictures are made once, is
 * "best" more than linear, what do the presets do, and what do the hints of this driver do at all? Every
 * driver has its control, a setting against itself. A GL driver on the processor takes several times as long
 * for a frame, so it gets fewer zooms; what is left out can be asked for. */
static const struct part FULL_PARTS[] = {
    {"software", PATH_COPY, NEAREST_LINEAR, {8, 16, 24, 32, 48, 64, 96, 128, 256}, 0, 1, 0, false},
    {"software", PATH_COPY, NEAREST_LINEAR, {16, 64}, 1, 3, 0, false},
    {"software", PATH_COPY, LINEAR_BEST, {16, 64, 128}, 0, 1, 0, false},
    {"software", PATH_COPY, EQUAL, {16, 64, 128}, 0, 1, 0, false},
    {"software", PATH_COPY, PRESETS, {16, 32, 64, 128, 256}, 0, 1, 0, false},
    {"software", PATH_COPY, "blend=blend,auto", {16, 32, 64, 128}, 0, 1, 0, false},
    {"software", PATH_COPY, "texture-format=argb8888,rgba8888", {64}, 0, 1, 0, false},
    {"software", PATH_COPY, "texture-access=static,streaming", {64}, 0, 1, 0, false},
    {"software", PATH_COPY, "logical-size-mode=letterbox,overscan", {64}, 0, 1, 0, false},
    {"software", PATH_CACHED, NEAREST_LINEAR, {16, 32, 64, 128}, 0, 1, 0, false},
    {"opengl", PATH_COPY, NEAREST_LINEAR, {32, 64, 128}, 0, 1, 0, false},
    {"opengl", PATH_COPY, LINEAR_BEST, {64}, 0, 1, 0, false},
    {"opengl", PATH_COPY, EQUAL, {64, 128}, 0, 1, 0, false},
    {"opengl", PATH_COPY, PRESETS, {32, 64, 128}, 0, 1, 0, false},
    {"opengl", PATH_COPY, "blend=blend,auto", {64}, 0, 1, 0, false},
    {"opengles2", PATH_COPY, NEAREST_LINEAR, {32, 64, 128}, 0, 1, 0, false},
    {"opengles2", PATH_COPY, LINEAR_BEST, {64}, 0, 1, 0, false},
    {"opengles2", PATH_COPY, EQUAL, {64}, 0, 1, 0, false},
    {"opengles2", PATH_COPY, PRESETS, {64}, 0, 1, 0, false},
};

/* The first part is what a quick run is for; the others get what it leaves. */
static const struct part QUICK_PARTS[] = {
    {"software", PATH_COPY, SCALE_QUALITY, {64}, 0, 1, 3, true},
    {"software", PATH_COPY, PRESETS, {64}, 0, 1, 0, false},
    {"software", PATH_COPY, SCALE_QUALITY, {32}, 0, 1, 0, false},
    {"software", PATH_COPY, PRESETS, {32}, 0, 1, 0, false},
    {"software", PATH_CACHED, NEAREST_LINEAR, {64}, 0, 1, 0, false},
    {"opengl", PATH_COPY, SCALE_QUALITY, {64}, 0, 1, 0, true},
    {"opengles2", PATH_COPY, NEAREST_LINEAR, {64}, 0, 1, 0, false},
};

/* Scaling is looked at where opaque pictures are copied and not blended, as a game does that cares for its
 * speed: blending everything costs so much that it hides what scaling costs. */
static void add_experiment(struct plan_request *request, const char *text)
{
    struct error error;
    struct experiment *experiment = &request->experiments[request->experiment_count++];
    bool is_good =
        plan_parse_experiment(text, experiment, &error) &&
        (strcmp(experiment->hint, "scale-quality") != 0 || plan_add_common(experiment, "blend=auto", &error));
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

static bool is_untouched(const struct plan_request *request)
{
    return request->experiment_count == 0 && request->level_count == 0 && request->zoom_count == 0 &&
           request->driver_count == 0 && request->path_count == 0 && request->camera == STAGE_STILL;
}

void standard_fill(struct options *options, const char *assets, struct standard *out)
{
    struct plan_request *request = &options->request;
    *out = (struct standard){.is_whole = is_untouched(request)};
    if (options->is_quick || out->is_whole) {
        out->limit_s = options->is_quick ? QUICK_LIMIT_S : FULL_LIMIT_S;
        out->end_s = options->is_quick ? 0 : FULL_END_S;
    }
    if (request->experiment_count == 0) {
        add_experiment(request, SCALE_QUALITY);
        add_experiment(request, PRESETS);
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
        options->budget_s = options->is_quick  ? QUICK_BUDGET_S
                            : out->limit_s > 0 ? FULL_BUDGET_S
                                               : ASKED_BUDGET_S;
    }
}

static void add_part(const struct plan_request *all, const struct part *part, struct plan *plan)
{
    struct plan_request request = *all;
    int driver = 0;
    while (driver < all->driver_count && strcmp(all->drivers[driver], part->driver) != 0) {
        driver++;
    }
    if (driver == all->driver_count) {
        return;
    }
    int first = plan->count;
    request.drivers[0] = all->drivers[driver];
    request.driver_count = 1;
    request.paths[0] = part->path;
    request.path_count = 1;
    request.zoom_count = 0;
    while (request.zoom_count < PART_ZOOMS_MAX && part->zooms_px[request.zoom_count] > 0) {
        request.zooms_px[request.zoom_count] = part->zooms_px[request.zoom_count];
        request.zoom_count++;
    }
    request.experiment_count = 0;
    add_experiment(&request, part->experiment);
    request.experiments[0].has_same = part->has_same;
    for (int i = 0; i < part->levels; i++) {
        request.levels[i] = all->levels[part->first_level + i];
    }
    request.level_count = part->levels;
    plan_add(plan, &request);
    for (int i = first; i < plan->count; i++) {
        plan->items[i].driver = driver;
        plan->items[i].level += part->first_level;
        plan->items[i].weight = part->weight > 0 ? part->weight : 1;
    }
}

void standard_plan(const struct options *options, const struct standard *standard, struct plan *out)
{
    const struct part *parts = options->is_quick ? QUICK_PARTS : FULL_PARTS;
    size_t count = options->is_quick ? sizeof QUICK_PARTS / sizeof QUICK_PARTS[0]
                                     : sizeof FULL_PARTS / sizeof FULL_PARTS[0];
    if (!standard->is_whole) {
        plan_add(out, &options->request);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        add_part(&options->request, &parts[i], out);
    }
}

void standard_free(struct standard *standard)
{
    for (int i = 0; i < STANDARD_LEVELS; i++) {
        text_free(&standard->levels[i]);
    }
}

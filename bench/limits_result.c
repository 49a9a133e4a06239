#include "bench/limits_result.h"

#include "base/memory.h"

#include <stdbool.h>
#include <string.h>

enum { COLUMNS_MAX = 24 };

struct limits_case *limits_result_add(struct limits_result *result)
{
    if (result->case_count == result->case_room) {
        result->case_room = result->case_room > 0 ? 2 * result->case_room : 64;
        result->cases = memory_resize(result->cases, (size_t)result->case_room, sizeof *result->cases);
    }
    struct limits_case *added = &result->cases[result->case_count++];
    *added = (struct limits_case){0};
    return added;
}

struct limits_glide *limits_result_add_glide(struct limits_result *result)
{
    if (result->glide_count == result->glide_room) {
        result->glide_room = result->glide_room > 0 ? 2 * result->glide_room : 16;
        result->glides = memory_resize(result->glides, (size_t)result->glide_room, sizeof *result->glides);
    }
    struct limits_glide *added = &result->glides[result->glide_count++];
    *added = (struct limits_glide){0};
    return added;
}

void limits_result_free(struct limits_result *result)
{
    memory_free(result->cases);
    memory_free(result->glides);
    *result = (struct limits_result){0};
}

static void add_memory(const struct limits_result *result, struct text *out)
{
    double gigabytes = (double)result->width_px * result->height_px * 4 / 1e9;
    text_format(out, "A frame of %d x %d pixels, %.2f MB, in memory:\n", result->width_px, result->height_px,
                gigabytes * 1e3);
    text_format(out, "  memcpy %.4f ms (%.1f GB/s) on one thread, %.4f ms on %d\n", result->memcpy_ms,
                gigabytes / result->memcpy_ms * 1e3, result->memcpy_all_ms, result->threads);
    text_format(out, "  memcpy again and again: the 99th percentile is %.2f times the median\n",
                result->memcpy_p99_ms / result->memcpy_ms);
    text_format(out, "  memset %.4f ms (%.1f GB/s) on one thread, %.4f ms on %d\n\n", result->memset_ms,
                gigabytes / result->memset_ms * 1e3, result->memset_all_ms, result->threads);
}

/* The zooms of all cases, ascending as they were measured. */
static int find_zooms(const struct limits_result *result, int zooms[COLUMNS_MAX])
{
    int count = 0;
    for (int i = 0; i < result->case_count; i++) {
        int k = 0;
        while (k < count && zooms[k] != result->cases[i].zoom_px) {
            k++;
        }
        if (k == count && count < COLUMNS_MAX) {
            zooms[count++] = result->cases[i].zoom_px;
        }
    }
    return count;
}

static const struct limits_case *find_case(const struct limits_result *result, const struct limits_case *like,
                                           int zoom_px)
{
    for (int i = 0; i < result->case_count; i++) {
        const struct limits_case *found = &result->cases[i];
        if (strcmp(found->driver, like->driver) == 0 && strcmp(found->quality, like->quality) == 0 &&
            found->path == like->path && found->camera == like->camera && found->zoom_px == zoom_px) {
            return found;
        }
    }
    return NULL;
}

/* One line for each driver, path, quality and camera: their first case stands for them. */
static void add_ratios(const struct limits_result *result, struct text *out)
{
    int zooms[COLUMNS_MAX];
    int zoom_count = find_zooms(result, zooms);
    text_add(out, "Frame / memcpy, medians, from the start of building the scene to the finished picture;\n"
                  "pan: one pixel a frame, still: rabbits walk, rest: nothing moves\n\n");
    text_format(out, "%-10s %-8s %-8s %-5s", "driver", "path", "quality", "px");
    for (int k = 0; k < zoom_count; k++) {
        text_format(out, " %8d", zooms[k]);
    }
    text_add_char(out, '\n');
    for (int i = 0; i < result->case_count; i++) {
        const struct limits_case *row = &result->cases[i];
        if (find_case(result, row, row->zoom_px) != row || row->zoom_px != zooms[0]) {
            continue;
        }
        text_format(out, "%-10s %-8s %-8s %-5s", row->driver, paint_path_name(row->path), row->quality,
                    limits_camera_name(row->camera));
        for (int k = 0; k < zoom_count; k++) {
            const struct limits_case *found = find_case(result, row, zooms[k]);
            if (found != NULL) {
                text_format(out, found->ratio < 0.1 ? " %8.4f" : " %8.3f", found->ratio);
            } else {
                text_format(out, " %8s", "-");
            }
        }
        text_add_char(out, '\n');
    }
    text_add_char(out, '\n');
}

static bool is_blit_on(const struct limits_case *found, const char *driver)
{
    return found->path == PATH_BLIT && strcmp(found->driver, driver) == 0;
}

/* The least that blit is faster than copy with linear scaling, where copy has something to scale. */
static void add_gain(const struct limits_result *result, const char *driver, struct text *out)
{
    const struct limits_case *worst = NULL;
    double least = 0;
    for (int i = 0; i < result->case_count; i++) {
        const struct limits_case *blit = &result->cases[i];
        if (!is_blit_on(blit, driver) || blit->zoom_px == ZOOM_NOMINAL_PX) {
            continue;
        }
        struct limits_case like = *blit;
        like.path = PATH_COPY;
        like.quality = "linear";
        const struct limits_case *copy = find_case(result, &like, blit->zoom_px);
        if (copy != NULL && (worst == NULL || copy->ratio / blit->ratio < least)) {
            worst = blit;
            least = copy->ratio / blit->ratio;
        }
    }
    if (worst != NULL) {
        text_format(out,
                    "%s blit against copy with linear scaling: at least %.1f times as fast (%d px, %s)\n",
                    driver, least, worst->zoom_px, limits_camera_name(worst->camera));
    }
}

enum unevenness { OF_FRAMES, OF_ARITHMETIC, OF_MEMCPY, UNEVENNESSES };

static const char *const UNEVENNESS_OF[UNEVENNESSES] = {
    "99th percentile / median", "  of as much arithmetic between", "  of memcpy, before and after"};

static double unevenness(const struct limits_case *found, enum unevenness of)
{
    switch (of) {
    case OF_ARITHMETIC: return found->arithmetic_unevenness;
    case OF_MEMCPY: return found->memcpy_unevenness;
    default: return found->p99_ms / found->median_ms;
    }
}

/* Zoom by zoom: of the frames, and of what the machine does to anything. */
static void add_unevenness(const struct limits_result *result, const struct limits_case *like,
                           struct text *out)
{
    int zooms[COLUMNS_MAX];
    int zoom_count = find_zooms(result, zooms);
    for (int of = OF_FRAMES; of < UNEVENNESSES; of++) {
        text_format(out, "  %-31s", UNEVENNESS_OF[of]);
        for (int k = 0; k < zoom_count; k++) {
            const struct limits_case *found = find_case(result, like, zooms[k]);
            if (found == NULL || unevenness(found, (enum unevenness)of) <= 0) {
                text_format(out, " %8s", "-");
            } else {
                text_format(out, " %8.2f", unevenness(found, (enum unevenness)of));
            }
        }
        text_add_char(out, '\n');
    }
}

static void add_evenness(const struct limits_result *result, const char *driver, struct text *out)
{
    const struct limits_case *worst = NULL;
    double allocations = 0;
    for (int i = 0; i < result->case_count; i++) {
        const struct limits_case *blit = &result->cases[i];
        if (!is_blit_on(blit, driver)) {
            continue;
        }
        allocations = blit->allocations > allocations ? blit->allocations : allocations;
        if (blit->camera == LIMITS_PAN &&
            (worst == NULL || blit->p99_ms / blit->median_ms > worst->p99_ms / worst->median_ms)) {
            worst = blit;
        }
    }
    if (worst == NULL) {
        return;
    }
    text_format(out,
                "%s blit, panning: the 99th percentile is at most %.2f times the median (%d px; by the "
                "processor's time %.2f)",
                driver, worst->p99_ms / worst->median_ms, worst->zoom_px,
                worst->cpu_p99_ms / worst->median_ms);
    if (worst->arithmetic_unevenness > 0) {
        text_format(out, "; that of arithmetic in turns with it %.2f, of memcpy %.2f",
                    worst->arithmetic_unevenness, worst->memcpy_unevenness);
    }
    text_add_char(out, '\n');
    add_unevenness(result, worst, out);
    text_format(out, "%s blit: at most %.4f allocations a frame after the first second\n", driver,
                allocations);
}

/* What can be said about blit on each driver. */
static void add_drivers(const struct limits_result *result, struct text *out)
{
    for (int i = 0; i < result->case_count; i++) {
        const char *driver = result->cases[i].driver;
        bool is_first = true;
        for (int k = 0; k < i && is_first; k++) {
            is_first = strcmp(result->cases[k].driver, driver) != 0;
        }
        if (is_first) {
            add_gain(result, driver, out);
            add_evenness(result, driver, out);
        }
    }
}

static void add_window(const struct limits_window *window, struct text *out)
{
    if (window->width_px == 0) {
        return;
    }
    text_format(out, "\nsoftware blit in a window of %d x %d; memcpy of its frame: %.3f ms (%.1f GB/s)\n",
                window->width_px, window->height_px, window->memcpy_ms,
                (double)window->width_px * window->height_px * 4 / 1e6 / window->memcpy_ms);
    text_format(out, "  %-5s", "px");
    for (int k = 0; k < LIMITS_WINDOW_ZOOMS; k++) {
        text_format(out, " %8d", window->zooms_px[k]);
    }
    for (int camera = 0; camera < LIMITS_CAMERAS; camera++) {
        text_format(out, "\n  %-5s", limits_camera_name((enum limits_camera)camera));
        for (int k = 0; k < LIMITS_WINDOW_ZOOMS; k++) {
            text_format(out, " %8.4f", window->ratio[camera][k]);
        }
    }
    text_add(out, "\n\n");
}

static void add_glide(const struct limits_glide *glide, struct text *out)
{
    bool is_twice = glide->rounds > 1;
    text_format(out,
                "%s %s, zooming from 16 to 256 px and back, %s: median %.2f ms, at most %.2f ms over the "
                "frames around it%s (%d px; by the processor's time %.2f ms)",
                glide->driver, paint_path_name(glide->path), is_twice ? "twice" : "once", glide->median_ms,
                glide->excess_ms, is_twice ? " both times" : "", glide->at_zoom_px, glide->cpu_excess_ms);
    if (is_twice) {
        text_format(out, ", %.2f ms once", glide->once_ms);
    }
    text_add_char(out, '\n');
}

static void add_glides(const struct limits_result *result, struct text *out)
{
    const struct limits_glide *machine = &result->machine;
    for (int i = 0; i < result->glide_count; i++) {
        add_glide(&result->glides[i], out);
    }
    if (result->glide_count > 0 && machine->frames > 0) {
        text_format(
            out,
            "copies of memory in their place: median %.2f ms, at most %.2f ms over those around it both "
            "times (by the processor's time %.2f ms), %.2f ms once\n",
            machine->median_ms, machine->excess_ms, machine->cpu_excess_ms, machine->once_ms);
    }
}

static void add_special(const struct limits_result *result, struct text *out)
{
    if (result->large.cells > 0) {
        text_format(
            out, "software blit, panning: %d x %d cells cost %.3f times what a small level costs (%d px)\n",
            result->large.cells, result->large.cells, result->large.large_ms / result->large.small_ms,
            result->large.zoom_px);
    }
    const struct limits_crowd *crowd = &result->crowd;
    if (crowd->rabbits > 0) {
        text_format(
            out,
            "software blit, still: %d rabbits in view at %d px cost %.3f ms a frame (p99 %.3f ms, %.2f x)\n",
            crowd->rabbits, crowd->zoom_px, crowd->median_ms, crowd->p99_ms, crowd->ratio);
    }
    add_window(&result->window, out);
    add_glides(result, out);
}

void limits_result_table(const struct limits_result *result, struct text *out)
{
    add_memory(result, out);
    add_ratios(result, out);
    add_drivers(result, out);
    add_special(result, out);
}

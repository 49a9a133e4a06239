#include "bench/limits_result.h"

#include "bench/json_text.h"

#include <cjson/cJSON.h>

static void add_case(cJSON *cases, const struct limits_case *found)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddItemToArray(cases, object);
    cJSON_AddStringToObject(object, "driver", found->driver);
    cJSON_AddStringToObject(object, "path", paint_path_name(found->path));
    cJSON_AddStringToObject(object, "quality", found->quality);
    cJSON_AddNumberToObject(object, "zoom_px", found->zoom_px);
    cJSON_AddStringToObject(object, "camera", limits_camera_name(found->camera));
    cJSON_AddNumberToObject(object, "threads", found->threads);
    cJSON_AddNumberToObject(object, "frames", found->frames);
    cJSON_AddNumberToObject(object, "median_ms", found->median_ms);
    cJSON_AddNumberToObject(object, "p99_ms", found->p99_ms);
    cJSON_AddNumberToObject(object, "cpu_p99_ms", found->cpu_p99_ms);
    cJSON_AddNumberToObject(object, "present_ms", found->present_ms);
    cJSON_AddNumberToObject(object, "memcpy_ms", found->memcpy_ms);
    cJSON_AddNumberToObject(object, "ratio", found->ratio);
    cJSON_AddNumberToObject(object, "allocations", found->allocations);
    cJSON_AddNumberToObject(object, "memcpy_unevenness", found->memcpy_unevenness);
    cJSON_AddNumberToObject(object, "arithmetic_unevenness", found->arithmetic_unevenness);
}

static void add_window_json(const struct limits_window *window, cJSON *object)
{
    const int size[2] = {window->width_px, window->height_px};
    cJSON_AddItemToObject(object, "size", cJSON_CreateIntArray(size, 2));
    cJSON_AddNumberToObject(object, "memcpy_ms", window->memcpy_ms);
    cJSON_AddItemToObject(object, "zooms_px", cJSON_CreateIntArray(window->zooms_px, LIMITS_WINDOW_ZOOMS));
    for (int camera = 0; camera < LIMITS_CAMERAS; camera++) {
        cJSON_AddItemToObject(object, limits_camera_name((enum limits_camera)camera),
                              cJSON_CreateDoubleArray(window->ratio[camera], LIMITS_WINDOW_ZOOMS));
    }
}

static void add_glide(cJSON *glides, const char *driver, const char *path, const struct limits_glide *found)
{
    cJSON *glide = cJSON_CreateObject();
    cJSON_AddItemToArray(glides, glide);
    cJSON_AddStringToObject(glide, "driver", driver);
    cJSON_AddStringToObject(glide, "path", path);
    cJSON_AddNumberToObject(glide, "frames", found->frames);
    cJSON_AddNumberToObject(glide, "rounds", found->rounds);
    cJSON_AddNumberToObject(glide, "median_ms", found->median_ms);
    cJSON_AddNumberToObject(glide, "excess_ms", found->excess_ms);
    cJSON_AddNumberToObject(glide, "once_ms", found->once_ms);
    cJSON_AddNumberToObject(glide, "at_zoom_px", found->at_zoom_px);
    cJSON_AddNumberToObject(glide, "cpu_excess_ms", found->cpu_excess_ms);
}

static void add_special_json(const struct limits_result *result, cJSON *root)
{
    if (result->large.cells > 0) {
        cJSON *large = cJSON_AddObjectToObject(root, "large_level");
        cJSON_AddNumberToObject(large, "cells", result->large.cells);
        cJSON_AddNumberToObject(large, "zoom_px", result->large.zoom_px);
        cJSON_AddNumberToObject(large, "small_ms", result->large.small_ms);
        cJSON_AddNumberToObject(large, "large_ms", result->large.large_ms);
    }
    if (result->crowd.rabbits > 0) {
        cJSON *crowd = cJSON_AddObjectToObject(root, "crowd");
        cJSON_AddNumberToObject(crowd, "rabbits", result->crowd.rabbits);
        cJSON_AddNumberToObject(crowd, "zoom_px", result->crowd.zoom_px);
        cJSON_AddNumberToObject(crowd, "median_ms", result->crowd.median_ms);
        cJSON_AddNumberToObject(crowd, "p99_ms", result->crowd.p99_ms);
        cJSON_AddNumberToObject(crowd, "ratio", result->crowd.ratio);
    }
    if (result->window.width_px > 0) {
        add_window_json(&result->window, cJSON_AddObjectToObject(root, "window"));
    }
    cJSON *glides = cJSON_AddArrayToObject(root, "glides");
    for (int i = 0; i < result->glide_count; i++) {
        const struct limits_glide *glide = &result->glides[i];
        add_glide(glides, glide->driver, paint_path_name(glide->path), glide);
    }
    if (result->machine.frames > 0) {
        add_glide(glides, "none", "memcpy", &result->machine);
    }
}

void limits_result_json(const struct limits_result *result, struct text *out)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddNumberToObject(root, "schema", LIMITS_SCHEMA);
    const int size[2] = {result->width_px, result->height_px};
    cJSON_AddItemToObject(root, "size", cJSON_CreateIntArray(size, 2));
    cJSON_AddNumberToObject(root, "threads", result->threads);
    cJSON_AddNumberToObject(root, "memcpy_ms", result->memcpy_ms);
    cJSON_AddNumberToObject(root, "memcpy_p99_ms", result->memcpy_p99_ms);
    cJSON_AddNumberToObject(root, "memset_ms", result->memset_ms);
    cJSON_AddNumberToObject(root, "memcpy_all_ms", result->memcpy_all_ms);
    cJSON_AddNumberToObject(root, "memset_all_ms", result->memset_all_ms);
    cJSON *cases = cJSON_AddArrayToObject(root, "cases");
    for (int i = 0; i < result->case_count; i++) {
        add_case(cases, &result->cases[i]);
    }
    add_special_json(result, root);
    json_text_add(out, root);
    cJSON_Delete(root);
}

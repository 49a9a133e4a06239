#include "bench/limits_result.h"

#include "bench/json_text.h"

#include <cJSON.h>

static void add_number(cJSON *object, const char *name, double value)
{
    cJSON_AddNumberToObject(object, name, value);
}

static void add_case(cJSON *cases, const struct limits_case *found)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddItemToArray(cases, object);
    cJSON_AddStringToObject(object, "driver", found->driver);
    cJSON_AddStringToObject(object, "path", paint_path_name(found->path));
    cJSON_AddStringToObject(object, "quality", found->quality);
    add_number(object, "zoom_px", found->zoom_px);
    cJSON_AddStringToObject(object, "camera", limits_camera_name(found->camera));
    add_number(object, "threads", found->threads);
    add_number(object, "frames", found->frames);
    add_number(object, "median_ms", found->median_ms);
    add_number(object, "p99_ms", found->p99_ms);
    add_number(object, "cpu_p99_ms", found->cpu_p99_ms);
    add_number(object, "present_ms", found->present_ms);
    add_number(object, "memcpy_ms", found->memcpy_ms);
    add_number(object, "ratio", found->ratio);
    add_number(object, "allocations", found->allocations);
    add_number(object, "memcpy_unevenness", found->memcpy_unevenness);
}

static void add_window_json(const struct limits_window *window, cJSON *object)
{
    cJSON *size = cJSON_AddArrayToObject(object, "size");
    cJSON_AddItemToArray(size, cJSON_CreateNumber(window->width_px));
    cJSON_AddItemToArray(size, cJSON_CreateNumber(window->height_px));
    add_number(object, "memcpy_ms", window->memcpy_ms);
    cJSON_AddItemToObject(object, "zooms_px", cJSON_CreateIntArray(window->zooms_px, LIMITS_WINDOW_ZOOMS));
    for (int camera = 0; camera < LIMITS_CAMERAS; camera++) {
        cJSON_AddItemToObject(object, limits_camera_name((enum limits_camera)camera),
                              cJSON_CreateDoubleArray(window->ratio[camera], LIMITS_WINDOW_ZOOMS));
    }
}

static void add_glide(cJSON *glides, const char *path, const struct limits_glide *found)
{
    if (found->frames == 0) {
        return;
    }
    cJSON *glide = cJSON_CreateObject();
    cJSON_AddItemToArray(glides, glide);
    cJSON_AddStringToObject(glide, "path", path);
    add_number(glide, "frames", found->frames);
    add_number(glide, "median_ms", found->median_ms);
    add_number(glide, "excess_ms", found->excess_ms);
    add_number(glide, "once_ms", found->once_ms);
    add_number(glide, "at_zoom_px", found->at_zoom_px);
    add_number(glide, "cpu_excess_ms", found->cpu_excess_ms);
}

static void add_special_json(const struct limits_result *result, cJSON *root)
{
    if (result->large.cells > 0) {
        cJSON *large = cJSON_AddObjectToObject(root, "large_level");
        add_number(large, "cells", result->large.cells);
        add_number(large, "zoom_px", result->large.zoom_px);
        add_number(large, "small_ms", result->large.small_ms);
        add_number(large, "large_ms", result->large.large_ms);
    }
    if (result->crowd.rabbits > 0) {
        cJSON *crowd = cJSON_AddObjectToObject(root, "crowd");
        add_number(crowd, "rabbits", result->crowd.rabbits);
        add_number(crowd, "zoom_px", result->crowd.zoom_px);
        add_number(crowd, "median_ms", result->crowd.median_ms);
        add_number(crowd, "p99_ms", result->crowd.p99_ms);
        add_number(crowd, "ratio", result->crowd.ratio);
    }
    if (result->window.width_px > 0) {
        add_window_json(&result->window, cJSON_AddObjectToObject(root, "window"));
    }
    cJSON *glides = cJSON_AddArrayToObject(root, "glides");
    for (int path = 0; path < PATH_COUNT; path++) {
        add_glide(glides, paint_path_name((enum paint_path)path), &result->glides[path]);
    }
    add_glide(glides, "memcpy", &result->machine);
}

void limits_result_json(const struct limits_result *result, struct text *out)
{
    cJSON *root = cJSON_CreateObject();
    add_number(root, "schema", LIMITS_SCHEMA);
    cJSON *size = cJSON_AddArrayToObject(root, "size");
    cJSON_AddItemToArray(size, cJSON_CreateNumber(result->width_px));
    cJSON_AddItemToArray(size, cJSON_CreateNumber(result->height_px));
    add_number(root, "threads", result->threads);
    add_number(root, "memcpy_ms", result->memcpy_ms);
    add_number(root, "memcpy_p99_ms", result->memcpy_p99_ms);
    add_number(root, "memset_ms", result->memset_ms);
    add_number(root, "memcpy_all_ms", result->memcpy_all_ms);
    add_number(root, "memset_all_ms", result->memset_all_ms);
    cJSON *cases = cJSON_AddArrayToObject(root, "cases");
    for (int i = 0; i < result->case_count; i++) {
        add_case(cases, &result->cases[i]);
    }
    add_special_json(result, root);
    json_text_add(out, root);
    cJSON_Delete(root);
}

#include "bench/cost_json.h"

#include <math.h>
#include <stdio.h>

static const char *const PARTS[COST_PARTS] = {"frame_ns", "sprite_ns", "pixel_ns"};

static cJSON *point_json(const struct cost_point *point)
{
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "driver", point->driver);
    cJSON_AddStringToObject(json, "path", point->path);
    const int size[2] = {point->width_px, point->height_px};
    cJSON_AddNumberToObject(json, "zoom_px", point->zoom_px);
    cJSON_AddItemToObject(json, "size", cJSON_CreateIntArray(size, 2));
    cJSON_AddNumberToObject(json, "sprites", point->sprites);
    cJSON_AddNumberToObject(json, "pixels", point->pixels);
    cJSON_AddNumberToObject(json, "ms", point->ms);
    return json;
}

static cJSON *model_json(const struct cost_point *first, const struct cost_model *model)
{
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "driver", first->driver);
    cJSON_AddStringToObject(json, "path", first->path);
    for (int part = 0; part < COST_PARTS; part++) {
        const struct cost_value *value = &model->parts[part];
        const double three[3] = {value->ns, value->low_ns, value->high_ns};
        cJSON_AddItemToObject(json, PARTS[part],
                              value->is_seen ? cJSON_CreateDoubleArray(three, 3) : cJSON_CreateNull());
    }
    if (model->has_knee) {
        const double interval[2] = {model->knee_low, model->knee_high};
        cJSON_AddNumberToObject(json, "knee_sprites", model->knee_sprites);
        cJSON_AddItemToObject(json, "knee_ci", cJSON_CreateDoubleArray(interval, 2));
    }
    cJSON_AddNumberToObject(json, "typical_error", model->typical_error);
    cJSON_AddNumberToObject(json, "worst_error", model->worst_error);
    return json;
}

void cost_json_add(cJSON *json, const struct cost_data *data)
{
    if (data->count == 0) {
        return;
    }
    cJSON *cost = cJSON_AddObjectToObject(json, "cost");
    cJSON_AddNumberToObject(cost, "memcpy_ms", data->memcpy_ms);
    cJSON_AddNumberToObject(cost, "memset_ms", data->memset_ms);
    cJSON *points = cJSON_AddArrayToObject(cost, "points");
    for (int i = 0; i < data->count; i++) {
        cJSON_AddItemToArray(points, point_json(&data->points[i]));
    }
    cJSON *models = cJSON_AddArrayToObject(cost, "models");
    for (int first = 0; first < data->count; first += cost_data_run_length(data, first)) {
        struct cost_model model;
        if (cost_model_fit(&data->points[first], cost_data_run_length(data, first), &model)) {
            cJSON_AddItemToArray(models, model_json(&data->points[first], &model));
        }
    }
}

static double number(const cJSON *json, const char *name)
{
    double value = cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(json, name));
    return isfinite(value) ? value : 0;
}

static int end_of_size(const cJSON *json, int place)
{
    const cJSON *size = cJSON_GetObjectItemCaseSensitive(json, "size");
    double value = cJSON_GetNumberValue(cJSON_GetArrayItem(size, place));
    return value >= 1 && value <= 65536 ? (int)value : 0;
}

static void word(const cJSON *json, const char *name, char *out)
{
    const char *value = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(json, name));
    snprintf(out, COST_WORD_MAX, "%s", value != NULL ? value : "");
}

void cost_json_read(const cJSON *json, struct cost_data *data)
{
    const cJSON *cost = cJSON_GetObjectItemCaseSensitive(json, "cost");
    const cJSON *item;
    data->memcpy_ms = number(cost, "memcpy_ms");
    data->memset_ms = number(cost, "memset_ms");
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(cost, "points"))
    {
        double zoom_px = number(item, "zoom_px");
        if (zoom_px < 1 || zoom_px > 4096 || number(item, "ms") <= 0) {
            continue;
        }
        struct cost_point *point = cost_data_add(data);
        word(item, "driver", point->driver);
        word(item, "path", point->path);
        point->zoom_px = (int)zoom_px;
        point->width_px = end_of_size(item, 0);
        point->height_px = end_of_size(item, 1);
        point->sprites = number(item, "sprites");
        point->pixels = number(item, "pixels");
        point->ms = number(item, "ms");
    }
}

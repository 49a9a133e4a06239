#include "base/file.h"
#include "base/memory.h"
#include "bench/cost_json.h"
#include "bench/result_json.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const size_t RESULT_BYTES_MAX = (size_t)1 << 30;
static const char *const PHASES[PHASE_COUNT] = {"build", "submit", "finish", "present"};

static double number(const cJSON *json, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(json, name);
    return cJSON_IsNumber(item) && isfinite(item->valuedouble) ? item->valuedouble : 0;
}

/* A whole number, kept within what an int holds. */
static int within(double value)
{
    return value > 1e9 ? 1000000000 : value < -1e9 ? -1000000000 : (int)value;
}

static int whole(const cJSON *json, const char *name)
{
    return within(number(json, name));
}

static double decibels(const cJSON *json)
{
    return cJSON_IsNumber(cJSON_GetObjectItemCaseSensitive(json, "psnr_db")) ? number(json, "psnr_db")
                                                                             : HUGE_VAL;
}

static bool truth(const cJSON *json, const char *name)
{
    return cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(json, name));
}

static void word(const cJSON *json, const char *name, char *out, size_t room)
{
    const char *value = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(json, name));
    snprintf(out, room, "%s", value != NULL ? value : "");
}

static double end_of(const cJSON *json, const char *name, int index)
{
    const cJSON *item = cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(json, name), index);
    return cJSON_IsNumber(item) && isfinite(item->valuedouble) ? item->valuedouble : 0;
}

/* The logarithm of a change that the file tells as a share; one to nothing or less is none. */
static double logarithm(double change)
{
    return change > -1 ? log1p(change) : 0;
}

static void read_arm(const cJSON *json, struct arm_result *arm)
{
    word(json, "setting", arm->setting, sizeof arm->setting);
    arm->frames = whole(json, "frames");
    arm->median_ms = number(json, "median_ms");
    double ends_ms[2] = {end_of(json, "median_ci_ms", 0), end_of(json, "median_ci_ms", 1)};
    arm->median_low_ms = fmin(ends_ms[0], ends_ms[1]);
    arm->median_high_ms = fmax(ends_ms[0], ends_ms[1]);
    arm->p95_ms = number(json, "p95_ms");
    arm->p99_ms = number(json, "p99_ms");
    arm->max_ms = number(json, "max_ms");
    arm->low_mean_ms = number(json, "low_1_percent_mean_ms");
    arm->low_integral_ms = number(json, "low_1_percent_integral_ms");
    const cJSON *phases = cJSON_GetObjectItemCaseSensitive(json, "phases_ms");
    for (int i = 0; i < PHASE_COUNT; i++) {
        arm->phases_ms[i] = number(phases, PHASES[i]);
    }
    arm->cpu_ms = number(json, "cpu_ms");
    const cJSON *exact = cJSON_GetObjectItemCaseSensitive(json, "to_exact");
    arm->has_exact = cJSON_IsObject(exact);
    if (arm->has_exact) {
        arm->exact_psnr_db = decibels(exact);
        arm->exact_ssim = number(exact, "ssim");
        arm->exact_ssim_worst = number(exact, "ssim_worst");
    }
    word(json, "file", arm->picture_file, sizeof arm->picture_file);
}

static void read_picture(const cJSON *json, struct comparison *comparison)
{
    comparison->has_picture = cJSON_IsObject(json);
    if (!comparison->has_picture) {
        return;
    }
    struct picture_difference *picture = &comparison->picture;
    char class[COMPARISON_WORD_MAX];
    word(json, "class", class, sizeof class);
    picture->class = PICTURE_VISIBLE;
    for (int i = PICTURE_IDENTICAL; i < PICTURE_VISIBLE; i++) {
        if (strcmp(class, picture_class_name((enum picture_class)i)) == 0) {
            picture->class = (enum picture_class)i;
        }
    }
    picture->psnr_db = decibels(json);
    picture->max_level = whole(json, "max_level");
    picture->differing_share = number(json, "differing_share");
    picture->ssim_mean = number(json, "ssim");
    picture->ssim_worst = number(json, "ssim_worst");
    picture->worst_x_px = within(end_of(json, "ssim_worst_at_px", 0));
    picture->worst_y_px = within(end_of(json, "ssim_worst_at_px", 1));
    word(json, "error_map", comparison->error_map_file, sizeof comparison->error_map_file);
}

static void read_tails(const cJSON *list, struct comparison *comparison)
{
    for (int i = 0; i < TAIL_COUNT && i < cJSON_GetArraySize(list); i++) {
        const cJSON *json = cJSON_GetArrayItem(list, i);
        comparison->tails[i] = (struct tail){
            .quantile = number(json, "quantile"),
            .effect = logarithm(number(json, "effect")),
            .low = logarithm(end_of(json, "ci", 0)),
            .high = logarithm(end_of(json, "ci", 1)),
            .has_interval = true,
            .is_descriptive = truth(json, "descriptive"),
        };
    }
}

static void read_other(const cJSON *json, struct other_effect *out)
{
    if (cJSON_IsObject(json)) {
        *out = (struct other_effect){.effect = logarithm(number(json, "effect")),
                                     .low = logarithm(end_of(json, "ci", 0)),
                                     .high = logarithm(end_of(json, "ci", 1)),
                                     .has_interval = true};
    }
}

static void read_replicas(const cJSON *list, struct comparison *comparison)
{
    for (int i = 0; i < REPLICAS && i < cJSON_GetArraySize(list); i++) {
        const cJSON *item = cJSON_GetArrayItem(list, i);
        comparison->replica_effects[comparison->replica_count++] =
            cJSON_IsNumber(item) ? item->valuedouble : 0;
    }
}

static bool read_effects(const cJSON *list, struct comparison *comparison, struct error *error)
{
    if (!cJSON_IsArray(list)) {
        return error_set(error, STATUS_BAD, "bad-result", "comparison %d has no log_effects",
                         comparison->number);
    }
    comparison->effects = memory_get_array((size_t)cJSON_GetArraySize(list) + 1, sizeof *comparison->effects);
    const cJSON *item;
    cJSON_ArrayForEach(item, list)
    {
        if (!cJSON_IsNumber(item) || !isfinite(item->valuedouble)) {
            return error_set(error, STATUS_BAD, "bad-result", "comparison %d has an effect that is no number",
                             comparison->number);
        }
        comparison->effects[comparison->quads++] = item->valuedouble;
    }
    return true;
}

static bool read_comparison(const cJSON *json, struct result *result, struct error *error)
{
    struct comparison *comparison = result_add_comparison(result);
    const cJSON *arms = cJSON_GetObjectItemCaseSensitive(json, "arms");
    int place = whole(json, "comparison");
    comparison->number = place > 0 ? place : comparison->number;
    word(json, "hint", comparison->hint, sizeof comparison->hint);
    word(json, "with", comparison->common, sizeof comparison->common);
    word(json, "driver", comparison->driver, sizeof comparison->driver);
    word(json, "path", comparison->path, sizeof comparison->path);
    word(json, "level", comparison->level, sizeof comparison->level);
    word(json, "camera", comparison->camera, sizeof comparison->camera);
    word(json, "reason", comparison->invalid, sizeof comparison->invalid);
    comparison->zoom_px = whole(json, "zoom_px");
    comparison->is_same = truth(json, "same_setting");
    comparison->is_read = truth(json, "read_by_library");
    comparison->frames_per_block = whole(json, "frames_per_block");
    comparison->seconds = number(json, "seconds");
    comparison->is_over_budget = truth(json, "over_budget");
    comparison->disturbed_quads = whole(json, "disturbed_quads");
    comparison->undisturbed_effect =
        cJSON_IsNumber(cJSON_GetObjectItemCaseSensitive(json, "undisturbed_effect"))
            ? logarithm(number(json, "undisturbed_effect"))
            : HUGE_VAL;
    read_arm(cJSON_GetArrayItem(arms, 0), &comparison->arms[0]);
    read_arm(cJSON_GetArrayItem(arms, 1), &comparison->arms[1]);
    read_picture(cJSON_GetObjectItemCaseSensitive(json, "picture"), comparison);
    read_tails(cJSON_GetObjectItemCaseSensitive(json, "tails"), comparison);
    read_other(cJSON_GetObjectItemCaseSensitive(json, "cpu_time"), &comparison->cpu);
    read_other(cJSON_GetObjectItemCaseSensitive(json, "middle_frame"), &comparison->middle);
    read_replicas(cJSON_GetObjectItemCaseSensitive(json, "replica_log_effects"), comparison);
    return read_effects(cJSON_GetObjectItemCaseSensitive(json, "log_effects"), comparison, error);
}

static void read_rest(const cJSON *json, struct result *result)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(json, "environment"))
    {
        struct fact fact;
        word(item, "group", fact.group, sizeof fact.group);
        word(item, "name", fact.name, sizeof fact.name);
        word(item, "value", fact.value, sizeof fact.value);
        word(item, "origin", fact.origin, sizeof fact.origin);
        result_add_fact(result, fact.group, fact.name, fact.value, fact.origin);
    }
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(json, "controls"))
    {
        struct control_result *control = result_add_control(result);
        word(item, "hint", control->hint, sizeof control->hint);
        word(item, "driver", control->driver, sizeof control->driver);
        word(item, "scene", control->scene, sizeof control->scene);
        word(item, "what", control->what, sizeof control->what);
        control->is_positive = truth(item, "must_matter");
        control->is_passed = truth(item, "passed");
    }
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(json, "notes"))
    {
        if (cJSON_IsString(item)) {
            result_add_note(result, "%s", item->valuestring);
        }
    }
}

static bool read_result(const cJSON *json, struct result *result, struct error *error)
{
    if (whole(json, "schema") != RESULT_SCHEMA) {
        return error_set(error, STATUS_BAD, "schema", "this is no result of schema %d", RESULT_SCHEMA);
    }
    const char *seed = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(json, "seed"));
    result->seed = seed != NULL ? strtoull(seed, NULL, 10) : 0;
    result->width_px = within(end_of(json, "size", 0));
    result->height_px = within(end_of(json, "size", 1));
    result->margin = number(json, "margin");
    result->alpha = number(json, "alpha");
    result->budget_s = number(json, "budget_s");
    result->seconds = number(json, "seconds");
    result->is_quick = truth(json, "quick");
    result->is_interrupted = truth(json, "interrupted");
    result->planned_count = whole(json, "planned");
    if (!(result->margin > 0) || !(result->alpha > 0 && result->alpha < 1)) {
        return error_set(error, STATUS_BAD, "bad-result", "margin and alpha make no sense");
    }
    read_rest(json, result);
    cost_json_read(json, &result->cost);
    const cJSON *item;
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(json, "comparisons"))
    {
        if (!read_comparison(item, result, error)) {
            return false;
        }
    }
    return true;
}

bool result_json_read(const char *path, struct result *result, struct error *error)
{
    *result = (struct result){0};
    struct text file = {0};
    if (!file_read(path, RESULT_BYTES_MAX, &file, error)) {
        text_free(&file);
        return false;
    }
    cJSON *json = cJSON_ParseWithLength(file.bytes != NULL ? file.bytes : "", file.length);
    bool is_good = cJSON_IsObject(json) ? read_result(json, result, error)
                                        : error_set(error, STATUS_BAD, "not-json", "this is no JSON object");
    if (is_good) {
        result_judge(result);
    } else {
        error_at(error, path, 0, 0);
        result_free(result);
    }
    cJSON_Delete(json);
    text_free(&file);
    return is_good;
}

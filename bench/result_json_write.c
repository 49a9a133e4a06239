#include "bench/cost_json.h"
#include "bench/json_text.h"
#include "bench/judgement_json.h"
#include "bench/result_json.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

static const char *const PHASES[PHASE_COUNT] = {"build", "submit", "finish", "present"};

/* null where there is no finite number, such as the decibels of identical pictures. */
static void add_number(cJSON *json, const char *name, double value)
{
    if (isfinite(value)) {
        cJSON_AddNumberToObject(json, name, value);
    } else {
        cJSON_AddNullToObject(json, name);
    }
}

static void add_pair(cJSON *json, const char *name, double low, double high)
{
    const double pair[2] = {low, high};
    cJSON_AddItemToObject(json, name, cJSON_CreateDoubleArray(pair, 2));
}

static cJSON *arm_json(const struct arm_result *arm)
{
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "setting", arm->setting);
    cJSON_AddNumberToObject(json, "frames", arm->frames);
    cJSON_AddNumberToObject(json, "median_ms", arm->median_ms);
    add_pair(json, "median_ci_ms", arm->median_low_ms, arm->median_high_ms);
    cJSON_AddNumberToObject(json, "p95_ms", arm->p95_ms);
    cJSON_AddNumberToObject(json, "p99_ms", arm->p99_ms);
    cJSON_AddNumberToObject(json, "max_ms", arm->max_ms);
    cJSON_AddNumberToObject(json, "low_1_percent_mean_ms", arm->low_mean_ms);
    cJSON_AddNumberToObject(json, "low_1_percent_integral_ms", arm->low_integral_ms);
    cJSON *phases = cJSON_AddObjectToObject(json, "phases_ms");
    for (int i = 0; i < PHASE_COUNT; i++) {
        cJSON_AddNumberToObject(phases, PHASES[i], arm->phases_ms[i]);
    }
    cJSON_AddNumberToObject(json, "cpu_ms", arm->cpu_ms);
    if (arm->has_exact) {
        cJSON *exact = cJSON_AddObjectToObject(json, "to_exact");
        add_number(exact, "psnr_db", arm->exact_psnr_db);
        cJSON_AddNumberToObject(exact, "ssim", arm->exact_ssim);
        cJSON_AddNumberToObject(exact, "ssim_worst", arm->exact_ssim_worst);
    }
    if (arm->picture_file[0] != '\0') {
        cJSON_AddStringToObject(json, "file", arm->picture_file);
    }
    return json;
}

static cJSON *picture_json(const struct comparison *comparison)
{
    const struct picture_difference *picture = &comparison->picture;
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "class", picture_class_name(picture->class));
    add_number(json, "psnr_db", picture->psnr_db);
    cJSON_AddNumberToObject(json, "max_level", picture->max_level);
    cJSON_AddNumberToObject(json, "differing_share", picture->differing_share);
    cJSON_AddNumberToObject(json, "ssim", picture->ssim_mean);
    cJSON_AddNumberToObject(json, "ssim_worst", picture->ssim_worst);
    add_pair(json, "ssim_worst_at_px", picture->worst_x_px, picture->worst_y_px);
    if (comparison->error_map_file[0] != '\0') {
        cJSON_AddStringToObject(json, "error_map", comparison->error_map_file);
    }
    return json;
}

static cJSON *tail_json(const struct tail *tail)
{
    cJSON *json = cJSON_CreateObject();
    cJSON_AddNumberToObject(json, "quantile", tail->quantile);
    cJSON_AddNumberToObject(json, "effect", expm1(tail->effect));
    add_pair(json, "ci", expm1(tail->low), expm1(tail->high));
    cJSON_AddBoolToObject(json, "descriptive", tail->is_descriptive);
    return json;
}

/* With all their digits, which cJSON would round, so that they are judged the same when they are read back.
 */
static void add_effects(cJSON *json, const struct comparison *comparison)
{
    struct text list = {0};
    text_add_char(&list, '[');
    for (int i = 0; i < comparison->quads; i++) {
        text_format(&list, "%s%.17g", i > 0 ? "," : "", comparison->effects[i]);
    }
    text_add_char(&list, ']');
    cJSON_AddItemToObject(json, "log_effects", cJSON_CreateRaw(list.bytes));
    text_free(&list);
}

static void add_other(cJSON *json, const char *name, const struct other_effect *other)
{
    if (other->has_interval) {
        cJSON *item = cJSON_AddObjectToObject(json, name);
        cJSON_AddNumberToObject(item, "effect", expm1(other->effect));
        add_pair(item, "ci", expm1(other->low), expm1(other->high));
    }
}

static void add_measured(cJSON *json, const struct comparison *comparison)
{
    cJSON_AddNumberToObject(json, "frames_per_block", comparison->frames_per_block);
    cJSON_AddNumberToObject(json, "seconds", comparison->seconds);
    cJSON_AddBoolToObject(json, "over_budget", comparison->is_over_budget);
    cJSON_AddNumberToObject(json, "disturbed_quads", comparison->disturbed_quads);
    add_number(json, "undisturbed_effect", expm1(comparison->undisturbed_effect));
    add_other(json, "cpu_time", &comparison->cpu);
    add_other(json, "middle_frame", &comparison->middle);
    cJSON *arms = cJSON_AddArrayToObject(json, "arms");
    cJSON_AddItemToArray(arms, arm_json(&comparison->arms[0]));
    cJSON_AddItemToArray(arms, arm_json(&comparison->arms[1]));
    cJSON *tails = cJSON_AddArrayToObject(json, "tails");
    for (int i = 0; i < TAIL_COUNT; i++) {
        if (comparison->tails[i].has_interval) {
            cJSON_AddItemToArray(tails, tail_json(&comparison->tails[i]));
        }
    }
    if (comparison->replica_count > 0) {
        cJSON_AddItemToObject(
            json, "replica_log_effects",
            cJSON_CreateDoubleArray(comparison->replica_effects, comparison->replica_count));
    }
    add_effects(json, comparison);
}

static cJSON *comparison_json(const struct comparison *comparison)
{
    cJSON *json = cJSON_CreateObject();
    cJSON_AddNumberToObject(json, "comparison", comparison->number);
    cJSON_AddStringToObject(json, "hint", comparison->hint);
    cJSON_AddStringToObject(json, "a", comparison->arms[0].setting);
    cJSON_AddStringToObject(json, "b", comparison->arms[1].setting);
    cJSON_AddStringToObject(json, "with", comparison->common);
    cJSON_AddStringToObject(json, "driver", comparison->driver);
    cJSON_AddStringToObject(json, "path", comparison->path);
    cJSON_AddStringToObject(json, "level", comparison->level);
    cJSON_AddNumberToObject(json, "zoom_px", comparison->zoom_px);
    cJSON_AddStringToObject(json, "camera", comparison->camera);
    judgement_json_add(json, &comparison->judgement);
    cJSON_AddNumberToObject(json, "p_family", comparison->p_family);
    cJSON_AddItemToObject(json, "picture",
                          comparison->has_picture ? picture_json(comparison) : cJSON_CreateNull());
    cJSON_AddBoolToObject(json, "same_setting", comparison->is_same);
    cJSON_AddBoolToObject(json, "read_by_library", comparison->is_read);
    if (comparison_reason(comparison)[0] != '\0') {
        cJSON_AddStringToObject(json, "reason", comparison_reason(comparison));
    }
    add_measured(json, comparison);
    return json;
}

static void add_facts(cJSON *json, const struct result *result)
{
    cJSON *environment = cJSON_AddArrayToObject(json, "environment");
    for (int i = 0; i < result->fact_count; i++) {
        const struct fact *fact = &result->facts[i];
        cJSON *item = cJSON_CreateObject();
        cJSON_AddStringToObject(item, "group", fact->group);
        cJSON_AddStringToObject(item, "name", fact->name);
        cJSON_AddStringToObject(item, "value", fact->value);
        if (fact->origin[0] != '\0') {
            cJSON_AddStringToObject(item, "origin", fact->origin);
        }
        cJSON_AddItemToArray(environment, item);
    }
}

static void add_controls(cJSON *json, const struct result *result)
{
    cJSON *controls = cJSON_AddArrayToObject(json, "controls");
    for (int i = 0; i < result->control_count; i++) {
        const struct control_result *control = &result->controls[i];
        cJSON *item = cJSON_CreateObject();
        cJSON_AddStringToObject(item, "hint", control->hint);
        cJSON_AddStringToObject(item, "driver", control->driver);
        cJSON_AddStringToObject(item, "scene", control->scene);
        cJSON_AddBoolToObject(item, "must_matter", control->is_positive);
        cJSON_AddBoolToObject(item, "passed", control->is_passed);
        cJSON_AddStringToObject(item, "what", control->what);
        cJSON_AddItemToArray(controls, item);
    }
}

void result_json_write(const struct result *result, struct text *out)
{
    char seed[32];
    cJSON *json = cJSON_CreateObject();
    cJSON_AddNumberToObject(json, "schema", RESULT_SCHEMA);
    cJSON_AddStringToObject(json, "program", "warren-bench " WARREN_VERSION);
    /* 64 bits do not fit into a JSON number. */
    snprintf(seed, sizeof seed, "%" PRIu64, result->seed);
    cJSON_AddStringToObject(json, "seed", seed);
    add_pair(json, "size", result->width_px, result->height_px);
    cJSON_AddNumberToObject(json, "margin", result->margin);
    cJSON_AddNumberToObject(json, "alpha", result->alpha);
    cJSON_AddNumberToObject(json, "budget_s", result->budget_s);
    cJSON_AddNumberToObject(json, "seconds", result->seconds);
    cJSON_AddBoolToObject(json, "quick", result->is_quick);
    cJSON_AddBoolToObject(json, "interrupted", result->is_interrupted);
    cJSON_AddNumberToObject(json, "planned", result->planned_count);
    add_facts(json, result);
    add_controls(json, result);
    cJSON *notes = cJSON_AddArrayToObject(json, "notes");
    for (int i = 0; i < result->note_count; i++) {
        cJSON_AddItemToArray(notes, cJSON_CreateString(result->notes[i]));
    }
    cJSON *comparisons = cJSON_AddArrayToObject(json, "comparisons");
    for (int i = 0; i < result->comparison_count; i++) {
        cJSON_AddItemToArray(comparisons, comparison_json(&result->comparisons[i]));
    }
    cost_json_add(json, &result->cost);
    json_text_add(out, json);
    cJSON_Delete(json);
}

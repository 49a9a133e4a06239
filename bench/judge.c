#include "bench/judge.h"

#include "bench/json_text.h"
#include "bench/judge_paired.h"
#include "bench/paired_log.h"
#include "bench/unpaired_log.h"
#include "bench/words.h"

#include <cjson/cJSON.h>
#include <math.h>

/* Two logs that were measured one after the other say how they differ and nothing about why: whatever the
 * numbers are, the verdict stays open. */
static void describe_unpaired(const struct judge_options *options, const struct unpaired_log *a,
                              const struct unpaired_log *b, struct text *out, struct text *notes)
{
    struct unpaired_ratio ratio;
    bool has_interval = unpaired_compare(a, b, options->rule.alpha, &ratio);
    struct judgement shown = {
        .effect = ratio.effect, .low = ratio.low, .high = ratio.high, .has_interval = has_interval};
    char percent[WORDS_MAX];
    char interval[WORDS_MAX];
    if (options->is_json) {
        cJSON *json = cJSON_CreateObject();
        cJSON_AddStringToObject(json, "a", options->paths[0]);
        cJSON_AddStringToObject(json, "b", options->paths[1]);
        cJSON_AddBoolToObject(json, "interleaved", false);
        cJSON_AddStringToObject(json, "kind_a", a->kind);
        cJSON_AddStringToObject(json, "kind_b", b->kind);
        cJSON_AddNumberToObject(json, "frames_a", a->count);
        cJSON_AddNumberToObject(json, "frames_b", b->count);
        cJSON_AddNumberToObject(json, "effect", expm1(ratio.effect));
        cJSON *description = has_interval ? cJSON_AddArrayToObject(json, "description_interval")
                                          : cJSON_AddNullToObject(json, "description_interval");
        if (has_interval) {
            cJSON_AddItemToArray(description, cJSON_CreateNumber(expm1(ratio.low)));
            cJSON_AddItemToArray(description, cJSON_CreateNumber(expm1(ratio.high)));
        }
        cJSON_AddStringToObject(json, "verdict", verdict_name(VERDICT_UNDECIDED));
        json_text_add(out, json);
        cJSON_Delete(json);
    } else {
        text_format(
            out, "B/A\tunpaired, %d and %d frames\t%s %s\tUNDECIDED (unpaired: a description, no proof)\n",
            a->count, b->count, words_percent(ratio.effect, percent), words_interval(&shown, interval));
    }
    text_format(
        notes,
        "note: A is %s (%s), B is %s (%s). They were not measured in turns, so that what the machine did "
        "meanwhile is in the difference too; the interval describes these two recordings and nothing else\n",
        options->paths[0], a->kind, options->paths[1], b->kind);
    if (a->skipped + b->skipped > 0) {
        text_format(notes, "note: %d rows of A and %d of B hold no frame time and were left out\n",
                    a->skipped, b->skipped);
    }
    if (!(a->to_ms > 0 && b->to_ms > 0)) {
        text_add(notes, "note: a log without a unit is taken to be in the unit of the other\n");
    }
}

static bool read_unpaired(const char *path, struct unpaired_log *log, struct error *error)
{
    struct csv csv;
    if (!csv_open(&csv, path, error)) {
        return false;
    }
    bool is_good = unpaired_log_read(&csv, log, error);
    csv_close(&csv);
    return is_good;
}

static bool judge_two(const struct judge_options *options, struct text *out, struct text *notes,
                      struct error *error)
{
    struct unpaired_log a;
    struct unpaired_log b;
    if (!read_unpaired(options->paths[0], &a, error)) {
        return false;
    }
    if (!read_unpaired(options->paths[1], &b, error)) {
        unpaired_log_free(&a);
        return false;
    }
    describe_unpaired(options, &a, &b, out, notes);
    unpaired_log_free(&a);
    unpaired_log_free(&b);
    return true;
}

static bool judge_one(const struct judge_options *options, struct text *out, struct text *notes,
                      struct error *error)
{
    struct csv csv;
    if (!csv_open(&csv, options->paths[0], error)) {
        return false;
    }
    bool is_good = csv_next(&csv);
    if (!is_good) {
        error_set(error, STATUS_BAD, "no-frames", "the log is empty");
        error_at(error, csv.path, 0, 0);
    } else if (!paired_log_has_columns(&csv)) {
        is_good =
            error_set(error, STATUS_ENVIRONMENT, "not-interleaved",
                      "an interleaved log has the columns quad, block, arm and total_ns; two logs of other "
                      "tools are given as two files");
        error_at(error, csv.path, csv.line, 1);
    } else {
        struct paired_logs logs;
        is_good = paired_log_read(&csv, options->arm_a, options->arm_b, &logs, error);
        if (is_good) {
            judge_paired(options, &logs, out, notes);
            paired_logs_free(&logs);
        }
    }
    csv_close(&csv);
    return is_good;
}

bool judge_run(const struct judge_options *options, struct text *out, struct text *notes, struct error *error)
{
    return options->path_count == 2 ? judge_two(options, out, notes, error)
                                    : judge_one(options, out, notes, error);
}

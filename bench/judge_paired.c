#include "bench/judge_paired.h"

#include "base/memory.h"
#include "bench/bootstrap.h"
#include "bench/family.h"
#include "bench/json_text.h"
#include "bench/judgement_json.h"
#include "bench/words.h"
#include "frame/stats.h"

#include <string.h>

static const double TAILS[] = {0.95, 0.99};

static double median_ms(const struct paired_frames *frames)
{
    double *copy = memory_get_array((size_t)frames->count + 1, sizeof *copy);
    memcpy(copy, frames->ns, (size_t)frames->count * sizeof *copy);
    double median = frames->count > 0 ? stats_median(copy, frames->count) / 1e6 : 0;
    memory_free(copy);
    return median;
}

static cJSON *tails_json(const struct paired_log *log, double alpha)
{
    cJSON *list = cJSON_CreateArray();
    struct bootstrap_arm arms[2];
    for (int i = 0; i < 2; i++) {
        arms[i] = (struct bootstrap_arm){.values = log->frames[i].ns,
                                         .blocks = log->frames[i].quads,
                                         .count = log->frames[i].count,
                                         .block_count = log->effects.count};
    }
    for (size_t i = 0; i < sizeof TAILS / sizeof TAILS[0]; i++) {
        struct bootstrap_ratio ratio;
        if (!bootstrap_quantile_ratio(&arms[0], &arms[1], true, TAILS[i], alpha, 1, &ratio)) {
            continue;
        }
        int fewest = arms[0].count < arms[1].count ? arms[0].count : arms[1].count;
        cJSON *tail = cJSON_CreateObject();
        cJSON_AddNumberToObject(tail, "quantile", TAILS[i]);
        cJSON_AddNumberToObject(tail, "effect", ratio.ratio - 1);
        const double ends[2] = {ratio.low - 1, ratio.high - 1};
        cJSON_AddItemToObject(tail, "ci", cJSON_CreateDoubleArray(ends, 2));
        cJSON_AddBoolToObject(tail, "descriptive", !bootstrap_is_thick(fewest, TAILS[i]));
        cJSON_AddNumberToObject(tail, "resamples", ratio.resamples);
        cJSON_AddItemToArray(list, tail);
    }
    return list;
}

static cJSON *log_json(const struct judge_options *options, const struct paired_log *log,
                       const struct judgement *judgement, double p_family)
{
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "file", options->paths[0]);
    if (log->comparison > 0) {
        cJSON_AddNumberToObject(json, "comparison", log->comparison);
    }
    cJSON_AddStringToObject(json, "a", log->arms[0]);
    cJSON_AddStringToObject(json, "b", log->arms[1]);
    cJSON_AddBoolToObject(json, "interleaved", true);
    cJSON_AddBoolToObject(json, "tossed", paired_log_is_tossed(log));
    judgement_json_add(json, judgement);
    cJSON_AddNumberToObject(json, "p_family", p_family);
    cJSON_AddNumberToObject(json, "margin", options->rule.margin);
    cJSON_AddNumberToObject(json, "alpha", options->rule.alpha);
    const double medians[2] = {median_ms(&log->frames[0]), median_ms(&log->frames[1])};
    cJSON_AddItemToObject(json, "median_ms", cJSON_CreateDoubleArray(medians, 2));
    cJSON_AddItemToObject(json, "tails", tails_json(log, options->rule.alpha));
    return json;
}

static void add_line(const struct judge_options *options, const struct paired_log *log,
                     const struct judgement *judgement, struct text *out)
{
    char percent[WORDS_MAX];
    char interval[WORDS_MAX];
    char words[WORDS_MAX];
    verdict_words(judgement, options->rule.margin, words, sizeof words);
    if (log->comparison > 0) {
        text_format(out, "comparison %g\t", log->comparison);
    }
    text_format(out, "%s/%s\t%d quads\t%s %s\t%s\n", log->arms[1], log->arms[0], judgement->quads,
                words_percent(judgement->effect, percent), words_interval(judgement, interval), words);
}

static void begin_note(const struct paired_log *log, struct text *notes)
{
    text_add(notes, "note: ");
    if (log->comparison > 0) {
        text_format(notes, "comparison %g: ", log->comparison);
    }
}

static void add_notes(const struct paired_log *log, struct text *notes)
{
    if (log->is_last_quad_dropped) {
        begin_note(log, notes);
        text_add(notes, "the last quad is cut off and was left out\n");
    }
    if (!paired_log_is_tossed(log)) {
        begin_note(log, notes);
        text_format(
            notes,
            "%d of %d quads are ABBA, %d times the order changed: no fair coin does that. The interval "
            "then holds only if the machine's noise is the same in both orders\n",
            log->abba, log->effects.count, log->changes);
    }
}

static void add_family_note(int count, struct text *notes)
{
    if (count > 1) {
        text_format(notes,
                    "note: a difference is claimed only where that holds for all %d comparisons together "
                    "(Holm); intervals and equality are those of each alone\n",
                    count);
    }
}

void judge_paired(const struct judge_options *options, const struct paired_logs *logs, struct text *out,
                  struct text *notes)
{
    cJSON *list = cJSON_CreateArray();
    struct effects *effects = memory_get_array((size_t)logs->count + 1, sizeof *effects);
    struct verdict_proof *proofs = memory_get_array((size_t)logs->count + 1, sizeof *proofs);
    double *p = memory_get_array((size_t)logs->count + 1, sizeof *p);
    for (int i = 0; i < logs->count; i++) {
        effects[i] = logs->logs[i].effects;
    }
    family_prove(effects, logs->count, options->rule, proofs, p);
    for (int i = 0; i < logs->count; i++) {
        struct judgement judgement = verdict_judge_given(&effects[i], options->rule, proofs[i]);
        if (options->is_json) {
            cJSON_AddItemToArray(list, log_json(options, &logs->logs[i], &judgement, p[i]));
        } else {
            add_line(options, &logs->logs[i], &judgement, out);
        }
        add_notes(&logs->logs[i], notes);
    }
    add_family_note(logs->count, notes);
    memory_free(effects);
    memory_free(proofs);
    memory_free(p);
    if (logs->is_last_log_dropped) {
        text_add(notes,
                 "note: the last comparison is cut off before its first whole quad and was left out\n");
    }
    if (options->is_json) {
        json_text_add(out, logs->count == 1 ? cJSON_GetArrayItem(list, 0) : list);
    }
    cJSON_Delete(list);
}

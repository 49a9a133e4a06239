#include "bench/result.h"

#include "base/memory.h"
#include "bench/family.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void result_free(struct result *result)
{
    for (int i = 0; i < result->comparison_count; i++) {
        comparison_free(&result->comparisons[i]);
    }
    memory_free(result->facts);
    memory_free(result->comparisons);
    memory_free(result->controls);
    memory_free(result->notes);
    cost_data_free(&result->cost);
    *result = (struct result){0};
}

/* Room for one more item behind `count`; doubles at powers of two, so that no capacity need be kept. */
static void *grow(void *items, int count, size_t item_size)
{
    bool is_full = (count & (count - 1)) == 0;
    return is_full ? memory_resize(items, count > 0 ? 2 * (size_t)count : 1, item_size) : items;
}

void result_add_fact(struct result *result, const char *group, const char *name, const char *value,
                     const char *origin)
{
    result->facts = grow(result->facts, result->fact_count, sizeof *result->facts);
    struct fact *fact = &result->facts[result->fact_count++];
    snprintf(fact->group, sizeof fact->group, "%s", group);
    snprintf(fact->name, sizeof fact->name, "%s", name);
    snprintf(fact->value, sizeof fact->value, "%s", value);
    snprintf(fact->origin, sizeof fact->origin, "%s", origin);
}

void result_add_note(struct result *result, const char *format, ...)
{
    result->notes = grow(result->notes, result->note_count, sizeof *result->notes);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(result->notes[result->note_count++], sizeof *result->notes, format, arguments);
    va_end(arguments);
}

struct comparison *result_add_comparison(struct result *result)
{
    result->comparisons = grow(result->comparisons, result->comparison_count, sizeof *result->comparisons);
    struct comparison *comparison = &result->comparisons[result->comparison_count++];
    *comparison = (struct comparison){.number = result->comparison_count};
    return comparison;
}

struct control_result *result_add_control(struct result *result)
{
    result->controls = grow(result->controls, result->control_count, sizeof *result->controls);
    struct control_result *control = &result->controls[result->control_count++];
    *control = (struct control_result){0};
    return control;
}

/* A setting that nobody looks at cannot change anything, however long it is measured: where it does, what is
 * known of the library is wrong, or something else was measured. Less than the margin is no such proof, as
 * how two equal painters lie in memory does as much. */
static enum verdict name_unread(const struct comparison *comparison)
{
    bool is_picture_different = comparison->has_picture && comparison->picture.class != PICTURE_IDENTICAL;
    bool is_cost_different =
        comparison->judgement.verdict == VERDICT_DIFFERENT && comparison->judgement.material == MATERIAL_YES;
    return is_picture_different || is_cost_different ? VERDICT_INVALID : VERDICT_UNREAD;
}

/* The words that need to know what differs between the arms. */
static enum verdict name_verdict(const struct comparison *comparison)
{
    if (comparison->invalid[0] != '\0') {
        return VERDICT_INVALID;
    }
    if (!comparison->is_same && !comparison->is_read) {
        return name_unread(comparison);
    }
    /* Equal cost and an equal picture from unequal settings: nothing that was drawn depends on them. */
    bool is_unreached = !comparison->is_same && comparison->has_picture &&
                        comparison->picture.class == PICTURE_IDENTICAL &&
                        comparison->judgement.verdict == VERDICT_EQUIVALENT;
    return is_unreached ? VERDICT_UNREACHED : comparison->judgement.verdict;
}

/* A claim below the margin that was measured again in fresh processes needs all of them to agree on its sign.
 */
static bool is_replicated(const struct comparison *comparison, const struct judgement *claim)
{
    if (claim->material == MATERIAL_YES || comparison->replica_count < REPLICAS) {
        return true;
    }
    int agreeing = 0;
    for (int i = 0; i < REPLICAS; i++) {
        agreeing += comparison->replica_effects[i] * claim->effect > 0;
    }
    return agreeing == REPLICAS;
}

/* The verdict looks at the fast frames of blocks. Where the middle ones differ beyond doubt by more than the
 * margin, what slows an arm down does not hit all of its frames, and equal would be the wrong word. */
static bool is_middle_different(const struct comparison *comparison, double margin)
{
    const struct other_effect *middle = &comparison->middle;
    double delta = log1p(margin);
    return middle->has_interval && (middle->low > delta || middle->high < -delta);
}

static void judge_comparison(struct comparison *comparison, const struct effects *effects,
                             struct verdict_rule rule, struct verdict_proof proof)
{
    struct judgement *judgement = &comparison->judgement;
    *judgement = verdict_judge_given(effects, rule, proof);
    if (proof.is_different && !is_replicated(comparison, judgement)) {
        *judgement = verdict_judge_given(effects, rule, (struct verdict_proof){0});
    }
    if (judgement->verdict == VERDICT_EQUIVALENT && is_middle_different(comparison, rule.margin)) {
        judgement->verdict = VERDICT_UNDECIDED;
    }
    judgement->verdict = name_verdict(comparison);
    if (judgement->verdict != VERDICT_DIFFERENT) {
        judgement->direction = DIRECTION_NONE;
    }
}

void result_judge(struct result *result)
{
    int count = result->comparison_count;
    struct verdict_rule rule = {.margin = result->margin, .alpha = result->alpha, .claims = 1};
    struct effects *effects = memory_get_array((size_t)count + 1, sizeof *effects);
    struct verdict_proof *proofs = memory_get_array((size_t)count + 1, sizeof *proofs);
    double *p = memory_get_array((size_t)count + 1, sizeof *p);
    for (int i = 0; i < count; i++) {
        comparison_effects(&result->comparisons[i], &effects[i]);
    }
    family_prove(effects, count, rule, proofs, p);
    for (int i = 0; i < count; i++) {
        result->comparisons[i].p_family = p[i];
        judge_comparison(&result->comparisons[i], &effects[i], rule, proofs[i]);
        effects_free(&effects[i]);
    }
    memory_free(effects);
    memory_free(proofs);
    memory_free(p);
}

const char *result_fact(const struct result *result, const char *group, const char *name)
{
    for (int i = 0; i < result->fact_count; i++) {
        if (strcmp(result->facts[i].group, group) == 0 && strcmp(result->facts[i].name, name) == 0) {
            return result->facts[i].value;
        }
    }
    return NULL;
}

static enum status gate_status(const struct result *result)
{
    enum status status = STATUS_GOOD;
    for (int i = 0; i < result->comparison_count; i++) {
        const struct judgement *judgement = &result->comparisons[i].judgement;
        bool is_different = judgement->verdict == VERDICT_DIFFERENT;
        if (result->comparisons[i].is_same) {
            continue; /* says nothing about a hint */
        }
        if (is_different && judgement->direction == DIRECTION_SLOWER && judgement->material == MATERIAL_YES) {
            return STATUS_BAD;
        }
        if (judgement->verdict == VERDICT_UNDECIDED ||
            (is_different && judgement->direction == DIRECTION_SLOWER &&
             judgement->material == MATERIAL_OPEN)) {
            status = STATUS_UNDECIDED;
        }
    }
    return status;
}

enum status result_status(const struct result *result, bool is_gate)
{
    for (int i = 0; i < result->comparison_count; i++) {
        if (result->comparisons[i].judgement.verdict == VERDICT_INVALID) {
            return STATUS_ENVIRONMENT;
        }
    }
    for (int i = 0; i < result->control_count; i++) {
        if (!result->controls[i].is_passed) {
            return STATUS_ENVIRONMENT;
        }
    }
    return is_gate ? gate_status(result) : STATUS_GOOD;
}

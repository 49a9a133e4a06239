#include "frame/verdict.h"

#include "base/require.h"

#include <math.h>
#include <stdio.h>

static enum material material_of(const struct judgement *judgement, double delta, bool is_proved)
{
    if (judgement->has_interval && judgement->low > -delta && judgement->high < delta) {
        return MATERIAL_NO;
    }
    return judgement->has_interval && is_proved ? MATERIAL_YES : MATERIAL_OPEN;
}

static enum verdict verdict_of(const struct judgement *judgement, bool is_different)
{
    if (judgement->has_interval && is_different) {
        return VERDICT_DIFFERENT;
    }
    return judgement->material == MATERIAL_NO ? VERDICT_EQUIVALENT : VERDICT_UNDECIDED;
}

struct judgement verdict_judge_given(const struct effects *effects, struct verdict_rule rule,
                                     struct verdict_proof proof)
{
    require(rule.margin > 0 && rule.alpha > 0 && rule.alpha < 1 && rule.claims >= 1);
    struct judgement judgement = {.quads = effects->count};
    if (effects->count == 0) {
        return judgement;
    }
    judgement.effect = effects_median(effects);
    judgement.low = effects->sorted[0];
    judgement.high = effects->sorted[effects->count - 1];
    judgement.has_interval = effects_interval(effects, rule.alpha, &judgement.low, &judgement.high);
    judgement.log_evidence = effects_log_evidence(effects, 0);
    judgement.material = material_of(&judgement, log1p(rule.margin), proof.is_material);
    judgement.verdict = verdict_of(&judgement, proof.is_different);
    if (judgement.verdict == VERDICT_DIFFERENT) {
        judgement.direction = judgement.effect < 0 ? DIRECTION_FASTER : DIRECTION_SLOWER;
    }
    return judgement;
}

struct judgement verdict_judge(const struct effects *effects, struct verdict_rule rule)
{
    double wanted = log((double)rule.claims) - log(rule.alpha);
    struct verdict_proof proof = {
        .is_different = effects->count > 0 && effects_log_evidence(effects, 0) >= wanted,
        .is_material = verdict_margin_evidence(effects, rule.margin) >= wanted,
    };
    return verdict_judge_given(effects, rule, proof);
}

double verdict_margin_evidence(const struct effects *effects, double margin)
{
    double delta = log1p(margin);
    double median = effects->count > 0 ? effects_median(effects) : 0;
    if (fabs(median) <= delta) {
        return 0;
    }
    return effects_log_evidence(effects, median > 0 ? delta : -delta);
}

bool verdict_is_final(const struct judgement *judgement)
{
    return judgement->material == MATERIAL_NO ||
           (judgement->material == MATERIAL_YES && judgement->verdict == VERDICT_DIFFERENT);
}

void verdict_words(const struct judgement *judgement, double margin, char *out, int room)
{
    const char *name = verdict_name(judgement->verdict);
    if (judgement->verdict == VERDICT_DIFFERENT) {
        snprintf(out, (size_t)room, "%s %s %s", name, direction_name(judgement->direction),
                 material_name(judgement->material));
    } else if (judgement->verdict == VERDICT_EQUIVALENT) {
        snprintf(out, (size_t)room, "%s within %g%%", name, margin * 100);
    } else {
        snprintf(out, (size_t)room, "%s", name);
    }
}

const char *verdict_name(enum verdict verdict)
{
    static const char *const NAMES[] = {"UNDECIDED", "EQUIVALENT", "DIFFERENT",
                                        "UNREAD",    "UNREACHED",  "INVALID"};
    return NAMES[verdict];
}

const char *direction_name(enum direction direction)
{
    static const char *const NAMES[] = {"none", "faster", "slower"};
    return NAMES[direction];
}

const char *material_name(enum material material)
{
    return material == MATERIAL_YES ? "material" : "immaterial";
}

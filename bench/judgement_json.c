#include "bench/judgement_json.h"

#include <math.h>

void judgement_json_add(cJSON *json, const struct judgement *judgement)
{
    cJSON_AddNumberToObject(json, "effect", expm1(judgement->effect));
    if (judgement->has_interval) {
        const double ends[2] = {expm1(judgement->low), expm1(judgement->high)};
        cJSON_AddItemToObject(json, "ci", cJSON_CreateDoubleArray(ends, 2));
    } else {
        cJSON_AddNullToObject(json, "ci");
    }
    cJSON_AddNumberToObject(json, "quads", judgement->quads);
    cJSON_AddNumberToObject(json, "p", fmin(1, exp(-judgement->log_evidence)));
    cJSON_AddStringToObject(json, "verdict", verdict_name(judgement->verdict));
    if (judgement->direction == DIRECTION_NONE) {
        cJSON_AddNullToObject(json, "direction");
    } else {
        cJSON_AddStringToObject(json, "direction", direction_name(judgement->direction));
    }
    if (judgement->material == MATERIAL_OPEN && judgement->verdict != VERDICT_DIFFERENT) {
        cJSON_AddNullToObject(json, "material");
    } else {
        cJSON_AddBoolToObject(json, "material", judgement->material == MATERIAL_YES);
    }
}

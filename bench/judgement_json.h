/* A judgement as the JSON fields that every output of the bench shares: effect and ci as fractions (0.01: B
 * costs 1 % more than A; ci null while there is none), quads, p, verdict, direction ("faster", "slower",
 * null), material (true, false, null: open). */
#ifndef WARREN_BENCH_JUDGEMENT_JSON_H
#define WARREN_BENCH_JUDGEMENT_JSON_H

#include "frame/verdict.h"

#include <cjson/cJSON.h>

void judgement_json_add(cJSON *json, const struct judgement *judgement);

#endif

/* A cJSON tree as text, for every output of the bench. */
#ifndef WARREN_BENCH_JSON_TEXT_H
#define WARREN_BENCH_JSON_TEXT_H

#include "base/text.h"

#include <cjson/cJSON.h>

/* Appends it as people read it, and a line end. */
void json_text_add(struct text *out, const cJSON *json);

/* Appends it without spaces, as part of other text. */
void json_text_add_value(struct text *out, const cJSON *json);

#endif

/* The "cost" part of summary.json: the points that were measured and, for other readers, what was fitted to
 * them, which is not read back. */
#ifndef WARREN_BENCH_COST_JSON_H
#define WARREN_BENCH_COST_JSON_H

#include "bench/cost_model.h"

#include <cjson/cJSON.h>

/* Adds "cost" to the object; nothing when there are no points. */
void cost_json_add(cJSON *json, const struct cost_data *data);

/* Reads it back, if it is there; what makes no sense is left out. The data are empty before. */
void cost_json_read(const cJSON *json, struct cost_data *data);

#endif

/* summary.json: a result as JSON and back. Verdicts are written for those who read the file and not read
 * back: result_judge gives them again from the effects that the file holds. */
#ifndef WARREN_BENCH_RESULT_JSON_H
#define WARREN_BENCH_RESULT_JSON_H

#include "base/text.h"
#include "bench/result.h"

/* Appends the JSON text of a judged result. */
void result_json_write(const struct result *result, struct text *out);

/* Reads the file and judges it. Errors: status 3 when it cannot be read; status 1, kinds "not-json", "schema"
 * and "bad-result". Zero-initialises result, which is to be freed after success only. */
bool result_json_read(const char *path, struct result *result, struct error *error);

#endif

/* `warren-bench judge`: verdicts on logs that somebody measured, with this bench or another tool. */
#ifndef WARREN_BENCH_JUDGE_H
#define WARREN_BENCH_JUDGE_H

#include "base/error.h"
#include "base/text.h"
#include "frame/verdict.h"

#include <stdbool.h>

struct judge_options {
    const char *paths[2]; /* one interleaved log, or two of other tools */
    int path_count;
    const char *arm_a, *arm_b; /* both or none */
    struct verdict_rule rule;
    bool is_json;
};

/* Appends a verdict line for each comparison of the log (or one JSON text) to out, and remarks that belong on
 * stderr to notes. Errors: status 3, kind "not-interleaved", and those of reading. */
bool judge_run(const struct judge_options *options, struct text *out, struct text *notes,
               struct error *error);

#endif

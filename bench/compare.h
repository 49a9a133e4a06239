/* `warren-bench compare`: two results of `run` side by side, one line for each comparison that both have. The
 * two were not measured in turns, so absolute times are never compared: only the effects, each of which was
 * found inside its own run. */
#ifndef WARREN_BENCH_COMPARE_H
#define WARREN_BENCH_COMPARE_H

#include "base/text.h"
#include "bench/result.h"

/* STATUS_BAD: some effect is materially slower in head than in base, by more than effects move from process
 * to process, and all such claims hold together (Holm at head's alpha); else STATUS_ENVIRONMENT: something is
 * invalid; else STATUS_UNDECIDED: some cannot be told, or are missing in head, or there is nothing to be
 * told; else STATUS_GOOD. Comparisons of a setting with itself do not count. Appends the lines to out. */
enum status compare_results(const struct result *base, const struct result *head, struct text *out);

/* The comparison of the result that asks the same question in the same place; NULL: none. */
const struct comparison *compare_find(const struct result *result, const struct comparison *wanted);

#endif

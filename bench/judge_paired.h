/* Verdict lines and JSON for interleaved logs that have been read and checked; judge's other half. */
#ifndef WARREN_BENCH_JUDGE_PAIRED_H
#define WARREN_BENCH_JUDGE_PAIRED_H

#include "bench/judge.h"
#include "bench/paired_log.h"

void judge_paired(const struct judge_options *options, const struct paired_logs *logs, struct text *out,
                  struct text *notes);

#endif

/* `warren-bench export`: the frames of one comparison of a frames.csv in the forms that other tools read:
 * MangoHud's log (one file for each arm), Chrome's trace (phases on a time line) and Google Benchmark's JSON
 * (one file for each arm, block values as repetitions, for its compare.py). */
#ifndef WARREN_BENCH_EXPORT_H
#define WARREN_BENCH_EXPORT_H

#include "base/error.h"

#include <stdbool.h>

/* comparison: its number in the log. Writes mangohud-a.csv, mangohud-b.csv, trace.json, benchmark-a.json and
 * benchmark-b.json into the folder, which is made. Errors: status 1 when the log has no such comparison or is
 * none of warren-bench; status 3 when something cannot be read or written. */
bool export_run(const char *log_path, int comparison, const char *folder, struct error *error);

#endif

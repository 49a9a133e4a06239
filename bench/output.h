/* The folder of a result: made before anything is measured, filled as measuring goes on, so that whatever
 * ends a run leaves readable what was there. Never keeps quiet about a write that failed. */
#ifndef WARREN_BENCH_OUTPUT_H
#define WARREN_BENCH_OUTPUT_H

#include "bench/frame_log.h"
#include "bench/result.h"

#include <stdio.h>

struct output {
    const char *folder;
    FILE *frames; /* frames.csv; NULL after it could not be written */
    uint64_t first_ns;
};

/* Makes the folder and pictures/ in it and starts frames.csv. Errors: status 3. */
bool output_open(struct output *output, const char *folder, uint64_t seed, struct error *error);

/* Appends those frames of a comparison that are not there yet: all of them or, with an error, none; then
 * there will be no more. */
bool output_add_frames(struct output *output, struct frame_log *log, const struct comparison *comparison,
                       struct error *error);

/* Writes summary.json and verdicts.log anew from a judged result. */
bool output_write(const struct output *output, const struct result *result, struct error *error);

/* Closes frames.csv. False when its last bytes could not be written. */
bool output_close(struct output *output, struct error *error);

/* Prints the verdict lines on stdout. A closed pipe is an error with status 3. */
bool output_print(const struct result *result, struct error *error);

/* Makes the folder and all above it. */
bool output_make_folder(const char *folder, struct error *error);

/* "FOLDER/NAME" into out. */
void output_path(const char *folder, const char *name, struct text *out);

#endif

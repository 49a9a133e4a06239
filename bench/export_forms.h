/* The forms of other tools, written from frames that were read from a log. Pure; export.c does files. */
#ifndef WARREN_BENCH_EXPORT_FORMS_H
#define WARREN_BENCH_EXPORT_FORMS_H

#include "base/text.h"

#include <stdbool.h>

/* The numbers of a frame, in the order of the columns that export.c looks for. */
enum export_column {
    EXPORT_START,
    EXPORT_TOTAL,
    EXPORT_BUILD,
    EXPORT_SUBMIT,
    EXPORT_FINISH,
    EXPORT_PRESENT,
    EXPORT_CPU,
    EXPORT_QUAD,
    EXPORT_BLOCK,
    EXPORT_COLUMNS
};

struct export_row {
    int arm; /* 0: A, 1: B */
    bool is_measured;
    double numbers[EXPORT_COLUMNS]; /* times in ns */
};

struct export_frames {
    struct export_row *rows;
    int count, capacity;
    char settings[2][64];
};

void export_add(struct export_frames *frames, const struct export_row *row);
void export_free(struct export_frames *frames);

/* A log as MangoHud writes it: its preamble, then frames per second, frame time in ms and elapsed ns of each
 * measured frame of the arm. */
void export_mangohud(const struct export_frames *frames, int arm, struct text *out);

/* Chrome's trace events: each frame and its phases as complete events, one thread for each arm, times in us.
 */
void export_trace(const struct export_frames *frames, struct text *out);

/* Google Benchmark's JSON: the value of each block (trial.h) is one repetition, under a name that both arms
 * share. */
void export_benchmark(const struct export_frames *frames, int arm, struct text *out);

#endif

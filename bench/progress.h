/* Says on stderr how far a measurement is: a bar with the time left on a terminal, a plain line for each step
 * elsewhere. Prints only between comparisons, never while frames are timed. */
#ifndef WARREN_BENCH_PROGRESS_H
#define WARREN_BENCH_PROGRESS_H

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

struct progress {
    bool is_terminal;
    int columns; /* width of the terminal */
    int done, total;
    uint64_t start_ns;
    double limit_s; /* it will not take longer than this; 0: no limit */
};

void progress_start(struct progress *progress, int total, double limit_s);

/* One step begins: what it is in a few words. */
void progress_begin(const struct progress *progress, const char *what);

/* It is done: with what outcome. */
void progress_done(struct progress *progress, const char *what, const char *outcome);

/* There is one step more to do. */
void progress_more(struct progress *progress);

/* Takes the bar off the terminal. */
void progress_end(const struct progress *progress);

/* The bar as text, without the carriage return: at most columns - 1 characters. */
void progress_bar(const struct progress *progress, const char *what, double elapsed_s, struct text *out);

/* How long the rest will take at the pace so far; negative while nothing is done. */
double progress_left_s(const struct progress *progress, double elapsed_s);

#endif

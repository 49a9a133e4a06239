/* The standard measurement: what `run` does when nothing else is asked for, and its quick form. */
#ifndef WARREN_BENCH_STANDARD_H
#define WARREN_BENCH_STANDARD_H

#include "base/text.h"
#include "bench/options.h"

enum { STANDARD_LEVELS = 4 };

/* Limits that belong to the request. */
struct standard {
    struct text levels[STANDARD_LEVELS]; /* paths that the request points to */
    double limit_s;                      /* all comparisons together; 0: no limit */
    double end_s;                        /* those that are measured again are over then; 0: no limit */
    bool is_whole;                       /* nothing was chosen: drivers get their own parts of it */
};

/* Fills what the options left open. */
void standard_fill(struct options *options, const char *assets, struct standard *out);
void standard_free(struct standard *standard);

/* The plan for the request as it is now (drivers that cannot be opened may be gone). */
void standard_plan(const struct options *options, const struct standard *standard, struct plan *out);

#endif

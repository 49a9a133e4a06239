/* `run --self-test`: does the bench find what is known to be there? Plants slow-downs of known size into one
 * of two equal arms, and measures equal arms too, many times over, and prints how often and how soon the
 * truth was found. */
#ifndef WARREN_BENCH_SELFTEST_H
#define WARREN_BENCH_SELFTEST_H

#include "bench/arms.h"
#include "bench/stage.h"

#include <stdint.h>

enum { SELFTEST_TRIES = 20 };

struct selftest {
    struct arms *arms;
    struct stage *stage;
    const char *driver;
    int zoom_px;
    double margin, alpha;
    uint64_t seed;
};

/* What came of the tries with one planted slow-down. */
struct selftest_row {
    double planted; /* share of a frame; 0: equal arms */
    double limit_s; /* for each try */
    int tries;
    int found;   /* slower proved; with equal arms: proved equal within the margin */
    int wrong;   /* faster claimed; with equal arms: any difference */
    int covered; /* intervals that hold the planted effect, of those with an interval */
    int intervals;
    double seconds[SELFTEST_TRIES]; /* of the tries that found it; sorted */
};

enum { SELFTEST_ROWS = 5 };

/* Runs all tries and says on stderr how far it is. Interrupted by a signal it returns what there is. */
void selftest_run(const struct selftest *selftest, struct selftest_row rows[SELFTEST_ROWS]);

/* The table as text. */
void selftest_print(const struct selftest_row rows[SELFTEST_ROWS], struct text *out);

/* Whether nine of ten tries found the truth in every row, and nothing was claimed that is not so more often
 * than alpha allows by a wide margin (two of twenty). */
bool selftest_is_good(const struct selftest_row rows[SELFTEST_ROWS]);

#endif

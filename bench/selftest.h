/* `run --self-test`: does the bench find what is known to be there, and how soon? Plants slow-downs of known
 * size into one of two equal arms, and measures equal arms too, many times over, each time with new painters;
 * prints how often and how soon the truth was found. */
#ifndef WARREN_BENCH_SELFTEST_H
#define WARREN_BENCH_SELFTEST_H

#include "bench/arms.h"
#include "bench/result.h"
#include "bench/stage.h"

#include <stdint.h>

enum { SELFTEST_ROWS = 5, SELFTEST_TRIES = 20, SELFTEST_TRIES_MAX = 1000 };

struct selftest {
    struct arms *arms;
    struct stage *stage;
    const char *driver;
    int zoom_px;
    int tries; /* of each row; at most SELFTEST_TRIES_MAX */
    double margin, alpha;
    uint64_t seed;
};

/* What came of the tries with one planted slow-down. */
struct selftest_row {
    double planted; /* share of a frame; 0: equal arms */
    double limit_s; /* for each try, from opening the first window to the verdict */
    int tries;
    int found;   /* slower proved; with equal arms: proved equal within the margin */
    int wrong;   /* faster claimed; with equal arms: any difference */
    int covered; /* intervals that hold the planted effect, of those with an interval */
    int intervals;
    double seconds[SELFTEST_TRIES_MAX]; /* of the tries that found it; sorted */
};

/* The rows of the table before the first try: nothing, 0.5, 1, 2 and 5 %. */
void selftest_start(struct selftest_row rows[SELFTEST_ROWS]);

/* Runs all tries of the rows and says on stderr how far it is. Interrupted by a signal it returns what there
 * is. Equal arms are added to the result as comparisons, for the ledger. */
void selftest_run(const struct selftest *selftest, struct selftest_row *rows, int count,
                  struct result *result);

/* The table as text. */
void selftest_print(const struct selftest_row *rows, int count, struct text *out);

/* Whether all tries were made, nine of ten found the truth in every row, and nothing was claimed that is not
 * so more often than alpha allows by a wide margin (one of ten). */
bool selftest_is_good(const struct selftest_row *rows, int count, int tries);

#endif

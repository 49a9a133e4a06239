/* Replays every solution of many levels, several levels at a time, and says of each how it went. Called by
 * `warren-level verify`. Levels are fetched when a worker is free and forgotten when they are done, so that
 * memory grows with the number of workers and the size of a level, never with the number of levels. Prints
 * nothing and knows no clock: both are lent to it. */
#ifndef WARREN_REPLAY_VERIFY_H
#define WARREN_REPLAY_VERIFY_H

#include "base/error.h"
#include "replay/paths.h"
#include "world/world.h"

#include <stdbool.h>
#include <stdint.h>

/* One solution, or, with solution 0, a whole level that is not good: it cannot be loaded, it has no solution
 * ("no-solution"), or all its solutions are valid but none of them wins ("not-solved") (rules/10 6.3). */
struct verify_result {
    const char *path;
    int solution;              /* from 1 */
    int32_t steps;             /* of one replay */
    enum outcome outcome;      /* at the end of the replay */
    const struct error *error; /* ready to be printed; NULL: the solution is valid */
};

struct verify_options {
    int jobs;                 /* how many levels at most are under way at once; at least 1 */
    int repeat;               /* how often each solution is replayed; at least 1 */
    uint64_t (*now_ns)(void); /* a monotonic clock; called by several threads */
    /* Called with each result when it is there, never by two threads at a time. What the result points to is
     * only valid during the call. Returns whether to go on: if not, what is under way is done and no further
     * level is begun. */
    bool (*report)(void *context, const struct verify_result *result);
    void *context;
};

struct verify_totals {
    int64_t levels;
    int64_t solutions;
    int64_t failures;    /* results with an error */
    int64_t unreadable;  /* of these, files and folders that cannot be read */
    int64_t steps;       /* all repetitions */
    uint64_t replay_ns;  /* wall time inside the replays, loading apart, as in meter.h */
    uint64_t elapsed_ns; /* wall time of everything */
    int64_t peak_kib;    /* the most memory that the process ever had */
};

void verify_run(struct paths *paths, const struct verify_options *options, struct verify_totals *totals);

/* Of all workers together; 0 if no time went by. */
int64_t verify_steps_per_second(const struct verify_totals *totals);

#endif

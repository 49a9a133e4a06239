/* Measures small claims again in fresh processes. How a program lies in memory can move a frame by some
 * tenths of a per cent, the same way for as long as the process lives; so a difference below the margin
 * counts only if five processes, each with its own layout, agree on its sign. */
#ifndef WARREN_BENCH_REPLICAS_H
#define WARREN_BENCH_REPLICAS_H

#include "bench/result.h"

enum { REPLICA_CLAIMS_MAX = 12 };

struct replicas {
    char *const *words; /* the command line of this process, as given; NULL after the last */
    const char *folder; /* of the result: replicas go below it */
    uint64_t seed;
    double seconds; /* for all of them together; 0: as long as it takes */
};

/* How many comparisons of a judged result are claims that need it and are measured again. */
int replicas_needed(const struct result *result);

/* Adds a note on each reason for which claims were not seen in as many processes as they should. */
void replicas_note_missing(struct result *result);

/* Runs the processes and puts what they found into the result, which is to be judged again. A process that
 * fails or a signal leaves claims without replicas. At most REPLICA_CLAIMS_MAX claims, the first ones. */
void replicas_run(const struct replicas *replicas, struct result *result);

#endif

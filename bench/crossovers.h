/* Zooms between which a setting goes over from cheaper to dearer or back: both ends are proven differences of
 * opposite sign, so that somewhere in between the order flips. */
#ifndef WARREN_BENCH_CROSSOVERS_H
#define WARREN_BENCH_CROSSOVERS_H

#include "bench/groups.h"

enum { CROSSOVERS_MAX = 32 };

struct crossover {
    const struct comparison *from, *to; /* neighbours among the decided zooms of one driver and level */
};

/* Stores up to `room` crossovers of the group; returns how many. */
int crossovers_find(const struct result *result, const struct group *group, struct crossover *out, int room);

#endif

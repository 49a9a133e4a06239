/* A stopwatch for the parts of a frame: which part took how long, and for how much of that this thread
 * computed rather than waited or was kept waiting. Two looks at clocks a lap; it takes no memory. */
#ifndef WARREN_FRAME_LAPS_H
#define WARREN_FRAME_LAPS_H

#include <stdint.h>

enum { LAPS_MAX = 8 };

struct laps {
    uint64_t then_ns, cpu_then_ns; /* when the last lap ended */
    uint64_t ns[LAPS_MAX], cpu_ns[LAPS_MAX];
};

/* All laps are empty. Time counts on from the end of the last one; at first, from now. */
void laps_begin(struct laps *laps);

/* The time since the last call was spent on that lap, 0 to LAPS_MAX - 1; what it had is added to. */
void laps_end(struct laps *laps, int lap);

#endif

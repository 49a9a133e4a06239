/* The part of `warren-bench limits` about a gliding zoom: from 16 to 256 px and back, a pixel a frame, with
 * every path on every driver that was asked for. Called by limits.c. */
#ifndef WARREN_BENCH_LIMITS_GLIDE_H
#define WARREN_BENCH_LIMITS_GLIDE_H

#include "bench/limits_memory.h"
#include "bench/limits_result.h"

struct limits_glider {
    const char *driver; /* static storage */
    enum paint_path path;
};

/* Two rounds of each, the second ones as long as there is time. What cannot be opened is left out with a note
 * on stderr. */
void limits_measure_glides(struct limits_result *result, const struct limits_glider *gliders, int count,
                           const char *assets);

/* As many copies of memory as the gliding zoom has frames, each of which takes about as long as a frame of a
 * slow path: what of the unevenness of those is the machine's own. */
void limits_measure_machine(struct limits_result *result, struct limits_memory *memory);

#endif

/* What `warren-bench limits` measures besides its table of cases: a huge level, a gliding zoom, a crowd. All
 * on the software driver. Called by limits.c. */
#ifndef WARREN_BENCH_LIMITS_SPECIAL_H
#define WARREN_BENCH_LIMITS_SPECIAL_H

#include "base/error.h"
#include "bench/limits_memory.h"
#include "bench/limits_result.h"
#include "paint/painter.h"

#include <stdbool.h>

/* Each fills its part of the result and opens painters of its own; false when that fails. */

/* Does blit pay for what is out of view? */
bool limits_measure_large(struct limits_result *result, const char *assets, struct error *error);

/* A thousand rabbits in view, by blit. */
bool limits_measure_crowd(struct limits_result *result, struct limits_memory *memory, const char *assets,
                          struct error *error);

/* As many copies of memory as the gliding zoom has frames, each of which takes about as long as a frame of a
 * slow path: what of the unevenness of those is the machine's own. */
void limits_measure_machine(struct limits_result *result, struct limits_memory *memory);

/* From 16 to 256 px and back, a pixel a frame. */
bool limits_measure_glide(struct limits_result *result, enum paint_path path, const char *assets,
                          struct error *error);

#endif

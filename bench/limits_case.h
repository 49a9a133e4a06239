/* One case of `warren-bench limits`: the frames of one painter at one zoom with one camera, and in between
 * samples of what the machine's memory and arithmetic can do at that moment. */
#ifndef WARREN_BENCH_LIMITS_CASE_H
#define WARREN_BENCH_LIMITS_CASE_H

#include "bench/limits_memory.h"
#include "bench/limits_result.h"
#include "bench/limits_scene.h"
#include "paint/painter.h"

#include <stdbool.h>

enum { LIMITS_MEMORY_COPIES = 1200 }; /* enough to see how even they are */

struct limits_meter;

/* Keeps memory, which stays the caller's. The scene is of its own. */
struct limits_meter *limits_meter_open(struct limits_memory *memory, int width_px, int height_px);
void limits_meter_close(struct limits_meter *meter);

/* Times frames for about so many seconds, at most 1.2, or those of some minutes, whichever ends sooner; where
 * frames are as fast as memory, for 1.2 seconds whatever is asked. Reads what identifies the case and fills
 * in the rest. Returns false when interrupted before the first frame. */
bool limits_meter_measure(struct limits_meter *meter, struct painter *painter, double seconds,
                          struct limits_case *found);

#endif

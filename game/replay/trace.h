/* The trace of a world: one state as text, the format in which worlds are compared step by step with those of
 * other programs. Written by `warren-level trace`; nothing reads it back. */
#ifndef WARREN_REPLAY_TRACE_H
#define WARREN_REPLAY_TRACE_H

#include "base/text.h"
#include "world/world.h"

/* Appends the state "step N ..." with the empty line after it. N is the world's own count of steps.
 * first_index: what is taken off every rabbit's index, so that traces of a level and of its working copy
 * agree: 0 for a loaded world; for a working copy world_counts(loaded).last_index. */
void trace_write(const struct world *world, int32_t first_index, struct text *out);

#endif

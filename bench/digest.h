/* From the raw frames of a comparison to its numbers: effects of quads, times of arms, tails, disturbances.
 * Pure: the same rows give the same numbers. Called by measure. */
#ifndef WARREN_BENCH_DIGEST_H
#define WARREN_BENCH_DIGEST_H

#include "bench/frame_log.h"

/* Fills effects, quads, disturbed quads, tails and the times of both arms; only whole quads count. alpha: for
 * the intervals of tails. */
void digest_frames(const struct frame_log *log, double alpha, struct comparison *comparison);

#endif

/* Draws one frame and takes its time, phase by phase: building the scene, handing it to the renderer, waiting
 * until it is drawn, presenting it. What the library does behind a call's return is forced to end inside the
 * frame that asked for it. */
#ifndef WARREN_BENCH_SAMPLER_H
#define WARREN_BENCH_SAMPLER_H

#include "bench/frame_log.h"
#include "bench/stage.h"
#include "paint/painter.h"

/* Fills everything in row but its slot. burn_ns: how long to do nothing useful while building, which plants a
 * slow-down of known size; 0 for none. */
void sampler_frame(struct painter *painter, struct stage *stage, uint64_t burn_ns, struct frame_row *row);

#endif

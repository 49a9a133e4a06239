/* Draws one frame and takes its time, phase by phase: building the scene, handing it to the renderer, waiting
 * until it is drawn, presenting it. What the library does behind a call's return is forced to end inside the
 * frame that asked for it. */
#ifndef WARREN_BENCH_SAMPLER_H
#define WARREN_BENCH_SAMPLER_H

#include "bench/frame_log.h"
#include "bench/stage.h"
#include "paint/painter.h"

/* Fills everything in row but its slot. planted: the share of its own time that the frame is made
 * to take longer, whatever the speed of the machine is at the moment: a slow-down of exactly known size; 0
 * for none. */
void sampler_frame(struct painter *painter, struct stage *stage, double planted, struct frame_row *row);

#endif

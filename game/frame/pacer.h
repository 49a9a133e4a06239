/* Holds a loop to a steady rate without drifting: frame n is due at start + n * period, whatever the frames
 * before it took. For displays that do not wait for the screen themselves; the bench never paces. */
#ifndef WARREN_FRAME_PACER_H
#define WARREN_FRAME_PACER_H

#include <stdint.h>

struct pacer {
    uint64_t period_ns; /* 0: no pacing, pacer_wait returns at once */
    uint64_t due_ns;    /* the next turn of the loop; a frame that is drawn ahead is shown then */
    uint64_t lead_ns;   /* how much sooner a frame begins that is drawn ahead */
    uint64_t debt_ns;   /* how far behind the loop may stay without giving up periods */
    uint64_t missed;    /* periods given up because a frame was late by one or more of them */
};

/* The first frame is due one period from now. */
void pacer_start(struct pacer *pacer, uint64_t period_ns);

/* For a display that keeps a rhythm of its own, somewhat slower than the period: frames are never held up
 * while it does, however they jitter, and held to the period when it does not. */
void pacer_start_behind(struct pacer *pacer, uint64_t period_ns);

/* The same pace from now on, after time in which nothing was due; the next turn is due now. */
void pacer_restart(struct pacer *pacer);

/* Sleeps until the frame is due and returns for how many ns that was (0: the frame was late). A loop that
 * fell behind by whole periods does not hurry to catch up: they are counted as missed. */
uint64_t pacer_wait(struct pacer *pacer);

/* Frames that are shown steadily, however long it takes to draw each: wait until one must begin, draw it,
 * pacer_wait, show it, and tell how long drawing took. The lead comes to be what nearly all frames take and a
 * few ms to spare, at most three quarters of the period; none of it is needed for what the loop hears of
 * before it begins to draw, so it is the price in latency. Returns as pacer_wait. */
uint64_t pacer_wait_to_draw(struct pacer *pacer);
void pacer_learn(struct pacer *pacer, uint64_t drawing_ns);

#endif

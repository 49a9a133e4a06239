/* Writes down what a player does as a solution (rules/10 6.7). Told by the timeline, which passes the
 * player's commands to the world. Never looks at a world. Zero-initialise it. */
#ifndef WARREN_REPLAY_RECORDER_H
#define WARREN_REPLAY_RECORDER_H

#include "replay/solution.h"

struct recorder {
    struct solution solution; /* finished commands, then the actions of the one in progress */
};

void recorder_select(struct recorder *recorder, enum ability ability); /* each time the player picks one */
void recorder_place(struct recorder *recorder, int32_t x, int32_t y);  /* a token was really placed */
void recorder_step(struct recorder *recorder); /* the world made a step: closes the command, merges waits */

/* Appends the solution. With is_open also what was done since the last step, as one more command: a replay
 * makes a step after it, so a proof does without, and a saved game does not. */
void recorder_write(const struct recorder *recorder, bool is_open, struct text *out);

void recorder_free(struct recorder *recorder); /* empty and usable afterwards */

#endif

/* The two arms of the A/B test in the game: which settings they are, and putting them in force. Called by
 * compare.c alone. */
#ifndef WARREN_PLAY_COMPARE_ARMS_H
#define WARREN_PLAY_COMPARE_ARMS_H

#include "play/compare.h"

/* Chooses them by the last switch, and puts each in force once to read it back. Error, for the player: there
 * is nothing that could be flipped; compare_put_back is then due. */
bool compare_choose(struct compare *compare, struct display *display, struct error *error);

/* Nothing happens when it is in force. Error: it cannot be put in force any more. */
bool compare_put(struct compare *compare, struct display *display, int arm, struct error *error);

/* What the player has chosen is in force again. It was before, so it can be; else the arm stays. */
void compare_put_back(struct compare *compare, struct display *display);

#endif

/* The A/B test as a small sheet over the level: what is flipped, as read back, the effect with its interval
 * as it settles, and the verdict. Draws only. */
#ifndef WARREN_PLAY_COMPARE_DRAW_H
#define WARREN_PLAY_COMPARE_DRAW_H

#include "play/canvas.h"
#include "play/compare.h"

#define COMPARE_DRAW_W 348.0

/* At its left upper corner; nothing if there is no test. Returns its height. */
double compare_draw(const struct compare *compare, struct canvas *canvas, double x, double y);

#endif

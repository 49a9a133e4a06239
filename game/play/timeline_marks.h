/* What happened when, on the scrub bar: a square where a token was placed, a tip upwards where a rabbit was
 * saved, a cross where one was lost. Told apart by shape and place, not by colour alone. Called by the
 * controls. */
#ifndef WARREN_PLAY_TIMELINE_MARKS_H
#define WARREN_PLAY_TIMELINE_MARKS_H

#include "play/canvas.h"
#include "replay/timeline.h"

struct timeline_bar {
    double x, y, w, h;
    double steps; /* that the whole width stands for */
};

void timeline_marks_draw(struct canvas *canvas, const struct timeline *timeline,
                         const struct timeline_bar *bar);

#endif

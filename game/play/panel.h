/* The small laboratory on the screen (F3): a graph of frame times with median, p99 and the budget, what is in
 * force as read back, and which keys switch it. Draws over any screen. */
#ifndef WARREN_PLAY_PANEL_H
#define WARREN_PLAY_PANEL_H

struct app;

void panel_draw(struct app *app);

#endif

/* The small laboratory on the screen (F3): a graph of frame times with median, p99 and the budget, what is in
 * force as read back, and which keys switch it. Draws over any screen that leaves room for it. */
#ifndef WARREN_PLAY_PANEL_H
#define WARREN_PLAY_PANEL_H

#include <stdbool.h>

struct app;

void panel_draw(struct app *app);
/* Beside a level there is room; beside a page or a menu only in a wide window. */
bool panel_has_room(const struct app *app);

#endif

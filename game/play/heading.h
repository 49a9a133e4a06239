/* The strip above the pages of the menus: a way back, a title, and a line beneath it. */
#ifndef WARREN_PLAY_HEADING_H
#define WARREN_PLAY_HEADING_H

#include "play/app.h"

#define HEADING_H 84.0

/* right: room that is left for a button there. True if the player wants back. */
bool heading_draw(struct app *app, const char *title, const char *line, double right);
/* The line alone, for pages that know it only when all else was drawn. */
void heading_line(struct app *app, const char *line, double right);

#endif

/* Pictures of the window: for the player (F12) and for --screenshot. Between drawing and presenting. */
#ifndef WARREN_PLAY_SCREENSHOT_H
#define WARREN_PLAY_SCREENSHOT_H

#include "base/error.h"
#include "paint/painter.h"

struct app;

bool screenshot_save(struct painter *painter, const char *path, struct error *error);

/* Into the player's folder of pictures, under a name that is free; says where. */
void screenshot_of_player(struct app *app);

#endif

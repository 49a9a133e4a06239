/* Ghosts on the screen: a trail of dots for each rabbit, and a sign where it ends. */
#ifndef WARREN_PLAY_GHOST_DRAW_H
#define WARREN_PLAY_GHOST_DRAW_H

#include "play/canvas.h"
#include "play/ghost.h"
#include "play/view.h"

void ghost_draw(const struct ghost *ghost, struct canvas *canvas, const struct view *view);

#endif

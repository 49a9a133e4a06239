/* What the files of the canvas share. Only canvas*.c include this. */
#ifndef WARREN_PLAY_CANVAS_INSIDE_H
#define WARREN_PLAY_CANVAS_INSIDE_H

#include "play/canvas.h"

SDL_Color canvas_colour(enum ink ink);

/* From points to pixels. */
int canvas_px(const struct canvas *canvas, double points);
SDL_Rect canvas_rect(const struct canvas *canvas, double x, double y, double w, double h);

/* Remembers that this was drawn over. */
void canvas_note(struct canvas *canvas, const SDL_Rect *rect);

#endif

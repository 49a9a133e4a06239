/* Letters: the fonts that fontconfig finds, rasterised once per size and kept as textures of one renderer.
 * Draws and measures single lines of UTF-8, character by character from left to right. A character that the
 * first font lacks is taken from one that has it; where none has, and for broken bytes, stands a sign of
 * replacement. Called by canvas.c only. */
#ifndef WARREN_PLAY_FONT_H
#define WARREN_PLAY_FONT_H

#include "base/error.h"

#include <SDL.h>

struct font;

/* Finds a sans serif font. Error, status 3: there is none, or SDL_ttf cannot read it. */
struct font *font_open(struct error *error);
void font_close(struct font *font); /* NULL is fine */

/* All textures belong to this renderer from now on; those of the one before are dropped, which must still
 * exist or have taken them with it. NULL lets go of all. */
void font_attach(struct font *font, SDL_Renderer *renderer);

/* Width of a line in pixels, and the height of any line of that size. */
int font_width(struct font *font, int size_px, const char *text);
int font_height(struct font *font, int size_px);

/* Moves *text, which is not empty, on by one character and returns the width of that. */
int font_step(struct font *font, int size_px, const char **text);

/* x, y: the top left corner. Returns the width. */
int font_draw(struct font *font, int size_px, int x, int y, SDL_Color colour, const char *text);

#endif

/* The controls around a level while it is played: counts and transport above, the timeline and the abilities
 * below. Called by the play screen; says what was asked for instead of doing it, but for what the session
 * does at once. */
#ifndef WARREN_PLAY_HUD_H
#define WARREN_PLAY_HUD_H

#include "play/app.h"

enum hud_wish { HUD_NOTHING, HUD_MENU, HUD_EXPLODE, HUD_UNDO, HUD_REDO };

/* What is left for the level, in pixels. */
SDL_Rect hud_area(const struct app *app);
/* Where the strip at the bottom begins, in points. */
double hud_bottom(const struct app *app);

enum hud_wish hud_draw(struct app *app);

#endif

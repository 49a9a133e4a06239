/* Where the player's window is, from one start to the next. Called by the application when the window is
 * open, and in every pass. */
#ifndef WARREN_PLAY_WINDOW_PLACE_H
#define WARREN_PLAY_WINDOW_PLACE_H

#include "play/preferences.h"

#include <SDL.h>

/* Puts the window where it was, if its title bar can be seen there, and maximises it if it was. NULL is fine.
 */
void window_place_restore(SDL_Window *window, const struct preferences *preferences);

/* Takes over place and size; only of a window that is neither on the whole screen nor out of sight. NULL is
 * fine. */
void window_place_look(SDL_Window *window, struct preferences *preferences);

#endif

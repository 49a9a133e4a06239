#include "play/window_place.h"

enum { TITLE_BAR_PX = 20 };

void window_place_restore(SDL_Window *window, const struct preferences *preferences)
{
    SDL_Point bar = {preferences->x_px + preferences->width_px / 2, preferences->y_px + TITLE_BAR_PX};
    if (window == NULL || !preferences->has_place || preferences->is_fullscreen) {
        return;
    }
    for (int i = 0; i < SDL_GetNumVideoDisplays(); i++) {
        SDL_Rect bounds;
        if (SDL_GetDisplayUsableBounds(i, &bounds) == 0 && SDL_PointInRect(&bar, &bounds)) {
            SDL_SetWindowPosition(window, preferences->x_px, preferences->y_px);
        }
    }
    if (preferences->is_maximised) {
        SDL_MaximizeWindow(window);
    }
}

void window_place_look(SDL_Window *window, struct preferences *preferences)
{
    const Uint32 not_a_window = SDL_WINDOW_HIDDEN | SDL_WINDOW_MINIMIZED | SDL_WINDOW_FULLSCREEN;
    Uint32 flags = window != NULL ? SDL_GetWindowFlags(window) : SDL_WINDOW_HIDDEN;
    if ((flags & not_a_window) != 0) {
        return;
    }
    preferences->is_maximised = (flags & SDL_WINDOW_MAXIMIZED) != 0;
    if (!preferences->is_maximised) {
        SDL_GetWindowSize(window, &preferences->width_px, &preferences->height_px);
        SDL_GetWindowPosition(window, &preferences->x_px, &preferences->y_px);
        preferences->has_place = true;
    }
}

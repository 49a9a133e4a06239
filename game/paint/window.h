/* Opens SDL's video, a window and a renderer with the hints in force that are looked at on the way. Used by
 * the painter alone. */
#ifndef WARREN_PAINT_WINDOW_H
#define WARREN_PAINT_WINDOW_H

#include "paint/painter.h"

struct paint_window {
    SDL_Window *window;   /* NULL when windowless */
    SDL_Surface *surface; /* NULL unless windowless */
    SDL_Renderer *renderer;
    SDL_GLContext gl_context; /* the renderer's; NULL with software */
    bool has_video;           /* video was taken into use, and is given back on closing */
    bool is_software;
    int texture_max_px;
    char driver[32], video_driver[32];
};

/* Without a display the window is SDL's "offscreen" one, or "dummy" (software only) where SDL has none; so
 * are hidden windows, unless SDL_VIDEODRIVER names another. On an error, with status 3, nothing is left open.
 */
bool window_open(const struct paint_settings *settings, struct paint_window *out, struct error *error);
void window_close(struct paint_window *window);

/* Makes the renderer's GL context the current one. SDL does so itself when it hands a queue to GL, but not
 * whenever it calls GL: SDL_SetRenderTarget of opengles2 would bind its target in another painter's context.
 */
void window_activate(const struct paint_window *window);

/* SDL_SetHint above the environment, or back to what it was before when value is NULL. */
void window_put_hint(enum hint hint, const char *value);

/* The word that the library is told for the choice in values, or for Warren's default; NULL: nothing. */
const char *window_sdl_value(const struct hint_values *values, enum hint hint);

#endif

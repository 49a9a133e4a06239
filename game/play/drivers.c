#include "play/drivers.h"

#include "paint/gl.h"

#include <SDL.h>
#include <stdbool.h>

const char *const drivers_names[DRIVERS] = {"opengl", "opengles2", "software"};

static const char *const software_first[DRIVERS] = {"software", "opengl", "opengles2"};

static bool is_gl_software(void)
{
    SDL_Window *window = SDL_CreateWindow("Warren", 0, 0, 16, 16, SDL_WINDOW_HIDDEN | SDL_WINDOW_OPENGL);
    SDL_GLContext context = window != NULL ? SDL_GL_CreateContext(window) : NULL;
    bool is_software = context != NULL && gl_is_software();
    if (context != NULL) {
        SDL_GL_DeleteContext(context);
    }
    if (window != NULL) {
        SDL_DestroyWindow(window);
    }
    return is_software;
}

const char *const *drivers_best_first(void)
{
    return is_gl_software() ? software_first : drivers_names;
}

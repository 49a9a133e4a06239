#include "paint/video.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value != NULL && value[0] != '\0';
}

static bool start_with(const char *names)
{
    SDL_SetHint(SDL_HINT_VIDEODRIVER, names);
    return SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
}

/* Without a folder for sockets there is no Wayland, and its library would say so on stderr in its own words.
 */
static bool start_without_wayland(void)
{
    char names[256] = "";
    for (int i = 0; i < SDL_GetNumVideoDrivers(); i++) {
        const char *name = SDL_GetVideoDriver(i);
        if (strcmp(name, "wayland") != 0) {
            SDL_strlcat(names, names[0] != '\0' ? "," : "", sizeof names);
            SDL_strlcat(names, name, sizeof names);
        }
    }
    return start_with(names);
}

static bool start_desktop(void)
{
    if (!is_set("XDG_RUNTIME_DIR") && !is_set("WAYLAND_SOCKET")) {
        return start_without_wayland();
    }
    SDL_ResetHint(SDL_HINT_VIDEODRIVER);
    return SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
}

bool video_start(bool is_hidden, struct error *error)
{
    bool is_free = !SDL_WasInit(SDL_INIT_VIDEO) && !is_set("SDL_VIDEODRIVER");
    bool started;
    if (!is_free) {
        started = SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
    } else if (is_hidden) {
        started = start_with("offscreen") || start_desktop() || start_with("dummy");
    } else {
        started = start_desktop() || start_with("offscreen") || start_with("dummy");
    }
    if (!started) {
        return error_set(error, STATUS_ENVIRONMENT, "no-video", "no video: %s", SDL_GetError());
    }
    return true;
}

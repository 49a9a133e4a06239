#include "paint/window.h"

#include "paint/video.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXTURE_MAX_PX = 16384 }; /* where the driver knows no limit */

void window_put_hint(enum hint hint, const char *value)
{
    const char *name = hint_info(hint)->sdl_name;
    if (value != NULL) {
        SDL_SetHintWithPriority(name, value, SDL_HINT_OVERRIDE);
    } else {
        SDL_ResetHint(name);
    }
}

const char *window_sdl_value(const struct hint_values *values, enum hint hint)
{
    const struct hint_info *info = hint_info(hint);
    const char *value = hint_values_get(values, hint);
    value = value != NULL ? value : info->warren_default;
    for (int i = 0; value != NULL && info->values[i] != NULL; i++) {
        if (strcmp(info->values[i], value) == 0 && info->sdl_values[i] != NULL) {
            return info->sdl_values[i];
        }
    }
    return value;
}

/* All hints of a kind that are looked at at that time: put in force, or given back. */
static void put_hints(const struct hint_values *values, enum hint_time time, bool put)
{
    for (int i = 0; i < HINT_SETTABLE_COUNT; i++) {
        const struct hint_info *info = hint_info((enum hint)i);
        if (info->kind == HINT_KIND_SDL && info->time == time) {
            const char *value = window_sdl_value(values, (enum hint)i);
            if (value != NULL) {
                window_put_hint((enum hint)i, put ? value : NULL);
            }
        }
    }
}

static bool refuse_saved_frames(struct error *error)
{
    static const enum hint rows[] = {HINT_DUMMY_SAVE_FRAMES, HINT_OFFSCREEN_SAVE_FRAMES};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (getenv(hint_info(rows[i])->sdl_name) != NULL) {
            return error_set(error, STATUS_ENVIRONMENT, "not-in-force",
                             "%s is set: every frame would be written to a file; unset it",
                             hint_info(rows[i])->sdl_name);
        }
    }
    return true;
}

static bool start_video(const struct paint_settings *settings, struct error *error)
{
    if (!video_start(settings->is_hidden, error)) {
        return false;
    }
    if (strcmp(settings->driver, "software") != 0 && strcmp(SDL_GetCurrentVideoDriver(), "dummy") == 0) {
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        return error_set(error, STATUS_ENVIRONMENT, "no-driver",
                         "%s cannot be opened: the video driver \"dummy\" has no OpenGL", settings->driver);
    }
    return true;
}

static void put_gl_attributes(const struct hint_values *values)
{
    SDL_GL_ResetAttributes();
    const char *samples = hint_values_get(values, HINT_MULTISAMPLE);
    if (samples != NULL) {
        int count = (int)strtol(samples, NULL, 10);
        SDL_GL_SetAttribute(SDL_GL_MULTISAMPLEBUFFERS, count > 0);
        SDL_GL_SetAttribute(SDL_GL_MULTISAMPLESAMPLES, count);
    }
    const char *bits = window_sdl_value(values, HINT_COLOUR_BITS);
    if (bits != NULL) {
        char *rest;
        SDL_GL_SetAttribute(SDL_GL_RED_SIZE, (int)strtol(bits, &rest, 10));
        SDL_GL_SetAttribute(SDL_GL_GREEN_SIZE, (int)strtol(rest, &rest, 10));
        SDL_GL_SetAttribute(SDL_GL_BLUE_SIZE, (int)strtol(rest, NULL, 10));
    }
    const char *is_double = window_sdl_value(values, HINT_GL_DOUBLE_BUFFER);
    if (is_double != NULL) {
        SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, (int)strtol(is_double, NULL, 10));
    }
}

static int driver_index(const char *name)
{
    for (int i = 0; i < SDL_GetNumRenderDrivers(); i++) {
        SDL_RendererInfo info;
        if (SDL_GetRenderDriverInfo(i, &info) == 0 && strcmp(info.name, name) == 0) {
            return i;
        }
    }
    return -1;
}

static bool open_renderer(const struct paint_settings *settings, struct paint_window *out,
                          struct error *error)
{
    int index = driver_index(settings->driver);
    if (index < 0) {
        return error_set(error, STATUS_ENVIRONMENT, "no-driver", "SDL has no render driver called \"%.40s\"",
                         settings->driver);
    }
    Uint32 flags = settings->is_hidden ? SDL_WINDOW_HIDDEN : SDL_WINDOW_SHOWN;
    flags |= settings->is_resizable ? SDL_WINDOW_RESIZABLE : 0;
    flags |= settings->is_fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0;
    flags |= out->is_software ? 0 : SDL_WINDOW_OPENGL;
    /* Sizes that somebody measures are meant in pixels; those of a window to look at in the desktop's units.
     */
    flags |= settings->is_hidden ? 0 : SDL_WINDOW_ALLOW_HIGHDPI;
    put_hints(&settings->hints, HINT_BEFORE_WINDOW, true);
    put_gl_attributes(&settings->hints);
    out->window =
        SDL_CreateWindow(settings->title != NULL ? settings->title : "Warren", SDL_WINDOWPOS_UNDEFINED,
                         SDL_WINDOWPOS_UNDEFINED, settings->width_px, settings->height_px, flags);
    if (out->window != NULL) {
        put_hints(&settings->hints, HINT_BEFORE_RENDERER, true);
        out->renderer = SDL_CreateRenderer(out->window, index, 0);
        put_hints(&settings->hints, HINT_BEFORE_RENDERER, false);
        out->gl_context = out->is_software ? NULL : SDL_GL_GetCurrentContext();
    }
    put_hints(&settings->hints, HINT_BEFORE_WINDOW, false);
    if (out->renderer == NULL) {
        return error_set(error, STATUS_ENVIRONMENT, "no-driver", "%s cannot be opened: %s", settings->driver,
                         SDL_GetError());
    }
    return true;
}

/* The format that windows have nearly everywhere, so that the same inner loops of SDL run. */
static bool open_surface(const struct paint_settings *settings, struct paint_window *out, struct error *error)
{
    if (!out->is_software) {
        return error_set(error, STATUS_ENVIRONMENT, "no-driver",
                         "only the software driver can do without a window");
    }
    out->surface = SDL_CreateRGBSurfaceWithFormat(0, settings->width_px, settings->height_px, 32,
                                                  SDL_PIXELFORMAT_RGB888);
    out->renderer = out->surface != NULL ? SDL_CreateSoftwareRenderer(out->surface) : NULL;
    if (out->renderer == NULL) {
        return error_set(error, STATUS_ENVIRONMENT, "no-driver", "no surface of %d x %d pixels: %s",
                         settings->width_px, settings->height_px, SDL_GetError());
    }
    return true;
}

bool window_open(const struct paint_settings *settings, struct paint_window *out, struct error *error)
{
    *out = (struct paint_window){.is_software = strcmp(settings->driver, "software") == 0};
    bool opened;
    if (settings->is_windowless) {
        opened = open_surface(settings, out, error);
    } else {
        out->has_video = refuse_saved_frames(error) && start_video(settings, error);
        opened = out->has_video && open_renderer(settings, out, error);
    }
    SDL_RendererInfo info;
    if (opened && SDL_GetRendererInfo(out->renderer, &info) != 0) {
        opened = error_set(error, STATUS_ENVIRONMENT, "no-driver", "%s", SDL_GetError());
    }
    if (opened && strcmp(info.name, settings->driver) != 0) {
        opened = error_set(error, STATUS_ENVIRONMENT, "not-in-force", "asked for the driver %s, got %s",
                           settings->driver, info.name);
    }
    if (!opened) {
        window_close(out);
        return false;
    }
    snprintf(out->driver, sizeof out->driver, "%s", info.name);
    snprintf(out->video_driver, sizeof out->video_driver, "%s",
             out->has_video ? SDL_GetCurrentVideoDriver() : "none");
    int side =
        info.max_texture_width < info.max_texture_height ? info.max_texture_width : info.max_texture_height;
    out->texture_max_px = side > 0 && side < TEXTURE_MAX_PX ? side : TEXTURE_MAX_PX;
    return true;
}

void window_activate(const struct paint_window *window)
{
    if (window->gl_context != NULL && SDL_GL_GetCurrentContext() != window->gl_context) {
        SDL_GL_MakeCurrent(window->window, window->gl_context);
    }
}

void window_close(struct paint_window *window)
{
    if (window->renderer != NULL) {
        SDL_DestroyRenderer(window->renderer);
    }
    if (window->window != NULL) {
        SDL_DestroyWindow(window->window);
    }
    SDL_FreeSurface(window->surface);
    if (window->has_video) {
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
    }
    *window = (struct paint_window){0};
}

#include "paint/reading.h"

#include "paint/gl.h"
#include "paint/texture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PROBE_PX = 8,
    GL_RGBA_NAME = 0x1908,
    GL_UNSIGNED_BYTE_NAME = 0x1401,
    GL_CURRENT_PROGRAM_NAME = 0x8B8D
};

/* How SDL itself keeps the hidden texture behind a window's surface (SDL_video.c, SDL_WINDOWTEXTUREDATA). */
static const char hidden_texture[] = "_SDL_WindowTextureData";

static bool write_word(struct hint_reading *reading, const char *word)
{
    snprintf(reading->value, sizeof reading->value, "%s", word);
    return true;
}

/* A pixel of the target as it is now, without making the renderer flush what it has queued. */
static bool peek(const struct paint_context *context, uint32_t *pixel)
{
    SDL_Surface *surface = paint_target_surface(context);
    if (surface != NULL) {
        memcpy(pixel, surface->pixels, sizeof *pixel);
        return true;
    }
    return !context->is_software && gl_read_corner(pixel);
}

static bool read_batching(const struct paint_context *context, struct hint_reading *reading)
{
    uint32_t before = 0, after = 0;
    SDL_SetRenderDrawColor(context->renderer, 0, 0, 0, 255);
    SDL_RenderClear(context->renderer);
    SDL_RenderFlush(context->renderer);
    bool is_known = peek(context, &before);
    SDL_SetRenderDrawColor(context->renderer, 255, 255, 255, 255);
    SDL_RenderClear(context->renderer);
    is_known = is_known && peek(context, &after);
    SDL_RenderFlush(context->renderer);
    return is_known && write_word(reading, before == after ? "on" : "off");
}

static bool read_shaders(const struct paint_context *context, struct hint_reading *reading)
{
    int program;
    SDL_RenderDrawPoint(context->renderer, 0, 0);
    SDL_RenderFlush(context->renderer);
    return gl_current_program(&program) && write_word(reading, program != 0 ? "on" : "off");
}

static bool read_texture(const struct paint_context *context, enum hint hint, struct hint_reading *reading)
{
    static const char *const accesses[] = {"static", "streaming", "target"};
    SDL_Texture *texture = texture_create(context, PROBE_PX, PROBE_PX, false);
    if (texture == NULL) {
        return false;
    }
    Uint32 format;
    int access;
    SDL_BlendMode blend;
    SDL_QueryTexture(texture, &format, &access, NULL, NULL);
    SDL_GetTextureBlendMode(texture, &blend);
    if (hint == HINT_SCALE_QUALITY || hint == HINT_TEXTURE_SCALE_MODE) {
        write_word(reading, texture_scale_name(texture));
    } else if (hint == HINT_TEXTURE_ACCESS) {
        write_word(reading, accesses[access]);
    } else if (hint == HINT_BLEND) {
        write_word(reading, blend == SDL_BLENDMODE_NONE                                       ? "none"
                            : texture_blend_mode(&context->hints, true) == SDL_BLENDMODE_NONE ? "auto"
                                                                                              : "blend");
    } else {
        const struct hint_info *info = hint_info(hint);
        for (int i = 0; info->values[i] != NULL; i++) {
            if (strcmp(info->sdl_values[i], SDL_GetPixelFormatName(format)) == 0) {
                write_word(reading, info->values[i]);
            }
        }
    }
    SDL_DestroyTexture(texture);
    return true;
}

static bool read_gl(enum hint hint, struct hint_reading *reading)
{
    SDL_GLattr attribute = hint == HINT_MULTISAMPLE   ? SDL_GL_MULTISAMPLESAMPLES
                           : hint == HINT_COLOUR_BITS ? SDL_GL_RED_SIZE
                                                      : SDL_GL_DOUBLEBUFFER;
    int value = 0;
    if (SDL_GL_GetAttribute(attribute, &value) != 0) {
        return false;
    }
    if (hint == HINT_MULTISAMPLE) {
        snprintf(reading->value, sizeof reading->value, "%d", value);
        return true;
    }
    return write_word(reading, hint == HINT_COLOUR_BITS ? value >= 8 ? "24" : "16"
                               : value != 0             ? "on"
                                                        : "off");
}

/* False: there is nothing to ask. */
static bool read_back(const struct paint_context *context, enum hint hint, struct hint_reading *reading)
{
    switch (hint) {
    case HINT_SCALE_QUALITY:
    case HINT_TEXTURE_SCALE_MODE:
    case HINT_BLEND:
    case HINT_TEXTURE_FORMAT:
    case HINT_TEXTURE_ACCESS: return read_texture(context, hint, reading);
    case HINT_BATCHING: return read_batching(context, reading);
    case HINT_VSYNC:
        return write_word(reading, !context->is_software && SDL_GL_GetSwapInterval() != 0 ? "on" : "off");
    case HINT_GL_SHADERS: return !context->is_software && read_shaders(context, reading);
    case HINT_FRAMEBUFFER_ACCELERATION:
        return write_word(reading, context->window != NULL && context->is_software &&
                                           SDL_GetWindowData(context->window, hidden_texture) != NULL
                                       ? "on"
                                       : "off");
    case HINT_MULTISAMPLE:
    case HINT_COLOUR_BITS:
    case HINT_GL_DOUBLE_BUFFER: return !context->is_software && read_gl(hint, reading);
    default: return false;
    }
}

struct hint_reading reading_of(const struct paint_context *context, enum hint hint)
{
    const struct hint_info *info = hint_info(hint);
    const char *asked = hint < HINT_SETTABLE_COUNT ? hint_values_get(&context->hints, hint) : NULL;
    const char *variable = getenv(info->sdl_name);
    struct hint_reading reading = {.origin = asked != NULL                  ? "asked"
                                             : info->warren_default != NULL ? "warren"
                                             : variable != NULL             ? "environment"
                                                                            : "default"};
    reading.is_read_back = read_back(context, hint, &reading);
    if (!reading.is_read_back) {
        write_word(&reading, asked != NULL                  ? asked
                             : info->warren_default != NULL ? info->warren_default
                             : variable != NULL             ? variable
                                                            : info->sdl_default);
    }
    return reading;
}

/* A deeper window than was asked for is fine: the attribute is the least that is wanted. */
static bool is_in_force(enum hint hint, const char *asked, const char *read)
{
    return strcmp(asked, read) == 0 || (hint == HINT_COLOUR_BITS && strcmp(asked, "16") == 0);
}

bool reading_verify(const struct paint_context *context, struct error *error)
{
    SDL_RendererInfo renderer;
    SDL_GetRendererInfo(context->renderer, &renderer);
    for (int i = 0; i < HINT_SETTABLE_COUNT; i++) {
        enum hint hint = (enum hint)i;
        const struct hint_info *info = hint_info(hint);
        const char *asked = hint_values_get(&context->hints, hint);
        asked = asked != NULL ? asked : info->warren_default;
        bool is_overridden = hint == HINT_SCALE_QUALITY && context->hints.choice[HINT_TEXTURE_SCALE_MODE] > 0;
        if (asked == NULL || is_overridden ||
            !hint_is_read_by(hint, renderer.name, context->window != NULL)) {
            continue;
        }
        struct hint_reading reading = reading_of(context, hint);
        if (reading.is_read_back && !is_in_force(hint, asked, reading.value)) {
            return error_set(error, STATUS_ENVIRONMENT, "not-in-force", "asked for %s=%s, but %s says %s",
                             info->name, asked, info->how_read, reading.value);
        }
    }
    return true;
}

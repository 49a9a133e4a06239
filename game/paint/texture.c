#include "paint/texture.h"

#include "base/require.h"
#include "paint/window.h"

#include <string.h>

static Uint32 format_of(const struct hint_values *hints)
{
    static const Uint32 formats[] = {SDL_PIXELFORMAT_ARGB8888, SDL_PIXELFORMAT_ABGR8888,
                                     SDL_PIXELFORMAT_RGBA8888, SDL_PIXELFORMAT_RGB888,
                                     SDL_PIXELFORMAT_ARGB4444, SDL_PIXELFORMAT_RGB565};
    int choice = hints->choice[HINT_TEXTURE_FORMAT];
    return formats[choice > 0 ? choice - 1 : 0];
}

static int access_of(const struct hint_values *hints)
{
    static const int accesses[] = {SDL_TEXTUREACCESS_STATIC, SDL_TEXTUREACCESS_STREAMING,
                                   SDL_TEXTUREACCESS_TARGET};
    int choice = hints->choice[HINT_TEXTURE_ACCESS];
    return accesses[choice > 0 ? choice - 1 : 0];
}

SDL_BlendMode texture_blend_mode(const struct hint_values *hints, bool is_opaque)
{
    const char *asked = hint_values_get(hints, HINT_BLEND);
    const char *blend = asked != NULL ? asked : "blend";
    bool is_copied = strcmp(blend, "none") == 0 || (strcmp(blend, "auto") == 0 && is_opaque);
    return is_copied ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND;
}

/* SDL looks at the scale quality in SDL_CreateTexture and never again. */
SDL_Texture *texture_create(const struct paint_context *context, int width_px, int height_px, bool is_opaque)
{
    const char *quality = hint_values_get(&context->hints, HINT_SCALE_QUALITY);
    if (quality != NULL) {
        window_put_hint(HINT_SCALE_QUALITY, quality);
    }
    SDL_Texture *texture = SDL_CreateTexture(context->renderer, format_of(&context->hints),
                                             access_of(&context->hints), width_px, height_px);
    if (quality != NULL) {
        window_put_hint(HINT_SCALE_QUALITY, NULL);
    }
    if (texture == NULL) {
        SDL_Log("no texture of %d x %d pixels: %s", width_px, height_px, SDL_GetError());
        return NULL;
    }
    int mode = context->hints.choice[HINT_TEXTURE_SCALE_MODE];
    if (mode > 0) {
        static const SDL_ScaleMode modes[] = {SDL_ScaleModeNearest, SDL_ScaleModeLinear, SDL_ScaleModeBest};
        SDL_SetTextureScaleMode(texture, modes[mode - 1]);
    }
    SDL_SetTextureBlendMode(texture, texture_blend_mode(&context->hints, is_opaque));
    return texture;
}

void texture_put(SDL_Texture *texture, int x_px, int y_px, const SDL_Surface *pixels)
{
    Uint32 format;
    int access;
    SDL_QueryTexture(texture, &format, &access, NULL, NULL);
    SDL_Rect place = {x_px, y_px, pixels->w, pixels->h};
    if (format == SDL_PIXELFORMAT_ARGB8888) {
        SDL_UpdateTexture(texture, &place, pixels->pixels, pixels->pitch);
        return;
    }
    SDL_Surface *converted = SDL_CreateRGBSurfaceWithFormat(0, pixels->w, pixels->h, 32, format);
    if (converted != NULL) {
        SDL_ConvertPixels(pixels->w, pixels->h, SDL_PIXELFORMAT_ARGB8888, pixels->pixels, pixels->pitch,
                          format, converted->pixels, converted->pitch);
        SDL_UpdateTexture(texture, &place, converted->pixels, converted->pitch);
        SDL_FreeSurface(converted);
    }
}

void texture_tint(SDL_Texture *texture, uint32_t tint)
{
    SDL_SetTextureColorMod(texture, (Uint8)(tint >> 16), (Uint8)(tint >> 8), (Uint8)tint);
    SDL_SetTextureAlphaMod(texture, (Uint8)(tint >> 24));
}

const char *texture_scale_name(SDL_Texture *texture)
{
    SDL_ScaleMode mode = SDL_ScaleModeNearest;
    SDL_GetTextureScaleMode(texture, &mode);
    return mode == SDL_ScaleModeNearest ? "nearest" : mode == SDL_ScaleModeLinear ? "linear" : "best";
}

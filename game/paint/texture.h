/* Textures with the hints of a painter in force, from pixels of the picture cache. Used by the paths that
 * draw through the renderer. */
#ifndef WARREN_PAINT_TEXTURE_H
#define WARREN_PAINT_TEXTURE_H

#include "paint/path_ops.h"

/* An empty texture in the format, access and scale mode that the hints say; blend mode as for a picture that
 * is opaque or not. NULL when there is no memory for it. SDL_DestroyTexture releases it. */
SDL_Texture *texture_create(const struct paint_context *context, int width_px, int height_px, bool is_opaque);

/* Puts pixels (SDL_PIXELFORMAT_ARGB8888) at a place of the texture, converted to its format. */
void texture_put(SDL_Texture *texture, int x_px, int y_px, const SDL_Surface *pixels);

/* What the blend hint means for a picture that is opaque or not. */
SDL_BlendMode texture_blend_mode(const struct hint_values *hints, bool is_opaque);

/* The same for a picture in a tint: what shows through is not opaque, whatever the picture is. */
static inline SDL_BlendMode texture_blend_mode_in(const struct hint_values *hints, bool is_opaque,
                                                  uint32_t tint)
{
    return texture_blend_mode(hints, is_opaque && tint >> 24 == 0xFF);
}

/* Multiplies the texture by the item's tint from now on; 0xFFFFFFFF takes it back. */
void texture_tint(SDL_Texture *texture, uint32_t tint);

const char *texture_scale_name(SDL_Texture *texture); /* read back: "nearest", "linear", "best" */

#endif

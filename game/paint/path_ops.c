#include "paint/path_ops.h"

#include <string.h>

bool paint_wants_exact(const struct hint_values *hints)
{
    const char *pictures = hint_values_get(hints, HINT_PICTURES);
    return pictures != NULL && strcmp(pictures, "exact") == 0;
}

struct picture_pixels paint_pixels(struct paint_context *context, const struct scene_item *item,
                                   const SDL_Rect *place, bool is_exact, bool is_mirrored)
{
    if (!is_exact) {
        struct picture_size nominal = picture_cache_size(context->pictures, item->picture, ZOOM_NOMINAL_PX);
        return picture_cache_need(context->pictures, item->picture, nominal, is_mirrored);
    }
    struct picture_size size = {place->w, place->h};
    struct picture_pixels pixels = picture_cache_get(context->pictures, item->picture, size, is_mirrored);
    context->counts.stretched += !pixels.is_exact;
    return pixels;
}

void paint_background(struct paint_context *context)
{
    SDL_SetRenderDrawColor(context->renderer, PAINT_BACKGROUND >> 16 & 0xFF, PAINT_BACKGROUND >> 8 & 0xFF,
                           PAINT_BACKGROUND & 0xFF, 0xFF);
    SDL_RenderClear(context->renderer);
    context->counts.draw_calls++;
}

/* SDL_RenderClear looks at no clip rectangle. */
void paint_background_in(struct paint_context *context, const SDL_Rect *rect)
{
    SDL_SetRenderDrawBlendMode(context->renderer, SDL_BLENDMODE_NONE);
    SDL_SetRenderDrawColor(context->renderer, PAINT_BACKGROUND >> 16 & 0xFF, PAINT_BACKGROUND >> 8 & 0xFF,
                           PAINT_BACKGROUND & 0xFF, 0xFF);
    SDL_RenderFillRect(context->renderer, rect);
    context->counts.draw_calls++;
}

SDL_Surface *paint_target_surface(const struct paint_context *context)
{
    if (!context->is_software || context->window == NULL) {
        return context->surface;
    }
    return SDL_GetWindowSurface(context->window);
}

#include "paint/path_ops.h"

enum { MAT_RED = 0x3B, MAT_GREEN = 0x4A, MAT_BLUE = 0x4F };

void paint_background(struct paint_context *context)
{
    SDL_SetRenderDrawColor(context->renderer, MAT_RED, MAT_GREEN, MAT_BLUE, 255);
    SDL_RenderClear(context->renderer);
    context->counts.draw_calls++;
}

SDL_Surface *paint_target_surface(const struct paint_context *context)
{
    if (!context->is_software || context->window == NULL) {
        return context->surface;
    }
    return SDL_GetWindowSurface(context->window);
}

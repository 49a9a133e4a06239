/* The plain way: one SDL_RenderCopyF an item. With the hint pictures=nominal (as it is by default) from
 * pictures made once at 32 px a cell, which SDL scales in every frame: the path on which hints bite. */
#include "base/memory.h"
#include "paint/path_ops.h"
#include "paint/place.h"
#include "paint/texture.h"
#include "paint/texture_cache.h"

struct path_copy {
    struct paint_context *context;
    struct texture_cache *textures;
    bool is_exact; /* pictures of the size they are shown in */
};

static bool open_copy(struct paint_context *context, void **state, struct error *error)
{
    (void)error;
    struct path_copy *path = memory_get(sizeof *path);
    path->context = context;
    path->textures = texture_cache_open(context);
    path->is_exact = paint_wants_exact(&context->hints);
    *state = path;
    return true;
}

static void close_copy(void *state)
{
    struct path_copy *path = state;
    texture_cache_close(path->textures);
    memory_free(path);
}

static void fill(struct paint_context *context, const SDL_Rect *place, uint32_t tint)
{
    SDL_SetRenderDrawBlendMode(context->renderer, SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(context->renderer, (Uint8)(tint >> 16), (Uint8)(tint >> 8), (Uint8)tint,
                           (Uint8)(tint >> 24));
    SDL_RenderFillRect(context->renderer, place);
}

static void draw_item(struct path_copy *path, const struct scene_item *item, const SDL_Rect *place)
{
    struct paint_context *context = path->context;
    context->counts.items++;
    if (item->picture == PICTURE_NONE) {
        fill(context, place, item->tint);
        context->counts.draw_calls++;
        return;
    }
    struct picture_pixels pixels = paint_pixels(context, item, place, path->is_exact, false);
    SDL_Texture *texture = texture_cache_get(path->textures, &pixels);
    if (texture == NULL) {
        return;
    }
    SDL_FRect to = {(float)place->x, (float)place->y, (float)place->w, (float)place->h};
    if (item->tint != UINT32_MAX) {
        SDL_SetTextureBlendMode(texture,
                                texture_blend_mode_in(&context->hints, pixels.is_opaque, item->tint));
        texture_tint(texture, item->tint);
    }
    if (item->mirrored) {
        SDL_RenderCopyExF(context->renderer, texture, NULL, &to, 0.0, NULL, SDL_FLIP_HORIZONTAL);
    } else {
        SDL_RenderCopyF(context->renderer, texture, NULL, &to);
    }
    if (item->tint != UINT32_MAX) {
        texture_tint(texture, UINT32_MAX);
        SDL_SetTextureBlendMode(texture, texture_blend_mode(&context->hints, pixels.is_opaque));
    }
    context->counts.draw_calls++;
}

static void draw_copy(void *state, const struct scene *scene, const struct camera *camera)
{
    struct path_copy *path = state;
    texture_cache_begin(path->textures);
    paint_background(path->context);
    for (int i = 0; i < scene->count; i++) {
        SDL_Rect place;
        if (paint_place(&scene->items[i], camera, &place)) {
            draw_item(path, &scene->items[i], &place);
        }
    }
}

static void reset_copy(void *state, enum paint_reset reset)
{
    struct path_copy *path = state;
    if (reset == RESET_DEVICE) {
        texture_cache_clear(path->textures);
    }
}

const struct paint_path_ops path_copy_ops = {
    .open = open_copy,
    .close = close_copy,
    .draw = draw_copy,
    .reset = reset_copy,
};

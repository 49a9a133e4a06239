/* Warren's own tile renderer: every pixel is put where it belongs by the CPU, and only those that differ from
 * the frame before. With the software driver it works in the surface that the renderer draws on and the
 * window presents; with the others, or where that surface has a format of its own, in a buffer that is copied
 * to a streaming texture. Scaling hints do not reach it: its pictures are always made in the size they are
 * shown in. */
#include "base/memory.h"
#include "paint/blit_frame.h"
#include "paint/blit_gallery.h"
#include "paint/path_ops.h"

#include <stddef.h>

struct path_blit {
    struct paint_context *context;
    struct blit_frame *frame;
    uint32_t *pixels; /* the buffer, and the texture for it; NULL while not needed */
    int width, height;
    SDL_Texture *texture;
};

static const SDL_Color redrawn_tint = {0xFF, 0x40, 0xC0, 0x50};

static bool open_blit(struct paint_context *context, void **state, struct error *error)
{
    (void)error;
    struct path_blit *path = memory_get(sizeof *path);
    path->context = context;
    path->frame = blit_frame_open(context->pictures, PAINT_BACKGROUND, NULL);
    *state = path;
    return true;
}

static void drop_texture(struct path_blit *path)
{
    if (path->texture != NULL) {
        SDL_DestroyTexture(path->texture);
        path->texture = NULL;
    }
}

static void close_blit(void *state)
{
    struct path_blit *path = state;
    drop_texture(path);
    blit_frame_close(path->frame);
    memory_free(path->pixels);
    memory_free(path);
}

/* Whether pixels 0x??RRGGBB can be written straight into a surface. */
static bool is_plain(const SDL_Surface *surface)
{
    const SDL_PixelFormat *format = surface->format;
    return format->BytesPerPixel == 4 && format->Rmask == 0xFF0000 && format->Gmask == 0xFF00 &&
           format->Bmask == 0xFF && surface->pitch % 4 == 0 && !SDL_MUSTLOCK(surface);
}

static void tint_painted(struct path_blit *path, bool is_direct)
{
    SDL_Renderer *renderer = path->context->renderer;
    const struct blit_rects *painted = blit_frame_painted(path->frame);
    SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(renderer, redrawn_tint.r, redrawn_tint.g, redrawn_tint.b, redrawn_tint.a);
    for (int i = 0; i < painted->count; i++) {
        struct blit_rect rect = painted->list[i];
        SDL_RenderFillRect(renderer, &(SDL_Rect){rect.x0, rect.y0, rect.x1 - rect.x0, rect.y1 - rect.y0});
        if (is_direct) {
            blit_frame_spoil(path->frame, rect);
        }
    }
}

/* In place: what was drawn over the last frame through the renderer lies in the way now. */
static void draw_direct(struct path_blit *path, SDL_Surface *surface, const struct scene *scene,
                        const struct camera *camera)
{
    struct paint_context *context = path->context;
    SDL_RenderFlush(context->renderer);
    for (int i = 0; i < context->drawn_over_count; i++) {
        SDL_Rect over = context->drawn_over[i];
        blit_frame_spoil(path->frame, (struct blit_rect){over.x, over.y, over.x + over.w, over.y + over.h});
    }
    struct blit_target target = {surface->pixels, surface->pitch / 4, surface->w, surface->h};
    blit_frame_draw(path->frame, &target, scene, camera);
}

static bool fit_buffer(struct path_blit *path)
{
    int width = path->context->output_w_px;
    int height = path->context->output_h_px;
    if (path->pixels == NULL || path->width != width || path->height != height) {
        drop_texture(path);
        memory_free(path->pixels);
        path->pixels = memory_get_array((size_t)width * (size_t)height, sizeof *path->pixels);
        path->width = width;
        path->height = height;
        blit_frame_forget(path->frame);
    }
    if (path->texture == NULL) {
        path->texture = SDL_CreateTexture(path->context->renderer, SDL_PIXELFORMAT_ARGB8888,
                                          SDL_TEXTUREACCESS_STREAMING, width, height);
        blit_frame_forget(path->frame);
    }
    return path->texture != NULL;
}

static void upload(struct path_blit *path, struct blit_rect rect)
{
    SDL_Rect part = {rect.x0, rect.y0, rect.x1 - rect.x0, rect.y1 - rect.y0};
    SDL_UpdateTexture(path->texture, &part, path->pixels + (ptrdiff_t)rect.y0 * path->width + rect.x0,
                      path->width * (int)sizeof *path->pixels);
}

static void draw_through_texture(struct path_blit *path, const struct scene *scene,
                                 const struct camera *camera)
{
    if (!fit_buffer(path)) {
        return;
    }
    struct blit_target target = {path->pixels, path->width, path->width, path->height};
    blit_frame_draw(path->frame, &target, scene, camera);
    if (blit_frame_counts(path->frame).has_moved) {
        upload(path, blit_target_rect(&target));
    } else {
        const struct blit_rects *painted = blit_frame_painted(path->frame);
        for (int i = 0; i < painted->count; i++) {
            upload(path, painted->list[i]);
        }
    }
    SDL_SetTextureBlendMode(path->texture, SDL_BLENDMODE_NONE);
    SDL_RenderCopy(path->context->renderer, path->texture, NULL, NULL);
}

static void draw_blit(void *state, const struct scene *scene, const struct camera *camera)
{
    struct path_blit *path = state;
    struct paint_context *context = path->context;
    SDL_Surface *surface = paint_target_surface(context);
    bool is_direct = surface != NULL && is_plain(surface);
    if (is_direct) {
        draw_direct(path, surface, scene, camera);
    } else {
        draw_through_texture(path, scene, camera);
    }
    struct blit_frame_counts counts = blit_frame_counts(path->frame);
    context->counts.items += scene->ground_count + counts.sprites;
    context->counts.stretched += counts.stand_ins;
    context->counts.draw_calls += counts.sprites_painted + (is_direct ? 0 : 1);
    if (context->show_redrawn) {
        tint_painted(path, is_direct);
    }
}

static void reset_blit(void *state, enum paint_reset reset)
{
    struct path_blit *path = state;
    if (reset != RESET_TARGETS) {
        drop_texture(path);
    }
    blit_frame_forget(path->frame);
}

const struct paint_path_ops path_blit_ops = {
    .wants_premultiplied = true,
    .study = blit_gallery_study,
    .open = open_blit,
    .close = close_blit,
    .draw = draw_blit,
    .reset = reset_blit,
};

#include "paint/batch.h"

#include "base/memory.h"

enum { CORNERS = 4, INDICES = 6 };

/* Rectangles for one call, up to where the next run begins. */
struct run {
    SDL_Texture *texture; /* NULL: plain rectangles */
    SDL_BlendMode mode;
    int first; /* rectangle */
};

struct batch {
    struct paint_context *context;
    float width_px, height_px; /* of the last texture */
    SDL_Vertex *vertices;
    int *indices;    /* the same pattern for each rectangle, made once */
    int count, room; /* rectangles */
    struct run *runs;
    int run_count, run_room;
};

struct batch *batch_open(struct paint_context *context)
{
    struct batch *batch = memory_get(sizeof *batch);
    batch->context = context;
    return batch;
}

void batch_close(struct batch *batch)
{
    if (batch != NULL) {
        memory_free(batch->vertices);
        memory_free(batch->indices);
        memory_free(batch->runs);
        memory_free(batch);
    }
}

/* The triangles share the diagonal from top left to bottom right: only then does the software driver see that
 * they are a rectangle, and copies it as such. */
static void grow(struct batch *batch)
{
    static const int pattern[INDICES] = {0, 1, 3, 0, 3, 2};
    int old = batch->room;
    batch->room = old > 0 ? 2 * old : 1024;
    batch->vertices = memory_resize(batch->vertices, (size_t)batch->room, CORNERS * sizeof *batch->vertices);
    batch->indices = memory_resize(batch->indices, (size_t)batch->room, INDICES * sizeof *batch->indices);
    for (int i = old * INDICES; i < batch->room * INDICES; i++) {
        batch->indices[i] = i / INDICES * CORNERS + pattern[i % INDICES];
    }
}

static void draw_run(struct batch *batch, const struct run *run, int end)
{
    struct paint_context *context = batch->context;
    if (run->texture != NULL) {
        SDL_SetTextureBlendMode(run->texture, run->mode);
    } else {
        SDL_SetRenderDrawBlendMode(context->renderer, run->mode);
    }
    SDL_RenderGeometry(context->renderer, run->texture, batch->vertices + run->first * CORNERS,
                       (end - run->first) * CORNERS, batch->indices, (end - run->first) * INDICES);
    context->counts.draw_calls++;
}

void batch_flush(struct batch *batch)
{
    for (int i = 0; i < batch->run_count; i++) {
        draw_run(batch, &batch->runs[i], i + 1 < batch->run_count ? batch->runs[i + 1].first : batch->count);
    }
    batch->count = 0;
    batch->run_count = 0;
}

static const struct run *last_run(const struct batch *batch)
{
    return batch->run_count > 0 ? &batch->runs[batch->run_count - 1] : NULL;
}

static void start_run(struct batch *batch, SDL_Texture *texture, SDL_BlendMode mode)
{
    if (batch->run_count == batch->run_room) {
        batch->run_room = batch->run_room > 0 ? 2 * batch->run_room : 64;
        batch->runs = memory_resize(batch->runs, (size_t)batch->run_room, sizeof *batch->runs);
    }
    batch->runs[batch->run_count++] = (struct run){texture, mode, batch->count};
}

static SDL_Vertex *next(struct batch *batch, SDL_Texture *texture, SDL_BlendMode mode)
{
    const struct run *last = last_run(batch);
    if (last == NULL || last->texture != texture || last->mode != mode) {
        start_run(batch, texture, mode);
    }
    if (batch->count == batch->room) {
        grow(batch);
    }
    return &batch->vertices[CORNERS * batch->count++];
}

static void set_corners(SDL_Vertex *corners, const SDL_Rect *to, uint32_t colour)
{
    float left = (float)to->x, right = (float)(to->x + to->w);
    float top = (float)to->y, bottom = (float)(to->y + to->h);
    corners[0].position = (SDL_FPoint){left, top};
    corners[1].position = (SDL_FPoint){right, top};
    corners[2].position = (SDL_FPoint){left, bottom};
    corners[3].position = (SDL_FPoint){right, bottom};
    for (int i = 0; i < CORNERS; i++) {
        corners[i].color =
            (SDL_Color){(Uint8)(colour >> 16), (Uint8)(colour >> 8), (Uint8)colour, (Uint8)(colour >> 24)};
        corners[i].tex_coord = (SDL_FPoint){0.0f, 0.0f};
    }
}

void batch_add(struct batch *batch, const struct atlas_place *from, SDL_BlendMode mode, const SDL_Rect *to,
               bool is_mirrored, uint32_t tint)
{
    SDL_Vertex *corners = next(batch, from->texture, mode);
    batch->width_px = from->width_px;
    batch->height_px = from->height_px;
    float left = (float)from->rect.x / from->width_px;
    float right = (float)(from->rect.x + from->rect.w) / from->width_px;
    float top = (float)from->rect.y / from->height_px;
    float bottom = (float)(from->rect.y + from->rect.h) / from->height_px;
    set_corners(corners, to, tint);
    corners[0].tex_coord = (SDL_FPoint){is_mirrored ? right : left, top};
    corners[1].tex_coord = (SDL_FPoint){is_mirrored ? left : right, top};
    corners[2].tex_coord = (SDL_FPoint){is_mirrored ? right : left, bottom};
    corners[3].tex_coord = (SDL_FPoint){is_mirrored ? left : right, bottom};
}

/* On GL a plain rectangle is a piece of the white square of the page that is just drawn from, so that it
 * needs no call of its own. The software driver is faster with a plain fill than with stretching a white
 * pixel. */
void batch_add_plain(struct batch *batch, const SDL_Rect *to, uint32_t colour)
{
    const struct run *last = last_run(batch);
    bool is_white = !batch->context->is_software && last != NULL && last->texture != NULL;
    SDL_Vertex *corners = next(batch, is_white ? last->texture : NULL, SDL_BLENDMODE_BLEND);
    set_corners(corners, to, colour);
    SDL_FPoint white = {is_white ? ATLAS_WHITE_PX / batch->width_px : 0.0f,
                        is_white ? ATLAS_WHITE_PX / batch->height_px : 0.0f};
    for (int i = 0; i < CORNERS; i++) {
        corners[i].tex_coord = white;
    }
}

#include "paint/chunk.h"

#include "base/memory.h"
#include "paint/place.h"
#include "paint/texture.h"

#include <string.h>

enum {
    SIDE_PX = 512,
    CELLS_MAX = SIDE_PX / ZOOM_MIN_PX,
    BUDGET_PX = 2 * SIDE_PX * SIDE_PX /* to draw anew in one frame */
};

struct chunk {
    SDL_Texture *texture;
    int x, y; /* in chunks */
    int zoom_px;
    uint64_t used_in;                       /* frame */
    uint64_t hashes[CELLS_MAX * CELLS_MAX]; /* of the cells drawn, row by row; 0: none */
};

struct chunks {
    struct paint_context *context;
    struct atlas *atlas;
    struct batch *batch;
    struct chunk **list;
    int count, room;
    uint64_t frame;
    int side_cells, zoom_px;
    int budget_px;     /* what is left of it in this frame */
    SDL_Rect *redrawn; /* of the last frame, on the view */
    int redrawn_count, redrawn_room;
};

struct chunks *chunks_open(struct paint_context *context, struct atlas *atlas, struct batch *batch)
{
    struct chunks *chunks = memory_get(sizeof *chunks);
    chunks->context = context;
    chunks->atlas = atlas;
    chunks->batch = batch;
    return chunks;
}

void chunks_forget(struct chunks *chunks)
{
    for (int i = 0; i < chunks->count; i++) {
        memset(chunks->list[i]->hashes, 0, sizeof chunks->list[i]->hashes);
    }
}

void chunks_destroy(struct chunks *chunks)
{
    for (int i = 0; i < chunks->count; i++) {
        SDL_DestroyTexture(chunks->list[i]->texture);
        memory_free(chunks->list[i]);
    }
    chunks->count = 0;
}

void chunks_close(struct chunks *chunks)
{
    if (chunks != NULL) {
        chunks_destroy(chunks);
        memory_free(chunks->list);
        memory_free(chunks->redrawn);
        memory_free(chunks);
    }
}

int chunks_count(const struct chunks *chunks)
{
    return chunks->count;
}

/* Like the window's pixels where those are of a kind that textures can be: then the copy needs no conversion.
 */
static Uint32 texture_format(const struct paint_context *context)
{
    SDL_Surface *surface = paint_target_surface(context);
    return surface != NULL && surface->format->BytesPerPixel == 4 ? surface->format->format
                                                                  : SDL_PIXELFORMAT_ARGB8888;
}

static struct chunk *add_chunk(struct chunks *chunks)
{
    SDL_Texture *texture = SDL_CreateTexture(chunks->context->renderer, texture_format(chunks->context),
                                             SDL_TEXTUREACCESS_TARGET, SIDE_PX, SIDE_PX);
    if (texture == NULL) {
        SDL_Log("no texture for terrain: %s", SDL_GetError());
        return NULL;
    }
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_NONE);
    if (chunks->count == chunks->room) {
        chunks->room = chunks->room > 0 ? 2 * chunks->room : 32;
        chunks->list = memory_resize(chunks->list, (size_t)chunks->room, sizeof(struct chunk *));
    }
    struct chunk *chunk = memory_get(sizeof *chunk);
    chunk->texture = texture;
    chunks->list[chunks->count++] = chunk;
    return chunk;
}

/* The chunk that shows that square: an old one, one of another zoom, one that was out of view in this frame
 * and the last, or a new one. */
static struct chunk *find_chunk(struct chunks *chunks, int x, int y)
{
    struct chunk *oldest = NULL;
    for (int i = 0; i < chunks->count; i++) {
        struct chunk *chunk = chunks->list[i];
        if (chunk->x == x && chunk->y == y && chunk->zoom_px == chunks->zoom_px) {
            return chunk;
        }
        bool is_free = chunk->used_in + 1 < chunks->frame || chunk->zoom_px != chunks->zoom_px;
        if (is_free && (oldest == NULL || chunk->used_in < oldest->used_in)) {
            oldest = chunk;
        }
    }
    struct chunk *chunk = oldest != NULL ? oldest : add_chunk(chunks);
    if (chunk != NULL) {
        chunk->x = x;
        chunk->y = y;
        chunk->zoom_px = chunks->zoom_px;
        memset(chunk->hashes, 0, sizeof chunk->hashes);
    }
    return chunk;
}

static int floor_divide(int value, int divisor)
{
    return value / divisor - (value % divisor < 0);
}

/* Takes over the hashes of the chunk's cells in view; returns the rectangle around those that changed, in
 * pixels of the chunk. Cells within it that did not change are in view too, as the view is a rectangle, so
 * all their items are known and they can be drawn again. */
static SDL_Rect take_changes(const struct chunks *chunks, struct chunk *chunk, const struct terrain *terrain)
{
    int side = chunks->side_cells;
    int x0 = side, y0 = side, x1 = 0, y1 = 0;
    for (int y = 0; y < side; y++) {
        int row = chunk->y * side + y - terrain->y0;
        for (int x = 0; row >= 0 && row < terrain->rows && x < side; x++) {
            int column = chunk->x * side + x - terrain->x0;
            if (column < 0 || column >= terrain->columns) {
                continue;
            }
            uint64_t hash = terrain->hashes[row * terrain->columns + column];
            if (chunk->hashes[y * side + x] != hash) {
                chunk->hashes[y * side + x] = hash;
                x0 = x < x0 ? x : x0;
                y0 = y < y0 ? y : y0;
                x1 = x + 1 > x1 ? x + 1 : x1;
                y1 = y + 1 > y1 ? y + 1 : y1;
            }
        }
    }
    int zoom_px = chunks->zoom_px;
    return x1 == 0 ? (SDL_Rect){0}
                   : (SDL_Rect){x0 * zoom_px, y0 * zoom_px, (x1 - x0) * zoom_px, (y1 - y0) * zoom_px};
}

static void note_redrawn(struct chunks *chunks, const SDL_Rect *changed, int left_px, int top_px)
{
    if (chunks->redrawn_count == chunks->redrawn_room) {
        chunks->redrawn_room = chunks->redrawn_room > 0 ? 2 * chunks->redrawn_room : 64;
        chunks->redrawn =
            memory_resize(chunks->redrawn, (size_t)chunks->redrawn_room, sizeof *chunks->redrawn);
    }
    chunks->redrawn[chunks->redrawn_count++] =
        (SDL_Rect){left_px + changed->x, top_px + changed->y, changed->w, changed->h};
}

static void add_item(struct chunks *chunks, const struct terrain_item *item, const SDL_Rect *to)
{
    if (item->is_plain) {
        batch_add_plain(chunks->batch, to, item->tint);
        return;
    }
    struct atlas_place from = atlas_get_for(chunks->atlas, &item->pixels, to->w, to->h);
    if (from.texture != NULL) {
        batch_add(chunks->batch, &from,
                  texture_blend_mode_in(&chunks->context->hints, item->pixels.is_opaque, item->tint), to,
                  false, item->tint);
    }
}

static void redraw(struct chunks *chunks, struct chunk *chunk, const SDL_Rect *changed,
                   const struct terrain *terrain)
{
    struct paint_context *context = chunks->context;
    int left = chunk->x * chunks->side_cells * chunks->zoom_px;
    int top = chunk->y * chunks->side_cells * chunks->zoom_px;
    SDL_SetRenderTarget(context->renderer, chunk->texture);
    SDL_RenderSetClipRect(context->renderer, changed);
    paint_background_in(context, changed);
    for (int i = 0; i < terrain->count; i++) {
        const struct terrain_item *item = &terrain->items[i];
        SDL_Rect to = {item->place.x - left, item->place.y - top, item->place.w, item->place.h};
        if (SDL_HasIntersection(&to, changed)) {
            add_item(chunks, item, &to);
        }
    }
    batch_flush(chunks->batch);
    SDL_RenderSetClipRect(context->renderer, NULL);
    SDL_SetRenderTarget(context->renderer, NULL);
}

/* Returns whether the chunk could be brought up to date. */
static bool update_chunk(struct chunks *chunks, int x, int y, const struct terrain *terrain, SDL_Point origin)
{
    struct chunk *chunk = chunks->budget_px > 0 ? find_chunk(chunks, x, y) : NULL;
    if (chunk == NULL) {
        return false;
    }
    chunk->used_in = chunks->frame;
    int side_px = chunks->side_cells * chunks->zoom_px;
    SDL_Rect changed = take_changes(chunks, chunk, terrain);
    if (changed.w > 0) {
        redraw(chunks, chunk, &changed, terrain);
        note_redrawn(chunks, &changed, x * side_px - origin.x, y * side_px - origin.y);
        chunks->budget_px -= changed.w * changed.h;
    }
    return true;
}

static void copy_chunk(struct chunks *chunks, int x, int y, SDL_Point origin)
{
    int side_px = chunks->side_cells * chunks->zoom_px;
    SDL_Rect from = {0, 0, side_px, side_px};
    SDL_Rect to = {x * side_px - origin.x, y * side_px - origin.y, side_px, side_px};
    SDL_RenderCopy(chunks->context->renderer, find_chunk(chunks, x, y)->texture, &from, &to);
    chunks->context->counts.draw_calls++;
}

static void draw_without(struct chunks *chunks, const struct terrain *terrain, SDL_Point origin)
{
    paint_background(chunks->context);
    for (int i = 0; i < terrain->count; i++) {
        const struct terrain_item *item = &terrain->items[i];
        SDL_Rect to = {item->place.x - origin.x, item->place.y - origin.y, item->place.w, item->place.h};
        add_item(chunks, item, &to);
    }
}

bool chunks_draw(struct chunks *chunks, const struct terrain *terrain, const struct camera *camera)
{
    bool is_all = true;
    chunks->frame++;
    chunks->budget_px = camera->zoom_px == chunks->zoom_px ? BUDGET_PX : 0;
    chunks->zoom_px = camera->zoom_px;
    chunks->side_cells = SIDE_PX / camera->zoom_px;
    chunks->redrawn_count = 0;
    SDL_Point origin = paint_origin(camera);
    int side = chunks->side_cells;
    int x0 = floor_divide(terrain->x0, side);
    int y0 = floor_divide(terrain->y0, side);
    int x1 = floor_divide(terrain->x0 + terrain->columns - 1, side);
    int y1 = floor_divide(terrain->y0 + terrain->rows - 1, side);
    for (int y = y0; y <= y1; y++) {
        for (int x = x0; x <= x1; x++) {
            is_all = update_chunk(chunks, x, y, terrain, origin) && is_all;
        }
    }
    for (int y = y0; is_all && y <= y1; y++) {
        for (int x = x0; x <= x1; x++) {
            copy_chunk(chunks, x, y, origin);
        }
    }
    if (!is_all) {
        draw_without(chunks, terrain, origin);
    }
    return is_all;
}

void chunks_tint_redrawn(struct chunks *chunks)
{
    SDL_SetRenderDrawBlendMode(chunks->context->renderer, SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(chunks->context->renderer, 255, 0, 160, 90);
    SDL_RenderFillRects(chunks->context->renderer, chunks->redrawn, chunks->redrawn_count);
}

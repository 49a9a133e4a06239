#include "paint/blit_gallery.h"

#include "base/memory.h"
#include "base/require.h"

#include <stddef.h>

/* A stretched copy; a list, in the order of making, in buckets by the slot of the original. It is one block:
 * finding better ones would take longer than they could save in the few frames that it is shown. */
struct stand_in {
    uint64_t original; /* identity */
    struct blit_picture picture;
    int next; /* in the bucket, or NONE */
};

/* Memory for stand-ins: given out from the front, taken back all at once, and kept for the next zoom. */
struct chunk {
    char *bytes;
    size_t size, used;
};

/* An answer of this frame: the ground asks for the same few pictures thousands of times. */
struct memo {
    uint64_t frame;
    int picture, width, height;
    bool mirrored;
    struct blit_shown shown;
};

enum { NONE = -1, BUCKETS = 256, MEMOS = 512, CHUNK_BYTES = 8 << 20, CHUNK_GRAIN = 64 };

struct blit_gallery {
    struct picture_cache *cache;
    struct stand_in *stand_ins;
    int stand_in_count, stand_in_room;
    int bucket[BUCKETS];
    struct chunk *chunks;
    int chunk_count, chunk_now; /* those before chunk_now are full */
    struct memo memos[MEMOS];
    uint64_t frame;
    int zoom_px;
};

static const uint32_t *surface_pixels(const SDL_Surface *surface)
{
    return surface->pixels;
}

static int surface_pitch_px(const SDL_Surface *surface)
{
    return surface->pitch / (int)sizeof(uint32_t);
}

static uint64_t identity_of(const struct picture_pixels *pixels)
{
    return (uint64_t)pixels->slot << 32 | pixels->serial;
}

static void drop_stand_ins(struct blit_gallery *gallery)
{
    for (int i = 0; i < gallery->chunk_count; i++) {
        gallery->chunks[i].used = 0;
    }
    gallery->chunk_now = 0;
    gallery->stand_in_count = 0;
    for (int i = 0; i < BUCKETS; i++) {
        gallery->bucket[i] = NONE;
    }
}

struct blit_gallery *blit_gallery_open(struct picture_cache *cache)
{
    struct blit_gallery *gallery = memory_get(sizeof *gallery);
    gallery->cache = cache;
    drop_stand_ins(gallery);
    return gallery;
}

void blit_gallery_close(struct blit_gallery *gallery)
{
    if (gallery == NULL) {
        return;
    }
    for (int i = 0; i < gallery->chunk_count; i++) {
        memory_free(gallery->chunks[i].bytes);
    }
    memory_free(gallery->chunks);
    memory_free(gallery->stand_ins);
    memory_free(gallery);
}

void blit_gallery_begin(struct blit_gallery *gallery, int zoom_px)
{
    gallery->frame++;
    if (zoom_px != gallery->zoom_px) {
        gallery->zoom_px = zoom_px;
        drop_stand_ins(gallery);
    }
}

static struct blit_picture picture_of(const SDL_Surface *surface, const struct blit_blocks *blocks)
{
    return (struct blit_picture){surface->w, surface->h, surface_pixels(surface), surface_pitch_px(surface),
                                 blocks};
}

void *blit_gallery_study(const SDL_Surface *surface)
{
    return blit_blocks_find(surface_pixels(surface), surface_pitch_px(surface), surface->w, surface->h);
}

/* Until the stand-ins are dropped. */
static void *take(struct blit_gallery *gallery, size_t size)
{
    size = (size + CHUNK_GRAIN - 1) / CHUNK_GRAIN * CHUNK_GRAIN;
    while (gallery->chunk_now < gallery->chunk_count &&
           gallery->chunks[gallery->chunk_now].size - gallery->chunks[gallery->chunk_now].used < size) {
        gallery->chunk_now++;
    }
    if (gallery->chunk_now == gallery->chunk_count) {
        size_t room = size > CHUNK_BYTES ? size : CHUNK_BYTES;
        gallery->chunks =
            memory_resize(gallery->chunks, (size_t)gallery->chunk_count + 1, sizeof *gallery->chunks);
        gallery->chunks[gallery->chunk_count++] = (struct chunk){.bytes = memory_get(room), .size = room};
    }
    struct chunk *chunk = &gallery->chunks[gallery->chunk_now];
    chunk->used += size;
    return chunk->bytes + (chunk->used - size);
}

static struct blit_picture stretch(struct blit_gallery *gallery, const struct picture_pixels *pixels,
                                   int width_px, int height_px)
{
    int pitch = width_px * (int)sizeof(uint32_t);
    void *to = take(gallery, (size_t)pitch * (size_t)height_px);
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormatFrom(to, width_px, height_px, 32, pitch, SDL_PIXELFORMAT_ARGB8888);
    require(surface != NULL);
    SDL_SoftStretchLinear(pixels->surface, NULL, surface, NULL);
    SDL_FreeSurface(surface);
    struct blit_block *block = take(gallery, sizeof *block);
    struct blit_blocks *blocks = take(gallery, sizeof *blocks);
    *block = (struct blit_block){{0, 0, width_px, height_px}, pixels->is_opaque};
    *blocks = (struct blit_blocks){width_px, height_px, pixels->is_opaque, 1, 1, block, block};
    return (struct blit_picture){width_px, height_px, to, width_px, blocks};
}

static struct blit_picture get_stand_in(struct blit_gallery *gallery, const struct picture_pixels *pixels,
                                        int width_px, int height_px)
{
    uint64_t original = identity_of(pixels);
    int *bucket = &gallery->bucket[pixels->slot % BUCKETS];
    for (int i = *bucket; i != NONE; i = gallery->stand_ins[i].next) {
        const struct stand_in *found = &gallery->stand_ins[i];
        if (found->original == original && found->picture.width == width_px &&
            found->picture.height == height_px) {
            return found->picture;
        }
    }
    if (gallery->stand_in_count == gallery->stand_in_room) {
        gallery->stand_in_room = gallery->stand_in_room > 0 ? 2 * gallery->stand_in_room : 64;
        gallery->stand_ins =
            memory_resize(gallery->stand_ins, (size_t)gallery->stand_in_room, sizeof *gallery->stand_ins);
    }
    struct stand_in *made = &gallery->stand_ins[gallery->stand_in_count];
    *made = (struct stand_in){original, stretch(gallery, pixels, width_px, height_px), *bucket};
    *bucket = gallery->stand_in_count++;
    return made->picture;
}

static struct blit_shown find(struct blit_gallery *gallery, int picture, int width_px, int height_px,
                              bool mirrored)
{
    struct picture_pixels pixels =
        picture_cache_get(gallery->cache, picture, (struct picture_size){width_px, height_px}, mirrored);
    if (pixels.surface == NULL) {
        /* Nothing of any size yet is a stand-in too: it will change. */
        return (struct blit_shown){.identity = 0, .is_exact = false};
    }
    if (pixels.is_blank) {
        return (struct blit_shown){.identity = 0, .is_exact = pixels.is_exact};
    }
    return (struct blit_shown){identity_of(&pixels), pixels.is_exact,
                               pixels.is_exact ? picture_of(pixels.surface, pixels.study)
                                               : get_stand_in(gallery, &pixels, width_px, height_px)};
}

struct blit_shown blit_gallery_get(struct blit_gallery *gallery, int picture, int width_px, int height_px,
                                   bool mirrored)
{
    struct memo *memo = &gallery->memos[(2 * picture + mirrored) % MEMOS];
    if (memo->frame != gallery->frame || memo->picture != picture || memo->mirrored != mirrored ||
        memo->width != width_px || memo->height != height_px) {
        *memo =
            (struct memo){gallery->frame, picture,  width_px,
                          height_px,      mirrored, find(gallery, picture, width_px, height_px, mirrored)};
    }
    return memo->shown;
}

const struct blit_blocks *blit_gallery_blocks(const struct blit_gallery *gallery, uint64_t identity,
                                              int width_px, int height_px)
{
    int slot = (int)(identity >> 32);
    const struct blit_blocks *blocks = picture_cache_study(gallery->cache, slot, (uint32_t)identity);
    bool is_it = blocks != NULL && blocks->width == width_px && blocks->height == height_px;
    return is_it ? blocks : NULL;
}

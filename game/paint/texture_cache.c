#include "paint/texture_cache.h"

#include "base/memory.h"
#include "paint/texture.h"

enum { SWEEP_AT_ONCE = 64 };

struct slot {
    SDL_Texture *texture;
    uint32_t serial; /* of the picture that the texture shows */
};

struct texture_cache {
    const struct paint_context *context;
    struct slot *slots; /* by slot of the picture cache */
    int slot_count;
    int swept; /* slots below were looked at in this round */
};

struct texture_cache *texture_cache_open(const struct paint_context *context)
{
    struct texture_cache *cache = memory_get(sizeof *cache);
    cache->context = context;
    return cache;
}

static void destroy(struct slot *slot)
{
    if (slot->texture != NULL) {
        SDL_DestroyTexture(slot->texture);
    }
    *slot = (struct slot){0};
}

void texture_cache_clear(struct texture_cache *cache)
{
    for (int i = 0; i < cache->slot_count; i++) {
        destroy(&cache->slots[i]);
    }
}

void texture_cache_close(struct texture_cache *cache)
{
    if (cache != NULL) {
        texture_cache_clear(cache);
        memory_free(cache->slots);
        memory_free(cache);
    }
}

void texture_cache_begin(struct texture_cache *cache)
{
    for (int i = 0; i < SWEEP_AT_ONCE && i < cache->slot_count; i++) {
        cache->swept = (cache->swept + 1) % cache->slot_count;
        struct slot *slot = &cache->slots[cache->swept];
        if (slot->serial != 0 &&
            slot->serial != picture_cache_serial(cache->context->pictures, cache->swept)) {
            destroy(slot);
        }
    }
}

static void grow(struct texture_cache *cache, int count)
{
    int room = cache->slot_count > 0 ? cache->slot_count : 1024;
    while (room < count) {
        room *= 2;
    }
    cache->slots = memory_resize(cache->slots, (size_t)room, sizeof *cache->slots);
    for (int i = cache->slot_count; i < room; i++) {
        cache->slots[i] = (struct slot){0};
    }
    cache->slot_count = room;
}

SDL_Texture *texture_cache_get(struct texture_cache *cache, const struct picture_pixels *pixels)
{
    if (pixels->surface == NULL) {
        return NULL;
    }
    if (pixels->slot >= cache->slot_count) {
        grow(cache, pixels->slot + 1);
    }
    struct slot *slot = &cache->slots[pixels->slot];
    if (slot->serial != pixels->serial) {
        destroy(slot);
        slot->serial = pixels->serial;
        slot->texture =
            texture_create(cache->context, pixels->surface->w, pixels->surface->h, pixels->is_opaque);
        if (slot->texture != NULL) {
            texture_put(slot->texture, 0, 0, pixels->surface);
        }
    }
    return slot->texture;
}

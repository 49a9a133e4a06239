#include "paint/picture_cache.h"

#include "base/memory.h"
#include "base/require.h"
#include "paint/picture_shelf.h"
#include "paint/picture_worker.h"
#include "paint/raster.h"
#include "scene/scene.h"

#include <stdlib.h>
#include <string.h>

enum {
    TAKE_AT_ONCE = 64,
    PREFETCH_AT_ONCE = 8,
    /* The zoom glides when it changes again within so many frames, and until it rests for so many. */
    GLIDE_FRAMES = 8,
    REST_FRAMES = 3
};

struct picture_cache {
    struct picture_cache_settings settings;
    struct picture_worker *worker;
    struct picture_shelf shelf;
    int *family_of;      /* picture -> the first one with the same name: the frames of one motion */
    bool *is_family_met; /* by that first one: some picture of it was asked for */
    int zoom_px;         /* of this frame */
    uint64_t zoom_frame; /* in which it came to be that; 0: it never changed */
    bool is_gliding;
    int prefetch_next; /* pictures below were looked at for this zoom */
    struct picture_counts counts;
};

const struct picture_source picture_source_scene = {PICTURE_COUNT, picture_info, picture_svg};

static size_t size_bytes(struct picture_size size)
{
    return (size_t)size.width_px * (size_t)size.height_px * 4;
}

struct picture_size picture_cache_size(const struct picture_cache *cache, int picture, int zoom_px)
{
    struct picture_info info = cache->settings.source->info(picture);
    int width = (info.width * zoom_px + SCENE_UNITS / 2) / SCENE_UNITS;
    int height = (info.height * zoom_px + SCENE_UNITS / 2) / SCENE_UNITS;
    return (struct picture_size){width > 0 ? width : 1, height > 0 ? height : 1};
}

static void fill(struct picture_cache *cache, int slot, const struct picture_made *made)
{
    shelf_fill(&cache->shelf, slot, made->surface, made->is_opaque, made->is_blank);
    cache->counts.made++;
}

/* An entry may have been dropped or made here meanwhile. */
static void take_made(struct picture_cache *cache)
{
    struct picture_made made[TAKE_AT_ONCE];
    int count;
    do {
        count = picture_worker_take(cache->worker, made, TAKE_AT_ONCE);
        for (int i = 0; i < count; i++) {
            int slot = shelf_find(&cache->shelf, made[i].job.picture, made[i].job.size, false);
            if (slot != SHELF_NONE && !cache->shelf.entries[slot].is_ready) {
                fill(cache, slot, &made[i]);
            } else {
                SDL_FreeSurface(made[i].surface);
            }
        }
    } while (count == TAKE_AT_ONCE);
}

/* What the last frame asked for, and what belongs to this zoom. */
static bool is_still_wanted(void *user, struct picture_job job)
{
    struct picture_cache *cache = user;
    int slot = shelf_find(&cache->shelf, job.picture, job.size, false);
    if (slot == SHELF_NONE || cache->shelf.entries[slot].is_ready) {
        return false;
    }
    struct picture_size own = picture_cache_size(cache, job.picture, cache->zoom_px);
    if (cache->shelf.entries[slot].used_in + 1 >= cache->shelf.frame ||
        (own.width_px == job.size.width_px && own.height_px == job.size.height_px)) {
        return true;
    }
    shelf_remove(&cache->shelf, slot);
    return false;
}

static int ask(struct picture_cache *cache, int picture, struct picture_size size)
{
    picture_worker_ask(cache->worker, (struct picture_job){picture, size});
    return shelf_add(&cache->shelf, picture, size, false);
}

/* Asks for a few pictures that nobody has asked for yet, in this zoom's size: the other frames of motions
 * that are on the screen. Returns whether there was anything to ask for. */
static bool prefetch(struct picture_cache *cache)
{
    if (!cache->settings.has_worker || cache->is_gliding) {
        return false;
    }
    int asked = 0;
    int count = cache->settings.source->count;
    for (; cache->prefetch_next < count && asked < PREFETCH_AT_ONCE; cache->prefetch_next++) {
        int picture = cache->prefetch_next;
        struct picture_size size = picture_cache_size(cache, picture, cache->zoom_px);
        if (!cache->is_family_met[cache->family_of[picture]] ||
            shelf_find(&cache->shelf, picture, size, false) != SHELF_NONE) {
            continue;
        }
        if (cache->shelf.bytes + size_bytes(size) > cache->settings.bytes_max / 2) {
            cache->prefetch_next = count;
            break;
        }
        ask(cache, picture, size);
        asked++;
    }
    return asked > 0;
}

static void meet(struct picture_cache *cache, int picture)
{
    bool *is_met = &cache->is_family_met[cache->family_of[picture]];
    cache->prefetch_next = *is_met ? cache->prefetch_next : 0;
    *is_met = true;
}

struct picture_cache *picture_cache_open(const struct picture_cache_settings *settings, struct error *error)
{
    struct picture_made made = {0};
    struct picture_job job = {.picture = 0, .size = {ZOOM_NOMINAL_PX, ZOOM_NOMINAL_PX}};
    struct error reason;
    bool is_real = picture_worker_make(settings, job, &made, &reason);
    SDL_FreeSurface(made.surface);
    if (!is_real) {
        error_set(error, STATUS_ENVIRONMENT, "no-pictures", "no pictures: %s", reason.text);
        if (error != NULL) {
            error_at(error, reason.file, 0, 0);
        }
        return NULL;
    }
    struct picture_cache *cache = memory_get(sizeof *cache);
    cache->settings = *settings;
    shelf_open(&cache->shelf, settings->source->count);
    cache->zoom_px = ZOOM_NOMINAL_PX;
    cache->family_of = memory_get_array((size_t)settings->source->count, sizeof *cache->family_of);
    cache->is_family_met = memory_get_array((size_t)settings->source->count, sizeof *cache->is_family_met);
    for (int i = 0; i < settings->source->count; i++) {
        bool is_next =
            i > 0 && strcmp(settings->source->info(i).name, settings->source->info(i - 1).name) == 0;
        cache->family_of[i] = is_next ? cache->family_of[i - 1] : i;
    }
    cache->worker = picture_worker_open(settings);
    return cache;
}

void picture_cache_close(struct picture_cache *cache)
{
    if (cache == NULL) {
        return;
    }
    picture_worker_close(cache->worker);
    shelf_close(&cache->shelf);
    memory_free(cache->family_of);
    memory_free(cache->is_family_met);
    memory_free(cache);
}

static void follow_zoom(struct picture_cache *cache, int zoom_px)
{
    uint64_t frame = cache->shelf.frame;
    if (zoom_px != cache->zoom_px) {
        cache->is_gliding = cache->zoom_frame != 0 && frame - cache->zoom_frame <= GLIDE_FRAMES;
        cache->zoom_frame = frame;
        cache->zoom_px = zoom_px;
        cache->prefetch_next = 0;
    } else if (frame - cache->zoom_frame >= REST_FRAMES) {
        cache->is_gliding = false;
    }
}

void picture_cache_begin(struct picture_cache *cache, int zoom_px)
{
    cache->shelf.frame++;
    follow_zoom(cache, zoom_px);
    picture_worker_run(cache->worker, cache->settings.budget_us);
    take_made(cache);
    picture_worker_forget(cache->worker, is_still_wanted, cache);
    cache->counts.dropped += shelf_trim(&cache->shelf, cache->settings.bytes_max);
    if (picture_worker_waiting(cache->worker) == 0) {
        prefetch(cache);
    }
}

/* The mirrored twin of a ready entry: turning is as cheap as copying, so it is done at once. */
static int turn(struct picture_cache *cache, int slot)
{
    struct shelf_entry from = cache->shelf.entries[slot];
    int twin = shelf_find(&cache->shelf, from.picture, from.size, true);
    if (twin == SHELF_NONE) {
        twin = shelf_add(&cache->shelf, from.picture, from.size, true);
        SDL_Surface *surface = from.surface != NULL ? raster_mirror(from.surface) : NULL;
        shelf_fill(&cache->shelf, twin, surface, from.is_opaque, from.is_blank);
    }
    return twin;
}

/* Marks both the entry and, when mirrored, its twin as used. */
static struct picture_pixels hand_out(struct picture_cache *cache, int slot, bool is_mirrored, bool is_exact)
{
    shelf_use(&cache->shelf, slot);
    if (is_mirrored) {
        slot = turn(cache, slot);
        shelf_use(&cache->shelf, slot);
    }
    const struct shelf_entry *entry = &cache->shelf.entries[slot];
    return (struct picture_pixels){.surface = entry->surface,
                                   .is_exact = is_exact,
                                   .is_opaque = entry->is_opaque,
                                   .is_blank = entry->is_blank,
                                   .slot = slot,
                                   .serial = entry->serial};
}

static void make_now(struct picture_cache *cache, int slot)
{
    const struct shelf_entry *entry = &cache->shelf.entries[slot];
    struct error error;
    struct picture_made made;
    struct picture_job job = {entry->picture, entry->size};
    if (!picture_worker_make(&cache->settings, job, &made, &error)) {
        SDL_Log("picture %s: %s", cache->settings.source->info(entry->picture).name, error.text);
    }
    fill(cache, slot, &made);
}

/* Nothing of the picture is ready: at most the nominal size is made, as a large one could cost the frame
 * dear. */
static int make_stand_in(struct picture_cache *cache, int slot)
{
    const struct shelf_entry *wanted = &cache->shelf.entries[slot];
    int picture = wanted->picture;
    struct picture_size nominal = picture_cache_size(cache, picture, ZOOM_NOMINAL_PX);
    if (nominal.width_px < wanted->size.width_px) {
        slot = shelf_find(&cache->shelf, picture, nominal, false);
        slot = slot != SHELF_NONE ? slot : shelf_add(&cache->shelf, picture, nominal, false);
    }
    make_now(cache, slot);
    return slot;
}

static bool is_ready(const struct picture_cache *cache, int slot)
{
    return slot != SHELF_NONE && cache->shelf.entries[slot].is_ready;
}

/* While the zoom glides through all sizes, pictures are made in those of its ladder only: one of them, a
 * little larger than what is shown, serves for many frames. */
static struct picture_size size_to_make(const struct picture_cache *cache, int picture,
                                        struct picture_size size)
{
    return cache->is_gliding ? picture_cache_size(cache, picture, zoom_step(cache->zoom_px - 1, 1)) : size;
}

struct picture_pixels picture_cache_get(struct picture_cache *cache, int picture, struct picture_size size,
                                        bool is_mirrored)
{
    require(picture >= 0 && picture < cache->settings.source->count);
    int slot = shelf_find(&cache->shelf, picture, size, false);
    if (is_ready(cache, slot)) {
        cache->counts.hits++;
        return hand_out(cache, slot, is_mirrored, true);
    }
    cache->counts.misses++;
    struct picture_size made = size_to_make(cache, picture, size);
    slot = shelf_find(&cache->shelf, picture, made, false);
    if (slot == SHELF_NONE) {
        slot = ask(cache, picture, made);
        meet(cache, picture);
    }
    shelf_use(&cache->shelf, slot);
    int found = is_ready(cache, slot) ? slot : shelf_nearest(&cache->shelf, slot);
    found = found != SHELF_NONE ? found : make_stand_in(cache, slot);
    const struct shelf_entry *entry = &cache->shelf.entries[found];
    bool is_exact = entry->size.width_px == size.width_px && entry->size.height_px == size.height_px;
    return hand_out(cache, found, is_mirrored, is_exact);
}

struct picture_pixels picture_cache_need(struct picture_cache *cache, int picture, struct picture_size size,
                                         bool is_mirrored)
{
    require(picture >= 0 && picture < cache->settings.source->count);
    int slot = shelf_find(&cache->shelf, picture, size, false);
    if (slot == SHELF_NONE) {
        slot = shelf_add(&cache->shelf, picture, size, false);
        meet(cache, picture);
    }
    if (cache->shelf.entries[slot].is_ready) {
        cache->counts.hits++;
    } else {
        cache->counts.misses++;
        make_now(cache, slot);
    }
    return hand_out(cache, slot, is_mirrored, true);
}

void picture_cache_wait(struct picture_cache *cache)
{
    bool is_more;
    do {
        picture_worker_wait(cache->worker);
        take_made(cache);
        is_more = prefetch(cache);
    } while (is_more);
}

int picture_cache_slots(const struct picture_cache *cache)
{
    return cache->shelf.count;
}

uint32_t picture_cache_serial(const struct picture_cache *cache, int slot)
{
    return cache->shelf.entries[slot].serial;
}

struct picture_counts picture_cache_counts(const struct picture_cache *cache)
{
    struct picture_counts counts = cache->counts;
    counts.bytes = cache->shelf.bytes;
    counts.entries = cache->shelf.used;
    return counts;
}

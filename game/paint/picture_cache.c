#include "paint/picture_cache.h"

#include "base/memory.h"
#include "base/require.h"
#include "paint/picture_asking.h"
#include "paint/picture_shelf.h"
#include "paint/picture_worker.h"
#include "paint/raster.h"
#include "scene/camera.h"

enum {
    TAKE_AT_ONCE = 64,
    NEW_PX =
        512 * 1024 /* taken over in one frame: what is new has to be uploaded and drawn for the first time */
};

struct picture_cache {
    struct picture_cache_settings settings;
    struct picture_worker *worker;
    struct picture_shelf shelf;
    struct picture_asking asking;
    struct picture_counts counts;
};

const struct picture_source picture_source_scene = {PICTURE_COUNT, picture_info, picture_svg};

struct picture_size picture_cache_size(const struct picture_cache *cache, int picture, int zoom_px)
{
    return asking_size_at(&cache->asking, picture, zoom_px);
}

static void fill(struct picture_cache *cache, int slot, struct picture_made *made)
{
    const struct shelf_entry *entry = &cache->shelf.entries[slot];
    shelf_fill(&cache->shelf, slot, made->surface, made->study, made->is_opaque, made->is_blank);
    if (asking_is_reserve(&cache->asking, entry->picture, entry->size)) {
        shelf_keep(&cache->shelf, slot);
    }
    cache->counts.made++;
    made->surface = NULL;
    made->study = NULL;
}

static void fill_twin(struct picture_cache *cache, struct picture_made *made)
{
    int slot = shelf_find(&cache->shelf, made->job.picture, made->job.size, true);
    if (made->twin == NULL || slot != SHELF_NONE) {
        return;
    }
    slot = shelf_add(&cache->shelf, made->job.picture, made->job.size, true);
    shelf_fill(&cache->shelf, slot, made->twin, made->twin_study, made->is_opaque, made->is_blank);
    if (asking_is_reserve(&cache->asking, made->job.picture, made->job.size)) {
        shelf_keep(&cache->shelf, slot);
    }
    made->twin = NULL;
    made->twin_study = NULL;
}

/* An entry may have been dropped or made here meanwhile. Returns how many were taken. */
static int take_made(struct picture_cache *cache, int64_t pixels)
{
    struct picture_made made[TAKE_AT_ONCE];
    int count = picture_worker_take(cache->worker, made, TAKE_AT_ONCE, pixels);
    for (int i = 0; i < count; i++) {
        int slot = shelf_find(&cache->shelf, made[i].job.picture, made[i].job.size, false);
        if (slot != SHELF_NONE && !cache->shelf.entries[slot].is_ready) {
            fill(cache, slot, &made[i]);
            fill_twin(cache, &made[i]);
        }
        picture_made_free(&made[i]);
    }
    return count;
}

struct picture_cache *picture_cache_open(const struct picture_cache_settings *settings, struct error *error)
{
    struct picture_made made = {0};
    struct picture_job job = {.picture = 0, .size = {ZOOM_NOMINAL_PX, ZOOM_NOMINAL_PX}};
    struct error reason;
    bool is_real = picture_worker_make(settings, job, &made, &reason);
    picture_made_free(&made);
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
    cache->worker = picture_worker_open(settings);
    asking_open(&cache->asking, settings, &cache->shelf, cache->worker);
    return cache;
}

void picture_cache_close(struct picture_cache *cache)
{
    if (cache == NULL) {
        return;
    }
    picture_worker_close(cache->worker);
    shelf_close(&cache->shelf);
    asking_close(&cache->asking);
    memory_free(cache);
}

void picture_cache_begin(struct picture_cache *cache, int zoom_px)
{
    cache->shelf.frame++;
    asking_follow_zoom(&cache->asking, zoom_px);
    picture_worker_run(cache->worker, cache->settings.budget_us);
    take_made(cache, NEW_PX);
    asking_forget(&cache->asking);
    cache->counts.dropped += shelf_trim(&cache->shelf, cache->settings.bytes_max);
    asking_look_ahead(&cache->asking);
}

/* The mirrored twin of a ready entry. It is there, but for those that were made before any was wanted;
 * turning is as cheap as copying, so that is done at once. */
static int turn(struct picture_cache *cache, int slot)
{
    struct shelf_entry from = cache->shelf.entries[slot];
    int twin = shelf_find(&cache->shelf, from.picture, from.size, true);
    if (twin == SHELF_NONE) {
        twin = shelf_add(&cache->shelf, from.picture, from.size, true);
        SDL_Surface *surface = from.surface != NULL ? raster_mirror(from.surface) : NULL;
        bool has_study = surface != NULL && cache->settings.study != NULL;
        void *study = has_study ? cache->settings.study(surface) : NULL;
        shelf_fill(&cache->shelf, twin, surface, study, from.is_opaque, from.is_blank);
        if (from.is_kept) {
            shelf_keep(&cache->shelf, twin);
        }
    }
    return twin;
}

/* Marks both the entry and, when mirrored, its twin as used. */
static struct picture_pixels hand_out(struct picture_cache *cache, int slot, bool is_mirrored, bool is_exact)
{
    cache->asking.is_used = true;
    shelf_use(&cache->shelf, slot);
    if (is_mirrored) {
        cache->asking.wants_twins = true;
        slot = turn(cache, slot);
        shelf_use(&cache->shelf, slot);
    }
    const struct shelf_entry *entry = &cache->shelf.entries[slot];
    return (struct picture_pixels){.surface = entry->surface,
                                   .study = entry->study,
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
    struct picture_job job = {entry->picture, entry->size, false};
    if (!picture_worker_make(&cache->settings, job, &made, &error)) {
        SDL_Log("picture %s: %s", cache->settings.source->info(entry->picture).name, error.text);
    }
    fill(cache, slot, &made);
    picture_made_free(&made);
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
    slot = asking_ask(&cache->asking, picture, size);
    shelf_use(&cache->shelf, slot);
    int found = is_ready(cache, slot) ? slot : shelf_nearest(&cache->shelf, slot);
    found = found != SHELF_NONE ? found : make_stand_in(cache, slot);
    const struct shelf_entry *entry = &cache->shelf.entries[found];
    return hand_out(cache, found, is_mirrored, shelf_is_same_size(entry->size, size));
}

struct picture_pixels picture_cache_need(struct picture_cache *cache, int picture, struct picture_size size,
                                         bool is_mirrored)
{
    require(picture >= 0 && picture < cache->settings.source->count);
    int slot = shelf_find(&cache->shelf, picture, size, false);
    if (slot == SHELF_NONE) {
        slot = shelf_add(&cache->shelf, picture, size, false);
        ahead_meet(&cache->asking.ahead, picture);
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
        while (take_made(cache, INT64_MAX) > 0) {
        }
        is_more = asking_ask_for_motions(&cache->asking);
    } while (is_more);
}

uint32_t picture_cache_serial(const struct picture_cache *cache, int slot)
{
    return slot < cache->shelf.count ? cache->shelf.entries[slot].serial : 0;
}

const void *picture_cache_study(const struct picture_cache *cache, int slot, uint32_t serial)
{
    return picture_cache_serial(cache, slot) == serial ? cache->shelf.entries[slot].study : NULL;
}

struct picture_counts picture_cache_counts(const struct picture_cache *cache)
{
    struct picture_counts counts = cache->counts;
    counts.bytes = cache->shelf.bytes;
    counts.entries = cache->shelf.used;
    return counts;
}

#include "paint/picture_cache.h"

#include "base/memory.h"
#include "base/require.h"
#include "paint/picture_ahead.h"
#include "paint/picture_shelf.h"
#include "paint/picture_worker.h"
#include "paint/raster.h"
#include "scene/scene.h"

#include <stdlib.h>
#include <string.h>

enum {
    TAKE_AT_ONCE = 64,
    NEW_PX =
        512 * 1024, /* taken over in one frame: what is new has to be uploaded and drawn for the first time */
    AHEAD_LOW = 8,  /* so few left to make: the worker will soon be idle */
    AHEAD_AT_ONCE = 48, /* pictures that are asked for ahead in one frame ... */
    AHEAD_PX =
        256 * 1024, /* ... or as many as have so many pixels: what is wanted now has to wait for them */
    /* The zoom glides when it changes again within so many frames, and until it rests for so many. */
    GLIDE_FRAMES = 8,
    REST_FRAMES = 3
};

struct picture_cache {
    struct picture_cache_settings settings;
    struct picture_worker *worker;
    struct picture_shelf shelf;
    struct picture_ahead ahead;
    size_t ahead_bytes;  /* that were asked for ahead at this zoom */
    int zoom_px;         /* of this frame */
    uint64_t zoom_frame; /* in which it came to be that; 0: it never changed */
    bool is_gliding, is_gliding_up;
    bool wants_twins; /* somebody shows pictures mirrored: they are made along */
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

static bool is_same_size(struct picture_size a, struct picture_size b)
{
    return a.width_px == b.width_px && a.height_px == b.height_px;
}

static bool is_reserve(const struct picture_cache *cache, int picture, struct picture_size size)
{
    return cache->settings.looks_ahead &&
           is_same_size(size, picture_cache_size(cache, picture, ZOOM_NOMINAL_PX));
}

static void fill(struct picture_cache *cache, int slot, struct picture_made *made)
{
    const struct shelf_entry *entry = &cache->shelf.entries[slot];
    shelf_fill(&cache->shelf, slot, made->surface, made->study, made->is_opaque, made->is_blank);
    if (is_reserve(cache, entry->picture, entry->size)) {
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
    if (is_reserve(cache, made->job.picture, made->job.size)) {
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

/* The zoom of the ladder that pictures are made for while this zoom is glided through, and the one that comes
 * after it. */
static int ladder_zoom(const struct picture_cache *cache)
{
    return zoom_step(cache->zoom_px - 1, 1);
}

static int next_ladder_zoom(const struct picture_cache *cache)
{
    return zoom_step(ladder_zoom(cache), cache->is_gliding_up ? 1 : -1);
}

/* What the last frame asked for, and what is made ahead. */
static bool is_still_wanted(void *user, struct picture_job job)
{
    struct picture_cache *cache = user;
    int slot = shelf_find(&cache->shelf, job.picture, job.size, false);
    if (slot == SHELF_NONE || cache->shelf.entries[slot].is_ready) {
        return false;
    }
    int zoom_px = cache->is_gliding ? next_ladder_zoom(cache) : cache->zoom_px;
    if (cache->shelf.entries[slot].used_in + 1 >= cache->shelf.frame ||
        is_reserve(cache, job.picture, job.size) ||
        is_same_size(job.size, picture_cache_size(cache, job.picture, zoom_px))) {
        return true;
    }
    shelf_remove(&cache->shelf, slot);
    return false;
}

static int ask(struct picture_cache *cache, int picture, struct picture_size size)
{
    picture_worker_ask(cache->worker, (struct picture_job){picture, size, cache->wants_twins});
    return shelf_add(&cache->shelf, picture, size, false);
}

static size_t bytes_with_twin(const struct picture_cache *cache, struct picture_size size)
{
    return (cache->wants_twins ? 2 : 1) * size_bytes(size);
}

/* Asks for a picture unless it is there. Returns how many pixels that is. */
static int64_t ask_ahead(struct picture_cache *cache, int picture, struct picture_size size)
{
    if (shelf_find(&cache->shelf, picture, size, false) != SHELF_NONE) {
        return 0;
    }
    ask(cache, picture, size);
    cache->ahead_bytes += bytes_with_twin(cache, size);
    return (int64_t)size.width_px * size.height_px;
}

/* For what nobody has asked for there is half of all room at each zoom: what is left of other zooms makes
 * way. */
static bool has_room(const struct picture_cache *cache, struct picture_size size)
{
    return cache->ahead_bytes + bytes_with_twin(cache, size) <= cache->settings.bytes_max / 2;
}

/* Asks for a few pictures that nobody has asked for yet: not before somebody has asked for something. Returns
 * whether there was anything to ask for. */
static bool look_ahead(struct picture_cache *cache, enum picture_wish least)
{
    bool is_used = cache->counts.hits + cache->counts.misses > 0;
    if (!cache->settings.has_worker || cache->is_gliding || !is_used) {
        return false;
    }
    int64_t pixels = 0;
    int asked = 0;
    for (int wish = WISH_MOTION; wish <= (int)least; wish++) {
        while (asked < AHEAD_AT_ONCE && pixels < AHEAD_PX) {
            int picture = ahead_next(&cache->ahead, (enum picture_wish)wish);
            if (picture < 0) {
                break;
            }
            struct picture_size size =
                picture_cache_size(cache, picture, wish == WISH_RESERVE ? ZOOM_NOMINAL_PX : cache->zoom_px);
            if (!has_room(cache, size)) {
                ahead_give_up(&cache->ahead, (enum picture_wish)wish);
                break;
            }
            int64_t added = ask_ahead(cache, picture, size);
            pixels += added;
            asked += added > 0;
        }
    }
    return asked > 0;
}

/* While the zoom glides: what the last frame showed, in the size that it will need after the one that is
 * stretched now. */
static void look_up_the_ladder(struct picture_cache *cache)
{
    const struct picture_shelf *shelf = &cache->shelf;
    int64_t pixels = 0;
    int zoom_px = next_ladder_zoom(cache);
    for (int slot = shelf->newest; slot != SHELF_NONE && pixels < AHEAD_PX;
         slot = shelf->entries[slot].older) {
        const struct shelf_entry *entry = &shelf->entries[slot];
        struct picture_size size = picture_cache_size(cache, entry->picture, zoom_px);
        if (entry->used_in + 1 < shelf->frame || !has_room(cache, size)) {
            break;
        }
        if (entry->is_ready && !entry->is_mirrored) {
            pixels += ask_ahead(cache, entry->picture, size);
        }
    }
}

/* The reserve, with its twins, must leave room for what is shown. */
static bool fits_reserve(const struct picture_cache *cache)
{
    size_t bytes = 0;
    for (int i = 0; i < cache->settings.source->count; i++) {
        bytes += 2 * size_bytes(picture_cache_size(cache, i, ZOOM_NOMINAL_PX));
    }
    return bytes <= cache->settings.bytes_max / 4;
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
    cache->settings.looks_ahead = settings->looks_ahead && settings->has_worker && fits_reserve(cache);
    shelf_open(&cache->shelf, settings->source->count);
    cache->zoom_px = ZOOM_NOMINAL_PX;
    ahead_open(&cache->ahead, settings->source);
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
    ahead_close(&cache->ahead);
    memory_free(cache);
}

static void follow_zoom(struct picture_cache *cache, int zoom_px)
{
    uint64_t frame = cache->shelf.frame;
    if (zoom_px != cache->zoom_px) {
        cache->is_gliding = cache->zoom_frame != 0 && frame - cache->zoom_frame <= GLIDE_FRAMES;
        cache->is_gliding_up = zoom_px > cache->zoom_px;
        cache->zoom_frame = frame;
        cache->zoom_px = zoom_px;
        ahead_restart(&cache->ahead);
        cache->ahead_bytes = 0;
    } else if (frame - cache->zoom_frame >= REST_FRAMES) {
        cache->is_gliding = false;
    }
}

void picture_cache_begin(struct picture_cache *cache, int zoom_px)
{
    cache->shelf.frame++;
    follow_zoom(cache, zoom_px);
    picture_worker_run(cache->worker, cache->settings.budget_us);
    take_made(cache, NEW_PX);
    picture_worker_forget(cache->worker, is_still_wanted, cache);
    cache->counts.dropped += shelf_trim(&cache->shelf, cache->settings.bytes_max);
    if (picture_worker_waiting(cache->worker) <= AHEAD_LOW) {
        look_ahead(cache, cache->settings.looks_ahead ? WISH_NEXT : WISH_MOTION);
        if (cache->is_gliding) {
            look_up_the_ladder(cache);
        }
    }
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
    shelf_use(&cache->shelf, slot);
    if (is_mirrored) {
        cache->wants_twins = true;
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

/* While the zoom glides through all sizes, pictures are made in those of its ladder only: one of them, a
 * little larger than what is shown, serves for many frames. */
static struct picture_size size_to_make(const struct picture_cache *cache, int picture,
                                        struct picture_size size)
{
    return cache->is_gliding ? picture_cache_size(cache, picture, ladder_zoom(cache)) : size;
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
        ahead_meet(&cache->ahead, picture);
    }
    shelf_use(&cache->shelf, slot);
    int found = is_ready(cache, slot) ? slot : shelf_nearest(&cache->shelf, slot);
    found = found != SHELF_NONE ? found : make_stand_in(cache, slot);
    const struct shelf_entry *entry = &cache->shelf.entries[found];
    return hand_out(cache, found, is_mirrored, is_same_size(entry->size, size));
}

struct picture_pixels picture_cache_need(struct picture_cache *cache, int picture, struct picture_size size,
                                         bool is_mirrored)
{
    require(picture >= 0 && picture < cache->settings.source->count);
    int slot = shelf_find(&cache->shelf, picture, size, false);
    if (slot == SHELF_NONE) {
        slot = shelf_add(&cache->shelf, picture, size, false);
        ahead_meet(&cache->ahead, picture);
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
        is_more = look_ahead(cache, WISH_MOTION);
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

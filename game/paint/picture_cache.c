#include "paint/picture_cache.h"

#include "base/memory.h"
#include "base/require.h"
#include "paint/picture_worker.h"
#include "paint/raster.h"
#include "scene/scene.h"

#include <stdlib.h>
#include <string.h>

enum { NONE = -1, TAKE_AT_ONCE = 64, PREFETCH_AT_ONCE = 8 };

enum entry_state { ENTRY_FREE, ENTRY_ASKED, ENTRY_READY };

struct entry {
    int picture;
    struct picture_size size;
    bool is_mirrored, is_opaque, is_blank;
    enum entry_state state;
    uint32_t serial;
    int next;             /* entry of the same picture, or of the free list */
    uint64_t used_in;     /* frame */
    SDL_Surface *surface; /* NULL unless ready */
};

struct picture_cache {
    struct picture_cache_settings settings;
    struct picture_worker *worker;
    struct entry *entries;
    int entry_count, entry_room, first_free;
    int *first_of;       /* picture -> its first entry */
    int *family_of;      /* picture -> the first one with the same name: the frames of one motion */
    bool *is_family_met; /* by that first one: some picture of it was asked for */
    uint64_t frame;
    uint32_t last_serial;
    int zoom_px;       /* of this frame */
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

static int add_entry(struct picture_cache *cache, int picture, struct picture_size size, bool is_mirrored)
{
    int slot = cache->first_free;
    if (slot == NONE) {
        if (cache->entry_count == cache->entry_room) {
            cache->entry_room = cache->entry_room > 0 ? 2 * cache->entry_room : 1024;
            cache->entries = memory_resize(cache->entries, (size_t)cache->entry_room, sizeof *cache->entries);
        }
        slot = cache->entry_count++;
    } else {
        cache->first_free = cache->entries[slot].next;
    }
    cache->entries[slot] = (struct entry){.picture = picture,
                                          .size = size,
                                          .is_mirrored = is_mirrored,
                                          .state = ENTRY_ASKED,
                                          .serial = ++cache->last_serial,
                                          .next = cache->first_of[picture],
                                          .used_in = cache->frame};
    cache->first_of[picture] = slot;
    cache->counts.entries++;
    return slot;
}

static void remove_entry(struct picture_cache *cache, int slot)
{
    struct entry *entry = &cache->entries[slot];
    int *link = &cache->first_of[entry->picture];
    while (*link != slot) {
        link = &cache->entries[*link].next;
    }
    *link = entry->next;
    if (entry->surface != NULL) {
        cache->counts.bytes -= size_bytes(entry->size);
        SDL_FreeSurface(entry->surface);
    }
    *entry = (struct entry){.next = cache->first_free};
    cache->first_free = slot;
    cache->counts.entries--;
}

static int find_entry(const struct picture_cache *cache, int picture, struct picture_size size,
                      bool is_mirrored)
{
    int slot = cache->first_of[picture];
    while (slot != NONE) {
        const struct entry *entry = &cache->entries[slot];
        if (entry->size.width_px == size.width_px && entry->size.height_px == size.height_px &&
            entry->is_mirrored == is_mirrored) {
            return slot;
        }
        slot = entry->next;
    }
    return NONE;
}

static void set_ready(struct picture_cache *cache, int slot, const struct picture_made *made)
{
    struct entry *entry = &cache->entries[slot];
    entry->state = ENTRY_READY;
    entry->surface = made->surface;
    entry->is_opaque = made->is_opaque;
    entry->is_blank = made->is_blank;
    cache->counts.bytes += made->surface != NULL ? size_bytes(entry->size) : 0;
    cache->counts.made++;
}

/* The serial is the worker's ticket: an entry that was dropped or made here meanwhile does not match any
 * more. */
static void take_made(struct picture_cache *cache)
{
    struct picture_made made[TAKE_AT_ONCE];
    int count;
    do {
        count = picture_worker_take(cache->worker, made, TAKE_AT_ONCE);
        for (int i = 0; i < count; i++) {
            int slot = find_entry(cache, made[i].job.picture, made[i].job.size, false);
            if (slot != NONE && cache->entries[slot].state == ENTRY_ASKED) {
                set_ready(cache, slot, &made[i]);
            } else {
                SDL_FreeSurface(made[i].surface);
            }
        }
    } while (count == TAKE_AT_ONCE);
}

static void ask(struct picture_cache *cache, int slot)
{
    const struct entry *entry = &cache->entries[slot];
    picture_worker_ask(cache->worker, (struct picture_job){entry->picture, entry->size, entry->serial});
}

/* What the last frame asked for, and what belongs to this zoom. */
static bool is_still_wanted(void *user, struct picture_job job)
{
    struct picture_cache *cache = user;
    int slot = find_entry(cache, job.picture, job.size, false);
    if (slot == NONE || cache->entries[slot].state != ENTRY_ASKED) {
        return false;
    }
    struct picture_size own = picture_cache_size(cache, job.picture, cache->zoom_px);
    if (cache->entries[slot].used_in + 1 >= cache->frame ||
        (own.width_px == job.size.width_px && own.height_px == job.size.height_px)) {
        return true;
    }
    remove_entry(cache, slot);
    return false;
}

/* Asks for a few pictures that nobody has asked for yet, in this zoom's size: the other frames of motions
 * that are on the screen. Returns whether there was anything to ask for. */
static bool prefetch(struct picture_cache *cache)
{
    int asked = 0;
    int count = cache->settings.source->count;
    for (; cache->prefetch_next < count && asked < PREFETCH_AT_ONCE; cache->prefetch_next++) {
        int picture = cache->prefetch_next;
        struct picture_size size = picture_cache_size(cache, picture, cache->zoom_px);
        if (!cache->is_family_met[cache->family_of[picture]] ||
            find_entry(cache, picture, size, false) != NONE) {
            continue;
        }
        if (cache->counts.bytes + size_bytes(size) > cache->settings.bytes_max / 2) {
            cache->prefetch_next = count;
            break;
        }
        ask(cache, add_entry(cache, picture, size, false));
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

static int least_recently_used(const struct picture_cache *cache)
{
    int oldest = NONE;
    for (int i = 0; i < cache->entry_count; i++) {
        const struct entry *entry = &cache->entries[i];
        if (entry->state == ENTRY_READY && entry->used_in + 1 < cache->frame &&
            (oldest == NONE || entry->used_in < cache->entries[oldest].used_in)) {
            oldest = i;
        }
    }
    return oldest;
}

struct picture_cache *picture_cache_open(const struct picture_cache_settings *settings, struct error *error)
{
    struct picture_made made = {0};
    struct picture_job job = {.picture = 0, .size = {ZOOM_NOMINAL_PX, ZOOM_NOMINAL_PX}};
    bool is_real = picture_worker_make(settings, job, &made, error);
    SDL_FreeSurface(made.surface);
    if (!is_real) {
        error->status = STATUS_ENVIRONMENT;
        return NULL;
    }
    struct picture_cache *cache = memory_get(sizeof *cache);
    cache->settings = *settings;
    cache->first_free = NONE;
    cache->frame = 2;
    cache->zoom_px = ZOOM_NOMINAL_PX;
    cache->first_of = memory_get_array((size_t)settings->source->count, sizeof *cache->first_of);
    cache->family_of = memory_get_array((size_t)settings->source->count, sizeof *cache->family_of);
    cache->is_family_met = memory_get_array((size_t)settings->source->count, sizeof *cache->is_family_met);
    for (int i = 0; i < settings->source->count; i++) {
        cache->first_of[i] = NONE;
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
    for (int i = 0; i < cache->entry_count; i++) {
        SDL_FreeSurface(cache->entries[i].surface);
    }
    memory_free(cache->entries);
    memory_free(cache->first_of);
    memory_free(cache->family_of);
    memory_free(cache->is_family_met);
    memory_free(cache);
}

void picture_cache_begin(struct picture_cache *cache, int zoom_px)
{
    cache->frame++;
    if (zoom_px != cache->zoom_px) {
        cache->zoom_px = zoom_px;
        cache->prefetch_next = 0;
    }
    picture_worker_run(cache->worker, cache->settings.budget_us);
    take_made(cache);
    picture_worker_forget(cache->worker, is_still_wanted, cache);
    while (cache->counts.bytes > cache->settings.bytes_max) {
        int slot = least_recently_used(cache);
        if (slot == NONE) {
            break;
        }
        remove_entry(cache, slot);
        cache->counts.dropped++;
    }
    if (cache->settings.has_worker && picture_worker_waiting(cache->worker) == 0) {
        prefetch(cache);
    }
}

static struct picture_pixels pixels_of(const struct picture_cache *cache, int slot, bool is_exact)
{
    const struct entry *entry = &cache->entries[slot];
    return (struct picture_pixels){.surface = entry->surface,
                                   .is_exact = is_exact,
                                   .is_opaque = entry->is_opaque,
                                   .is_blank = entry->is_blank,
                                   .slot = slot,
                                   .serial = entry->serial};
}

/* The mirrored twin of a ready entry: turning is as cheap as copying, so it is done at once. */
static int turn(struct picture_cache *cache, int slot)
{
    struct entry from = cache->entries[slot];
    int twin = find_entry(cache, from.picture, from.size, !from.is_mirrored);
    if (twin == NONE) {
        twin = add_entry(cache, from.picture, from.size, !from.is_mirrored);
        struct picture_made made = {.surface = from.surface != NULL ? raster_mirror(from.surface) : NULL,
                                    .is_opaque = from.is_opaque,
                                    .is_blank = from.is_blank};
        set_ready(cache, twin, &made);
    }
    return twin;
}

/* The ready entry of that picture whose width is nearest; larger rather than smaller. */
static int find_nearest(const struct picture_cache *cache, int picture, struct picture_size size)
{
    int best = NONE;
    int best_distance = 0;
    for (int slot = cache->first_of[picture]; slot != NONE; slot = cache->entries[slot].next) {
        int distance = cache->entries[slot].size.width_px - size.width_px;
        distance = distance < 0 ? 2 * -distance : distance;
        if (cache->entries[slot].state == ENTRY_READY && !cache->entries[slot].is_mirrored &&
            (best == NONE || distance < best_distance)) {
            best = slot;
            best_distance = distance;
        }
    }
    return best;
}

/* Marks both the entry and, when mirrored, its twin as used. */
static struct picture_pixels hand_out(struct picture_cache *cache, int slot, bool is_mirrored, bool is_exact)
{
    cache->entries[slot].used_in = cache->frame;
    if (is_mirrored) {
        slot = turn(cache, slot);
        cache->entries[slot].used_in = cache->frame;
    }
    return pixels_of(cache, slot, is_exact);
}

static void make_now(struct picture_cache *cache, int slot)
{
    const struct entry *entry = &cache->entries[slot];
    struct error error;
    struct picture_made made;
    struct picture_job job = {entry->picture, entry->size, entry->serial};
    if (!picture_worker_make(&cache->settings, job, &made, &error)) {
        SDL_Log("picture %s: %s", cache->settings.source->info(entry->picture).name, error.text);
    }
    set_ready(cache, slot, &made);
}

struct picture_pixels picture_cache_get(struct picture_cache *cache, int picture, struct picture_size size,
                                        bool is_mirrored)
{
    require(picture >= 0 && picture < cache->settings.source->count);
    int slot = find_entry(cache, picture, size, false);
    if (slot == NONE) {
        slot = add_entry(cache, picture, size, false);
        ask(cache, slot);
        meet(cache, picture);
    }
    cache->entries[slot].used_in = cache->frame;
    if (cache->entries[slot].state == ENTRY_READY) {
        cache->counts.hits++;
        return hand_out(cache, slot, is_mirrored, true);
    }
    cache->counts.misses++;
    int stand_in = find_nearest(cache, picture, size);
    if (stand_in == NONE) {
        struct picture_size nominal = picture_cache_size(cache, picture, ZOOM_NOMINAL_PX);
        stand_in = nominal.width_px < size.width_px ? add_entry(cache, picture, nominal, false) : slot;
        make_now(cache, stand_in);
    }
    return hand_out(cache, stand_in, is_mirrored, stand_in == slot);
}

struct picture_pixels picture_cache_need(struct picture_cache *cache, int picture, struct picture_size size,
                                         bool is_mirrored)
{
    require(picture >= 0 && picture < cache->settings.source->count);
    int slot = find_entry(cache, picture, size, false);
    if (slot == NONE) {
        slot = add_entry(cache, picture, size, false);
        meet(cache, picture);
    }
    if (cache->entries[slot].state == ENTRY_READY) {
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
        is_more = cache->settings.has_worker && prefetch(cache);
    } while (is_more);
}

int picture_cache_slots(const struct picture_cache *cache)
{
    return cache->entry_count;
}

uint32_t picture_cache_serial(const struct picture_cache *cache, int slot)
{
    return cache->entries[slot].serial;
}

struct picture_counts picture_cache_counts(const struct picture_cache *cache)
{
    return cache->counts;
}

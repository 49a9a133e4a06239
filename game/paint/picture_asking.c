#include "paint/picture_asking.h"

#include "scene/camera.h"
#include "scene/scene.h"

enum {
    AHEAD_LOW = 8,      /* so few left to make: the worker will soon be idle */
    AHEAD_AT_ONCE = 48, /* pictures that are asked for ahead in one frame ... */
    AHEAD_PX =
        256 * 1024, /* ... or as many as have so many pixels: what is wanted now has to wait for them */
    /* The zoom glides when it changes again within so many frames, and until it rests for so many. */
    GLIDE_FRAMES = 8,
    REST_FRAMES = 3
};

struct picture_size asking_size_at(const struct picture_asking *asking, int picture, int zoom_px)
{
    struct picture_info info = asking->settings.source->info(picture);
    int width = (info.width * zoom_px + SCENE_UNITS / 2) / SCENE_UNITS;
    int height = (info.height * zoom_px + SCENE_UNITS / 2) / SCENE_UNITS;
    return (struct picture_size){width > 0 ? width : 1, height > 0 ? height : 1};
}

bool asking_is_reserve(const struct picture_asking *asking, int picture, struct picture_size size)
{
    return asking->settings.looks_ahead &&
           shelf_is_same_size(size, asking_size_at(asking, picture, ZOOM_NOMINAL_PX));
}

static size_t size_bytes(struct picture_size size)
{
    return (size_t)size.width_px * (size_t)size.height_px * 4;
}

/* The reserve, with its twins, must leave room for what is shown. */
static bool fits_reserve(const struct picture_asking *asking)
{
    size_t bytes = 0;
    for (int i = 0; i < asking->settings.source->count; i++) {
        bytes += 2 * size_bytes(asking_size_at(asking, i, ZOOM_NOMINAL_PX));
    }
    return bytes <= asking->settings.bytes_max / 4;
}

void asking_open(struct picture_asking *asking, const struct picture_cache_settings *settings,
                 struct picture_shelf *shelf, struct picture_worker *worker)
{
    *asking = (struct picture_asking){
        .settings = *settings, .shelf = shelf, .worker = worker, .zoom_px = ZOOM_NOMINAL_PX};
    asking->settings.looks_ahead = settings->looks_ahead && settings->has_worker && fits_reserve(asking);
    ahead_open(&asking->ahead, settings->source);
}

void asking_close(struct picture_asking *asking)
{
    ahead_close(&asking->ahead);
}

void asking_follow_zoom(struct picture_asking *asking, int zoom_px)
{
    uint64_t frame = asking->shelf->frame;
    if (zoom_px != asking->zoom_px) {
        asking->is_gliding = asking->zoom_frame != 0 && frame - asking->zoom_frame <= GLIDE_FRAMES;
        asking->is_gliding_up = zoom_px > asking->zoom_px;
        asking->zoom_frame = frame;
        asking->zoom_px = zoom_px;
        ahead_restart(&asking->ahead);
        asking->ahead_bytes = 0;
    } else if (frame - asking->zoom_frame >= REST_FRAMES) {
        asking->is_gliding = false;
    }
}

/* The zoom of the ladder that pictures are made for while this zoom is glided through, and the one that comes
 * after it. */
static int ladder_zoom(const struct picture_asking *asking)
{
    return zoom_step(asking->zoom_px - 1, 1);
}

static int next_ladder_zoom(const struct picture_asking *asking)
{
    return zoom_step(ladder_zoom(asking), asking->is_gliding_up ? 1 : -1);
}

/* What the last frame asked for, and what is made ahead. */
static bool is_still_wanted(void *user, struct picture_job job)
{
    struct picture_asking *asking = user;
    int slot = shelf_find(asking->shelf, job.picture, job.size, false);
    if (slot == SHELF_NONE || asking->shelf->entries[slot].is_ready) {
        return false;
    }
    int zoom_px = asking->is_gliding ? next_ladder_zoom(asking) : asking->zoom_px;
    if (asking->shelf->entries[slot].used_in + 1 >= asking->shelf->frame ||
        asking_is_reserve(asking, job.picture, job.size) ||
        shelf_is_same_size(job.size, asking_size_at(asking, job.picture, zoom_px))) {
        return true;
    }
    shelf_remove(asking->shelf, slot);
    return false;
}

static size_t bytes_with_twin(const struct picture_asking *asking, struct picture_size size)
{
    return (asking->wants_twins ? 2 : 1) * size_bytes(size);
}

static int ask(struct picture_asking *asking, int picture, struct picture_size size)
{
    picture_worker_ask(asking->worker, (struct picture_job){picture, size, asking->wants_twins});
    return shelf_add(asking->shelf, picture, size, false);
}

/* Asks for a picture unless it is there. Returns how many pixels that is. */
static int64_t ask_ahead(struct picture_asking *asking, int picture, struct picture_size size)
{
    if (shelf_find(asking->shelf, picture, size, false) != SHELF_NONE) {
        return 0;
    }
    ask(asking, picture, size);
    asking->ahead_bytes += bytes_with_twin(asking, size);
    return (int64_t)size.width_px * size.height_px;
}

/* For what nobody has asked for there is half of all room at each zoom: what is left of other zooms makes
 * way. */
static bool has_room(const struct picture_asking *asking, struct picture_size size)
{
    return asking->ahead_bytes + bytes_with_twin(asking, size) <= asking->settings.bytes_max / 2;
}

/* Asks for a few pictures that nobody has asked for yet: not before somebody has asked for something. Returns
 * whether there was anything to ask for. */
static bool look_ahead(struct picture_asking *asking, enum picture_wish least)
{
    if (!asking->settings.has_worker || asking->is_gliding || !asking->is_used) {
        return false;
    }
    int64_t pixels = 0;
    int asked = 0;
    for (int wish = WISH_MOTION; wish <= (int)least; wish++) {
        while (asked < AHEAD_AT_ONCE && pixels < AHEAD_PX) {
            int picture = ahead_next(&asking->ahead, (enum picture_wish)wish);
            if (picture < 0) {
                break;
            }
            struct picture_size size =
                asking_size_at(asking, picture, wish == WISH_RESERVE ? ZOOM_NOMINAL_PX : asking->zoom_px);
            if (!has_room(asking, size)) {
                ahead_give_up(&asking->ahead, (enum picture_wish)wish);
                break;
            }
            int64_t added = ask_ahead(asking, picture, size);
            pixels += added;
            asked += added > 0;
        }
    }
    return asked > 0;
}

/* While the zoom glides: what the last frame showed, in the size that it will need after the one that is
 * stretched now. */
static void look_up_the_ladder(struct picture_asking *asking)
{
    const struct picture_shelf *shelf = asking->shelf;
    int64_t pixels = 0;
    int zoom_px = next_ladder_zoom(asking);
    for (int slot = shelf->newest; slot != SHELF_NONE && pixels < AHEAD_PX;
         slot = shelf->entries[slot].older) {
        const struct shelf_entry *entry = &shelf->entries[slot];
        struct picture_size size = asking_size_at(asking, entry->picture, zoom_px);
        if (entry->used_in + 1 < shelf->frame || !has_room(asking, size)) {
            break;
        }
        if (entry->is_ready && !entry->is_mirrored) {
            pixels += ask_ahead(asking, entry->picture, size);
        }
    }
}

/* While the zoom glides through all sizes, pictures are made in those of its ladder only: one of them, a
 * little larger than what is shown, serves for many frames. */
static struct picture_size size_to_make(const struct picture_asking *asking, int picture,
                                        struct picture_size size)
{
    return asking->is_gliding ? asking_size_at(asking, picture, ladder_zoom(asking)) : size;
}

int asking_ask(struct picture_asking *asking, int picture, struct picture_size size)
{
    struct picture_size made = size_to_make(asking, picture, size);
    int slot = shelf_find(asking->shelf, picture, made, false);
    if (slot == SHELF_NONE) {
        slot = ask(asking, picture, made);
        ahead_meet(&asking->ahead, picture);
    }
    return slot;
}

void asking_forget(struct picture_asking *asking)
{
    picture_worker_forget(asking->worker, is_still_wanted, asking);
}

bool asking_ask_for_motions(struct picture_asking *asking)
{
    return look_ahead(asking, WISH_MOTION);
}

void asking_look_ahead(struct picture_asking *asking)
{
    if (picture_worker_waiting(asking->worker) <= AHEAD_LOW) {
        look_ahead(asking, asking->settings.looks_ahead ? WISH_NEXT : WISH_MOTION);
        if (asking->is_gliding) {
            look_up_the_ladder(asking);
        }
    }
}

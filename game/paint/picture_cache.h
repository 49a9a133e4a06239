/* Pictures as pixels at exactly the sizes that are asked for, made from their vectors by a worker thread and
 * kept within a bound of bytes, least recently used dropped first. Used by every draw path; knows no
 * renderer: texture_cache.h puts textures on top. All calls from one thread, the worker is inside.
 *
 * A frame: picture_cache_begin, any number of picture_cache_get, and what those return is valid until the
 * next picture_cache_begin. */
#ifndef WARREN_PAINT_PICTURE_CACHE_H
#define WARREN_PAINT_PICTURE_CACHE_H

#include "base/error.h"
#include "base/text.h"
#include "scene/picture.h"

#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PICTURE_CACHE_BYTES ((size_t)128 << 20)

/* Where pictures come from. svg must be callable from another thread. */
struct picture_source {
    int count; /* pictures 0 to count - 1 */
    struct picture_info (*info)(int picture);
    bool (*svg)(int picture, const char *folder, struct text *out, struct error *error);
};

extern const struct picture_source picture_source_scene; /* scene/picture.h */

struct picture_cache_settings {
    const struct picture_source *source;
    const char *folder; /* the assets folder */
    size_t bytes_max;
    bool is_premultiplied; /* colours multiplied by alpha */
    bool has_worker;       /* false: pictures are made in picture_cache_begin, within budget_us a frame */
    int budget_us;
    /* For somebody who plays: the idle worker makes every picture in its nominal size, so that there is
     * always something to stretch, and those that are likely to be seen soon in the zoom's. */
    bool looks_ahead;
    /* Finds out something about a picture's pixels where it is made, which is mostly not on the frame's
     * thread; it comes with the picture, and memory_free releases it. NULL: nothing. */
    void *(*study)(const SDL_Surface *surface);
};

struct picture_size {
    int width_px, height_px;
};

struct picture_pixels {
    SDL_Surface *surface; /* SDL_PIXELFORMAT_ARGB8888; the cache's: do not write */
    const void *study;    /* what the study found */
    bool is_exact;        /* of the size asked for; else the nearest size that is ready */
    bool is_opaque;       /* every pixel is */
    bool is_blank;        /* no pixel is seen */
    int slot;             /* small number of this entry, for tables beside the cache */
    uint32_t serial;      /* changes when the slot is given to another picture or size; never 0 */
};

struct picture_counts {
    int64_t hits, misses; /* exact size ready or not, since the opening */
    int64_t made, dropped;
    size_t bytes;
    int entries;
};

struct picture_cache;

/* NULL, with status 3, when the first picture cannot be made: a wrong folder. */
struct picture_cache *picture_cache_open(const struct picture_cache_settings *settings, struct error *error);
void picture_cache_close(struct picture_cache *cache);

/* Starts a frame: takes over what the worker has made, as many pixels as a frame can bear to be new, drops
 * what is over the bound and unused in the last frame, forgets what the last frame no longer asked for. When
 * idle the worker makes, for this zoom, the pictures that have the name of one that was asked for, as long as
 * those fit into half the bound. */
void picture_cache_begin(struct picture_cache *cache, int zoom_px);

/* How large a picture is at a zoom when its item has the picture's own size. */
struct picture_size picture_cache_size(const struct picture_cache *cache, int picture, int zoom_px);

/* The picture in that size, mirrored left to right if asked. When it is not ready the worker is told, and the
 * nearest size that is ready comes instead; a picture that was never made in any size is made small here and
 * now, which cannot be any more once the cache has looked ahead. While the zoom glides, that is changes time
 * and again, the worker is told to make the size for the next step of the zoom's ladder instead, and then the
 * one after it. */
struct picture_pixels picture_cache_get(struct picture_cache *cache, int picture, struct picture_size size,
                                        bool is_mirrored);

/* The same, made here and now when it is not ready. A picture that cannot be made becomes a magenta square,
 * and one line is logged. */
struct picture_pixels picture_cache_need(struct picture_cache *cache, int picture, struct picture_size size,
                                         bool is_mirrored);

/* Waits until the worker has nothing left to do, and takes it over: everything asked for so far is ready
 * then. */
void picture_cache_wait(struct picture_cache *cache);

uint32_t picture_cache_serial(const struct picture_cache *cache, int slot); /* 0: there is no such slot */

/* What the study found about the picture that was in that slot with that serial; NULL when it has gone. */
const void *picture_cache_study(const struct picture_cache *cache, int slot, uint32_t serial);
struct picture_counts picture_cache_counts(const struct picture_cache *cache);

#endif

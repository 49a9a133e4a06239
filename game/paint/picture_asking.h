/* What the worker behind a picture cache is asked to make: what was wanted and is not ready, and, when it is
 * about to be idle, what is likely to be wanted soon. Knows the zoom and whether it glides. Used by
 * picture_cache.c alone; waits for nothing and takes nothing over. */
#ifndef WARREN_PAINT_PICTURE_ASKING_H
#define WARREN_PAINT_PICTURE_ASKING_H

#include "paint/picture_ahead.h"
#include "paint/picture_shelf.h"
#include "paint/picture_worker.h"

struct picture_asking {
    struct picture_cache_settings settings; /* looks_ahead only if there is room for it */
    struct picture_shelf *shelf;            /* the cache's, as is the worker */
    struct picture_worker *worker;
    struct picture_ahead ahead;
    size_t ahead_bytes;  /* that were asked for ahead at this zoom */
    int zoom_px;         /* of this frame */
    uint64_t zoom_frame; /* in which it came to be that; 0: it never changed */
    bool is_gliding, is_gliding_up;
    bool wants_twins; /* somebody shows pictures mirrored: they are made along */
    bool is_used;     /* somebody wanted a picture: nothing is made ahead before */
};

void asking_open(struct picture_asking *asking, const struct picture_cache_settings *settings,
                 struct picture_shelf *shelf, struct picture_worker *worker);
void asking_close(struct picture_asking *asking);

/* Once a frame, in this order; the latter two after what is made was taken over. */
void asking_follow_zoom(struct picture_asking *asking, int zoom_px);
void asking_forget(struct picture_asking *asking); /* what the last frame no longer wanted */
void asking_look_ahead(struct picture_asking *asking);

/* The slot of a picture that is wanted in that size and not ready, asked for from now on. While the zoom
 * glides it is that of the size for the ladder's next step, and may be ready. */
int asking_ask(struct picture_asking *asking, int picture, struct picture_size size);

/* Asks for the other frames of motions that were met; false when there is nothing left to ask for. */
bool asking_ask_for_motions(struct picture_asking *asking);

struct picture_size asking_size_at(const struct picture_asking *asking, int picture, int zoom_px);

/* Whether that is the small size that every picture is kept in, so that there is something to stretch. */
bool asking_is_reserve(const struct picture_asking *asking, int picture, struct picture_size size);

#endif

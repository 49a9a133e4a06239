/* The thread behind the picture cache: takes jobs, gives back surfaces. Without a thread the owner calls
 * picture_worker_run. Knows nothing of cache entries. */
#ifndef WARREN_PAINT_PICTURE_WORKER_H
#define WARREN_PAINT_PICTURE_WORKER_H

#include "paint/picture_cache.h"

struct picture_job {
    int picture;
    struct picture_size size;
    bool has_twin; /* mirrored as well */
};

/* All of it is the taker's. */
struct picture_made {
    struct picture_job job;
    SDL_Surface *surface, *twin; /* NULL when there was no memory for it, or no twin was asked for */
    void *study, *twin_study;    /* what the cache's study found */
    bool is_opaque, is_blank;
};

struct picture_worker;

struct picture_worker *picture_worker_open(const struct picture_cache_settings *settings);
void picture_worker_close(struct picture_worker *worker); /* surfaces that nobody took are freed */

void picture_made_free(struct picture_made *made);

/* Makes a picture on the calling thread. A picture that cannot be made is a magenta square; error tells why
 * and may be NULL. Returns whether it is the real one. */
bool picture_worker_make(const struct picture_cache_settings *settings, struct picture_job job,
                         struct picture_made *made, struct error *error);

void picture_worker_ask(struct picture_worker *worker, struct picture_job job);

/* Jobs for which keep returns false and that are not begun yet are forgotten. */
void picture_worker_forget(struct picture_worker *worker, bool (*keep)(void *user, struct picture_job job),
                           void *user);

/* Finished ones in the order in which they were made: up to room, and no more once they have so many pixels.
 * Returns how many. */
int picture_worker_take(struct picture_worker *worker, struct picture_made *out, int room, int64_t pixels);

/* Without a thread: makes jobs until there is none or budget_us have passed. With one: does nothing. */
void picture_worker_run(struct picture_worker *worker, int budget_us);

/* Returns when no job is waiting or being made. */
void picture_worker_wait(struct picture_worker *worker);
int picture_worker_waiting(struct picture_worker *worker); /* jobs not begun */

#endif

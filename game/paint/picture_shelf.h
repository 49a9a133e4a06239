/* The entries of a picture cache: found by picture and size, kept in order of their last use. Used by
 * picture_cache.c and picture_asking.c; makes no pictures itself. */
#ifndef WARREN_PAINT_PICTURE_SHELF_H
#define WARREN_PAINT_PICTURE_SHELF_H

#include "paint/picture_cache.h"

enum { SHELF_NONE = -1 };

struct shelf_entry {
    int picture;
    struct picture_size size;
    bool is_mirrored, is_opaque, is_blank;
    bool is_ready;        /* else it is asked for and has no surface yet */
    bool is_kept;         /* never trimmed, and not in the order of use */
    uint32_t serial;      /* never given twice; 0: the slot is free */
    SDL_Surface *surface; /* NULL unless ready, or when there was no memory for it */
    void *study;          /* what the owner's study found; NULL if there is none */
    uint64_t used_in;     /* frame */
    int stand_in;         /* what stands in for it in the frame stand_in_of */
    uint64_t stand_in_of;
    int next;         /* slot of the same picture in another size, or of the free list */
    int older, newer; /* slots by last use */
};

struct picture_shelf {
    struct shelf_entry *entries; /* by slot */
    int count, room;             /* slots */
    int *first_of;               /* by picture: its first slot */
    int first_free, oldest, newest;
    int used; /* slots that are not free */
    size_t bytes;
    uint64_t frame; /* counted up by the owner */
    uint32_t last_serial;
};

void shelf_open(struct picture_shelf *shelf, int picture_count);
void shelf_close(struct picture_shelf *shelf);

bool shelf_is_same_size(struct picture_size a, struct picture_size b);

/* All of these give or take slots. */
int shelf_find(struct picture_shelf *shelf, int picture, struct picture_size size, bool is_mirrored);
int shelf_add(struct picture_shelf *shelf, int picture, struct picture_size size, bool is_mirrored);
void shelf_remove(struct picture_shelf *shelf, int slot);
void shelf_use(struct picture_shelf *shelf, int slot); /* in this frame */

/* The entry becomes ready; surface and study are the shelf's from now on. */
void shelf_fill(struct picture_shelf *shelf, int slot, SDL_Surface *surface, void *study, bool is_opaque,
                bool is_blank);

/* The entry stays until the shelf is closed. */
void shelf_keep(struct picture_shelf *shelf, int slot);

/* The ready entry of the same picture, not mirrored, whose width is nearest; larger rather than smaller. */
int shelf_nearest(struct picture_shelf *shelf, int slot);

/* Removes ready entries, least recently used first, until there are at most bytes_max; none of this frame or
 * the last. Returns how many. */
int shelf_trim(struct picture_shelf *shelf, size_t bytes_max);

#endif

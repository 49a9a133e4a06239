/* What an idle worker makes next: pictures that nobody has asked for, and that are likely to be asked for
 * soon. Knows names and what was asked for, no sizes: those are picture_asking.c's, to which this belongs.
 */
#ifndef WARREN_PAINT_PICTURE_AHEAD_H
#define WARREN_PAINT_PICTURE_AHEAD_H

#include "paint/picture_cache.h"

/* In the order in which they are granted. */
enum picture_wish {
    WISH_MOTION,  /* the other frames of a motion of which one was asked for */
    WISH_RESERVE, /* everything: made small, so that there is always something to stretch */
    WISH_NEXT,    /* what stands still, and the motions that follow those that were met in the list, which is
                     in the order of what rabbits do */
    WISH_COUNT
};

struct picture_ahead {
    int count, motions;
    int *motion_of; /* picture -> number of its motion: pictures in a row that have the same name */
    bool *is_met;   /* motions */
    bool *is_still; /* motions: of a single picture */
    int next[WISH_COUNT];
};

void ahead_open(struct picture_ahead *ahead, const struct picture_source *source);
void ahead_close(struct picture_ahead *ahead);

void ahead_meet(struct picture_ahead *ahead, int picture); /* it was asked for */
void ahead_restart(struct picture_ahead *ahead);           /* another zoom: all but the reserve anew */

/* A picture of the kind that was not named yet since the last start; -1: there is none. */
int ahead_next(struct picture_ahead *ahead, enum picture_wish wish);
void ahead_give_up(struct picture_ahead *ahead, enum picture_wish wish); /* there is no room for more */

#endif

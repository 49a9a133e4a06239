/* The two painters of a comparison, and which arm each of them is at the moment. Equal painters are not
 * equally fast: where their buffers happen to lie in memory makes a difference of up to some per cent, for as
 * long as they live. So the arms change painters in the middle of every quad: each arm draws one block with
 * either, and what a place in memory is worth cancels. Where a hint is looked at before the window is made,
 * changing is not possible and the arms keep their painters. Called by measure. */
#ifndef WARREN_BENCH_PAIR_H
#define WARREN_BENCH_PAIR_H

#include "bench/measure.h"

struct pair {
    struct arms *arms;
    struct arm_settings settings[2];
    struct painter *painters[2]; /* by arm, now */
    bool is_changing;            /* the arms change painters in the middle of quads */
};

/* False when an arm cannot be had; the reason is in comparison->invalid then. */
bool pair_open(struct pair *pair, const struct measure *measure, const struct planned *planned,
               struct comparison *comparison);

/* In the middle of a quad. False as pair_open. */
bool pair_change(struct pair *pair, struct stage *stage, struct comparison *comparison);

/* Makes all pictures of the stage's frame and draws it, so that what follows meets nothing new. */
void pair_warm(struct painter *painter, struct stage *stage);

#endif

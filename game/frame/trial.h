/* One A/B trial on frames while they are drawn: says which arm the next frame belongs to, takes its time, and
 * knows when enough has been seen. Used by the bench and by the game's own A/B test; draws nothing and never
 * waits.
 *
 * Order: quads of four blocks, ABBA or BAAB as a coin falls, so that a drift of the machine hits both arms
 * alike. A block is one frame that is drawn and discarded (it pays for the switch) and frames_per_block that
 * count; its value is their lower quartile. Whatever a machine does to a frame makes it longer, so the fast
 * frames of a block say most about what a frame costs: in blocks of three and more the interval becomes a
 * half to a quarter as wide as with medians. What hits some frames of an arm only (a stutter) is not seen
 * here: that is what percentiles are for.
 *
 * Blocks are short, about 2 ms. On a shared machine speed jumps by a third and more within milliseconds, as
 * neighbours come and go; what both arms do next to each other they do at the same speed. Ten short quads
 * told twice to four times as much as the two long ones that fit into the same time. */
#ifndef WARREN_FRAME_TRIAL_H
#define WARREN_FRAME_TRIAL_H

#include "frame/coin.h"
#include "frame/effects.h"
#include "frame/verdict.h"

#include <stdbool.h>
#include <stdint.h>

enum { TRIAL_BLOCK_FRAMES_MAX = 16, TRIAL_QUADS_MIN = 16 };

enum trial_arm { TRIAL_A, TRIAL_B };

struct trial_settings {
    uint64_t seed;
    int frames_per_block; /* that count; see trial_frames_per_block */
    struct verdict_rule rule;
    uint64_t budget_ns;       /* by clock_ns from the start; the quad under way is not finished */
    int quads_max;            /* 0: no limit but the budget */
    bool stops_at_difference; /* any proven difference is enough, whether material or not */
};

struct trial_slot {
    int quad;  /* from 0 */
    int block; /* in the quad, 0 to 3 */
    int frame; /* in the block; 0 is the discarded one */
    enum trial_arm arm;
    bool is_measured;
};

struct trial {
    struct trial_settings settings;
    struct coin coin;
    struct trial_slot slot; /* of the next frame */
    bool starts_with_b;     /* this quad is BAAB */
    double frames_ns[TRIAL_BLOCK_FRAMES_MAX];
    double blocks_ns[2][2]; /* by arm, first and second */
    struct effects effects; /* of the quads that are done */
    uint64_t start_ns;
    bool is_over;
    bool is_over_budget;
};

/* How many frames make a block, from the median time of a frame: about 2 ms of them, or more where each quad
 * has to pay change_ns besides, so that at least half of the time goes into frames that count. */
int trial_frames_per_block(double frame_ns, double change_ns);

/* What a block of so many frames costs: the smallest time such that a quarter of them took no longer. Sorts.
 */
double trial_block_value(double *frames_ns, int count);

void trial_start(struct trial *trial, struct trial_settings settings);
void trial_free(struct trial *trial);

/* Goes on where an earlier trial of the same arms and blocks was stopped for lack of time: its effects count,
 * quads are numbered on. Call it before the first frame, with another seed than the earlier trial had. */
void trial_go_on(struct trial *trial, const double *effects, int quads);

/* Tells what the frame in trial->slot cost and moves on to the next. Call it for the discarded frames too,
 * and not when the trial is over. */
void trial_add(struct trial *trial, uint64_t frame_ns);

/* What is drawn has changed in the middle of a quad, apart from the arm: the quad is begun anew with a new
 * coin. To keep the evidence fair, call it for reasons that know neither the arm nor a time. */
void trial_give_up_quad(struct trial *trial);

struct judgement trial_judgement(const struct trial *trial);

#endif

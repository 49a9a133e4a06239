/* What will happen: where the rabbits go in the next steps, and what becomes of them, if nothing more is done
 * or if a token is placed somewhere. Computed on a copy of the world, a few steps in each frame. Called by
 * the play screen; draws nothing (ghost_draw.c does). */
#ifndef WARREN_PLAY_GHOST_H
#define WARREN_PLAY_GHOST_H

#include "play/session.h"

enum { GHOST_STEPS = 48, GHOST_RABBITS_MAX = 24 };

enum ghost_end { GHOST_GOES_ON, GHOST_SAVED, GHOST_LOST };

struct ghost_place {
    int16_t x, y; /* cells */
    bool on_slope;
};

/* One rabbit's way. */
struct ghost_path {
    int index;                   /* of the rabbit */
    bool is_rabbot, takes_token; /* the token that is asked about */
    int count;
    struct ghost_place places[GHOST_STEPS + 1];
    enum ghost_end end;
};

struct ghost {
    struct world *world; /* the copy, running ahead; NULL: nothing is asked */
    /* The question: a present, and perhaps a token. */
    unsigned present; /* version of the session */
    int ability;      /* -1: none */
    int x, y;
    int steps;        /* made so far */
    bool is_possible; /* the token can be placed there */
    struct ghost_path paths[GHOST_RABBITS_MAX];
    int path_count;
};

/* Asks: begins anew if the question or the present is another one than before. ability -1: without a token.
 */
void ghost_ask(struct ghost *ghost, const struct session *session, int ability, int x, int y);

/* Runs ahead for at most that long. Returns whether there is more to do. */
bool ghost_run(struct ghost *ghost, uint64_t budget_ns);

void ghost_clear(struct ghost *ghost); /* gives the copy back */

#endif

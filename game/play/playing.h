/* A level while it is played: what the play screen keeps from pass to pass, and what it does about keys, pads
 * and the mouse. Called by screen_play.c alone. */
#ifndef WARREN_PLAY_PLAYING_H
#define WARREN_PLAY_PLAYING_H

#include "play/app.h"
#include "play/ghost.h"
#include "play/minimap.h"

enum playing_dialog { ASK_NOTHING, ASK_MENU, ASK_EXPLODE };

struct playing {
    struct app *app;
    int level_number; /* app->levels_opened when this began */
    enum playing_dialog dialog;
    int cell_x, cell_y;      /* the marked square */
    bool has_cell;           /* it is in the world */
    double stick_x, stick_y; /* fractions of a square that the stick has moved it */
    uint64_t now_ns, then_ns;
    uint64_t over_since_ns; /* 0: it is not over */
    bool has_said_failure;
    struct ghost ghost;
    bool ghost_goes_on; /* there is more of it to compute */
    struct minimap minimap;
};

/* Of this pass: the camera, time, placing and all else that an action asks for. */
void playing_hear(struct playing *playing);
/* The pointer marks the square under it. */
void playing_point(struct playing *playing);
/* What was watched becomes the player's game, paused. */
void playing_take_over(struct playing *playing);
/* The chosen ability on the marked square; says why not. */
void playing_place(struct playing *playing);

#endif

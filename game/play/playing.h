/* A level while it is played: what the play screen keeps from pass to pass, and what it does about keys, pads
 * and the mouse. Called by screen_play.c alone. */
#ifndef WARREN_PLAY_PLAYING_H
#define WARREN_PLAY_PLAYING_H

#include "play/app.h"
#include "play/feedback.h"
#include "play/ghost.h"
#include "play/minimap.h"

enum playing_dialog { ASK_NOTHING, ASK_MENU, ASK_EXPLODE, ASK_NEXT };

struct playing {
    struct app *app;
    int level_number; /* app->levels_opened when this began */
    enum playing_dialog dialog;
    double stick_x, stick_y; /* fractions of a square that the stick has moved it */
    uint64_t now_ns, then_ns;
    uint64_t over_since_ns; /* 0: it is not over */
    bool has_stopped;       /* where a recorded game goes wrong */
    bool is_hopeless;       /* too few are left to win, and it was said */
    bool has_exploded;      /* all of them, as the player wanted: nobody has to be told */
    struct feedback feedback;
    struct ghost ghost;
    bool ghost_goes_on; /* there is more of it to compute */
    struct minimap minimap;
};

/* Of this pass: the pointer marks the square under it; then the camera, time, placing and all else that an
 * action asks for. */
void playing_hear(struct playing *playing);
/* Taking back and putting there again, saying what cannot be seen at once. */
void playing_undo(struct playing *playing);
void playing_redo(struct playing *playing);
/* What was watched becomes the player's game, paused. */
void playing_take_over(struct playing *playing);

#endif

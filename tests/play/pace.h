/* What the parts of the program `pace` share; pace.c says what it is. Each part opens the game, prints a
 * table, and notes whether its goals are reached. */
#ifndef WARREN_TESTS_PLAY_PACE_H
#define WARREN_TESTS_PLAY_PACE_H

#include "play/screen.h"

struct pace {
    double seconds; /* of play */
    const char *assets;
    struct play_options options;
    struct app app;
    bool is_reached; /* all goals so far */
};

/* A window with a level in it that is being watched. False: nothing is open. */
bool pace_open(struct pace *pace, struct error *error);
void pace_close(struct pace *pace);

bool pace_frames(struct pace *pace, struct error *error);
bool pace_keys(struct pace *pace, struct error *error);
bool pace_idle(struct pace *pace, struct error *error);

/* The error of a part that the player or a signal ended before its time; false. */
bool pace_interrupted(struct error *error);

/* The end of a row: whether the value is at most the goal. */
void pace_judge(struct pace *pace, double value, double goal);

#endif

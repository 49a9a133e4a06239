/* Switching what the display is drawn with, by keys and in the options alike: the A/B test is told of every
 * switch, and what could leave the player without a picture (another driver, the whole screen) asks whether
 * it can be seen. Nobody who sees nothing has to answer: it goes back by itself. What was once seen, in this
 * run or when the program started, is not asked about again. Called by the application and the options. */
#ifndef WARREN_PLAY_SWITCHING_H
#define WARREN_PLAY_SWITCHING_H

#include "play/display.h"
#include "play/drivers.h"

#include <stdint.h>

struct app;

enum { SWITCHING_ASKS_S = 10 };

struct switching {
    bool is_known[DRIVERS][2]; /* seen: each driver, in a window and on the whole screen */
    char driver[32];           /* to go back to */
    bool was_fullscreen;
    uint64_t until_ns; /* when it goes back; 0: nothing is asked */
};

/* The window is open: what it was opened with counts as seen. */
void switching_begin(struct app *app);

/* On to the next value, or to the one before. What cannot be put in force is said. */
void switching_toggle(struct app *app, enum display_toggle toggle, int direction);
void switching_fullscreen(struct app *app);

bool switching_is_asking(const struct app *app);
/* A page of its own over whatever is shown, until it is answered, undone, or time is up. */
void switching_ask(struct app *app);

#endif

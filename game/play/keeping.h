/* What of the running game is kept between two starts: settings, progress and the game in hand. Called by the
 * application at the few places where something begins, passes or ends; the screens ask it for the game to go
 * on with. A run that plays by itself (--replay, --frames, --exit-when-done) leaves progress and the game in
 * hand alone. */
#ifndef WARREN_PLAY_KEEPING_H
#define WARREN_PLAY_KEEPING_H

#include "play/progress.h"
#include "play/saved_game.h"
#include "play/settings.h"

struct app;

struct keeping {
    struct folders folders;
    struct keeper *keeper;
    struct settings settings;
    struct progress progress;
    struct game_saver saver;
    struct saved_game last; /* to go on with */
    bool has_last;
    struct identity identity; /* of the level in hand */
    char *level_path;         /* from the root, for a start in another folder */
    bool has_level;           /* it has one, and a player who plays it */
    bool is_told;             /* its end was told to the progress */
    char driver[32];          /* of the display, when it was last looked at */
};

/* Fills the app's preferences. Whatever is damaged is said on the screen. */
void keeping_open(struct app *app);
/* The window is open, with what the command line asked for, and the library. */
void keeping_begin(struct app *app);
void keeping_close(struct app *app);

/* Another level is about to take the place of the one in hand, or of the one that was in hand when the
 * program last ended: what was done there, and did not come to its end, is kept as a replay. */
void keeping_leave_level(struct app *app);
/* A level was opened to be played. */
void keeping_start_level(struct app *app);
/* Once in every pass. */
void keeping_pass(struct app *app);
/* The game in hand is over; told more than once, the first counts. */
void keeping_end_level(struct app *app, bool is_won, int saved, int tokens, int steps);

/* Goes on with the game in hand, or else opens the one that was in hand when the program last ended, paused.
 * False: there is none, or it does not fit its level any more, which is said. */
bool keeping_go_on(struct app *app);
/* A listed level: the game of it that is in hand, or was when the program last ended; else a new one. False:
 * the level is broken, which is said. */
bool keeping_open_listed(struct app *app, int set, int level);
bool keeping_can_go_on(const struct app *app);

/* Among the listed levels, wherever its file is now; the same to the byte. */
bool keeping_find_level(const struct app *app, const struct identity *wanted, int *set, int *level);

#endif

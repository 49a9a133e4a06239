/* The player's kept games: files in the data folder, listed, added to and played. Called by the screens. */
#ifndef WARREN_PLAY_REPLAYS_H
#define WARREN_PLAY_REPLAYS_H

#include "play/folders.h"
#include "play/kept_replay.h"

#define REPLAY_ENDING ".replay"

struct app;

struct replay_entry {
    char *path;
    struct kept_replay replay;
    bool is_broken;
    struct error error;
};

struct replays {
    struct replay_entry *entries; /* the newest first */
    int count;
};

/* Reads them all. No folder, or nothing in it: none. */
void replays_open(struct replays *replays, const struct folders *folders);
void replays_close(struct replays *replays);

/* Keeps the game in hand under a new name, off the frame, and says so. */
void replays_keep(struct app *app);

/* Opens the level of a kept game, wherever it is now, and watches it. False: it is said why not. */
bool replays_play(struct app *app, const char *path);

bool replays_is_name(const char *path);

#endif

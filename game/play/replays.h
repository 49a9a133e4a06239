/* The player's kept games: files in the data folder, listed, added to and played. Called by the screens. */
#ifndef WARREN_PLAY_REPLAYS_H
#define WARREN_PLAY_REPLAYS_H

#include "play/folders.h"
#include "play/kept_replay.h"

#define REPLAY_ENDING ".replay"
#define REPLAY_REMOVED ".removed" /* after that of a file that was removed */

struct app;

struct replay_entry {
    char *path;
    const char *name; /* of the file; the end of the path */
    struct kept_replay replay;
    bool is_broken;
    struct error error;
};

struct replays {
    struct replay_entry *entries; /* the newest first */
    int count;
    char **removed; /* their files, which can still be put back, the last one last */
    int removed_count;
};

/* Reads them all. No folder, or nothing in it: none. What was removed before is gone for good now. */
void replays_open(struct replays *replays, const struct folders *folders);
void replays_close(struct replays *replays);

/* Takes one off the list, and puts the last one that was taken off back to where it was; its number. Until
 * the list is closed a removed file lies beside the others under another name. Error: the file cannot be
 * renamed. */
bool replays_remove(struct replays *replays, int number, struct error *error);
bool replays_put_back(struct replays *replays, int *number, struct error *error);

/* Keeps the game in hand under a new name, off the frame, and says so. */
void replays_keep(struct app *app);

/* Opens the level of a kept game, wherever it is now, and watches it. False: it is said why not. */
bool replays_play(struct app *app, const char *path);

bool replays_is_name(const char *path);

#endif

/* What the player has achieved, level by level: a file of lines to which each result is added as it happens.
 * A line stands for itself, with a check sum, so that a line that was damaged or not finished costs no other,
 * and two games that run at once do not undo each other's. Opened by the application; told by the screens
 * that begin and end a level. */
#ifndef WARREN_PLAY_PROGRESS_H
#define WARREN_PLAY_PROGRESS_H

#include "play/folders.h"
#include "play/identity.h"
#include "play/keeper.h"

#include <stddef.h>

enum { PROGRESS_NONE = -1 }; /* a best that there is not yet */

struct progress_record {
    int attempts; /* games that came to an end */
    bool is_solved;
    int saved;  /* most rabbits; PROGRESS_NONE before the first end */
    int tokens; /* fewest, of the games that were won; else PROGRESS_NONE */
    int steps;  /* the same */
};

struct progress_level {
    struct identity identity;
    struct progress_record record;
};

struct progress {
    struct keeper *keeper;
    char *path; /* NULL: nothing is kept beyond this session */
    struct progress_level *levels;
    int count, room;
};

/* False: there is something to tell the player; what could be read is there, and a file with damaged lines
 * has been set aside and replaced by what was good. An unfinished last line is no damage. */
bool progress_open(struct progress *progress, const struct folders *folders, struct keeper *keeper,
                   struct error *message);
void progress_close(struct progress *progress); /* an empty one is fine */

/* What is known of a level. Its file was edited since: whether it was solved counts, the rest does not. */
struct progress_record progress_of(const struct progress *progress, const struct identity *identity);

void progress_begin(struct progress *progress, const struct identity *identity);
/* The end of a game. */
void progress_end(struct progress *progress, const struct identity *identity, bool is_won, int saved,
                  int tokens, int steps);

/* Lines as they stand in the file: for progress_open and for tests. False: some were damaged. */
bool progress_read(struct progress *progress, const char *bytes, size_t size);

#endif

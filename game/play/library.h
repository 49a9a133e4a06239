/* The levels there are: sets, which are folders with an index, found through the index of the levels folder.
 * Reads levels only when a set is looked at. A set or a level that cannot be read is listed with its error
 * and stops nobody. */
#ifndef WARREN_PLAY_LIBRARY_H
#define WARREN_PLAY_LIBRARY_H

#include "base/error.h"

#include <stdbool.h>

struct library_level {
    char *path;
    char *name; /* from the level; from the file's name while it was not read */
    int to_save, rabbits, width, height;
    bool is_read, is_broken, is_solved;
    struct error error; /* of a broken one */
};

struct library_set {
    char *folder, *name, *description;
    struct library_level *levels;
    int level_count;
    bool is_broken;
    struct error error;
};

struct library {
    struct library_set *sets;
    int set_count;
};

/* The sets that levels/index of the assets names, in its order; without an index, as library_add. */
void library_open(struct library *library, const char *assets);
/* The sets in a folder of the player's, in the order of their names: each folder in it, with an index, or
 * without one: then all its .rel files; and the .rel files that lie in no folder, as "My levels". No folder:
 * no sets. */
void library_add(struct library *library, const char *folder);
void library_close(struct library *library);

/* Reads what is not yet read of a set. */
void library_read(struct library *library, int set);

int library_solved(const struct library_set *set); /* how many */
/* The first level of a set that is not solved; -1: all are. */
int library_unsolved(const struct library_set *set);
/* Finds a level by its file, whatever path leads there; false if it is not in any set. */
bool library_find(const struct library *library, const char *path, int *set, int *level);

#endif

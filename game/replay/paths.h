/* The levels named by a command line, one after the other and only when asked for: files, folders (all *.rel
 * below them, in the order in which the folder has them) and "-", the lines of a stream. Keeps one path and
 * the folders on the way to it, so its memory does not grow with the number of levels. Never opens a level.
 */
#ifndef WARREN_REPLAY_PATHS_H
#define WARREN_REPLAY_PATHS_H

#include "base/error.h"
#include "base/text.h"

#include <stdio.h>

struct paths;

/* The arguments are used, not copied. input is read when an argument is "-"; a line, which may end in a NUL
 * instead of a line feed, may name a folder, too. */
struct paths *paths_create(const char *const *arguments, int count, FILE *input);
void paths_destroy(struct paths *paths);

enum paths_found {
    PATHS_END,
    PATHS_LEVEL,  /* out holds its path */
    PATHS_PROBLEM /* out holds the path of a folder that cannot be read; one may go on */
};

/* Links to files are followed, links to folders only when they are named themselves: so there are no circles.
 */
enum paths_found paths_next(struct paths *paths, struct text *out, struct error *error);

#endif

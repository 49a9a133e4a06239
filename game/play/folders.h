/* Where the player's own files are: the folders of the XDG base directory specification
 * (specifications.freedesktop.org/basedir-spec). Asked once by the program's main; makes a folder when
 * something is first put into it. Knows nothing of what the files hold. */
#ifndef WARREN_PLAY_FOLDERS_H
#define WARREN_PLAY_FOLDERS_H

#include "base/error.h"
#include "base/text.h"

enum folder {
    FOLDER_CONFIG, /* settings */
    FOLDER_DATA,   /* progress, own levels, kept games */
    FOLDER_STATE,  /* the game in hand */
    FOLDER_CACHE,  /* what can be made again */
    FOLDER_COUNT
};

struct folders {
    char *paths[FOLDER_COUNT]; /* NULL: there is nowhere to put such files, so they are not kept */
};

/* Reads XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME and HOME. An empty or a relative path
 * counts as not set. Makes nothing. False when some folder is missing: the error is one line for the player.
 */
bool folders_find(struct folders *folders, struct error *error);
void folders_free(struct folders *folders); /* an empty one is fine */

/* The path of a file, NULL when it cannot be kept; memory_free it. The folder is made if need be, for the
 * player alone to read (error, status 3: it cannot be made), and freed of what writers that were killed left
 * half done. */
char *folders_file(const struct folders *folders, enum folder folder, const char *name, struct error *error);

/* Renames a file to NAME.damaged, or NAME.damaged-2 and so on: it is kept for a person to look at. False if
 * it is still there. `where`, if not NULL, becomes the new name. */
bool folders_set_aside(const char *path, struct text *where);

#endif

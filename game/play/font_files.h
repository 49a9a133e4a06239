/* Which files letters come from: the sans serif font that fontconfig finds, and, for what that one does not
 * have, the fonts after it in fontconfig's order. Opens none of them. Called by font.c only. */
#ifndef WARREN_PLAY_FONT_FILES_H
#define WARREN_PLAY_FONT_FILES_H

#include <stdint.h>

enum { FONT_FILES_MAX = 64, FONT_FILE_NONE = -1 };

struct font_file {
    const char *path; /* stays the files' */
    int face;         /* in a file of several */
};

struct font_files;

/* NULL: there is no font at all. */
struct font_files *font_files_open(void);
void font_files_close(struct font_files *files); /* NULL is fine */

/* number: 0 is the first choice. */
struct font_file font_files_get(const struct font_files *files, int number);

/* The number of the first file that has the character, or FONT_FILE_NONE. Fonts after the first are looked
 * for when they are needed for the first time, which takes some milliseconds. */
int font_files_of(struct font_files *files, uint32_t code);

#endif

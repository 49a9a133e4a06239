/* Which level something belongs to, whatever its file is called and wherever it lies: the bytes of the file
 * decide; the name is for a level whose file was edited. Used by progress and by the game in hand. */
#ifndef WARREN_PLAY_IDENTITY_H
#define WARREN_PLAY_IDENTITY_H

#include "base/error.h"

#include <stdint.h>

enum { IDENTITY_NAME_MAX = 128 };

struct identity {
    uint64_t hash;                /* of the file's bytes */
    char name[IDENTITY_NAME_MAX]; /* the last folder and the file, "tutorial/01_Hop.rel"; control characters
                                     and what is too long are replaced or left out */
};

/* Error, with status 3: the file cannot be read. */
bool identity_of_file(const char *path, struct identity *identity, struct error *error);
bool identity_is_same(const struct identity *a, const struct identity *b); /* to the byte */

#endif

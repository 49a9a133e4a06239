#include "play/identity.h"

#include "base/file.h"
#include "base/hash.h"
#include "level/level.h"

#include <stdlib.h>
#include <string.h>

/* Where the last two parts of the path begin. */
static const char *last_two(const char *path)
{
    const char *start = path;
    const char *before = path;
    for (const char *c = path; *c != '\0'; c++) {
        if (*c == '/') {
            before = start;
            start = c + 1;
        }
    }
    return before;
}

static void name_of(const char *path, char *name)
{
    char *whole = realpath(path, NULL);
    size_t length = 0;
    for (const char *c = last_two(whole != NULL ? whole : path); *c != '\0' && length + 1 < IDENTITY_NAME_MAX;
         c++) {
        name[length++] = (unsigned char)*c < ' ' || *c == 0x7f ? '?' : *c;
    }
    name[length] = '\0';
    free(whole);
}

bool identity_of_file(const char *path, struct identity *identity, struct error *error)
{
    struct text bytes = {0};
    bool good = file_read(path, LEVEL_BYTES_MAX, &bytes, error);
    if (good) {
        *identity = (struct identity){.hash = hash_bytes(HASH_START, bytes.bytes, bytes.length)};
        name_of(path, identity->name);
    }
    text_free(&bytes);
    return good;
}

bool identity_is_same(const struct identity *a, const struct identity *b)
{
    return a->hash == b->hash;
}

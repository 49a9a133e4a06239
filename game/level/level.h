/* A level: what its file says, and the world it starts. Read from text by level_parse, written by level_write
 * (rules/10 sections 1, 2 and 8). Of files only level_load knows: it is level_parse on the bytes of one. */
#ifndef WARREN_LEVEL_LEVEL_H
#define WARREN_LEVEL_LEVEL_H

#include "base/error.h"
#include "base/text.h"
#include "world/world.h"

#include <stdbool.h>
#include <stddef.h>

enum void_style { VOID_HIGHLIGHTER, VOID_TORN_PAPER };

enum { LEVEL_BYTES_MAX = 128 << 20 }; /* of a level file: enough for the most cells that a world can have */

/* Comment lines, each with the thing it stood before (rules/10 1.6). */
struct level_comment {
    char *attached_to; /* a key without .code, "map" as "", "*" ...; NULL: after everything */
    char *line;        /* whole, with its % */
};

struct level {
    struct world *world; /* as loaded: the first evaluation is made; owned */
    char *name;          /* never NULL; from the file name when the level has none (rules/10 1.9) */
    char *description, *author_name, *author_url, *music; /* never NULL */
    char **hints;                                         /* hint_count of them, decoded */
    char **solutions;                                     /* solution_count of them, decoded */
    int hint_count, solution_count;
    enum void_style void_style;
    struct level_comment *comments; /* in file order */
    int comment_count;
};

/* On an error (kinds: rules/10 1.10, and "no-map", "too-large", "bad-group"; of level_load also "file", with
 * status 3) returns NULL. path is for messages and for
 * the default name; "" means there is no file. Destroy the level with level_destroy. */
struct level *level_parse(const char *bytes, size_t size, const char *path, struct error *error);
struct level *level_load(const char *path, struct error *error);
void level_destroy(struct level *level); /* NULL is fine */

struct level_write_options {
    bool meta;    /* meta lines and comments */
    bool runtime; /* runtime meta lines and what rabbits remember */
};

/* Appends the level's text with `world` in the place of its own world (pass level->world for a round trip).
 * Returns false with kind "not-writable" where rules/10 2.4 says that writing is not possible. */
bool level_write(const struct level *level, const struct world *world, struct level_write_options options,
                 struct text *out, struct error *error);

#endif

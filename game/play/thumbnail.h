/* Small pictures of levels for the lists, drawn by a painter without a window, one at a time, and kept.
 * Textures belong to the renderer they are asked for. */
#ifndef WARREN_PLAY_THUMBNAIL_H
#define WARREN_PLAY_THUMBNAIL_H

#include <SDL.h>
#include <stdbool.h>

enum { THUMBNAILS_MAX = 64, THUMBNAIL_W_PX = 384, THUMBNAIL_H_PX = 216 };

struct thumbnail {
    char *path;
    SDL_Surface *surface; /* NULL: the level cannot be read */
    SDL_Texture *texture;
};

struct thumbnails {
    const char *assets;
    struct painter *painter; /* opened with the first picture */
    struct thumbnail items[THUMBNAILS_MAX];
    int count, next;
    int generation;    /* of the display when the textures were made */
    bool has_made_one; /* in this pass: the others have to wait */
};

void thumbnails_start(struct thumbnails *thumbnails, const char *assets);
/* Before the renderer is closed. generation: of the display, see display.h. */
void thumbnails_stop(struct thumbnails *thumbnails, int generation);

/* A new pass: one more picture may be made. Returns whether the pass before made one, so that there may be
 * more. */
bool thumbnails_begin(struct thumbnails *thumbnails);

/* The picture of a level, or NULL while there is none. generation: of the display, see display.h. */
SDL_Texture *thumbnail_get(struct thumbnails *thumbnails, SDL_Renderer *renderer, int generation,
                           const char *path);

#endif

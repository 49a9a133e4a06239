/* The draw paths by name: the ways in which a scene's pictures reach the target. What each does is in its own
 * file behind `struct paint_path_ops` (path_ops.h). */
#ifndef WARREN_PAINT_PATH_H
#define WARREN_PAINT_PATH_H

#include <stdbool.h>

enum paint_path {
    PATH_COPY,     /* one SDL_RenderCopyF an item from pictures of the nominal 32 px, scaled every frame */
    PATH_GEOMETRY, /* an atlas and as few SDL_RenderGeometry calls as can be */
    PATH_CACHED,   /* pictures made once for each zoom, terrain in chunk textures */
    PATH_BLIT,     /* Warren's own tile renderer on the CPU; redraws only what changed */
    PATH_COUNT
};

const char *paint_path_name(enum paint_path path); /* "copy"; static storage */
bool paint_path_from_name(const char *name, enum paint_path *path);

#endif

/* A level as a PNG file, drawn by a painter without a window: the same picture as on the screen. Used by
 * `warren-level image`. */
#ifndef WARREN_PAINT_IMAGE_H
#define WARREN_PAINT_IMAGE_H

#include "base/error.h"
#include "scene/scene.h"

enum { PAINT_IMAGE_SIDE_MAX_PX = 32768 };

struct paint_image {
    const struct level *level;
    const struct world *world;
    int zoom_px;
    int blend;          /* between two steps: 0 to SCENE_UNITS */
    int margin_cells;   /* shown around the world */
    const char *assets; /* the assets folder */
};

/* The whole world at that zoom, with pictures of exactly that size. Errors, with status 3: the picture would
 * be wider or higher than PAINT_IMAGE_SIDE_MAX_PX, no pictures, the file cannot be written. The file is the
 * old one or the whole new one. */
bool paint_image(const struct paint_image *image, const char *path, struct error *error);

#endif

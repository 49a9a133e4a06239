/* The pictures a scene can name. Each is an SVG text: a file in assets/pictures, or made by the puppet from joints
 * and poses. Sizes are in cells, so any zoom can rasterise any picture at exactly its size. */
#ifndef WARREN_SCENE_PICTURE_H
#define WARREN_SCENE_PICTURE_H

#include "base/error.h"
#include "base/text.h"
#include "scene/picture_table.h"

struct picture_info {
    const char *name;   /* "earth_1": also the file's name in assets/pictures, without .svg */
    int width, height;  /* in SCENE_UNITS */
    bool is_opaque;     /* covers all of its rectangle */
};

/* Facts about a picture; static storage. */
struct picture_info picture_info(int picture);

/* Appends the picture's SVG text. folder is the one that holds assets (with pictures/ in it). */
bool picture_svg(int picture, const char *folder, struct text *out, struct error *error);

#endif

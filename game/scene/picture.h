/* The pictures a scene can name. Each is an SVG text: a file in assets/pictures, or made by program: flames,
 * water and the puppet. Sizes are in SCENE_UNITS, so any zoom can rasterise any picture at exactly its size.
 * Called by scene_build and by painters; draws nothing itself. */
#ifndef WARREN_SCENE_PICTURE_H
#define WARREN_SCENE_PICTURE_H

#include "base/error.h"
#include "base/text.h"
#include "scene/flame.h"
#include "scene/picture_table.h"
#include "scene/puppet.h"
#include "scene/tissue.h"

#include <stdbool.h>

/* 0 to PICTURE_COUNT - 1. */
enum picture {
#define ROW(name, file, width, height, opaque) PICTURE_##name,
    STILL_PICTURES(ROW)
#undef ROW
        PICTURE_FLAME_FIRST, /* + flame_frame(variant, step) */
    PICTURE_TISSUE_FIRST =
        PICTURE_FLAME_FIRST + FLAME_FRAME_COUNT, /* + tissue_wave(...) or tissue_ramp(...) */
    PICTURE_PUPPET_FIRST = PICTURE_TISSUE_FIRST + TISSUE_FRAME_COUNT, /* + frame of puppet.h */
    PICTURE_COUNT = PICTURE_PUPPET_FIRST + PUPPET_FRAME_COUNT,
    PICTURE_NONE = 0xffff /* no picture: a plain rectangle */
};

struct picture_info {
    const char *name;  /* "earth_1": also the file's name in assets/pictures, without .svg; the frames of one
                          clip  share its name */
    int width, height; /* in SCENE_UNITS */
    bool is_opaque;    /* covers all of its rectangle */
};

/* Facts about a picture; static storage. */
struct picture_info picture_info(int picture);

/* Appends the picture's SVG text. folder is the one that holds assets (with pictures/ in it). Errors: the
 * file is missing or not readable. Safe to call from several threads. */
bool picture_svg(int picture, const char *folder, struct text *out, struct error *error);

#endif

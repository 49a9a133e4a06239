/* The flames: four variants of three paper tongues over a few twigs, each a loop of frames that is one world
 * step long, drawn from a small table (flame.c). Called by picture_svg. */
#ifndef WARREN_SCENE_FLAME_H
#define WARREN_SCENE_FLAME_H

#include "base/text.h"

enum {
    FLAME_VARIANTS = 4,
    FLAME_STEPS = 8, /* frames of one loop */
    FLAME_FRAME_COUNT = FLAME_VARIANTS * FLAME_STEPS,
    FLAME_WIDTH = 1024, /* SCENE_UNITS; the lower edge is the floor */
    FLAME_HEIGHT = 1280
};

/* 0 <= variant < FLAME_VARIANTS, 0 <= step < FLAME_STEPS. */
int flame_frame(int variant, int step);

const char *flame_name(int frame); /* "flame_a"; static storage */

/* Appends the SVG text of a frame. */
void flame_svg(int frame, struct text *out);

#endif

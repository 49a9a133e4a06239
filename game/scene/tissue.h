/* The pieces of blue tissue that water is made of, where a rectangle will not do: half a cell of surface that
 * slopes more or less, and the triangle of water over an earth slope, more or less full. Drawn from their
 * geometry. Called by picture_svg and by the scene. */
#ifndef WARREN_SCENE_TISSUE_H
#define WARREN_SCENE_TISSUE_H

#include "base/text.h"

#include <stdint.h>

enum {
    TISSUE_GRAIN = 64, /* SCENE_UNITS by which one slope differs from the next */
    TISSUE_WAVES = 17, /* from flat to one cell down over half a cell */
    TISSUE_RAMP_GRAIN = 128,
    TISSUE_RAMPS = 8, /* from an eighth of a cell to a whole one */
    TISSUE_FRAME_COUNT = TISSUE_WAVES + TISSUE_RAMPS,
    TISSUE_WAVE_WIDTH = 512,
    TISSUE_CREST = 16, /* the water line at the higher end is that far below a wave's upper edge, */
    TISSUE_BODY = 48   /* and at the lower end that far above its lower edge */
};

#define TISSUE_TINT UINT32_C(0x8C4C8FC4) /* of the rectangles that go with it */

struct tissue_info {
    const char *name; /* static storage */
    int width, height;
};

/* A wave falls by `fall` units (0 to SCENE_UNITS, rounded to the grain) from left to right. */
int tissue_wave(int fall);

/* Water up to that level (1 to SCENE_UNITS, rounded to the grain, at least one grain) left of a slope that
 * rises to the right; the picture is as wide and high as that, its lower left corner the cell's. */
int tissue_ramp(int level);

struct tissue_info tissue_info(int frame);
void tissue_svg(int frame, struct text *out);

#endif

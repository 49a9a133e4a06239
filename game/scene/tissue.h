/* The pieces of blue tissue that water is made of, where a rectangle will not do: half a cell of surface that
 * slopes more or less, a cell of calm surface, the triangle of water over an earth slope, more or less full,
 * and falling ribbons. Drawn from their geometry. Called by picture_svg and by the scene. */
#ifndef WARREN_SCENE_TISSUE_H
#define WARREN_SCENE_TISSUE_H

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    TISSUE_GRAIN = 64, /* SCENE_UNITS by which one slope differs from the next */
    TISSUE_WAVES = 17, /* from flat to one cell down over half a cell */
    TISSUE_RAMP_GRAIN = 128,
    TISSUE_RAMPS = 9,      /* from an eighth of a cell to a whole one, and a whole one under water */
    TISSUE_RIPPLES = 8,    /* a loop of a flat surface, a whole cell wide */
    TISSUE_FALLS = 2,      /* ribbons of falling water, thin and broad, one cell high */
    TISSUE_FALL_STEPS = 8, /* a loop, in which the ribbon runs down by one cell */
    TISSUE_FRAME_COUNT =
        TISSUE_WAVES + TISSUE_RAMPS + TISSUE_RIPPLES + TISSUE_FALLS * (TISSUE_FALL_STEPS + 1),
    TISSUE_RIPPLE_HEIGHT = 128,
    TISSUE_RIPPLE_BODY = 88, /* from its water line to its lower edge */
    TISSUE_WAVE_WIDTH = 512,
    TISSUE_CREST = 16, /* the water line at the higher end is that far below a wave's upper edge, */
    TISSUE_BODY = 48   /* and at the lower end that far above its lower edge */
};

/* Of the rectangles that go with it: under a surface, and deeper. */
#define TISSUE_TINT UINT32_C(0x8C4C8FC4)
#define TISSUE_TINT_DEEP UINT32_C(0x9E4787BE)

struct tissue_info {
    const char *name; /* static storage */
    int width, height;
};

/* A wave falls by `fall` units (0 to SCENE_UNITS, rounded to the grain) from left to right. */
int tissue_wave(int fall);

/* Water up to that level (1 to SCENE_UNITS, rounded to the grain, at least one grain) left of a slope that
 * rises to the right; the picture is as wide and high as that, its lower left corner the cell's. */
int tissue_ramp(int level);
int tissue_ramp_deep(void); /* a whole one without a surface */

/* A flat surface, 0 <= step < TISSUE_RIPPLES. */
int tissue_ripple(int step);

/* A ribbon of falling water, 0 <= step < TISSUE_FALL_STEPS. */
int tissue_fall(bool is_broad, int step);
int tissue_fall_end(bool is_broad); /* a piece that is torn off above and below, at step 0 */

struct tissue_info tissue_info(int frame);
void tissue_svg(int frame, struct text *out);

#endif

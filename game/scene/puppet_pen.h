/* Cutting paper: a pen that writes pieces as SVG, in as few bytes as it can. Coordinates are as in
 * puppet_place.h; the text counts in whole thousandths of a cell, each spot from the one before it. Used by
 * the puppet's drawing files only. */
#ifndef WARREN_SCENE_PUPPET_PEN_H
#define WARREN_SCENE_PUPPET_PEN_H

#include "base/text.h"
#include "scene/puppet_place.h"

enum { COLOUR_NONE = -1 };

/* The line around a figure. Pieces with this line_width take theirs from the picture's root, where whoever
 * makes pixels of it can widen it: small pictures need a stronger outline (paint/raster.h). */
#define PEN_OUTLINE 3.3

struct paint {
    int32_t fill, line; /* 0xRRGGBB or COLOUR_NONE */
    double line_width;
    double opacity; /* 0 to 1 */
};

struct pen {
    struct text *out;
    struct text path;      /* of the piece being cut, all but its first spot */
    long first_x, first_y; /* thousandths, as all of these: the first spot of the piece */
    long start_x, start_y; /* where the last pen_move went */
    long x, y;
    char command;    /* the last one written; 0 before the first */
    double shade;    /* opacity of the shadow below a piece; 0: none */
    unsigned groups; /* those that are open, the innermost in the lowest bit: 0 where nothing was written */
};

void pen_open(struct pen *pen, struct text *out, double left, double top, double right, double bottom);
void pen_close(struct pen *pen);
void pen_group(struct pen *pen, struct place place); /* until pen_group_end; groups may nest */
void pen_group_end(struct pen *pen);

/* A piece is cut along its edge (move, then lines and curves, then shut) and painted when it is cut. */
void pen_move(struct pen *pen, struct spot to);
void pen_line(struct pen *pen, struct spot to);
void pen_curve(struct pen *pen, struct spot first, struct spot second, struct spot to);
void pen_shut(struct pen *pen); /* back to the last pen_move; more moves may follow */
void pen_paint(struct pen *pen, struct paint paint);
/* The same for a piece with a cut edge outside its line, and a shadow if the pen has a shade. The edge is
 * what shows of a line that is wider by edge_width. */
void pen_paint_edged(struct pen *pen, struct paint paint, int32_t edge, double edge_width);

/* A round dot, painted at once. */
void pen_dot(struct pen *pen, struct spot at, double radius, int32_t colour);

/* Whole outlines, to be painted afterwards. spots: x, y pairs. A blob is a closed chain of curves: the spots
 * are start, then two handles and an end for each curve. */
void pen_polygon(struct pen *pen, struct place place, const double *spots, int count);
void pen_blob(struct pen *pen, struct place place, const double *spots, int count);
void pen_oval(struct pen *pen, struct place place, double x, double y, double across, double along);
void pen_limb(struct pen *pen, struct spot from, double from_radius, struct spot to, double to_radius);

#endif

/* Which part of the world a view shows and how large: pure arithmetic, no SDL. Zoom is in pixels per cell,
 * any whole number from 8 to 512. A world smaller than the view is centred in it, a larger one fills it: the
 * functions here keep to that (rules/40 A4). The place is a fraction of a pixel, so that slow pans are
 * smooth. */
#ifndef WARREN_SCENE_CAMERA_H
#define WARREN_SCENE_CAMERA_H

#include <stdbool.h>

enum { ZOOM_MIN_PX = 8, ZOOM_NOMINAL_PX = 32, ZOOM_MAX_PX = 512 };

struct camera {
    int zoom_px;              /* pixels per cell */
    int view_w_px, view_h_px; /* size of the view */
    int world_w_cells, world_h_cells;
    double x_px, y_px; /* the world pixel (at this zoom) shown at the view's top left corner */
};

/* The nominal zoom, the middle of the world in the middle of the view. */
void camera_init(struct camera *camera, int world_w_cells, int world_h_cells, int view_w_px, int view_h_px);
void camera_resize(struct camera *camera, int view_w_px, int view_h_px); /* keeps the middle in the middle */

/* What is under that point of the view stays there, as far as the world's edges allow. Zooms outside the
 * range are cut to it. */
void camera_zoom_at(struct camera *camera, int zoom_px, double view_x_px, double view_y_px);
void camera_pan(struct camera *camera, double dx_px, double dy_px);
void camera_fit(struct camera *camera); /* the largest zoom at which the whole world is seen, in the middle */

/* The cell under a pixel of the view; false outside the world. Correct left of and above the world too. */
bool camera_cell_at(const struct camera *camera, double view_x_px, double view_y_px, int *x, int *y);

/* The cells in view, with a margin of that many cells on all sides: x0 <= x < x1, y0 <= y < y1. Not cut to
 * the world. */
void camera_cells_in_view(const struct camera *camera, int margin, int *x0, int *y0, int *x1, int *y1);

/* One step up (+1) or down (-1) on the ladder 8 12 16 24 32 48 64 96 128 192 256 384 512. */
int zoom_step(int zoom_px, int direction);

#endif

/* Places on paper: spots, moved, turned and scaled coordinates, and the little arithmetic of moving things.
 * Lengths are hundredths of a cell, x to the right, y downwards; angles are degrees, clockwise. Used by the
 * puppet's files only. */
#ifndef WARREN_SCENE_PUPPET_PLACE_H
#define WARREN_SCENE_PUPPET_PLACE_H

#include <stdint.h>

struct spot {
    double x, y;
};

/* x' = xx x + xy y + x0, y' = yx x + yy y + y0 */
struct place {
    double xx, xy, yx, yy, x0, y0;
};

/* Moving, turning and scaling are meant in the place's own coordinates. */
struct place place_at(double x, double y);
struct place place_moved(struct place place, double x, double y);
struct place place_turned(struct place place, double degrees);
struct place place_scaled(struct place place, double across, double along);
struct spot place_spot(struct place place, double x, double y);

/* What lies that far from a spot at an angle: 0 is down, 90 to the right, 180 up. */
struct spot spot_towards(struct spot from, double degrees, double distance);
double spot_direction(struct spot from, struct spot to); /* that angle */
double puppet_sine(double degrees);
double puppet_cosine(double degrees);
double puppet_mix(double from, double to, double share);  /* share 0 to 1 */
double puppet_ramp(double from, double to, double value); /* 0 below from, 1 above to, even in between */
uint32_t puppet_mix_colours(uint32_t from, uint32_t to, double share);

#endif

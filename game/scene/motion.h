/* How rabbits and rabbots move between two steps: for every state (rules/20 section 9) its path and its clip
 * as rules/40 A6 has them. Called by scene_build for each rabbit in view; looks at the world only for what
 * the state does not tell (is there a slope to stand on, a floor below the wall being climbed). Changes
 * nothing. */
#ifndef WARREN_SCENE_MOTION_H
#define WARREN_SCENE_MOTION_H

#include "world/world.h"

#include <stdbool.h>

enum { MOTION_VIEWS_MAX = 2 };

/* A picture to be drawn. The rectangle is in SCENE_UNITS from the top left corner of the rabbit's cell. */
struct motion_view {
    int frame;     /* of the puppet; the scene's picture is PICTURE_PUPPET_FIRST + frame */
    bool mirrored; /* left and right exchanged within the rectangle */
    int x, y, width, height;
};

/* Where the feet are, in SCENE_UNITS from the middle of the floor of the rabbit's cell; y downwards. */
struct motion_point {
    int dx, dy;
};

/* What to draw for a rabbit at a moment, back to front, into views; returns how many (0 to MOTION_VIEWS_MAX:
 * a rabbit that has died is not drawn any more; a bridge that grows comes as a second picture). blend is 0
 * just after the step in which the state was chosen and SCENE_UNITS at the next one. world may be NULL: then
 * the ground is taken to be as the state says. */
int motion_of(const struct world *world, const struct rabbit *rabbit, int blend,
              struct motion_view views[MOTION_VIEWS_MAX]);

/* The path alone: continuous in blend, and where it ends the path of the next state begins. */
struct motion_point motion_at(const struct world *world, const struct rabbit *rabbit, int blend);

#endif

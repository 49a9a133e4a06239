/* What a figure does in a frame: its pose, the ground below it, and how far its clip has come. Made from the
 * clip's key poses (puppet_keys.h) and, where it walks, from the ground. */
#ifndef WARREN_SCENE_PUPPET_ACT_H
#define WARREN_SCENE_PUPPET_ACT_H

#include "scene/puppet.h"
#include "scene/puppet_pose.h"

/* The ground's height (hundredths of a cell, y downwards) beside the point between the feet: two even slopes,
 * which meet where x is `bend`. rise: 1 climbs to the right, -1 sinks, 0 is flat. */
struct ground {
    double rise_left, rise_right, bend;
};

double ground_y(const struct ground *ground, double x);

/* Its slant there; downhill to the right is positive. */
double ground_degrees(const struct ground *ground, double x);

struct act {
    enum puppet_clip clip;
    double share; /* of the clip: 0 at its first frame, 1 at its last; a loop would be at 1 one frame later */
    struct pose pose;
    struct ground ground;
};

/* The act of a clip's frame. */
struct act puppet_act_of(enum puppet_clip clip, int step);

/* Puts the feet of a walking act on its ground; round is 0 to 1, a round of two steps. */
void gait_place_feet(struct act *act, double round);

#endif

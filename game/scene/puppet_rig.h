/* From a pose to where every joint is. Both puppets are built on this rig; what they are made of is their
 * own. */
#ifndef WARREN_SCENE_PUPPET_RIG_H
#define WARREN_SCENE_PUPPET_RIG_H

#include "scene/puppet_act.h"
#include "scene/puppet_pen.h"

struct rig {
    struct place body;    /* origin at the hips, upright along -y, squashed as the pose says */
    struct place head;    /* origin in its middle */
    struct place ears[2]; /* origin where they grow, the ear along -y */
    struct place feet[2]; /* origin below the ankle, on the sole; toes along x */
    struct spot shoulders[2], hands[2];
    struct spot hips[2], ankles[2];
};

struct rig puppet_rig_of(const struct act *act);

/* The colours of a figure change as it burns or drowns: share of the way to another colour. */
struct coat {
    uint32_t towards;
    double share;
    bool is_glowing; /* its cut edge */
};

uint32_t puppet_coat_colour(const struct coat *coat, uint32_t colour);

/* The two puppets. */
void puppet_draw_rabbit(struct pen *pen, const struct act *act, const struct coat *coat);
void puppet_draw_rabbot(struct pen *pen, const struct act *act, const struct coat *coat);

#endif

/* What comes and goes with a figure: things in its hands, and what is left of it in the end. All of it is
 * drawn for one moment, given by a share from 0 to 1; nothing remembers anything. Used by puppet.c only. */
#ifndef WARREN_SCENE_PUPPET_EFFECT_H
#define WARREN_SCENE_PUPPET_EFFECT_H

#include "scene/puppet.h"
#include "scene/puppet_pen.h"
#include "scene/puppet_rig.h"

/* puppet_prop.c: things. */
void prop_brolly(struct pen *pen, const struct rig *rig);
void prop_plank_in_hand(struct pen *pen, const struct rig *rig);
void prop_mallet(struct pen *pen, const struct rig *rig);
void prop_planks(struct pen *pen,
                 int step); /* a bridge that grows; the last step looks as the bridge that stays */

/* puppet_burst.c: what flies. */
void burst_confetti(struct pen *pen, enum puppet_kind kind, double share);
void burst_works(struct pen *pen, double share); /* springs, gears, and bits of paper among them */
void burst_impact(struct pen *pen, struct spot at, double size);
void burst_chips(struct pen *pen, enum puppet_clip clip, double share);

/* puppet_air.c: what floats. */
void air_flames(struct pen *pen, double share);
void air_ash(struct pen *pen, double share);
void air_bubbles(struct pen *pen, struct spot mouth, double share);
/* The bubble that carries somebody away: blown up by a share, at last of that scale, and then drops. */
void air_big_bubble(struct pen *pen, double blown, double scale, bool has_popped);
void air_stars(struct pen *pen, struct spot middle, double share);
void air_puff(struct pen *pen, struct spot middle, double radius);
void air_clouds(struct pen *pen, struct spot middle, double share); /* that a blast drives apart */

/* The same number from 0 to 1 for the same place in the same throw, always. */
double puppet_dice(int toss, int place);

#endif

/* Poses: how the joints of a puppet stand. The table is in puppet_pose_table.h; both puppets understand it.
 */
#ifndef WARREN_SCENE_PUPPET_POSE_H
#define WARREN_SCENE_PUPPET_POSE_H

#include "scene/puppet_pose_table.h"

enum puppet_pose {
#define ROW(name, ...) POSE_##name,
    PUPPET_POSES(ROW)
#undef ROW
        POSE_COUNT
};

/* near: the side that is turned to the one who looks; far: the other. */
enum { NEAR, FAR };

struct foot {
    double x, lift, pitch;
};

struct arm {
    double angle, reach;
};

struct ear {
    double angle, bend;
};

/* As the table's columns, in their order. */
struct pose {
    double x, up, lean, height;
    double look, nod, eye;
    struct ear ears[2];
    struct arm arms[2];
    struct foot feet[2];
};

struct pose pose_of(enum puppet_pose pose);

/* Between poses[1] and poses[2], share 0 to 1, on a smooth curve that poses[0] before and poses[3] after them
 * shape. */
struct pose pose_between(const enum puppet_pose poses[4], double share);

/* Straight between two. */
struct pose pose_mix(const struct pose *from, const struct pose *to, double share);

#endif

#include "scene/puppet_pose.h"

#include "base/require.h"

#include <string.h>

enum { POSE_NUMBERS = 21 };

/* A pose is its row of the table with names. */
_Static_assert(sizeof(struct pose) == POSE_NUMBERS * sizeof(double),
               "struct pose has a field for each column");

struct pose pose_of(enum puppet_pose pose)
{
    static const double rows[POSE_COUNT][POSE_NUMBERS] = {
#define ROW(name, ...) {__VA_ARGS__},
        PUPPET_POSES(ROW)
#undef ROW
    };
    require(pose < POSE_COUNT);
    struct pose named;
    memcpy(&named, rows[pose], sizeof named);
    return named;
}

/* Catmull and Rom's curve: through b and c, there as steep as from a to c and from b to d. */
static double curve(double a, double b, double c, double d, double t)
{
    const double steep_b = (c - a) / 2;
    const double steep_c = (d - b) / 2;
    const double t2 = t * t;
    const double t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * b + (t3 - 2 * t2 + t) * steep_b + (3 * t2 - 2 * t3) * c +
           (t3 - t2) * steep_c;
}

struct pose pose_between(const enum puppet_pose poses[4], double share)
{
    double rows[4][POSE_NUMBERS];
    for (int i = 0; i < 4; i++) {
        const struct pose pose = pose_of(poses[i]);
        memcpy(rows[i], &pose, sizeof pose);
    }
    for (int i = 0; i < POSE_NUMBERS; i++) {
        rows[0][i] = curve(rows[0][i], rows[1][i], rows[2][i], rows[3][i], share);
    }
    struct pose between;
    memcpy(&between, rows[0], sizeof between);
    return between;
}

struct pose pose_mix(const struct pose *from, const struct pose *to, double share)
{
    double a[POSE_NUMBERS];
    double b[POSE_NUMBERS];
    memcpy(a, from, sizeof a);
    memcpy(b, to, sizeof b);
    for (int i = 0; i < POSE_NUMBERS; i++) {
        a[i] += (b[i] - a[i]) * share;
    }
    struct pose mixed;
    memcpy(&mixed, a, sizeof mixed);
    return mixed;
}

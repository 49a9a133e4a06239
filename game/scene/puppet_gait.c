/* Walking. A round is two steps, one of each foot, and half a cell long. A foot stands still on the ground
 * for most of the round while the body moves on above it, then swings forward; so no foot ever slides. */
#include "scene/puppet_act.h"
#include "scene/puppet_place.h"

#include <math.h>

static const double ROUND_LENGTH = 50; /* hundredths of a cell */
static const double STANDS = 0.6;      /* share of the round in which a foot is on the ground */
static const double LIFT = 8;

double ground_y(const struct ground *ground, double x)
{
    const double rise_here = ground->bend > 0 ? ground->rise_left : ground->rise_right;
    if ((x < ground->bend) == (0 < ground->bend)) {
        return -rise_here * x;
    }
    const double rise_there = ground->bend > 0 ? ground->rise_right : ground->rise_left;
    return -rise_here * ground->bend - rise_there * (x - ground->bend);
}

double ground_degrees(const struct ground *ground, double x)
{
    return -45 * (x < ground->bend ? ground->rise_left : ground->rise_right);
}

/* Where a foot is when its own round has come to `phase`: 0 is in the middle of standing. */
static struct foot foot_at(double phase)
{
    const double half = STANDS / 2;
    phase -= floor(phase + half); /* now from -half, where it touches down, to 1 - half */
    if (phase <= half) {
        const double heel = phase > half - 0.05 ? (phase - half + 0.05) / 0.05 : 0;
        return (struct foot){-ROUND_LENGTH * phase, 0, 12 * heel};
    }
    const double swing = (phase - half) / (1 - STANDS);
    const double eased = swing * swing * (3 - 2 * swing);
    const double reach = ROUND_LENGTH * half;
    const double pitch = swing < 0.4 ? 12 + 70 * swing : 40 - 40 * (swing - 0.4) / 0.6;
    return (struct foot){-reach + 2 * reach * eased, LIFT * puppet_sine(180 * swing), pitch};
}

void gait_place_feet(struct act *act, double round)
{
    /* The round begins with both feet on the ground, as far apart as in POSE_STAND. */
    act->pose.feet[NEAR] = foot_at(round - 0.25);
    act->pose.feet[FAR] = foot_at(round + 0.25);
}

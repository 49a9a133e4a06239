#include "scene/puppet_rig.h"

/* Hundredths of a cell. */
static const double HIP_HEIGHT = 18;
static const double SPINE = 24;
static const double NECK = 12;
static const double SHOULDER = 20;
static const double ARM = 14;

static struct place foot_place(const struct act *act, int side)
{
    const struct foot foot = act->pose.feet[side];
    /* A lifted foot has left the ground's slant behind. */
    const double slant = ground_degrees(&act->ground, foot.x) * (1 - puppet_ramp(0, 10, foot.lift));
    const struct place sole = place_at(foot.x, ground_y(&act->ground, foot.x) - foot.lift);
    const double aside = act->pose.look / 100;
    const struct place turned = place_turned(sole, slant + foot.pitch);
    return place_moved(place_scaled(turned, puppet_mix(0.7, 1, aside), 1), puppet_mix(-3, 0, aside), 0);
}

struct rig puppet_rig_of(const struct act *act)
{
    const struct pose *pose = &act->pose;
    struct rig rig;
    const double tall = pose->height / 100;
    rig.body = place_turned(place_at(pose->x, -HIP_HEIGHT - pose->up), pose->lean);
    rig.body = place_scaled(rig.body, 2 / (1 + tall), tall);

    const double aside = pose->look / 100;
    const struct spot neck = place_spot(rig.body, 2 * aside, -SPINE);
    rig.head = place_turned(place_at(neck.x, neck.y), pose->lean * 0.4 + pose->nod);
    rig.head = place_moved(rig.head, 2.5 * aside, -NECK * puppet_mix(0.6, 1, tall < 1 ? tall : 1));

    static const double ears_side[2] = {-5.5, 1.5}; /* seen from the side; from the front they stand apart */
    static const double ears_front[2] = {-7, 7};
    static const double shoulders_side[2] = {0, 4};
    static const double shoulders_front[2] = {-9, 9};
    for (int side = NEAR; side <= FAR; side++) {
        const double ear_x = puppet_mix(ears_front[side], ears_side[side], aside);
        rig.ears[side] = place_moved(rig.head, ear_x, -10);
        rig.ears[side] = place_turned(rig.ears[side], -pose->ears[side].angle);

        rig.shoulders[side] =
            place_spot(rig.body, puppet_mix(shoulders_front[side], shoulders_side[side], aside), -SHOULDER);
        const struct arm arm = pose->arms[side];
        rig.hands[side] =
            spot_towards(rig.shoulders[side], arm.angle - pose->lean * 0.3, ARM * arm.reach / 100);

        rig.feet[side] = foot_place(act, side);
        const double hip_front = side == NEAR ? -6 : 6;
        rig.hips[side] = place_spot(rig.body, puppet_mix(hip_front, side == NEAR ? -1 : 2, aside), -1);
        rig.ankles[side] = place_spot(rig.feet[side], -2, -6);
    }
    return rig;
}

uint32_t puppet_coat_colour(const struct coat *coat, uint32_t colour)
{
    return coat->share > 0 ? puppet_mix_colours(colour, coat->towards, coat->share) : colour;
}

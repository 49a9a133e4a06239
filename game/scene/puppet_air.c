#include "scene/puppet_colours.h"
#include "scene/puppet_effect.h"

#include <math.h>

/* A tongue of paper, its foot at the place's origin. */
static void tongue(struct pen *pen, struct place foot, double across, double high)
{
    const double outline[] = {
        0, 0,     -across,      0,           -across * 1.2, -high * 0.4,  -across * 0.3, -high * 0.6,
        0, -high, across * 0.2, -high * 0.7, across * 1.3,  -high * 0.45, across,        0,
        0, 0};
    const double corners[] = {outline[0],  outline[1],  outline[2],  outline[3],  outline[4],
                              outline[5],  outline[6],  outline[7],  outline[6],  outline[7],
                              outline[8],  outline[9],  outline[8],  outline[9],  outline[10],
                              outline[11], outline[12], outline[13], outline[14], outline[15]};
    pen_blob(pen, foot, corners, 10);
}

void air_flames(struct pen *pen, double share)
{
    static const double places[] = {-15, 13, -3, 6, -9};
    const double grown = puppet_ramp(0, 0.25, share) * (1 - puppet_ramp(0.72, 1, share));
    if (grown <= 0.02) {
        return;
    }
    for (int i = 0; i < 5; i++) {
        const double flicker = 0.75 + 0.25 * sin(40 * share + 2.1 * i);
        const double high = (i < 2 ? 38 : 54 - 7 * i) * grown * flicker;
        const struct place foot = place_turned(place_at(places[i], 1), 8 * sin(31 * share + i));
        tongue(pen, foot, 7.5, high);
        pen_paint(pen, (struct paint){COLOUR_FIRE, COLOUR_INK, 1.4, 1});
        tongue(pen, place_moved(foot, 0, -1), 4.2, high * 0.6);
        pen_paint(pen, (struct paint){COLOUR_FIRE_LIGHT, COLOUR_NONE, 0, 1});
    }
}

void air_ash(struct pen *pen, double share)
{
    for (int i = 0; i < 9; i++) {
        const double age = puppet_ramp(0.3 + 0.05 * i, 0.8 + 0.05 * i, share);
        if (age <= 0 || age >= 1) {
            continue;
        }
        const double x = -20 + 40 * puppet_dice(i, 21) + 9 * sin(7 * age + i);
        const double y = -20 - 25 * puppet_dice(i, 22) - 70 * age;
        const double flake[] = {-2, 0, -0.6, -1.8, 2.2, -0.8, 1.2, 1.4};
        struct place place = place_turned(place_at(x, y), 400 * age + 80 * i);
        place = place_scaled(place, 1 + puppet_dice(i, 23), 0.6 + 0.4 * sin(9 * age + i));
        pen_polygon(pen, place, flake, 4);
        pen_paint(pen, (struct paint){i % 3 ? COLOUR_INK : COLOUR_FIRE, COLOUR_NONE, 0, 1 - age});
    }
    for (int i = 0; i < 3; i++) { /* smoke */
        const double age = puppet_ramp(0.5 + 0.1 * i, 1.1, share);
        if (age > 0) {
            pen_oval(pen, place_at(-6 + 7 * i + 5 * sin(5 * age), -40 - 60 * age), 0, 0, 5 + 9 * age,
                     4 + 8 * age);
            pen_paint(pen, (struct paint){COLOUR_CARD, COLOUR_NONE, 0, 0.4 * (1 - age)});
        }
    }
}

void air_bubbles(struct pen *pen, struct spot mouth, double share)
{
    for (int i = 0; i < 10; i++) {
        const double age = puppet_ramp(0.07 * i, 0.07 * i + 0.5, share);
        if (age <= 0 || age >= 1) {
            continue;
        }
        const double size = (2.2 + 4 * puppet_dice(i, 31)) * (0.5 + 0.6 * age);
        const double x = mouth.x + 16 * (puppet_dice(i, 32) - 0.3) + 4 * sin(9 * age + 2 * i);
        const struct place place = place_at(x, mouth.y - 62 * age);
        pen_oval(pen, place, 0, 0, size, size);
        pen_paint(pen, (struct paint){COLOUR_BUBBLE, COLOUR_WATER, 1.4, 1 - puppet_ramp(0.75, 1, age)});
        pen_oval(pen, place, -size * 0.35, -size * 0.35, size * 0.25, size * 0.25);
        pen_paint(pen, (struct paint){COLOUR_RABBIT, COLOUR_NONE, 0, 1 - puppet_ramp(0.75, 1, age)});
    }
}

void air_big_bubble(struct pen *pen, double blown, double scale, bool has_popped)
{
    const struct place middle = place_at(0, -70);
    const double radius = 50 * blown * scale;
    if (has_popped) {
        for (int i = 0; i < 8; i++) {
            const struct spot drop = spot_towards((struct spot){0, -70}, 45 * i + 20, radius + 3);
            pen_oval(pen, place_at(drop.x, drop.y), 0, 0, 2, 2.4);
        }
        pen_paint(pen, (struct paint){COLOUR_WATER, COLOUR_INK, 1, 1});
        return;
    }
    pen_oval(pen, middle, 0, 0, radius, radius);
    pen_paint(pen, (struct paint){COLOUR_BUBBLE, COLOUR_NONE, 0, 0.35});
    pen_oval(pen, middle, 0, 0, radius, radius);
    pen_paint(pen, (struct paint){COLOUR_NONE, COLOUR_WATER, 2, 0.9});
    pen_move(pen, place_spot(middle, -radius * 0.72, -radius * 0.2));
    pen_curve(pen, place_spot(middle, -radius * 0.68, -radius * 0.5),
              place_spot(middle, -radius * 0.45, -radius * 0.7),
              place_spot(middle, -radius * 0.15, -radius * 0.74));
    pen_paint(pen, (struct paint){COLOUR_NONE, COLOUR_RABBIT, 3, 0.9});
}

void air_stars(struct pen *pen, struct spot middle, double share)
{
    for (int i = 0; i < 4; i++) {
        const double turn = 90 * i + 360 * share;
        double star[20];
        for (int k = 0; k < 10; k++) {
            const double length = k % 2 ? 2.1 : 4.8;
            star[2 * k] = length * puppet_sine(36 * k + 15 * i);
            star[2 * k + 1] = length * puppet_cosine(36 * k + 15 * i);
        }
        const struct place place =
            place_at(middle.x + 19 * puppet_cosine(turn), middle.y + 6 * puppet_sine(turn));
        pen_polygon(pen, place, star, 10);
        pen_paint(pen, (struct paint){COLOUR_FIRE_LIGHT, COLOUR_INK, 1.3, 1});
    }
}

/* A cloud cut from paper: rounds of ink, then somewhat smaller ones of paper, which hide the ink inside, and
 * the light on them. */
static void cloud(struct pen *pen, const struct spot *rounds, const double *sizes, int count)
{
    static const double ROUND_LINE = 2.2;
    static const int32_t papers[] = {COLOUR_INK, COLOUR_RABBIT_SHADE, COLOUR_RABBIT};
    for (int pass = 0; pass < 3; pass++) {
        for (int i = 0; i < count; i++) {
            const double light = pass == 2 ? 0.13 * sizes[i] : 0;
            const struct spot at = {rounds[i].x - light, rounds[i].y - light};
            pen_dot(pen, at, sizes[i] + (pass == 0 ? ROUND_LINE : -light * 1.3), papers[pass]);
        }
    }
}

void air_puff(struct pen *pen, struct spot middle, double radius)
{
    enum { ROUNDS = 6 };
    struct spot rounds[ROUNDS + 1];
    double sizes[ROUNDS + 1];
    for (int i = 0; i < ROUNDS; i++) {
        rounds[i] = spot_towards(middle, 60.0 * i + 10, radius * 0.66);
        sizes[i] = radius * (0.4 + 0.12 * puppet_dice(i, 41));
    }
    rounds[ROUNDS] = middle;
    sizes[ROUNDS] = radius * 0.7;
    cloud(pen, rounds, sizes, ROUNDS + 1);
}

void air_clouds(struct pen *pen, struct spot middle, double share)
{
    enum { CLOUDS = 7, ROUNDS = 2 };
    struct spot rounds[CLOUDS * ROUNDS];
    double sizes[CLOUDS * ROUNDS];
    const double way = 1 - pow(1 - share, 2.5);
    for (int i = 0; i < CLOUDS * ROUNDS; i++) {
        const int cloud_number = i / ROUNDS;
        const double direction = 360.0 / CLOUDS * cloud_number + (i % ROUNDS ? 17 : 0) + 10;
        rounds[i] = spot_towards(middle, direction, puppet_mix(14, i % ROUNDS ? 92 : 100, way));
        sizes[i] = (i % ROUNDS ? 15 : 22) * (1 - share * share) * (0.85 + 0.3 * puppet_dice(i, 42));
    }
    cloud(pen, rounds, sizes, CLOUDS * ROUNDS);
}

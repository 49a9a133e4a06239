#include "scene/puppet_colours.h"
#include "scene/puppet_effect.h"

#include <math.h>

/* Of a burst: the share of its time in which clouds are seen. */
static const double CLOUDS_LAST = 0.6;

double puppet_dice(int toss, int place)
{
    uint32_t x = (uint32_t)toss * 2654435761u + (uint32_t)place * 2246822519u + 374761393u;
    x = (x ^ x >> 15) * 2246822519u;
    x = (x ^ x >> 13) * 3266489917u;
    return ((x ^ x >> 16) >> 8) / 16777216.0;
}

/* A star cut by eye; deep: how far its notches are from the middle, as a share. */
static void spikes(struct pen *pen, struct spot at, double size, int count, double deep)
{
    enum { COUNT_MAX = 12 };
    double star[4 * COUNT_MAX];
    for (int i = 0; i < 2 * count; i++) {
        const double length = size * (i % 2 ? deep : 0.8 + 0.35 * puppet_dice(i, 9));
        star[2 * i] = length * puppet_sine(180.0 * i / count);
        star[2 * i + 1] = length * puppet_cosine(180.0 * i / count);
    }
    pen_polygon(pen, place_at(at.x, at.y), star, 2 * count);
}

/* The light of a blast: a star that grows and is gone. */
static void flash(struct pen *pen, struct spot at, double share)
{
    static const double LASTS = 0.3;
    if (share < LASTS) {
        const double size = 34 + 46 * share / LASTS;
        spikes(pen, at, size, 12, 0.62);
        pen_paint(pen, (struct paint){COLOUR_FIRE, COLOUR_INK, 2, 1});
        spikes(pen, at, size * 0.68, 12, 0.6);
        pen_paint(pen, (struct paint){COLOUR_FIRE_LIGHT, COLOUR_NONE, 0, 1});
    }
}

/* Something thrown: fast at first, slowed by the air, then falling. */
struct flight {
    struct spot at;
    double turn;
};

static struct flight fly(struct spot from, int toss, double reach, double fall, double share)
{
    const double direction = 360 * puppet_dice(toss, 1);
    const double way = reach * (0.35 + 0.65 * puppet_dice(toss, 2)) * (1 - exp(-3.2 * share));
    struct spot at = spot_towards(from, direction, way);
    at.y += fall * share * share;
    return (struct flight){at, 360 * puppet_dice(toss, 3) + 500 * (puppet_dice(toss, 4) - 0.5) * share};
}

static void scrap(struct pen *pen, struct flight flight, int toss, double size, int32_t colour)
{
    static const double shapes[3][8] = {
        {-1.2, -0.8, 1.1, -1, 1.2, 0.8, -1, 1},       /* a square, cut by eye */
        {-1.9, -0.5, 1.8, -0.7, 1.9, 0.4, -1.7, 0.6}, /* a strip */
        {-1.3, 0.9, 0, -1.3, 1.3, 0.9, 0, 0.8},       /* a corner */
    };
    struct place place = place_turned(place_at(flight.at.x, flight.at.y), flight.turn);
    /* It tumbles, so it is seen now broad, now narrow. */
    place = place_scaled(place, size, size * (0.45 + 0.55 * fabs(puppet_cosine(flight.turn * 1.7))));
    pen_polygon(pen, place, shapes[(int)(puppet_dice(toss, 5) * 3)], 4);
    pen_paint(pen, (struct paint){colour, COLOUR_INK, 1, 1});
}

void burst_confetti(struct pen *pen, enum puppet_kind kind, double share)
{
    static const int32_t of_rabbit[] = {COLOUR_RABBIT,     COLOUR_RABBIT, COLOUR_BLUSH, COLOUR_RABBIT_SHADE,
                                        COLOUR_FIRE_LIGHT, COLOUR_CARROT, COLOUR_WATER, COLOUR_LEAF};
    static const int32_t of_rabbot[] = {COLOUR_RABBOT,       COLOUR_RABBOT, COLOUR_RABBOT_DARK,
                                        COLOUR_RABBOT_LIGHT, COLOUR_CARD,   COLOUR_FIRE_LIGHT,
                                        COLOUR_CARD_DARK,    COLOUR_PAGE};
    const struct spot middle = {0, -45};
    if (share < CLOUDS_LAST) {
        air_clouds(pen, middle, share / CLOUDS_LAST);
    }
    flash(pen, middle, share);
    const double left = 1 - puppet_ramp(0.7, 1.2, share);
    for (int i = 0; i < 34; i++) {
        const struct flight flight = fly(middle, i + 1, 118, 36, share);
        const int32_t colour = kind == PUPPET_RABBOT ? of_rabbot[i % 8] : of_rabbit[i % 8];
        scrap(pen, flight, i, (5 + 4 * puppet_dice(i, 6)) * left, colour);
    }
}

static void gear(struct pen *pen, struct flight flight, double radius)
{
    enum { TEETH = 8 };
    double rim[TEETH * 8];
    for (int i = 0; i < TEETH; i++) {
        static const double across[] = {-14, -9, 9, 14};
        for (int k = 0; k < 4; k++) {
            const double length = k == 1 || k == 2 ? radius : radius * 0.74;
            rim[8 * i + 2 * k] = length * puppet_sine(45 * i + across[k]);
            rim[8 * i + 2 * k + 1] = length * puppet_cosine(45 * i + across[k]);
        }
    }
    const struct place place = place_turned(place_at(flight.at.x, flight.at.y), flight.turn);
    pen_polygon(pen, place, rim, TEETH * 4);
    pen_paint(pen, (struct paint){COLOUR_CARD, COLOUR_INK, 1.6, 1});
    pen_oval(pen, place, 0, 0, radius * 0.3, radius * 0.3);
    pen_paint(pen, (struct paint){COLOUR_PAGE, COLOUR_INK, 1.4, 1});
}

static void spring(struct pen *pen, struct flight flight, double length)
{
    const struct place place = place_turned(place_at(flight.at.x, flight.at.y), flight.turn);
    for (int pass = 0; pass < 2; pass++) {
        pen_move(pen, place_spot(place, 0, -length / 2));
        for (int i = 1; i <= 10; i++) {
            const double along = length * (i / 10.0 - 0.5);
            pen_line(pen, place_spot(place, i == 10 ? 0 : (i % 2 ? 4.5 : -4.5), along));
        }
        pen_paint(pen, pass == 0 ? (struct paint){COLOUR_NONE, COLOUR_INK, 3.4, 1}
                                 : (struct paint){COLOUR_NONE, COLOUR_CARD, 1.4, 1});
    }
}

void burst_works(struct pen *pen, double share)
{
    static const int32_t colours[] = {COLOUR_RABBOT, COLOUR_RABBIT,       COLOUR_RABBOT_DARK, COLOUR_RABBIT,
                                      COLOUR_BLUSH,  COLOUR_RABBOT_LIGHT, COLOUR_FIRE_LIGHT};
    const struct spot middle = {0, -45};
    if (share < CLOUDS_LAST) {
        air_clouds(pen, middle, share / CLOUDS_LAST);
    }
    flash(pen, middle, share);
    const double left = 1 - puppet_ramp(0.75, 1.2, share);
    for (int i = 0; i < 18; i++) {
        scrap(pen, fly(middle, i + 60, 116, 36, share), i, (5 + 4 * puppet_dice(i, 7)) * left,
              colours[i % 7]);
    }
    for (int i = 0; i < 5; i++) {
        gear(pen, fly(middle, i + 20, 100, 50, share), (9 + 7 * puppet_dice(i, 8)) * left);
    }
    for (int i = 0; i < 4; i++) {
        const double swing = 20 + 9 * sin(14 * share + i);
        spring(pen, fly(middle, i + 40, 105, 30, share), swing * left);
    }
}

void burst_impact(struct pen *pen, struct spot at, double size)
{
    spikes(pen, at, size, 10, 0.5);
    pen_paint(pen, (struct paint){COLOUR_FIRE_LIGHT, COLOUR_INK, 2, 1});
}

void burst_chips(struct pen *pen, enum puppet_clip clip, double share)
{
    const bool is_dig = clip == CLIP_DIG_CHIPS;
    const struct spot from = is_dig ? (struct spot){0, -2} : (struct spot){52, -42};
    const double left = 1 - puppet_ramp(0.5, 1.25, share);
    for (int i = 0; i < 9; i++) {
        /* Chips of the block fly back at the one who breaks it, or up from below the feet. */
        const double aside =
            is_dig ? (i % 2 ? 1 : -1) * (10 + 40 * puppet_dice(i, 11)) : -6 - 44 * puppet_dice(i, 11);
        const double up = 12 + 40 * puppet_dice(i, 12);
        const double t = 0.15 + 0.85 * share;
        const struct flight flight = {{from.x + aside * t, from.y - up * t * 1.6 + 52 * t * t},
                                      700 * t * puppet_dice(i, 13)};
        scrap(pen, flight, i, (2.2 + 2.4 * puppet_dice(i, 14)) * left,
              i % 3 ? COLOUR_KRAFT : COLOUR_KRAFT_DARK);
    }
}

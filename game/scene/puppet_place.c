#include "scene/puppet_place.h"

#include <math.h>

static const double RADIANS_PER_DEGREE = 0.017453292519943295;

double puppet_sine(double degrees)
{
    return sin(degrees * RADIANS_PER_DEGREE);
}

double puppet_cosine(double degrees)
{
    return cos(degrees * RADIANS_PER_DEGREE);
}

double puppet_mix(double from, double to, double share)
{
    return from + (to - from) * share;
}

double puppet_ramp(double from, double to, double value)
{
    if (value <= from) {
        return 0;
    }
    return value >= to ? 1 : (value - from) / (to - from);
}

uint32_t puppet_mix_colours(uint32_t from, uint32_t to, double share)
{
    uint32_t mixed = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        const double part = puppet_mix((from >> shift) & 255u, (to >> shift) & 255u, share);
        mixed |= (uint32_t)lround(part) << shift;
    }
    return mixed;
}

struct place place_at(double x, double y)
{
    return (struct place){1, 0, 0, 1, x, y};
}

struct place place_moved(struct place place, double x, double y)
{
    const struct spot origin = place_spot(place, x, y);
    place.x0 = origin.x;
    place.y0 = origin.y;
    return place;
}

struct place place_turned(struct place place, double degrees)
{
    const double c = puppet_cosine(degrees);
    const double s = puppet_sine(degrees);
    return (struct place){place.xx * c + place.xy * s,
                          place.xy * c - place.xx * s,
                          place.yx * c + place.yy * s,
                          place.yy * c - place.yx * s,
                          place.x0,
                          place.y0};
}

struct place place_scaled(struct place place, double across, double along)
{
    return (struct place){place.xx * across, place.xy * along, place.yx * across,
                          place.yy * along,  place.x0,         place.y0};
}

struct spot place_spot(struct place place, double x, double y)
{
    return (struct spot){place.xx * x + place.xy * y + place.x0, place.yx * x + place.yy * y + place.y0};
}

struct spot spot_towards(struct spot from, double degrees, double distance)
{
    return (struct spot){from.x + puppet_sine(degrees) * distance,
                         from.y + puppet_cosine(degrees) * distance};
}

double spot_direction(struct spot from, struct spot to)
{
    return atan2(to.x - from.x, to.y - from.y) / RADIANS_PER_DEGREE;
}

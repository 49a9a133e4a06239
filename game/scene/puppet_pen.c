#include "scene/puppet_pen.h"

#include "scene/puppet_colours.h"

#include <math.h>
#include <stdlib.h>

/* Not by printf's %f: that one writes a comma in some locales. value is in units of 1 / parts, a power of
 * ten. */
static void add_parts(struct text *out, long value, long parts)
{
    text_add(out, value < 0 ? "-" : "");
    value = labs(value);
    if (value >= parts || value == 0) {
        text_format(out, "%ld", value / parts);
    }
    value %= parts;
    if (value != 0) {
        text_add_char(out, '.');
    }
    while (value != 0) {
        parts /= 10;
        text_add_char(out, (char)('0' + value / parts));
        value %= parts;
    }
}

/* Lengths to a tenth of a hundredth; factors and shares want more places. */
static void add_number(struct text *out, double value)
{
    add_parts(out, lround(value * 10), 10);
}

static void add_fraction(struct text *out, double value)
{
    add_parts(out, lround(value * 1000), 1000);
}

/* A sign parts two numbers as well as a space does. */
static void add_next_number(struct text *out, double value)
{
    if (lround(value * 10) >= 0) {
        text_add_char(out, ' ');
    }
    add_number(out, value);
}

static void add_spot(struct text *out, struct spot spot)
{
    add_number(out, spot.x);
    add_next_number(out, spot.y);
}

static void add_next_spot(struct text *out, struct spot spot)
{
    add_next_number(out, spot.x);
    add_next_number(out, spot.y);
}

void pen_open(struct pen *pen, struct text *out, double left, double top, double right, double bottom)
{
    *pen = (struct pen){.out = out};
    const double numbers[] = {left, top, right - left, bottom - top};
    text_add(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    add_fraction(out, numbers[2]);
    text_add(out, "\" height=\"");
    add_fraction(out, numbers[3]);
    text_add(out, "\" viewBox=\"");
    for (int i = 0; i < 4; i++) {
        text_add(out, i == 0 ? "" : " ");
        add_fraction(out, numbers[i]);
    }
    text_add(out, "\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n");
}

void pen_close(struct pen *pen)
{
    text_add(pen->out, "</svg>\n");
    text_free(&pen->path);
}

void pen_group(struct pen *pen, struct place place)
{
    const double matrix[] = {place.xx, place.yx, place.xy, place.yy, place.x0, place.y0};
    text_add(pen->out, "<g transform=\"matrix(");
    for (int i = 0; i < 6; i++) {
        text_add(pen->out, i == 0 ? "" : " ");
        add_fraction(pen->out, matrix[i]);
    }
    text_add(pen->out, ")\">\n");
}

void pen_group_end(struct pen *pen)
{
    text_add(pen->out, "</g>\n");
}

void pen_move(struct pen *pen, struct spot to)
{
    text_add(&pen->path, "M");
    add_spot(&pen->path, to);
}

void pen_line(struct pen *pen, struct spot to)
{
    text_add(&pen->path, "L");
    add_spot(&pen->path, to);
}

void pen_curve(struct pen *pen, struct spot first, struct spot second, struct spot to)
{
    text_add(&pen->path, "C");
    add_spot(&pen->path, first);
    add_next_spot(&pen->path, second);
    add_next_spot(&pen->path, to);
}

void pen_shut(struct pen *pen)
{
    text_add(&pen->path, "Z");
}

static void add_opacity(struct text *out, double opacity)
{
    if (opacity < 1) {
        text_add(out, " opacity=\"");
        add_fraction(out, opacity);
        text_add(out, "\"");
    }
}

static void add_colour(struct text *out, const char *attribute, int32_t colour)
{
    if (colour == COLOUR_NONE) {
        text_format(out, " %s=\"none\"", attribute);
    } else {
        text_format(out, " %s=\"#%06x\"", attribute, (unsigned)colour);
    }
}

/* One use of the path that has been cut. */
static void add_path(struct pen *pen, struct paint paint)
{
    struct text *out = pen->out;
    text_add(out, "<path");
    add_colour(out, "fill", paint.fill);
    if (paint.line != COLOUR_NONE) {
        add_colour(out, "stroke", paint.line);
        text_add(out, " stroke-width=\"");
        add_number(out, paint.line_width);
        text_add(out, "\"");
    }
    add_opacity(out, paint.opacity);
    text_format(out, " d=\"%s\"/>\n", pen->path.bytes);
}

void pen_paint_edged(struct pen *pen, struct paint paint, int32_t edge, double edge_width)
{
    if (pen->shade > 0) {
        const struct paint shadow = {COLOUR_INK, COLOUR_NONE, 0, pen->shade * paint.opacity};
        text_add(pen->out, "<g transform=\"translate(0 ");
        add_number(pen->out, edge_width / 2 + 1.4);
        text_add(pen->out, ")\">");
        add_path(pen, shadow);
        text_add(pen->out, "</g>");
    }
    if (edge != COLOUR_NONE) {
        add_path(pen, (struct paint){COLOUR_NONE, edge, edge_width, paint.opacity});
    }
    add_path(pen, paint);
    text_clear(&pen->path);
}

void pen_paint(struct pen *pen, struct paint paint)
{
    add_path(pen, paint);
    text_clear(&pen->path);
}

void pen_polygon(struct pen *pen, struct place place, const double *spots, int count)
{
    for (int i = 0; i < count; i++) {
        const struct spot spot = place_spot(place, spots[2 * i], spots[2 * i + 1]);
        if (i == 0) {
            pen_move(pen, spot);
        } else {
            pen_line(pen, spot);
        }
    }
    pen_shut(pen);
}

void pen_blob(struct pen *pen, struct place place, const double *spots, int count)
{
    pen_move(pen, place_spot(place, spots[0], spots[1]));
    for (int i = 1; i + 2 < count; i += 3) {
        const double *at = spots + 2 * i;
        pen_curve(pen, place_spot(place, at[0], at[1]), place_spot(place, at[2], at[3]),
                  place_spot(place, at[4], at[5]));
    }
    pen_shut(pen);
}

void pen_oval(struct pen *pen, struct place place, double x, double y, double across, double along)
{
    const double a = across * 0.5523; /* the handles that make four curves look like a circle */
    const double b = along * 0.5523;
    const double spots[] = {
        x,          y - along, x + a, y - along, x + across, y - b,     x + across, y,     x + across, y + b,
        x + a,      y + along, x,     y + along, x - a,      y + along, x - across, y + b, x - across, y,
        x - across, y - b,     x - a, y - along, x,          y - along,
    };
    pen_blob(pen, place, spots, 13);
}

void pen_limb(struct pen *pen, struct spot from, double from_radius, struct spot to, double to_radius)
{
    const double degrees = spot_direction(from, to);
    const double f = from_radius * 1.33; /* handles of a half circle drawn as one curve */
    const double t = to_radius * 1.33;
    const struct spot from_right = spot_towards(from, degrees + 90, from_radius);
    const struct spot from_left = spot_towards(from, degrees - 90, from_radius);
    const struct spot to_right = spot_towards(to, degrees + 90, to_radius);
    const struct spot to_left = spot_towards(to, degrees - 90, to_radius);
    pen_move(pen, from_right);
    pen_line(pen, to_right);
    pen_curve(pen, spot_towards(to_right, degrees, t), spot_towards(to_left, degrees, t), to_left);
    pen_line(pen, from_left);
    pen_curve(pen, spot_towards(from_left, degrees, -f), spot_towards(from_right, degrees, -f), from_right);
    pen_shut(pen);
}

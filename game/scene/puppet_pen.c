#include "scene/puppet_pen.h"

#include "scene/puppet_colours.h"

#include <math.h>
#include <stdbool.h>

/* Not by printf: numbers are most of the text, and its %f writes a comma in some locales. */
static void add_whole(struct text *out, long value)
{
    char digits[24];
    size_t at = sizeof digits;
    unsigned long rest = value < 0 ? 0UL - (unsigned long)value : (unsigned long)value;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (value < 0) {
        digits[--at] = '-';
    }
    text_add_bytes(out, digits + at, sizeof digits - at);
}

/* With up to three places. */
static void add_fraction(struct text *out, double value)
{
    long thousandths = lround(value * 1000);
    if (thousandths < 0) {
        text_add_char(out, '-');
        thousandths = -thousandths;
    }
    if (thousandths >= 1000 || thousandths == 0) {
        add_whole(out, thousandths / 1000);
    }
    thousandths %= 1000;
    if (thousandths != 0) {
        text_add_char(out, '.');
    }
    for (long parts = 100; thousandths != 0; parts /= 10) {
        text_add_char(out, (char)('0' + thousandths / parts));
        thousandths %= parts;
    }
}

/* A sign parts two numbers as well as a space does. */
static void add_next_whole(struct text *out, long value)
{
    if (value >= 0) {
        text_add_char(out, ' ');
    }
    add_whole(out, value);
}

static long thousandths(double hundredths)
{
    return lround(hundredths * 10);
}

/* A command stands for all that follow until another comes. */
static void add_command(struct pen *pen, char command)
{
    if (pen->command != command) {
        text_add_char(&pen->path, command);
    }
}

/* As seen from where the pen is. */
static void add_way(struct pen *pen, struct spot to, bool is_next)
{
    if (is_next) {
        add_next_whole(&pen->path, thousandths(to.x) - pen->x);
    } else {
        add_whole(&pen->path, thousandths(to.x) - pen->x);
    }
    add_next_whole(&pen->path, thousandths(to.y) - pen->y);
}

static void go(struct pen *pen, struct spot to)
{
    pen->x = thousandths(to.x);
    pen->y = thousandths(to.y);
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
        add_fraction(out, 10 * numbers[i]);
    }
    text_add(out, "\" stroke-linejoin=\"round\" stroke-linecap=\"round\" stroke-width=\"");
    add_whole(out, thousandths(PEN_OUTLINE));
    text_add(out, "\">\n");
}

void pen_close(struct pen *pen)
{
    text_add(pen->out, "</svg>\n");
    text_free(&pen->path);
}

static bool is_at_home(struct place place)
{
    static const double home[] = {1, 0, 0, 1, 0, 0};
    const double numbers[] = {place.xx, place.yx, place.xy, place.yy, place.x0, place.y0};
    for (int i = 0; i < 6; i++) {
        if (lround((numbers[i] - home[i]) * 1000) != 0) {
            return false;
        }
    }
    return true;
}

void pen_group(struct pen *pen, struct place place)
{
    pen->groups <<= 1;
    if (is_at_home(place)) {
        return;
    }
    pen->groups |= 1;
    const double matrix[] = {place.xx, place.yx, place.xy, place.yy, 10 * place.x0, 10 * place.y0};
    text_add(pen->out, "<g transform=\"matrix(");
    for (int i = 0; i < 6; i++) {
        text_add(pen->out, i == 0 ? "" : " ");
        add_fraction(pen->out, matrix[i]);
    }
    text_add(pen->out, ")\">\n");
}

void pen_group_end(struct pen *pen)
{
    text_add(pen->out, pen->groups & 1 ? "</g>\n" : "");
    pen->groups >>= 1;
}

void pen_move(struct pen *pen, struct spot to)
{
    if (pen->command == 0) {
        pen->first_x = thousandths(to.x);
        pen->first_y = thousandths(to.y);
    } else {
        text_add_char(&pen->path, 'm');
        add_way(pen, to, false);
    }
    pen->command = 'm';
    go(pen, to);
    pen->start_x = pen->x;
    pen->start_y = pen->y;
}

void pen_line(struct pen *pen, struct spot to)
{
    const bool is_same = pen->command == 'l';
    add_command(pen, 'l');
    add_way(pen, to, is_same);
    pen->command = 'l';
    go(pen, to);
}

void pen_curve(struct pen *pen, struct spot first, struct spot second, struct spot to)
{
    const bool is_same = pen->command == 'c';
    add_command(pen, 'c');
    add_way(pen, first, is_same);
    add_way(pen, second, true);
    add_way(pen, to, true);
    pen->command = 'c';
    go(pen, to);
}

/* An outline that is back already is left open: round ends look like a round corner, and for a last line of
 * no length the reader of SVG would search a thousand times where to divide it. */
void pen_shut(struct pen *pen)
{
    if (pen->x != pen->start_x || pen->y != pen->start_y) {
        text_add_char(&pen->path, 'z');
        pen->command = 'z';
        pen->x = pen->start_x;
        pen->y = pen->start_y;
    }
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
    text_add(out, attribute);
    if (colour == COLOUR_NONE) {
        text_add(out, "=\"none\"");
        return;
    }
    static const char hex[] = "0123456789abcdef";
    const bool is_short = ((colour >> 4 ^ colour) & 0x0f0f0f) == 0; /* #ffffff is #fff */
    text_add(out, "=\"#");
    for (int shift = 20; shift >= 0; shift -= is_short ? 8 : 4) {
        text_add_char(out, hex[colour >> shift & 15]);
    }
    text_add_char(out, '"');
}

/* One use of the path that has been cut, that far below its place. */
static void add_path(struct pen *pen, struct paint paint, double below)
{
    struct text *out = pen->out;
    text_add(out, "<path");
    add_colour(out, " fill", paint.fill);
    if (paint.line != COLOUR_NONE) {
        add_colour(out, " stroke", paint.line);
        if (paint.line_width != PEN_OUTLINE) {
            text_add(out, " stroke-width=\"");
            add_whole(out, thousandths(paint.line_width));
            text_add(out, "\"");
        }
    }
    add_opacity(out, paint.opacity);
    text_add(out, " d=\"M");
    add_whole(out, pen->first_x);
    add_next_whole(out, pen->first_y + thousandths(below));
    text_add_bytes(out, pen->path.bytes, pen->path.length);
    text_add(out, "\"/>\n");
}

static void finish(struct pen *pen)
{
    text_clear(&pen->path);
    pen->command = 0;
}

void pen_paint_edged(struct pen *pen, struct paint paint, int32_t edge, double edge_width)
{
    const double width = paint.line_width + edge_width;
    if (pen->shade > 0) {
        const struct paint shadow = {COLOUR_INK, COLOUR_NONE, 0, pen->shade * paint.opacity};
        add_path(pen, shadow, width / 2 + 1.4);
    }
    if (edge != COLOUR_NONE) {
        add_path(pen, (struct paint){COLOUR_NONE, edge, width, paint.opacity}, 0);
    }
    add_path(pen, paint, 0);
    finish(pen);
}

void pen_paint(struct pen *pen, struct paint paint)
{
    add_path(pen, paint, 0);
    finish(pen);
}

/* A line hardly longer than nothing, with round ends: a tenth of the work that an oval makes. */
void pen_dot(struct pen *pen, struct spot at, double radius, int32_t colour)
{
    pen_move(pen, at);
    pen_line(pen, (struct spot){at.x + 0.1, at.y});
    pen_paint(pen, (struct paint){COLOUR_NONE, colour, 2 * radius, 1});
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

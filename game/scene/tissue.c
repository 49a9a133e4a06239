#include "scene/tissue.h"

#include "base/require.h"

enum {
    UNITS = 1024,
    FIRST_RIPPLE = TISSUE_WAVES + TISSUE_RAMPS,
    FIRST_FALL = FIRST_RIPPLE + TISSUE_RIPPLES,
    FIRST_FALL_END = FIRST_FALL + TISSUE_FALLS * TISSUE_FALL_STEPS
};

/* What is under a water line; the line is a dark edge with light caught below it. */
static const char *const BODY = "fill='#4C8FC4' fill-opacity='0.549'";
static const char *const BODY_DEEP = "fill='#4787BE' fill-opacity='0.62'";
static const char *const EDGE = "fill='none' stroke='#2F6C9E' stroke-opacity='0.7' stroke-width='22'";
static const char *const LIGHT = "fill='none' stroke='#E4F2FA' stroke-opacity='0.75' stroke-width='26'";

int tissue_wave(int fall)
{
    require(fall >= 0 && fall <= UNITS);
    return (fall + TISSUE_GRAIN / 2) / TISSUE_GRAIN;
}

int tissue_ramp(int level)
{
    require(level > 0 && level <= UNITS);
    int size = (level + TISSUE_RAMP_GRAIN / 2) / TISSUE_RAMP_GRAIN;
    return TISSUE_WAVES + (size < 1 ? 0 : size - 1);
}

int tissue_ramp_deep(void)
{
    return FIRST_RIPPLE - 1;
}

int tissue_ripple(int step)
{
    require(step >= 0 && step < TISSUE_RIPPLES);
    return FIRST_RIPPLE + step;
}

int tissue_fall(bool is_broad, int step)
{
    require(step >= 0 && step < TISSUE_FALL_STEPS);
    return FIRST_FALL + (is_broad ? TISSUE_FALL_STEPS : 0) + step;
}

int tissue_fall_end(bool is_broad)
{
    return FIRST_FALL_END + is_broad;
}

struct tissue_info tissue_info(int frame)
{
    require(frame >= 0 && frame < TISSUE_FRAME_COUNT);
    if (frame < TISSUE_WAVES) {
        return (struct tissue_info){"wave", TISSUE_WAVE_WIDTH,
                                    TISSUE_CREST + frame * TISSUE_GRAIN + TISSUE_BODY};
    }
    if (frame < FIRST_RIPPLE) {
        int size = frame == tissue_ramp_deep() ? UNITS : (frame - TISSUE_WAVES + 1) * TISSUE_RAMP_GRAIN;
        return (struct tissue_info){"water_ramp", size, size};
    }
    if (frame < FIRST_FALL) {
        return (struct tissue_info){"ripple", UNITS, TISSUE_RIPPLE_HEIGHT};
    }
    return (struct tissue_info){"fall", UNITS, UNITS};
}

/* An S that is level at both ends, so that neighbours join without a kink. */
static void add_slope(struct text *out, int width, int high, int low)
{
    text_format(out, "M0 %dC%d %d %d %d %d %d", high, width / 2, high, width / 2, low, width, low);
}

static void add_wave(struct text *out, int width, int height)
{
    int high = TISSUE_CREST;
    int low = height - TISSUE_BODY;
    text_add(out, "<path d='");
    add_slope(out, width, high, low);
    text_format(out, "V%dH0Z' %s/><path d='", height, BODY);
    add_slope(out, width, high + 26, low + 26);
    text_format(out, "' %s/><path d='", LIGHT);
    add_slope(out, width, high, low);
    text_format(out, "' %s/>", EDGE);
}

static void add_ramp(struct text *out, int size)
{
    text_format(out, "<path d='M0 0H%dL0 %dZ' %s/>", size, size, BODY);
    text_format(out, "<path d='M0 28H%d' %s/>", size - 30, LIGHT);
    text_format(out, "<path d='M0 8H%d' %s/>", size - 8, EDGE);
}

/* Scallops, four to a cell, that hang from points; a loop moves them on by one. */
static void add_scallops(struct text *out, int step, int y)
{
    enum { SCALLOP = UNITS / 4, DEPTH = 52 };
    int x = step * SCALLOP / TISSUE_RIPPLES - SCALLOP;
    text_format(out, "M%d %d", x, y);
    for (; x < UNITS; x += SCALLOP) {
        text_format(out, "Q%d %d %d %d", x + SCALLOP / 2, y + DEPTH, x + SCALLOP, y);
    }
}

static void add_ripple(struct text *out, int step)
{
    const int y = TISSUE_RIPPLE_HEIGHT - TISSUE_RIPPLE_BODY - 16;
    text_add(out, "<path d='");
    add_scallops(out, step, y);
    text_format(out, "V%dH0Z' %s/><path d='", TISSUE_RIPPLE_HEIGHT, BODY);
    add_scallops(out, step, y + 26);
    text_format(out, "' %s/><path d='", LIGHT);
    add_scallops(out, step, y);
    text_format(out, "' %s/>", EDGE);
}

/* Ribbons are opaque: they overlap where a fall begins or ends. */
static const char *const RIBBON = "fill='#9BBED6'";
static const char *const RIBBON_FOLD = "fill='#6FA6CE'";
static const char *const RIBBON_SHINE = "fill='#DCECF6'";

/* One edge of a ribbon, wavering once in a cell: from the cell's upper edge to its lower one, or back. */
static void add_ribbon_edge(struct text *out, int x, int step, int direction)
{
    enum { WAVER = 56, HALF = UNITS / 2 };
    int start = step * UNITS / TISSUE_FALL_STEPS - UNITS;
    int end = start + 2 * UNITS;
    int y = direction > 0 ? start : end;
    text_format(out, "%s%d %d", direction > 0 ? "M" : "L", x, y);
    for (int side = 1; direction > 0 ? y < end : y > start; side = -side) {
        int next = y + direction * HALF;
        text_format(out, "Q%d %d %d %d", x + side * WAVER, (y + next) / 2, x, next);
        y = next;
    }
}

static void add_ribbon(struct text *out, int left, int right, int step, const char *look)
{
    text_add(out, "<path d='");
    add_ribbon_edge(out, left, step, 1);
    add_ribbon_edge(out, right, step, -1);
    text_format(out, "Z' %s/>", look);
}

static void add_fall(struct text *out, bool is_broad, int step)
{
    const int middle = UNITS / 2;
    int half = is_broad ? 330 : 160;
    add_ribbon(out, middle - half, middle + half, step, RIBBON);
    add_ribbon(out, middle - half + 70, middle - half + 125, (step + 3) % TISSUE_FALL_STEPS, RIBBON_SHINE);
    if (is_broad) {
        add_ribbon(out, middle - 60, middle + 210, (step + 5) % TISSUE_FALL_STEPS, RIBBON_FOLD);
        add_ribbon(out, middle + 150, middle + 190, (step + 1) % TISSUE_FALL_STEPS, RIBBON_SHINE);
    } else {
        add_ribbon(out, middle + 10, middle + 110, (step + 5) % TISSUE_FALL_STEPS, RIBBON_FOLD);
    }
}

/* A strip from left to right whose ends run out in points, two and two. */
static void add_strip(struct text *out, int left, int right, const char *look)
{
    int quarter = (right - left) / 4;
    text_format(out, "<path d='M%d 150Q%d 60 %d 20L%d 190L%d 60Q%d 110 %d 200L%d 800", left, left + 5,
                left + quarter, left + 2 * quarter, left + 3 * quarter, right - 5, right, right);
    text_format(out, "Q%d 930 %d 1010Q%d 920 %d 840Q%d 900 %d 960Q%d 900 %d 830Z' %s/>", right - 5,
                right - quarter, right - quarter - 10, left + 2 * quarter, left + 2 * quarter - 10,
                left + quarter, left + 5, left, look);
}

static void add_fall_end(struct text *out, bool is_broad)
{
    const int middle = UNITS / 2;
    int half = is_broad ? 330 : 160;
    add_strip(out, middle - half, middle + half, RIBBON);
    add_strip(out, middle - 40, middle + half / 2, RIBBON_FOLD);
    add_strip(out, middle - half + 70, middle - half + 125, RIBBON_SHINE);
}

void tissue_svg(int frame, struct text *out)
{
    struct tissue_info info = tissue_info(frame);
    text_format(out, "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'>",
                info.width / 8, info.height / 8, info.width, info.height);
    if (frame < TISSUE_WAVES) {
        add_wave(out, info.width, info.height);
    } else if (frame == tissue_ramp_deep()) {
        text_format(out, "<path d='M0 0H%dL0 %dZ' %s/>", info.width, info.height, BODY_DEEP);
    } else if (frame < FIRST_RIPPLE) {
        add_ramp(out, info.width);
    } else if (frame < FIRST_FALL) {
        add_ripple(out, frame - FIRST_RIPPLE);
    } else if (frame >= FIRST_FALL_END) {
        add_fall_end(out, frame != FIRST_FALL_END);
    } else {
        frame -= FIRST_FALL;
        add_fall(out, frame >= TISSUE_FALL_STEPS, frame % TISSUE_FALL_STEPS);
    }
    text_add(out, "</svg>");
}

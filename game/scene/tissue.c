#include "scene/tissue.h"

#include "base/require.h"

enum { UNITS = 1024 };

static const char *const BODY = "fill='#4C8FC4' fill-opacity='0.549'";
static const char *const LINE = "fill='none' stroke='#DDEEF8' stroke-linecap='butt'";

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

struct tissue_info tissue_info(int frame)
{
    require(frame >= 0 && frame < TISSUE_FRAME_COUNT);
    if (frame < TISSUE_WAVES) {
        return (struct tissue_info){"wave", TISSUE_WAVE_WIDTH,
                                    TISSUE_CREST + frame * TISSUE_GRAIN + TISSUE_BODY};
    }
    int size = (frame - TISSUE_WAVES + 1) * TISSUE_RAMP_GRAIN;
    return (struct tissue_info){"water_ramp", size, size};
}

static void add_wave(struct text *out, int width, int height)
{
    int high = TISSUE_CREST;
    int low = height - TISSUE_BODY;
    /* An S that is level at both ends, so that neighbours join without a kink. */
    text_format(out, "<path d='M0 %dC%d %d %d %d %d %dV%dH0Z' %s/>", high, width / 2, high, width / 2, low,
                width, low, height, BODY);
    text_format(out, "<path d='M0 %dC%d %d %d %d %d %d' %s stroke-width='30'/>", high + 6, width / 2,
                high + 6, width / 2, low + 6, width, low + 6, LINE);
}

static void add_ramp(struct text *out, int size)
{
    text_format(out, "<path d='M0 0H%dL0 %dZ' %s/>", size, size, BODY);
    text_format(out, "<path d='M0 16H%d' %s stroke-width='30'/>", size - 20, LINE);
}

void tissue_svg(int frame, struct text *out)
{
    struct tissue_info info = tissue_info(frame);
    text_format(out, "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'>",
                info.width / 8, info.height / 8, info.width, info.height);
    if (frame < TISSUE_WAVES) {
        add_wave(out, info.width, info.height);
    } else {
        add_ramp(out, info.width);
    }
    text_add(out, "</svg>");
}

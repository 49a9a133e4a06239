#include "scene/flame.h"

#include "base/require.h"

#include <stddef.h>

/* A tongue of paper, in 1/128 of a cell: the middle of its foot from the left, half the foot's width, its
 * height, how far its tip leans to the right; beat: where in the loop it starts, in steps. */
struct tongue {
    int paper; /* which of PAPERS */
    int x, half_width, height, lean, beat;
};

enum { TONGUES_MAX = 8, VIEW_WIDTH = 128, VIEW_HEIGHT = 160, FOOT_Y = 153 };

static const struct {
    const char *fill, *edge;
} PAPERS[] = {{"#D4502A", "#A53A1C"}, {"#F28C28", "#D66F17"}, {"#FFD35C", "#F5B83A"}, {"#FFF3C4", "#FFF3C4"}};

/* Back to front. */
static const struct tongue TONGUES[FLAME_VARIANTS][TONGUES_MAX] = {
    {{0, 62, 30, 122, 6, 0},
     {0, 36, 18, 78, -10, 3},
     {0, 90, 18, 88, 10, 5},
     {1, 60, 25, 94, -5, 2},
     {1, 84, 15, 62, 8, 6},
     {2, 60, 19, 64, 4, 4},
     {3, 61, 10, 34, -2, 1}},
    {{0, 48, 26, 116, -8, 1},
     {0, 84, 24, 96, 12, 5},
     {1, 46, 20, 86, 5, 3},
     {1, 82, 18, 68, 8, 7},
     {2, 50, 16, 58, -4, 5},
     {2, 80, 13, 44, 4, 2},
     {3, 51, 8, 30, 2, 0}},
    {{0, 34, 22, 86, -10, 2},
     {0, 66, 24, 104, 4, 6},
     {0, 96, 18, 74, 10, 0},
     {1, 40, 17, 64, -6, 4},
     {1, 72, 19, 78, 6, 1},
     {2, 44, 12, 42, 3, 6},
     {2, 72, 14, 52, -3, 3},
     {3, 66, 9, 28, 2, 5}},
    {{0, 70, 30, 128, 12, 4},
     {0, 38, 22, 94, -6, 0},
     {1, 70, 24, 100, 8, 6},
     {1, 42, 15, 62, -8, 2},
     {2, 66, 19, 72, 5, 0},
     {2, 44, 10, 36, -3, 5},
     {3, 66, 11, 38, 3, 3}},
};

static const char *const TWIGS =
    "<g stroke='#4A2F1B' stroke-linecap='round' fill='none'>"
    "<path d='M22 156L100 146M30 145L106 156' stroke-width='9'/>"
    "<path d='M24 155L98 145.5M34 144.5L104 154' stroke='#8F6538' stroke-width='4'/></g>"
    "<path d='M92 144l11 -3 2 5-11 4z' fill='#4A2F1B'/>";

/* A hundred times the sine over one loop. */
static int sway(int step)
{
    static const int hundredths[FLAME_STEPS] = {0, 71, 100, 71, 0, -71, -100, -71};
    return hundredths[step % FLAME_STEPS];
}

int flame_frame(int variant, int step)
{
    require(variant >= 0 && variant < FLAME_VARIANTS && step >= 0 && step < FLAME_STEPS);
    return variant * FLAME_STEPS + step;
}

const char *flame_name(int frame)
{
    static const char *const names[FLAME_VARIANTS] = {"flame_a", "flame_b", "flame_c", "flame_d"};
    require(frame >= 0 && frame < FLAME_FRAME_COUNT);
    return names[frame / FLAME_STEPS];
}

static void add_tongue(struct text *out, const struct tongue *tongue, int step)
{
    int swing = sway(step + tongue->beat);
    int stretch = sway(step + tongue->beat + 3);
    int height = tongue->height * (1000 + stretch) / 1000;
    int tip_x = tongue->x + tongue->lean + tongue->half_width * swing / 250;
    int tip_y = FOOT_Y - height;
    int middle_x = tongue->x - tongue->half_width * swing / 500;
    int left = tongue->x - tongue->half_width;
    int right = tongue->x + tongue->half_width;
    int belly = tongue->half_width / 3;
    text_format(out, "<path d='M%d %dC%d %d %d %d %d %dC%d %d %d %d %d %dZ' fill='%s' stroke='%s'/>", left,
                FOOT_Y, left - belly, FOOT_Y - height * 45 / 100, middle_x - belly,
                FOOT_Y - height * 52 / 100, tip_x, tip_y, middle_x + 2 * belly, FOOT_Y - height * 68 / 100,
                right + belly + belly / 2, FOOT_Y - height * 38 / 100, right, FOOT_Y,
                PAPERS[tongue->paper].fill, PAPERS[tongue->paper].edge);
}

void flame_svg(int frame, struct text *out)
{
    require(frame >= 0 && frame < FLAME_FRAME_COUNT);
    const struct tongue *tongues = TONGUES[frame / FLAME_STEPS];
    text_format(out,
                "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'>"
                "<g stroke-width='1.5' stroke-linejoin='round'>",
                VIEW_WIDTH, VIEW_HEIGHT, VIEW_WIDTH, VIEW_HEIGHT);
    for (size_t i = 0; i < TONGUES_MAX && tongues[i].height > 0; i++) {
        add_tongue(out, &tongues[i], frame % FLAME_STEPS);
    }
    text_add(out, "</g>");
    text_add(out, TWIGS);
    text_add(out, "</svg>");
}

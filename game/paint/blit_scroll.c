#include "paint/blit_scroll.h"

#include <stddef.h>

static int distance(int d)
{
    return d < 0 ? -d : d;
}

/* Rows that follow each other without padding are moved as one long run: pixels that cross from the end of a
 * row to the start of the next land in the gap at the side. */
static void scroll_whole(const struct blit_target *target, ptrdiff_t by, const struct blit_kernels *kernels)
{
    ptrdiff_t pixels = (ptrdiff_t)target->width * target->height;
    if (by >= 0) {
        kernels->move(target->pixels + by, target->pixels, (size_t)(pixels - by));
    } else {
        kernels->move(target->pixels, target->pixels - by, (size_t)(pixels + by));
    }
}

/* Row by row, away from those that are still to be read. */
static void scroll_rows(const struct blit_target *target, int dx, int dy, const struct blit_kernels *kernels)
{
    size_t count = (size_t)(target->width - distance(dx));
    int to_x = dx > 0 ? dx : 0;
    int from_x = dx < 0 ? -dx : 0;
    int rows = target->height - distance(dy);
    for (int i = 0; i < rows; i++) {
        int y = dy <= 0 ? i : target->height - 1 - i;
        kernels->move(blit_target_at(target, to_x, y), blit_target_at(target, from_x, y - dy), count);
    }
}

void blit_scroll(const struct blit_target *target, int dx, int dy, const struct blit_kernels *kernels)
{
    if ((dx == 0 && dy == 0) || distance(dx) >= target->width || distance(dy) >= target->height) {
        return;
    }
    if (target->pitch_px == target->width) {
        scroll_whole(target, (ptrdiff_t)dy * target->pitch_px + dx, kernels);
    } else {
        scroll_rows(target, dx, dy, kernels);
    }
}

void blit_scroll_gaps(int width, int height, int dx, int dy, struct blit_rects *gaps)
{
    if (distance(dx) >= width || distance(dy) >= height) {
        blit_rects_add(gaps, (struct blit_rect){0, 0, width, height});
        return;
    }
    int top = dy > 0 ? dy : 0;
    int bottom = dy < 0 ? height + dy : height;
    blit_rects_add(gaps, (struct blit_rect){0, 0, width, top});
    blit_rects_add(gaps, (struct blit_rect){0, bottom, width, height});
    blit_rects_add(gaps, (struct blit_rect){0, top, dx, bottom});
    blit_rects_add(gaps, (struct blit_rect){width + dx, top, width, bottom});
}

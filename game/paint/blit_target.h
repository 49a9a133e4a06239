/* What path blit paints on, and rectangles in it. Plain data, used by all of blit; no SDL. */
#ifndef WARREN_PAINT_BLIT_TARGET_H
#define WARREN_PAINT_BLIT_TARGET_H

#include <stdbool.h>
#include <stdint.h>

/* Rows of pixels 0x??RRGGBB; painting leaves 0xFF in the high byte. Not owned. */
struct blit_target {
    uint32_t *pixels;
    int pitch_px; /* from one row to the next */
    int width, height;
};

/* x0 <= x < x1, y0 <= y < y1; nothing where x0 >= x1 or y0 >= y1. */
struct blit_rect {
    int x0, y0, x1, y1;
};

static inline bool blit_rect_is_empty(struct blit_rect rect)
{
    return rect.x0 >= rect.x1 || rect.y0 >= rect.y1;
}

static inline struct blit_rect blit_rect_common(struct blit_rect a, struct blit_rect b)
{
    return (struct blit_rect){a.x0 > b.x0 ? a.x0 : b.x0, a.y0 > b.y0 ? a.y0 : b.y0, a.x1 < b.x1 ? a.x1 : b.x1,
                              a.y1 < b.y1 ? a.y1 : b.y1};
}

static inline struct blit_rect blit_rect_moved(struct blit_rect rect, int dx, int dy)
{
    return (struct blit_rect){rect.x0 + dx, rect.y0 + dy, rect.x1 + dx, rect.y1 + dy};
}

/* Whole divisions that round down on both sides of 0. */
static inline int blit_divide_down(int value, int by)
{
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

/* All of a target. */
static inline struct blit_rect blit_target_rect(const struct blit_target *target)
{
    return (struct blit_rect){0, 0, target->width, target->height};
}

static inline uint32_t *blit_target_at(const struct blit_target *target, int x, int y)
{
    return target->pixels + (int64_t)y * target->pitch_px + x;
}

#endif

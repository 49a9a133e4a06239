#include "paint/blit_picture.h"

#include <stddef.h>

enum { PIECE_PX = 256 }; /* a colour is spread out to rows of that many pixels */

void blit_picture_paint(const struct blit_picture *picture, const struct blit_target *target,
                        struct blit_rect clip, int x, int y, uint32_t tint,
                        const struct blit_kernels *kernels)
{
    struct blit_rect own_clip = blit_rect_moved(clip, -x, -y);
    uint32_t premultiplied_tint = blit_premultiply(tint);
    for (int i = 0; i < picture->blocks->count; i++) {
        const struct blit_block *block = &picture->blocks->list[i];
        struct blit_rect seen = blit_rect_common(block->rect, own_clip);
        if (blit_rect_is_empty(seen)) {
            continue;
        }
        uint32_t *to = blit_target_at(target, x + seen.x0, y + seen.y0);
        const uint32_t *from = picture->pixels + (ptrdiff_t)seen.y0 * picture->pitch_px + seen.x0;
        int width = seen.x1 - seen.x0;
        int height = seen.y1 - seen.y0;
        if (tint != UINT32_MAX) {
            kernels->over_tinted(to, target->pitch_px, from, picture->pitch_px, width, height,
                                 premultiplied_tint);
        } else if (block->is_opaque) {
            kernels->copy(to, target->pitch_px, from, picture->pitch_px, width, height);
        } else {
            kernels->over(to, target->pitch_px, from, picture->pitch_px, width, height);
        }
    }
}

void blit_fill(const struct blit_target *target, struct blit_rect rect, uint32_t colour,
               const struct blit_kernels *kernels)
{
    if (blit_rect_is_empty(rect)) {
        return;
    }
    uint32_t piece[PIECE_PX];
    uint32_t pixel = blit_premultiply(colour);
    for (int i = 0; i < PIECE_PX; i++) {
        piece[i] = pixel;
    }
    /* A pitch of 0: all rows are painted from the same one. */
    for (int x = rect.x0; x < rect.x1; x += PIECE_PX) {
        int width = rect.x1 - x < PIECE_PX ? rect.x1 - x : PIECE_PX;
        uint32_t *to = blit_target_at(target, x, rect.y0);
        if (colour >> 24 == 255) {
            kernels->copy(to, target->pitch_px, piece, 0, width, rect.y1 - rect.y0);
        } else {
            kernels->over(to, target->pitch_px, piece, 0, width, rect.y1 - rect.y0);
        }
    }
}

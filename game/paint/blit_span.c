#include "paint/blit_span.h"

#include "paint/blit_span_x86.h"

#include <string.h>

/* Two channels at a time, in the low bytes of the two halves of a word: each is multiplied by factor and
 * divided by 255 to the nearest. The products need 16 bits, so the halves do not run into each other. */
static uint32_t scale_pair(uint32_t pair, uint32_t factor)
{
    uint32_t product = pair * factor + 0x00800080;
    return ((product + ((product >> 8) & 0x00FF00FF)) >> 8) & 0x00FF00FF;
}

void blit_over_portable(uint32_t *to, const uint32_t *from, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t above = from[i];
        uint32_t below = to[i];
        uint32_t shows_through = 255 - (above >> 24);
        uint32_t red_blue = scale_pair(below & 0x00FF00FF, shows_through);
        uint32_t alpha_green = scale_pair((below >> 8) & 0x00FF00FF, shows_through);
        to[i] = above + (red_blue | (alpha_green << 8));
    }
}

static uint32_t scale_channel(uint32_t colour, uint32_t tint, int shift)
{
    return blit_divide_255(((colour >> shift) & 0xFF) * ((tint >> shift) & 0xFF)) << shift;
}

void blit_tint_portable(uint32_t *to, const uint32_t *from, uint32_t tint, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        to[i] = scale_channel(from[i], tint, 24) | scale_channel(from[i], tint, 16) |
                scale_channel(from[i], tint, 8) | scale_channel(from[i], tint, 0);
    }
}

uint32_t blit_premultiply(uint32_t colour)
{
    uint32_t alpha = colour >> 24;
    uint32_t product;
    uint32_t opaque = colour | 0xFF000000;
    blit_tint_portable(&product, &opaque, alpha * 0x01010101, 1);
    return product;
}

void blit_move_portable(uint32_t *to, const uint32_t *from, size_t count)
{
    memmove(to, from, count * sizeof *to);
}

static const struct blit_kernels portable = {"portable", blit_over_portable, blit_tint_portable,
                                             blit_move_portable};

const struct blit_kernels *blit_kernels_number(int number)
{
    if (number == 0) {
        return &portable;
    }
    return blit_kernels_x86(number - 1);
}

const struct blit_kernels *blit_kernels_best(void)
{
    const struct blit_kernels *best = &portable;
    for (int number = 1; blit_kernels_number(number) != NULL; number++) {
        best = blit_kernels_number(number);
    }
    return best;
}

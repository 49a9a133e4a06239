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

uint32_t blit_pixel_over(uint32_t below, uint32_t above)
{
    uint32_t shows_through = 255 - (above >> 24);
    uint32_t red_blue = scale_pair(below & 0x00FF00FF, shows_through);
    uint32_t alpha_green = scale_pair((below >> 8) & 0x00FF00FF, shows_through);
    return above + (red_blue | (alpha_green << 8));
}

static uint32_t scale_channel(uint32_t colour, uint32_t tint, int shift)
{
    return blit_divide_255(((colour >> shift) & 0xFF) * ((tint >> shift) & 0xFF)) << shift;
}

uint32_t blit_pixel_tinted(uint32_t pixel, uint32_t tint)
{
    return scale_channel(pixel, tint, 24) | scale_channel(pixel, tint, 16) | scale_channel(pixel, tint, 8) |
           scale_channel(pixel, tint, 0);
}

uint32_t blit_premultiply(uint32_t colour)
{
    return blit_pixel_tinted(colour | 0xFF000000, (colour >> 24) * 0x01010101);
}

static void copy_plain(uint32_t *to, ptrdiff_t to_pitch, const uint32_t *from, ptrdiff_t from_pitch,
                       int width, int height)
{
    for (int y = 0; y < height; y++, to += to_pitch, from += from_pitch) {
        memcpy(to, from, (size_t)width * sizeof *to);
    }
}

static void over_plain(uint32_t *to, ptrdiff_t to_pitch, const uint32_t *from, ptrdiff_t from_pitch,
                       int width, int height)
{
    for (int y = 0; y < height; y++, to += to_pitch, from += from_pitch) {
        for (int x = 0; x < width; x++) {
            to[x] = blit_pixel_over(to[x], from[x]);
        }
    }
}

static void over_tinted_plain(uint32_t *to, ptrdiff_t to_pitch, const uint32_t *from, ptrdiff_t from_pitch,
                              int width, int height, uint32_t tint)
{
    for (int y = 0; y < height; y++, to += to_pitch, from += from_pitch) {
        for (int x = 0; x < width; x++) {
            to[x] = blit_pixel_over(to[x], blit_pixel_tinted(from[x], tint));
        }
    }
}

void blit_move_plain(uint32_t *to, const uint32_t *from, size_t count)
{
    memmove(to, from, count * sizeof *to);
}

static const struct blit_kernels plain = {"portable", copy_plain, over_plain, over_tinted_plain,
                                          blit_move_plain};

const struct blit_kernels *blit_kernels_number(int number)
{
    return number == 0 ? &plain : blit_kernels_x86(number - 1);
}

const struct blit_kernels *blit_kernels_best(void)
{
    const struct blit_kernels *best = &plain;
    for (int number = 1; blit_kernels_number(number) != NULL; number++) {
        best = blit_kernels_number(number);
    }
    return best;
}

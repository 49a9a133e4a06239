/* How two pictures of one scene differ: exactly, in decibels, and as the eye sees structure. Pure arithmetic
 * on 0x??RRGGBB pixels. Sources: PSNR as ImageMagick's `compare -metric PSNR` (mean over R, G and B); SSIM
 * after Wang, Bovik, Sheikh, Simoncelli 2004, on luma, uniform windows of 8 x 8 pixels, 4 apart. */
#ifndef WARREN_BENCH_PICTURE_H
#define WARREN_BENCH_PICTURE_H

#include <stdint.h>

enum picture_class {
    PICTURE_IDENTICAL,
    PICTURE_ROUNDING, /* no channel of any pixel differs by more than 2 levels of 255 */
    PICTURE_VISIBLE
};

enum { PICTURE_ROUNDING_LEVELS = 2 };

struct picture_difference {
    enum picture_class class;
    int max_level;                /* largest difference of a channel, 0 to 255 */
    double differing_share;       /* of the pixels */
    double psnr_db;               /* HUGE_VAL when identical */
    double ssim_mean, ssim_worst; /* 1 when identical; worst: the window where it is smallest */
    int worst_x_px, worst_y_px;   /* top left corner of that window */
};

/* Both have width * height pixels. */
struct picture_difference picture_compare(const uint32_t *a, const uint32_t *b, int width, int height);

/* Where they differ and how much: white where equal, then yellow, red and dark red at 64 levels and more. */
void picture_error_map(const uint32_t *a, const uint32_t *b, int width, int height, uint32_t *out);

const char *picture_class_name(enum picture_class class); /* "identical", "rounding", "visible" */

#endif

#include "bench/picture.h"

#include <math.h>
#include <stdlib.h>

enum { WINDOW_PX = 8, WINDOW_STEP_PX = 4 };

static int channel(uint32_t pixel, int shift)
{
    return (int)(pixel >> shift & 255);
}

/* The largest difference among the three channels; adds their squares to sum. */
static int pixel_difference(uint32_t a, uint32_t b, double *sum)
{
    int largest = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        int difference = abs(channel(a, shift) - channel(b, shift));
        largest = difference > largest ? difference : largest;
        *sum += (double)difference * difference;
    }
    return largest;
}

/* Rec. 601 luma. */
static double luma(uint32_t pixel)
{
    return 0.299 * channel(pixel, 16) + 0.587 * channel(pixel, 8) + 0.114 * channel(pixel, 0);
}

static double ssim_of_window(const uint32_t *a, const uint32_t *b, int pitch)
{
    double sum_a = 0;
    double sum_b = 0;
    double sum_aa = 0;
    double sum_bb = 0;
    double sum_ab = 0;
    for (int y = 0; y < WINDOW_PX; y++) {
        for (int x = 0; x < WINDOW_PX; x++) {
            double of_a = luma(a[y * pitch + x]);
            double of_b = luma(b[y * pitch + x]);
            sum_a += of_a;
            sum_b += of_b;
            sum_aa += of_a * of_a;
            sum_bb += of_b * of_b;
            sum_ab += of_a * of_b;
        }
    }
    const double count = WINDOW_PX * WINDOW_PX;
    const double c1 = 0.01 * 255 * 0.01 * 255;
    const double c2 = 0.03 * 255 * 0.03 * 255;
    double mean_a = sum_a / count;
    double mean_b = sum_b / count;
    double variance_a = sum_aa / count - mean_a * mean_a;
    double variance_b = sum_bb / count - mean_b * mean_b;
    double covariance = sum_ab / count - mean_a * mean_b;
    return (2 * mean_a * mean_b + c1) * (2 * covariance + c2) /
           ((mean_a * mean_a + mean_b * mean_b + c1) * (variance_a + variance_b + c2));
}

static void add_ssim(const uint32_t *a, const uint32_t *b, int width, int height,
                     struct picture_difference *out)
{
    double sum = 0;
    long count = 0;
    out->ssim_worst = 1;
    for (int y = 0; y + WINDOW_PX <= height; y += WINDOW_STEP_PX) {
        for (int x = 0; x + WINDOW_PX <= width; x += WINDOW_STEP_PX) {
            double ssim = ssim_of_window(a + y * width + x, b + y * width + x, width);
            sum += ssim;
            count++;
            if (ssim < out->ssim_worst) {
                out->ssim_worst = ssim;
                out->worst_x_px = x;
                out->worst_y_px = y;
            }
        }
    }
    out->ssim_mean = count > 0 ? sum / (double)count : 1;
}

struct picture_difference picture_compare(const uint32_t *a, const uint32_t *b, int width, int height)
{
    struct picture_difference out = {.psnr_db = HUGE_VAL, .ssim_mean = 1, .ssim_worst = 1};
    long pixels = (long)width * height;
    long differing = 0;
    double sum = 0;
    for (long i = 0; i < pixels; i++) {
        int difference = pixel_difference(a[i], b[i], &sum);
        differing += difference > 0;
        out.max_level = difference > out.max_level ? difference : out.max_level;
    }
    if (differing == 0) {
        return out;
    }
    out.class = out.max_level <= PICTURE_ROUNDING_LEVELS ? PICTURE_ROUNDING : PICTURE_VISIBLE;
    out.differing_share = (double)differing / (double)pixels;
    out.psnr_db = 10 * log10(255.0 * 255.0 / (sum / (3.0 * (double)pixels)));
    add_ssim(a, b, width, height, &out);
    return out;
}

void picture_error_map(const uint32_t *a, const uint32_t *b, int width, int height, uint32_t *out)
{
    for (long i = 0; i < (long)width * height; i++) {
        double unused = 0;
        int level = pixel_difference(a[i], b[i], &unused);
        int heat = level >= 64 ? 255 : level * 4;
        int red = heat < 128 ? 255 : 255 - (heat - 128);
        int green = heat < 64 ? 255 - heat / 4 : heat < 128 ? 239 - (heat - 64) * 239 / 64 : 0;
        int blue = heat < 64 ? 255 - heat * 255 / 64 : 0;
        out[i] = UINT32_C(0xFF000000) | (uint32_t)red << 16 | (uint32_t)green << 8 | (uint32_t)blue;
    }
}

const char *picture_class_name(enum picture_class class)
{
    static const char *const NAMES[] = {"identical", "rounding", "visible"};
    return NAMES[class];
}

/* What picture.h says of pictures that Warren really draws, against others who say the same: ImageMagick for
 * decibels, and for structure the formula written down without any thought of speed. */
#include "base/memory.h"
#include "bench/picture.h"
#include "bench/png.h"
#include "bench/stage.h"
#include "paint/painter.h"
#include "support/image_magick.h"
#include "support/test.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { WIDTH = 320, HEIGHT = 240, ZOOMS = 3, WINDOW = 8, STEP = 4 };

static const int ZOOMS_PX[ZOOMS] = {24, 48, 100};

struct pair {
    uint32_t a[WIDTH * HEIGHT], b[WIDTH * HEIGHT];
};

static void draw(struct stage *stage, const char *quality, uint32_t *out)
{
    struct error error = {0};
    struct paint_settings settings = {.driver = "software",
                                      .path = PATH_COPY,
                                      .width_px = WIDTH,
                                      .height_px = HEIGHT,
                                      .title = "test",
                                      .is_windowless = true,
                                      .assets = "assets"};
    assert_true(hint_values_set(&settings.hints, "scale-quality", quality, &error));
    struct painter *painter = painter_open(&settings, &error);
    if (painter == NULL) {
        fail_msg("%s", error.text);
    }
    stage_build(stage);
    painter_settle(painter, &stage->scene, &stage->camera);
    painter_draw(painter, &stage->scene, &stage->camera);
    painter_finish(painter);
    assert_true(painter_read(painter, out, &error));
    painter_close(painter);
}

static struct pair *draw_pair(int zoom_px)
{
    struct stage stage;
    struct error error = {0};
    struct pair *pair = memory_get(sizeof *pair);
    if (!stage_open(&stage, "assets/levels/bench/middling.rel", &error)) {
        fail_msg("%s", error.text);
    }
    stage_place(&stage, STAGE_STILL, zoom_px, WIDTH, HEIGHT);
    draw(&stage, "nearest", pair->a);
    draw(&stage, "linear", pair->b);
    stage_close(&stage);
    return pair;
}

static double ask_imagemagick(const struct pair *pair)
{
    char folder[] = P_tmpdir "/warren-drawn-XXXXXX";
    char paths[2][64];
    assert_non_null(mkdtemp(folder));
    for (int i = 0; i < 2; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/%d.png", folder, i);
        assert_true(png_write(paths[i], i == 0 ? pair->a : pair->b, WIDTH, HEIGHT, NULL));
    }
    double psnr_db = image_magick_psnr(paths[0], paths[1]);
    unlink(paths[0]);
    unlink(paths[1]);
    rmdir(folder);
    return psnr_db;
}

static void decibels_of_drawn_pictures_agree_with_imagemagick(void **state)
{
    (void)state;
    if (system("compare -version > /dev/null 2>&1") != 0) {
        print_message("ImageMagick's compare is not there: nothing to agree with\n");
        skip();
    }
    for (int i = 0; i < ZOOMS; i++) {
        struct pair *pair = draw_pair(ZOOMS_PX[i]);
        struct picture_difference ours = picture_compare(pair->a, pair->b, WIDTH, HEIGHT);
        double theirs = ask_imagemagick(pair);
        assert_int_equal(ours.class, PICTURE_VISIBLE);
        if (!(fabs(ours.psnr_db - theirs) < 0.01)) {
            fail_msg("%d px: %.4f dB here, %.4f dB there", ZOOMS_PX[i], ours.psnr_db, theirs);
        }
        memory_free(pair);
    }
}

static double luma(uint32_t pixel)
{
    return 0.299 * (pixel >> 16 & 255) + 0.587 * (pixel >> 8 & 255) + 0.114 * (pixel & 255);
}

/* Wang et al. 2004, (13), term by term, with means first and moments about them after. */
static double reference_window(const struct pair *pair, int x0, int y0)
{
    const double l = 255;
    const double c1 = (0.01 * l) * (0.01 * l);
    const double c2 = (0.03 * l) * (0.03 * l);
    double mean[2] = {0};
    double variance[2] = {0};
    double covariance = 0;
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < WINDOW * WINDOW; i++) {
            int place = (y0 + i / WINDOW) * WIDTH + x0 + i % WINDOW;
            double a = luma(pair->a[place]);
            double b = luma(pair->b[place]);
            if (pass == 0) {
                mean[0] += a / (WINDOW * WINDOW);
                mean[1] += b / (WINDOW * WINDOW);
            } else {
                variance[0] += (a - mean[0]) * (a - mean[0]) / (WINDOW * WINDOW);
                variance[1] += (b - mean[1]) * (b - mean[1]) / (WINDOW * WINDOW);
                covariance += (a - mean[0]) * (b - mean[1]) / (WINDOW * WINDOW);
            }
        }
    }
    double luminance = (2 * mean[0] * mean[1] + c1) / (mean[0] * mean[0] + mean[1] * mean[1] + c1);
    double contrast = (2 * sqrt(variance[0]) * sqrt(variance[1]) + c2) / (variance[0] + variance[1] + c2);
    double structure = (covariance + c2 / 2) / (sqrt(variance[0]) * sqrt(variance[1]) + c2 / 2);
    return luminance * contrast * structure;
}

static void structure_of_drawn_pictures_agrees_with_the_formula(void **state)
{
    (void)state;
    for (int i = 0; i < ZOOMS; i++) {
        struct pair *pair = draw_pair(ZOOMS_PX[i]);
        struct picture_difference ours = picture_compare(pair->a, pair->b, WIDTH, HEIGHT);
        double sum = 0;
        double worst = 2;
        int count = 0;
        for (int y = 0; y <= HEIGHT - WINDOW; y += STEP) {
            for (int x = 0; x <= WIDTH - WINDOW; x += STEP) {
                double ssim = reference_window(pair, x, y);
                sum += ssim;
                worst = fmin(worst, ssim);
                count++;
            }
        }
        assert_true(ours.ssim_mean < 0.999);
        assert_true(fabs(ours.ssim_mean - sum / count) < 1e-9);
        assert_true(fabs(ours.ssim_worst - worst) < 1e-9);
        assert_true(fabs(reference_window(pair, ours.worst_x_px, ours.worst_y_px) - worst) < 1e-9);
        memory_free(pair);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decibels_of_drawn_pictures_agree_with_imagemagick),
        cmocka_unit_test(structure_of_drawn_pictures_agrees_with_the_formula),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

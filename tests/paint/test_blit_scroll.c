#include "support/test.h"

#include "paint/blit_scroll.h"

#include <string.h>

enum { WIDTH = 37, HEIGHT = 23, PITCH_MAX = 45 };

static void fill(uint32_t *pixels)
{
    for (int i = 0; i < PITCH_MAX * HEIGHT; i++) {
        pixels[i] = 0xFF000000u + (uint32_t)i;
    }
}

static bool is_in(const struct blit_rects *gaps, int x, int y)
{
    for (int i = 0; i < gaps->count; i++) {
        const struct blit_rect *gap = &gaps->list[i];
        if (x >= gap->x0 && x < gap->x1 && y >= gap->y0 && y < gap->y1) {
            return true;
        }
    }
    return false;
}

/* Every pixel has come from where it was, or lies in a gap; what is beside the rows stays. */
static void check(int pitch_px, int dx, int dy, const struct blit_kernels *kernels)
{
    uint32_t before[PITCH_MAX * HEIGHT], after[PITCH_MAX * HEIGHT];
    struct blit_target target = {after, pitch_px, WIDTH, HEIGHT};
    struct blit_rects gaps = {0};
    fill(before);
    fill(after);
    blit_scroll(&target, dx, dy, kernels);
    blit_scroll_gaps(WIDTH, HEIGHT, dx, dy, &gaps);
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < pitch_px; x++) {
            if (x >= WIDTH) {
                assert_int_equal(after[y * pitch_px + x], before[y * pitch_px + x]);
            } else if (!is_in(&gaps, x, y)) {
                assert_in_range(x - dx, 0, WIDTH - 1);
                assert_in_range(y - dy, 0, HEIGHT - 1);
                assert_int_equal(after[y * pitch_px + x], before[(y - dy) * pitch_px + x - dx]);
            }
        }
    }
    blit_rects_free(&gaps);
}

static void pixels_move_and_gaps_are_told(void **state)
{
    (void)state;
    for (int number = 0; blit_kernels_number(number) != NULL; number++) {
        for (int dy = -HEIGHT - 1; dy <= HEIGHT + 1; dy++) {
            for (int dx = -WIDTH - 1; dx <= WIDTH + 1; dx++) {
                check(WIDTH, dx, dy, blit_kernels_number(number));
                check(PITCH_MAX, dx, dy, blit_kernels_number(number));
            }
        }
    }
}

static void gaps_are_as_small_as_can_be(void **state)
{
    (void)state;
    struct blit_rects gaps = {0};
    blit_scroll_gaps(WIDTH, HEIGHT, 0, 0, &gaps);
    assert_int_equal(gaps.count, 0);
    blit_scroll_gaps(WIDTH, HEIGHT, -2, 3, &gaps);
    int area = 0;
    for (int i = 0; i < gaps.count; i++) {
        area += (gaps.list[i].x1 - gaps.list[i].x0) * (gaps.list[i].y1 - gaps.list[i].y0);
    }
    assert_int_equal(area, 3 * WIDTH + 2 * (HEIGHT - 3));
    blit_rects_free(&gaps);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pixels_move_and_gaps_are_told),
        cmocka_unit_test(gaps_are_as_small_as_can_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

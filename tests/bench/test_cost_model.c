#include "bench/cost_json.h"
#include "bench/cost_model.h"
#include "frame/coin.h"
#include "support/test.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>

enum { ZOOMS = 5, FILLS = 3, POINTS = ZOOMS * FILLS };

static const double FRAME_PX = 640 * 480;

static struct cost_point points[POINTS];

/* Views of 640 x 480: paper everywhere, and blocks on no, half or all of it. */
static void fill(double frame_ns, double sprite_ns, double pixel_ns)
{
    static const int zooms_px[ZOOMS] = {8, 16, 24, 64, 128};
    for (int i = 0; i < POINTS; i++) {
        struct cost_point *point = &points[i];
        double covered = 1 + i % FILLS / 2.0;
        *point = (struct cost_point){.driver = "software",
                                     .path = "copy",
                                     .zoom_px = zooms_px[i / FILLS],
                                     .width_px = 640,
                                     .height_px = 480};
        point->pixels = FRAME_PX * covered;
        point->sprites = point->pixels / (point->zoom_px * point->zoom_px);
        point->ms = (frame_ns + sprite_ns * point->sprites + pixel_ns * point->pixels) / 1e6;
    }
}

static void expect_near(double got, double wanted, double tolerance)
{
    if (!(fabs(got - wanted) <= tolerance * fabs(wanted))) {
        fail_msg("%.9g is not %.9g", got, wanted);
    }
}

static void exact_times_give_their_parts_back(void **state)
{
    (void)state;
    struct cost_model model;
    fill(50000, 400, 1.5);
    assert_true(cost_model_fit(points, POINTS, &model));
    expect_near(model.parts[COST_FRAME].ns, 50000, 1e-6);
    expect_near(model.parts[COST_SPRITE].ns, 400, 1e-6);
    expect_near(model.parts[COST_PIXEL].ns, 1.5, 1e-6);
    assert_true(model.worst_error < 1e-6);
    /* Two layers cover 614400 pixels: (50000 + 1.5 x 614400) / 400 sprites. */
    assert_true(model.has_knee);
    expect_near(model.knee_sprites, 2429, 1e-6);
    expect_near(cost_model_ms(&model, 1000, 500000), 1.2, 1e-6);
}

static void disturbed_frames_do_not_sway_it(void **state)
{
    (void)state;
    struct cost_model model;
    struct coin coin;
    coin_init(&coin, 3);
    fill(50000, 400, 1.5);
    for (int i = 0; i < POINTS; i++) {
        points[i].ms *= 1 + ((double)coin_below(&coin, 2001) - 1000) / 1e5; /* 1 % either way */
    }
    points[4].ms *= 2.5;
    assert_true(cost_model_fit(points, POINTS, &model));
    expect_near(model.parts[COST_SPRITE].ns, 400, 0.05);
    expect_near(model.parts[COST_PIXEL].ns, 1.5, 0.05);
    assert_true(model.parts[COST_SPRITE].low_ns < 400 && 400 < model.parts[COST_SPRITE].high_ns);
    assert_true(model.parts[COST_PIXEL].low_ns < 1.5 && 1.5 < model.parts[COST_PIXEL].high_ns);
    assert_true(model.knee_low < 2429 && 2429 < model.knee_high);
    assert_true(model.typical_error < 0.02 && model.worst_error > 0.5); /* and it does not hide them */
}

static void intervals_hold_the_truth_as_often_as_they_say(void **state)
{
    (void)state;
    enum { TRIES = 400 };
    int held[COST_PARTS] = {0};
    const double truth[COST_PARTS] = {50000, 400, 1.5};
    struct coin coin;
    coin_init(&coin, 11);
    for (int try = 0; try < TRIES; try++) {
        struct cost_model model;
        fill(truth[0], truth[1], truth[2]);
        for (int i = 0; i < POINTS; i++) {
            double noise = 0;
            for (int k = 0; k < 12; k++) { /* nearly normal, 2 % */
                noise += ((double)coin_below(&coin, 10001) - 5000) / 1e4;
            }
            points[i].ms *= 1 + 0.02 * noise;
        }
        assert_true(cost_model_fit(points, POINTS, &model));
        for (int part = 0; part < COST_PARTS; part++) {
            held[part] += model.parts[part].is_seen ? model.parts[part].low_ns <= truth[part] &&
                                                          truth[part] <= model.parts[part].high_ns
                                                    : 0;
        }
    }
    for (int part = 0; part < COST_PARTS; part++) {
        if (held[part] < TRIES * 90 / 100) {
            fail_msg("part %d: only %d of %d intervals hold the truth", part, held[part], TRIES);
        }
    }
}

static void what_costs_nothing_is_left_out(void **state)
{
    (void)state;
    struct cost_model model;
    fill(200000, 0, 0);
    for (int i = 0; i < POINTS; i++) {
        points[i].ms *= i % 2 == 0 ? 1.002 : 0.998;
    }
    assert_true(cost_model_fit(points, POINTS, &model));
    expect_near(model.parts[COST_FRAME].ns, 200000, 0.02);
    for (int part = 0; part < COST_PARTS; part++) {
        assert_true(model.parts[part].ns >= 0);
    }
    assert_false(model.has_knee);
}

static void scenes_that_cannot_tell_are_refused(void **state)
{
    (void)state;
    struct cost_model model;
    fill(50000, 400, 1.5);
    assert_false(cost_model_fit(points, 5, &model));
    assert_false(cost_model_fit(points, COST_POINTS_MAX + 1, &model));
    points[3].ms = 0;
    assert_false(cost_model_fit(points, POINTS, &model));
}

static void points_survive_json(void **state)
{
    (void)state;
    struct cost_data data = {.memcpy_ms = 0.125, .memset_ms = 0.0625};
    struct cost_data back = {0};
    fill(50000, 400, 1.5);
    for (int i = 0; i < POINTS; i++) {
        *cost_data_add(&data) = points[i];
    }
    struct cost_point *other = cost_data_add(&data);
    *other = points[0];
    snprintf(other->path, sizeof other->path, "blit");
    assert_int_equal(cost_data_run_length(&data, 0), POINTS);
    assert_int_equal(cost_data_run_length(&data, POINTS), 1);
    cJSON *json = cJSON_CreateObject();
    cost_json_add(json, &data);
    cost_json_read(json, &back);
    assert_int_equal(back.count, data.count);
    assert_true(back.memcpy_ms == 0.125 && back.memset_ms == 0.0625);
    assert_memory_equal(back.points, data.points, (size_t)POINTS * sizeof points[0]);
    /* The models stand there for other readers. */
    const cJSON *models = cJSON_GetObjectItem(cJSON_GetObjectItem(json, "cost"), "models");
    assert_int_equal(cJSON_GetArraySize(models), 1);
    expect_near(cJSON_GetNumberValue(cJSON_GetObjectItem(cJSON_GetArrayItem(models, 0), "knee_sprites")),
                2429, 1e-6);
    cJSON_Delete(json);
    cost_data_free(&data);
    cost_data_free(&back);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_times_give_their_parts_back),
        cmocka_unit_test(disturbed_frames_do_not_sway_it),
        cmocka_unit_test(intervals_hold_the_truth_as_often_as_they_say),
        cmocka_unit_test(what_costs_nothing_is_left_out),
        cmocka_unit_test(scenes_that_cannot_tell_are_refused),
        cmocka_unit_test(points_survive_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

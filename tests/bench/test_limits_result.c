#include "support/test.h"

#include "base/memory.h"
#include "bench/limits_arithmetic.h"
#include "bench/limits_count.h"
#include "bench/limits_memory.h"
#include "bench/limits_result.h"

#include <SDL.h>
#include <cjson/cJSON.h>
#include <string.h>

static void add(struct limits_result *result, enum paint_path path, const char *quality, int zoom_px,
                enum limits_camera camera, double median_ms)
{
    *limits_result_add(result) = (struct limits_case){.driver = "software",
                                                      .quality = quality,
                                                      .path = path,
                                                      .zoom_px = zoom_px,
                                                      .camera = camera,
                                                      .threads = 1,
                                                      .frames = 10,
                                                      .median_ms = median_ms,
                                                      .p99_ms = 1.5 * median_ms,
                                                      .present_ms = 0.01,
                                                      .memcpy_ms = 0.2,
                                                      .ratio = median_ms / 0.2};
}

static struct limits_result sample(void)
{
    struct limits_result result = {
        .width_px = 1280, .height_px = 720, .threads = 2, .memcpy_ms = 0.2, .memset_ms = 0.1};
    result.memcpy_all_ms = 0.15;
    result.memset_all_ms = 0.05;
    add(&result, PATH_COPY, "linear", 16, LIMITS_PAN, 4.0);
    add(&result, PATH_COPY, "linear", 32, LIMITS_PAN, 1.0);
    add(&result, PATH_COPY, "linear", 64, LIMITS_PAN, 3.0);
    add(&result, PATH_BLIT, "best", 16, LIMITS_PAN, 0.1);
    add(&result, PATH_BLIT, "best", 32, LIMITS_PAN, 0.5);
    add(&result, PATH_BLIT, "best", 64, LIMITS_PAN, 0.15);
    add(&result, PATH_BLIT, "best", 16, LIMITS_REST, 0.001);
    return result;
}

static void the_table_has_a_line_for_each_path_and_camera(void **state)
{
    (void)state;
    struct limits_result result = sample();
    struct text out = {0};
    limits_result_table(&result, &out);
    assert_non_null(strstr(out.bytes, "memcpy 0.2000 ms (18.4 GB/s) on one thread, 0.1500 ms on 2\n"));
    assert_non_null(strstr(out.bytes, "driver     path     quality  px          16       32       64\n"));
    assert_non_null(strstr(out.bytes, "software   copy     linear   pan     20.000    5.000   15.000\n"));
    assert_non_null(strstr(out.bytes, "software   blit     best     pan      0.500    2.500    0.750\n"));
    assert_non_null(strstr(out.bytes, "software   blit     best     rest    0.0050        -        -\n"));
    text_free(&out);
    limits_result_free(&result);
}

static void the_gain_is_the_least_one_and_leaves_out_the_nominal_zoom(void **state)
{
    (void)state;
    struct limits_result result = sample();
    struct text out = {0};
    limits_result_table(&result, &out);
    assert_non_null(strstr(out.bytes, "at least 20.0 times as fast (64 px, pan)\n"));
    assert_non_null(strstr(out.bytes, "is at most 1.50 times the median"));
    text_free(&out);
    limits_result_free(&result);
}

static struct limits_glide glide_of(const char *driver, enum paint_path path, int rounds)
{
    return (struct limits_glide){.driver = driver,
                                 .path = path,
                                 .frames = 481,
                                 .rounds = rounds,
                                 .median_ms = 2.0,
                                 .excess_ms = 0.9,
                                 .at_zoom_px = 98,
                                 .once_ms = 3.0,
                                 .cpu_excess_ms = 0.8};
}

static void a_large_window_and_the_machine_have_lines_of_their_own(void **state)
{
    (void)state;
    struct limits_result result = sample();
    result.window = (struct limits_window){
        3840, 2160, 4.0, {16, 64, 256}, {[LIMITS_PAN] = {0.5, 0.7, 0.9}, [LIMITS_STILL] = {0.1, 0.1, 0.1}}};
    *limits_result_add_glide(&result) = glide_of("software", PATH_BLIT, 2);
    result.machine = (struct limits_glide){
        .frames = 481, .rounds = 2, .median_ms = 4.0, .excess_ms = 1.7, .once_ms = 6.0, .cpu_excess_ms = 0.2};
    struct text out = {0};
    limits_result_table(&result, &out);
    assert_non_null(strstr(
        out.bytes, "software blit in a window of 3840 x 2160; memcpy of its frame: 4.000 ms (8.3 GB/s)\n"));
    assert_non_null(strstr(out.bytes, "  px          16       64      256\n"));
    assert_non_null(strstr(out.bytes, "  pan     0.5000   0.7000   0.9000\n"));
    assert_non_null(strstr(out.bytes, "copies of memory in their place: median 4.00 ms, at most 1.70 ms"));
    assert_non_null(
        strstr(out.bytes,
               "software blit, zooming from 16 to 256 px and back, twice: median 2.00 ms, at most 0.90 ms "
               "over the frames around it both times (98 px; by the processor's time 0.80 ms), "
               "3.00 ms once\n"));
    text_free(&out);
    limits_result_json(&result, &out);
    cJSON *root = cJSON_Parse(out.bytes);
    cJSON *pan = cJSON_GetObjectItem(cJSON_GetObjectItem(root, "window"), "pan");
    assert_true(cJSON_GetArrayItem(pan, 2)->valuedouble == 0.9);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(root, "glides")), 2);
    cJSON_Delete(root);
    text_free(&out);
    limits_result_free(&result);
}

/* One round tells nothing about what comes again. */
static void a_glide_names_its_driver_and_how_often_it_was_made(void **state)
{
    (void)state;
    struct limits_result result = sample();
    *limits_result_add_glide(&result) = glide_of("software", PATH_COPY, 2);
    *limits_result_add_glide(&result) = glide_of("opengl", PATH_COPY, 1);
    struct text out = {0};
    limits_result_table(&result, &out);
    assert_non_null(strstr(out.bytes, "software copy, zooming from 16 to 256 px and back, twice: "));
    assert_non_null(strstr(out.bytes,
                           "opengl copy, zooming from 16 to 256 px and back, once: median 2.00 ms, at "
                           "most 0.90 ms over the frames around it (98 px; by the processor's time "
                           "0.80 ms)\n"));
    text_free(&out);
    limits_result_json(&result, &out);
    cJSON *root = cJSON_Parse(out.bytes);
    cJSON *last = cJSON_GetArrayItem(cJSON_GetObjectItem(root, "glides"), 1);
    assert_string_equal(cJSON_GetObjectItem(last, "driver")->valuestring, "opengl");
    assert_int_equal(cJSON_GetObjectItem(last, "rounds")->valueint, 1);
    cJSON_Delete(root);
    text_free(&out);
    limits_result_free(&result);
}

/* The fast path of one driver is not compared with the slow one of another. */
static void each_driver_has_its_own_gain_and_evenness(void **state)
{
    (void)state;
    struct limits_result result = sample();
    int software = result.case_count;
    for (int i = 0; i < software; i++) {
        struct limits_case copied = result.cases[i];
        copied.driver = "opengl";
        copied.ratio *= copied.path == PATH_BLIT ? 4 : 1;
        copied.p99_ms *= 2;
        copied.allocations = 3;
        *limits_result_add(&result) = copied;
    }
    struct text out = {0};
    limits_result_table(&result, &out);
    assert_non_null(strstr(out.bytes, "software blit against copy with linear scaling: at least 20.0 times"));
    assert_non_null(strstr(out.bytes, "opengl blit against copy with linear scaling: at least 5.0 times"));
    assert_non_null(strstr(out.bytes, "software blit, panning: the 99th percentile is at most 1.50 times"));
    assert_non_null(strstr(out.bytes, "opengl blit, panning: the 99th percentile is at most 3.00 times"));
    assert_non_null(strstr(out.bytes, "software blit: at most 0.0000 allocations"));
    assert_non_null(strstr(out.bytes, "opengl blit: at most 3.0000 allocations"));
    text_free(&out);
    limits_result_free(&result);
}

static void what_sdl_takes_is_counted_too(void **state)
{
    (void)state;
    limits_count_start();
    uint64_t before = limits_count();
    SDL_free(SDL_malloc(10));
    SDL_free(SDL_calloc(10, 1));
    memory_free(memory_get(10));
    assert_int_equal(limits_count() - before, 3);
}

static void the_json_has_what_the_table_has(void **state)
{
    (void)state;
    struct limits_result result = sample();
    result.large = (struct limits_large){64, 4096, 0.10, 0.11};
    struct text out = {0};
    limits_result_json(&result, &out);
    cJSON *root = cJSON_Parse(out.bytes);
    assert_non_null(root);
    assert_int_equal(cJSON_GetObjectItem(root, "schema")->valueint, LIMITS_SCHEMA);
    assert_int_equal(cJSON_GetArrayItem(cJSON_GetObjectItem(root, "size"), 1)->valueint, 720);
    assert_true(cJSON_GetObjectItem(root, "memset_ms")->valuedouble == 0.1);
    cJSON *cases = cJSON_GetObjectItem(root, "cases");
    assert_int_equal(cJSON_GetArraySize(cases), 7);
    cJSON *last = cJSON_GetArrayItem(cases, 6);
    assert_string_equal(cJSON_GetObjectItem(last, "path")->valuestring, "blit");
    assert_string_equal(cJSON_GetObjectItem(last, "camera")->valuestring, "rest");
    assert_true(cJSON_GetObjectItem(last, "median_ms")->valuedouble == 0.001);
    static const char *const names[] = {"driver", "quality",    "zoom_px", "threads",
                                        "p99_ms", "present_ms", "ratio",   "allocations"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        assert_non_null(cJSON_GetObjectItem(last, names[i]));
    }
    assert_int_equal(cJSON_GetObjectItem(cJSON_GetObjectItem(root, "large_level"), "cells")->valueint, 4096);
    cJSON_Delete(root);
    text_free(&out);
    limits_result_free(&result);
}

static void memory_is_measured_on_one_thread_and_on_all(void **state)
{
    (void)state;
    struct limits_memory *memory = limits_memory_open(100000);
    assert_true(limits_memory_threads(memory) >= 1);
    for (int i = 0; i < 20; i++) {
        assert_true(limits_memory_copy_ms(memory) > 0 && limits_memory_fill_ms(memory) > 0);
        assert_true(limits_memory_copy_all_ms(memory) > 0 && limits_memory_fill_all_ms(memory) > 0);
    }
    limits_memory_close(memory);
}

static void how_even_the_machine_is_stands_below_how_even_the_frames_are(void **state)
{
    (void)state;
    struct limits_result result = sample();
    for (int i = 0; i < result.case_count; i++) {
        result.cases[i].arithmetic_unevenness = 1.25 + 0.25 * i;
        result.cases[i].memcpy_unevenness = 2.5 + 0.25 * i;
    }
    struct text out = {0};
    limits_result_table(&result, &out);
    assert_non_null(strstr(out.bytes, "  99th percentile / median            1.50     1.50     1.50\n"
                                      "    of as much arithmetic between     2.00     2.25     2.50\n"
                                      "    of memcpy, before and after       3.25     3.50     3.75\n"));
    text_free(&out);
    limits_result_free(&result);
}

/* On drivers other than software nothing is measured between the frames. */
static void what_was_not_measured_is_no_figure(void **state)
{
    (void)state;
    struct limits_result result = sample();
    struct text out = {0};
    limits_result_table(&result, &out);
    assert_non_null(strstr(out.bytes, "1.50 times the median (16 px; by the processor's time 0.00)\n"));
    assert_non_null(strstr(out.bytes, "    of as much arithmetic between        -        -        -\n"
                                      "    of memcpy, before and after          -        -        -\n"));
    text_free(&out);
    limits_result_free(&result);
}

static void a_longer_time_needs_more_turns_of_arithmetic(void **state)
{
    (void)state;
    int64_t few = limits_arithmetic_turns(0.05);
    assert_true(few >= 1 && limits_arithmetic_turns(1e-9) == 1);
    assert_true(limits_arithmetic_turns(5) > few);
    assert_true(limits_arithmetic_ms(few) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_has_a_line_for_each_path_and_camera),
        cmocka_unit_test(the_gain_is_the_least_one_and_leaves_out_the_nominal_zoom),
        cmocka_unit_test(a_large_window_and_the_machine_have_lines_of_their_own),
        cmocka_unit_test(a_glide_names_its_driver_and_how_often_it_was_made),
        cmocka_unit_test(each_driver_has_its_own_gain_and_evenness),
        cmocka_unit_test(what_sdl_takes_is_counted_too),
        cmocka_unit_test(the_json_has_what_the_table_has),
        cmocka_unit_test(memory_is_measured_on_one_thread_and_on_all),
        cmocka_unit_test(how_even_the_machine_is_stands_below_how_even_the_frames_are),
        cmocka_unit_test(what_was_not_measured_is_no_figure),
        cmocka_unit_test(a_longer_time_needs_more_turns_of_arithmetic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

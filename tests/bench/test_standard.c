#include "bench/standard.h"
#include "support/test.h"

#include <string.h>

static struct options options;
static struct standard standard;
static struct plan plan;

static int fill(void **state)
{
    (void)state;
    options = (struct options){.margin = 0.01, .alpha = 0.05};
    plan = (struct plan){0};
    return 0;
}

static int drop(void **state)
{
    (void)state;
    plan_free(&plan);
    standard_free(&standard);
    return 0;
}

static int count(const char *hint, const char *a, const char *b, const char *driver, enum paint_path path,
                 int zoom_px)
{
    int found = 0;
    for (int i = 0; i < plan.count; i++) {
        const struct planned *planned = &plan.items[i];
        found += strcmp(planned->hint, hint) == 0 && strcmp(planned->arms[0].setting, a) == 0 &&
                 strcmp(planned->arms[1].setting, b) == 0 && planned->path == path &&
                 strcmp(options.request.drivers[planned->driver], driver) == 0 && planned->zoom_px == zoom_px;
    }
    return found;
}

static void make(void)
{
    standard_fill(&options, "assets", &standard);
    standard_plan(&options, &standard, &plan);
}

static void standard_measurement_asks_what_scaling_costs_at_every_zoom(void **state)
{
    (void)state;
    make();
    static const int ZOOMS_PX[] = {8, 16, 24, 32, 48, 64, 96, 128, 256};
    for (int i = 0; i < 9; i++) {
        assert_true(count("scale-quality", "nearest", "linear", "software", PATH_COPY, ZOOMS_PX[i]) > 0);
    }
    /* On every level, where zooms are far apart. */
    assert_int_equal(count("scale-quality", "nearest", "linear", "software", PATH_COPY, 16), 4);
    assert_int_equal(count("scale-quality", "nearest", "linear", "software", PATH_COPY, 64), 4);
    bool has_level[STANDARD_LEVELS] = {false};
    for (int i = 0; i < plan.count; i++) {
        has_level[plan.items[i].level] = true;
    }
    for (int i = 0; i < STANDARD_LEVELS; i++) {
        assert_true(has_level[i]);
    }
}

static void standard_measurement_has_every_question_and_a_control_per_driver(void **state)
{
    (void)state;
    make();
    static const char *const NAMES[] = {"software", "opengl", "opengles2"};
    for (int i = 0; i < 3; i++) {
        assert_int_equal(count("scale-quality", "nearest", "linear", NAMES[i], PATH_COPY, 128), 1);
        assert_int_equal(count("scale-quality", "linear", "best", NAMES[i], PATH_COPY, 64), 1);
        assert_int_equal(count("scale-quality", "nearest", "nearest", NAMES[i], PATH_COPY, 64), 1);
        assert_int_equal(count("preset", "unset", "quality", NAMES[i], PATH_COPY, 64), 1);
        assert_int_equal(count("preset", "quality", "speed", NAMES[i], PATH_COPY, 64), 1);
    }
    assert_int_equal(count("scale-quality", "nearest", "linear", "software", PATH_CACHED, 64), 1);
    assert_int_equal(count("blend", "blend", "auto", "software", PATH_COPY, 64), 1);
}

/* Ten seconds each and more, and everything is over in a quarter of an hour: a tenth more is allowed to
 * comparisons, and the report needs some seconds behind it all. */
static void standard_measurement_has_time_for_each_comparison(void **state)
{
    (void)state;
    make();
    assert_true(plan.count <= 70);
    assert_true(standard.limit_s / plan.count >= 10);
    assert_true(1.1 * standard.limit_s < standard.end_s);
    assert_true(standard.end_s <= 810);
    assert_true(options.budget_s < standard.limit_s / plan.count);
}

static void quick_form_has_what_matters_first(void **state)
{
    (void)state;
    options.is_quick = true;
    make();
    assert_true(plan.count <= 20);
    assert_string_equal(plan.items[0].arms[1].setting, "linear");
    assert_int_equal(plan.items[0].zoom_px, 64);
    assert_int_equal(count("scale-quality", "linear", "best", "software", PATH_COPY, 64), 1);
    assert_int_equal(count("scale-quality", "nearest", "nearest", "software", PATH_COPY, 64), 1);
    assert_true(standard.limit_s > 0 && standard.limit_s < 60);
}

/* Where everything is blended, scaling makes no difference that one could see behind the cost of blending. */
static void scaling_is_measured_where_opaque_pictures_are_copied(void **state)
{
    (void)state;
    make();
    for (int i = 0; i < plan.count; i++) {
        if (strcmp(plan.items[i].hint, "scale-quality") == 0) {
            assert_string_equal(plan.items[i].common, "blend=auto");
            assert_string_equal(hint_values_get(&plan.items[i].arms[0].hints, HINT_BLEND), "auto");
        }
    }
}

static void driver_that_cannot_be_opened_is_left_out(void **state)
{
    (void)state;
    standard_fill(&options, "assets", &standard);
    options.request.drivers[1] = options.request.drivers[2];
    options.request.driver_count = 2;
    standard_plan(&options, &standard, &plan);
    assert_int_equal(count("scale-quality", "nearest", "linear", "opengl", PATH_COPY, 64), 0);
    assert_true(count("scale-quality", "nearest", "linear", "opengles2", PATH_COPY, 64) > 0);
}

static void what_is_asked_for_is_measured_everywhere_it_is_asked_for(void **state)
{
    (void)state;
    options.request.drivers[0] = "opengl";
    options.request.driver_count = 1;
    options.request.zooms_px[0] = 40;
    options.request.zoom_count = 1;
    make();
    assert_false(standard.is_whole);
    assert_true(standard.limit_s == 0);
    assert_int_equal(count("scale-quality", "nearest", "linear", "opengl", PATH_COPY, 40), 4);
    assert_int_equal(plan.count, 4 * 5);
}

static void only_some_can_be_kept(void **state)
{
    (void)state;
    make();
    struct planned second = plan.items[1];
    const int numbers[] = {2, 5};
    plan_keep(&plan, numbers, 2);
    assert_int_equal(plan.count, 2);
    assert_memory_equal(&plan.items[0], &second, sizeof second);
}

#define on_options(test) cmocka_unit_test_setup_teardown(test, fill, drop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_options(standard_measurement_asks_what_scaling_costs_at_every_zoom),
        on_options(standard_measurement_has_every_question_and_a_control_per_driver),
        on_options(standard_measurement_has_time_for_each_comparison),
        on_options(quick_form_has_what_matters_first),
        on_options(scaling_is_measured_where_opaque_pictures_are_copied),
        on_options(driver_that_cannot_be_opened_is_left_out),
        on_options(what_is_asked_for_is_measured_everywhere_it_is_asked_for),
        on_options(only_some_can_be_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

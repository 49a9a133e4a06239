#include "bench/plan.h"
#include "support/test.h"

#include <string.h>

static struct plan_request request_of(const char *experiment)
{
    struct plan_request request = {
        .levels = {"one", "two"},
        .level_count = 2,
        .drivers = {"software", "opengl"},
        .driver_count = 2,
        .paths = {PATH_COPY},
        .path_count = 1,
        .zooms_px = {16, 48, 128},
        .zoom_count = 3,
        .experiment_count = 1,
    };
    assert_true(plan_parse_experiment(experiment, &request.experiments[0], NULL));
    return request;
}

static void every_pair_is_planned_everywhere_and_the_first_arm_against_itself(void **state)
{
    (void)state;
    struct plan plan = {0};
    struct plan_request request = request_of("scale-quality=nearest,linear,best");
    plan_add(&plan, &request);
    assert_int_equal(plan.count, 3 * 2 * 2 * 3);
    assert_string_equal(plan.items[0].arms[0].setting, "nearest");
    assert_string_equal(plan.items[0].arms[1].setting, "linear");
    assert_string_equal(plan.items[1].arms[1].setting, "best");
    assert_false(plan.items[1].is_same);
    assert_string_equal(plan.items[2].arms[1].setting, "nearest");
    assert_true(plan.items[2].is_same);
    int before = 0;
    for (int i = 0; i < plan.count; i++) {
        assert_true(plan.items[i].driver >= before);
        before = plan.items[i].driver;
    }
    plan_free(&plan);
}

static void pictures_are_kept_at_the_zoom_next_to_64(void **state)
{
    (void)state;
    struct plan plan = {0};
    struct plan_request request = request_of("scale-quality=nearest,linear");
    plan_add(&plan, &request);
    for (int i = 0; i < plan.count; i++) {
        assert_int_equal(plan.items[i].is_picture_saved, plan.items[i].zoom_px == 48);
    }
    plan_free(&plan);
}

static void plans_can_be_put_together(void **state)
{
    (void)state;
    struct plan plan = {0};
    struct plan_request request = request_of("scale-quality=nearest,linear");
    plan_add(&plan, &request);
    request = request_of("preset=unset,quality,speed");
    request.experiments[0].has_same = false;
    request.level_count = 1;
    plan_add(&plan, &request);
    assert_int_equal(plan.count, 24 + 12);
    assert_string_equal(plan.items[35].hint, "preset");
    assert_string_equal(plan.items[35].arms[1].setting, "speed");
    plan_free(&plan);
}

/* By which a replica finds the comparison it is to measure again. */
static void kept_items_keep_their_numbers(void **state)
{
    (void)state;
    struct plan_request request = {.drivers = {"software"},
                                   .driver_count = 1,
                                   .paths = {PATH_COPY},
                                   .path_count = 1,
                                   .levels = {"a"},
                                   .level_count = 1,
                                   .zooms_px = {16, 32, 64, 128},
                                   .zoom_count = 4,
                                   .experiment_count = 1};
    assert_true(plan_parse_experiment("blend=auto,blend", &request.experiments[0], NULL));
    struct plan plan = {0};
    plan_add(&plan, &request);
    const int only[] = {3, 5};
    plan_keep(&plan, only, 2);
    assert_int_equal(plan.count, 2);
    assert_true(plan.items[0].number == 3 && plan.items[1].number == 5);
    plan_keep(&plan, &only[1], 1);
    assert_int_equal(plan.count, 1);
    assert_int_equal(plan.items[0].zoom_px, 64);
    plan_free(&plan);
}

static void driver_that_never_looks_is_known(void **state)
{
    (void)state;
    struct plan plan = {0};
    struct plan_request request = request_of("multisample=0,4");
    plan_add(&plan, &request);
    assert_false(plan_is_read(&plan.items[0], "software"));
    assert_true(plan_is_read(&plan.items[0], "opengl"));
    assert_false(plan_is_read(&plan.items[1], "opengl")); /* A/A: nothing differs */
    plan_free(&plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_is_planned_everywhere_and_the_first_arm_against_itself),
        cmocka_unit_test(pictures_are_kept_at_the_zoom_next_to_64),
        cmocka_unit_test(plans_can_be_put_together),
        cmocka_unit_test(kept_items_keep_their_numbers),
        cmocka_unit_test(driver_that_never_looks_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "replay/recorder.h"
#include "support/test.h"

static void check_text(const struct recorder *recorder, bool is_open, const char *expected)
{
    struct text text = {0};
    text_add(&text, "");
    recorder_write(recorder, is_open, &text);
    assert_string_equal(text.bytes, expected);
    text_free(&text);
}

static void steps(struct recorder *recorder, int count)
{
    for (int i = 0; i < count; i++) {
        recorder_step(recorder);
    }
}

static void nothing_and_one_idle_step_are_both_empty(void **state)
{
    (void)state;
    struct recorder recorder = {0};
    check_text(&recorder, false, "");
    check_text(&recorder, true, "");
    steps(&recorder, 1);
    check_text(&recorder, false, "");
    check_text(&recorder, true, "");
    steps(&recorder, 1);
    check_text(&recorder, false, "2");
    recorder_free(&recorder);
}

/* rules/10 6.7 */
static void the_worked_example_is_recorded(void **state)
{
    (void)state;
    struct recorder recorder = {0};
    recorder_select(&recorder, ABILITY_BASH);
    recorder_place(&recorder, 3, 2);
    steps(&recorder, 4);
    recorder_place(&recorder, 4, 2);
    steps(&recorder, 2);
    check_text(&recorder, false, "bash&(3,2);3;(4,2);");
    recorder_free(&recorder);
}

static void every_pick_is_recorded_even_the_same_again(void **state)
{
    (void)state;
    struct recorder recorder = {0};
    recorder_select(&recorder, ABILITY_DIG);
    recorder_select(&recorder, ABILITY_DIG);
    steps(&recorder, 1);
    recorder_select(&recorder, ABILITY_CLIMB);
    steps(&recorder, 3);
    check_text(&recorder, false, "dig&dig;climb;2");
    recorder_free(&recorder);
}

static void what_is_done_after_the_last_step_is_only_in_an_open_record(void **state)
{
    (void)state;
    struct recorder recorder = {0};
    steps(&recorder, 2);
    recorder_select(&recorder, ABILITY_DIG);
    recorder_place(&recorder, 0, 1);
    check_text(&recorder, false, "2");
    check_text(&recorder, true, "2;dig&(0,1)");
    steps(&recorder, 1);
    check_text(&recorder, false, "2;dig&(0,1)");
    recorder_free(&recorder);
}

/* rules/10 9.35: a wait of 0 takes a step when it is played, and counts as none when it is merged. */
static void a_wait_of_0_is_swallowed_by_the_next_one(void **state)
{
    (void)state;
    struct recorder recorder = {0};
    steps(&recorder, 1);
    recorder.solution.actions[0].steps = 0;
    check_text(&recorder, false, "0");
    steps(&recorder, 5);
    check_text(&recorder, false, "5");
    recorder_free(&recorder);
}

static void waits_do_not_overflow(void **state)
{
    (void)state;
    struct recorder recorder = {0};
    steps(&recorder, 2);
    recorder.solution.actions[0].steps = INT32_MAX - 1;
    steps(&recorder, 3);
    check_text(&recorder, false, "2147483647;2");
    recorder_free(&recorder);
}

static void a_freed_recorder_starts_anew(void **state)
{
    (void)state;
    struct recorder recorder = {0};
    recorder_select(&recorder, ABILITY_DIG);
    steps(&recorder, 1);
    recorder_free(&recorder);
    steps(&recorder, 3);
    check_text(&recorder, false, "3");
    recorder_free(&recorder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_and_one_idle_step_are_both_empty),
        cmocka_unit_test(the_worked_example_is_recorded),
        cmocka_unit_test(every_pick_is_recorded_even_the_same_again),
        cmocka_unit_test(what_is_done_after_the_last_step_is_only_in_an_open_record),
        cmocka_unit_test(a_wait_of_0_is_swallowed_by_the_next_one),
        cmocka_unit_test(waits_do_not_overflow),
        cmocka_unit_test(a_freed_recorder_starts_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

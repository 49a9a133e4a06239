#include "replay/solution.h"
#include "support/test.h"

#include <string.h>

static void check_rewritten(const char *text, const char *expected)
{
    struct solution solution;
    struct error error;
    struct text written = {0};
    assert_true(solution_parse(text, &solution, &error));
    text_add(&written, "");
    solution_write(&solution, &written);
    assert_string_equal(written.bytes, expected);
    text_free(&written);
    solution_free(&solution);
}

static void check_wrong(const char *text, int command, int column)
{
    struct solution solution;
    struct error error;
    assert_false(solution_parse(text, &solution, &error));
    assert_string_equal(error.kind, "solution-syntax");
    assert_int_equal(error.status, STATUS_BAD);
    assert_int_equal(error.line, command);
    assert_int_equal(error.column, column);
    assert_null(solution.actions);
    assert_int_equal(solution.command_count, 0);
    assert_false(solution_parse(text, &solution, NULL));
}

static void every_kind_of_action_is_read(void **state)
{
    (void)state;
    struct solution solution;
    struct error error;
    assert_true(solution_parse("12;bash&(3,4);RUNNING&until:LOST", &solution, &error));
    assert_int_equal(solution.command_count, 3);
    assert_int_equal(solution.action_count, 5);
    const struct action *actions = solution.actions;
    assert_int_equal(actions[0].kind, ACTION_WAIT);
    assert_int_equal(actions[0].steps, 12);
    assert_int_equal(actions[0].command, 1);
    assert_int_equal(actions[1].kind, ACTION_SELECT);
    assert_int_equal(actions[1].ability, ABILITY_BASH);
    assert_int_equal(actions[1].command, 2);
    assert_int_equal(actions[2].kind, ACTION_PLACE);
    assert_int_equal(actions[2].x, 3);
    assert_int_equal(actions[2].y, 4);
    assert_int_equal(actions[2].command, 2);
    assert_int_equal(actions[3].kind, ACTION_ASSERT);
    assert_int_equal(actions[3].outcome, OUTCOME_RUNNING);
    assert_int_equal(actions[4].kind, ACTION_UNTIL);
    assert_int_equal(actions[4].outcome, OUTCOME_LOST);
    assert_int_equal(actions[4].command, 3);
    solution_free(&solution);
}

static void every_ability_and_outcome_has_its_word(void **state)
{
    (void)state;
    const char *text = "bash;dig;bridge;block;climb;explode;brolly;RUNNING;PAUSED;WON;LOST;"
                       "until:RUNNING;until:PAUSED;until:WON;until:LOST";
    check_rewritten(text, text);
}

static void nothing_is_a_wait_of_one(void **state)
{
    (void)state;
    struct solution solution;
    struct error error;
    assert_true(solution_parse("", &solution, &error));
    assert_int_equal(solution.command_count, 1);
    assert_int_equal(solution.actions[0].kind, ACTION_WAIT);
    assert_int_equal(solution.actions[0].steps, 1);
    solution_free(&solution);
    assert_true(solution_parse(";", &solution, &error));
    assert_int_equal(solution.command_count, 2);
    assert_int_equal(solution.action_count, 2);
    solution_free(&solution);
    check_rewritten("&&", "");
}

static void empty_actions_are_dropped(void **state)
{
    (void)state;
    check_rewritten("bash&&dig", "bash&dig");
    check_rewritten("&bash", "bash");
    check_rewritten("1&", "");
    check_rewritten("&7&", "7");
}

/* rules/10 6.7 */
static void writing_shortens_some_texts(void **state)
{
    (void)state;
    check_rewritten("1", "");
    check_rewritten("1;1", ";");
    check_rewritten("1&;bash&", ";bash");
    check_rewritten("007", "7");
    check_rewritten("0", "0");
    check_rewritten("(01,0002)", "(1,2)");
    check_rewritten("bash&(3,2);3;(4,2);", "bash&(3,2);3;(4,2);");
}

static void a_wait_must_be_alone_in_its_command(void **state)
{
    (void)state;
    check_wrong("2&bash", 1, 1);
    check_wrong("2&3", 1, 3);
    check_wrong("5;bash&(1,2)&17", 2, 14);
    check_wrong("&&2&dig", 1, 3);
}

static void numbers_have_31_bits(void **state)
{
    (void)state;
    check_rewritten("2147483647", "2147483647");
    check_rewritten("(2147483647,2147483647)", "(2147483647,2147483647)");
    check_rewritten("00000000000000000000000000000000003", "3");
    check_wrong("2147483648", 1, 1);
    check_wrong("bash;(0,2147483648)", 2, 6);
    check_wrong("bash;(99999999999999999999999999999,0)", 2, 6);
    check_wrong("18446744073709551617", 1, 1);
}

static void anything_else_is_an_error_with_its_place(void **state)
{
    (void)state;
    check_wrong(" ", 1, 1);
    check_wrong("3; bash", 2, 3);
    check_wrong("bash;dug", 2, 6);
    check_wrong("bash&Dig", 1, 6);
    check_wrong("-1", 1, 1);
    check_wrong("+1", 1, 1);
    check_wrong("1x", 1, 1);
    check_wrong("()", 1, 1);
    check_wrong("(1)", 1, 1);
    check_wrong("(1,)", 1, 1);
    check_wrong("(,1)", 1, 1);
    check_wrong("(1,2", 1, 1);
    check_wrong("(1,2,3)", 1, 1);
    check_wrong("(1,2)3", 1, 1);
    check_wrong("(-1,2)", 1, 1);
    check_wrong("won", 1, 1);
    check_wrong("until:", 1, 1);
    check_wrong("until:won", 1, 1);
    check_wrong("until:BASH", 1, 1);
    check_wrong("until", 1, 1);
    check_wrong("5;5;\xc3\xa9", 3, 5);
    check_wrong("bashbash", 1, 1);
}

static void a_long_wrong_word_is_shortened_in_the_message(void **state)
{
    (void)state;
    char text[2001];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    struct solution solution;
    struct error error;
    assert_false(solution_parse(text, &solution, &error));
    assert_true(strlen(error.text) < 100);
    assert_non_null(strstr(error.text, "xxxx"));
}

static void actions_beyond_the_last_command_are_not_written(void **state)
{
    (void)state;
    struct solution solution = {0};
    struct text written = {0};
    solution_add(&solution, (struct action){.kind = ACTION_SELECT, .command = 1, .ability = ABILITY_DIG});
    solution.command_count = 1;
    solution_add(&solution, (struct action){.kind = ACTION_PLACE, .command = 2, .x = 1, .y = 2});
    solution_write(&solution, &written);
    assert_string_equal(written.bytes, "dig");
    text_free(&written);
    solution_free(&solution);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_action_is_read),
        cmocka_unit_test(every_ability_and_outcome_has_its_word),
        cmocka_unit_test(nothing_is_a_wait_of_one),
        cmocka_unit_test(empty_actions_are_dropped),
        cmocka_unit_test(writing_shortens_some_texts),
        cmocka_unit_test(a_wait_must_be_alone_in_its_command),
        cmocka_unit_test(numbers_have_31_bits),
        cmocka_unit_test(anything_else_is_an_error_with_its_place),
        cmocka_unit_test(a_long_wrong_word_is_shortened_in_the_message),
        cmocka_unit_test(actions_beyond_the_last_command_are_not_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

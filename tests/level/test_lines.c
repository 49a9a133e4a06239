#include "level/lines.h"
#include "support/test.h"

#include <string.h>

/* Compares the lines, each ended by '|' here. */
static void assert_lines(const char *text, const char *wanted)
{
    char found[128] = {0};
    struct lines lines;
    const char *line;
    size_t length;
    lines_start(&lines, text, strlen(text));
    while (lines_next(&lines, &line, &length)) {
        strncat(found, line, length);
        strcat(found, "|");
    }
    assert_string_equal(found, wanted);
}

static void every_line_end_ends_a_line(void **state)
{
    (void)state;
    assert_lines("a\nb\rc\r\nd", "a|b|c|d|");
    assert_lines("a\r\rb", "a||b|");
    assert_lines("a\n\rb", "a||b|");
    assert_lines("a\r\n\r\nb", "a||b|");
}

static void the_last_end_starts_no_line(void **state)
{
    (void)state;
    assert_lines("", "");
    assert_lines("\n", "|");
    assert_lines("\r\n", "|");
    assert_lines("a\n", "a|");
    assert_lines("a\r", "a|");
    assert_lines("a\n\n", "a||");
}

/* If each line looked for the kind of line end that the text does not have, this would take minutes. */
static void many_lines_of_one_kind_take_linear_time(void **state)
{
    (void)state;
    size_t size = 4 << 20;
    char *text = malloc(size);
    assert_non_null(text);
    for (int kind = 0; kind < 2; kind++) {
        memset(text, kind == 0 ? '\r' : '\n', size);
        struct lines lines;
        const char *line;
        size_t length;
        size_t count = 0;
        lines_start(&lines, text, size);
        while (lines_next(&lines, &line, &length)) {
            count++;
        }
        assert_int_equal(count, size);
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_end_ends_a_line),
        cmocka_unit_test(the_last_end_starts_no_line),
        cmocka_unit_test(many_lines_of_one_kind_take_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "base/error.h"
#include "support/test.h"

#include <string.h>

static void expect_line(FILE *out, const char *expected)
{
    rewind(out);
    char line[1024] = "";
    assert_non_null(fgets(line, (int)sizeof line, out));
    assert_string_equal(line, expected);
    assert_int_equal(fgetc(out), EOF);
    fclose(out);
}

/* What error_print writes. */
static void expect_printed(const struct error *error, const char *expected)
{
    FILE *out = tmpfile();
    assert_non_null(out);
    error_print(error, out);
    expect_line(out, expected);
}

static void set_fills_everything_and_returns_false(void **state)
{
    (void)state;
    struct error error = {.line = 7, .column = 9, .file = "old"};
    assert_false(error_set(&error, STATUS_BAD, "row-length", "%d cells, not %d", 3, 4));
    assert_int_equal(error.status, STATUS_BAD);
    assert_string_equal(error.kind, "row-length");
    assert_string_equal(error.text, "3 cells, not 4");
    assert_string_equal(error.file, "");
    assert_int_equal(error.line, 0);
    assert_int_equal(error.column, 0);
}

static void nobody_has_to_listen(void **state)
{
    (void)state;
    assert_false(error_set(NULL, STATUS_BAD, "kind", "text"));
    error_at(NULL, "file", 1, 1);
}

static void an_error_can_be_told_again_with_more_words(void **state)
{
    (void)state;
    struct error error;
    error_set(&error, STATUS_ENVIRONMENT, "file", "no such file");
    error_set(&error, error.status, error.kind, "picture: %s", error.text);
    assert_string_equal(error.kind, "file");
    assert_string_equal(error.text, "picture: no such file");
}

static void printed_with_as_much_of_the_place_as_is_known(void **state)
{
    (void)state;
    struct error error;
    error_set(&error, STATUS_BAD, "row-length", "too long");
    expect_printed(&error, "error: too long [row-length]\n");
    error_at(&error, "a.rel", 0, 0);
    expect_printed(&error, "a.rel: error: too long [row-length]\n");
    error_at(&error, "a.rel", 3, 0);
    expect_printed(&error, "a.rel:3: error: too long [row-length]\n");
    error_at(&error, "a.rel", 3, 14);
    expect_printed(&error, "a.rel:3:14: error: too long [row-length]\n");
}

static void wrong_usage_is_told_in_the_name_of_the_program(void **state)
{
    (void)state;
    struct error error;
    FILE *out = tmpfile();
    assert_non_null(out);
    error_set(&error, STATUS_USAGE, "usage", "there is no option --%s", "fast");
    error_print_usage("warren", &error, out);
    expect_line(out, "warren: there is no option --fast; try --help\n");
}

static void a_path_cannot_upset_a_terminal(void **state)
{
    (void)state;
    struct error error;
    error_set(&error, STATUS_BAD, "solution-syntax", "this is no action: \x1B[2J");
    error_at(&error, "a\x1B[31m\n.rel", 1, 2);
    expect_printed(&error, "a\\x1B[31m\\x0A.rel:1:2: error: this is no action: \\x1B[2J [solution-syntax]\n");
    FILE *out = tmpfile();
    assert_non_null(out);
    error_print_usage("warren", &error, out);
    expect_line(out, "warren: this is no action: \\x1B[2J; try --help\n");
}

static void a_path_beyond_255_bytes_is_whole(void **state)
{
    (void)state;
    char path[1000];
    memset(path, 'x', sizeof path);
    memcpy(path + sizeof path - 7, "/a.rel", 7);
    char expected[1024];
    snprintf(expected, sizeof expected, "%s: error: text [kind]\n", path);
    struct error error;
    error_set(&error, STATUS_BAD, "kind", "text");
    error_at(&error, path, 0, 0);
    expect_printed(&error, expected);
}

static void a_path_longer_than_any_keeps_its_end(void **state)
{
    (void)state;
    char path[5000];
    memset(path, 'x', sizeof path);
    memcpy(path + sizeof path - 7, "/a.rel", 7);
    struct error error;
    error_set(&error, STATUS_BAD, "kind", "text");
    error_at(&error, path, 1, 1);
    assert_int_equal(strlen(error.file), sizeof error.file - 1);
    assert_string_equal(error.file + strlen(error.file) - 6, "/a.rel");
}

static void a_path_that_just_fits_is_whole(void **state)
{
    (void)state;
    struct error error;
    char path[sizeof error.file];
    memset(path, 'x', sizeof path);
    path[0] = 'a';
    path[sizeof path - 1] = '\0';
    error_set(&error, STATUS_BAD, "kind", "text");
    error_at(&error, path, 1, 1);
    assert_string_equal(error.file, path);
}

static void long_kinds_and_texts_are_cut(void **state)
{
    (void)state;
    struct error error;
    error_set(&error, STATUS_BAD, "a-kind-that-is-longer-than-any", "%400s", "end");
    assert_int_equal(strlen(error.kind), sizeof error.kind - 1);
    assert_int_equal(strlen(error.text), sizeof error.text - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(set_fills_everything_and_returns_false),
        cmocka_unit_test(nobody_has_to_listen),
        cmocka_unit_test(an_error_can_be_told_again_with_more_words),
        cmocka_unit_test(printed_with_as_much_of_the_place_as_is_known),
        cmocka_unit_test(wrong_usage_is_told_in_the_name_of_the_program),
        cmocka_unit_test(a_path_cannot_upset_a_terminal),
        cmocka_unit_test(a_path_beyond_255_bytes_is_whole),
        cmocka_unit_test(a_path_longer_than_any_keeps_its_end),
        cmocka_unit_test(a_path_that_just_fits_is_whole),
        cmocka_unit_test(long_kinds_and_texts_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "paint/assets.h"

#include "support/test.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/warren-test-assets-XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    char pictures[sizeof folder + 10];
    assert_non_null(mkdtemp(folder));
    snprintf(pictures, sizeof pictures, "%s/pictures", folder);
    return mkdir(pictures, 0700);
}

static int remove_folder(void **state)
{
    (void)state;
    char pictures[sizeof folder + 10];
    snprintf(pictures, sizeof pictures, "%s/pictures", folder);
    return rmdir(pictures) | rmdir(folder);
}

static void the_option_comes_before_the_variable(void **state)
{
    (void)state;
    struct text found = {0};
    setenv("WARREN_DATA", "/nowhere", 1);
    assert_true(assets_find(folder, &found, NULL));
    assert_string_equal(found.bytes, folder);
    text_free(&found);
    unsetenv("WARREN_DATA");
}

static void the_variable_comes_before_the_programs_own_place(void **state)
{
    (void)state;
    struct text found = {0};
    setenv("WARREN_DATA", folder, 1);
    assert_true(assets_find(NULL, &found, NULL));
    assert_string_equal(found.bytes, folder);
    text_free(&found);
    unsetenv("WARREN_DATA");
}

static void a_named_folder_without_pictures_is_an_error(void **state)
{
    (void)state;
    struct text found = {0};
    struct error error;
    assert_false(assets_find("/nowhere", &found, &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
    assert_string_equal(error.file, "/nowhere");
    setenv("WARREN_DATA", "/nowhere", 1);
    assert_false(assets_find(NULL, &found, &error));
    unsetenv("WARREN_DATA");
    text_free(&found);
}

/* Whether or not there is one above this program, what is found has pictures. */
static void what_is_found_above_the_program_has_pictures(void **state)
{
    (void)state;
    struct text found = {0};
    struct error error;
    unsetenv("WARREN_DATA");
    if (assets_find(NULL, &found, &error)) {
        text_add(&found, "/pictures");
        assert_int_equal(access(found.bytes, X_OK), 0);
    } else {
        assert_int_equal(error.status, STATUS_ENVIRONMENT);
    }
    text_free(&found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_option_comes_before_the_variable),
        cmocka_unit_test(the_variable_comes_before_the_programs_own_place),
        cmocka_unit_test(a_named_folder_without_pictures_is_an_error),
        cmocka_unit_test(what_is_found_above_the_program_has_pictures),
    };
    return cmocka_run_group_tests_name("assets", tests, make_folder, remove_folder);
}

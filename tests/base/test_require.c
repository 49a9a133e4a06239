#include "base/require.h"
#include "support/scratch.h"
#include "support/test.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

static int asked;

static int ask(int answer)
{
    asked++;
    return answer;
}

static void require_what_is_false(void)
{
    require(ask(0) == 1);
}

static void what_is_true_is_asked_once_and_passes(void **state)
{
    (void)state;
    asked = 0;
    require(ask(1) == 1);
    assert_int_equal(asked, 1);
}

static void what_is_false_stops_the_program_and_says_where(void **state)
{
    (void)state;
    struct text said = {0};
    int status = scratch_child(require_what_is_false, &said);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
    assert_non_null(strstr(said.bytes, "test_require.c:"));
    assert_non_null(strstr(said.bytes, ": defect: not true: ask(0) == 1\n"));
    text_free(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_true_is_asked_once_and_passes),
        cmocka_unit_test(what_is_false_stops_the_program_and_says_where),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

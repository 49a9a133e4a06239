/* The commands of warren-level that play: trace, verify, and the moment of show and write. */
#include "base/file.h"
#include "support/scratch.h"
#include "support/test.h"
#include "support/tool_call.h"

#include <string.h>
#include <sys/stat.h>

/* Won after step 4. The second solution uses up what it does not have; the third is no solution. */
static const char level_text[] =
    ":num_rabbits=0\n:bash=1\n:solution.1=4\n:solution.2=3;dig&(0,0)\n:solution.3=3;x\n"
    "r  O\n####\n";

static void put(void **state, const char *name, const char *text, struct text *path)
{
    struct error error;
    scratch_path(state, name, path);
    assert_true(file_write(path->bytes, text, strlen(text), &error));
}

static void a_trace_without_input_stops_at_the_end_or_before(void **state)
{
    struct text path = {0};
    put(state, "one.rel", ":num_rabbits=0\nj\n#\n", &path);
    struct tool_call call = TOOL_CALL("trace", path.bytes, "--no-input");
    assert_int_equal(call.status, STATUS_GOOD);
    assert_non_null(strstr(call.out.bytes, "step 0 RUNNING"));
    assert_non_null(strstr(call.out.bytes, "rabbit 1 0 0 left RABBIT_WALKING_LEFT\n"));
    assert_non_null(strstr(call.out.bytes, "rabbit 1 -1 0 left RABBIT_OUT_OF_BOUNDS\n"));
    assert_non_null(strstr(call.out.bytes, "step 2 LOST saved=0 killed=1 waiting=0\n"));
    assert_null(strstr(call.out.bytes, "step 3"));
    tool_call_free(&call);
    call = TOOL_CALL("trace", path.bytes, "--no-input", "--steps", "1");
    assert_int_equal(call.status, STATUS_GOOD);
    assert_null(strstr(call.out.bytes, "step 2"));
    tool_call_free(&call);
    call = TOOL_CALL("trace", path.bytes, "--no-input", "--steps", "0");
    assert_string_equal(call.out.bytes, "step 0 RUNNING saved=0 killed=0 waiting=0\n| \n|#\n"
                                        "rabbit 1 0 0 left RABBIT_WALKING_LEFT\n\n");
    tool_call_free(&call);
    text_free(&path);
}

static void a_trace_of_a_solution_ends_with_it(void **state)
{
    struct text path = {0};
    put(state, "level.rel", level_text, &path);
    struct tool_call call = TOOL_CALL("trace", path.bytes, "--solution", "1");
    assert_int_equal(call.status, STATUS_GOOD);
    assert_non_null(
        strstr(call.out.bytes, "step 4 WON saved=1 killed=0 waiting=0\n|    \n|####\nexit 3 0\n\n"));
    assert_null(strstr(call.out.bytes, "step 5"));
    assert_int_equal(call.err.length, 0);
    tool_call_free(&call);
    text_free(&path);
}

static void a_trace_of_a_wrong_solution_ends_with_its_error(void **state)
{
    struct text path = {0};
    struct text wanted = {0};
    put(state, "level.rel", level_text, &path);
    struct tool_call call = TOOL_CALL("trace", path.bytes, "--solution", "2");
    assert_int_equal(call.status, STATUS_BAD);
    static const char end[] = "\n\nerror UsedMissingAbility\n";
    assert_string_equal(call.out.bytes + call.out.length - strlen(end), end);
    text_format(&wanted, "%s: error: command 2: ", path.bytes);
    assert_memory_equal(call.err.bytes, wanted.bytes, wanted.length);
    tool_call_free(&call);
    text_clear(&wanted);
    text_format(&wanted, "%s: error: command 2, column 3: ", path.bytes);
    call = TOOL_CALL("trace", path.bytes, "--solution", "3");
    assert_int_equal(call.status, STATUS_BAD);
    assert_int_equal(call.out.length, 0);
    assert_memory_equal(call.err.bytes, wanted.bytes, wanted.length);
    tool_call_free(&call);
    text_free(&wanted);
    text_free(&path);
}

static void solutions_are_named_by_number_text_or_code(void **state)
{
    struct text path = {0};
    struct text wanted = {0};
    put(state, "level.rel", level_text, &path);
    static const char end[] = "00    O\n01 ####\n   0000\n   0123\n";
    assert_call(TOOL_CALL("show", path.bytes, "--solution", "1"), STATUS_GOOD, end, "");
    assert_call(TOOL_CALL("show", path.bytes, "--solution", "until:WON"), STATUS_GOOD, end, "");
    assert_call(TOOL_CALL("show", path.bytes, "--solution", "t0DNU5|=W"), STATUS_GOOD, end, "");
    assert_call(TOOL_CALL("show", path.bytes, "--solution", "1", "--step", "2"), STATUS_GOOD,
                "00   rO\n01 ####\n   0000\n   0123\n", "");
    text_format(&wanted, "%s: error: there is no solution 4: the level has 3 [no-solution]\n", path.bytes);
    assert_call(TOOL_CALL("show", path.bytes, "--solution", "4"), STATUS_BAD, "", wanted.bytes);
    assert_call(TOOL_CALL("trace", path.bytes, "--solution", "4"), STATUS_BAD, "", wanted.bytes);
    text_clear(&wanted);
    text_format(&wanted, "%s: error: there is no step 5: this ends after step 4 [no-step]\n", path.bytes);
    assert_call(TOOL_CALL("show", path.bytes, "--solution", "1", "--step", "5"), STATUS_BAD, "",
                wanted.bytes);
    text_free(&path);
    text_free(&wanted);
}

static void a_moment_in_a_solution_can_be_written(void **state)
{
    struct text path = {0};
    put(state, "level.rel", ":num_rabbits=0\n:dig=1\n:solution.1=dig&(2,0);until:LOST\nr    \n#####\n#####\n",
        &path);
    struct tool_call call = TOOL_CALL("write", path.bytes, "--solution", "1", "--step", "4");
    assert_int_equal(call.status, STATUS_GOOD);
    assert_non_null(strstr(call.out.bytes, ":dig=0\n     \n##r##\n#####\n"));
    tool_call_free(&call);
    text_free(&path);
}

static void verifying_prints_every_result_and_the_sum(void **state)
{
    struct text good = {0};
    struct text wanted = {0};
    put(state, "good.rel", ":num_rabbits=0\n:solution.1=4\n:solution.2=until:WON\nr  O\n####\n", &good);
    struct tool_call call = TOOL_CALL("verify", "--jobs", "2", "--repeat", "3", good.bytes);
    assert_int_equal(call.status, STATUS_GOOD);
    text_format(&wanted, "%s: solution 1: WON after 4 steps\n%s: solution 2: WON after 4 steps\n", good.bytes,
                good.bytes);
    text_add(&wanted, "1 levels, 2 solutions, 0 failures, ");
    assert_memory_equal(call.out.bytes, wanted.bytes, wanted.length);
    const char *last = call.out.bytes + wanted.length;
    assert_non_null(strstr(last, " steps/s, "));
    assert_non_null(strstr(last, " s, "));
    assert_non_null(strstr(last, " KiB at most\n"));
    assert_int_equal(call.err.length, 0);
    tool_call_free(&call);
    text_free(&good);
    text_free(&wanted);
}

static void verifying_fails_for_bad_levels_and_solutions(void **state)
{
    struct text bad = {0};
    struct text none = {0};
    struct text broken = {0};
    struct text wanted = {0};
    put(state, "bad.rel", level_text, &bad);
    put(state, "none.rel", "#\n", &none);
    put(state, "broken.rel", "#?\n", &broken);
    struct tool_call call = TOOL_CALL("verify", "--jobs", "1", none.bytes);
    assert_int_equal(call.status, STATUS_BAD);
    text_format(&wanted, "%s: error: the level has no solution [no-solution]\n", none.bytes);
    assert_string_equal(call.err.bytes, wanted.bytes);
    tool_call_free(&call);
    call = TOOL_CALL("verify", "--jobs", "1", bad.bytes, broken.bytes);
    assert_int_equal(call.status, STATUS_BAD);
    assert_non_null(strstr(call.err.bytes, "[UsedMissingAbility]\n"));
    assert_non_null(strstr(call.err.bytes, "[solution-syntax]\n"));
    assert_non_null(strstr(call.err.bytes, "broken.rel:1:2: error: "));
    assert_non_null(strstr(call.out.bytes, "3 solutions, 3 failures"));
    tool_call_free(&call);
    text_free(&bad);
    text_free(&none);
    text_free(&broken);
    text_free(&wanted);
}

static void verifying_reads_paths_from_the_input(void **state)
{
    struct text one = {0};
    struct text two = {0};
    struct text input = {0};
    put(state, "one.rel", ":num_rabbits=0\n:solution.1=4\nr  O\n####\n", &one);
    put(state, "two.rel", ":num_rabbits=0\n:solution.1=3\nr O\n###\n", &two);
    text_format(&input, "%s\n%s\n", one.bytes, two.bytes);
    struct tool_call call = TOOL_CALL_WITH_INPUT(input.bytes, "verify", "-");
    assert_int_equal(call.status, STATUS_GOOD);
    assert_non_null(strstr(call.out.bytes, "2 levels, 2 solutions, 0 failures, "));
    tool_call_free(&call);
    text_free(&one);
    text_free(&two);
    text_free(&input);
}

static void verifying_nothing_is_no_success(void **state)
{
    struct text folder = {0};
    struct text missing = {0};
    scratch_path(state, "empty", &folder);
    assert_int_equal(mkdir(folder.bytes, 0777), 0);
    struct tool_call call = TOOL_CALL("verify", folder.bytes);
    assert_int_equal(call.status, STATUS_ENVIRONMENT);
    assert_string_equal(call.err.bytes, "error: there are no levels there [no-level]\n");
    tool_call_free(&call);
    scratch_path(state, "missing.rel", &missing);
    call = TOOL_CALL("verify", missing.bytes);
    assert_int_equal(call.status, STATUS_ENVIRONMENT);
    tool_call_free(&call);
    text_free(&folder);
    text_free(&missing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_trace_without_input_stops_at_the_end_or_before, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_trace_of_a_solution_ends_with_it, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(a_trace_of_a_wrong_solution_ends_with_its_error, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(solutions_are_named_by_number_text_or_code, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_moment_in_a_solution_can_be_written, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(verifying_prints_every_result_and_the_sum, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(verifying_fails_for_bad_levels_and_solutions, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(verifying_reads_paths_from_the_input, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(verifying_nothing_is_no_success, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

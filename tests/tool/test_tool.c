/* warren-level: its command line, and the commands that need no replay. */
#include "base/file.h"
#include "level/level_code.h"
#include "support/scratch.h"
#include "support/test.h"
#include "support/tool_call.h"
#include "tool/tool.h"

#include <string.h>

static const char level_text[] = ":name=n\n:num_rabbits=2\n:dig=1\nQ   \n  r \n*###\n:*=/b\n";

/* Puts the text into a file of the test's folder and gives its path. */
static const char *put(void **state, const char *name, const char *bytes, struct text *path)
{
    struct error error;
    scratch_path(state, name, path);
    assert_true(file_write(path->bytes, bytes, strlen(bytes), &error));
    return path->bytes;
}

static void assert_starts(const struct text *text, const char *start)
{
    if (strncmp(text->bytes, start, strlen(start)) != 0) {
        fail_msg("this should start with '%s': %s", start, text->bytes);
    }
}

static void help_and_version_go_to_the_output(void **state)
{
    (void)state;
    struct tool_call call = TOOL_CALL("--help");
    assert_int_equal(call.status, STATUS_GOOD);
    assert_starts(&call.out, "usage: warren-level");
    assert_int_equal(call.err.length, 0);
    static const char *const verbs[] = {"check", "trace", "verify", "write",
                                        "show",  "image", "encode", "decode"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        assert_non_null(strstr(call.out.bytes, verbs[i]));
        struct tool_call help = TOOL_CALL(verbs[i], "--help");
        assert_int_equal(help.status, STATUS_GOOD);
        assert_starts(&help.out, "usage: warren-level ");
        assert_non_null(strstr(help.out.bytes, verbs[i]));
        tool_call_free(&help);
    }
    tool_call_free(&call);
    call = TOOL_CALL("--version");
    assert_int_equal(call.status, STATUS_GOOD);
    assert_starts(&call.out, "warren-level " WARREN_VERSION "\n");
    tool_call_free(&call);
}

static void wrong_usage_says_so(void **state)
{
    (void)state;
    const char *const none[] = {"warren-level", NULL};
    assert_call(tool_call_run("", none), STATUS_USAGE, "", "warren-level: there is no command; try --help\n");
    assert_call(TOOL_CALL("chekc"), STATUS_USAGE, "",
                "warren-level: there is no command chekc; try --help\n");
    assert_call(TOOL_CALL("check"), STATUS_USAGE, "",
                "warren-level: check wants more than that; try --help\n");
    assert_call(TOOL_CALL("show", "a", "b"), STATUS_USAGE, "",
                "warren-level: this is too much: b; try --help\n");
    assert_call(TOOL_CALL("show", "a", "--wrong"), STATUS_USAGE, "",
                "warren-level: there is no option --wrong here; try --help\n");
    assert_call(TOOL_CALL("check", "a", "--runtime"), STATUS_USAGE, "",
                "warren-level: there is no option --runtime here; try --help\n");
    assert_call(TOOL_CALL("check", "a", "-o", "b"), STATUS_USAGE, "",
                "warren-level: there is no option -o here; try --help\n");
    assert_call(TOOL_CALL("show", "a", "--step"), STATUS_USAGE, "",
                "warren-level: --step wants a value; try --help\n");
    assert_call(TOOL_CALL("show", "a", "--runtim"), STATUS_USAGE, "",
                "warren-level: there is no option --runtim here; try --help\n");
    assert_call(TOOL_CALL("image", "a", "-ho"), STATUS_USAGE, "",
                "warren-level: -o wants a value; try --help\n");
    assert_call(TOOL_CALL("image", "-hxo", "a"), STATUS_USAGE, "",
                "warren-level: there is no option -x here; try --help\n");
    assert_call(TOOL_CALL("write", "--runtime=3", "a"), STATUS_USAGE, "",
                "warren-level: --runtime takes no value; try --help\n");
    assert_call(TOOL_CALL("image", "a"), STATUS_USAGE, "",
                "warren-level: image wants -o OUT.png; try --help\n");
    assert_call(TOOL_CALL("trace", "a"), STATUS_USAGE, "",
                "warren-level: trace wants either --solution or --no-input; try --help\n");
    assert_call(TOOL_CALL("trace", "a", "--solution", "1", "--no-input"), STATUS_USAGE, "",
                "warren-level: trace wants either --solution or --no-input; try --help\n");
    assert_call(TOOL_CALL("trace", "a", "--solution", "1", "--steps", "3"), STATUS_USAGE, "",
                "warren-level: --steps goes with --no-input only; try --help\n");
}

static void numbers_have_bounds(void **state)
{
    (void)state;
    assert_call(TOOL_CALL("image", "a", "--zoom", "7", "-o", "b"), STATUS_USAGE, "",
                "warren-level: --zoom wants a whole number from 8 to 512, not '7'; try --help\n");
    assert_call(TOOL_CALL("image", "a", "--frame", "10", "-o", "b"), STATUS_USAGE, "",
                "warren-level: --frame wants a whole number from 0 to 9, not '10'; try --help\n");
    assert_call(TOOL_CALL("verify", "a", "--jobs", "0"), STATUS_USAGE, "",
                "warren-level: --jobs wants a whole number from 1 to 1024, not '0'; try --help\n");
    static const char *const wrong[] = {"", "x", "1x", "-1", "99999999999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct tool_call call = TOOL_CALL("show", "a", "--step", wrong[i]);
        assert_int_equal(call.status, STATUS_USAGE);
        tool_call_free(&call);
    }
}

static void checking_a_good_level_says_nothing(void **state)
{
    struct text path = {0};
    put(state, "good.rel", level_text, &path);
    assert_call(TOOL_CALL("check", path.bytes, path.bytes), STATUS_GOOD, "", "");
    text_free(&path);
}

static void checking_names_file_line_column_and_kind(void **state)
{
    struct text good = {0};
    struct text bad = {0};
    struct text wanted = {0};
    put(state, "good.rel", level_text, &good);
    put(state, "bad.rel", "####\n#  ?\n", &bad);
    text_format(&wanted, "%s:2:4: error: '?' is no character of a map [unknown-char]\n", bad.bytes);
    assert_call(TOOL_CALL("check", good.bytes, bad.bytes, good.bytes), STATUS_BAD, "", wanted.bytes);
    text_free(&good);
    text_free(&bad);
    text_free(&wanted);
}

static void a_bad_level_outweighs_a_missing_one(void **state)
{
    struct text bad = {0};
    struct text missing = {0};
    put(state, "bad.rel", "?\n", &bad);
    scratch_path(state, "missing.rel", &missing);
    struct tool_call call = TOOL_CALL("check", missing.bytes);
    assert_int_equal(call.status, STATUS_ENVIRONMENT);
    tool_call_free(&call);
    call = TOOL_CALL("check", missing.bytes, bad.bytes);
    assert_int_equal(call.status, STATUS_BAD);
    tool_call_free(&call);
    call = TOOL_CALL("check", bad.bytes, missing.bytes);
    assert_int_equal(call.status, STATUS_BAD);
    tool_call_free(&call);
    text_free(&bad);
    text_free(&missing);
}

static void coding_prints_the_other_form(void **state)
{
    (void)state;
    assert_call(TOOL_CALL("encode", "until:WON"), STATUS_GOOD, "t0DNU5|=W\n", "");
    assert_call(TOOL_CALL("decode", "t0DNU5|=W"), STATUS_GOOD, "until:WON\n", "");
    assert_call(TOOL_CALL("encode", ""), STATUS_GOOD, "\n", "");
    assert_call(TOOL_CALL("encode", "--", "a"), STATUS_GOOD, "K\n", "");
}

static void texts_too_long_to_code_are_refused(void **state)
{
    struct text path = {0};
    struct text text = {0};
    put(state, "good.rel", level_text, &path);
    text_add_repeated(&text, '%', LEVEL_CODE_BYTES_MAX + 1);
    struct tool_call call = TOOL_CALL("encode", text.bytes);
    assert_int_equal(call.status, STATUS_USAGE);
    tool_call_free(&call);
    call = TOOL_CALL("show", path.bytes, "--solution", text.bytes);
    assert_int_equal(call.status, STATUS_USAGE);
    tool_call_free(&call);
    text_free(&text);
    text_free(&path);
}

/* Where POSIXLY_CORRECT is set, getopt stops at the first operand by itself. */
static void options_may_stand_behind_operands_everywhere(void **state)
{
    struct text path = {0};
    put(state, "a.rel", ":num_rabbits=0\n:solution.1=until:LOST\nj\n#\n", &path);
    setenv("POSIXLY_CORRECT", "1", 1);
    struct tool_call behind = TOOL_CALL("trace", path.bytes, "--solution", "1");
    struct tool_call before = TOOL_CALL("trace", "--solution", "1", "--", path.bytes);
    unsetenv("POSIXLY_CORRECT");
    assert_int_equal(behind.status, STATUS_GOOD);
    assert_int_equal(before.status, STATUS_GOOD);
    assert_string_equal(behind.out.bytes, before.out.bytes);
    tool_call_free(&behind);
    tool_call_free(&before);
    assert_call(TOOL_CALL("check", "--", "--help"), STATUS_ENVIRONMENT, "",
                "--help: error: cannot open: No such file or directory [file]\n");
    text_free(&path);
}

/* Hours of steps for nobody. */
static void a_trace_that_cannot_be_written_ends_at_once(void **state)
{
    struct text path = {0};
    put(state, "round.rel", ":num_rabbits=0\n#r  #\n#####\n", &path);
    struct tool tool = {.in = stdin, .out = fopen("/dev/full", "w"), .err = tmpfile()};
    char program[] = "warren-level";
    char verb[] = "trace";
    char alone[] = "--no-input";
    char steps[] = "--steps=2000000000";
    char *argv[] = {program, verb, path.bytes, alone, steps, NULL};
    if (tool.out == NULL) {
        skip();
    }
    assert_non_null(tool.err);
    assert_int_equal(tool_run(&tool, 5, argv), STATUS_ENVIRONMENT);
    fclose(tool.out);
    fclose(tool.err);
    text_free(&path);
}

static void a_full_disk_is_an_error(void **state)
{
    (void)state;
    struct tool tool = {.in = stdin, .out = fopen("/dev/full", "w"), .err = tmpfile()};
    char program[] = "warren-level";
    char verb[] = "encode";
    char text[] = "x";
    char *argv[] = {program, verb, text, NULL};
    if (tool.out == NULL) {
        skip();
    }
    assert_non_null(tool.err);
    assert_int_equal(tool_run(&tool, 3, argv), STATUS_ENVIRONMENT);
    assert_true(ftell(tool.err) > 0);
    fclose(tool.out);
    fclose(tool.err);
}

static void a_missing_level_is_an_error_for_all(void **state)
{
    struct text path = {0};
    struct text wanted = {0};
    scratch_path(state, "missing.rel", &path);
    text_format(&wanted, "%s: error: cannot open: No such file or directory [file]\n", path.bytes);
    assert_call(TOOL_CALL("check", path.bytes), STATUS_ENVIRONMENT, "", wanted.bytes);
    assert_call(TOOL_CALL("show", path.bytes), STATUS_ENVIRONMENT, "", wanted.bytes);
    assert_call(TOOL_CALL("write", path.bytes), STATUS_ENVIRONMENT, "", wanted.bytes);
    assert_call(TOOL_CALL("trace", path.bytes, "--no-input"), STATUS_ENVIRONMENT, "", wanted.bytes);
    assert_call(TOOL_CALL("image", path.bytes, "-o", "x.png"), STATUS_ENVIRONMENT, "", wanted.bytes);
    text_free(&wanted);
    text_free(&path);
}

static void writing_gives_the_level_back(void **state)
{
    struct text path = {0};
    put(state, "good.rel", level_text, &path);
    assert_call(TOOL_CALL("write", path.bytes), STATUS_GOOD,
                ":name=n\n:description=\n:author_name=\n:author_url=\n:num_rabbits=2\n:num_to_save=1\n"
                ":rabbit_delay=4\n:music=\n:dig=1\nQ   \n  r \n*###\n:*=/b\n",
                "");
    text_free(&path);
}

static void writing_with_runtime_and_steps_saves_the_game(void **state)
{
    struct text path = {0};
    put(state, "good.rel", level_text, &path);
    assert_call(
        TOOL_CALL("write", "--runtime", path.bytes, "--step", "1"), STATUS_GOOD,
        ":name=n\n:description=\n:author_name=\n:author_url=\n:num_rabbits=2\n:num_to_save=1\n"
        ":rabbit_delay=4\n:music=\n:num_saved=0\n:num_killed=0\n:num_waiting=1\n:rabbit_index_count=2\n"
        ":paused=false\n:dig=1\n*   \n*  *\n*###\n:*=Q{Entrance.timeToNextRabbit:3}\n:*=r{index:2}\n"
        ":*=r{index:1}\n:*=/b\n",
        "");
    text_free(&path);
}

static void what_cannot_be_written_is_an_error(void **state)
{
    struct text path = {0};
    struct text wanted = {0};
    put(state, "ring.rel", "##\n:n=-1,0,5\n", &path);
    text_format(&wanted, "%s: error: there is water around the map [not-writable]\n", path.bytes);
    assert_call(TOOL_CALL("write", path.bytes), STATUS_BAD, "", wanted.bytes);
    text_free(&path);
    text_free(&wanted);
}

static void showing_draws_with_coordinates(void **state)
{
    struct text path = {0};
    put(state, "good.rel", level_text, &path);
    assert_call(TOOL_CALL("show", path.bytes), STATUS_GOOD, "00 Q   \n01   r \n02 b###\n   0000\n   0123\n",
                "");
    assert_call(TOOL_CALL("show", path.bytes, "--step=1", "--changes"), STATUS_GOOD,
                "00 Q   \n01 r  r\n02 h###\n   0000\n   0123\n", "");
    text_free(&path);
}

static void a_step_after_the_end_is_an_error(void **state)
{
    struct text path = {0};
    struct text wanted = {0};
    put(state, "short.rel", ":num_rabbits=0\nr \n##\n", &path);
    text_format(&wanted, "%s: error: there is no step 9: this ends after step 3 [no-step]\n", path.bytes);
    assert_call(TOOL_CALL("show", path.bytes, "--step", "9"), STATUS_BAD, "", wanted.bytes);
    text_free(&path);
    text_free(&wanted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(help_and_version_go_to_the_output),
        cmocka_unit_test(wrong_usage_says_so),
        cmocka_unit_test(numbers_have_bounds),
        cmocka_unit_test_setup_teardown(checking_a_good_level_says_nothing, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(checking_names_file_line_column_and_kind, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_bad_level_outweighs_a_missing_one, scratch_setup, scratch_teardown),
        cmocka_unit_test(coding_prints_the_other_form),
        cmocka_unit_test_setup_teardown(texts_too_long_to_code_are_refused, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(options_may_stand_behind_operands_everywhere, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_trace_that_cannot_be_written_ends_at_once, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test(a_full_disk_is_an_error),
        cmocka_unit_test_setup_teardown(a_missing_level_is_an_error_for_all, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(writing_gives_the_level_back, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(writing_with_runtime_and_steps_saves_the_game, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(what_cannot_be_written_is_an_error, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(showing_draws_with_coordinates, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(a_step_after_the_end_is_an_error, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

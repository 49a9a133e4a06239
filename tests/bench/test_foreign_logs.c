/* What other people's logs are like: marks of their editors, quotes, zero bytes, too many names. */
#include "base/file.h"
#include "base/text.h"
#include "bench/judge.h"
#include "support/scratch.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

/* What judging a log of these bytes says. */
struct said {
    bool is_good;
    struct text out, notes;
    struct error error;
};

static void write_log(void **state, const char *name, const char *bytes, size_t size)
{
    struct text path = {0};
    struct error error;
    assert_true(file_write(scratch_path(state, name, &path), bytes, size, &error));
    text_free(&path);
}

/* The second log is none when `two` is NULL. */
static struct said judge(void **state, const char *one, const char *two)
{
    struct said said = {0};
    struct text first = {0};
    struct text second = {0};
    struct judge_options options = {.paths = {scratch_path(state, one, &first)},
                                    .path_count = 1,
                                    .rule = {.margin = 0.01, .alpha = 0.05, .claims = 1}};
    if (two != NULL) {
        options.paths[1] = scratch_path(state, two, &second);
        options.path_count = 2;
    }
    text_add(&said.out, "");
    text_add(&said.notes, "");
    said.is_good = judge_run(&options, &said.out, &said.notes, &said.error);
    text_free(&first);
    text_free(&second);
    return said;
}

static void forget(struct said *said)
{
    text_free(&said->out);
    text_free(&said->notes);
}

static void assert_refused(void **state, const char *bytes, size_t size, const char *kind, int line)
{
    write_log(state, "log.csv", bytes, size);
    struct said said = judge(state, "log.csv", NULL);
    assert_false(said.is_good);
    assert_string_equal(said.error.kind, kind);
    assert_int_equal(said.error.line, line);
    forget(&said);
}

static void a_log_with_a_zero_byte_is_no_text(void **state)
{
    assert_refused(state, "arm\0", 4, "not-text", 0);
}

static void a_log_that_is_not_there_is_said(void **state)
{
    struct said said = judge(state, "none.csv", NULL);
    assert_false(said.is_good);
    assert_string_equal(said.error.kind, "file");
    forget(&said);
    write_log(state, "one.csv", "16.6\n16.7\n16.6\n16.5\n", 20);
    said = judge(state, "one.csv", "none.csv");
    assert_false(said.is_good);
    assert_string_equal(said.error.kind, "file");
    forget(&said);
    said = judge(state, "none.csv", "one.csv");
    assert_false(said.is_good);
    forget(&said);
}

/* The same frames of A and B in turns. */
static void make_turns(const char *head, const char *end, const char *arm_a, struct text *out)
{
    static const char *const order[2][4] = {{"A", "B", "B", "A"}, {"B", "A", "A", "B"}};
    text_add(out, head);
    text_add(out, end);
    for (int row = 0; row < 80; row++) {
        const char *arm = order[row / 4 * 7 % 3 % 2][row % 4];
        text_format(out, "%d,%d,%s,%d,1%s", row / 4, row % 4, arm[0] == 'A' ? arm_a : arm,
                    1000000 + row % 5 * 100, end);
    }
}

static void assert_equivalent(void **state, const char *head, const char *end, const char *arm_a)
{
    struct text text = {0};
    make_turns(head, end, arm_a, &text);
    write_log(state, "log.csv", text.bytes, text.length);
    text_free(&text);
    struct said said = judge(state, "log.csv", NULL);
    if (!said.is_good) {
        fail_msg("[%s] %s in line %d", said.error.kind, said.error.text, said.error.line);
    }
    assert_non_null(strstr(said.out.bytes, "B/A"));
    assert_non_null(strstr(said.out.bytes, "EQUIVALENT"));
    forget(&said);
}

static void marks_of_editors_and_quotes_are_no_part_of_a_log(void **state)
{
    assert_equivalent(state, "quad,block,arm,total_ns,measured", "\n", "A");
    assert_equivalent(state, "\xEF\xBB\xBFquad,block,arm,total_ns,measured", "\n", "A");
    assert_equivalent(state, "quad,block,arm,total_ns,measured", "\r\n", "A");
    assert_equivalent(state, "quad , \"block\",\tarm,total_ns,\"measured\"", "\n", "A");
    assert_equivalent(state, "quad,block,arm,total_ns,measured", "\n", " \"A\" ");
}

static void an_arm_has_a_name_of_bearable_length(void **state)
{
    static const char head[] = "quad,block,arm,total_ns,measured\n";
    struct text text = {0};
    text_format(&text, "%s0,0,A,1000,1\n0,1,,1000,1\n", head);
    assert_refused(state, text.bytes, text.length, "bad-arm", 3);
    text_clear(&text);
    text_format(&text, "%s0,0,A,1000,1\n0,1,", head);
    text_add_repeated(&text, 'x', 500);
    text_add(&text, ",1000,1\n");
    assert_refused(state, text.bytes, text.length, "bad-arm", 3);
    text_free(&text);
}

static void a_log_has_a_bearable_number_of_arms(void **state)
{
    struct text text = {0};
    text_add(&text, "quad,block,arm,total_ns,measured\n");
    for (int i = 0; i < 33; i++) {
        text_format(&text, "%d,%d,arm%d,1000,1\n", i / 4, i % 4, i);
    }
    assert_refused(state, text.bytes, text.length, "bad-arm", 34);
    text_free(&text);
}

static void logs_without_a_unit_are_remarked(void **state)
{
    write_log(state, "one.csv", "16.6\n16.7\n16.6\n16.5\n", 20);
    struct said said = judge(state, "one.csv", "one.csv");
    assert_true(said.is_good);
    assert_non_null(strstr(said.out.bytes, "UNDECIDED"));
    assert_non_null(strstr(said.notes.bytes, "without a unit"));
    forget(&said);
}

/* Two logs of the same bytes. */
static struct said judge_twice(void **state, const char *bytes)
{
    write_log(state, "log.csv", bytes, strlen(bytes));
    return judge(state, "log.csv", "log.csv");
}

static void assert_several(void **state, const char *bytes, const char *part)
{
    struct said said = judge_twice(state, bytes);
    assert_false(said.is_good);
    assert_string_equal(said.error.kind, "several");
    assert_non_null(strstr(said.error.text, part));
    forget(&said);
}

static void frames_of_several_things_are_not_taken_for_one(void **state)
{
    assert_several(state, "Application,ProcessID,MsBetweenPresents\ngame.exe,7,16\ndwm.exe,8,16\n",
                   "Application is game.exe and dwm.exe");
    assert_several(state, "Application,ProcessID,MsBetweenPresents\ngame.exe,7,16\ngame.exe,8,16\n",
                   "ProcessID is 7 and 8");
    assert_several(state, "Application,SwapChainAddress,FrameTime,CPUBusy\nx,0x1,16,1\nx,0x2,16,1\n",
                   "SwapChainAddress");
    assert_several(state, "arm,total_ns\nA,1000\nB,2000\n", "give an interleaved log as one file");
    assert_several(state, "comparison,arm,total_ns\n1,A,1000\n2,A,2000\n", "comparison is 1 and 2");
}

static void frames_that_were_not_measured_do_not_count(void **state)
{
    struct text log = {0};
    text_add(&log, "arm,total_ns,measured\nB,NA,0\n");
    for (int i = 0; i < 60; i++) {
        text_format(&log, "A,%d,%d\n", i % 3 == 0 ? 9000 : 1000, i % 3 != 0);
    }
    struct said said = judge_twice(state, log.bytes);
    assert_true(said.is_good);
    assert_non_null(strstr(said.out.bytes, "40 and 40 frames"));
    assert_null(strstr(said.notes.bytes, "were left out"));
    forget(&said);
    text_free(&log);
}

/* The first frame of a log is seldom like the others. */
static void unit_is_told_by_most_rows(void **state)
{
    struct text us = {0};
    struct text ms = {0};
    text_add(&us, "fps,frametime\n60,16.6\n");
    text_add(&ms, "fps,frametime\n");
    for (int i = 0; i < 100; i++) {
        text_add(&us, "60,16666\n");
        text_add(&ms, "60,16.666\n");
    }
    write_log(state, "us.csv", us.bytes, us.length);
    write_log(state, "ms.csv", ms.bytes, ms.length);
    struct said said = judge(state, "us.csv", "ms.csv");
    assert_true(said.is_good);
    assert_non_null(strstr(said.out.bytes, "\t+0.00% ["));
    forget(&said);
    text_free(&us);
    text_free(&ms);
}

static void row_that_was_not_measured_may_lack_its_time(void **state)
{
    struct text log = {0};
    text_add(&log, "quad,block,arm,total_ns,measured\n");
    for (int i = 0; i < 4 * 20; i++) {
        char arm = i % 4 == 0 || i % 4 == 3 ? 'A' : 'B';
        text_format(&log, "%d,%d,%c,NA,0\n%d,%d,%c,1000,1\n", i / 4, i % 4, arm, i / 4, i % 4, arm);
    }
    write_log(state, "log.csv", log.bytes, log.length);
    struct said said = judge(state, "log.csv", NULL);
    assert_true(said.is_good);
    assert_non_null(strstr(said.out.bytes, "20 quads"));
    forget(&said);
    text_free(&log);
}

static void two_quotes_in_a_quoted_field_are_one(void **state)
{
    struct text log = {0};
    text_add(&log, "quad,block,arm,total_ns\n");
    for (int i = 0; i < 4 * 20; i++) {
        const char *arm = i % 4 == 0 || i % 4 == 3 ? "\"a \"\"x, y\"\" z\"" : "b";
        text_format(&log, "%d,%d,%s,1000\n", i / 4, i % 4, arm);
    }
    write_log(state, "log.csv", log.bytes, log.length);
    struct said said = judge(state, "log.csv", NULL);
    assert_true(said.is_good);
    assert_non_null(strstr(said.out.bytes, "b/a \"x, y\" z\t20 quads"));
    forget(&said);
    text_free(&log);
}

int main(void)
{
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(a_log_with_a_zero_byte_is_no_text),
        IN_A_FOLDER(a_log_that_is_not_there_is_said),
        IN_A_FOLDER(marks_of_editors_and_quotes_are_no_part_of_a_log),
        IN_A_FOLDER(an_arm_has_a_name_of_bearable_length),
        IN_A_FOLDER(a_log_has_a_bearable_number_of_arms),
        IN_A_FOLDER(logs_without_a_unit_are_remarked),
        IN_A_FOLDER(frames_of_several_things_are_not_taken_for_one),
        IN_A_FOLDER(frames_that_were_not_measured_do_not_count),
        IN_A_FOLDER(unit_is_told_by_most_rows),
        IN_A_FOLDER(row_that_was_not_measured_may_lack_its_time),
        IN_A_FOLDER(two_quotes_in_a_quoted_field_are_one),
    };
    return cmocka_run_group_tests_name("bench/foreign logs", tests, NULL, NULL);
}

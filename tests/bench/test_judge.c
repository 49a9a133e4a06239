#include "base/text.h"
#include "bench/judge.h"
#include "frame/coin.h"
#include "support/test.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char path_one[] = P_tmpdir "/warren-judge-XXXXXX";
static char path_two[] = P_tmpdir "/warren-judge-XXXXXX";
static struct text out;
static struct text notes;
static struct error error;

static int make_files(void **state)
{
    (void)state;
    close(mkstemp(path_one));
    close(mkstemp(path_two));
    return 0;
}

static int drop_files(void **state)
{
    (void)state;
    text_free(&out);
    text_free(&notes);
    return unlink(path_one) + unlink(path_two);
}

static void write_to(const char *path, const struct text *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(text->bytes, 1, text->length, file), text->length);
    assert_int_equal(fclose(file), 0);
}

static struct judge_options options_of(int paths)
{
    return (struct judge_options){.paths = {path_one, path_two},
                                  .path_count = paths,
                                  .rule = {.margin = 0.01, .alpha = 0.05, .claims = 1}};
}

static bool judge(const struct judge_options *options)
{
    text_clear(&out);
    text_clear(&notes);
    text_add(&out, "");
    text_add(&notes, "");
    return judge_run(options, &out, &notes, &error);
}

static bool judge_text(const char *csv)
{
    struct text text = {0};
    text_add(&text, csv);
    write_to(path_one, &text);
    text_free(&text);
    struct judge_options options = options_of(1);
    return judge(&options);
}

/* A log of `quads` quads; a frame of A takes about 1 ms with 2 % of noise, one of B `factor` times that. */
static void make_log(struct text *text, int quads, double factor, bool is_tossed)
{
    struct coin coin;
    coin_init(&coin, 11);
    text_add(text, "frame,quad,block,arm,total_ns,measured\n");
    int frame = 0;
    for (int quad = 0; quad < quads; quad++) {
        bool is_abba = !is_tossed || coin_toss(&coin);
        for (int block = 0; block < 4; block++) {
            bool is_a = (block == 0 || block == 3) == is_abba;
            for (int i = 0; i < 4; i++) {
                double ns = 1e6 * (1 + 0.02 * coin_fraction(&coin)) * (is_a ? 1 : factor);
                /* The discarded frame is wildly slow. */
                text_format(text, "%d,%d,%d,%s,%.0f,%d\n", frame++, quad, block, is_a ? "A" : "B",
                            i == 0 ? 9e6 : ns, i > 0);
            }
        }
    }
}

static void expect_verdict(double factor, const char *words)
{
    struct text text = {0};
    make_log(&text, 60, factor, true);
    write_to(path_one, &text);
    text_free(&text);
    struct judge_options options = options_of(1);
    assert_true(judge(&options));
    assert_non_null(strstr(out.bytes, words));
    assert_non_null(strstr(out.bytes, "B/A"));
    assert_int_equal(notes.length, 0);
}

static void interleaved_log_gets_its_verdict(void **state)
{
    (void)state;
    expect_verdict(1.0, "EQUIVALENT within 1%\n");
    expect_verdict(1.05, "DIFFERENT slower material\n");
    expect_verdict(0.90, "DIFFERENT faster material\n");
    expect_verdict(1.005, "DIFFERENT slower immaterial\n");
}

static void arms_can_be_chosen_and_exchanged(void **state)
{
    (void)state;
    struct text text = {0};
    make_log(&text, 60, 2.0, true);
    write_to(path_one, &text);
    text_free(&text);
    struct judge_options options = options_of(1);
    options.arm_a = "B";
    options.arm_b = "A";
    assert_true(judge(&options));
    assert_non_null(strstr(out.bytes, "A/B\t60 quads\t-5"));
    assert_non_null(strstr(out.bytes, "DIFFERENT faster material"));
    options.arm_b = "C";
    assert_false(judge(&options));
    assert_int_equal(error.status, STATUS_USAGE);
    assert_string_equal(error.kind, "arms");
}

static void third_arm_of_a_mirrored_log_is_left_out(void **state)
{
    (void)state;
    struct text text = {0};
    text_add(&text, "quad,block,arm,total_ns\n");
    static const char *const ORDERS[] = {"ACBBCA", "CBAABC", "BACCAB"};
    for (int quad = 0; quad < 30; quad++) {
        for (int block = 0; block < 6; block++) {
            char arm = ORDERS[(quad * quad) % 3][block];
            text_format(&text, "%d,%d,%c,%d\n", quad, block, arm, arm == 'A' ? 1000 : arm == 'B' ? 1500 : 99);
        }
    }
    write_to(path_one, &text);
    text_free(&text);
    struct judge_options options = options_of(1);
    assert_false(judge(&options));
    assert_int_equal(error.status, STATUS_USAGE);
    options.arm_a = "A";
    options.arm_b = "B";
    assert_true(judge(&options));
    assert_non_null(strstr(out.bytes, "B/A\t30 quads\t+50.0%"));
}

static void log_of_several_comparisons_gets_a_line_each(void **state)
{
    (void)state;
    struct text text = {0};
    text_add(&text, "# seed 1\ncomparison,quad,block,arm,setting,total_ns\n");
    for (int comparison = 1; comparison <= 2; comparison++) {
        for (int i = 0; i < 80; i++) {
            bool is_a = i % 4 == 0 || i % 4 == 3;
            text_format(&text, "%d,%d,%d,%s,%s,%d\n", comparison, i / 4, i % 4, is_a ? "A" : "B",
                        is_a ? "zebra" : "ant", is_a ? 100 : 100 * comparison);
        }
    }
    write_to(path_one, &text);
    text_free(&text);
    struct judge_options options = options_of(1);
    assert_true(judge(&options));
    assert_non_null(strstr(out.bytes, "comparison 1\tant/zebra\t20 quads\t+0.00%"));
    assert_non_null(strstr(out.bytes, "comparison 2\tant/zebra\t20 quads\t+100.0%"));
}

/* A run goes on with what stayed undecided: then quads of one comparison stand in two places. */
static void comparison_that_was_measured_on_is_one(void **state)
{
    (void)state;
    struct text text = {0};
    static const int ORDER[][2] = {{1, 0}, {2, 0}, {1, 10}};
    text_add(&text, "comparison,quad,block,arm,total_ns\n");
    for (int part = 0; part < 3; part++) {
        for (int i = 0; i < 40; i++) {
            bool is_a = i % 4 == 0 || i % 4 == 3;
            text_format(&text, "%d,%d,%d,%s,%d\n", ORDER[part][0], ORDER[part][1] + i / 4, i % 4,
                        is_a ? "A" : "B", is_a ? 100 : 200);
        }
    }
    write_to(path_one, &text);
    text_free(&text);
    struct judge_options options = options_of(1);
    assert_true(judge(&options));
    assert_non_null(strstr(out.bytes, "comparison 1\tB/A\t20 quads\t+100.0%"));
    assert_non_null(strstr(out.bytes, "comparison 2\tB/A\t10 quads\t+100.0%"));
}

static void order_without_a_coin_is_remarked(void **state)
{
    (void)state;
    struct text text = {0};
    make_log(&text, 60, 1.05, false);
    write_to(path_one, &text);
    text_free(&text);
    struct judge_options options = options_of(1);
    assert_true(judge(&options));
    assert_non_null(strstr(notes.bytes, "no fair coin"));
}

/* What a killed program or a full disk leaves: the log up to any byte. */
static void log_that_ends_anywhere_is_judged_by_its_whole_quads(void **state)
{
    (void)state;
    struct text one = {0};
    struct text all = {0};
    make_log(&one, 20, 1.1, true);
    /* Twice, as two comparisons of one log. */
    text_add(&all, "comparison,");
    const char *header_end = strchr(one.bytes, '\n');
    text_add_bytes(&all, one.bytes, (size_t)(header_end + 1 - one.bytes));
    size_t first_end = 0;
    for (int comparison = 1; comparison <= 2; comparison++) {
        for (const char *line = header_end + 1; *line != '\0'; line = strchr(line, '\n') + 1) {
            text_format(&all, "%d,", comparison);
            text_add_bytes(&all, line, strcspn(line, "\n") + 1);
        }
        first_end = comparison == 1 ? all.length : first_end;
    }
    struct judge_options options = options_of(1);
    for (size_t length = first_end; length < first_end + 2000; length += 7) {
        struct text part = {0};
        text_add_bytes(&part, all.bytes, length);
        write_to(path_one, &part);
        text_free(&part);
        if (!judge(&options)) {
            error_print(&error, stderr);
            fail_msg("cut off after %zu bytes", length);
        }
        assert_non_null(strstr(out.bytes, "comparison 1\tB/A\t20 quads\t"));
        const char *second = strstr(out.bytes, "comparison 2\t");
        assert_true(second == NULL || strstr(second, "quads\t+") != NULL);
        assert_true(length < first_end + 20 || second != NULL || strstr(notes.bytes, "cut off") != NULL);
    }
    text_free(&one);
    text_free(&all);
}

static void cut_off_last_quad_is_left_out(void **state)
{
    (void)state;
    assert_true(
        judge_text("quad,block,arm,total_ns\n0,0,A,10\n0,1,B,10\n0,2,B,10\n0,3,A,10\n1,0,B,10\n1,1,A,10\n"));
    assert_non_null(strstr(out.bytes, "B/A\t1 quads"));
    assert_non_null(strstr(notes.bytes, "cut off"));
}

static void expect_refusal(const char *csv, enum status status, const char *kind, int line)
{
    assert_false(judge_text(csv));
    assert_int_equal(error.status, status);
    assert_string_equal(error.kind, kind);
    assert_int_equal(error.line, line);
}

static void log_that_is_not_interleaved_is_refused(void **state)
{
    (void)state;
    expect_refusal("quad,block,arm,total_ns\n0,0,A,1\n0,1,A,1\n0,2,B,1\n0,3,B,1\n", STATUS_ENVIRONMENT,
                   "not-interleaved", 2);
    expect_refusal("quad,block,arm,total_ns\n0,0,A,1\n0,1,B,1\n0,2,A,1\n0,3,B,1\n", STATUS_ENVIRONMENT,
                   "not-interleaved", 2);
    /* All of A, then all of B, under quad numbers that look right. */
    expect_refusal("quad,block,arm,total_ns\n0,0,A,1\n1,0,A,1\n0,1,B,1\n1,1,B,1\n", STATUS_ENVIRONMENT,
                   "not-interleaved", 2);
    /* Sorted after the run: nobody can tell any more in which order it was measured. */
    expect_refusal("quad,block,arm,total_ns\n0,0,A,1\n0,3,A,1\n0,1,B,1\n0,2,B,1\n", STATUS_ENVIRONMENT,
                   "not-interleaved", 4);
    expect_refusal("quad,block,arm,total_ns\n1,0,A,1\n1,1,B,1\n1,2,B,1\n1,3,A,1\n0,0,A,1\n",
                   STATUS_ENVIRONMENT, "not-interleaved", 6);
    expect_refusal("quad,block,arm,total_ns\n0,0,A,1\n0,1,B,1\n", STATUS_ENVIRONMENT, "not-interleaved", 2);
    expect_refusal("fps,frametime\n60,16\n", STATUS_ENVIRONMENT, "not-interleaved", 1);
}

static void broken_log_is_an_error_with_its_place(void **state)
{
    (void)state;
    expect_refusal("quad,block,arm,total_ns\n0,0,A,fast\n", STATUS_BAD, "not-a-number", 2);
    assert_int_equal(error.column, 7);
    expect_refusal("quad,block,arm,total_ns\n0,0,A\n", STATUS_BAD, "missing-field", 2);
    expect_refusal("quad,block,arm,total_ns\n0,0,A,0\n", STATUS_BAD, "not-a-time", 2);
    expect_refusal("quad,block,arm,total_ns\n0,0,,5\n", STATUS_BAD, "bad-arm", 2);
    expect_refusal("quad,block,arm,total_ns\n", STATUS_BAD, "no-frames", 0);
    expect_refusal("", STATUS_BAD, "no-frames", 0);
    expect_refusal("quad,block,arm,total_ns\n0,0,A,nan\n", STATUS_BAD, "not-a-number", 2);
}

static void two_logs_of_other_tools_prove_nothing(void **state)
{
    (void)state;
    struct text mango = {0};
    struct text present = {0};
    text_add(&mango,
             "os,cpu,gpu,ram,kernel,driver,cpuscheduler\nDebian,\"Xeon, 2 cores\",llvmpipe,4,6.1,mesa,none\n"
             "fps,frametime,cpu_load\n");
    text_add(&present, "Application,ProcessID,MsBetweenPresents\r\n");
    for (int i = 0; i < 200; i++) {
        text_format(&mango, "100,%d,30\n", 9 + i % 3);
        text_format(&present, "game.exe,1,%s\r\n", i == 0 ? "NA" : "20.0");
    }
    write_to(path_one, &mango);
    write_to(path_two, &present);
    text_free(&mango);
    text_free(&present);
    struct judge_options options = options_of(2);
    assert_true(judge(&options));
    assert_non_null(strstr(out.bytes, "unpaired, 200 and 199 frames\t+100.0%"));
    assert_non_null(strstr(out.bytes, "UNDECIDED"));
    assert_null(strstr(out.bytes, "DIFFERENT"));
    assert_non_null(strstr(notes.bytes, "MangoHud"));
    assert_non_null(strstr(notes.bytes, "PresentMon"));
    assert_non_null(strstr(notes.bytes, "0 rows of A and 1 of B"));
}

static void numbers_one_per_line_are_a_log(void **state)
{
    (void)state;
    struct text text = {0};
    for (int i = 0; i < 100; i++) {
        text_format(&text, "%d\n", 10 + i % 2);
    }
    write_to(path_one, &text);
    write_to(path_two, &text);
    text_free(&text);
    struct judge_options options = options_of(2);
    options.is_json = true;
    assert_true(judge(&options));
    cJSON *json = cJSON_Parse(out.bytes);
    assert_string_equal(cJSON_GetObjectItem(json, "verdict")->valuestring, "UNDECIDED");
    assert_true(cJSON_GetObjectItem(json, "effect")->valuedouble == 0);
    assert_true(cJSON_IsFalse(cJSON_GetObjectItem(json, "interleaved")));
    cJSON_Delete(json);
}

/* Comparison 1 has 16 quads of one sign, the others as many of either; all quads ABBA. */
static void make_family(struct text *text, int comparisons)
{
    text_add(text, "comparison,quad,block,arm,total_ns\n");
    for (int comparison = 1; comparison <= comparisons; comparison++) {
        for (int i = 0; i < 4 * 16; i++) {
            bool is_a = i % 4 == 0 || i % 4 == 3;
            bool is_slower = comparison == 1 || i / 4 % 2 == 0;
            text_format(text, "%d,%d,%d,%c,%d\n", comparison, i / 4, i % 4, is_a ? 'A' : 'B',
                        is_a ? 1000 : (is_slower ? 1100 : 900) + i / 4);
        }
    }
}

static void claims_of_one_log_have_to_hold_together(void **state)
{
    (void)state;
    struct judge_options options = options_of(1);
    for (int comparisons = 1; comparisons <= 50; comparisons += 49) {
        struct text text = {0};
        make_family(&text, comparisons);
        write_to(path_one, &text);
        text_free(&text);
        assert_true(judge(&options));
        char *end = strchr(out.bytes, '\n');
        assert_non_null(end);
        *end = '\0';
        assert_non_null(strstr(out.bytes, comparisons == 1 ? "\tDIFFERENT slower material" : "\tUNDECIDED"));
        assert_true((strstr(notes.bytes, "all 50 comparisons together") != NULL) == (comparisons == 50));
        assert_non_null(strstr(notes.bytes, "note: comparison 1: 16 of 16 quads are ABBA"));
    }
}

static void json_holds_what_the_line_says(void **state)
{
    (void)state;
    struct text text = {0};
    make_log(&text, 120, 2.0, true);
    write_to(path_one, &text);
    text_free(&text);
    struct judge_options options = options_of(1);
    options.is_json = true;
    assert_true(judge(&options));
    cJSON *json = cJSON_Parse(out.bytes);
    assert_non_null(json);
    assert_string_equal(cJSON_GetObjectItem(json, "verdict")->valuestring, "DIFFERENT");
    assert_string_equal(cJSON_GetObjectItem(json, "direction")->valuestring, "slower");
    assert_true(cJSON_IsTrue(cJSON_GetObjectItem(json, "material")));
    assert_true(cJSON_IsTrue(cJSON_GetObjectItem(json, "tossed")));
    assert_int_equal(cJSON_GetObjectItem(json, "quads")->valueint, 120);
    const cJSON *ends = cJSON_GetObjectItem(json, "ci");
    assert_true(cJSON_GetArrayItem(ends, 0)->valuedouble > 0.98 &&
                cJSON_GetArrayItem(ends, 1)->valuedouble < 1.02);
    const cJSON *tails = cJSON_GetObjectItem(json, "tails");
    assert_int_equal(cJSON_GetArraySize(tails), 2);
    assert_true(cJSON_IsFalse(cJSON_GetObjectItem(cJSON_GetArrayItem(tails, 0), "descriptive")));
    assert_true(cJSON_IsTrue(cJSON_GetObjectItem(cJSON_GetArrayItem(tails, 1), "descriptive")));
    cJSON_Delete(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(interleaved_log_gets_its_verdict),
        cmocka_unit_test(arms_can_be_chosen_and_exchanged),
        cmocka_unit_test(third_arm_of_a_mirrored_log_is_left_out),
        cmocka_unit_test(comparison_that_was_measured_on_is_one),
        cmocka_unit_test(log_of_several_comparisons_gets_a_line_each),
        cmocka_unit_test(order_without_a_coin_is_remarked),
        cmocka_unit_test(log_that_ends_anywhere_is_judged_by_its_whole_quads),
        cmocka_unit_test(cut_off_last_quad_is_left_out),
        cmocka_unit_test(log_that_is_not_interleaved_is_refused),
        cmocka_unit_test(broken_log_is_an_error_with_its_place),
        cmocka_unit_test(two_logs_of_other_tools_prove_nothing),
        cmocka_unit_test(numbers_one_per_line_are_a_log),
        cmocka_unit_test(claims_of_one_log_have_to_hold_together),
        cmocka_unit_test(json_holds_what_the_line_says),
    };
    return cmocka_run_group_tests(tests, make_files, drop_files);
}

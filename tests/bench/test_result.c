#include "base/memory.h"
#include "bench/result_json.h"
#include "frame/coin.h"
#include "support/test.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char path[] = P_tmpdir "/warren-result-XXXXXX";
static struct error error;

static int make_file(void **state)
{
    (void)state;
    close(mkstemp(path));
    return 0;
}

static int drop_file(void **state)
{
    (void)state;
    return unlink(path);
}

static struct result make_result(void)
{
    return (struct result){.seed = UINT64_C(18446744073709551557),
                           .width_px = 640,
                           .height_px = 480,
                           .margin = 0.01,
                           .alpha = 0.05,
                           .budget_s = 4,
                           .seconds = 12.5,
                           .planned_count = 9};
}

/* A comparison whose quads lie evenly within `spread` around `effect`. */
static struct comparison *add(struct result *result, double effect, double spread, int quads)
{
    struct comparison *comparison = result_add_comparison(result);
    snprintf(comparison->hint, sizeof comparison->hint, "scale-quality");
    snprintf(comparison->driver, sizeof comparison->driver, "software");
    snprintf(comparison->path, sizeof comparison->path, "copy");
    snprintf(comparison->level, sizeof comparison->level, "small");
    snprintf(comparison->camera, sizeof comparison->camera, "still");
    snprintf(comparison->arms[0].setting, sizeof comparison->arms[0].setting, "nearest");
    snprintf(comparison->arms[1].setting, sizeof comparison->arms[1].setting, "linear");
    comparison->zoom_px = 64;
    comparison->is_read = true;
    comparison->has_picture = true;
    comparison->picture = (struct picture_difference){.psnr_db = HUGE_VAL, .ssim_mean = 1, .ssim_worst = 1};
    comparison->effects = memory_get_array((size_t)quads + 1, sizeof *comparison->effects);
    comparison->quads = quads;
    for (int i = 0; i < quads; i++) {
        comparison->effects[i] = effect + spread * (2.0 * i / (quads > 1 ? quads - 1 : 1) - 1);
    }
    return comparison;
}

static void verdict_of(const struct comparison *comparison, char *out, size_t room)
{
    struct text words = {0};
    comparison_verdict(comparison, 0.01, &words);
    snprintf(out, room, "%s", words.bytes);
    text_free(&words);
}

static void expect_verdict(const struct comparison *comparison, const char *expected)
{
    char words[256];
    verdict_of(comparison, words, sizeof words);
    assert_string_equal(words, expected);
}

static void equal_cost_and_equal_picture_mean_unreached(void **state)
{
    (void)state;
    struct result result = make_result();
    add(&result, 0, 0.004, 40);
    add(&result, 0, 0.004, 40)->is_same = true;
    struct comparison *visible = add(&result, 0, 0.004, 40);
    visible->picture.class = PICTURE_VISIBLE;
    add(&result, 0, 0.004, 40)->has_picture = false;
    result_judge(&result);
    expect_verdict(&result.comparisons[0], "UNREACHED");
    expect_verdict(&result.comparisons[1], "EQUIVALENT within 1%");
    expect_verdict(&result.comparisons[2], "EQUIVALENT within 1%");
    expect_verdict(&result.comparisons[3], "EQUIVALENT within 1%");
    result_free(&result);
}

/* Known beforehand: no frame has to be drawn for it. */
static void setting_that_the_library_never_looks_at_is_unread_whatever_the_time_allowed(void **state)
{
    (void)state;
    struct result result = make_result();
    add(&result, 0, 0.004, 40)->is_read = false;
    add(&result, 0, 0.2, 40)->is_read = false;
    add(&result, 0, 0, 0)->is_read = false;
    struct comparison *unseen = add(&result, 0, 0.004, 40);
    unseen->is_read = unseen->has_picture = false;
    /* As two equal painters may differ. */
    add(&result, 0.005, 0.003, 40)->is_read = false;
    /* Of two equal settings nothing differs that could be read. */
    struct comparison *same = add(&result, 0, 0.2, 40);
    same->is_same = true;
    same->is_read = false;
    result_judge(&result);
    for (int i = 0; i < 5; i++) {
        expect_verdict(&result.comparisons[i], "UNREAD");
        assert_int_equal(result.comparisons[i].judgement.direction, DIRECTION_NONE);
    }
    expect_verdict(&result.comparisons[5], "UNDECIDED");
    result_free(&result);
}

static void setting_that_matters_though_the_library_should_not_look_is_invalid(void **state)
{
    (void)state;
    static const char reason[] =
        "INVALID (the library is not known to look at this setting here, and yet it matters)";
    struct result result = make_result();
    add(&result, 0.1, 0.01, 40)->is_read = false;
    struct comparison *visible = add(&result, 0, 0.2, 40);
    visible->is_read = false;
    visible->picture.class = PICTURE_ROUNDING;
    result_judge(&result);
    expect_verdict(&result.comparisons[0], reason);
    expect_verdict(&result.comparisons[1], reason);
    assert_int_equal(result.comparisons[0].judgement.direction, DIRECTION_NONE);
    assert_int_equal(result_status(&result, false), STATUS_ENVIRONMENT);
    result_free(&result);
}

static void invalid_comparison_says_why_and_gives_status_three(void **state)
{
    (void)state;
    struct result result = make_result();
    struct comparison *comparison = add(&result, 0.1, 0.01, 40);
    snprintf(comparison->invalid, sizeof comparison->invalid, "vsync was asked for and is off");
    result_judge(&result);
    expect_verdict(&result.comparisons[0], "INVALID (vsync was asked for and is off)");
    assert_int_equal(result.comparisons[0].judgement.direction, DIRECTION_NONE);
    assert_int_equal(result_status(&result, false), STATUS_ENVIRONMENT);
    result_free(&result);
}

static void failed_control_gives_status_three(void **state)
{
    (void)state;
    struct result result = make_result();
    result_add_control(&result)->is_passed = true;
    assert_int_equal(result_status(&result, false), STATUS_GOOD);
    result_add_control(&result)->is_passed = false;
    assert_int_equal(result_status(&result, false), STATUS_ENVIRONMENT);
    result_free(&result);
}

/* 14 quads of one sign: E = 52. Enough alone, not among fifty. */
static void weak_difference_holds_alone_and_not_in_a_large_family(void **state)
{
    (void)state;
    struct result result = make_result();
    add(&result, 0.1, 0.01, 14);
    result_judge(&result);
    expect_verdict(&result.comparisons[0], "DIFFERENT slower material");
    for (int i = 0; i < 49; i++) {
        add(&result, 0, 0.05, 30);
    }
    result_judge(&result);
    expect_verdict(&result.comparisons[0], "UNDECIDED");
    assert_true(result.comparisons[0].p_family > 0.05);
    result_free(&result);
}

/* One quad of 24 lies inside the margin, none beyond zero. */
static void size_proved_alone_is_not_proved_in_a_large_family(void **state)
{
    (void)state;
    struct result result = make_result();
    add(&result, 0.1, 0.092, 24);
    result_judge(&result);
    expect_verdict(&result.comparisons[0], "DIFFERENT slower material");
    for (int i = 0; i < 399; i++) {
        add(&result, 0, 0.05, 30);
    }
    result_judge(&result);
    expect_verdict(&result.comparisons[0], "DIFFERENT slower immaterial");
    result_free(&result);
}

/* Sure, but below the margin: five fresh processes must agree on the sign. */
static void small_claim_falls_when_another_process_disagrees(void **state)
{
    (void)state;
    struct result result = make_result();
    struct comparison *comparison = add(&result, 0.005, 0.003, 40);
    comparison->picture.class = PICTURE_VISIBLE;
    result_judge(&result);
    expect_verdict(&result.comparisons[0], "DIFFERENT slower immaterial");
    comparison->replica_count = REPLICAS;
    for (int i = 0; i < REPLICAS; i++) {
        comparison->replica_effects[i] = 0.004;
    }
    result_judge(&result);
    expect_verdict(&result.comparisons[0], "DIFFERENT slower immaterial");
    comparison->replica_effects[2] = -0.001;
    result_judge(&result);
    expect_verdict(&result.comparisons[0], "EQUIVALENT within 1%");
    result_free(&result);
}

static void gate_closes_at_a_slow_down_and_stays_open_for_a_gain(void **state)
{
    (void)state;
    struct result result = make_result();
    add(&result, -0.1, 0.01, 40);
    add(&result, 0, 0.004, 40);
    result_judge(&result);
    assert_int_equal(result_status(&result, true), STATUS_GOOD);
    add(&result, 0, 0.1, 40);
    result_judge(&result);
    assert_int_equal(result_status(&result, true), STATUS_UNDECIDED);
    assert_int_equal(result_status(&result, false), STATUS_GOOD);
    add(&result, 0.1, 0.01, 40);
    result_judge(&result);
    assert_int_equal(result_status(&result, true), STATUS_BAD);
    result_free(&result);
}

static void gate_does_not_wait_for_a_setting_against_itself(void **state)
{
    (void)state;
    struct result result = make_result();
    add(&result, -0.1, 0.01, 40);
    add(&result, 0, 0.1, 40)->is_same = true;
    result_judge(&result);
    assert_int_equal(result_status(&result, true), STATUS_GOOD);
    result_free(&result);
}

static void line_has_the_fields_of_the_contract(void **state)
{
    (void)state;
    struct result result = make_result();
    struct comparison *comparison = add(&result, log(1.981), 0.004, 40);
    comparison->picture.class = PICTURE_VISIBLE;
    comparison->picture.psnr_db = 34.18;
    result_judge(&result);
    struct text line = {0};
    comparison_line(&result.comparisons[0], 0.01, false, &line);
    assert_string_equal(line.bytes,
                        "scale-quality linear/nearest\tsoftware copy\t64 px\t+98.1% [+97.7%, +98.5%]\t"
                        "picture visible 34.2 dB\tDIFFERENT slower material");
    text_free(&line);
    result_free(&result);
}

static void write_file(const char *text)
{
    FILE *file = fopen(path, "w");
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* Everything that the report uses comes back, and the verdicts are found again, to the letter. */
static void saved_result_is_judged_the_same(void **state)
{
    (void)state;
    struct result result = make_result();
    struct coin coin;
    coin_init(&coin, 4);
    for (int i = 0; i < 30; i++) {
        struct comparison *comparison = add(&result, 0.02 * (coin_fraction(&coin) - 0.5), 0.01, 5 + 3 * i);
        comparison->is_read = i % 4 != 0;
        comparison->picture.class = i % 3 == 0 ? PICTURE_VISIBLE : PICTURE_IDENTICAL;
        comparison->arms[0].median_ms = 1.25 + i;
        for (int quad = 0; quad < comparison->quads; quad++) {
            comparison->effects[quad] += 0.003 * coin_fraction(&coin);
        }
    }
    result.comparisons[7].number = 77;
    result.comparisons[9].undisturbed_effect = HUGE_VAL; /* none */
    result.comparisons[8].replica_count = REPLICAS;
    result.comparisons[8].replica_effects[4] = -0.25;
    snprintf(result.comparisons[5].invalid, sizeof result.comparisons[5].invalid, "a \"quoted\" reason");
    result.comparisons[6].tails[0] =
        (struct tail){.quantile = 0.95, .effect = 0.1, .low = 0.05, .high = 0.2, .has_interval = true};
    result_add_fact(&result, "machine", "processor", "a <fast> one", "");
    result_add_note(&result, "%d of %d", 3, 4);
    struct control_result *control = result_add_control(&result);
    snprintf(control->hint, sizeof control->hint, "blend");
    control->is_passed = true;
    result_judge(&result);
    struct text json = {0};
    result_json_write(&result, &json);
    write_file(json.bytes);
    struct result back;
    assert_true(result_json_read(path, &back, &error));
    struct text again = {0};
    result_json_write(&back, &again);
    assert_string_equal(json.bytes, again.bytes);
    assert_true(back.seed == result.seed);
    assert_int_equal(back.comparisons[7].number, 77);
    assert_true(back.comparisons[9].undisturbed_effect > 1e9);
    for (int i = 0; i < result.comparison_count; i++) {
        char before[256];
        verdict_of(&result.comparisons[i], before, sizeof before);
        expect_verdict(&back.comparisons[i], before);
        assert_true(back.comparisons[i].judgement.low == result.comparisons[i].judgement.low);
        assert_memory_equal(back.comparisons[i].effects, result.comparisons[i].effects,
                            (size_t)result.comparisons[i].quads * sizeof(double));
    }
    text_free(&again);
    text_free(&json);
    result_free(&back);
    result_free(&result);
}

static void numbers_out_of_all_bounds_are_kept_within_them(void **state)
{
    (void)state;
    struct result back;
    write_file("{\"schema\":1,\"margin\":0.01,\"alpha\":0.05,\"size\":[1e300,-1e300],\"comparisons\":["
               "{\"log_effects\":[],\"arms\":[{\"median_ci_ms\":[5,1]}]}]}");
    assert_true(result_json_read(path, &back, &error));
    assert_int_equal(back.width_px, 1000000000);
    assert_int_equal(back.height_px, -1000000000);
    assert_true(back.comparisons[0].arms[0].median_low_ms == 1);
    assert_true(back.comparisons[0].arms[0].median_high_ms == 5);
    result_free(&back);
}

static void expect_refusal(const char *text, const char *kind)
{
    struct result result;
    write_file(text);
    assert_false(result_json_read(path, &result, &error));
    assert_int_equal(error.status, STATUS_BAD);
    assert_string_equal(error.kind, kind);
    assert_string_equal(error.file, path);
}

static void broken_results_are_refused(void **state)
{
    (void)state;
    expect_refusal("", "not-json");
    expect_refusal("[1,2", "not-json");
    expect_refusal("{}", "schema");
    expect_refusal("{\"schema\":99}", "schema");
    expect_refusal("{\"schema\":1}", "bad-result");
    expect_refusal("{\"schema\":1,\"margin\":0.01,\"alpha\":0.05,\"comparisons\":[{}]}", "bad-result");
    expect_refusal(
        "{\"schema\":1,\"margin\":0.01,\"alpha\":0.05,\"comparisons\":[{\"log_effects\":[1,null]}]}",
        "bad-result");
    struct result result;
    assert_false(result_json_read("/no/such/file.json", &result, &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_cost_and_equal_picture_mean_unreached),
        cmocka_unit_test(setting_that_the_library_never_looks_at_is_unread_whatever_the_time_allowed),
        cmocka_unit_test(setting_that_matters_though_the_library_should_not_look_is_invalid),
        cmocka_unit_test(invalid_comparison_says_why_and_gives_status_three),
        cmocka_unit_test(failed_control_gives_status_three),
        cmocka_unit_test(weak_difference_holds_alone_and_not_in_a_large_family),
        cmocka_unit_test(size_proved_alone_is_not_proved_in_a_large_family),
        cmocka_unit_test(small_claim_falls_when_another_process_disagrees),
        cmocka_unit_test(gate_closes_at_a_slow_down_and_stays_open_for_a_gain),
        cmocka_unit_test(gate_does_not_wait_for_a_setting_against_itself),
        cmocka_unit_test(line_has_the_fields_of_the_contract),
        cmocka_unit_test(saved_result_is_judged_the_same),
        cmocka_unit_test(numbers_out_of_all_bounds_are_kept_within_them),
        cmocka_unit_test(broken_results_are_refused),
    };
    return cmocka_run_group_tests(tests, make_file, drop_file);
}

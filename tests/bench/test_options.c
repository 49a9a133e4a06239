#include "bench/options.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

enum { WORDS_ROOM = 32 };

static char room[WORDS_ROOM][160];
static struct options options;
static struct error error;

/* Splits at blanks, as a shell would. */
static bool parse(const char *line)
{
    char *words[WORDS_ROOM];
    int count = 0;
    for (const char *word = line; *word != '\0';) {
        size_t length = strcspn(word, " ");
        memcpy(room[count], word, length);
        room[count][length] = '\0';
        words[count] = room[count];
        count++;
        word += length + strspn(word + length, " ");
    }
    words[count] = NULL;
    return options_parse(count, words, &options, &error);
}

static void no_arguments_mean_the_standard_measurement(void **state)
{
    (void)state;
    assert_true(parse("warren-bench"));
    assert_int_equal(options.verb, VERB_RUN);
    assert_true(options.margin == 0.01 && options.alpha == 0.05);
    assert_int_equal(options.request.experiment_count, 0);
    assert_true(parse("warren-bench --quick"));
    assert_int_equal(options.verb, VERB_RUN);
    assert_true(options.is_quick);
}

static void self_test_is_tried_twenty_times_unless_told(void **state)
{
    (void)state;
    assert_true(parse("warren-bench --self-test"));
    assert_true(options.is_self_test);
    assert_int_equal(options.tries, 20);
    assert_true(parse("warren-bench run --self-test --tries 100"));
    assert_int_equal(options.tries, 100);
    assert_false(parse("warren-bench run --self-test --tries 0"));
    assert_int_equal(error.status, STATUS_USAGE);
    assert_false(parse("warren-bench run --self-test --tries 3x"));
}

static void lists_are_read(void **state)
{
    (void)state;
    assert_true(
        parse("warren-bench run --zoom 16,512,16 --driver software,opengl --path copy,blit --size 800x600 "
              "--camera pan --level a.rel --level b.rel --seed 7 --budget 2.5"));
    assert_int_equal(options.request.zoom_count, 2);
    assert_int_equal(options.request.zooms_px[1], 512);
    assert_int_equal(options.request.driver_count, 2);
    assert_string_equal(options.request.drivers[1], "opengl");
    assert_int_equal(options.request.paths[1], PATH_BLIT);
    assert_int_equal(options.width_px, 800);
    assert_int_equal(options.request.camera, STAGE_PAN);
    assert_int_equal(options.request.level_count, 2);
    assert_true(options.has_seed && options.seed == 7);
    assert_true(options.budget_s == 2.5);
}

static void experiment_has_an_arm_for_each_value(void **state)
{
    (void)state;
    assert_true(parse("warren-bench run --hint scale-quality=nearest,linear,best --hint preset=unset,speed"));
    assert_int_equal(options.request.experiment_count, 2);
    const struct experiment *experiment = &options.request.experiments[0];
    assert_string_equal(experiment->hint, "scale-quality");
    assert_int_equal(experiment->arm_count, 3);
    assert_string_equal(experiment->arms[1].setting, "linear");
    assert_string_equal(hint_values_get(&experiment->arms[1].hints, HINT_SCALE_QUALITY), "linear");
    assert_null(hint_values_get(&options.request.experiments[1].arms[0].hints, HINT_SCALE_QUALITY));
}

static void other_hints_can_be_held(void **state)
{
    (void)state;
    assert_true(
        parse("warren-bench run --with blend=auto --hint scale-quality=nearest,linear --with batching=off"));
    const struct experiment *experiment = &options.request.experiments[0];
    assert_string_equal(experiment->common, "blend=auto batching=off");
    for (int arm = 0; arm < 2; arm++) {
        assert_string_equal(hint_values_get(&experiment->arms[arm].hints, HINT_BLEND), "auto");
        assert_string_equal(hint_values_get(&experiment->arms[arm].hints, HINT_BATCHING), "off");
    }
}

static void json_is_a_file_for_limits_and_a_switch_for_judge(void **state)
{
    (void)state;
    assert_true(parse("warren-bench limits --json out.json"));
    assert_string_equal(options.json, "out.json");
    assert_true(parse("warren-bench judge log.csv --json"));
    assert_true(options.is_json);
    assert_string_equal(options.operands[0], "log.csv");
    assert_true(parse("warren-bench judge --json log.csv --a X --b Y --margin 0.02"));
    assert_int_equal(options.operand_count, 1);
    assert_string_equal(options.arm_b, "Y");
    assert_true(options.margin == 0.02);
}

static void wrong_usage_has_status_two(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "warren-bench fly",
        "warren-bench --nonsense",
        "warren-bench --zoom",
        "warren-bench --zoom 7",
        "warren-bench --zoom 513",
        "warren-bench --zoom 32,abc",
        "warren-bench --driver metal",
        "warren-bench --path teleport",
        "warren-bench --size 800",
        "warren-bench --size 0x600",
        "warren-bench --camera shaky",
        "warren-bench --margin 0",
        "warren-bench --margin x",
        "warren-bench --alpha 1",
        "warren-bench --seed soon",
        "warren-bench --hint scale-quality",
        "warren-bench --hint scale-quality=nearest",
        "warren-bench --hint scale-quality=nearest,blurry",
        "warren-bench --hint no-such-hint=0,1",
        "warren-bench --hint driver=software,opengl",
        "warren-bench --hint scale-quality=nearest,,linear",
        "warren-bench --with blend=auto",
        "warren-bench --hint blend=blend,auto --with blend=auto",
        "warren-bench --hint scale-quality=nearest,linear --with blend",
        "warren-bench --hint scale-quality=nearest,linear --with blend=maybe",
        "warren-bench run file.rel",
        "warren-bench run --level a/x.rel --level b/x.rel",
        "warren-bench judge",
        "warren-bench judge a b c",
        "warren-bench judge a --a X",
        "warren-bench compare one.json",
        "warren-bench report",
        "warren-bench limits --json",
    };
    for (size_t i = 0; i < sizeof LINES / sizeof LINES[0]; i++) {
        error = (struct error){0};
        if (parse(LINES[i])) {
            fail_msg("accepted: %s", LINES[i]);
        }
        assert_int_equal(error.status, STATUS_USAGE);
        assert_true(error.text[0] != '\0');
    }
}

/* What nobody would look at is not taken silently. */
static void option_of_another_verb_is_refused(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "warren-bench compare a b --zoom 32",
        "warren-bench compare a b --margin 0.02",
        "warren-bench report r.json --json",
        "warren-bench judge log.csv --out x",
        "warren-bench list --quick",
        "warren-bench steps --seed 3",
        "warren-bench limits --hint blend=auto,mod",
        "warren-bench run --json",
        "warren-bench export f.csv --only 1 --gate",
    };
    for (size_t i = 0; i < sizeof LINES / sizeof LINES[0]; i++) {
        error = (struct error){0};
        if (parse(LINES[i])) {
            fail_msg("accepted: %s", LINES[i]);
        }
        assert_int_equal(error.status, STATUS_USAGE);
        assert_non_null(strstr(error.text, "there is no such option here"));
    }
    assert_true(parse("warren-bench limits --zoom 32 --driver opengl --path copy --size 64x64 --json x"));
    assert_true(parse("warren-bench report r.json --out x"));
    assert_true(parse("warren-bench list --data x"));
}

static void complaint_names_the_option_that_is_meant(void **state)
{
    (void)state;
    assert_false(parse("warren-bench run -xy --quick"));
    assert_string_equal(error.text, "there is no option -x here");
    assert_false(parse("warren-bench run --zoom"));
    assert_string_equal(error.text, "--zoom wants a value");
    assert_false(parse("warren-bench run --quick=3"));
    assert_string_equal(error.text, "--quick takes no value");
}

static void list_that_is_too_long_is_refused_and_not_cut(void **state)
{
    (void)state;
    assert_true(parse("warren-bench run --zoom 8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,8"));
    assert_int_equal(options.request.zoom_count, 16);
    assert_false(parse("warren-bench run --zoom 8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24"));
    assert_false(parse("warren-bench run --only 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,"
                       "24,25,26,27,28,29,30,31,32,33"));
    assert_false(parse("warren-bench run --path copy,copy,copy,copy,teleport"));
    assert_false(parse("warren-bench run --seed 18446744073709551616"));
    assert_false(parse("warren-bench run --seed -1"));
    assert_true(parse("warren-bench run --seed 18446744073709551615"));
    assert_false(parse("warren-bench run --hint scale-quality=nearest,linear --with blend=auto --with "
                       "batching=off --with line-method=geometry --with blend=auto --with blend=auto"));
}

static void what_is_named_twice_is_measured_once(void **state)
{
    (void)state;
    assert_true(parse("warren-bench run --driver opengl,opengl --path copy,blit,copy --level a --level a "
                      "--only 3,3 --hint blend=auto,blend --hint blend=auto,blend"));
    assert_int_equal(options.request.driver_count, 1);
    assert_int_equal(options.request.path_count, 2);
    assert_int_equal(options.request.level_count, 1);
    assert_int_equal(options.request.experiment_count, 1);
    assert_int_equal(options.only_count, 1);
}

static void help_and_version_win(void **state)
{
    (void)state;
    assert_true(parse("warren-bench --help"));
    assert_int_equal(options.verb, VERB_HELP);
    assert_true(parse("warren-bench judge --version"));
    assert_int_equal(options.verb, VERB_VERSION);
    static const char *const NAMED[] = {"run",    "list",     "limits",   "judge",   "compare",  "report",
                                        "--zoom", "--budget", "--margin", "--quick", "--camera", "--gate"};
    for (size_t i = 0; i < sizeof NAMED / sizeof NAMED[0]; i++) {
        assert_non_null(strstr(options_help, NAMED[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_arguments_mean_the_standard_measurement),
        cmocka_unit_test(self_test_is_tried_twenty_times_unless_told),
        cmocka_unit_test(lists_are_read),
        cmocka_unit_test(experiment_has_an_arm_for_each_value),
        cmocka_unit_test(other_hints_can_be_held),
        cmocka_unit_test(json_is_a_file_for_limits_and_a_switch_for_judge),
        cmocka_unit_test(wrong_usage_has_status_two),
        cmocka_unit_test(option_of_another_verb_is_refused),
        cmocka_unit_test(complaint_names_the_option_that_is_meant),
        cmocka_unit_test(list_that_is_too_long_is_refused_and_not_cut),
        cmocka_unit_test(what_is_named_twice_is_measured_once),
        cmocka_unit_test(help_and_version_win),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

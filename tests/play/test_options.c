#include "play/options.h"

#include "support/test.h"

#include <string.h>

enum { ARGUMENTS_MAX = 16 };

struct parsed {
    enum options_outcome outcome;
    struct play_options options;
    struct text answer;
    struct error error;
};

static struct parsed parse(const char *const *arguments)
{
    struct parsed parsed = {0};
    char copies[ARGUMENTS_MAX][64];
    char *argv[ARGUMENTS_MAX + 1] = {0};
    int argc = 0;
    for (; arguments[argc] != NULL; argc++) {
        strcpy(copies[argc], arguments[argc]);
        argv[argc] = copies[argc];
    }
    parsed.outcome = options_parse(argc, argv, &parsed.options, &parsed.answer, &parsed.error);
    return parsed;
}

#define PARSE(...) parse((const char *const[]){"warren", __VA_ARGS__, NULL})

static void assert_wrong(struct parsed parsed)
{
    assert_int_equal(parsed.outcome, OPTIONS_WRONG);
    assert_int_equal(parsed.error.status, STATUS_USAGE);
}

static void nothing_asked_is_the_title_as_saved(void **state)
{
    (void)state;
    struct parsed parsed = parse((const char *const[]){"warren", NULL});
    assert_int_equal(parsed.outcome, OPTIONS_RUN);
    assert_null(parsed.options.level);
    assert_int_equal(parsed.options.path, OPTION_UNSET);
    assert_int_equal(parsed.options.fullscreen, OPTION_UNSET);
    assert_int_equal(parsed.options.frames, 0);
}

static void everything_can_be_asked_for(void **state)
{
    (void)state;
    struct parsed parsed = PARSE("a.rel", "--replay", "2", "--exit-when-done", "--speed", "4", "--zoom", "48",
                                 "--path", "blit", "--fullscreen");
    assert_int_equal(parsed.outcome, OPTIONS_RUN);
    assert_int_equal(parsed.options.replay, 2);
    assert_true(parsed.options.exit_when_done);
    assert_true(parsed.options.speed == 4);
    assert_int_equal(parsed.options.zoom_px, 48);
    assert_int_equal(parsed.options.path, PATH_BLIT);
    assert_int_equal(parsed.options.fullscreen, 1);
    parsed = PARSE("--size", "800x600", "--scale-quality", "best", "--hint", "blend=none", "--driver",
                   "software", "--windowed", "--safe-mode", "--mute", "--frames", "3");
    assert_int_equal(parsed.outcome, OPTIONS_RUN);
    assert_int_equal(parsed.options.width_px, 800);
    assert_int_equal(parsed.options.height_px, 600);
    assert_string_equal(hint_values_get(&parsed.options.hints, HINT_SCALE_QUALITY), "best");
    assert_string_equal(hint_values_get(&parsed.options.hints, HINT_BLEND), "none");
    assert_int_equal(parsed.options.fullscreen, 0);
    assert_true(parsed.options.safe_mode && parsed.options.mute);
    assert_int_equal(parsed.options.frames, 3);
}

static void what_makes_no_sense_is_wrong_usage(void **state)
{
    (void)state;
    assert_wrong(PARSE("--speed", "fast"));
    assert_wrong(PARSE("--speed", "17"));
    assert_wrong(PARSE("--zoom", "7"));
    assert_wrong(PARSE("--zoom", "513"));
    assert_wrong(PARSE("--zoom", "12px"));
    assert_wrong(PARSE("--size", "800"));
    assert_wrong(PARSE("--size", "800x600x2"));
    assert_wrong(PARSE("--path", "fast"));
    assert_wrong(PARSE("--hint", "scale-quality"));
    assert_wrong(PARSE("--hint", "nonsense=1"));
    assert_wrong(PARSE("--scale-quality", "worst"));
    assert_wrong(PARSE("--frames", "0"));
    assert_wrong(PARSE("--nonsense"));
    assert_wrong(PARSE("--zoom"));
    assert_wrong(PARSE("a.rel", "b.rel"));
    assert_wrong(PARSE("--replay", "1"));
    assert_wrong(PARSE("--exit-when-done"));
    assert_wrong(PARSE("--driver", "nope"));
    assert_wrong(PARSE("-x"));
    assert_wrong(PARSE("--size", " 800x600"));
    assert_wrong(PARSE("--size", "800x+600"));
    assert_wrong(PARSE("--size", "800x63"));
    assert_wrong(PARSE("--size", "99999999999999999999x600"));
    assert_wrong(PARSE("--screenshot", "a.png"));
}

static void what_is_wrong_is_named(void **state)
{
    (void)state;
    assert_string_equal(PARSE("--nonsense").error.text, "there is no option --nonsense");
    assert_string_equal(PARSE("a.rel", "--zoom").error.text, "--zoom wants a value");
    assert_string_equal(PARSE("a.rel", "-xy").error.text, "there is no option -x");
    assert_string_equal(PARSE("--mute=1").error.text, "there is no value as in --mute=1");
    assert_string_equal(PARSE("--driver", "nope").error.text, "--driver does not take \"nope\"");
}

/* Where POSIXLY_CORRECT is set, getopt stops at the level by itself. */
static void options_may_stand_behind_the_level_everywhere(void **state)
{
    (void)state;
    setenv("POSIXLY_CORRECT", "1", 1);
    struct parsed parsed = PARSE("a.rel", "--replay", "1");
    unsetenv("POSIXLY_CORRECT");
    assert_int_equal(parsed.outcome, OPTIONS_RUN);
    assert_int_equal(parsed.options.replay, 1);
    parsed = PARSE("--mute", "--", "--zoom");
    assert_int_equal(parsed.outcome, OPTIONS_RUN);
    assert_true(parsed.options.mute);
    assert_wrong(PARSE("--", "a.rel", "b.rel"));
}

static void help_and_version_are_answers(void **state)
{
    (void)state;
    struct parsed parsed = PARSE("--help");
    assert_int_equal(parsed.outcome, OPTIONS_DONE);
    assert_non_null(strstr(parsed.answer.bytes, "--exit-when-done"));
    assert_non_null(strstr(parsed.answer.bytes, "--safe-mode"));
    text_free(&parsed.answer);
    parsed = PARSE("--version");
    assert_int_equal(parsed.outcome, OPTIONS_DONE);
    assert_string_equal(parsed.answer.bytes, "warren " WARREN_VERSION "\n");
    text_free(&parsed.answer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_asked_is_the_title_as_saved),
        cmocka_unit_test(everything_can_be_asked_for),
        cmocka_unit_test(what_makes_no_sense_is_wrong_usage),
        cmocka_unit_test(what_is_wrong_is_named),
        cmocka_unit_test(options_may_stand_behind_the_level_everywhere),
        cmocka_unit_test(help_and_version_are_answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

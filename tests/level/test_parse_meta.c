/* Meta lines, every key of them (rules/10 1.4, 1.6 to 1.9). */
#include "level/level_code.h"
#include "support/parsed_level.h"
#include "support/test.h"
#include "world/build.h"

#include <string.h>

static struct world_counts counts_of(const char *text)
{
    struct level *level = parsed_level(text);
    struct world_counts counts = world_counts(level->world);
    level_destroy(level);
    return counts;
}

static void numbers_have_their_defaults(void **state)
{
    (void)state;
    struct level *level = parsed_level("##");
    struct world_counts counts = world_counts(level->world);
    assert_int_equal(counts.rabbits_total, 10);
    assert_int_equal(counts.to_save, 1);
    assert_int_equal(counts.saved, 0);
    assert_int_equal(counts.killed, 0);
    assert_int_equal(counts.waiting, 10);
    assert_int_equal(counts.last_index, 0);
    assert_false(counts.is_paused);
    for (int i = 0; i < ABILITY_COUNT; i++) {
        assert_false(counts.has[i]);
    }
    int delay_count;
    const int32_t *delays = world_delays(level->world, &delay_count);
    assert_int_equal(delay_count, 1);
    assert_int_equal(delays[0], 4);
    level_destroy(level);
}

static void texts_are_empty_by_default(void **state)
{
    (void)state;
    struct level *level = parsed_level("##");
    assert_string_equal(level->name, "");
    assert_string_equal(level->description, "");
    assert_string_equal(level->author_name, "");
    assert_string_equal(level->author_url, "");
    assert_string_equal(level->music, "");
    assert_int_equal(level->hint_count, 0);
    assert_int_equal(level->solution_count, 0);
    assert_int_equal(level->comment_count, 0);
    assert_int_equal(level->void_style, VOID_HIGHLIGHTER);
    level_destroy(level);
}

static void numbers_are_what_the_lines_say(void **state)
{
    (void)state;
    struct world_counts counts = counts_of(":num_rabbits=11\n:num_to_save=12\n:num_saved=13\n:num_killed=14\n"
                                           ":num_waiting=15\n:rabbit_index_count=16\n:paused=true\n##");
    assert_int_equal(counts.rabbits_total, 11);
    assert_int_equal(counts.to_save, 12);
    assert_int_equal(counts.saved, 13);
    assert_int_equal(counts.killed, 14);
    assert_int_equal(counts.waiting, 15);
    assert_int_equal(counts.last_index, 16);
    assert_true(counts.is_paused);
}

static void waiting_is_the_number_of_rabbits_unless_given(void **state)
{
    (void)state;
    assert_int_equal(counts_of(":num_rabbits=+5\n##").waiting, 5);
    assert_int_equal(counts_of(":num_waiting=1\n:num_rabbits=3\n##").waiting, 1);
    assert_int_equal(counts_of(":num_rabbits=3\n:num_waiting=1\n##").waiting, 1);
    assert_int_equal(counts_of("##\n:num_rabbits=3\n").waiting, 3);
}

static void abilities_are_there_when_given(void **state)
{
    (void)state;
    static const char *const names[] = {"bash", "dig", "bridge", "block", "climb", "explode", "brolly"};
    for (int i = 0; i < ABILITY_COUNT; i++) {
        char text[64];
        snprintf(text, sizeof text, ":%s=%d\n##", names[i], i - 1);
        struct world_counts counts = counts_of(text);
        for (int k = 0; k < ABILITY_COUNT; k++) {
            assert_int_equal(counts.has[k], k == i);
        }
        assert_int_equal(counts.stock[i], i - 1);
    }
}

static void texts_are_kept_to_the_letter(void **state)
{
    (void)state;
    struct level *level =
        parsed_level(":name= a = b \n:description=% :x=\n:author_name=\n:author_url=\xC3\xA4\n"
                     ":music=m\n##");
    assert_string_equal(level->name, " a = b ");
    assert_string_equal(level->description, "% :x=");
    assert_string_equal(level->author_name, "");
    assert_string_equal(level->author_url, "\xC3\xA4");
    assert_string_equal(level->music, "m");
    level_destroy(level);
}

static void the_name_comes_from_the_path_if_not_given(void **state)
{
    (void)state;
    struct level *level = level_parse("##", 2, "01_easy/03_Dig.rel", NULL);
    assert_string_equal(level->name, "1 easy 3 Dig");
    assert_int_equal(level->void_style, VOID_HIGHLIGHTER);
    level_destroy(level);
    level = level_parse(":name=\n##", 9, "01_easy/03_Dig.rel", NULL);
    assert_string_equal(level->name, "");
    level_destroy(level);
}

static enum void_style style_of(const char *text)
{
    struct level *level = parsed_level(text);
    enum void_style style = level->void_style;
    level_destroy(level);
    return style;
}

static void the_void_style_is_given_or_follows_from_the_name(void **state)
{
    (void)state;
    assert_int_equal(style_of(":void_marker_style=Torn_Paper\n##"), VOID_TORN_PAPER);
    assert_int_equal(style_of(":name=a\n:void_marker_style=HIGHLIGHTER\n##"), VOID_HIGHLIGHTER);
    assert_int_equal(style_of(":name=a\n##"), VOID_TORN_PAPER);
    assert_int_equal(style_of(":name=b\n##"), VOID_HIGHLIGHTER);
    assert_int_equal(style_of("##"), VOID_HIGHLIGHTER);
    assert_level_error("##\n:void_marker_style=paper\n", "bad-void-style", 2, 20);
    assert_level_error(":void_marker_style=\n##", "bad-void-style", 1, 20);
    assert_level_error(":void_marker_style=torn-paper\n##", "bad-void-style", 1, 20);
    /* It is only noticed when all lines are read. */
    assert_level_error(":void_marker_style=\n#\n##", "row-length", 3, 2);
    assert_level_error(":void_marker_style=\n*", "star-missing", 2, 1);
}

static void hints_and_solutions_come_in_order(void **state)
{
    (void)state;
    struct level *level =
        parsed_level(":hint.01=x\n:solution.001=s\n:hint.2=y\n:solution.2=\n##\n:hint.003=z\n");
    assert_int_equal(level->hint_count, 3);
    assert_string_equal(level->hints[0], "x");
    assert_string_equal(level->hints[1], "y");
    assert_string_equal(level->hints[2], "z");
    assert_int_equal(level->solution_count, 2);
    assert_string_equal(level->solutions[0], "s");
    assert_string_equal(level->solutions[1], "");
    level_destroy(level);
    assert_level_error(":hint.2=x\n##", "list-order", 1, 2);
    assert_level_error(":hint.0=x\n##", "list-order", 1, 2);
    assert_level_error(":hint.1=x\n:hint.3=x\n##", "list-order", 2, 2);
    assert_level_error(":hint.1=x\n:hint.01=x\n##", "duplicate", 2, 2);
    assert_level_error(":solution.1=x\n:solution.1.code=x\n##", "duplicate", 2, 2);
}

static void assert_delays(const char *value, const int32_t *wanted, int wanted_count)
{
    char text[64];
    snprintf(text, sizeof text, ":rabbit_delay=%s\n##", value);
    struct level *level = parsed_level(text);
    int count;
    const int32_t *delays = world_delays(level->world, &count);
    assert_int_equal(count, wanted_count);
    for (int i = 0; i < wanted_count; i++) {
        assert_int_equal(delays[i], wanted[i]);
    }
    level_destroy(level);
}

/* rules/10 9.3 */
static void delays_are_a_list(void **state)
{
    (void)state;
    assert_delays("5", (const int32_t[]){5}, 1);
    assert_delays("5,", (const int32_t[]){5}, 1);
    assert_delays("5,,", (const int32_t[]){5}, 1);
    assert_delays("1,-2,+3", (const int32_t[]){1, -2, 3}, 3);
    assert_delays(",", (const int32_t[]){0}, 0);
    assert_delays(",,", (const int32_t[]){0}, 0);
    assert_level_error(":rabbit_delay=\n##", "not-int", 1, 15);
    assert_level_error(":rabbit_delay=5,,6\n##", "not-int", 1, 17);
    assert_level_error(":rabbit_delay=,5\n##", "not-int", 1, 15);
    assert_level_error(":rabbit_delay=5, 6\n##", "not-int", 1, 17);
    assert_level_error(":rabbit_delay=5\n:rabbit_delay=5\n##", "duplicate", 2, 2);
}

static void whole_numbers_have_32_bits(void **state)
{
    (void)state;
    assert_int_equal(counts_of(":num_rabbits=0\n:num_saved=2147483647\n##").saved, INT32_MAX);
    assert_int_equal(counts_of(":num_rabbits=0\n:num_saved=-2147483648\n##").saved, INT32_MIN);
    assert_int_equal(counts_of(":num_rabbits=0\n:num_saved=-0007\n##").saved, -7);
    static const char *const wrong[] = {
        "",    "+",   "-", "+-1", "1 ",         " 1",          "0x1",
        "1.0", "1e3", "a", "--1", "2147483648", "-2147483649", "99999999999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char text[64];
        snprintf(text, sizeof text, "##\n:num_saved=%s\n", wrong[i]);
        assert_level_error(text, "not-int", 2, 12);
        snprintf(text, sizeof text, "##\n:dig=%s\n", wrong[i]);
        assert_level_error(text, "not-int", 2, 6);
    }
}

static void truth_is_spelled_true_or_false(void **state)
{
    (void)state;
    assert_false(counts_of(":paused=false\n##").is_paused);
    assert_level_error(":paused=True\n##", "not-bool", 1, 9);
    assert_level_error(":paused=\n##", "not-bool", 1, 9);
}

static void old_keys_are_checked_and_ignored(void **state)
{
    (void)state;
    level_destroy(parsed_level(":intro=true\n:ready_to_explode_all=false\n##"));
    assert_level_error(":intro=1\n##", "not-bool", 1, 8);
    assert_level_error(":intro=true\n:intro=true\n##", "duplicate", 2, 2);
    assert_level_error(":ready_to_explode_all=\n##", "not-bool", 1, 23);
}

/* rules/10 9.8, rules/30 14.22 */
static void start_water_is_set_in_the_order_of_the_file(void **state)
{
    (void)state;
    struct level *level =
        parsed_level(":n=0,0,7\nn N\n:n=2,0,8\n:n=1,0,9\n:n=1,0,10\n:n=90,90,5\n:n=-90,0,5\n###\n"
                     ":n=0,1,5\n");
    assert_int_equal(world_water_at(level->world, 0, 0), 512);
    assert_int_equal(world_water_at(level->world, 1, 0), 10);
    assert_int_equal(world_water_at(level->world, 2, 0), 8);
    assert_int_equal(world_water_at(level->world, 0, 1), 0);
    level_destroy(level);
    level_destroy(parsed_level("#\n:n=2147483647,-2147483648,1\n:n=-2147483648,2147483647,1\n"));
    assert_level_error("#\n:n=1,2\n", "bad-water", 2, 4);
    assert_level_error("#\n:n=1,2,3,4\n", "bad-water", 2, 4);
    assert_level_error("#\n:n=\n", "bad-water", 2, 4);
    assert_level_error("#\n:n=1,x,3\n", "not-int", 2, 6);
    assert_level_error("#\n:n=1,2,\n", "not-int", 2, 8);
}

static void keys_must_be_known(void **state)
{
    (void)state;
    static const char *const keys[] = {
        "",       "x",         " name",    "name ",   "Name",     "hint",        "hint.",
        "hint.a", "hint.1000", "hint.1.2", "hint.+1", "solution", "solution.1x", "name.code.code",
        ".code",  "nn",        "**",
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        char text[64];
        snprintf(text, sizeof text, "##\n:%s=\n", keys[i]);
        assert_level_error(text, "unknown-key", 2, 2);
    }
}

static void a_meta_line_has_an_equals_sign(void **state)
{
    (void)state;
    assert_level_error("##\n:name", "bad-meta", 2, 1);
    assert_level_error(":\n##", "bad-meta", 1, 1);
}

static void keys_are_given_once(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "num_rabbits=1",
        "num_to_save=1",
        "num_saved=1",
        "num_killed=1",
        "num_waiting=1",
        "name=x",
        "description=x",
        "author_name=x",
        "author_url=x",
        "music=x",
        "paused=true",
        "rabbit_delay=1",
        "bash=1",
        "dig=1",
        "bridge=1",
        "block=1",
        "climb=1",
        "explode=1",
        "brolly=1",
        "rabbit_index_count=1",
        "void_marker_style=highlighter",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char text[128];
        snprintf(text, sizeof text, ":%s\n##\n:%s\n", lines[i], lines[i]);
        assert_level_error(text, "duplicate", 3, 2);
    }
    assert_level_error(":name=a\n:name.code=b\n##", "duplicate", 2, 2);
    /* That it stands twice is noticed before what is wrong with the second one. */
    assert_level_error(":dig=1\n:dig=x\n##", "duplicate", 2, 2);
}

/* rules/10 9.2 */
static void any_key_can_have_a_coded_value(void **state)
{
    (void)state;
    static const char *const lines[][2] = {
        {"num_rabbits", "7"},    {"name", "Hello World"}, {"solution.1", "until:WON"},
        {"rabbit_delay", "1,2"}, {"n", "0,0,5"},          {"*", "r{index:7}"},
    };
    struct text text = {0};
    text_add(&text, "  *\n###\n");
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        text_format(&text, ":%s.code=", lines[i][0]);
        level_code_encode(lines[i][1], strlen(lines[i][1]), &text);
        text_add_char(&text, '\n');
    }
    struct level *level = parsed_level(text.bytes);
    int count;
    assert_int_equal(world_counts(level->world).rabbits_total, 7);
    assert_string_equal(level->name, "Hello World");
    assert_string_equal(level->solutions[0], "until:WON");
    assert_int_equal(world_delays(level->world, &count)[1], 2);
    assert_int_equal(world_water_at(level->world, 0, 0), 5);
    assert_int_equal(world_rabbits(level->world, &count)[0].index, 7);
    level_destroy(level);
    text_free(&text);
}

/* What is wrong inside of a coded value has no place of its own in the file. */
static void errors_in_coded_values_stand_where_the_value_starts(void **state)
{
    (void)state;
    struct text text = {0};
    text_add(&text, "#\n:n.code=");
    level_code_encode("1,x,3", 5, &text);
    assert_level_error(text.bytes, "not-int", 2, 9);
    text_clear(&text);
    text_add(&text, "*\n:*.code=");
    level_code_encode("  r{index:x}", 12, &text);
    assert_level_error(text.bytes, "bad-state-int", 2, 9);
    text_free(&text);
}

static void comments_belong_to_what_follows_them(void **state)
{
    (void)state;
    struct level *level =
        parsed_level("% a\n%\n:name.code=K\n% b\n*\n% c\n:*=r\n:n=0,0,0\n% d\n:hint.01=\n% e\n% f\n");
    static const char *const wanted[][2] = {{"% a", "name"},    {"%", "name"}, {"% b", ""},  {"% c", "*"},
                                            {"% d", "hint.01"}, {"% e", NULL}, {"% f", NULL}};
    assert_int_equal(level->comment_count, 7);
    for (int i = 0; i < level->comment_count; i++) {
        assert_string_equal(level->comments[i].line, wanted[i][0]);
        if (wanted[i][1] == NULL) {
            assert_null(level->comments[i].attached_to);
        } else {
            assert_string_equal(level->comments[i].attached_to, wanted[i][1]);
        }
    }
    level_destroy(level);
}

static void a_zero_byte_cannot_stand_in_a_text(void **state)
{
    (void)state;
    static const char name[] = "#\n:name=a\0b\n";
    static const char hint[] = "#\n:hint.1=a\0b\n";
    static const char comment[] = "#\n%\0\n";
    static const char number[] = "#\n:dig=1\0\n";
    parsed_level_check_error(name, sizeof name - 1, "unknown-char", 2, 8, __FILE__, __LINE__);
    parsed_level_check_error(hint, sizeof hint - 1, "unknown-char", 2, 10, __FILE__, __LINE__);
    parsed_level_check_error(comment, sizeof comment - 1, "unknown-char", 2, 2, __FILE__, __LINE__);
    parsed_level_check_error(number, sizeof number - 1, "not-int", 2, 6, __FILE__, __LINE__);
}

static void the_first_fault_wins(void **state)
{
    (void)state;
    assert_level_error("##\n#x\n:y=\n", "unknown-char", 2, 2);
    assert_level_error(":y=\n##\n#x\n", "unknown-key", 1, 2);
    assert_level_error("#x\n###\n", "unknown-char", 1, 2);
    assert_level_error("##\n#x#\n", "row-length", 2, 3);
}

static void long_names_are_shown_in_part(void **state)
{
    (void)state;
    struct text text = {0};
    text_add_char(&text, ':');
    text_add_repeated(&text, 'k', 100000);
    text_add(&text, "=1\n#\n");
    assert_level_error(text.bytes, "unknown-key", 1, 2);
    struct error error;
    assert_null(level_parse(text.bytes, text.length, "", &error));
    assert_non_null(strstr(error.text, "kkk...' is no key"));
    text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_their_defaults),
        cmocka_unit_test(texts_are_empty_by_default),
        cmocka_unit_test(numbers_are_what_the_lines_say),
        cmocka_unit_test(waiting_is_the_number_of_rabbits_unless_given),
        cmocka_unit_test(abilities_are_there_when_given),
        cmocka_unit_test(texts_are_kept_to_the_letter),
        cmocka_unit_test(the_name_comes_from_the_path_if_not_given),
        cmocka_unit_test(the_void_style_is_given_or_follows_from_the_name),
        cmocka_unit_test(hints_and_solutions_come_in_order),
        cmocka_unit_test(delays_are_a_list),
        cmocka_unit_test(whole_numbers_have_32_bits),
        cmocka_unit_test(truth_is_spelled_true_or_false),
        cmocka_unit_test(old_keys_are_checked_and_ignored),
        cmocka_unit_test(start_water_is_set_in_the_order_of_the_file),
        cmocka_unit_test(keys_must_be_known),
        cmocka_unit_test(a_meta_line_has_an_equals_sign),
        cmocka_unit_test(keys_are_given_once),
        cmocka_unit_test(any_key_can_have_a_coded_value),
        cmocka_unit_test(errors_in_coded_values_stand_where_the_value_starts),
        cmocka_unit_test(comments_belong_to_what_follows_them),
        cmocka_unit_test(a_zero_byte_cannot_stand_in_a_text),
        cmocka_unit_test(the_first_fault_wins),
        cmocka_unit_test(long_names_are_shown_in_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

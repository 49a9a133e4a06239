/* Text of others in a message. */
#include "base/quote.h"
#include "support/test.h"

#include <stdbool.h>
#include <string.h>

static void assert_quote(const char *bytes, const char *expected)
{
    struct quote quote = quote_bytes(bytes, strlen(bytes));
    assert_string_equal(quote.text, expected);
}

static void plain_text_stands_between_quotes(void **state)
{
    (void)state;
    assert_quote("", "''");
    assert_quote("num rabbits ~", "'num rabbits ~'");
    assert_quote("H\xC3\xA4schen \xE2\x82\xAC \xF0\x9F\x90\x87",
                 "'H\xC3\xA4schen \xE2\x82\xAC \xF0\x9F\x90\x87'");
}

static void what_could_upset_a_terminal_is_spelled_out(void **state)
{
    (void)state;
    assert_quote("a\x1B[2J", "'a\\x1B[2J'");
    assert_quote("\t\x7F\x1F", "'\\x09\\x7F\\x1F'");
    /* Controls of two bytes, U+0080 to U+009F; U+00A0 is none. */
    assert_quote("\xC2\x80", "'\\xC2\\x80'");
    assert_quote("\xC2\x9F", "'\\xC2\\x9F'");
    assert_quote("\xC2\xA0", "'\xC2\xA0'");
    struct quote quote = quote_bytes("a\0b", 3);
    assert_string_equal(quote.text, "'a\\x00b'");
}

static void bytes_that_are_no_text_are_spelled_out(void **state)
{
    (void)state;
    assert_quote("\x80", "'\\x80'");
    assert_quote("\xC3(", "'\\xC3('");
    assert_quote("\xFF\xFE", "'\\xFF\\xFE'");
}

static void long_text_is_cut_between_characters(void **state)
{
    (void)state;
    char text[100];
    memset(text, 'x', sizeof text);
    struct quote quote = quote_bytes(text, sizeof text);
    assert_true(strlen(quote.text) < sizeof quote.text);
    assert_string_equal(quote.text + strlen(quote.text) - 5, "x...'");
    /* All that fits is there, and of a character that does not fit nothing. */
    for (size_t size = 40; size <= sizeof text - 2; size++) {
        memset(text, 'x', sizeof text);
        memcpy(text + size, "\xC3\xA4", 2);
        quote = quote_bytes(text, size + 2);
        size_t length = strlen(quote.text);
        assert_true(length < sizeof quote.text);
        bool is_whole = strcmp(quote.text + length - 3, "\xC3\xA4'") == 0;
        assert_true(is_whole ? length == size + 4 : strcmp(quote.text + length - 4, "...'") == 0);
        assert_true(is_whole || length > 55);
    }
}

static void all_of_a_text_is_printed_fit_to_be_read(void **state)
{
    (void)state;
    FILE *out = tmpfile();
    assert_non_null(out);
    quote_print("H\xC3\xA4schen's \x1B[2J", out);
    quote_print("", out);
    quote_print("----------------------------------------------------------------\xFF", out);
    rewind(out);
    char line[256] = "";
    assert_non_null(fgets(line, (int)sizeof line, out));
    assert_string_equal(line, "H\xC3\xA4schen's \\x1B[2J"
                              "----------------------------------------------------------------\\xFF");
    fclose(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_stands_between_quotes),
        cmocka_unit_test(what_could_upset_a_terminal_is_spelled_out),
        cmocka_unit_test(bytes_that_are_no_text_are_spelled_out),
        cmocka_unit_test(all_of_a_text_is_printed_fit_to_be_read),
        cmocka_unit_test(long_text_is_cut_between_characters),
    };
    return cmocka_run_group_tests_name("base/quote", tests, NULL, NULL);
}

#include "base/utf8.h"
#include "support/test.h"

static void characters_are_measured_in_bytes(void **state)
{
    (void)state;
    assert_int_equal(utf8_character_size("ab", 2), 1);
    assert_int_equal(utf8_character_size("\xE2\x82\xAC", 3), 3);
    assert_int_equal(utf8_character_size("\xE2\x82\xAC", 2), 1);
}

static void code_points_of_each_length_are_read(void **state)
{
    (void)state;
    size_t used = 0;
    assert_int_equal(utf8_code_point("a", 1, &used), 'a');
    assert_int_equal(used, 1);
    assert_int_equal(utf8_code_point("\xC3\xA4", 2, &used), 0xE4);
    assert_int_equal(used, 2);
    assert_int_equal(utf8_code_point("\xF0\x9F\x90\x87", 4, &used), 0x1F407);
    assert_int_equal(used, 4);
    /* A longer form than needed is none. */
    assert_int_equal(utf8_code_point("\xC1\x81", 2, &used), UTF8_REPLACEMENT);
    assert_int_equal(used, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_are_measured_in_bytes),
        cmocka_unit_test(code_points_of_each_length_are_read),
    };
    return cmocka_run_group_tests_name("base/utf8", tests, NULL, NULL);
}

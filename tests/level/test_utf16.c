#include "level/utf16.h"
#include "support/test.h"

#include <string.h>

static void assert_units(const char *bytes, const uint16_t *wanted, size_t count)
{
    uint16_t units[32];
    assert_int_equal(utf16_from_utf8(bytes, strlen(bytes), units), count);
    assert_memory_equal(units, wanted, count * sizeof *units);
    assert_int_equal(utf16_length(bytes, strlen(bytes)), count);
}

static void each_length_of_character_is_read(void **state)
{
    (void)state;
    assert_units("a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x90\x87",
                 (const uint16_t[]){'a', 0xE4, 0x20AC, 0xD83D, 0xDC07}, 5);
}

static void what_is_no_utf8_counts_byte_by_byte(void **state)
{
    (void)state;
    assert_units("\x80", (const uint16_t[]){0xFFFD}, 1); /* begins in the middle */
    assert_units("\xC3", (const uint16_t[]){0xFFFD}, 1); /* ends too early */
    assert_units("\xE2\x82"
                 "a",
                 (const uint16_t[]){0xFFFD, 0xFFFD, 'a'}, 3);        /* is broken off */
    assert_units("\xC0\x80", (const uint16_t[]){0xFFFD, 0xFFFD}, 2); /* longer than needed */
    assert_units("\xF4\x90\x80\x80", (const uint16_t[]){0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD},
                 4);                                     /* beyond the last */
    assert_units("\xF8", (const uint16_t[]){0xFFFD}, 1); /* no such lead */
}

static void assert_comes_back(const uint16_t *units, size_t count)
{
    struct text bytes = {0};
    uint16_t again[16];
    utf16_to_utf8(units, count, &bytes);
    assert_int_equal(utf16_from_utf8(bytes.bytes, bytes.length, again), count);
    assert_memory_equal(again, units, count * sizeof *units);
    text_free(&bytes);
}

static void all_units_come_back(void **state)
{
    (void)state;
    assert_comes_back((const uint16_t[]){'x', 0x7FF, 0x800, 0xFFFF, 0xD83D, 0xDC07}, 6);
    assert_comes_back((const uint16_t[]){0xD83D, 'x', 0xDC07}, 3); /* halves of a pair, apart */
    assert_comes_back((const uint16_t[]){0xDC07, 0xD83D}, 2);      /* halves of a pair, the wrong way round */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_length_of_character_is_read),
        cmocka_unit_test(what_is_no_utf8_counts_byte_by_byte),
        cmocka_unit_test(all_units_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

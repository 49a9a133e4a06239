#include "base/text.h"
#include "support/test.h"

#include <string.h>

static void starts_empty_and_grows(void **state)
{
    (void)state;
    struct text text = {0};
    text_add(&text, "ab");
    text_add_char(&text, 'c');
    text_add_repeated(&text, '.', 3);
    text_format(&text, "%d|%s", -7, "x");
    text_add_bytes(&text, "yz!", 2);
    assert_string_equal(text.bytes, "abc...-7|xyz");
    assert_int_equal(text.length, 12);
    text_free(&text);
}

static void ends_with_nul_after_every_step_of_growth(void **state)
{
    (void)state;
    struct text text = {0};
    for (size_t length = 1; length <= 2000; length++) {
        text_add_char(&text, 'x');
        assert_int_equal(text.length, length);
        assert_true(text.capacity > length);
        assert_int_equal(text.bytes[length], '\0');
    }
    assert_int_equal(strlen(text.bytes), 2000);
    text_free(&text);
}

static void nothing_appended_is_still_a_string(void **state)
{
    (void)state;
    struct text text = {0};
    text_add(&text, "");
    text_add_bytes(&text, NULL, 0);
    text_add_repeated(&text, 'x', 0);
    assert_string_equal(text.bytes, "");
    assert_int_equal(text.length, 0);
    text_free(&text);
}

static void holds_nul_bytes(void **state)
{
    (void)state;
    struct text text = {0};
    text_add_bytes(&text, "a\0b", 3);
    text_add_char(&text, '\0');
    assert_int_equal(text.length, 4);
    assert_memory_equal(text.bytes, "a\0b\0", 5);
    text_free(&text);
}

static void formats_what_is_longer_than_its_room(void **state)
{
    (void)state;
    struct text text = {0};
    text_format(&text, "%500d", 1);
    assert_int_equal(text.length, 500);
    assert_int_equal(text.bytes[499], '1');
    text_free(&text);
}

static void clear_keeps_the_room_and_free_gives_it_back(void **state)
{
    (void)state;
    struct text text = {0};
    text_clear(&text);
    assert_null(text.bytes);
    text_add_repeated(&text, 'x', 1000);
    size_t capacity = text.capacity;
    text_clear(&text);
    assert_string_equal(text.bytes, "");
    assert_int_equal(text.length, 0);
    assert_int_equal(text.capacity, capacity);
    text_free(&text);
    assert_null(text.bytes);
    assert_int_equal(text.capacity, 0);
    text_add(&text, "again");
    assert_string_equal(text.bytes, "again");
    text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(starts_empty_and_grows),
        cmocka_unit_test(ends_with_nul_after_every_step_of_growth),
        cmocka_unit_test(nothing_appended_is_still_a_string),
        cmocka_unit_test(holds_nul_bytes),
        cmocka_unit_test(formats_what_is_longer_than_its_room),
        cmocka_unit_test(clear_keeps_the_room_and_free_gives_it_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

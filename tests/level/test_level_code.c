#include "level/level_code.h"
#include "support/test.h"

#include <string.h>

static const char *const vectors[][2] = {
    {"", ""},
    {"a", "K"},
    {"ab", "VO"},
    {"aa", "VV"},
    {"aaaa", "EEEE"},
    {"AAAB", "gigg"},
    {"dig&(3,4)", "+^D-yF&3K"},
    {"until:WON", "t0DNU5|=W"},
    {"Hello World", "Igjj*z{j={4"},
};

static void assert_text(struct text *text, const char *wanted)
{
    assert_int_equal(text->length, strlen(wanted));
    assert_memory_equal(text->length > 0 ? text->bytes : "", wanted, text->length);
    text_free(text);
}

static void encoding_gives_the_test_vectors(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        struct text out = {0};
        level_code_encode(vectors[i][0], strlen(vectors[i][0]), &out);
        assert_text(&out, vectors[i][1]);
    }
}

static void decoding_gives_the_test_vectors_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        struct text out = {0};
        level_code_decode(vectors[i][1], strlen(vectors[i][1]), &out);
        assert_text(&out, vectors[i][0]);
    }
}

static void pairing_exchanges_positions_as_tabulated(void **state)
{
    (void)state;
    static const char *const results[] = {
        "0",       "10",       "102",       "2301",       "23014",       "321054",
        "3640251", "47320651", "473206518", "5832709416", "5832604917A", "69327A04B158",
    };
    for (uint32_t length = 1; length <= 12; length++) {
        uint32_t partners[12];
        char found[13] = {0};
        level_code_pair(length, 0, partners);
        for (uint32_t i = 0; i < length; i++) {
            found[i] = "0123456789ABCDEF"[partners[i]];
        }
        assert_string_equal(found, results[length - 1]);
    }
}

static void pairing_of_the_alphabet_for_nine_letters(void **state)
{
    (void)state;
    static const char result[] =
        "X[^adgjmpsvy|.-0/21438;>5DG6MP7VY\\_b9hk:qtwz}<ON=RQTSW?U @]!AZ\"Bc#C`$il%Ee&Ff'on(Hu)Ir*J{+Kx,L~";
    uint32_t partners[95];
    level_code_pair(95, 9, partners);
    char found[96] = {0};
    for (uint32_t i = 0; i < 95; i++) {
        found[i] = (char)(0x20 + partners[i]);
    }
    assert_string_equal(found, result);
}

static void letters_outside_the_alphabet_come_back(void **state)
{
    (void)state;
    static const char text[] = "K\xC3\xA4se \xE2\x82\xAC 5 \xF0\x9F\x90\x87 und Br\xC3\xB6tchen";
    struct text coded = {0};
    struct text plain = {0};
    level_code_encode(text, strlen(text), &coded);
    assert_string_not_equal(coded.bytes, text);
    level_code_decode(coded.bytes, coded.length, &plain);
    assert_text(&plain, text);
    text_free(&coded);
}

static void all_lengths_come_back(void **state)
{
    (void)state;
    char text[301];
    for (size_t length = 0; length <= 300; length++) {
        for (size_t i = 0; i < length; i++) {
            text[i] = (char)(0x20 + (i * 7 + length * 3) % 95);
        }
        text[length] = '\0';
        struct text coded = {0};
        struct text plain = {0};
        level_code_encode(text, length, &coded);
        level_code_decode(length > 0 ? coded.bytes : "", coded.length, &plain);
        assert_text(&plain, text);
        text_free(&coded);
    }
}

/* Would take minutes if looking for a partner were done place by place. */
static void the_longest_text_is_coded_at_once(void **state)
{
    (void)state;
    size_t length = LEVEL_CODE_BYTES_MAX;
    char *text = malloc(length);
    assert_non_null(text);
    memset(text, 'x', length);
    struct text coded = {0};
    level_code_encode(text, length, &coded);
    assert_int_equal(coded.length, length);
    text_free(&coded);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encoding_gives_the_test_vectors),
        cmocka_unit_test(decoding_gives_the_test_vectors_back),
        cmocka_unit_test(pairing_exchanges_positions_as_tabulated),
        cmocka_unit_test(pairing_of_the_alphabet_for_nine_letters),
        cmocka_unit_test(letters_outside_the_alphabet_come_back),
        cmocka_unit_test(all_lengths_come_back),
        cmocka_unit_test(the_longest_text_is_coded_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

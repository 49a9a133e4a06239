#include "level/level_name.h"
#include "support/test.h"

/* rules/10 9.10 */
static void names_come_from_paths(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"01_easy/03_Dig.rel", "1 easy 3 Dig"},
        {"a/100_b.rel", "a 10 b"},
        {"1001.rel", "11"},
        {"00", "0"},
        {"0", "0"},
        {"10203", "1203"},
        {"1203", "123"},
        {"", ""},
        {".rel", ""},
        {"a.rel.rel", "a.rel"},
        {"a.REL", "a.REL"},
        {"000x0y007", "0x0y7"},
        {"rel", "rel"},
        {"two\nlines\r\x7F.rel", "two lines  "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text name = {0};
        level_name_from_path(cases[i][0], &name);
        assert_string_equal(name.bytes, cases[i][1]);
        text_free(&name);
    }
}

static void odd_names_are_torn_paper(void **state)
{
    (void)state;
    assert_int_equal(level_name_void_style("a"), VOID_TORN_PAPER);
    assert_int_equal(level_name_void_style("b"), VOID_HIGHLIGHTER);
    assert_int_equal(level_name_void_style(""), VOID_HIGHLIGHTER);
    assert_int_equal(level_name_void_style("UFO"), VOID_HIGHLIGHTER);
    assert_int_equal(level_name_void_style("Tomb raider"), VOID_TORN_PAPER);
    assert_int_equal(level_name_void_style("\xC3\xA4"), VOID_HIGHLIGHTER);         /* 228 */
    assert_int_equal(level_name_void_style("\xF0\x9F\x90\x87"), VOID_HIGHLIGHTER); /* 0xD83D + 0xDC07 */
    assert_int_equal(level_name_void_style("\xF0\x9F\x90\x88"), VOID_TORN_PAPER);  /* 0xD83D + 0xDC08 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_come_from_paths),
        cmocka_unit_test(odd_names_are_torn_paper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "level/variant.h"
#include "support/test.h"

static void first_registers_are_the_tabulated_ones(void **state)
{
    (void)state;
    static const uint32_t values[] = {62334000,   166752951, 528608544, 1092680065,
                                      1149730672, 587249543, 845702960, 475500904};
    struct variant_source source;
    variant_start(&source);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        variant_draw(&source);
        assert_int_equal(source.m, values[i]);
    }
}

static void first_draws_are_the_tabulated_ones(void **state)
{
    (void)state;
    static const char draws[] = "0301030033133130311321013000203010111321201201200120321102231323";
    struct variant_source source;
    variant_start(&source);
    for (size_t i = 0; i < sizeof draws - 1; i++) {
        assert_int_equal(variant_draw(&source), draws[i] - '0');
    }
}

static void a_thousand_draws_fall_as_counted(void **state)
{
    (void)state;
    int counts[4] = {0};
    struct variant_source source;
    variant_start(&source);
    for (int i = 0; i < 1000; i++) {
        counts[variant_draw(&source)]++;
    }
    assert_int_equal(counts[0], 246);
    assert_int_equal(counts[1], 283);
    assert_int_equal(counts[2], 233);
    assert_int_equal(counts[3], 238);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_registers_are_the_tabulated_ones),
        cmocka_unit_test(first_draws_are_the_tabulated_ones),
        cmocka_unit_test(a_thousand_draws_fall_as_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "frame/coin.h"
#include "support/test.h"

static void seed_zero_gives_the_published_stream(void **state)
{
    (void)state;
    struct coin coin;
    coin_init(&coin, 0);
    assert_true(coin_bits(&coin) == UINT64_C(0xe220a8397b1dcdaf));
    assert_true(coin_bits(&coin) == UINT64_C(0x6e789e6aa1b965f4));
}

static void coin_is_fair_and_does_not_alternate(void **state)
{
    (void)state;
    struct coin coin;
    coin_init(&coin, 42);
    int heads = 0;
    int changes = 0;
    bool before = false;
    for (int i = 0; i < 10000; i++) {
        bool now = coin_toss(&coin);
        heads += now;
        changes += now != before;
        before = now;
    }
    assert_in_range(heads, 4800, 5200);
    assert_in_range(changes, 4800, 5200);
}

static void numbers_below_a_limit_are_all_met(void **state)
{
    (void)state;
    struct coin coin;
    coin_init(&coin, 7);
    int seen[5] = {0};
    for (int i = 0; i < 5000; i++) {
        int value = coin_below(&coin, 5);
        assert_in_range(value, 0, 4);
        seen[value]++;
    }
    for (int i = 0; i < 5; i++) {
        assert_in_range(seen[i], 850, 1150);
    }
    double fraction = coin_fraction(&coin);
    assert_true(fraction > 0 && fraction < 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seed_zero_gives_the_published_stream),
        cmocka_unit_test(coin_is_fair_and_does_not_alternate),
        cmocka_unit_test(numbers_below_a_limit_are_all_met),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

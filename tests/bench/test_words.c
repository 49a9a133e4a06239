#include "bench/words.h"
#include "support/test.h"

#include <math.h>

static void per_cents_have_as_many_digits_as_they_need(void **state)
{
    (void)state;
    char out[WORDS_MAX];
    assert_string_equal(words_percent(log(1.981), out), "+98.1%");
    assert_string_equal(words_percent(log(1.0006), out), "+0.06%");
    assert_string_equal(words_percent(log(0.5), out), "-50.0%");
    assert_string_equal(words_percent(0, out), "+0.00%");
    assert_string_equal(words_percent(log(1.0999), out), "+9.99%");
}

static void interval_says_when_there_is_none(void **state)
{
    (void)state;
    char out[WORDS_MAX];
    struct judgement judgement = {.low = log(1.974), .high = log(1.989), .has_interval = true};
    assert_string_equal(words_interval(&judgement, out), "[+97.4%, +98.9%]");
    judgement.has_interval = false;
    assert_string_equal(words_interval(&judgement, out), "[none yet]");
}

static void times_choose_their_unit(void **state)
{
    (void)state;
    char out[WORDS_MAX];
    assert_string_equal(words_ms(0.0421, out), "42.1 us");
    assert_string_equal(words_ms(0.35, out), "0.350 ms");
    assert_string_equal(words_ms(4.267, out), "4.27 ms");
    assert_string_equal(words_ms(16.67, out), "16.7 ms");
    assert_string_equal(words_seconds(12.4, out), "12 s");
    assert_string_equal(words_seconds(65, out), "1 min 05 s");
    assert_string_equal(words_seconds(-3, out), "0 s");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(per_cents_have_as_many_digits_as_they_need),
        cmocka_unit_test(interval_says_when_there_is_none),
        cmocka_unit_test(times_choose_their_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "frame/ring.h"
#include "support/test.h"

static void ring_keeps_the_last_samples_oldest_first(void **state)
{
    (void)state;
    struct ring ring;
    ring_init(&ring, 3);
    for (int i = 1; i <= 5; i++) {
        ring_add(&ring, i);
    }
    double out[3];
    assert_int_equal(ring_copy(&ring, out), 3);
    assert_true(out[0] == 3 && out[1] == 4 && out[2] == 5);
    assert_true(ring_at(&ring, 0) == 3);
    ring_free(&ring);
}

static void ring_that_is_not_full_starts_at_its_first_sample(void **state)
{
    (void)state;
    struct ring ring;
    ring_init(&ring, 4);
    ring_add(&ring, 7);
    ring_add(&ring, 8);
    assert_int_equal(ring.count, 2);
    assert_true(ring_at(&ring, 0) == 7 && ring_at(&ring, 1) == 8);
    ring_clear(&ring);
    assert_int_equal(ring.count, 0);
    ring_add(&ring, 9);
    assert_true(ring_at(&ring, 0) == 9);
    ring_free(&ring);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ring_keeps_the_last_samples_oldest_first),
        cmocka_unit_test(ring_that_is_not_full_starts_at_its_first_sample),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

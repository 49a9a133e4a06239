#include "base/hash.h"
#include "support/test.h"

/* From the table of test vectors of FNV's authors. */
static void matches_the_published_vectors(void **state)
{
    (void)state;
    assert_true(hash_bytes(HASH_START, "", 0) == UINT64_C(0xcbf29ce484222325));
    assert_true(hash_bytes(HASH_START, "a", 1) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(hash_bytes(HASH_START, "foobar", 6) == UINT64_C(0x85944171f73967e8));
}

static void pieces_give_the_hash_of_the_whole(void **state)
{
    (void)state;
    uint64_t hash = hash_bytes(HASH_START, "foo", 3);
    assert_true(hash_bytes(hash, "bar", 3) == hash_bytes(HASH_START, "foobar", 6));
}

static void bytes_above_127_count_as_positive(void **state)
{
    (void)state;
    const unsigned char byte = 0xff;
    assert_true(hash_bytes(0, &byte, 1) == UINT64_C(0xff) * UINT64_C(0x100000001b3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_the_published_vectors),
        cmocka_unit_test(pieces_give_the_hash_of_the_whole),
        cmocka_unit_test(bytes_above_127_count_as_positive),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

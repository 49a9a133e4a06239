/* What is said of claims that other processes were to confirm and did not. */
#include "bench/replicas.h"
#include "support/test.h"

#include <string.h>

static struct result make_claims(int count)
{
    struct result result = {.margin = 0.01, .alpha = 0.05};
    for (int i = 0; i < count; i++) {
        result_add_comparison(&result)->judgement =
            (struct judgement){.verdict = VERDICT_DIFFERENT, .material = MATERIAL_NO};
    }
    return result;
}

static void more_claims_than_are_measured_again_are_no_lack_of_time(void **state)
{
    (void)state;
    struct result result = make_claims(REPLICA_CLAIMS_MAX + 3);
    for (int i = 0; i < REPLICA_CLAIMS_MAX; i++) {
        result.comparisons[i].replica_count = REPLICAS;
    }
    assert_int_equal(replicas_needed(&result), REPLICA_CLAIMS_MAX);
    replicas_note_missing(&result);
    assert_int_equal(result.note_count, 1);
    assert_memory_equal(result.notes[0], "3 differences", 13);
    assert_non_null(strstr(result.notes[0], "that is done for 12"));
    result_free(&result);
}

static void claims_without_their_processes_are_counted(void **state)
{
    (void)state;
    struct result result = make_claims(REPLICA_CLAIMS_MAX + 1);
    replicas_note_missing(&result);
    assert_int_equal(result.note_count, 2);
    assert_memory_equal(result.notes[1], "12 differences", 14);
    assert_non_null(strstr(result.notes[1], "the time was up or a process failed"));
    result_free(&result);
}

static void quick_run_says_what_a_full_one_does(void **state)
{
    (void)state;
    struct result result = make_claims(REPLICA_CLAIMS_MAX + 1);
    result.is_quick = true;
    replicas_note_missing(&result);
    assert_int_equal(result.note_count, 1);
    assert_memory_equal(result.notes[0], "13 differences", 14);
    result_free(&result);
}

static void claims_seen_again_are_not_spoken_of(void **state)
{
    (void)state;
    struct result result = make_claims(2);
    result.comparisons[0].replica_count = result.comparisons[1].replica_count = REPLICAS;
    replicas_note_missing(&result);
    assert_int_equal(result.note_count, 0);
    result_free(&result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(more_claims_than_are_measured_again_are_no_lack_of_time),
        cmocka_unit_test(claims_without_their_processes_are_counted),
        cmocka_unit_test(quick_run_says_what_a_full_one_does),
        cmocka_unit_test(claims_seen_again_are_not_spoken_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "base/error.h"
#include "base/memory.h"
#include "support/scratch.h"
#include "support/test.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

/* Not known to the compiler, which would rightly complain about such sizes. */
static volatile size_t huge = SIZE_MAX / 2;

static void get_is_zeroed(void **state)
{
    (void)state;
    unsigned char *block = memory_get(1000);
    for (size_t i = 0; i < 1000; i++) {
        assert_int_equal(block[i], 0);
    }
    memory_free(block);
    int *array = memory_get_array(10, sizeof *array);
    assert_int_equal(array[9], 0);
    memory_free(array);
}

static void nothing_is_a_block_too(void **state)
{
    (void)state;
    void *block = memory_get(0);
    assert_non_null(block);
    block = memory_resize(block, 0, 8);
    assert_non_null(block);
    memory_free(block);
    memory_free(NULL);
}

static void resize_keeps_what_was_there(void **state)
{
    (void)state;
    int *array = memory_resize(NULL, 2, sizeof *array);
    array[0] = 5;
    array[1] = 6;
    array = memory_resize(array, 5000, sizeof *array);
    assert_int_equal(array[0], 5);
    assert_int_equal(array[1], 6);
    memory_free(array);
}

static void a_copied_text_is_its_own(void **state)
{
    (void)state;
    char text[] = "warren";
    char *copy = memory_copy_text(text);
    text[0] = 'x';
    assert_string_equal(copy, "warren");
    memory_free(copy);
}

static void every_taking_and_resizing_is_counted_and_no_freeing(void **state)
{
    (void)state;
    uint64_t before = memory_count();
    void *block = memory_resize(memory_get(1), 2, 1);
    char *copy = memory_copy_text("warren");
    assert_int_equal(memory_count() - before, 3);
    memory_free(block);
    memory_free(copy);
    assert_int_equal(memory_count() - before, 3);
}

static void get_more_than_there_is(void)
{
    memory_get(huge);
}

static void get_array_that_overflows(void)
{
    memory_get_array(huge, 3);
}

static void resize_to_what_overflows(void)
{
    memory_resize(NULL, huge, 3);
}

static void resize_to_more_than_there_is(void)
{
    memory_resize(NULL, huge, 1);
}

static long faults_of_taking_and_freeing(void)
{
    enum { BLOCKS = 512, BYTES = 64 * 1024 };
    static unsigned char *blocks[BLOCKS];
    struct rusage before, after;
    getrusage(RUSAGE_SELF, &before);
    for (int i = 0; i < BLOCKS; i++) {
        blocks[i] = memory_get(BYTES);
        memset(blocks[i], i, BYTES);
    }
    for (int i = 0; i < BLOCKS; i++) {
        memory_free(blocks[i]);
    }
    getrusage(RUSAGE_SELF, &after);
    return after.ru_minflt - before.ru_minflt;
}

static void freed_memory_that_is_kept_is_not_had_anew_page_by_page(void **state)
{
    (void)state;
    if (!memory_keep_freed()) {
        print_message("this C library has no such setting\n");
        skip();
    }
    assert_true(faults_of_taking_and_freeing() >= 0);
    assert_in_range(faults_of_taking_and_freeing(), 0, 800);
}

static void no_memory_ends_the_program_with_one_line_and_status_3(void **state)
{
    (void)state;
    void (*const works[])(void) = {get_more_than_there_is, get_array_that_overflows, resize_to_what_overflows,
                                   resize_to_more_than_there_is};
    struct text said = {0};
    for (size_t i = 0; i < sizeof works / sizeof works[0]; i++) {
        int status = scratch_child(works[i], &said);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), STATUS_ENVIRONMENT);
        assert_non_null(strstr(said.bytes, "error: out of memory: "));
        assert_non_null(strstr(said.bytes, " [memory]\n"));
    }
    text_free(&said);
}

static void what_is_taken_and_resized_is_counted(void **state)
{
    (void)state;
    uint64_t before = memory_count();
    void *block = memory_resize(memory_get(10), 20, 1);
    assert_int_equal(memory_count() - before, 2);
    memory_free(block);
    assert_int_equal(memory_count() - before, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(get_is_zeroed),
        cmocka_unit_test(nothing_is_a_block_too),
        cmocka_unit_test(resize_keeps_what_was_there),
        cmocka_unit_test(a_copied_text_is_its_own),
        cmocka_unit_test(what_is_taken_and_resized_is_counted),
        cmocka_unit_test(every_taking_and_resizing_is_counted_and_no_freeing),
        cmocka_unit_test(freed_memory_that_is_kept_is_not_had_anew_page_by_page),
        cmocka_unit_test(no_memory_ends_the_program_with_one_line_and_status_3),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

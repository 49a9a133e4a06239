/* Levels from folders, good and broken. */
#include "play/library.h"

#include "base/file.h"
#include "support/scratch.h"
#include "support/test.h"

#include <string.h>
#include <sys/stat.h>

static const char *const good_level = ":name=Good one\n:num_rabbits=3\n:num_to_save=2\n#Q O#\n#####\n";
static const char *const bad_level = ":name=Bad one\n#Q O#\n##\n";

static void put(void **state, const char *name, const char *bytes)
{
    struct text path = {0};
    struct error error;
    scratch_path(state, name, &path);
    if (!file_write(path.bytes, bytes, strlen(bytes), &error)) {
        fail_msg("%s", error.text);
    }
    text_free(&path);
}

static void make(void **state, const char *name)
{
    struct text path = {0};
    assert_int_equal(mkdir(scratch_path(state, name, &path), 0700), 0);
    text_free(&path);
}

static void a_folder_with_an_index_is_a_set_in_its_order(void **state)
{
    struct library library = {0};
    make(state, "hard");
    put(state, "hard/index", "% mine\n:name=Hard ones\n:description=Not for beginners\nb.rel\na.rel\n");
    put(state, "hard/a.rel", good_level);
    put(state, "hard/b.rel", good_level);
    library_add(&library, *state);
    assert_int_equal(library.set_count, 1);
    assert_string_equal(library.sets[0].name, "Hard ones");
    assert_string_equal(library.sets[0].description, "Not for beginners");
    assert_int_equal(library.sets[0].level_count, 2);
    assert_non_null(strstr(library.sets[0].levels[0].path, "/hard/b.rel"));
    library_close(&library);
}

static void a_folder_without_an_index_is_a_set_in_order_of_names(void **state)
{
    struct library library = {0};
    make(state, "Two-more");
    put(state, "Two-more/2_Second.rel", good_level);
    put(state, "Two-more/1_First.rel", good_level);
    put(state, "Two-more/readme.txt", "no level");
    library_add(&library, *state);
    assert_int_equal(library.set_count, 1);
    assert_string_equal(library.sets[0].name, "Two more");
    assert_int_equal(library.sets[0].level_count, 2);
    assert_string_equal(library.sets[0].levels[0].name, "First");
    library_read(&library, 0);
    assert_string_equal(library.sets[0].levels[0].name, "Good one");
    assert_int_equal(library.sets[0].levels[0].to_save, 2);
    library_close(&library);
}

static void loose_levels_are_my_levels_and_come_last(void **state)
{
    struct library library = {0};
    make(state, "zoo");
    put(state, "zoo/z.rel", good_level);
    put(state, "loose.rel", good_level);
    put(state, ".hidden.rel", good_level);
    library_add(&library, *state);
    assert_int_equal(library.set_count, 2);
    assert_string_equal(library.sets[1].name, "My levels");
    assert_int_equal(library.sets[1].level_count, 1);
    library_close(&library);
}

static void a_broken_level_is_listed_with_its_error(void **state)
{
    struct library library = {0};
    make(state, "mixed");
    put(state, "mixed/index", "bad.rel\nmissing.rel\ngood.rel\n");
    put(state, "mixed/bad.rel", bad_level);
    put(state, "mixed/good.rel", good_level);
    library_add(&library, *state);
    library_read(&library, 0);
    const struct library_level *levels = library.sets[0].levels;
    assert_int_equal(library.sets[0].level_count, 3);
    assert_true(levels[0].is_broken && levels[1].is_broken && !levels[2].is_broken);
    assert_int_equal(levels[0].error.line, 3);
    assert_int_equal(levels[1].error.line, 0);
    assert_string_not_equal(levels[1].error.text, "");
    assert_int_equal(library_unsolved(&library.sets[0]), 2);
    library_close(&library);
}

static void an_empty_folder_is_listed_as_broken(void **state)
{
    struct library library = {0};
    make(state, "empty");
    library_add(&library, *state);
    assert_int_equal(library.set_count, 1);
    assert_true(library.sets[0].is_broken);
    assert_non_null(strstr(library.sets[0].error.text, "no levels"));
    library_close(&library);
}

static void a_folder_that_is_not_there_adds_nothing(void **state)
{
    struct library library = {0};
    struct text path = {0};
    library_add(&library, scratch_path(state, "nowhere", &path));
    assert_int_equal(library.set_count, 0);
    text_free(&path);
    library_close(&library);
}

static void shipped_sets_are_those_of_the_index(void **state)
{
    (void)state;
    struct library library;
    library_open(&library, "assets");
    assert_true(library.set_count >= 1);
    for (int i = 0; i < library.set_count; i++) {
        library_read(&library, i);
        assert_false(library.sets[i].is_broken);
        for (int j = 0; j < library.sets[i].level_count; j++) {
            assert_false(library.sets[i].levels[j].is_broken);
        }
    }
    library_close(&library);
}

static void assets_without_an_index_list_all_their_sets(void **state)
{
    struct library library;
    make(state, "levels");
    make(state, "levels/one");
    put(state, "levels/one/a.rel", good_level);
    library_open(&library, *state);
    assert_int_equal(library.set_count, 1);
    assert_string_equal(library.sets[0].name, "one");
    library_close(&library);
}

static void a_level_is_found_by_any_path_that_leads_to_it(void **state)
{
    struct library library = {0};
    struct text path = {0};
    int set = -1;
    int level = -1;
    make(state, "one");
    put(state, "one/a.rel", good_level);
    put(state, "one/b.rel", good_level);
    put(state, "other.rel", good_level);
    library_add(&library, *state);
    assert_true(library_find(&library, scratch_path(state, "one/../one/./b.rel", &path), &set, &level));
    assert_int_equal(set, 0);
    assert_int_equal(level, 1);
    assert_false(library_find(&library, scratch_path(state, "no.rel", &path), &set, &level));
    text_free(&path);
    library_close(&library);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_folder_with_an_index_is_a_set_in_its_order),
        TEST(a_folder_without_an_index_is_a_set_in_order_of_names),
        TEST(loose_levels_are_my_levels_and_come_last),
        TEST(a_broken_level_is_listed_with_its_error),
        TEST(an_empty_folder_is_listed_as_broken),
        TEST(a_folder_that_is_not_there_adds_nothing),
        TEST(shipped_sets_are_those_of_the_index),
        TEST(assets_without_an_index_list_all_their_sets),
        TEST(a_level_is_found_by_any_path_that_leads_to_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

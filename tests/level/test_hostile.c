/* Files that are no levels, and levels without measure: one clear error each, soon and with bounded memory.
 */
#include "level/level_code.h"
#include "level/parser.h"
#include "support/parsed_level.h"
#include "support/scratch.h"
#include "support/test.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Makes a file of the test's folder and gives its path. */
static const char *put(void **state, const char *name, const void *bytes, size_t size, struct text *path)
{
    scratch_path(state, name, path);
    int descriptor = open(path->bytes, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, bytes, size), size);
    close(descriptor);
    return path->bytes;
}

static void assert_refused(const char *path, enum status status, const char *kind, int line, int column)
{
    struct error error;
    struct level *level = level_load(path, &error);
    assert_null(level);
    assert_int_equal(error.status, status);
    assert_string_equal(error.kind, kind);
    assert_int_equal(error.line, line);
    assert_int_equal(error.column, column);
    assert_true(error.text[0] != '\0');
    assert_string_equal(error.file, path);
}

static void a_missing_file(void **state)
{
    struct text path = {0};
    assert_refused(scratch_path(state, "missing.rel", &path), STATUS_ENVIRONMENT, "file", 0, 0);
    text_free(&path);
}

static void a_folder(void **state)
{
    struct text path = {0};
    scratch_path(state, "folder.rel", &path);
    assert_int_equal(mkdir(path.bytes, 0777), 0);
    assert_refused(path.bytes, STATUS_ENVIRONMENT, "file", 0, 0);
    text_free(&path);
}

static void an_unreadable_file(void **state)
{
    struct text path = {0};
    put(state, "secret.rel", "#", 1, &path);
    assert_int_equal(chmod(path.bytes, 0), 0);
    if (access(path.bytes, R_OK) != 0) {
        assert_refused(path.bytes, STATUS_ENVIRONMENT, "file", 0, 0);
    } else {
        print_message("this user can read everything\n");
    }
    text_free(&path);
}

static void an_empty_file(void **state)
{
    struct text path = {0};
    assert_refused(put(state, "empty.rel", "", 0, &path), STATUS_BAD, "no-map", 1, 1);
    text_free(&path);
}

static void a_file_of_zeros(void **state)
{
    struct text path = {0};
    static const char zeros[100000];
    assert_refused(put(state, "zeros.rel", zeros, sizeof zeros, &path), STATUS_BAD, "unknown-char", 1, 1);
    text_free(&path);
}

static void a_sparse_file_of_two_gigabytes(void **state)
{
    struct text path = {0};
    put(state, "sparse.rel", "", 0, &path);
    assert_int_equal(truncate(path.bytes, (off_t)2 << 30), 0);
    assert_refused(path.bytes, STATUS_ENVIRONMENT, "file", 0, 0);
    text_free(&path);
}

/* What is said to be that large is not looked at. */
static void more_bytes_than_a_level_can_have(void **state)
{
    (void)state;
    parsed_level_check_error("#", (size_t)LEVEL_BYTES_MAX + 1, "too-large", 0, 0, __FILE__, __LINE__);
}

static void a_picture(void **state)
{
    struct text path = {0};
    static const char png[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0";
    assert_refused(put(state, "picture.rel", png, sizeof png, &path), STATUS_BAD, "unknown-char", 1, 1);
    text_free(&path);
}

static void a_map_of_too_many_cells(void **state)
{
    (void)state;
    struct text text = {0};
    /* Wide and high enough, each alone far from any bound. */
    text_add(&text, ":name=x\n");
    text_add_repeated(&text, '#', 1 << 16);
    text_add_repeated(&text, '\n', 1 << 16);
    struct error error;
    assert_null(level_parse(text.bytes, text.length, "", &error));
    assert_string_equal(error.kind, "too-large");
    assert_in_range(error.line, 1000, 1026);
    assert_int_equal(error.column, 1);
    text_free(&text);
}

static void faults_before_the_map_gets_too_large_come_first(void **state)
{
    (void)state;
    struct text text = {0};
    text_add(&text, ":nam=x\n");
    text_add_repeated(&text, '#', 1 << 16);
    text_add_repeated(&text, '\n', 1 << 16);
    assert_level_error(text.bytes, "unknown-key", 1, 2);
    text_clear(&text);
    text_add(&text, "*\n:*=r{index:1}Q{Entrance.timeToNextRabbit:x}\n:n=0,0,5\n#n\n");
    text_add_repeated(&text, '\n', 1 << 23);
    assert_level_error(text.bytes, "bad-state-int", 2, 42);
    text_clear(&text);
    text_add(&text, "*\n:*=r{index:1}Q{}t{}O\n:n=0,0,5\n#n\n");
    text_add_repeated(&text, '\n', 1 << 23);
    assert_level_error(text.bytes, "row-length", 4, 2);
    text_free(&text);
}

static void a_single_row_of_too_many_cells(void **state)
{
    (void)state;
    struct text text = {0};
    text_add_repeated(&text, '#', 1 << 23);
    assert_level_error(text.bytes, "too-large", 1, 1);
    text_free(&text);
}

/* Their sum would fit, but nothing could be drawn at the far end. */
static void a_side_of_too_many_cells(void **state)
{
    (void)state;
    struct text text = {0};
    text_add_repeated(&text, ' ', WORLD_SIDE_MAX + 1);
    text_add(&text, "\n#\n");
    assert_level_error(text.bytes, "too-large", 1, 1);
    text_clear(&text);
    text_add_repeated(&text, '\n', 1);
    for (int i = 0; i <= WORLD_SIDE_MAX; i++) {
        text_add(&text, "#\n");
    }
    assert_level_error(text.bytes, "too-large", WORLD_SIDE_MAX + 1, 1);
    text_free(&text);
}

static void more_rabbits_and_things_than_can_be(void **state)
{
    (void)state;
    struct text text = {0};
    text_add(&text, "*\n:*=");
    text_add_repeated(&text, 'O', LEVEL_OBJECTS_MAX + 1);
    text_add_char(&text, '\n');
    assert_level_error(text.bytes, "too-large", 2, 4 + LEVEL_OBJECTS_MAX);
    text_clear(&text);
    text_add_repeated(&text, 'O', LEVEL_OBJECTS_MAX + 1);
    assert_level_error(text.bytes, "too-large", 1, 1 + LEVEL_OBJECTS_MAX);
    text_free(&text);
}

static void more_comments_than_can_be(void **state)
{
    (void)state;
    struct text text = {0};
    for (int i = 0; i <= LEVEL_COMMENTS_MAX; i++) {
        text_add(&text, "%\n");
    }
    text_add(&text, "#\n");
    assert_level_error(text.bytes, "too-large", LEVEL_COMMENTS_MAX + 1, 1);
    text_free(&text);
}

static void more_delays_than_can_be(void **state)
{
    (void)state;
    struct text text = {0};
    text_add(&text, "#\n:rabbit_delay=");
    text_add_repeated(&text, ',', LEVEL_OBJECTS_MAX + 1);
    assert_level_error(text.bytes, "too-large", 2, 15);
    text_free(&text);
}

static void a_coded_value_that_is_too_long(void **state)
{
    (void)state;
    struct text text = {0};
    text_add(&text, "#\n:name.code=");
    text_add_repeated(&text, 'x', LEVEL_CODE_BYTES_MAX + 1);
    assert_level_error(text.bytes, "too-large", 2, 12);
    text_free(&text);
}

static void a_chain_of_stars(void **state)
{
    (void)state;
    struct text text = {0};
    text_add(&text, "*\n");
    for (int i = 0; i < 50000; i++) {
        text_add(&text, ":*=*\n");
    }
    assert_level_error(text.bytes, "star-missing", 1, 1);
    text_add(&text, ":*=\n");
    level_destroy(parsed_level(text.bytes));
    text_free(&text);
}

static void very_long_texts_are_kept(void **state)
{
    (void)state;
    struct text text = {0};
    text_add(&text, "#\n:name=");
    text_add_repeated(&text, 'x', 1 << 22);
    struct level *level = parsed_level(text.bytes);
    assert_int_equal(strlen(level->name), 1 << 22);
    level_destroy(level);
    text_free(&text);
}

static void a_large_level_costs_little_per_cell(void **state)
{
    (void)state;
    enum { SIDE = 2048 };
    struct text text = {0};
    for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x += 8) {
            text_add(&text, (x + y) % 24 == 0 ? "##/  \\#M" : "  (n)   ");
        }
        text_add_char(&text, '\n');
    }
    struct level *level = parsed_level(text.bytes);
    assert_true(world_bytes(level->world) <= (size_t)16 * SIDE * SIDE);
    level_destroy(level);
    text_free(&text);
}

#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(a_missing_file),
        WITH_FOLDER(a_folder),
        WITH_FOLDER(an_unreadable_file),
        WITH_FOLDER(an_empty_file),
        WITH_FOLDER(a_file_of_zeros),
        WITH_FOLDER(a_sparse_file_of_two_gigabytes),
        cmocka_unit_test(more_bytes_than_a_level_can_have),
        WITH_FOLDER(a_picture),
        cmocka_unit_test(a_map_of_too_many_cells),
        cmocka_unit_test(faults_before_the_map_gets_too_large_come_first),
        cmocka_unit_test(a_side_of_too_many_cells),
        cmocka_unit_test(a_single_row_of_too_many_cells),
        cmocka_unit_test(more_rabbits_and_things_than_can_be),
        cmocka_unit_test(more_comments_than_can_be),
        cmocka_unit_test(more_delays_than_can_be),
        cmocka_unit_test(a_coded_value_that_is_too_long),
        cmocka_unit_test(a_chain_of_stars),
        cmocka_unit_test(very_long_texts_are_kept),
        cmocka_unit_test(a_large_level_costs_little_per_cell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

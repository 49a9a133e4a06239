#include "base/file.h"
#include "base/memory.h"
#include "replay/paths.h"
#include "support/scratch.h"
#include "support/test.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static void make_file(const char *folder, const char *name)
{
    struct text path = {0};
    struct error error;
    text_format(&path, "%s/%s", folder, name);
    assert_true(file_write(path.bytes, "x", 1, &error));
    text_free(&path);
}

static void make_folder(const char *folder, const char *name)
{
    struct text path = {0};
    text_format(&path, "%s/%s", folder, name);
    assert_int_equal(mkdir(path.bytes, 0777), 0);
    text_free(&path);
}

static void remove_all(const char *folder, const char *const *names)
{
    for (int i = 0; names[i] != NULL; i++) {
        struct text path = {0};
        text_format(&path, "%s/%s", folder, names[i]);
        assert_int_equal(remove(path.bytes), 0);
        text_free(&path);
    }
}

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Everything that is found, sorted, with the folder's own path taken off, one per line. "!" marks a problem.
 */
static void check_found(const char *const *arguments, int count, FILE *input, const char *folder,
                        const char *expected)
{
    struct paths *paths = paths_create(arguments, count, input);
    struct text path = {0};
    struct error error;
    char *found[16];
    size_t found_count = 0;
    enum paths_found what;
    while ((what = paths_next(paths, &path, &error)) != PATHS_END) {
        assert_true(found_count < sizeof found / sizeof *found);
        struct text line = {0};
        bool is_below = strncmp(path.bytes, folder, strlen(folder)) == 0;
        text_format(&line, "%s%s\n", what == PATHS_PROBLEM ? "!" : "",
                    path.bytes + (is_below ? strlen(folder) : 0));
        if (what == PATHS_PROBLEM) {
            assert_int_equal(error.status, STATUS_ENVIRONMENT);
            assert_string_equal(error.kind, "file");
        }
        found[found_count++] = line.bytes;
    }
    assert_int_equal(paths_next(paths, &path, &error), PATHS_END);
    paths_destroy(paths);
    text_free(&path);
    qsort(found, found_count, sizeof *found, compare_texts);
    struct text all = {0};
    text_add(&all, "");
    for (size_t i = 0; i < found_count; i++) {
        text_add(&all, found[i]);
        memory_free(found[i]);
    }
    assert_string_equal(all.bytes, expected);
    text_free(&all);
}

static void files_are_taken_as_they_are_named(void **state)
{
    (void)state;
    const char *arguments[] = {"one.rel", "not-there/two", "three.txt"};
    check_found(arguments, 3, NULL, "#", "not-there/two\none.rel\nthree.txt\n");
    check_found(arguments, 0, NULL, "#", "");
}

static void folders_are_walked_for_levels(void **state)
{
    const char *folder = *state;
    make_folder(folder, "a");
    make_folder(folder, "a/b");
    make_folder(folder, "a/b/empty");
    make_folder(folder, "folder.rel");
    make_file(folder, "one.rel");
    make_file(folder, "a/two.rel");
    make_file(folder, "a/b/three.rel");
    make_file(folder, "folder.rel/four.rel");
    make_file(folder, "a/readme.txt");
    make_file(folder, "a/.rel");
    make_file(folder, "a/relrel");
    const char *expected = "/a/b/three.rel\n/a/two.rel\n/folder.rel/four.rel\n/one.rel\n";
    const char *arguments[] = {folder};
    check_found(arguments, 1, NULL, folder, expected);
    struct text with_slash = {0};
    text_format(&with_slash, "%s/", folder);
    arguments[0] = with_slash.bytes;
    check_found(arguments, 1, NULL, folder, expected);
    text_free(&with_slash);
    static const char *const names[] = {
        "a/b/three.rel", "a/two.rel", "a/readme.txt", "a/.rel", "a/relrel", "folder.rel/four.rel",
        "one.rel",       "a/b/empty", "folder.rel",   "a/b",    "a",        NULL};
    remove_all(folder, names);
}

static void links_lead_to_files_but_not_to_folders(void **state)
{
    const char *folder = *state;
    struct text path = {0};
    make_file(folder, "one.rel");
    make_folder(folder, "sub");
    make_file(folder, "sub/two.rel");
    assert_int_equal(symlink("one.rel", scratch_path(state, "link.rel", &path)), 0);
    assert_int_equal(symlink(".", scratch_path(state, "circle.rel", &path)), 0);
    assert_int_equal(symlink("nowhere", scratch_path(state, "broken.rel", &path)), 0);
    assert_int_equal(symlink("sub", scratch_path(state, "named", &path)), 0);
    assert_int_equal(mkfifo(scratch_path(state, "pipe.rel", &path), 0666), 0);
    const char *arguments[] = {folder};
    check_found(arguments, 1, NULL, folder, "/broken.rel\n/link.rel\n/one.rel\n/sub/two.rel\n");
    arguments[0] = scratch_path(state, "named", &path);
    check_found(arguments, 1, NULL, folder, "/named/two.rel\n");
    text_free(&path);
    static const char *const names[] = {"sub/two.rel", "sub", NULL};
    remove_all(folder, names);
}

static FILE *stream_of(const char *text)
{
    FILE *stream = tmpfile();
    assert_non_null(stream);
    fputs(text, stream);
    rewind(stream);
    return stream;
}

static void a_dash_stands_for_the_lines_of_a_stream(void **state)
{
    const char *folder = *state;
    make_file(folder, "below.rel");
    struct text lines = {0};
    text_format(&lines, "one.rel\n\n-\na b.rel\n%s\nlast", folder);
    FILE *stream = stream_of(lines.bytes);
    const char *arguments[] = {"first.rel", "-", "then.rel", "-"};
    check_found(arguments, 4, stream, folder, "-\n/below.rel\na b.rel\nfirst.rel\nlast\none.rel\nthen.rel\n");
    fclose(stream);
    text_free(&lines);
}

static void paths_may_end_in_a_nul(void **state)
{
    (void)state;
    static const char bytes[] = "one.rel\0two.rel\0three.rel\nfour.rel";
    FILE *stream = tmpfile();
    assert_non_null(stream);
    fwrite(bytes, 1, sizeof bytes, stream);
    rewind(stream);
    const char *arguments[] = {"-"};
    check_found(arguments, 1, stream, "#", "four.rel\none.rel\nthree.rel\ntwo.rel\n");
    fclose(stream);
}

static void a_stream_is_read_no_further_than_asked_for(void **state)
{
    (void)state;
    FILE *stream = stream_of("one\ntwo\nthree\n");
    setvbuf(stream, NULL, _IONBF, 0);
    const char *arguments[] = {"-"};
    struct paths *paths = paths_create(arguments, 1, stream);
    struct text path = {0};
    struct error error;
    assert_int_equal(ftell(stream), 0);
    assert_int_equal(paths_next(paths, &path, &error), PATHS_LEVEL);
    assert_int_equal(ftell(stream), 4);
    paths_destroy(paths);
    text_free(&path);
    fclose(stream);
}

static void a_stream_that_cannot_be_read_is_a_problem(void **state)
{
    const char *folder = *state;
    FILE *stream = fopen(folder, "r");
    assert_non_null(stream);
    const char *arguments[] = {"-", "next.rel"};
    check_found(arguments, 2, stream, folder, "!-\nnext.rel\n");
    fclose(stream);
}

/* How many files are open, if they are numbered without gaps. */
static rlim_t count_open_files(void)
{
    int lowest_free = dup(STDERR_FILENO);
    assert_true(lowest_free > 0);
    close(lowest_free);
    return (rlim_t)lowest_free;
}

static void limit_open_files(rlim_t count)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = count;
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
}

/* As root every folder can be read: so they are folders for which no file number is left. */
static void a_folder_that_cannot_be_opened_is_a_problem(void **state)
{
    const char *folder = *state;
    make_folder(folder, "sub");
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    const char *arguments[] = {folder, "next.rel"};
    rlim_t open_files = count_open_files();
    limit_open_files(open_files);
    check_found(arguments, 2, NULL, folder, "!\nnext.rel\n");
    limit_open_files(open_files + 1);
    check_found(arguments, 2, NULL, folder, "!/sub\nnext.rel\n");
    limit_open_files(before.rlim_cur);
    static const char *const names[] = {"sub", NULL};
    remove_all(folder, names);
}

static void one_may_stop_in_the_middle(void **state)
{
    const char *folder = *state;
    make_folder(folder, "a");
    make_folder(folder, "a/b");
    make_file(folder, "a/b/one.rel");
    const char *arguments[] = {folder};
    struct paths *paths = paths_create(arguments, 1, NULL);
    struct text path = {0};
    struct error error;
    assert_int_equal(paths_next(paths, &path, &error), PATHS_LEVEL);
    paths_destroy(paths);
    text_free(&path);
    static const char *const names[] = {"a/b/one.rel", "a/b", "a", NULL};
    remove_all(folder, names);
}

int main(void)
{
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_taken_as_they_are_named),
        IN_A_FOLDER(folders_are_walked_for_levels),
        IN_A_FOLDER(links_lead_to_files_but_not_to_folders),
        IN_A_FOLDER(a_dash_stands_for_the_lines_of_a_stream),
        cmocka_unit_test(paths_may_end_in_a_nul),
        cmocka_unit_test(a_stream_is_read_no_further_than_asked_for),
        IN_A_FOLDER(a_stream_that_cannot_be_read_is_a_problem),
        IN_A_FOLDER(a_folder_that_cannot_be_opened_is_a_problem),
        IN_A_FOLDER(one_may_stop_in_the_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

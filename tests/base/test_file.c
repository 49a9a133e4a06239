#include "base/file.h"
#include "support/scratch.h"
#include "support/test.h"

#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void write_bytes(const char *path, const char *bytes)
{
    struct error error;
    assert_true(file_write(path, bytes, strlen(bytes), &error));
}

static void expect_content(const char *path, const char *expected)
{
    struct text content = {0};
    struct error error;
    assert_true(file_read(path, 1 << 20, &content, &error));
    assert_int_equal(content.length, strlen(expected));
    assert_memory_equal(content.bytes, expected, content.length);
    text_free(&content);
}

static void expect_failure(bool result, const struct error *error, const char *path, const char *text)
{
    assert_false(result);
    assert_int_equal(error->status, STATUS_ENVIRONMENT);
    assert_string_equal(error->kind, "file");
    assert_string_equal(error->file, path);
    assert_int_equal(error->line, 0);
    assert_string_equal(error->text, text);
}

static void expect_unreadable(const char *path, size_t limit, const char *text)
{
    struct text content = {0};
    struct error error;
    expect_failure(file_read(path, limit, &content, &error), &error, path, text);
    text_free(&content);
}

static void expect_unwritable(const char *path, const char *text)
{
    struct error error;
    expect_failure(file_write(path, "new", 3, &error), &error, path, text);
}

static void what_is_written_is_read_back(void **state)
{
    struct text path = {0};
    struct text content = {0};
    struct error error;
    scratch_path(state, "a", &path);
    assert_true(file_write(path.bytes, "a\0\n\xff", 4, &error));
    text_add(&content, "old");
    assert_true(file_read(path.bytes, 4, &content, &error));
    assert_int_equal(content.length, 4);
    assert_memory_equal(content.bytes, "a\0\n\xff", 5);
    text_free(&content);
    text_free(&path);
}

static void a_file_larger_than_one_read_is_whole(void **state)
{
    struct text path = {0};
    struct text bytes = {0};
    struct text content = {0};
    struct error error;
    scratch_path(state, "large", &path);
    for (int i = 0; i < 40000; i++) {
        text_format(&bytes, "%d,", i);
    }
    assert_true(file_write(path.bytes, bytes.bytes, bytes.length, &error));
    assert_true(file_read(path.bytes, bytes.length, &content, &error));
    assert_int_equal(content.length, bytes.length);
    assert_memory_equal(content.bytes, bytes.bytes, bytes.length);
    expect_unreadable(path.bytes, bytes.length - 1, "too large: File too large");
    text_free(&content);
    text_free(&bytes);
    text_free(&path);
}

static void an_empty_file_is_an_empty_text(void **state)
{
    struct text path = {0};
    write_bytes(scratch_path(state, "empty", &path), "");
    expect_content(path.bytes, "");
    text_free(&path);
}

static void what_cannot_be_read_says_why(void **state)
{
    struct text path = {0};
    expect_unreadable(scratch_path(state, "nothing", &path), 10, "cannot open: No such file or directory");
    expect_unreadable(*state, 10, "cannot read: Is a directory");
    text_free(&path);
}

static void a_huge_file_is_refused_without_reading_it(void **state)
{
    struct text path = {0};
    scratch_path(state, "huge", &path);
    write_bytes(path.bytes, "");
    assert_int_equal(truncate(path.bytes, (off_t)3 << 30), 0);
    expect_unreadable(path.bytes, 1 << 20, "too large: File too large");
    text_free(&path);
}

static void an_endless_device_is_refused_at_the_limit(void **state)
{
    (void)state;
    expect_unreadable("/dev/zero", 1 << 20, "too large: File too large");
}

static void a_new_file_takes_the_place_of_the_old_one(void **state)
{
    struct text path = {0};
    scratch_path(state, "a", &path);
    write_bytes(path.bytes, "old and long");
    int old = open(path.bytes, O_RDONLY);
    write_bytes(path.bytes, "new");
    expect_content(path.bytes, "new");
    char still[12];
    assert_int_equal(read(old, still, sizeof still), 12);
    assert_memory_equal(still, "old and long", 12);
    close(old);
    text_free(&path);
}

static void access_rights_stay(void **state)
{
    struct text path = {0};
    scratch_path(state, "a", &path);
    write_bytes(path.bytes, "old");
    assert_int_equal(chmod(path.bytes, 0600), 0);
    write_bytes(path.bytes, "new");
    struct stat facts;
    assert_int_equal(stat(path.bytes, &facts), 0);
    assert_int_equal(facts.st_mode & 0777, 0600);
    text_free(&path);
}

static void access_rights_that_the_mask_takes_from_new_files_stay(void **state)
{
    struct text path = {0};
    scratch_path(state, "a", &path);
    mode_t mask = umask(022);
    write_bytes(path.bytes, "old");
    struct stat facts;
    assert_int_equal(stat(path.bytes, &facts), 0);
    assert_int_equal(facts.st_mode & 0777, 0644);
    assert_int_equal(chmod(path.bytes, 0666), 0);
    write_bytes(path.bytes, "new");
    umask(mask);
    assert_int_equal(stat(path.bytes, &facts), 0);
    assert_int_equal(facts.st_mode & 0777, 0666);
    text_free(&path);
}

/* In a folder that others may write to, somebody could put a link where the file that is to be renamed will
 * be. */
static void nothing_is_written_through_a_planted_link(void **state)
{
    struct text path = {0};
    struct text victim = {0};
    struct text name = {0};
    struct text planted = {0};
    write_bytes(scratch_path(state, "victim", &victim), "precious");
    for (int i = 0; i < 3; i++) {
        text_clear(&name);
        text_format(&name, ".warren.%ld.%d", (long)getpid(), i);
        assert_int_equal(symlink(victim.bytes, scratch_path(state, name.bytes, &planted)), 0);
    }
    write_bytes(scratch_path(state, "a", &path), "new");
    expect_content(path.bytes, "new");
    expect_content(victim.bytes, "precious");
    struct stat facts;
    assert_int_equal(lstat(path.bytes, &facts), 0);
    assert_true(S_ISREG(facts.st_mode));
    text_free(&planted);
    text_free(&name);
    text_free(&victim);
    text_free(&path);
}

static void a_name_may_be_as_long_as_names_can_be(void **state)
{
    char name[NAME_MAX + 1];
    memset(name, 'x', NAME_MAX);
    name[NAME_MAX] = '\0';
    struct text path = {0};
    write_bytes(scratch_path(state, name, &path), "new");
    expect_content(path.bytes, "new");
    write_bytes(path.bytes, "again");
    expect_content(path.bytes, "again");
    text_free(&path);
}

static void a_link_to_nothing_yet_stays_and_the_file_behind_it_is_made(void **state)
{
    struct text path = {0};
    struct text first = {0};
    struct text second = {0};
    struct text folder = {0};
    assert_int_equal(mkdir(scratch_path(state, "folder", &folder), 0700), 0);
    scratch_path(state, "folder/a", &path);
    assert_int_equal(symlink("a", scratch_path(state, "folder/second", &second)), 0);
    assert_int_equal(symlink("folder/second", scratch_path(state, "first", &first)), 0);
    write_bytes(first.bytes, "new");
    expect_content(path.bytes, "new");
    struct stat facts;
    assert_int_equal(lstat(first.bytes, &facts), 0);
    assert_true(S_ISLNK(facts.st_mode));
    assert_int_equal(lstat(second.bytes, &facts), 0);
    assert_true(S_ISLNK(facts.st_mode));
    text_free(&folder);
    text_free(&second);
    text_free(&first);
    text_free(&path);
}

static void links_in_a_circle_cannot_be_written(void **state)
{
    struct text path = {0};
    assert_int_equal(symlink("a", scratch_path(state, "a", &path)), 0);
    expect_unwritable(path.bytes, "cannot write: Too many levels of symbolic links");
    text_free(&path);
}

static void the_file_behind_a_link_is_replaced_and_the_link_stays(void **state)
{
    struct text path = {0};
    struct text link = {0};
    write_bytes(scratch_path(state, "a", &path), "old");
    assert_int_equal(symlink("a", scratch_path(state, "link", &link)), 0);
    write_bytes(link.bytes, "new");
    expect_content(path.bytes, "new");
    struct stat facts;
    assert_int_equal(lstat(link.bytes, &facts), 0);
    assert_true(S_ISLNK(facts.st_mode));
    text_free(&link);
    text_free(&path);
}

static void a_device_is_written_to_and_stays_one(void **state)
{
    (void)state;
    write_bytes("/dev/null", "new");
    struct stat facts;
    assert_int_equal(stat("/dev/null", &facts), 0);
    assert_true(S_ISCHR(facts.st_mode));
}

static void what_cannot_be_written_says_why(void **state)
{
    struct text path = {0};
    expect_unwritable("/dev/full", "cannot write: No space left on device");
    expect_unwritable(*state, "cannot write: Is a directory");
    expect_unwritable(scratch_path(state, "no/such", &path), "cannot write: No such file or directory");
    write_bytes(scratch_path(state, "a", &path), "a file");
    expect_unwritable(scratch_path(state, "a/below", &path), "cannot write: Not a directory");
    text_free(&path);
}

static const char *path_for_child;

/* As on a full disk: no file may get longer than 4 bytes. */
static void write_more_than_fits(void)
{
    struct rlimit tiny = {.rlim_cur = 4, .rlim_max = 4};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &tiny);
    struct error error;
    _exit(file_write(path_for_child, "new and longer", 14, &error) ? 0 : (int)error.status);
}

static void a_full_disk_leaves_the_old_file_and_nothing_else(void **state)
{
    struct text path = {0};
    struct text said = {0};
    path_for_child = scratch_path(state, "a", &path);
    write_bytes(path.bytes, "old");
    int status = scratch_child(write_more_than_fits, &said);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), STATUS_ENVIRONMENT);
    expect_content(path.bytes, "old");
    assert_int_equal(unlink(path.bytes), 0);
    assert_int_equal(rmdir(*state), 0);
    assert_int_equal(mkdir(*state, 0700), 0);
    text_free(&said);
    text_free(&path);
}

static void a_folder_that_takes_no_files_is_an_error(void **state)
{
    (void)state;
    struct error error;
    assert_false(file_write("/proc/warren", "new", 3, &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
    assert_string_equal(error.file, "/proc/warren");
}

int main(void)
{
#define FILE_TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        FILE_TEST(what_is_written_is_read_back),
        FILE_TEST(a_file_larger_than_one_read_is_whole),
        FILE_TEST(an_empty_file_is_an_empty_text),
        FILE_TEST(what_cannot_be_read_says_why),
        FILE_TEST(a_huge_file_is_refused_without_reading_it),
        FILE_TEST(an_endless_device_is_refused_at_the_limit),
        FILE_TEST(a_new_file_takes_the_place_of_the_old_one),
        FILE_TEST(access_rights_stay),
        FILE_TEST(access_rights_that_the_mask_takes_from_new_files_stay),
        FILE_TEST(nothing_is_written_through_a_planted_link),
        FILE_TEST(a_name_may_be_as_long_as_names_can_be),
        FILE_TEST(a_link_to_nothing_yet_stays_and_the_file_behind_it_is_made),
        FILE_TEST(links_in_a_circle_cannot_be_written),
        FILE_TEST(the_file_behind_a_link_is_replaced_and_the_link_stays),
        FILE_TEST(a_device_is_written_to_and_stays_one),
        FILE_TEST(what_cannot_be_written_says_why),
        FILE_TEST(a_full_disk_leaves_the_old_file_and_nothing_else),
        FILE_TEST(a_folder_that_takes_no_files_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Folders of the player's files in made-up environments, and the thread that writes into them. */
#include "base/file.h"
#include "base/memory.h"
#include "play/folders.h"
#include "play/keeper.h"
#include "support/scratch.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void environment(const char *home, const char *config)
{
    unsetenv("XDG_DATA_HOME");
    unsetenv("XDG_STATE_HOME");
    unsetenv("XDG_CACHE_HOME");
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("HOME");
    if (home != NULL) {
        setenv("HOME", home, 1);
    }
    if (config != NULL) {
        setenv("XDG_CONFIG_HOME", config, 1);
    }
}

static void folders_follow_home(void **state)
{
    (void)state;
    struct folders folders;
    struct error error;
    environment("/h", NULL);
    assert_true(folders_find(&folders, &error));
    assert_string_equal(folders.paths[FOLDER_CONFIG], "/h/.config/warren");
    assert_string_equal(folders.paths[FOLDER_DATA], "/h/.local/share/warren");
    assert_string_equal(folders.paths[FOLDER_STATE], "/h/.local/state/warren");
    assert_string_equal(folders.paths[FOLDER_CACHE], "/h/.cache/warren");
    folders_free(&folders);
}

static void variables_go_before_home(void **state)
{
    (void)state;
    struct folders folders;
    struct error error;
    environment("/h", "/c");
    setenv("XDG_STATE_HOME", "/s", 1);
    assert_true(folders_find(&folders, &error));
    assert_string_equal(folders.paths[FOLDER_CONFIG], "/c/warren");
    assert_string_equal(folders.paths[FOLDER_STATE], "/s/warren");
    assert_string_equal(folders.paths[FOLDER_DATA], "/h/.local/share/warren");
    folders_free(&folders);
}

static void empty_and_relative_variables_count_as_unset(void **state)
{
    (void)state;
    struct folders folders;
    struct error error;
    static const char *const useless[] = {"", "c", "./c", "~/c"};
    for (size_t i = 0; i < sizeof useless / sizeof useless[0]; i++) {
        environment("/h", useless[i]);
        assert_true(folders_find(&folders, &error));
        assert_string_equal(folders.paths[FOLDER_CONFIG], "/h/.config/warren");
        folders_free(&folders);
    }
}

static void without_home_nothing_is_kept_and_one_line_says_so(void **state)
{
    (void)state;
    static const char *const homes[] = {NULL, "", "h"};
    for (size_t i = 0; i < sizeof homes / sizeof homes[0]; i++) {
        struct folders folders;
        struct error error = {0};
        environment(homes[i], NULL);
        assert_false(folders_find(&folders, &error));
        assert_non_null(strstr(error.text, "HOME"));
        assert_int_equal(error.status, STATUS_ENVIRONMENT);
        assert_null(folders_file(&folders, FOLDER_STATE, "game", &error));
        folders_free(&folders);
    }
}

static void without_home_a_variable_still_has_its_place(void **state)
{
    (void)state;
    struct folders folders;
    struct error error;
    environment(NULL, "/c");
    assert_false(folders_find(&folders, &error));
    assert_string_equal(folders.paths[FOLDER_CONFIG], "/c/warren");
    assert_null(folders.paths[FOLDER_DATA]);
    folders_free(&folders);
}

static void a_folder_is_made_for_the_player_alone(void **state)
{
    struct text path = {0};
    struct folders folders;
    struct error error;
    struct stat facts;
    environment(scratch_path(state, "home", &path), NULL);
    assert_true(folders_find(&folders, &error));
    char *file = folders_file(&folders, FOLDER_DATA, "progress", &error);
    assert_non_null(file);
    assert_int_equal(stat(folders.paths[FOLDER_DATA], &facts), 0);
    assert_true(S_ISDIR(facts.st_mode));
    assert_int_equal(facts.st_mode & 0077, 0);
    assert_int_not_equal(stat(folders.paths[FOLDER_CONFIG], &facts), 0);
    memory_free(file);
    rmdir(folders.paths[FOLDER_DATA]);
    static const char *const made[] = {"home/.local/share", "home/.local", "home"};
    for (size_t i = 0; i < sizeof made / sizeof made[0]; i++) {
        assert_int_equal(rmdir(scratch_path(state, made[i], &path)), 0);
    }
    folders_free(&folders);
    text_free(&path);
}

static void a_folder_that_cannot_be_made_is_an_error(void **state)
{
    struct text path = {0};
    struct folders folders;
    struct error error;
    assert_true(file_write(scratch_path(state, "file", &path), "x", 1, &error));
    environment(path.bytes, NULL);
    assert_true(folders_find(&folders, &error));
    assert_null(folders_file(&folders, FOLDER_CONFIG, "settings.json", &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
    folders_free(&folders);
    text_free(&path);
}

static void touch(void **state, const char *name)
{
    struct text path = {0};
    struct error error;
    assert_true(file_write(scratch_path(state, name, &path), "x", 1, &error));
    text_free(&path);
}

static bool is_there(void **state, const char *name)
{
    struct text path = {0};
    bool found = access(scratch_path(state, name, &path), F_OK) == 0;
    text_free(&path);
    return found;
}

static void what_killed_writers_left_is_swept_away(void **state)
{
    pid_t dead = fork();
    if (dead == 0) {
        _exit(0);
    }
    waitpid(dead, NULL, 0);
    struct text name = {0};
    text_format(&name, ".warren.%ld.0", (long)dead);
    struct folders folders = {.paths = {[FOLDER_STATE] = *state}};
    struct error error;
    touch(state, name.bytes);
    touch(state, ".warren.1.0");
    touch(state, ".warren.new");
    touch(state, "warren.12.0");
    char *file = folders_file(&folders, FOLDER_STATE, "game", &error);
    assert_non_null(file);
    assert_false(is_there(state, name.bytes));
    assert_true(is_there(state, ".warren.1.0"));
    assert_true(is_there(state, ".warren.new"));
    assert_true(is_there(state, "warren.12.0"));
    memory_free(file);
    text_free(&name);
}

static void damaged_files_do_not_overwrite_each_other(void **state)
{
    struct text path = {0};
    struct text where = {0};
    scratch_path(state, "game", &path);
    for (int i = 0; i < 3; i++) {
        touch(state, "game");
        assert_true(folders_set_aside(path.bytes, &where));
        assert_false(is_there(state, "game"));
    }
    assert_true(is_there(state, "game.damaged"));
    assert_true(is_there(state, "game.damaged-2"));
    assert_true(is_there(state, "game.damaged-3"));
    assert_non_null(strstr(where.bytes, "game.damaged-3"));
    assert_false(folders_set_aside(path.bytes, NULL));
    text_free(&where);
    text_free(&path);
}

static void assert_content(const char *path, const char *expected)
{
    struct text text = {0};
    struct error error;
    assert_true(file_read(path, 1 << 20, &text, &error));
    assert_string_equal(text.bytes, expected);
    text_free(&text);
}

static void the_last_of_many_replacements_stands(void **state)
{
    struct text path = {0};
    struct keeper *keeper = keeper_create();
    struct error error;
    scratch_path(state, "a", &path);
    for (int i = 0; i < 100; i++) {
        char text[16];
        snprintf(text, sizeof text, "%d", i);
        keeper_replace(keeper, path.bytes, text, strlen(text));
    }
    keeper_flush(keeper);
    assert_content(path.bytes, "99");
    keeper_remove(keeper, path.bytes);
    keeper_remove(keeper, path.bytes);
    keeper_flush(keeper);
    assert_false(is_there(state, "a"));
    assert_false(keeper_failed(keeper, &error));
    keeper_replace(keeper, path.bytes, "end", 3);
    keeper_destroy(keeper);
    assert_content(path.bytes, "end");
    text_free(&path);
}

static void appended_lines_all_arrive_in_order(void **state)
{
    struct text path = {0};
    struct error error;
    scratch_path(state, "log", &path);
    assert_true(file_write(path.bytes, "whole\nhal", 9, &error));
    struct keeper *keeper = keeper_create();
    keeper_append(keeper, path.bytes, "one\n", 4);
    keeper_append(keeper, path.bytes, "two\n", 4);
    keeper_destroy(keeper);
    assert_content(path.bytes, "whole\nhal\none\ntwo\n");
    text_free(&path);
}

static void a_failure_is_told_once_until_it_goes_well_again(void **state)
{
    struct text path = {0};
    struct error error = {0};
    struct keeper *keeper = keeper_create();
    scratch_path(state, "no-folder/file", &path);
    for (int i = 0; i < 3; i++) {
        keeper_replace(keeper, path.bytes, "x", 1);
        keeper_flush(keeper);
        assert_int_equal(keeper_failed(keeper, &error), i == 0);
    }
    assert_non_null(strstr(error.file, "no-folder"));
    keeper_append(keeper, scratch_path(state, "good", &path), "x\n", 2);
    keeper_append(keeper, scratch_path(state, "no-folder/file", &path), "x\n", 2);
    keeper_flush(keeper);
    assert_true(keeper_failed(keeper, &error));
    keeper_destroy(keeper);
    keeper_destroy(NULL);
    text_free(&path);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folders_follow_home),
        cmocka_unit_test(variables_go_before_home),
        cmocka_unit_test(empty_and_relative_variables_count_as_unset),
        cmocka_unit_test(without_home_nothing_is_kept_and_one_line_says_so),
        cmocka_unit_test(without_home_a_variable_still_has_its_place),
        IN_SCRATCH(a_folder_is_made_for_the_player_alone),
        IN_SCRATCH(a_folder_that_cannot_be_made_is_an_error),
        IN_SCRATCH(what_killed_writers_left_is_swept_away),
        IN_SCRATCH(damaged_files_do_not_overwrite_each_other),
        IN_SCRATCH(the_last_of_many_replacements_stands),
        IN_SCRATCH(appended_lines_all_arrive_in_order),
        IN_SCRATCH(a_failure_is_told_once_until_it_goes_well_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Progress: what is remembered of levels, whatever their files are called, and what is left of it after
 * damage. */
#include "base/file.h"
#include "play/progress.h"
#include "support/scratch.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct start {
    struct folders folders;
    struct keeper *keeper;
    struct progress progress;
    struct error message;
    bool is_silent;
};

static void begin(struct start *start, void **state)
{
    *start = (struct start){.folders = {.paths = {[FOLDER_DATA] = *state}}, .keeper = keeper_create()};
    start->is_silent = progress_open(&start->progress, &start->folders, start->keeper, &start->message);
}

static void end(struct start *start)
{
    progress_close(&start->progress);
    keeper_destroy(start->keeper);
}

static struct identity level(uint64_t hash, const char *name)
{
    struct identity identity = {.hash = hash};
    snprintf(identity.name, sizeof identity.name, "%s", name);
    return identity;
}

static void assert_record(const struct progress *progress, struct identity identity,
                          struct progress_record expected)
{
    struct progress_record record = progress_of(progress, &identity);
    assert_int_equal(record.attempts, expected.attempts);
    assert_int_equal(record.is_solved, expected.is_solved);
    assert_int_equal(record.saved, expected.saved);
    assert_int_equal(record.tokens, expected.tokens);
    assert_int_equal(record.steps, expected.steps);
}

static void read_file(void **state, struct text *text)
{
    struct text path = {0};
    struct error error;
    assert_true(file_read(scratch_path(state, "progress", &path), 1 << 20, text, &error));
    text_free(&path);
}

static void put_file(void **state, const char *bytes, size_t size)
{
    struct text path = {0};
    struct error error;
    assert_true(file_write(scratch_path(state, "progress", &path), bytes, size, &error));
    text_free(&path);
}

static void nothing_is_known_of_a_new_level(void **state)
{
    struct start start;
    begin(&start, state);
    assert_true(start.is_silent);
    assert_record(&start.progress, level(1, "a"), (struct progress_record){0, false, -1, -1, -1});
    end(&start);
}

static void the_best_of_all_games_comes_back(void **state)
{
    struct start start;
    struct identity one = level(UINT64_MAX, "set/A level with spaces.rel");
    struct identity other = level(2, "set/other.rel");
    begin(&start, state);
    progress_begin(&start.progress, &one);
    progress_end(&start.progress, &one, true, 3, 5, 90);
    progress_begin(&start.progress, &one);
    progress_end(&start.progress, &one, true, 4, 7, 80);
    progress_begin(&start.progress, &one);
    progress_end(&start.progress, &one, false, 0, 0, 2);
    progress_begin(&start.progress, &other);
    progress_end(&start.progress, &other, false, 1, 1, 9);
    end(&start);
    begin(&start, state);
    assert_true(start.is_silent);
    assert_record(&start.progress, one, (struct progress_record){3, true, 4, 5, 80});
    assert_record(&start.progress, other, (struct progress_record){1, false, 1, -1, -1});
    end(&start);
}

static void a_level_that_moved_keeps_its_progress(void **state)
{
    struct start start;
    struct identity here = level(7, "set/here.rel");
    begin(&start, state);
    progress_end(&start.progress, &here, true, 3, 5, 90);
    assert_record(&start.progress, level(7, "other/there.rel"), (struct progress_record){0, true, 3, 5, 90});
    end(&start);
}

static void of_an_edited_level_only_the_solved_mark_stays(void **state)
{
    struct start start;
    struct identity before = level(7, "set/here.rel");
    begin(&start, state);
    progress_end(&start.progress, &before, true, 3, 5, 90);
    assert_record(&start.progress, level(8, "set/here.rel"), (struct progress_record){0, true, -1, -1, -1});
    assert_record(&start.progress, level(8, "set/new.rel"), (struct progress_record){0, false, -1, -1, -1});
    end(&start);
}

static void identity_is_the_bytes_and_the_last_two_names(void **state)
{
    struct text path = {0};
    struct error error;
    struct identity one;
    struct identity other;
    assert_true(file_write(scratch_path(state, "a.rel", &path), "###", 3, &error));
    assert_true(identity_of_file(path.bytes, &one, &error));
    assert_true(file_write(scratch_path(state, "b.rel", &path), "###", 3, &error));
    assert_true(identity_of_file(path.bytes, &other, &error));
    assert_true(identity_is_same(&one, &other));
    assert_non_null(strstr(other.name, "/b.rel"));
    assert_null(strchr(strchr(other.name, '/') + 1, '/'));
    assert_true(file_write(path.bytes, "## ", 3, &error));
    assert_true(identity_of_file(path.bytes, &other, &error));
    assert_false(identity_is_same(&one, &other));
    assert_false(identity_of_file(scratch_path(state, "none.rel", &path), &other, &error));
    text_free(&path);
}

/* Three results, one line each. */
static void write_three(void **state, struct text *text)
{
    struct start start;
    begin(&start, state);
    for (uint64_t i = 1; i <= 3; i++) {
        struct identity identity = level(i, "set/level.rel");
        progress_end(&start.progress, &identity, true, (int)i, 1, 1);
    }
    end(&start);
    read_file(state, text);
}

static int known(const struct progress *progress)
{
    int count = 0;
    for (uint64_t i = 1; i <= 3; i++) {
        struct identity identity = level(i, "other");
        count += progress_of(progress, &identity).saved == (int)i;
    }
    return count;
}

static void cut_anywhere_the_whole_lines_are_read_without_complaint(void **state)
{
    struct text text = {0};
    write_three(state, &text);
    size_t line = text.length / 3;
    for (size_t length = 0; length <= text.length; length++) {
        struct start start;
        put_file(state, text.bytes, length);
        begin(&start, state);
        assert_true(start.is_silent);
        assert_int_equal(known(&start.progress), (length + 1) / line);
        struct identity fourth = level(4, "x");
        progress_end(&start.progress, &fourth, true, 4, 4, 4);
        end(&start);
        start = (struct start){0};
        begin(&start, state);
        assert_int_equal(progress_of(&start.progress, &fourth).saved, 4);
        assert_int_equal(known(&start.progress), (length + 1) / line);
        end(&start);
    }
    text_free(&text);
}

static void one_flipped_bit_costs_one_line_at_most(void **state)
{
    struct text text = {0};
    write_three(state, &text);
    size_t line = text.length / 3;
    for (size_t i = 0; i < text.length * 8; i++) {
        struct progress progress = {0};
        text.bytes[i / 8] = (char)(text.bytes[i / 8] ^ (1 << (i % 8)));
        bool good = progress_read(&progress, text.bytes, text.length);
        text.bytes[i / 8] = (char)(text.bytes[i / 8] ^ (1 << (i % 8)));
        bool is_end_of_line = i / 8 % line == line - 1; /* two lines become one */
        assert_true(known(&progress) >= (is_end_of_line ? 1 : 2));
        assert_true(!good || i / 8 == text.length - 1);
        progress_close(&progress);
    }
    text_free(&text);
}

static void a_damaged_file_is_set_aside_and_its_good_lines_are_kept(void **state)
{
    struct start start;
    struct text text = {0};
    struct text path = {0};
    write_three(state, &text);
    text.bytes[text.length / 2] = '?';
    put_file(state, text.bytes, text.length);
    begin(&start, state);
    assert_false(start.is_silent);
    assert_non_null(strstr(start.message.text, "progress.damaged"));
    assert_int_equal(known(&start.progress), 2);
    end(&start);
    assert_int_equal(access(scratch_path(state, "progress.damaged", &path), F_OK), 0);
    begin(&start, state);
    assert_true(start.is_silent);
    assert_int_equal(known(&start.progress), 2);
    end(&start);
    text_free(&path);
    text_free(&text);
}

static void a_long_file_gets_short_without_losing_anything(void **state)
{
    struct start start;
    struct identity identity = level(1, "a");
    struct text text = {0};
    begin(&start, state);
    for (int i = 0; i < 120; i++) {
        progress_begin(&start.progress, &identity);
        progress_end(&start.progress, &identity, i == 60, i % 7, i, i);
    }
    end(&start);
    begin(&start, state);
    end(&start);
    read_file(state, &text);
    assert_true(text.length < 128);
    begin(&start, state);
    assert_record(&start.progress, identity, (struct progress_record){120, true, 6, 60, 60});
    end(&start);
    text_free(&text);
}

static void two_games_at_once_do_not_undo_each_other(void **state)
{
    struct start one;
    struct start other;
    struct identity first = level(1, "a");
    struct identity second = level(2, "b");
    begin(&one, state);
    begin(&other, state);
    progress_end(&one.progress, &first, true, 1, 1, 1);
    progress_end(&other.progress, &second, true, 2, 2, 2);
    end(&other);
    end(&one);
    begin(&one, state);
    assert_int_equal(known(&one.progress), 2);
    end(&one);
}

static void without_a_folder_progress_lasts_as_long_as_the_program(void **state)
{
    (void)state;
    struct folders folders = {0};
    struct keeper *keeper = keeper_create();
    struct progress progress;
    struct error message = {0};
    struct identity identity = level(1, "a");
    assert_false(progress_open(&progress, &folders, keeper, &message));
    progress_end(&progress, &identity, true, 1, 1, 1);
    assert_true(progress_of(&progress, &identity).is_solved);
    progress_close(&progress);
    keeper_destroy(keeper);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(nothing_is_known_of_a_new_level),
        IN_SCRATCH(the_best_of_all_games_comes_back),
        IN_SCRATCH(a_level_that_moved_keeps_its_progress),
        IN_SCRATCH(of_an_edited_level_only_the_solved_mark_stays),
        IN_SCRATCH(identity_is_the_bytes_and_the_last_two_names),
        IN_SCRATCH(cut_anywhere_the_whole_lines_are_read_without_complaint),
        IN_SCRATCH(one_flipped_bit_costs_one_line_at_most),
        IN_SCRATCH(a_damaged_file_is_set_aside_and_its_good_lines_are_kept),
        IN_SCRATCH(a_long_file_gets_short_without_losing_anything),
        IN_SCRATCH(two_games_at_once_do_not_undo_each_other),
        cmocka_unit_test(without_a_folder_progress_lasts_as_long_as_the_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The list of kept games: what is in it, what is removed from it, and what is put back. */
#include "play/player.h"
#include "play/replays.h"

#include "base/file.h"

#include <sys/stat.h>
#include <unistd.h>

static bool is_sets(const struct app *app)
{
    return app->screen == SCREEN_SETS;
}

static bool is_replays(const struct app *app)
{
    return app->screen == SCREEN_REPLAYS;
}

static void write_replay(void **state, const char *name, const char *date, const char *title)
{
    struct text path = {0};
    struct text text = {0};
    struct error error;
    text_format(&text, ":warren_replay=1\n:title=%s\n:level_path=x\n:date=%s\n:solution=5\n", title, date);
    assert_true(file_write(scratch_path(state, name, &path), text.bytes, text.length, &error));
    text_free(&path);
    text_free(&text);
}

static void they_are_listed_the_newest_first_and_a_broken_one_with_its_error(void **state)
{
    struct text path = {0};
    struct folders folders = {0};
    struct replays replays;
    char *data = *state;
    assert_int_equal(mkdir(scratch_path(state, "replays", &path), 0700), 0);
    write_replay(state, "replays/a.replay", "2026-01-02 10:00", "Older");
    write_replay(state, "replays/b.replay", "2026-01-03 10:00", "Newer");
    struct error error;
    assert_true(file_write(scratch_path(state, "replays/c.replay", &path), "?", 1, &error));
    folders.paths[FOLDER_DATA] = data;
    replays_open(&replays, &folders);
    assert_int_equal(replays.count, 3);
    assert_string_equal(replays.entries[0].replay.title, "Newer");
    assert_string_equal(replays.entries[1].replay.title, "Older");
    assert_true(replays.entries[2].is_broken);
    assert_string_not_equal(replays.entries[2].error.text, "");
    replays_close(&replays);
    text_free(&path);
}

static void list_three(void **state, struct folders *folders)
{
    struct text path = {0};
    folders->paths[FOLDER_DATA] = *state;
    assert_int_equal(mkdir(scratch_path(state, "replays", &path), 0700), 0);
    write_replay(state, "replays/a.replay", "2026-01-02 10:00", "Oldest");
    write_replay(state, "replays/b.replay", "2026-01-03 10:00", "Middle");
    write_replay(state, "replays/c.replay", "2026-01-04 10:00", "Newest");
    text_free(&path);
}

static int count_again(const struct folders *folders)
{
    struct replays replays;
    replays_open(&replays, folders);
    int count = replays.count;
    replays_close(&replays);
    return count;
}

static void what_was_removed_is_put_back_where_it_was(void **state)
{
    struct folders folders = {0};
    struct replays replays;
    struct error error = {0};
    int number = -1;
    list_three(state, &folders);
    replays_open(&replays, &folders);
    assert_true(replays_remove(&replays, 1, &error));
    assert_true(replays_remove(&replays, 0, &error));
    assert_int_equal(replays.count, 1);
    assert_string_equal(replays.entries[0].replay.title, "Oldest");
    assert_true(replays_put_back(&replays, &number, &error));
    assert_int_equal(number, 0);
    assert_true(replays_put_back(&replays, &number, &error));
    assert_int_equal(number, 1);
    assert_int_equal(replays.removed_count, 0);
    assert_string_equal(replays.entries[1].replay.title, "Middle");
    replays_close(&replays);
    assert_int_equal(count_again(&folders), 3);
}

static void what_was_removed_is_gone_when_the_list_is_closed(void **state)
{
    struct folders folders = {0};
    struct replays replays;
    struct error error = {0};
    struct text path = {0};
    list_three(state, &folders);
    replays_open(&replays, &folders);
    assert_true(replays_remove(&replays, 1, &error));
    replays_close(&replays);
    assert_int_equal(count_again(&folders), 2);
    assert_int_not_equal(access(scratch_path(state, "replays/b.replay", &path), F_OK), 0);
    assert_int_not_equal(access(scratch_path(state, "replays/b.replay.removed", &path), F_OK), 0);
    text_free(&path);
}

/* The program died between the two. */
static void what_was_removed_long_ago_is_cleared_away(void **state)
{
    struct folders folders = {0};
    struct text path = {0};
    list_three(state, &folders);
    write_replay(state, "replays/d.replay.removed", "2026-01-04 10:00", "Removed");
    assert_int_equal(count_again(&folders), 3);
    assert_int_not_equal(access(scratch_path(state, "replays/d.replay.removed", &path), F_OK), 0);
    text_free(&path);
}

static void a_file_that_is_gone_cannot_be_removed(void **state)
{
    struct folders folders = {0};
    struct replays replays;
    struct error error = {0};
    struct text path = {0};
    list_three(state, &folders);
    replays_open(&replays, &folders);
    assert_int_equal(unlink(scratch_path(state, "replays/c.replay", &path)), 0);
    assert_false(replays_remove(&replays, 0, &error));
    assert_string_equal(error.kind, "replay");
    assert_int_equal(replays.count, 3);
    replays_close(&replays);
    text_free(&path);
}

static bool has_removed(const struct app *app)
{
    return player_find(app, "Put it back") >= 0 && player_find(app, "Down the garden path") < 0;
}

static bool has_put_back(const struct app *app)
{
    return player_find(app, "Put it back") < 0 && player_find(app, "Down the garden path") == 1 &&
           app->ui.focus == 1;
}

static void the_page_removes_one_by_key_and_by_mouse_and_puts_it_back(void **state)
{
    (void)state;
    static const struct move moves[] = {KEY("."),
                                        KEY("Ctrl+S"),
                                        KEY("Escape"),
                                        CLICK("Levels"),
                                        KEY("Escape"),
                                        UNTIL(is_sets),
                                        CLICK("Replays"),
                                        UNTIL(is_replays),
                                        KEY("Delete"),
                                        UNTIL(has_removed),
                                        CLICK("Put it back"),
                                        UNTIL(has_put_back),
                                        CLICK("Remove"),
                                        UNTIL(has_removed),
                                        KEY("Escape"),
                                        UNTIL(is_sets),
                                        END};
    player_play("assets/levels/tutorial/01_Down-the-garden-path.rel", moves, NULL);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, player_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(they_are_listed_the_newest_first_and_a_broken_one_with_its_error),
        TEST(what_was_removed_is_put_back_where_it_was),
        TEST(what_was_removed_is_gone_when_the_list_is_closed),
        TEST(what_was_removed_long_ago_is_cleared_away),
        TEST(a_file_that_is_gone_cannot_be_removed),
        TEST(the_page_removes_one_by_key_and_by_mouse_and_puts_it_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

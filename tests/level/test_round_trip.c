/* Reading what was written. What a round trip loses (rules/10 2.5) it loses once: the second one changes
 * nothing. */
#include "support/parsed_level.h"
#include "support/test.h"

#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Writes the level, reads that, and so on: the second and the third text and world must be the same. */
static void check_round_trip(const struct level *level, const char *what)
{
    struct text first = {0};
    struct text second = {0};
    struct text third = {0};
    parsed_level_write(level, true, false, &first);
    struct level *once = parsed_level(first.bytes);
    parsed_level_write(once, true, false, &second);
    struct level *twice = parsed_level(second.bytes);
    parsed_level_write(twice, true, false, &third);
    bool may_lose_comments = level->comment_count > 0;
    if (!may_lose_comments && strcmp(first.bytes, second.bytes) != 0) {
        fail_msg("%s changes when it is read again:\n%s\nand then:\n%s", what, first.bytes, second.bytes);
    }
    if (strcmp(second.bytes, third.bytes) != 0 || world_hash(once->world) != world_hash(twice->world)) {
        fail_msg("%s changes with every round trip:\n%s\nand then:\n%s", what, second.bytes, third.bytes);
    }
    text_free(&first);
    text_free(&second);
    text_free(&third);
    level_destroy(once);
    level_destroy(twice);
}

/* A level that has everything but what cannot be written. */
static const char everything[] =
    "% top\n"
    ":name=Every thing\n:description=d\n:author_name=a\n:author_url=u\n:music=m\n"
    ":hint.1=h\n:hint.2.code=VO\n:solution.1=until:WON\n"
    ":num_rabbits=3\n:num_to_save=2\n:rabbit_delay=4,3,2\n"
    ":bash=1\n:dig=2\n:bridge=3\n:block=4\n:climb=5\n:explode=6\n:brolly=7\n"
    "% map\n"
    "Q  r j t y   bdikcpl  \n"
    "\n"
    "  *   Nn A P  (  )  * \n"
    "##MM//\\\\##############\n"
    "% cells\n"
    ":*=/rjO{}NbQ{Entrance.timeToNextRabbit:3}\n"
    ":*=r{index:7,Climbing.hasAbility:true}\n"
    ":n=6,2,1000\n:n=7,2,7\n"
    "% end\n";

static void everything_comes_back(void **state)
{
    (void)state;
    struct level *level = parsed_level(everything);
    check_round_trip(level, "a level with everything");
    level_destroy(level);
}

/* Where each cell holds one thing at most, and no comment is lost, the first round trip already changes
 * nothing. */
static void a_plain_level_comes_back_to_the_letter(void **state)
{
    (void)state;
    static const char plain[] =
        ":name=n\n:description=d\n:author_name=\n:author_url=\n:hint.1=h\n:solution.1=1\n"
        ":num_rabbits=3\n:num_to_save=2\n:rabbit_delay=4,3\n:music=m\n:bash=1\n% map\n"
        "Q  #MNn/\\()\n###########\n:n=5,0,1500\n% end\n";
    struct level *level = parsed_level(plain);
    struct text text = {0};
    parsed_level_write(level, true, false, &text);
    assert_string_equal(text.bytes, plain);
    struct level *again = parsed_level(text.bytes);
    assert_true(world_hash(level->world) == world_hash(again->world));
    level_destroy(again);
    level_destroy(level);
    text_free(&text);
}

static void a_saved_game_comes_back_with_its_counters(void **state)
{
    (void)state;
    struct level *level =
        parsed_level(":num_rabbits=5\n:dig=3\n:paused=false\nQ       \n        \n########\n");
    struct text saved = {0};
    struct text again_saved = {0};
    for (int i = 0; i < 6; i++) {
        world_step(level->world);
    }
    parsed_level_write(level, true, true, &saved);
    struct level *again = parsed_level(saved.bytes);
    struct world_counts before = world_counts(level->world);
    struct world_counts after = world_counts(again->world);
    assert_int_equal(after.waiting, before.waiting);
    assert_int_equal(after.out, before.out);
    assert_int_equal(after.last_index, before.last_index);
    parsed_level_write(again, true, true, &again_saved);
    assert_string_equal(again_saved.bytes, saved.bytes);
    level_destroy(again);
    level_destroy(level);
    text_free(&saved);
    text_free(&again_saved);
}

static int levels_checked;

/* Called by nftw. */
static int check_file(const char *path, const struct stat *facts, int kind, struct FTW *place)
{
    (void)facts;
    (void)place;
    size_t length = strlen(path);
    if (kind == FTW_F && length > 4 && strcmp(path + length - 4, ".rel") == 0) {
        struct error error;
        struct level *level = level_load(path, &error);
        if (level == NULL) {
            error_print(&error, stderr);
            return 1;
        }
        check_round_trip(level, path);
        level_destroy(level);
        levels_checked++;
    }
    return 0;
}

static void check_folder_if_there(const char *path)
{
    struct stat facts;
    if (stat(path, &facts) != 0) {
        print_message("there is no folder %s: its levels are not checked\n", path);
        skip();
    }
    levels_checked = 0;
    assert_int_equal(nftw(path, check_file, 16, 0), 0);
    print_message("%d levels below %s\n", levels_checked, path);
    assert_true(levels_checked > 0);
}

static void all_own_levels_come_back(void **state)
{
    (void)state;
    check_folder_if_there("assets/levels");
}

static void all_reference_levels_come_back(void **state)
{
    (void)state;
    check_folder_if_there("../shared/oracle/levels");
}

static void all_levels_of_the_fuzz_corpus_that_load_come_back(void **state)
{
    (void)state;
    check_folder_if_there("tests/corpus/level");
}

/* What stands behind the line feed would be read as a line of its own. */
static void a_name_from_a_path_of_two_lines_comes_back_as_one(void **state)
{
    (void)state;
    static const char map[] = "#r#\n###\n";
    struct error error;
    struct level *level = level_parse(map, sizeof map - 1, "two\n:num_rabbits=7\r.rel", &error);
    assert_non_null(level);
    check_round_trip(level, "a level whose path has two lines");
    struct text text = {0};
    parsed_level_write(level, true, false, &text);
    struct level *again = parsed_level(text.bytes);
    assert_string_equal(again->name, level->name);
    assert_int_equal(world_counts(again->world).rabbits_total, world_counts(level->world).rabbits_total);
    text_free(&text);
    level_destroy(again);
    level_destroy(level);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_comes_back),
        cmocka_unit_test(a_name_from_a_path_of_two_lines_comes_back_as_one),
        cmocka_unit_test(a_plain_level_comes_back_to_the_letter),
        cmocka_unit_test(a_saved_game_comes_back_with_its_counters),
        cmocka_unit_test(all_own_levels_come_back),
        cmocka_unit_test(all_reference_levels_come_back),
        cmocka_unit_test(all_levels_of_the_fuzz_corpus_that_load_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

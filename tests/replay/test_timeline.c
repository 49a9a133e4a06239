#include "replay/replay.h"
#include "replay/timeline.h"
#include "support/drawn_world.h"
#include "support/test.h"

#include "base/memory.h"
#include "world/build.h"

#include <string.h>

enum { GAME_STEPS = 300 };

/* Rabbits come and go for ever between two walls, with water, fire and tokens of every kind. */
static struct world *busy_world(void)
{
    return drawn_world(LINES(":num_rabbits=100", ":rabbit_delay=7,3,5", ":bash=4", ":dig=4", ":bridge=4",
                             ":block=2", ":climb=4", ":explode=3", ":brolly=4", "MQ            A    M",
                             "M        N         M", "M    ##          # M", "M  /###\\        /# M",
                             "M#################M#", "M##################M", "MMMMMMMMMMMMMMMMMMMM"));
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

/* A straight run of a game: what a player did, and how the world stood after every step. */
struct game {
    struct timeline *timeline;
    uint64_t hashes[GAME_STEPS + 1];
};

static struct game play_game(size_t bytes_max)
{
    struct world *world = busy_world();
    struct game game = {.timeline = timeline_create(world, bytes_max)};
    uint32_t seed = 1;
    int placed = 0;
    game.hashes[0] = world_hash(world);
    for (int step = 1; step <= GAME_STEPS; step++) {
        if (next_random(&seed) % 8 == 0) {
            enum ability ability = (enum ability)(next_random(&seed) % ABILITY_COUNT);
            int x = (int)(next_random(&seed) % 20);
            int y = (int)(next_random(&seed) % 4);
            placed += timeline_place(game.timeline, ability, x, y) == PLACING_DONE;
        }
        assert_true(timeline_step(game.timeline));
        game.hashes[step] = world_hash(timeline_world(game.timeline));
    }
    world_destroy(world);
    assert_true(world_counts(timeline_world(game.timeline)).out > 3);
    assert_true(placed >= 12);
    assert_int_equal(timeline_facts(game.timeline).now, GAME_STEPS);
    assert_int_equal(timeline_facts(game.timeline).last, GAME_STEPS);
    return game;
}

static uint64_t present_hash(const struct timeline *timeline)
{
    return world_hash(timeline_world(timeline));
}

static void check_seeks(const struct game *game, int count)
{
    uint32_t seed = 7;
    for (int i = 0; i < count; i++) {
        int32_t step = (int32_t)(next_random(&seed) % (GAME_STEPS + 1));
        timeline_seek(game->timeline, step);
        assert_int_equal(timeline_facts(game->timeline).now, step);
        assert_int_equal(present_hash(game->timeline), game->hashes[step]);
    }
    assert_int_equal(timeline_facts(game->timeline).last, GAME_STEPS);
}

static void every_step_looks_after_a_rewind_as_it_did(void **state)
{
    (void)state;
    struct game game = play_game(TIMELINE_BYTES);
    for (int32_t step = GAME_STEPS; step >= 0; step--) {
        timeline_seek(game.timeline, step);
        assert_int_equal(present_hash(game.timeline), game.hashes[step]);
    }
    check_seeks(&game, 200);
    timeline_destroy(game.timeline);
}

static void playing_on_after_a_rewind_gives_the_same_game(void **state)
{
    (void)state;
    struct game game = play_game(TIMELINE_BYTES);
    for (int32_t start = 0; start < GAME_STEPS; start += 97) {
        timeline_seek(game.timeline, start);
        for (int32_t step = start + 1; step <= GAME_STEPS; step++) {
            assert_true(timeline_step(game.timeline));
            assert_int_equal(present_hash(game.timeline), game.hashes[step]);
        }
    }
    timeline_destroy(game.timeline);
}

static void copies_stay_within_their_bytes(void **state)
{
    (void)state;
    struct world *world = busy_world();
    size_t one = world_bytes(world);
    world_destroy(world);
    for (size_t copies = 0; copies < 12; copies += 3) {
        size_t bytes_max = copies * one + one / 2;
        struct game game = play_game(bytes_max);
        assert_true(timeline_facts(game.timeline).bytes <= bytes_max);
        assert_true(copies == 0 || timeline_facts(game.timeline).bytes > 0);
        check_seeks(&game, 40);
        assert_true(timeline_facts(game.timeline).bytes <= bytes_max);
        timeline_destroy(game.timeline);
    }
}

static void copies_get_rarer_as_the_game_gets_longer(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=1", "M r M", "MMMMM"));
    size_t one = world_bytes(world);
    struct timeline *timeline = timeline_create(world, 4 * one);
    for (int step = 1; step <= 5000; step++) {
        assert_true(timeline_step(timeline));
        assert_true(timeline_facts(timeline).bytes <= 4 * one);
        assert_true(step < 64 || timeline_facts(timeline).bytes >= 2 * one);
    }
    timeline_destroy(timeline);
    world_destroy(world);
}

static void a_large_world_is_copied_less_often(void **state)
{
    (void)state;
    struct world *world = world_create(800, 800);
    world_start(world, &(struct world_settings){.num_waiting = 1});
    struct timeline *timeline = timeline_create(world, TIMELINE_BYTES);
    int32_t steps = 0;
    while (timeline_facts(timeline).bytes == 0) {
        assert_true(timeline_step(timeline));
        steps++;
    }
    assert_true(steps > 16 && steps < 1000);
    timeline_destroy(timeline);
    world_destroy(world);
}

static struct timeline *small_game(void)
{
    struct world *world =
        drawn_world(LINES(":num_rabbits=0", ":block=2", ":bash=1", "r          ", "###########"));
    struct timeline *timeline = timeline_create(world, TIMELINE_BYTES);
    world_destroy(world);
    return timeline;
}

static void make_steps(struct timeline *timeline, int count)
{
    for (int i = 0; i < count; i++) {
        assert_true(timeline_step(timeline));
    }
}

static void check_text(const struct timeline *timeline, bool is_open, const char *expected)
{
    struct text text = {0};
    text_add(&text, "");
    timeline_write(timeline, is_open, &text);
    assert_string_equal(text.bytes, expected);
    text_free(&text);
}

static void a_new_command_cuts_off_what_lies_ahead(void **state)
{
    (void)state;
    struct timeline *timeline = small_game();
    make_steps(timeline, 2);
    timeline_place(timeline, ABILITY_BLOCK, 4, 0);
    make_steps(timeline, 6);
    check_text(timeline, false, "2;block&(4,0);5");
    assert_drawn(timeline_world(timeline), LINES("    H      ", "###########"));
    timeline_seek(timeline, 1);
    assert_int_equal(timeline_facts(timeline).last, 8);
    timeline_place(timeline, ABILITY_BLOCK, 6, 0);
    assert_int_equal(timeline_facts(timeline).last, 1);
    assert_false(timeline_redo(timeline));
    make_steps(timeline, 7);
    check_text(timeline, false, ";block&(6,0);6");
    assert_drawn(timeline_world(timeline), LINES("      H    ", "###########"));
    timeline_destroy(timeline);
}

static void copies_of_a_future_that_was_cut_off_are_forgotten(void **state)
{
    (void)state;
    struct game game = play_game(TIMELINE_BYTES);
    timeline_seek(game.timeline, 20);
    timeline_explode_all(game.timeline);
    size_t bytes = timeline_facts(game.timeline).bytes;
    assert_int_equal(bytes, world_bytes(timeline_world(game.timeline)));
    while (timeline_step(game.timeline)) {
    }
    assert_int_equal(world_outcome(timeline_world(game.timeline)), OUTCOME_LOST);
    int32_t last = timeline_facts(game.timeline).last;
    uint64_t hash = present_hash(game.timeline);
    timeline_seek(game.timeline, 3);
    timeline_seek(game.timeline, last);
    assert_int_equal(present_hash(game.timeline), hash);
    timeline_destroy(game.timeline);
}

static void a_cut_leaves_the_present_and_nothing_behind_it(void **state)
{
    (void)state;
    struct timeline *timeline = small_game();
    make_steps(timeline, 2);
    timeline_place(timeline, ABILITY_BLOCK, 4, 0);
    make_steps(timeline, 6);
    timeline_seek(timeline, 5);
    timeline_cut(timeline);
    struct timeline_facts facts = timeline_facts(timeline);
    assert_int_equal(facts.now, 5);
    assert_int_equal(facts.last, 5);
    assert_int_equal(facts.commands, 1);
    check_text(timeline, false, "2;block&(4,0);2");
    /* A command that was given at the very step of the cut lies ahead of it. */
    timeline_seek(timeline, 2);
    timeline_cut(timeline);
    assert_int_equal(timeline_facts(timeline).commands, 0);
    assert_false(timeline_redo(timeline));
    timeline_destroy(timeline);
}

static void every_step_remembers_who_was_saved_and_lost(void **state)
{
    (void)state;
    struct game game = play_game(TIMELINE_BYTES);
    timeline_seek(game.timeline, 40);
    timeline_explode_all(game.timeline);
    while (timeline_step(game.timeline)) {
    }
    int32_t last = timeline_facts(game.timeline).last;
    for (int32_t step = 0; step <= last; step++) {
        struct timeline_moment moment = timeline_moment(game.timeline, step);
        timeline_seek(game.timeline, step);
        struct world_counts counts = world_counts(timeline_world(game.timeline));
        assert_int_equal(moment.saved, counts.saved);
        assert_int_equal(moment.lost, counts.killed);
    }
    assert_true(timeline_moment(game.timeline, last).lost > timeline_moment(game.timeline, 40).lost);
    int commands = timeline_facts(game.timeline).commands;
    assert_int_equal(timeline_command_step(game.timeline, commands - 1), 40);
    timeline_destroy(game.timeline);
}

static void a_placement_of_which_nothing_comes_changes_nothing(void **state)
{
    (void)state;
    struct timeline *timeline = small_game();
    make_steps(timeline, 5);
    timeline_seek(timeline, 2);
    assert_int_equal(timeline_place(timeline, ABILITY_BLOCK, 4, 1), PLACING_BLOCKED);
    assert_int_equal(timeline_place(timeline, ABILITY_DIG, 4, 0), PLACING_MISSING);
    assert_int_equal(timeline_place(timeline, ABILITY_BLOCK, -1, 0), PLACING_OUTSIDE);
    assert_int_equal(timeline_facts(timeline).last, 5);
    assert_false(timeline_undo(timeline));
    timeline_destroy(timeline);
}

static void undo_goes_back_to_before_the_command_and_redo_to_after_it(void **state)
{
    (void)state;
    struct timeline *timeline = small_game();
    make_steps(timeline, 1);
    uint64_t bare = present_hash(timeline);
    timeline_place(timeline, ABILITY_BLOCK, 8, 0);
    uint64_t with_block = present_hash(timeline);
    timeline_place(timeline, ABILITY_BASH, 7, 0);
    uint64_t with_both = present_hash(timeline);
    make_steps(timeline, 3);

    assert_true(timeline_facts(timeline).can_undo && !timeline_facts(timeline).can_redo);
    assert_true(timeline_undo(timeline));
    assert_true(timeline_facts(timeline).can_undo && timeline_facts(timeline).can_redo);
    assert_int_equal(timeline_facts(timeline).now, 1);
    assert_int_equal(present_hash(timeline), with_block);
    assert_int_equal(world_counts(timeline_world(timeline)).stock[ABILITY_BASH], 1);
    assert_true(timeline_undo(timeline));
    assert_int_equal(present_hash(timeline), bare);
    assert_false(timeline_facts(timeline).can_undo);
    assert_false(timeline_undo(timeline));
    assert_int_equal(present_hash(timeline), bare);

    assert_true(timeline_redo(timeline));
    assert_int_equal(present_hash(timeline), with_block);
    assert_true(timeline_redo(timeline));
    assert_int_equal(present_hash(timeline), with_both);
    assert_false(timeline_redo(timeline));
    assert_int_equal(timeline_facts(timeline).last, 4);
    timeline_destroy(timeline);
}

static void redo_goes_forward_in_time(void **state)
{
    (void)state;
    struct timeline *timeline = small_game();
    make_steps(timeline, 4);
    timeline_place(timeline, ABILITY_BLOCK, 8, 0);
    uint64_t hash = present_hash(timeline);
    make_steps(timeline, 2);
    timeline_seek(timeline, 0);
    assert_true(timeline_redo(timeline));
    assert_int_equal(timeline_facts(timeline).now, 4);
    assert_int_equal(present_hash(timeline), hash);
    timeline_destroy(timeline);
}

static void a_step_shows_the_moment_before_its_commands_and_the_last_one_after_them(void **state)
{
    (void)state;
    struct timeline *timeline = small_game();
    make_steps(timeline, 3);
    uint64_t before = present_hash(timeline);
    timeline_place(timeline, ABILITY_BLOCK, 8, 0);
    uint64_t after = present_hash(timeline);
    timeline_seek(timeline, 1);
    timeline_seek(timeline, 3);
    assert_int_equal(present_hash(timeline), after);
    make_steps(timeline, 1);
    timeline_seek(timeline, 3);
    assert_int_equal(present_hash(timeline), before);
    timeline_destroy(timeline);
}

static void the_text_of_a_game_replays_to_the_same_world(void **state)
{
    (void)state;
    struct game game = play_game(TIMELINE_BYTES);
    struct text text = {0};
    struct solution solution;
    struct error error;
    timeline_seek(game.timeline, 100);
    timeline_write(game.timeline, false, &text);
    assert_true(solution_parse(text.bytes, &solution, &error));
    struct world *world = busy_world();
    struct replay replay;
    replay_start(&replay, world, &solution);
    int32_t step = 0;
    while (replay_advance(&replay, &error) == REPLAY_STEPPED) {
        step++;
        assert_int_equal(world_hash(world), game.hashes[step]);
    }
    assert_int_equal(step, GAME_STEPS);
    assert_string_equal(error.kind, "DidNotWin");
    world_destroy(world);
    solution_free(&solution);
    text_free(&text);
    timeline_destroy(game.timeline);
}

static struct timeline *loaded(const char *text, int32_t steps_max, bool is_good, struct error *error)
{
    struct timeline *timeline = small_game();
    struct solution solution;
    assert_true(solution_parse(text, &solution, error));
    assert_int_equal(timeline_play(timeline, &solution, steps_max, error), is_good);
    solution_free(&solution);
    return timeline;
}

static void a_saved_game_comes_back_with_its_pending_commands(void **state)
{
    (void)state;
    struct timeline *timeline = small_game();
    make_steps(timeline, 2);
    timeline_place(timeline, ABILITY_BLOCK, 8, 0);
    make_steps(timeline, 3);
    timeline_place(timeline, ABILITY_BASH, 7, 0);
    timeline_place(timeline, ABILITY_BLOCK, 6, 0);
    check_text(timeline, false, "2;block&(8,0);2");
    check_text(timeline, true, "2;block&(8,0);2;bash&(7,0)&block&(6,0)");
    struct error error;
    struct timeline *again = loaded("2;block&(8,0);2;bash&(7,0)&block&(6,0)", 5, true, &error);
    assert_int_equal(timeline_facts(again).now, 5);
    assert_int_equal(present_hash(again), present_hash(timeline));
    check_text(again, true, "2;block&(8,0);2;bash&(7,0)&block&(6,0)");
    assert_true(timeline_undo(again));
    timeline_destroy(again);
    timeline_destroy(timeline);
}

static void a_saved_game_without_pending_commands_comes_back(void **state)
{
    (void)state;
    struct error error;
    struct timeline *timeline = loaded("2;block&(8,0);2", 5, true, &error);
    assert_int_equal(timeline_facts(timeline).now, 5);
    check_text(timeline, true, "2;block&(8,0);2");
    timeline_destroy(timeline);
    timeline = loaded("", 0, true, &error);
    assert_int_equal(timeline_facts(timeline).now, 0);
    timeline_destroy(timeline);
    timeline = loaded("block&(8,0)", 0, true, &error);
    assert_int_equal(timeline_facts(timeline).now, 0);
    check_text(timeline, true, "block&(8,0)");
    timeline_destroy(timeline);
}

static void a_proof_can_be_watched_to_its_end(void **state)
{
    (void)state;
    struct error error;
    struct timeline *timeline = loaded("block&(5,0);4;RUNNING", INT32_MAX, true, &error);
    assert_int_equal(timeline_facts(timeline).now, 5);
    assert_drawn(timeline_world(timeline), LINES("     H     ", "###########"));
    timeline_seek(timeline, 0);
    make_steps(timeline, 5);
    assert_drawn(timeline_world(timeline), LINES("     H     ", "###########"));
    timeline_destroy(timeline);
}

static void a_solution_that_goes_wrong_is_played_until_then(void **state)
{
    (void)state;
    struct error error;
    struct timeline *timeline = loaded("2;block&(5,0);dig&(6,0)", INT32_MAX, false, &error);
    assert_string_equal(error.kind, "UsedMissingAbility");
    assert_int_equal(error.line, 3);
    assert_int_equal(timeline_facts(timeline).now, 3);
    check_text(timeline, false, "2;block&(5,0)");
    timeline_destroy(timeline);
}

static void exploding_all_is_undone_but_not_written(void **state)
{
    (void)state;
    struct timeline *timeline = small_game();
    make_steps(timeline, 2);
    uint64_t before = present_hash(timeline);
    timeline_explode_all(timeline);
    make_steps(timeline, 2);
    assert_int_equal(world_outcome(timeline_world(timeline)), OUTCOME_LOST);
    assert_false(timeline_step(timeline));
    assert_int_equal(timeline_facts(timeline).now, 4);
    check_text(timeline, false, "4");
    assert_true(timeline_undo(timeline));
    assert_int_equal(present_hash(timeline), before);
    assert_true(timeline_redo(timeline));
    make_steps(timeline, 2);
    assert_int_equal(world_outcome(timeline_world(timeline)), OUTCOME_LOST);
    timeline_destroy(timeline);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_step_looks_after_a_rewind_as_it_did),
        cmocka_unit_test(playing_on_after_a_rewind_gives_the_same_game),
        cmocka_unit_test(copies_stay_within_their_bytes),
        cmocka_unit_test(copies_get_rarer_as_the_game_gets_longer),
        cmocka_unit_test(a_large_world_is_copied_less_often),
        cmocka_unit_test(a_new_command_cuts_off_what_lies_ahead),
        cmocka_unit_test(copies_of_a_future_that_was_cut_off_are_forgotten),
        cmocka_unit_test(a_cut_leaves_the_present_and_nothing_behind_it),
        cmocka_unit_test(every_step_remembers_who_was_saved_and_lost),
        cmocka_unit_test(a_placement_of_which_nothing_comes_changes_nothing),
        cmocka_unit_test(undo_goes_back_to_before_the_command_and_redo_to_after_it),
        cmocka_unit_test(redo_goes_forward_in_time),
        cmocka_unit_test(a_step_shows_the_moment_before_its_commands_and_the_last_one_after_them),
        cmocka_unit_test(the_text_of_a_game_replays_to_the_same_world),
        cmocka_unit_test(a_saved_game_comes_back_with_its_pending_commands),
        cmocka_unit_test(a_saved_game_without_pending_commands_comes_back),
        cmocka_unit_test(a_proof_can_be_watched_to_its_end),
        cmocka_unit_test(a_solution_that_goes_wrong_is_played_until_then),
        cmocka_unit_test(exploding_all_is_undone_but_not_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

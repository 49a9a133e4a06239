/* The game in hand: written while it is played, read at the next start, whatever happened in between. */
#include "base/file.h"
#include "base/memory.h"
#include "play/saved_game.h"
#include "support/parsed_level.h"
#include "support/scratch.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define SECOND UINT64_C(1000000000)

static const char level_text[] =
    ":name=Corridor\n:num_rabbits=2\n:num_to_save=1\n:rabbit_delay=4\n:bash=5\n:dig=3\n"
    ":climb=2\n:explode=1\n"
    "#            #\n"
    "#Q           #\n"
    "#     #     O#\n"
    "##############\n";

struct start {
    struct folders folders;
    struct keeper *keeper;
    struct game_saver saver;
    struct level *level;
    struct timeline *timeline;
    struct saved_game game; /* how it is shown */
    struct error error;
};

static void begin(struct start *start, void **state)
{
    *start = (struct start){.folders = {.paths = {[FOLDER_STATE] = *state}}, .keeper = keeper_create()};
    assert_true(game_saver_open(&start->saver, &start->folders, start->keeper, &start->error));
    start->level = parsed_level(level_text);
    start->timeline = timeline_create(start->level->world, TIMELINE_BYTES);
    start->game =
        (struct saved_game){.level_path = memory_copy_text("levels/a \"level\".rel"),
                            .identity = {.hash = UINT64_C(0xfedcba9876543210), .name = "levels/a.rel"},
                            .speed = 2,
                            .chosen = ABILITY_BASH,
                            .view = {.zoom_px = 48, .x_px = -3.5, .y_px = 1234.0625}};
}

static void end(struct start *start)
{
    timeline_destroy(start->timeline);
    level_destroy(start->level);
    saved_game_free(&start->game);
    game_saver_close(&start->saver);
    keeper_destroy(start->keeper);
}

static void steps(struct timeline *timeline, int count)
{
    for (int i = 0; i < count; i++) {
        assert_true(timeline_step(timeline));
    }
}

static void place(struct timeline *timeline, enum ability ability, int x)
{
    assert_int_equal(timeline_place(timeline, ability, x, 2), PLACING_DONE);
}

/* The game as it is after a new start. */
static struct timeline *started_again(void **state, struct saved_game *game)
{
    struct start start;
    begin(&start, state);
    assert_true(game_saver_load(&start.saver, game, &start.error));
    struct timeline *timeline = timeline_create(start.level->world, TIMELINE_BYTES);
    assert_true(saved_game_restore(game, timeline, &start.error));
    end(&start);
    return timeline;
}

/* Saves, starts again and compares past, present and future. */
static void assert_goes_on(struct start *start, void **state)
{
    struct saved_game game;
    game_saver_keep_now(&start->saver, &start->game, start->timeline);
    keeper_flush(start->keeper);
    struct timeline *again = started_again(state, &game);
    struct timeline_facts before = timeline_facts(start->timeline);
    struct timeline_facts after = timeline_facts(again);
    assert_int_equal(after.now, before.now);
    assert_int_equal(after.last, before.last);
    assert_int_equal(after.given, before.given);
    assert_int_equal(after.commands, before.commands);
    assert_int_equal(world_hash(timeline_world(again)), world_hash(timeline_world(start->timeline)));
    timeline_seek(again, after.last);
    timeline_seek(start->timeline, before.last);
    assert_int_equal(world_hash(timeline_world(again)), world_hash(timeline_world(start->timeline)));
    timeline_destroy(again);
    saved_game_free(&game);
}

static void without_a_file_there_is_nothing_to_go_on_with(void **state)
{
    struct start start;
    struct saved_game game;
    begin(&start, state);
    assert_false(game_saver_load(&start.saver, &game, &start.error));
    assert_string_equal(start.error.kind, "none");
    end(&start);
}

static void how_it_was_shown_comes_back(void **state)
{
    struct start start;
    struct saved_game game;
    begin(&start, state);
    start.game.is_paused = start.game.is_watching = true;
    start.game.chosen = -1;
    start.game.speed = 6;
    game_saver_keep_now(&start.saver, &start.game, start.timeline);
    end(&start);
    timeline_destroy(started_again(state, &game));
    assert_string_equal(game.level_path, "levels/a \"level\".rel");
    assert_true(game.identity.hash == UINT64_C(0xfedcba9876543210));
    assert_string_equal(game.identity.name, "levels/a.rel");
    assert_int_equal(game.speed, 6);
    assert_int_equal(game.chosen, -1);
    assert_true(game.is_paused && game.is_watching && !game.view.is_fitted);
    assert_int_equal(game.view.zoom_px, 48);
    assert_true(game.view.x_px == -3.5 && game.view.y_px == 1234.0625);
    saved_game_free(&game);
}

static void a_game_goes_on_from_everywhere(void **state)
{
    struct start start;
    begin(&start, state);
    assert_goes_on(&start, state);
    place(start.timeline, ABILITY_CLIMB, 4);
    assert_goes_on(&start, state);
    steps(start.timeline, 5);
    assert_goes_on(&start, state);
    place(start.timeline, ABILITY_BASH, 3);
    place(start.timeline, ABILITY_BASH, 5);
    place(start.timeline, ABILITY_DIG, 9);
    assert_goes_on(&start, state);
    steps(start.timeline, 3);
    assert_goes_on(&start, state);
    end(&start);
}

static void what_was_taken_back_can_be_put_back_after_a_new_start(void **state)
{
    struct start start;
    begin(&start, state);
    steps(start.timeline, 2);
    place(start.timeline, ABILITY_BASH, 3);
    place(start.timeline, ABILITY_BASH, 5);
    assert_true(timeline_undo(start.timeline));
    assert_goes_on(&start, state);
    steps(start.timeline, 4);
    place(start.timeline, ABILITY_CLIMB, 5);
    steps(start.timeline, 2);
    for (int undone = 0; undone < 3; undone++) {
        for (int i = 0; i <= undone; i++) {
            timeline_undo(start.timeline);
        }
        assert_goes_on(&start, state);
    }
    timeline_seek(start.timeline, 3);
    assert_goes_on(&start, state);
    end(&start);
}

static int32_t saved_step(struct start *start)
{
    struct saved_game game;
    keeper_flush(start->keeper);
    int32_t step = game_saver_load(&start->saver, &game, &start->error) ? game.step : -1;
    saved_game_free(&game);
    return step;
}

static void commands_are_written_at_once_and_time_within_a_second(void **state)
{
    struct start start;
    begin(&start, state);
    game_saver_keep(&start.saver, &start.game, start.timeline, SECOND);
    assert_int_equal(saved_step(&start), 0);
    steps(start.timeline, 1);
    game_saver_keep(&start.saver, &start.game, start.timeline, SECOND + SECOND / 2);
    assert_int_equal(saved_step(&start), 0);
    game_saver_keep(&start.saver, &start.game, start.timeline, 2 * SECOND);
    assert_int_equal(saved_step(&start), 1);
    steps(start.timeline, 1);
    place(start.timeline, ABILITY_BASH, 4);
    game_saver_keep(&start.saver, &start.game, start.timeline, 2 * SECOND + 1);
    assert_int_equal(saved_step(&start), 2);
    steps(start.timeline, 1);
    timeline_undo(start.timeline);
    game_saver_keep(&start.saver, &start.game, start.timeline, 2 * SECOND + 2);
    keeper_flush(start.keeper);
    struct saved_game game;
    assert_true(game_saver_load(&start.saver, &game, &start.error));
    assert_int_equal(game.given, 0);
    assert_int_equal(game.last, 3);
    saved_game_free(&game);
    end(&start);
}

static void a_game_that_is_forgotten_does_not_come_back(void **state)
{
    struct start start;
    begin(&start, state);
    game_saver_keep_now(&start.saver, &start.game, start.timeline);
    game_saver_forget(&start.saver);
    assert_int_equal(saved_step(&start), -1);
    assert_string_equal(start.error.kind, "none");
    game_saver_keep(&start.saver, &start.game, start.timeline, SECOND);
    assert_int_equal(saved_step(&start), 0);
    end(&start);
}

static void a_paused_game_is_not_written_again_and_again(void **state)
{
    struct start start;
    struct text path = {0};
    begin(&start, state);
    game_saver_keep(&start.saver, &start.game, start.timeline, SECOND);
    keeper_flush(start.keeper);
    assert_int_equal(unlink(scratch_path(state, "game", &path)), 0);
    game_saver_keep(&start.saver, &start.game, start.timeline, 10 * SECOND);
    assert_int_equal(saved_step(&start), -1);
    text_free(&path);
    end(&start);
}

static void a_solution_that_no_longer_fits_is_played_as_far_as_it_goes(void **state)
{
    struct start start;
    begin(&start, state);
    char solution[] = "bash;3;(4,2);2;dig;(400,2)";
    struct saved_game game = {.solution = solution, .step = 90, .last = 100};
    assert_false(saved_game_restore(&game, start.timeline, &start.error));
    assert_int_not_equal(timeline_facts(start.timeline).now, 0);
    char nonsense[] = "bash;((";
    game.solution = nonsense;
    struct timeline *timeline = timeline_create(start.level->world, TIMELINE_BYTES);
    assert_false(saved_game_restore(&game, timeline, &start.error));
    assert_int_equal(timeline_facts(timeline).now, 0);
    timeline_destroy(timeline);
    end(&start);
}

static void write_game(void **state, struct text *out)
{
    struct start start;
    struct text path = {0};
    begin(&start, state);
    steps(start.timeline, 2);
    place(start.timeline, ABILITY_BASH, 3);
    game_saver_keep_now(&start.saver, &start.game, start.timeline);
    keeper_flush(start.keeper);
    assert_true(file_read(scratch_path(state, "game", &path), 1 << 20, out, &start.error));
    text_free(&path);
    end(&start);
}

static void every_cut_and_every_flipped_bit_is_noticed(void **state)
{
    struct text text = {0};
    struct saved_game game;
    struct error error;
    write_game(state, &text);
    assert_true(saved_game_read(text.bytes, text.length, &game, &error));
    saved_game_free(&game);
    for (size_t length = 0; length < text.length; length++) {
        char *part = memory_get(length + 1);
        memcpy(part, text.bytes, length);
        assert_false(saved_game_read(part, length, &game, &error));
        memory_free(part);
    }
    for (size_t i = 0; i < text.length * 8; i++) {
        text.bytes[i / 8] = (char)(text.bytes[i / 8] ^ (1 << (i % 8)));
        assert_false(saved_game_read(text.bytes, text.length, &game, &error));
        text.bytes[i / 8] = (char)(text.bytes[i / 8] ^ (1 << (i % 8)));
    }
    text_free(&text);
}

static void a_damaged_game_is_set_aside_with_a_message(void **state)
{
    struct start start;
    struct text text = {0};
    struct text path = {0};
    struct saved_game game;
    write_game(state, &text);
    begin(&start, state);
    assert_true(file_write(scratch_path(state, "game", &path), text.bytes, text.length / 2, &start.error));
    assert_false(game_saver_load(&start.saver, &game, &start.error));
    assert_string_equal(start.error.kind, "saved-game");
    assert_non_null(strstr(start.error.text, "game.damaged"));
    assert_false(game_saver_load(&start.saver, &game, &start.error));
    assert_string_equal(start.error.kind, "none");
    assert_true(file_write(path.bytes, "", 0, &start.error));
    assert_false(game_saver_load(&start.saver, &game, &start.error));
    assert_string_equal(start.error.kind, "saved-game");
    end(&start);
    text_free(&path);
    text_free(&text);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(without_a_file_there_is_nothing_to_go_on_with),
        IN_SCRATCH(how_it_was_shown_comes_back),
        IN_SCRATCH(a_game_goes_on_from_everywhere),
        IN_SCRATCH(what_was_taken_back_can_be_put_back_after_a_new_start),
        IN_SCRATCH(commands_are_written_at_once_and_time_within_a_second),
        IN_SCRATCH(a_game_that_is_forgotten_does_not_come_back),
        IN_SCRATCH(a_paused_game_is_not_written_again_and_again),
        IN_SCRATCH(a_solution_that_no_longer_fits_is_played_as_far_as_it_goes),
        IN_SCRATCH(every_cut_and_every_flipped_bit_is_noticed),
        IN_SCRATCH(a_damaged_game_is_set_aside_with_a_message),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

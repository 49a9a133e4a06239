/* Two hundred programs that play and save are killed at random instants. After each of them everything can be
 * read, and nothing is lost but the last second. */
#include "base/memory.h"
#include "play/progress.h"
#include "play/saved_game.h"
#include "play/settings.h"
#include "support/parsed_level.h"
#include "support/scratch.h"
#include "support/test.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    KILLS = 200,
    FRAMES_MAX = 12,
    LAST_MOMENT_US = 5000,
    LONGEST_LIFE_MS = 60000,
    STEPS_MAX = 20000,
    FRAMES_A_STEP = 3,
    LEVELS = 40
};
#define FRAME_NS UINT64_C(400000000) /* of the clock that the player's program is told */
#define SECOND UINT64_C(1000000000)

static const char level_text[] = ":name=Round and round\n:num_rabbits=1\n:num_to_save=1\n:bash=-1\n"
                                 "#r       #\n"
                                 "##########\n";

/* What the player's program says of itself, in memory that outlives it. */
struct witness {
    _Atomic uint64_t now_ns; /* its clock */
    _Atomic uint64_t
        durable_ns; /* everything up to here was handed over, and the keeper was idle afterwards */
    _Atomic int games, durable_games; /* ends of games told to the progress */
};

static struct folders all_in(void **state)
{
    return (struct folders){
        .paths = {[FOLDER_CONFIG] = *state, [FOLDER_DATA] = *state, [FOLDER_STATE] = *state}};
}

struct player {
    struct keeper *keeper;
    struct settings settings;
    struct preferences preferences;
    struct progress progress;
    struct game_saver saver;
    struct saved_game game;
    struct level *level;
    struct timeline *timeline;
};

static struct identity level_number(int number)
{
    struct identity identity = {.hash = (uint64_t)number + 1};
    snprintf(identity.name, sizeof identity.name, "set/%d.rel", number);
    return identity;
}

/* A start as the game does it. Everything must be readable, always. */
static void open_all(struct player *player, const struct folders *folders, bool is_first)
{
    struct error error = {0};
    *player = (struct player){.keeper = keeper_create()};
    assert_true(
        settings_open(&player->settings, folders, player->keeper, false, &player->preferences, &error));
    settings_begin(&player->settings, &player->preferences);
    assert_true(progress_open(&player->progress, folders, player->keeper, &error));
    assert_true(game_saver_open(&player->saver, folders, player->keeper, &error));
    player->level = parsed_level(level_text);
    player->timeline = timeline_create(player->level->world, TIMELINE_BYTES);
    bool found = game_saver_load(&player->saver, &player->game, &error);
    assert_true(found || (is_first && strcmp(error.kind, "none") == 0));
    if (found) {
        assert_true(saved_game_restore(&player->game, player->timeline, &error));
    } else {
        player->game = (struct saved_game){.level_path = memory_copy_text("a.rel"), .view.zoom_px = 32};
    }
}

static void close_all(struct player *player)
{
    settings_close(&player->settings, &player->preferences);
    progress_close(&player->progress);
    game_saver_close(&player->saver);
    saved_game_free(&player->game);
    timeline_destroy(player->timeline);
    level_destroy(player->level);
    keeper_destroy(player->keeper);
}

static int games_of(const struct player *player)
{
    int games = 0;
    for (int i = 0; i < player->progress.count; i++) {
        games += player->progress.levels[i].record.attempts;
    }
    return games;
}

static void play_frame(struct player *player, struct witness *witness, int frame)
{
    uint64_t now_ns = atomic_load(&witness->now_ns) + FRAME_NS;
    atomic_store(&witness->now_ns, now_ns);
    timeline_step(player->timeline);
    if (frame % 11 == 5) {
        timeline_place(player->timeline, ABILITY_BASH, 2 + frame % 5, 0);
    }
    game_saver_keep(&player->saver, &player->game, player->timeline, now_ns);
    if (frame % 5 == 2) {
        struct identity identity = level_number(frame % LEVELS);
        atomic_fetch_add(&witness->games, 1);
        progress_begin(&player->progress, &identity);
    }
    if (frame % 4 == 1) {
        player->preferences.ui_percent = UI_PERCENT_MIN + frame % (UI_PERCENT_MAX - UI_PERCENT_MIN);
    }
    settings_keep(&player->settings, &player->preferences, now_ns);
    if (frame % 2 == 0) {
        int games = atomic_load(&witness->games);
        keeper_flush(player->keeper);
        atomic_store(&witness->durable_games, games);
        atomic_store(&witness->durable_ns, now_ns);
    }
}

/* Never returns. */
static void play(const struct folders *folders, struct witness *witness, bool is_first)
{
    struct player player;
    open_all(&player, folders, is_first);
    for (int frame = 0;; frame++) {
        play_frame(&player, witness, frame);
        if (timeline_facts(player.timeline).last > STEPS_MAX) {
            _exit(1);
        }
    }
}

static void kill_one(const struct folders *folders, struct witness *witness, unsigned *dice, bool is_first)
{
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        play(folders, witness, is_first);
    }
    /* Most of them after some frames, however long these take; some while they start. */
    *dice = *dice * 1103515245u + 12345u;
    uint64_t frames = (*dice >> 12) % 8 == 0 ? 0 : 1 + (*dice >> 16) % FRAMES_MAX;
    uint64_t end_ns = atomic_load(&witness->now_ns) + frames * FRAME_NS;
    const struct timespec moment = {.tv_nsec = 200000};
    for (int i = 0; atomic_load(&witness->now_ns) < end_ns && i < LONGEST_LIFE_MS * 5; i++) {
        nanosleep(&moment, NULL);
    }
    struct timespec last = {.tv_nsec = (long)((*dice >> 8) % LAST_MOMENT_US) * 1000};
    nanosleep(&last, NULL);
    assert_int_equal(kill(child, SIGKILL), 0);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

static void two_hundred_kills_lose_the_last_second_at_most(void **state)
{
    struct folders folders = all_in(state);
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_int_equal(ftruncate(fileno(file), sizeof(struct witness)), 0);
    struct witness *witness =
        mmap(NULL, sizeof *witness, PROT_READ | PROT_WRITE, MAP_SHARED, fileno(file), 0);
    assert_true(witness != MAP_FAILED);
    unsigned dice = 2026;
    int32_t step_before = 0;
    int steps = 0;
    int certain = 0; /* of these, older than a second */
    bool has_file = false;
    for (int i = 0; i < KILLS; i++) {
        uint64_t start_ns = atomic_load(&witness->now_ns);
        kill_one(&folders, witness, &dice, !has_file);
        struct player player;
        open_all(&player, &folders, !has_file);
        has_file = player.game.solution != NULL;
        /* There is a step in every frame. What was handed over more than a second ago is there. */
        uint64_t durable_ns = atomic_load(&witness->durable_ns);
        uint64_t played_ns = durable_ns > start_ns + SECOND ? durable_ns - start_ns - SECOND : 0;
        certain += (int)(played_ns / FRAME_NS);
        int32_t step = timeline_facts(player.timeline).now;
        assert_true(step >= step_before + (int32_t)(played_ns / FRAME_NS));
        int games = games_of(&player);
        assert_true(games >= atomic_load(&witness->durable_games) && games <= atomic_load(&witness->games));
        /* The next life begins with what is there. */
        atomic_store(&witness->games, games);
        atomic_store(&witness->durable_games, games);
        steps += step - step_before;
        step_before = step;
        close_all(&player);
    }
    print_message("%d steps in %d lives, %d of them older than a second at the end\n", steps, KILLS, certain);
    assert_true(certain > KILLS / 4); /* they really played, and could have lost something */
    munmap(witness, sizeof *witness);
    fclose(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(two_hundred_kills_lose_the_last_second_at_most, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

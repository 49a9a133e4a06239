#include "replay/verify.h"

#include "base/memory.h"
#include "base/require.h"
#include "level/level.h"
#include "replay/meter.h"
#include "replay/repeat.h"
#include "world/build.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/resource.h>

struct verify {
    const struct verify_options *options;
    /* Two locks, so that a worker that waits for the next path of a slow stream keeps no other from
     * reporting. */
    pthread_mutex_t paths_lock;
    struct paths *paths;
    pthread_mutex_t totals_lock; /* the report and the meter too */
    struct verify_totals *totals;
    struct meter meter;
    struct repeat_board board;
    atomic_bool is_stopped; /* no further level is wanted */
};

static void change_work(struct verify *verify, enum meter_work from, enum meter_work to)
{
    uint64_t now_ns = verify->options->now_ns();
    pthread_mutex_lock(&verify->totals_lock);
    meter_change(&verify->meter, from, to, now_ns);
    pthread_mutex_unlock(&verify->totals_lock);
}

static void report(struct verify *verify, const struct verify_result *result)
{
    struct verify_totals *totals = verify->totals;
    pthread_mutex_lock(&verify->totals_lock);
    if (result->solution > 0) {
        totals->solutions++;
        totals->steps += (int64_t)result->steps * verify->options->repeat;
    }
    if (result->error != NULL) {
        totals->failures++;
        totals->unreadable += result->error->status == STATUS_ENVIRONMENT;
    }
    if (!verify->options->report(verify->options->context, result)) {
        atomic_store(&verify->is_stopped, true);
    }
    pthread_mutex_unlock(&verify->totals_lock);
}

static void report_level(struct verify *verify, const char *path, const struct error *error)
{
    report(verify, &(struct verify_result){.path = path, .error = error});
}

static void report_bad_level(struct verify *verify, const char *path, const char *kind, const char *text)
{
    struct error error;
    error_set(&error, STATUS_BAD, kind, "%s", text);
    error_at(&error, path, 0, 0);
    report_level(verify, path, &error);
}

/* A replay's error counts commands and columns in lines and columns of a solution; a reader of many results
 * wants to be told the file and the solution. */
static void place_error(const char *path, int solution, const struct error *found, struct error *placed)
{
    char column[32] = "";
    if (found->column > 0) {
        snprintf(column, sizeof column, ", column %d", found->column);
    }
    error_set(placed, found->status, found->kind, "solution %d, command %d%s: %.180s", solution, found->line,
              column, found->text);
    error_at(placed, path, 0, 0);
}

/* Replays one solution on `world`, which is overwritten. Returns whether it is valid. */
static bool verify_solution(struct verify *verify, const char *text, const struct world *start,
                            struct world *world, struct repeat_result *ended)
{
    struct solution solution;
    if (!solution_parse(text, &solution, &ended->error)) {
        return false;
    }
    change_work(verify, METER_LOADING, METER_REPLAYING);
    repeat_run(&verify->board, start, world, &solution, verify->options->repeat, ended);
    change_work(verify, METER_REPLAYING, METER_LOADING);
    solution_free(&solution);
    return ended->is_valid;
}

static void verify_solutions(struct verify *verify, const struct level *level, const char *path)
{
    struct world *start = world_working_copy(level->world);
    struct world *world = world_copy(start);
    int valid = 0;
    int won = 0;
    for (int i = 0; i < level->solution_count; i++) {
        struct repeat_result ended = {0};
        struct error placed;
        bool is_valid = verify_solution(verify, level->solutions[i], start, world, &ended);
        if (is_valid) {
            valid++;
            won += ended.outcome == OUTCOME_WON;
        } else {
            place_error(path, i + 1, &ended.error, &placed);
        }
        report(verify, &(struct verify_result){.path = path,
                                               .solution = i + 1,
                                               .steps = ended.steps,
                                               .outcome = ended.outcome,
                                               .error = is_valid ? NULL : &placed});
    }
    world_destroy(world);
    world_destroy(start);
    if (level->solution_count == 0) {
        report_bad_level(verify, path, "no-solution", "the level has no solution");
    } else if (valid == level->solution_count && won == 0) {
        report_bad_level(verify, path, "not-solved", "none of the solutions wins");
    }
}

static void verify_level(struct verify *verify, const char *path)
{
    struct error error;
    struct level *level = level_load(path, &error);
    if (level == NULL) {
        report_level(verify, path, &error);
        return;
    }
    verify_solutions(verify, level, path);
    level_destroy(level);
}

static enum paths_found next_path(struct verify *verify, struct text *path, struct error *error)
{
    pthread_mutex_lock(&verify->paths_lock);
    enum paths_found found =
        atomic_load(&verify->is_stopped) ? PATHS_END : paths_next(verify->paths, path, error);
    pthread_mutex_unlock(&verify->paths_lock);
    return found;
}

static void *work(void *context)
{
    struct verify *verify = context;
    struct text path = {0};
    struct error error;
    enum paths_found found;
    repeat_enter(&verify->board);
    while ((found = next_path(verify, &path, &error)) != PATHS_END) {
        change_work(verify, METER_IDLE, METER_LOADING);
        if (found == PATHS_LEVEL) {
            verify_level(verify, path.bytes);
            pthread_mutex_lock(&verify->totals_lock);
            verify->totals->levels++;
            pthread_mutex_unlock(&verify->totals_lock);
        } else {
            report_level(verify, path.bytes, &error);
        }
        change_work(verify, METER_LOADING, METER_IDLE);
    }
    text_free(&path);
    repeat_leave(&verify->board);
    struct repeat *repeat;
    while ((repeat = repeat_find(&verify->board)) != NULL) {
        change_work(verify, METER_IDLE, METER_REPLAYING);
        repeat_help(&verify->board, repeat);
        change_work(verify, METER_REPLAYING, METER_IDLE);
    }
    return NULL;
}

static int64_t peak_kib(void)
{
    struct rusage usage;
    require(getrusage(RUSAGE_SELF, &usage) == 0);
#ifdef __APPLE__
    return usage.ru_maxrss / 1024;
#else
    return usage.ru_maxrss;
#endif
}

void verify_run(struct paths *paths, const struct verify_options *options, struct verify_totals *totals)
{
    require(options->jobs >= 1 && options->repeat >= 1);
    *totals = (struct verify_totals){0};
    struct verify verify = {.options = options, .paths = paths, .totals = totals};
    pthread_mutex_init(&verify.paths_lock, NULL);
    pthread_mutex_init(&verify.totals_lock, NULL);
    repeat_board_open(&verify.board);
    uint64_t start_ns = options->now_ns();
    int helper_room = options->jobs - 1;
    pthread_t *helpers = memory_get_array((size_t)helper_room, sizeof *helpers);
    int helper_count = 0;
    /* Where there is no room for more threads, fewer do the same work. */
    while (helper_count < helper_room && pthread_create(&helpers[helper_count], NULL, work, &verify) == 0) {
        helper_count++;
    }
    work(&verify);
    for (int i = 0; i < helper_count; i++) {
        pthread_join(helpers[i], NULL);
    }
    memory_free(helpers);
    totals->elapsed_ns = options->now_ns() - start_ns;
    totals->replay_ns = verify.meter.replay_ns;
    totals->peak_kib = peak_kib();
    repeat_board_close(&verify.board);
    pthread_mutex_destroy(&verify.totals_lock);
    pthread_mutex_destroy(&verify.paths_lock);
}

int64_t verify_steps_per_second(const struct verify_totals *totals)
{
    /* In microseconds, so that 64 bits do for months. */
    uint64_t replay_us = totals->replay_ns / 1000;
    return replay_us == 0 ? 0 : (int64_t)((uint64_t)totals->steps * 1000000 / replay_us);
}

#include "base/file.h"
#include "base/memory.h"
#include "replay/verify.h"
#include "support/scratch.h"
#include "support/test.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#define MAP "r  O\n####\n"

/* A clock on which every look takes a microsecond. */
static _Atomic uint64_t fake_ns;

static uint64_t fake_clock(void)
{
    return atomic_fetch_add(&fake_ns, 1000) + 1000;
}

/* All results, a line each. */
struct log {
    struct text lines;
};

static bool report(void *context, const struct verify_result *result)
{
    struct log *log = context;
    const char *name = strrchr(result->path, '/');
    text_format(&log->lines, "%s %d ", name != NULL ? name + 1 : result->path, result->solution);
    if (result->error != NULL) {
        text_format(&log->lines, "[%s] %s\n", result->error->kind, result->error->text);
    } else {
        text_format(&log->lines, "%s %d\n", outcome_name(result->outcome), result->steps);
    }
    return true;
}

static void write_level(void **state, const char *name, const char *text)
{
    struct text path = {0};
    struct error error;
    assert_true(file_write(scratch_path(state, name, &path), text, strlen(text), &error));
    text_free(&path);
}

static struct verify_totals verify(const char *path, FILE *input, int jobs, int repeat, struct log *log)
{
    struct verify_totals totals;
    struct paths *paths = paths_create(&path, 1, input);
    struct verify_options options = {
        .jobs = jobs, .repeat = repeat, .now_ns = fake_clock, .report = report, .context = log};
    text_clear(&log->lines);
    text_add(&log->lines, "");
    verify_run(paths, &options, &totals);
    paths_destroy(paths);
    return totals;
}

static void a_good_level_has_a_solution_that_wins(void **state)
{
    write_level(state, "a.rel",
                ":num_rabbits=0\n:solution.1=9\n:solution.2=3;RUNNING\n:solution.3=until:WON\n" MAP);
    struct log log = {0};
    struct verify_totals totals = verify(*state, NULL, 1, 1, &log);
    assert_string_equal(log.lines.bytes, "a.rel 1 WON 4\na.rel 2 RUNNING 3\na.rel 3 WON 4\n");
    assert_int_equal(totals.levels, 1);
    assert_int_equal(totals.solutions, 3);
    assert_int_equal(totals.failures, 0);
    assert_int_equal(totals.unreadable, 0);
    assert_int_equal(totals.steps, 11);
    assert_true(totals.peak_kib > 100);
    text_free(&log.lines);
}

static void a_failing_solution_is_said_with_its_command(void **state)
{
    write_level(state, "a.rel",
                ":num_rabbits=0\n:bash=1\n:solution.1=2\n:solution.2=4\n:solution.3=;bash&(1,1)\n"
                ":solution.4=4;dug\n" MAP);
    struct log log = {0};
    struct verify_totals totals = verify(*state, NULL, 1, 1, &log);
    assert_string_equal(
        log.lines.bytes,
        "a.rel 1 [DidNotWin] solution 1, command 2: the level is RUNNING where the solution wants "
        "WON\n"
        "a.rel 2 WON 4\n"
        "a.rel 3 [FailedToPlaceToken] solution 3, command 2: a token is placed on a solid block\n"
        "a.rel 4 [solution-syntax] solution 4, command 2, column 3: this is not an action: "
        "'dug'\n");
    assert_int_equal(totals.solutions, 4);
    assert_int_equal(totals.failures, 3);
    assert_int_equal(totals.unreadable, 0);
    assert_int_equal(totals.steps, 2 + 4 + 1);
    text_free(&log.lines);
}

static void a_level_without_a_solution_is_not_good(void **state)
{
    write_level(state, "a.rel", ":num_rabbits=0\n" MAP);
    struct log log = {0};
    struct verify_totals totals = verify(*state, NULL, 1, 1, &log);
    assert_string_equal(log.lines.bytes, "a.rel 0 [no-solution] the level has no solution\n");
    assert_int_equal(totals.levels, 1);
    assert_int_equal(totals.solutions, 0);
    assert_int_equal(totals.failures, 1);
    text_free(&log.lines);
}

static void a_level_with_solutions_of_which_none_wins_is_not_good(void **state)
{
    write_level(state, "a.rel", ":num_rabbits=0\n:solution.1=3;RUNNING\n:solution.2=RUNNING\n" MAP);
    struct log log = {0};
    struct verify_totals totals = verify(*state, NULL, 1, 1, &log);
    assert_string_equal(log.lines.bytes, "a.rel 1 RUNNING 3\na.rel 2 RUNNING 0\n"
                                         "a.rel 0 [not-solved] none of the solutions wins\n");
    assert_int_equal(totals.failures, 1);
    text_free(&log.lines);
}

static void a_level_with_errors_is_not_good(void **state)
{
    write_level(state, "a.rel", ":solution.1=1\nr\n##\n");
    struct log log = {0};
    struct verify_totals totals = verify(*state, NULL, 1, 1, &log);
    assert_non_null(strstr(log.lines.bytes, "a.rel 0 [row-length]"));
    assert_int_equal(totals.levels, 1);
    assert_int_equal(totals.failures, 1);
    assert_int_equal(totals.unreadable, 0);
    text_free(&log.lines);
}

static void a_file_that_is_not_there_is_told_from_a_bad_level(void **state)
{
    struct text path = {0};
    struct log log = {0};
    struct verify_totals totals = verify(scratch_path(state, "none.rel", &path), NULL, 1, 1, &log);
    assert_non_null(strstr(log.lines.bytes, "none.rel 0 [file]"));
    assert_int_equal(totals.failures, 1);
    assert_int_equal(totals.unreadable, 1);
    text_free(&path);
    text_free(&log.lines);
}

static void a_stream_that_breaks_is_a_failure(void **state)
{
    FILE *stream = fopen(*state, "r");
    assert_non_null(stream);
    struct log log = {0};
    struct verify_totals totals = verify("-", stream, 1, 1, &log);
    assert_non_null(strstr(log.lines.bytes, "- 0 [file]"));
    assert_int_equal(totals.levels, 0);
    assert_int_equal(totals.failures, 1);
    assert_int_equal(totals.unreadable, 1);
    fclose(stream);
    text_free(&log.lines);
}

static void repeating_counts_all_steps_and_reports_once(void **state)
{
    write_level(state, "a.rel", ":num_rabbits=0\n:solution.1=4\n:solution.2=2\n" MAP);
    struct log log = {0};
    struct verify_totals totals = verify(*state, NULL, 1, 50, &log);
    assert_int_equal(totals.solutions, 2);
    assert_int_equal(totals.failures, 1);
    assert_int_equal(totals.steps, 50 * 4 + 50 * 2);
    text_free(&log.lines);
}

/* One look at the clock before each solution's replays and one after: a microsecond each. */
static void only_time_in_replays_counts_for_the_speed(void **state)
{
    write_level(state, "a.rel", ":num_rabbits=0\n:solution.1=4\n:solution.2=until:WON\n:solution.3=9\n" MAP);
    struct log log = {0};
    fake_ns = 0;
    struct verify_totals totals = verify(*state, NULL, 1, 5, &log);
    assert_int_equal(totals.replay_ns, 3000);
    assert_int_equal(totals.elapsed_ns, 9000);
    assert_int_equal(verify_steps_per_second(&totals), INT64_C(60) * 1000000 / 3);
    totals.replay_ns = 999;
    assert_int_equal(verify_steps_per_second(&totals), 0);
    text_free(&log.lines);
}

static int count_lines(const char *text, const char *line)
{
    int count = 0;
    for (const char *found = strstr(text, line); found != NULL; found = strstr(found + 1, line)) {
        count++;
    }
    return count;
}

static void several_jobs_share_the_levels_of_a_stream(void **state)
{
    enum { LEVELS = 400 };
    write_level(state, "good.rel", ":num_rabbits=0\n:solution.1=4\n" MAP);
    write_level(state, "bad.rel", ":num_rabbits=0\n:solution.1=2\n" MAP);
    FILE *stream = tmpfile();
    struct text path = {0};
    for (int i = 0; i < LEVELS; i++) {
        fprintf(stream, "%s\n", scratch_path(state, i % 4 == 0 ? "bad.rel" : "good.rel", &path));
    }
    rewind(stream);
    struct log log = {0};
    struct verify_totals totals = verify("-", stream, 4, 20, &log);
    assert_int_equal(totals.levels, LEVELS);
    assert_int_equal(totals.solutions, LEVELS);
    assert_int_equal(totals.failures, LEVELS / 4);
    assert_int_equal(totals.steps, INT64_C(20) * LEVELS * (3 * 4 + 2) / 4);
    assert_int_equal(count_lines(log.lines.bytes, "good.rel 1 WON 4\n"), LEVELS / 4 * 3);
    assert_int_equal(count_lines(log.lines.bytes, "bad.rel 1 [DidNotWin] "), LEVELS / 4);
    fclose(stream);
    text_free(&path);
    text_free(&log.lines);
}

/* A clock at which each thread waits once for another one; the first look of all is before there are threads.
 */
static pthread_barrier_t meeting;
static atomic_int meeting_looks;
static _Thread_local bool has_met;

static uint64_t meeting_clock(void)
{
    if (atomic_fetch_add(&meeting_looks, 1) > 0 && !has_met) {
        has_met = true;
        pthread_barrier_wait(&meeting);
    }
    return fake_clock();
}

static void two_jobs_work_at_the_same_time(void **state)
{
    write_level(state, "a.rel", ":num_rabbits=0\n:solution.1=4\n" MAP);
    write_level(state, "b.rel", ":num_rabbits=0\n:solution.1=4\n" MAP);
    struct log log = {0};
    struct verify_totals totals;
    const char *path = *state;
    struct paths *paths = paths_create(&path, 1, NULL);
    struct verify_options options = {
        .jobs = 2, .repeat = 1, .now_ns = meeting_clock, .report = report, .context = &log};
    assert_int_equal(pthread_barrier_init(&meeting, NULL, 2), 0);
    verify_run(paths, &options, &totals);
    pthread_barrier_destroy(&meeting);
    assert_int_equal(totals.solutions, 2);
    assert_int_equal(totals.failures, 0);
    paths_destroy(paths);
    text_free(&log.lines);
}

/* Somebody who sends the next path only when the answer to the last one has come. */
struct asker {
    FILE *to;
    const char *path;
    int answers;
    int levels;
};

static bool ask_next(void *context, const struct verify_result *result)
{
    struct asker *asker = context;
    assert_null(result->error);
    asker->answers++;
    if (asker->answers < asker->levels) {
        fprintf(asker->to, "%s\n", asker->path);
        fflush(asker->to);
    } else {
        fclose(asker->to);
    }
    return true;
}

static void a_result_is_reported_before_the_next_path_is_there(void **state)
{
    write_level(state, "good.rel", ":num_rabbits=0\n:solution.1=4\n" MAP);
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    struct text path = {0};
    struct asker asker = {
        .to = fdopen(ends[1], "w"), .path = scratch_path(state, "good.rel", &path), .levels = 20};
    FILE *from = fdopen(ends[0], "r");
    fprintf(asker.to, "%s\n", asker.path);
    fflush(asker.to);
    const char *arguments[] = {"-"};
    struct paths *paths = paths_create(arguments, 1, from);
    struct verify_options options = {
        .jobs = 2, .repeat = 1, .now_ns = fake_clock, .report = ask_next, .context = &asker};
    struct verify_totals totals;
    verify_run(paths, &options, &totals);
    assert_int_equal(totals.levels, 20);
    assert_int_equal(asker.answers, 20);
    paths_destroy(paths);
    fclose(from);
    text_free(&path);
}

static bool stop_at_once(void *context, const struct verify_result *result)
{
    int *results = context;
    assert_null(result->error);
    (*results)++;
    return false;
}

static void nothing_more_is_read_once_nobody_wants_to_know(void **state)
{
    write_level(state, "good.rel", ":num_rabbits=0\n:solution.1=4\n" MAP);
    struct text path = {0};
    scratch_path(state, "good.rel", &path);
    const char *arguments[] = {path.bytes, path.bytes, path.bytes};
    struct paths *paths = paths_create(arguments, 3, NULL);
    int results = 0;
    struct verify_options options = {
        .jobs = 1, .repeat = 1, .now_ns = fake_clock, .report = stop_at_once, .context = &results};
    struct verify_totals totals;
    verify_run(paths, &options, &totals);
    assert_int_equal(results, 1);
    assert_int_equal(totals.levels, 1);
    paths_destroy(paths);
    text_free(&path);
}

static void nothing_to_do_is_done_at_once(void **state)
{
    struct log log = {0};
    struct verify_totals totals = verify(*state, NULL, 3, 1, &log);
    assert_string_equal(log.lines.bytes, "");
    assert_int_equal(totals.levels, 0);
    assert_int_equal(totals.failures, 0);
    assert_int_equal(verify_steps_per_second(&totals), 0);
    text_free(&log.lines);
}

int main(void)
{
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(a_good_level_has_a_solution_that_wins),
        IN_A_FOLDER(a_failing_solution_is_said_with_its_command),
        IN_A_FOLDER(a_level_without_a_solution_is_not_good),
        IN_A_FOLDER(a_level_with_solutions_of_which_none_wins_is_not_good),
        IN_A_FOLDER(a_level_with_errors_is_not_good),
        IN_A_FOLDER(a_file_that_is_not_there_is_told_from_a_bad_level),
        IN_A_FOLDER(a_stream_that_breaks_is_a_failure),
        IN_A_FOLDER(repeating_counts_all_steps_and_reports_once),
        IN_A_FOLDER(only_time_in_replays_counts_for_the_speed),
        IN_A_FOLDER(several_jobs_share_the_levels_of_a_stream),
        IN_A_FOLDER(two_jobs_work_at_the_same_time),
        IN_A_FOLDER(a_result_is_reported_before_the_next_path_is_there),
        IN_A_FOLDER(nothing_more_is_read_once_nobody_wants_to_know),
        IN_A_FOLDER(nothing_to_do_is_done_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

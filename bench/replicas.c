#include "bench/replicas.h"

#include "base/memory.h"
#include "bench/compare.h"
#include "bench/interrupt.h"
#include "bench/result_json.h"
#include "frame/clock.h"
#include "frame/coin.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <math.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { PADDING_MAX = 4096, POLL_NS = 50000000 };

static const double STARTING_S = 4;
static const double BUDGET_MIN_S = 0.5;

static bool needs_replicas(const struct comparison *comparison)
{
    return comparison->judgement.verdict == VERDICT_DIFFERENT &&
           comparison->judgement.material != MATERIAL_YES;
}

static int count_claims(const struct result *result)
{
    int count = 0;
    for (int i = 0; i < result->comparison_count; i++) {
        count += needs_replicas(&result->comparisons[i]);
    }
    return count;
}

int replicas_needed(const struct result *result)
{
    int count = count_claims(result);
    return count < REPLICA_CLAIMS_MAX ? count : REPLICA_CLAIMS_MAX;
}

void replicas_note_missing(struct result *result)
{
    int claims = count_claims(result);
    int missing = 0;
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        missing += needs_replicas(comparison) && comparison->replica_count < REPLICAS;
    }
    if (result->is_quick && missing > 0) {
        result_add_note(
            result,
            "%d differences below or about the margin were not measured again in other processes, "
            "as a full run does",
            missing);
        return;
    }
    int beyond = claims > REPLICA_CLAIMS_MAX ? claims - REPLICA_CLAIMS_MAX : 0;
    beyond = beyond < missing ? beyond : missing;
    if (beyond > 0) {
        result_add_note(result,
                        "%d differences below or about the margin were not measured again in other "
                        "processes: that is done for %d",
                        beyond, REPLICA_CLAIMS_MAX);
    }
    if (missing > beyond) {
        result_add_note(result,
                        "%d differences below or about the margin were not seen again in %d other processes: "
                        "the time was up or a process failed",
                        missing - beyond, REPLICAS);
    }
}

static void list_claims(const struct result *result, struct text *out)
{
    int count = 0;
    for (int i = 0; i < result->comparison_count && count < REPLICA_CLAIMS_MAX; i++) {
        if (needs_replicas(&result->comparisons[i])) {
            text_format(out, "%s%d", count++ > 0 ? "," : "", result->comparisons[i].number);
        }
    }
}

/* As a gate it also ends with what it found. */
static bool is_measured(int status)
{
    return status == STATUS_GOOD || status == STATUS_BAD || status == STATUS_UNDECIDED;
}

/* Waits for the child; a signal that came to this process is handed on, and it gets one when its time is up
 * (end_ns; 0: never). */
static bool wait_for(pid_t child, uint64_t end_ns)
{
    int state = 1;
    bool is_told = false;
    for (;;) {
        pid_t done = waitpid(child, &state, WNOHANG);
        if (done == child) {
            return WIFEXITED(state) && is_measured(WEXITSTATUS(state));
        }
        if (done < 0 && errno != EINTR) {
            return false;
        }
        bool is_late = end_ns > 0 && clock_ns() >= end_ns;
        if ((interrupt_came() || is_late) && !is_told) {
            kill(child, SIGTERM);
            is_told = true;
        }
        clock_sleep_until_ns(clock_ns() + POLL_NS);
    }
}

/* What is asked of one process. */
struct replica {
    int number; /* from 1 */
    const char *only;
    const char *folder;
    uint64_t bits;   /* of chance */
    double budget_s; /* for one comparison; 0: as given */
    uint64_t end_ns; /* 0: whenever it ends */
};

/* The command line of this process and what makes it that of a replica; NULL after the last. */
static char **make_words(const struct replicas *replicas, const struct replica *replica)
{
    char seed[24];
    char number[16];
    char budget[32];
    snprintf(seed, sizeof seed, "%" PRIu64, replica->bits);
    snprintf(number, sizeof number, "%d", replica->number);
    snprintf(budget, sizeof budget, "%.3f", replica->budget_s);
    const char *const added[] = {"--only", replica->only, "--replica",     number,     "--seed",
                                 seed,     "--out",       replica->folder, "--budget", budget};
    int added_count = (int)(sizeof added / sizeof added[0]) - (replica->budget_s > 0 ? 0 : 2);
    int count = 0;
    while (replicas->words[count] != NULL) {
        count++;
    }
    char **words = memory_get_array((size_t)(count + added_count) + 1, sizeof *words);
    for (int i = 0; i < count + added_count; i++) {
        words[i] = memory_copy_text(i < count ? replicas->words[i] : added[i - count]);
    }
    return words;
}

/* The same command again, for some comparisons only, in a folder of its own. The environment is longer by a
 * random amount, which moves the stack; the child pads its heap by itself. */
static bool spawn(const struct replicas *replicas, const struct replica *replica)
{
    char padding[PADDING_MAX];
    memset(padding, 'x', sizeof padding);
    padding[replica->bits % sizeof padding] = '\0';
    padding[sizeof padding - 1] = '\0';
    setenv("WARREN_PADDING", padding, 1);
    char **words = make_words(replicas, replica);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child;
    bool is_good = posix_spawn(&child, "/proc/self/exe", &actions, NULL, words, environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    unsetenv("WARREN_PADDING");
    for (int i = 0; words[i] != NULL; i++) {
        memory_free(words[i]);
    }
    memory_free(words);
    return is_good && wait_for(child, replica->end_ns);
}

/* An equal share of the time that is left, less what a process needs besides measuring. */
static void share_time(struct replica *replica, uint64_t end_ns, int claims)
{
    uint64_t now_ns = clock_ns();
    double left_s = end_ns > now_ns ? (double)(end_ns - now_ns) / 1e9 : 0;
    double share_s = left_s / (REPLICAS + 1 - replica->number);
    replica->budget_s = fmax((share_s - STARTING_S) / claims, BUDGET_MIN_S);
    replica->end_ns = now_ns + (uint64_t)(share_s * 1e9);
}

/* Hands each comparison of the replica to the one in the result that asks the same. */
static void take_over(const struct result *replica, struct result *result)
{
    for (int i = 0; i < result->comparison_count; i++) {
        struct comparison *comparison = &result->comparisons[i];
        const struct comparison *again = compare_find(replica, comparison);
        if (again != NULL && again->quads > 0 && comparison->replica_count < REPLICAS) {
            comparison->replica_effects[comparison->replica_count++] = again->judgement.effect;
        }
    }
}

void replicas_run(const struct replicas *replicas, struct result *result)
{
    struct text only = {0};
    struct text folder = {0};
    struct text summary = {0};
    struct coin coin;
    uint64_t end_ns = replicas->seconds > 0 ? clock_ns() + (uint64_t)(replicas->seconds * 1e9) : 0;
    coin_init(&coin, replicas->seed);
    list_claims(result, &only);
    int claims = replicas_needed(result);
    for (int i = 0; i < REPLICAS && only.length > 0 && !interrupt_came(); i++) {
        text_clear(&folder);
        text_clear(&summary);
        text_format(&folder, "%s/replicas/%d", replicas->folder, i + 1);
        text_format(&summary, "%s/summary.json", folder.bytes);
        fprintf(stderr, "measuring small differences again in process %d of %d\n", i + 1, REPLICAS);
        struct replica replica = {
            .number = i + 1, .only = only.bytes, .folder = folder.bytes, .bits = coin_bits(&coin) >> 1};
        struct result found;
        if (end_ns > 0) {
            share_time(&replica, end_ns, claims);
        }
        if (spawn(replicas, &replica) && result_json_read(summary.bytes, &found, NULL)) {
            take_over(&found, result);
            result_free(&found);
        }
    }
    text_free(&only);
    text_free(&folder);
    text_free(&summary);
}

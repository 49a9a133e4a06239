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
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { ADDED_WORDS = 8, PADDING_MAX = 4096, POLL_NS = 50000000 };

static bool needs_replicas(const struct comparison *comparison)
{
    return comparison->judgement.verdict == VERDICT_DIFFERENT &&
           comparison->judgement.material != MATERIAL_YES;
}

int replicas_needed(const struct result *result)
{
    int count = 0;
    for (int i = 0; i < result->comparison_count; i++) {
        count += needs_replicas(&result->comparisons[i]);
    }
    return count < REPLICA_CLAIMS_MAX ? count : REPLICA_CLAIMS_MAX;
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

/* Waits for the child; a signal that came to this process is handed on. */
static bool wait_for(pid_t child)
{
    int state = 1;
    bool is_told = false;
    for (;;) {
        pid_t done = waitpid(child, &state, WNOHANG);
        if (done == child) {
            return WIFEXITED(state) && WEXITSTATUS(state) == STATUS_GOOD;
        }
        if (done < 0 && errno != EINTR) {
            return false;
        }
        if (interrupt_came() && !is_told) {
            kill(child, SIGTERM);
            is_told = true;
        }
        clock_sleep_until_ns(clock_ns() + POLL_NS);
    }
}

/* The same command again, for these comparisons only, in a folder of its own. The environment is longer by a
 * random amount, which moves the stack; the child pads its heap by itself. */
static bool spawn(const struct replicas *replicas, const char *only, int number, uint64_t bits,
                  const char *folder)
{
    int count = 0;
    while (replicas->words[count] != NULL) {
        count++;
    }
    char seed[24];
    char replica[16];
    char padding[PADDING_MAX];
    snprintf(seed, sizeof seed, "%" PRIu64, bits);
    snprintf(replica, sizeof replica, "%d", number);
    memset(padding, 'x', sizeof padding);
    padding[bits % sizeof padding] = '\0';
    padding[sizeof padding - 1] = '\0';
    const char *const added[ADDED_WORDS] = {"--only", only, "--replica", replica,
                                            "--seed", seed, "--out",     folder};
    char **words = memory_get_array((size_t)count + ADDED_WORDS + 1, sizeof *words);
    for (int i = 0; i < count; i++) {
        words[i] = memory_copy_text(replicas->words[i]);
    }
    for (int i = 0; i < ADDED_WORDS; i++) {
        words[count + i] = memory_copy_text(added[i]);
    }
    setenv("WARREN_PADDING", padding, 1);
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
    return is_good && wait_for(child);
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
    coin_init(&coin, replicas->seed);
    list_claims(result, &only);
    for (int i = 0; i < REPLICAS && only.length > 0 && !interrupt_came(); i++) {
        text_clear(&folder);
        text_clear(&summary);
        text_format(&folder, "%s/replicas/%d", replicas->folder, i + 1);
        text_format(&summary, "%s/summary.json", folder.bytes);
        fprintf(stderr, "measuring small differences again in process %d of %d\n", i + 1, REPLICAS);
        struct result replica;
        if (spawn(replicas, only.bytes, i + 1, coin_bits(&coin) >> 1, folder.bytes) &&
            result_json_read(summary.bytes, &replica, NULL)) {
            take_over(&replica, result);
            result_free(&replica);
        }
    }
    text_free(&only);
    text_free(&folder);
    text_free(&summary);
}

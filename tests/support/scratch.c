#include "support/scratch.h"

#include "base/memory.h"
#include "support/test.h"

#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int scratch_setup(void **state)
{
    const char *parent = getenv("TMPDIR");
    struct text path = {0};
    text_format(&path, "%s/warren-test-XXXXXX", parent != NULL ? parent : P_tmpdir);
    *state = path.bytes;
    return mkdtemp(path.bytes) != NULL ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *facts, int kind, struct FTW *place)
{
    (void)facts;
    (void)kind;
    (void)place;
    return remove(path);
}

int scratch_teardown(void **state)
{
    int result = nftw(*state, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    memory_free(*state);
    return result;
}

const char *scratch_path(void **state, const char *name, struct text *out)
{
    const char *folder = *state;
    text_clear(out);
    text_format(out, "%s/%s", folder, name);
    return out->bytes;
}

int scratch_child(void (*work)(void), struct text *said)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct rlimit no_core = {0};
        setrlimit(RLIMIT_CORE, &no_core);
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        close(ends[1]);
        work();
        _exit(0);
    }
    close(ends[1]);
    text_clear(said);
    char chunk[512];
    for (ssize_t got = read(ends[0], chunk, sizeof chunk); got > 0;
         got = read(ends[0], chunk, sizeof chunk)) {
        text_add_bytes(said, chunk, (size_t)got);
    }
    close(ends[0]);
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

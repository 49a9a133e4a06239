/* Any bytes at all as a log of frames are refused with a reason, or judged with an interval that has its ends
 * in order. */
#include "base/require.h"
#include "bench/judge.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static char path[] = "/tmp/warren-fuzz-log-XXXXXX";

static void drop_file(void)
{
    unlink(path);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    int descriptor = mkstemp(path);
    require(descriptor >= 0);
    close(descriptor);
    return atexit(drop_file);
}

static void put(const uint8_t *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    require(file != NULL && fwrite(bytes, 1, size, file) == size && fclose(file) == 0);
}

static void judge(int paths, bool is_json)
{
    struct judge_options options = {.paths = {path, path},
                                    .path_count = paths,
                                    .rule = {.margin = 0.01, .alpha = 0.05, .claims = 1},
                                    .is_json = is_json};
    struct text out = {0};
    struct text notes = {0};
    struct error error = {0};
    if (judge_run(&options, &out, &notes, &error)) {
        require(out.length > 0 && out.bytes[out.length - 1] == '\n');
    } else {
        require(error.kind[0] != '\0' && error.text[0] != '\0');
    }
    text_free(&out);
    text_free(&notes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    put(bytes, size);
    judge(1, false);
    judge(1, true);
    judge(2, true);
    return 0;
}

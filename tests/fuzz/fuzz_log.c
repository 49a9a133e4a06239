/* Any bytes at all as a log of frames are refused with a reason, or judged with an interval that has its ends
 * in order. */
#include "base/require.h"
#include "bench/judge.h"
#include "scratch_file.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void judge(const char *path, int count, bool is_json)
{
    struct judge_options options = {.paths = {path, path},
                                    .path_count = count,
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
    const char *path = scratch_file_put(bytes, size);
    judge(path, 1, false);
    judge(path, 1, true);
    judge(path, 2, true);
    return 0;
}

/* Any bytes at all as a saved result are refused with a reason, or read as one that can be judged, compared
 * with itself, and written so that its verdicts are the same again. */
#include "base/require.h"
#include "bench/compare.h"
#include "bench/result_json.h"
#include "scratch_file.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* What was read can be written and read again, and the verdicts come out the same. */
static void read_again(const struct result *result)
{
    struct text text = {0};
    struct result again;
    struct error error = {0};
    result_json_write(result, &text);
    require(result_json_read(scratch_file_put(text.bytes, text.length), &again, &error));
    require(again.comparison_count == result->comparison_count);
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *one = &result->comparisons[i];
        const struct comparison *other = &again.comparisons[i];
        require(one->quads == other->quads && one->judgement.verdict == other->judgement.verdict);
    }
    result_free(&again);
    text_free(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct result result;
    struct error error = {0};
    if (!result_json_read(scratch_file_put(bytes, size), &result, &error)) {
        require(error.kind[0] != '\0' && error.text[0] != '\0');
        return 0;
    }
    struct text out = {0};
    compare_results(&result, &result, &out);
    text_free(&out);
    result_status(&result, true);
    read_again(&result);
    result_free(&result);
    return 0;
}

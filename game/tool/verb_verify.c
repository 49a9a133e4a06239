/* warren-level verify: replays every solution of many levels. */
#include "base/quote.h"
#include "frame/clock.h"
#include "replay/verify.h"
#include "tool/verb.h"

#include <inttypes.h>
#include <unistd.h>

static int processor_count(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : (int)count;
}

/* Errors go where errors go, the rest to the results. Each is to be seen when it is there. Once nobody can
 * read them any more there is no use in going on. */
static bool print_result(void *context, const struct verify_result *result)
{
    const struct tool *tool = context;
    if (result->error != NULL) {
        error_print(result->error, tool->err);
        fflush(tool->err);
    } else {
        quote_print(result->path, tool->out);
        fprintf(tool->out, ": solution %d: %s after %" PRId32 " steps\n", result->solution,
                outcome_name(result->outcome), result->steps);
        fflush(tool->out);
    }
    return !ferror(tool->out);
}

static void print_totals(const struct tool *tool, const struct verify_totals *totals)
{
    int64_t centiseconds = (int64_t)((totals->elapsed_ns + 5000000) / 10000000);
    fprintf(tool->out,
            "%" PRId64 " levels, %" PRId64 " solutions, %" PRId64 " failures, %" PRId64 " steps/s, %" PRId64
            ".%02" PRId64 " s, %" PRId64 " KiB at most\n",
            totals->levels, totals->solutions, totals->failures, verify_steps_per_second(totals),
            centiseconds / 100, centiseconds % 100, totals->peak_kib);
}

static enum status status_of(const struct tool *tool, const struct verify_totals *totals)
{
    if (totals->failures > totals->unreadable) {
        return STATUS_BAD;
    }
    if (totals->levels == 0 && totals->failures == 0) {
        fprintf(tool->err, "error: there are no levels there [no-level]\n");
        return STATUS_ENVIRONMENT;
    }
    return totals->unreadable > 0 ? STATUS_ENVIRONMENT : STATUS_GOOD;
}

enum status verb_verify(const struct tool *tool, const struct arguments *arguments)
{
    struct verify_totals totals = {0};
    struct tool streams = *tool;
    struct verify_options options = {
        .jobs = arguments->is_given[OPTION_JOBS] ? arguments->number[OPTION_JOBS] : processor_count(),
        .repeat = arguments->number[OPTION_REPEAT],
        .now_ns = clock_ns,
        .report = print_result,
        .context = &streams,
    };
    struct paths *paths = paths_create(arguments->operands, arguments->operand_count, tool->in);
    verify_run(paths, &options, &totals);
    paths_destroy(paths);
    print_totals(tool, &totals);
    return status_of(tool, &totals);
}

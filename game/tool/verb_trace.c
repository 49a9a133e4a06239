/* warren-level trace: every state of a game, in the format of reference traces. */
#include "replay/replay.h"
#include "replay/trace.h"
#include "tool/moment.h"
#include "tool/verb.h"
#include "world/build.h"

/* Whether it could be written: a trace can be endless, the disk or the patience of a reader is not. */
static bool put_state(const struct tool *tool, const struct world *world, int32_t first_index,
                      struct text *text)
{
    text_clear(text);
    trace_write(world, first_index, text);
    return fwrite(text->bytes, 1, text->length, tool->out) == text->length;
}

static void trace_alone(const struct tool *tool, struct world *world, int steps)
{
    struct text text = {0};
    bool is_written = put_state(tool, world, 0, &text);
    for (int step = 0; is_written && step < steps && world_step(world); step++) {
        is_written = put_state(tool, world, 0, &text);
    }
    text_free(&text);
}

static bool trace_solution(const struct tool *tool, const struct level *level,
                           const struct solution *solution, struct error *error)
{
    struct world *world = world_working_copy(level->world);
    int32_t first_index = world_counts(level->world).last_index;
    struct text text = {0};
    struct replay replay;
    replay_start(&replay, world, solution);
    bool is_written = put_state(tool, world, first_index, &text);
    enum replay_progress progress = is_written ? replay_advance(&replay, error) : REPLAY_DONE;
    while (progress == REPLAY_STEPPED) {
        is_written = put_state(tool, world, first_index, &text);
        progress = is_written ? replay_advance(&replay, error) : REPLAY_DONE;
    }
    if (progress == REPLAY_FAILED) {
        fprintf(tool->out, "error %s\n", error->kind);
        moment_explain(error);
    }
    text_free(&text);
    world_destroy(world);
    return progress == REPLAY_DONE;
}

static enum status trace(const struct tool *tool, const struct arguments *arguments,
                         const struct level *level)
{
    const char *path = arguments->operands[0];
    struct error error;
    struct solution solution;
    if (arguments->is_given[OPTION_NO_INPUT]) {
        trace_alone(tool, level->world, arguments->number[OPTION_STEPS]);
        return STATUS_GOOD;
    }
    if (!moment_solution(level, arguments->text[OPTION_SOLUTION], &solution, &error)) {
        return moment_fail(tool, path, &error);
    }
    bool is_good = trace_solution(tool, level, &solution, &error);
    solution_free(&solution);
    return is_good ? STATUS_GOOD : moment_fail(tool, path, &error);
}

enum status verb_trace(const struct tool *tool, const struct arguments *arguments)
{
    bool is_alone = arguments->is_given[OPTION_NO_INPUT];
    if (is_alone == arguments->is_given[OPTION_SOLUTION]) {
        return verb_refuse(tool, "trace wants either --solution or --no-input");
    }
    if (arguments->is_given[OPTION_STEPS] && !is_alone) {
        return verb_refuse(tool, "--steps goes with --no-input only");
    }
    struct error error;
    struct level *level = level_load(arguments->operands[0], &error);
    if (level == NULL) {
        return moment_fail(tool, arguments->operands[0], &error);
    }
    enum status status = trace(tool, arguments, level);
    level_destroy(level);
    return status;
}

#include "tool/moment.h"

#include "level/level_code.h"
#include "replay/replay.h"
#include "world/build.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum status moment_fail(const struct tool *tool, const char *path, struct error *error)
{
    if (error->status == STATUS_USAGE) {
        error_print_usage(TOOL_NAME, error, tool->err);
        return error->status;
    }
    if (error->file[0] == '\0') {
        error_at(error, path, error->line, error->column);
    }
    error_print(error, tool->err);
    return error->status;
}

void moment_explain(struct error *error)
{
    struct error found = *error;
    char column[32] = "";
    if (found.column > 0) {
        snprintf(column, sizeof column, ", column %d", found.column);
    }
    error_set(error, found.status, found.kind, "command %d%s: %.200s", found.line, column, found.text);
}

static bool parse(const char *text, struct solution *out, struct error *error)
{
    if (solution_parse(text, out, error)) {
        return true;
    }
    moment_explain(error);
    return false;
}

static bool own_solution(const struct level *level, const char *argument, struct solution *out,
                         struct error *error)
{
    errno = 0;
    long number = strtol(argument, NULL, 10);
    if (errno != 0 || number < 1 || number > level->solution_count) {
        return error_set(error, STATUS_BAD, "no-solution", "there is no solution %.60s: the level has %d",
                         argument, level->solution_count);
    }
    return parse(level->solutions[number - 1], out, error);
}

bool moment_solution(const struct level *level, const char *argument, struct solution *out,
                     struct error *error)
{
    static const char letters[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ():;,&";
    *out = (struct solution){0};
    size_t length = strlen(argument);
    if (length > 0 && strspn(argument, "0123456789") == length) {
        return own_solution(level, argument, out, error);
    }
    if (strspn(argument, letters) == length) {
        return parse(argument, out, error);
    }
    struct text decoded = {0};
    if (length > LEVEL_CODE_BYTES_MAX) {
        return error_set(error, STATUS_USAGE, "usage", "this solution is too long");
    }
    level_code_decode(argument, length, &decoded);
    bool is_good = parse(decoded.bytes, out, error);
    text_free(&decoded);
    return is_good;
}

static bool too_far(struct error *error, int wanted, int reached)
{
    return error_set(error, STATUS_BAD, "no-step", "there is no step %d: this ends after step %d", wanted,
                     reached);
}

/* steps_wanted: -1 is the end. */
static bool play(struct moment *moment, const struct solution *solution, int steps_wanted,
                 struct error *error)
{
    struct replay replay;
    moment->world = world_working_copy(moment->level->world);
    replay_start(&replay, moment->world, solution);
    while (replay.steps != steps_wanted) {
        enum replay_progress progress = replay_advance(&replay, error);
        if (progress == REPLAY_FAILED) {
            moment_explain(error);
            return false;
        }
        if (progress == REPLAY_DONE) {
            return steps_wanted < 0 || too_far(error, steps_wanted, replay.steps);
        }
    }
    return true;
}

static bool run_alone(struct moment *moment, int steps_wanted, struct error *error)
{
    for (int step = 0; step < steps_wanted; step++) {
        if (!world_step(moment->world)) {
            return too_far(error, steps_wanted, step);
        }
    }
    return true;
}

static bool go(struct moment *moment, const struct arguments *arguments, struct error *error)
{
    int steps_wanted = arguments->is_given[OPTION_STEP] ? arguments->number[OPTION_STEP] : -1;
    if (!arguments->is_given[OPTION_SOLUTION]) {
        return run_alone(moment, steps_wanted, error);
    }
    struct solution solution;
    bool is_good = moment_solution(moment->level, arguments->text[OPTION_SOLUTION], &solution, error) &&
                   play(moment, &solution, steps_wanted, error);
    solution_free(&solution);
    return is_good;
}

enum status moment_open(const struct tool *tool, const struct arguments *arguments, struct moment *out)
{
    struct error error;
    const char *path = arguments->operands[0];
    struct level *level = level_load(path, &error);
    if (level == NULL) {
        return moment_fail(tool, path, &error);
    }
    *out = (struct moment){.level = level, .world = level->world};
    if (!go(out, arguments, &error)) {
        moment_close(out);
        return moment_fail(tool, path, &error);
    }
    return STATUS_GOOD;
}

void moment_close(struct moment *moment)
{
    if (moment->world != moment->level->world) {
        world_destroy(moment->world);
    }
    level_destroy(moment->level);
}

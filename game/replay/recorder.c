#include "replay/recorder.h"

static void add(struct recorder *recorder, struct action action)
{
    action.command = recorder->solution.command_count + 1;
    solution_add(&recorder->solution, action);
}

void recorder_select(struct recorder *recorder, enum ability ability)
{
    add(recorder, (struct action){.kind = ACTION_SELECT, .ability = ability});
}

void recorder_place(struct recorder *recorder, int32_t x, int32_t y)
{
    add(recorder, (struct action){.kind = ACTION_PLACE, .x = x, .y = y});
}

void recorder_step(struct recorder *recorder)
{
    struct solution *solution = &recorder->solution;
    int count = solution->action_count;
    struct action *last = count > 0 ? &solution->actions[count - 1] : NULL;
    bool is_idle = last == NULL || last->command <= solution->command_count;
    if (is_idle && last != NULL && last->kind == ACTION_WAIT && last->steps < INT32_MAX) {
        last->steps++;
        return;
    }
    if (is_idle) {
        add(recorder, (struct action){.kind = ACTION_WAIT, .steps = 1});
    }
    solution->command_count++;
}

void recorder_write(const struct recorder *recorder, bool is_open, struct text *out)
{
    struct solution solution = recorder->solution;
    if (is_open && solution.action_count > 0) {
        solution.command_count = solution.actions[solution.action_count - 1].command;
    }
    solution_write(&solution, out);
}

void recorder_free(struct recorder *recorder)
{
    solution_free(&recorder->solution);
}

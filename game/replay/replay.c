#include "replay/replay.h"

#include "base/require.h"

/* An until gives up when the level is not finished after this many empty time steps (rules/10 6.2). */
enum { UNTIL_WAITS = 1001 };

static const struct action final_assertion = {.kind = ACTION_ASSERT, .outcome = OUTCOME_WON};

static bool fail(struct error *error, int command, const char *kind, const char *text)
{
    error_set(error, STATUS_BAD, kind, "%s", text);
    error_at(error, "", command, 0);
    return false;
}

static bool ends_with_lone_assertion(const struct solution *solution)
{
    int last = solution->action_count - 1;
    const struct action *actions = solution->actions;
    return actions[last].kind == ACTION_ASSERT &&
           (last == 0 || actions[last - 1].command < actions[last].command);
}

static struct time_step fetch_final(struct replay *replay)
{
    struct time_step step = {.command = replay->solution->command_count + 1};
    if (!replay->has_ended && !replay->has_until_asserted && !ends_with_lone_assertion(replay->solution)) {
        step.actions = &final_assertion;
        step.count = 1;
        step.exists = true;
    }
    replay->has_ended = true;
    return step;
}

static struct time_step fetch_command(struct replay *replay, enum outcome outcome)
{
    const struct action *actions = replay->solution->actions + replay->next_action;
    int room = replay->solution->action_count - replay->next_action;
    struct time_step step = {.actions = actions, .command = actions[0].command, .exists = true};
    if (actions[0].kind == ACTION_WAIT) {
        replay->next_action++;
        replay->waits_left = actions[0].steps > 0 ? actions[0].steps - 1 : 0;
        return step;
    }
    const struct action *until = NULL;
    while (step.count < room && actions[step.count].command == step.command) {
        until = actions[step.count].kind == ACTION_UNTIL ? &actions[step.count] : until;
        step.count++;
    }
    replay->next_action += step.count;
    if (until != NULL && outcome == OUTCOME_RUNNING) {
        replay->until = until;
        replay->waits_left = UNTIL_WAITS;
    } else if (until != NULL) {
        step.until_is_over = true;
        replay->has_until_asserted = true;
    }
    return step;
}

/* The next time step, given how the world stands now. False: an until never ended. */
static bool fetch(struct replay *replay, enum outcome outcome, struct time_step *step)
{
    if (replay->until != NULL && outcome != OUTCOME_RUNNING) {
        const struct action *until = replay->until;
        *step = (struct time_step){until, 1, until->command, .exists = true, .until_is_over = true};
        replay->until = NULL;
        replay->waits_left = 0;
        replay->has_until_asserted = true;
    } else if (replay->waits_left > 0) {
        replay->waits_left--;
        *step = (struct time_step){.command = replay->current.command, .exists = true};
    } else if (replay->until != NULL) {
        return false;
    } else if (replay->next_action < replay->solution->action_count) {
        *step = fetch_command(replay, outcome);
    } else {
        *step = fetch_final(replay);
    }
    return true;
}

void replay_start(struct replay *replay, struct world *world, const struct solution *solution)
{
    require(solution->action_count > 0);
    *replay = (struct replay){.world = world, .solution = solution};
    bool fetched = fetch(replay, world_outcome(world), &replay->current);
    require(fetched);
}

static bool place(struct replay *replay, const struct action *action, struct error *error)
{
    int command = replay->current.command;
    if (!replay->has_selected) {
        return fail(error, command, "UsedMissingAbility", "a token is placed before an ability was selected");
    }
    switch (world_place_token(replay->world, replay->selected, action->x, action->y)) {
    case PLACING_DONE: return true;
    case PLACING_BLOCKED:
        return fail(error, command, "FailedToPlaceToken", "a token is placed on a solid block");
    case PLACING_NONE_LEFT:
        return fail(error, command, "UsedRunOutAbility", "no token of this ability is left");
    case PLACING_MISSING:
        return fail(error, command, "UsedMissingAbility", "the level does not have this ability");
    case PLACING_OUTSIDE: break;
    }
    return fail(error, command, "PlacedTokenOutsideWorld", "a token is placed outside the map");
}

static bool assert_outcome(struct replay *replay, const struct action *action, enum outcome outcome,
                           struct error *error)
{
    if (outcome == action->outcome) {
        return true;
    }
    bool wants_won = action->outcome == OUTCOME_WON;
    error_set(error, STATUS_BAD, wants_won ? "DidNotWin" : "UnexpectedState",
              "the level is %s where the solution wants %s", outcome_name(outcome),
              outcome_name(action->outcome));
    error_at(error, "", replay->current.command, 0);
    return false;
}

static bool carry_out(struct replay *replay, enum outcome outcome, struct error *error)
{
    const struct time_step *step = &replay->current;
    for (int i = 0; i < step->count; i++) {
        const struct action *action = &step->actions[i];
        bool good = true;
        switch (action->kind) {
        case ACTION_WAIT: break;
        case ACTION_SELECT:
            replay->selected = action->ability;
            replay->has_selected = true;
            break;
        case ACTION_PLACE: good = place(replay, action, error); break;
        case ACTION_UNTIL:
            good = !step->until_is_over || assert_outcome(replay, action, outcome, error);
            break;
        case ACTION_ASSERT: good = assert_outcome(replay, action, outcome, error); break;
        }
        if (!good) {
            return false;
        }
    }
    return true;
}

/* Whether a finished world may meet this time step: time that passes, or a single look at how it ended. */
static bool is_fine_after_finish(const struct time_step *next)
{
    return !next->exists || next->count == 0 ||
           (next->count == 1 &&
            (next->actions[0].kind == ACTION_ASSERT || next->actions[0].kind == ACTION_UNTIL));
}

/* Nothing is done now, and then time passes: so it is before nearly every step. */
static bool only_waits(const struct replay *replay)
{
    return replay->current.exists && replay->current.count == 0 && replay->waits_left > 0 &&
           replay->until == NULL;
}

enum replay_progress replay_advance(struct replay *replay, struct error *error)
{
    if (only_waits(replay) && world_step(replay->world)) {
        replay->waits_left--;
        replay->steps++;
        replay->done = replay->current;
        replay->current = (struct time_step){.command = replay->done.command, .exists = true};
        return REPLAY_STEPPED;
    }
    while (replay->current.exists) {
        /* Actions never change the outcome, only steps do: so one look serves fetching, asserting and
         * stepping. */
        enum outcome outcome = world_outcome(replay->world);
        int command = replay->current.command;
        struct time_step next;
        if (!fetch(replay, outcome, &next)) {
            fail(error, command, "UntilActionNeverEnded", "the level does not end within 1001 steps");
            return REPLAY_FAILED;
        }
        if (!carry_out(replay, outcome, error)) {
            return REPLAY_FAILED;
        }
        if (outcome != OUTCOME_RUNNING && !is_fine_after_finish(&next)) {
            fail(error, command, "RanPastEnd", "the solution goes on after the level has ended");
            return REPLAY_FAILED;
        }
        bool has_step = outcome == OUTCOME_RUNNING && next.exists && world_step(replay->world);
        replay->done = replay->current;
        replay->current = next;
        if (has_step) {
            replay->steps++;
            return REPLAY_STEPPED;
        }
    }
    return REPLAY_DONE;
}

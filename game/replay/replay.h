/* Running a solution: which actions fall into which step of the world, and what can go wrong (rules/10 6.2
 * and 6.3). Used wherever a solution is run: verify, traces, the timeline's loading of games, the bench. One
 * time step is always fetched ahead of the one that is carried out, because an until looks at the world when
 * it is fetched. Never copies or resets the world; that is the caller's. */
#ifndef WARREN_REPLAY_REPLAY_H
#define WARREN_REPLAY_REPLAY_H

#include "replay/solution.h"

/* What is done between two steps of the world: no action, or one or more of one command. */
struct time_step {
    const struct action *actions; /* of the solution, or the final assertion */
    int count;
    int command;        /* the number that an error in it carries */
    bool exists;        /* false: the solution is over */
    bool until_is_over; /* an until among the actions counts as its assertion; else it does nothing */
};

/* One replay under way. Plain data: points to the world and the solution and owns nothing. */
struct replay {
    struct world *world;
    const struct solution *solution;
    int32_t steps;              /* world steps made */
    struct time_step current;   /* to be carried out next */
    struct time_step done;      /* carried out last; before the first one it does not exist */
    const struct action *until; /* under way, or NULL */
    int next_action;            /* the first one that was not fetched */
    int32_t waits_left;         /* empty time steps still to be fetched for a wait or until */
    bool has_until_asserted;    /* then no final assertion follows */
    bool has_ended;             /* all was fetched, the final assertion too */
    bool has_selected;
    enum ability selected;
};

/* world: the one to run on; for the same result as everybody else a world_working_copy. Both must outlive the
 * replay. */
void replay_start(struct replay *replay, struct world *world, const struct solution *solution);

enum replay_progress { REPLAY_STEPPED, REPLAY_DONE, REPLAY_FAILED };

/* Goes on until one world step was made (REPLAY_STEPPED), the solution is over (REPLAY_DONE: it is valid, and
 * solves the level if the outcome is OUTCOME_WON), or it went wrong (REPLAY_FAILED). Not to be called again
 * after the last two. Error kinds, by the names of reference traces: "DidNotWin", "UnexpectedState",
 * "RanPastEnd", "UsedRunOutAbility", "UsedMissingAbility", "PlacedTokenOutsideWorld", "FailedToPlaceToken",
 * "UntilActionNeverEnded"; the error's line is the number of the command that was carried out. */
enum replay_progress replay_advance(struct replay *replay, struct error *error);

#endif

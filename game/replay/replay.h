/* Solutions: the text form of what a player does, and running it (rules/10 section 6). The same text is written by
 * the recorder while somebody plays, kept in level files as proof, and replayed by tests, verify and the bench. */
#ifndef WARREN_REPLAY_REPLAY_H
#define WARREN_REPLAY_REPLAY_H

#include "base/error.h"
#include "world/world.h"

#include <stdbool.h>

enum action_kind { ACTION_WAIT, ACTION_SELECT, ACTION_PLACE, ACTION_ASSERT, ACTION_UNTIL };

struct action {
    enum action_kind kind;
    int command;          /* which command it belongs to, from 1 */
    int32_t steps;        /* wait */
    enum ability ability; /* select */
    int32_t x, y;         /* place */
    enum outcome outcome; /* assert, until */
};

/* A parsed solution: commands in order, each with its actions side by side. */
struct solution {
    struct action *actions;
    int action_count;
    int command_count;
};

/* Errors: status 1, kind "solution-syntax", column in the text. */
bool solution_parse(const char *text, struct solution *out, struct error *error);
void solution_free(struct solution *solution);

/* One replay under way. Plain data; owns nothing but points to world and solution. */
struct replay {
    struct world *world;
    const struct solution *solution;
    int next_command;            /* index of the next command to fetch, from 0 */
    int32_t waits_left;          /* of the wait or until being fetched */
    bool has_until_asserted;     /* no final WON is asserted then */
    bool is_in_until, is_at_end;
    bool has_selected;
    enum ability selected;
    int32_t steps;               /* world steps made */
};

/* world: the copy to run on (world_working_copy), kept by the caller. */
void replay_start(struct replay *replay, struct world *world, const struct solution *solution);

enum replay_progress { REPLAY_STEPPED, REPLAY_DONE, REPLAY_FAILED };

/* Goes on until one world step has been made (REPLAY_STEPPED), the solution is over (REPLAY_DONE) or it went wrong
 * (REPLAY_FAILED; error kinds by the names of oracle traces: "DidNotWin", "UnexpectedState", "RanPastEnd",
 * "UsedRunOutAbility", "UsedMissingAbility", "PlacedTokenOutsideWorld", "FailedToPlaceToken",
 * "UntilActionNeverEnded"; the error's line is the number of the command). */
enum replay_progress replay_advance(struct replay *replay, struct error *error);

#endif

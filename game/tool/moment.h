/* A level at one moment of a game: after some steps of a solution, or without a player. Commands that show or
 * write a level all choose the moment in the same way. */
#ifndef WARREN_TOOL_MOMENT_H
#define WARREN_TOOL_MOMENT_H

#include "level/level.h"
#include "replay/solution.h"
#include "tool/arguments.h"
#include "tool/tool.h"

struct moment {
    struct level *level;
    struct world *world; /* of the moment; owned only if it is not the level's own */
};

/* Loads the first operand and goes to the moment that --solution and --step ask for: step 0 of the level as
 * loaded when neither is given, and the end of the solution when only that is. Prints an error and returns
 * its status if that is not possible; then there is nothing to close. */
enum status moment_open(const struct tool *tool, const struct arguments *arguments, struct moment *out);
void moment_close(struct moment *moment);

/* Prints an error of a level file that does not name the file itself; returns its status. */
enum status moment_fail(const struct tool *tool, const char *path, struct error *error);

/* Errors of solutions and replays count commands as lines, which would read like lines of the level's file:
 * says the same in the text. */
void moment_explain(struct error *error);

/* The solution that an argument means (rules/10 6.6): a number is that of one of the level's own, a text of
 * the characters of solutions is itself one, any other is the .code form of one. Free it with solution_free.
 */
bool moment_solution(const struct level *level, const char *argument, struct solution *out,
                     struct error *error);

#endif

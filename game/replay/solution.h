/* Solutions: the text form of what a player does (rules/10 6.1 and 6.7). Commands, separated by ';', follow
 * each other in time; the actions of one command, joined by '&', happen together. The same text is written
 * while somebody plays, kept in level files as proof, and replayed by tests, verify and the bench. This is
 * the text only; what it means in time is in replay.h. */
#ifndef WARREN_REPLAY_SOLUTION_H
#define WARREN_REPLAY_SOLUTION_H

#include "base/error.h"
#include "base/text.h"
#include "world/world.h"

#include <stdbool.h>
#include <stdint.h>

enum action_kind { ACTION_WAIT, ACTION_SELECT, ACTION_PLACE, ACTION_ASSERT, ACTION_UNTIL };

struct action {
    enum action_kind kind;
    int command;          /* the number of its command, from 1 */
    int32_t steps;        /* wait */
    enum ability ability; /* select */
    int32_t x, y;         /* place: cell, not negative */
    enum outcome outcome; /* assert, until */
};

/* Actions in order of time. Every command has at least one: one that is empty in the text is a wait of 1. A
 * wait is always alone in its command. Zero-initialise it, or get it from solution_parse; give it back with
 * solution_free. */
struct solution {
    struct action *actions;
    int action_count;
    int action_room;
    int command_count;
};

/* On an error out is empty. The error's kind is "solution-syntax", its line the number of the command, its
 * column the place in the text. */
bool solution_parse(const char *text, struct solution *out, struct error *error);

/* Appends to the last commands; action.command must not be smaller than that of the last action.
 * command_count is the caller's to raise: the actions of a command beyond it are not written. */
void solution_add(struct solution *solution, struct action action);

/* Appends the text of commands 1 to command_count. Not always the text that was parsed: a wait of 1 is
 * written as nothing, empty actions and leading zeros are dropped. */
void solution_write(const struct solution *solution, struct text *out);

void solution_free(struct solution *solution); /* empty and usable afterwards */

#endif

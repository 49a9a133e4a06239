/* A game with its past and its future: every command with the step at which it was given, and copies of the
 * world every so many steps, so that any step can be shown again at once. The player's one door to a world.
 * What lies ahead of the present after going back stays and is played again by timeline_step, until a new
 * command is given: that cuts it off. Undo and redo are the same thing as going back and forth: they move the
 * present to just before the last command, or just after the next one. The memory of the copies is bounded:
 * they get rarer as the game gets longer. What was commanded is all kept. */
#ifndef WARREN_REPLAY_TIMELINE_H
#define WARREN_REPLAY_TIMELINE_H

#include "replay/solution.h"

#include <stddef.h>

enum { TIMELINE_BYTES = 64 << 20 }; /* enough copies for every level of usual size */

struct timeline;

/* Starts with a copy of the world. The copies for going back take at most bytes_max altogether. */
struct timeline *timeline_create(const struct world *start, size_t bytes_max);
void timeline_destroy(struct timeline *timeline); /* NULL is fine */

/* The present. Valid until the timeline is destroyed; looks different after each of the calls below. */
const struct world *timeline_world(const struct timeline *timeline);

struct timeline_facts {
    int32_t now;  /* steps between the start and the present */
    int32_t last; /* the last step that was ever reached and not cut off */
    int given;    /* commands behind the present */
    int commands; /* all of them */
    bool can_undo, can_redo;
    size_t bytes; /* of the copies for going back */
};

struct timeline_facts timeline_facts(const struct timeline *timeline);

/* For marks on a scrub bar: rabbits saved and lost until a step from 0 to the last one has been made; and at
 * which step a command was given, counted from 0 and future ones too. */
struct timeline_moment {
    int32_t saved, lost;
};

struct timeline_moment timeline_moment(const struct timeline *timeline, int32_t step);
int32_t timeline_command_step(const struct timeline *timeline, int number);

/* Commands. They cut off what lies ahead, unless nothing comes of them. */
enum placing timeline_place(struct timeline *timeline, enum ability ability, int x, int y);
void timeline_explode_all(struct timeline *timeline);

/* What lies ahead of the present is forgotten. */
void timeline_cut(struct timeline *timeline);

/* One step on, with the commands that were given at the present step. False if the game is over. */
bool timeline_step(struct timeline *timeline);

/* Goes to a step from 0 to the last: to the moment when it has been made and no command was given yet;
 * at the last step to the moment after the last command. */
void timeline_seek(struct timeline *timeline, int32_t step);

/* False if there is nothing to undo or redo. */
bool timeline_undo(struct timeline *timeline);
bool timeline_redo(struct timeline *timeline);

/* Appends the whole game, past and future, as a solution. With is_open also the commands given after the last
 * step: for a saved game, not for a proof. Exploding all has no text and is left out (rules/10 4.8). */
void timeline_write(const struct timeline *timeline, bool is_open, struct text *out);

/* Plays a solution from the present, which must be the end, until steps_max steps were made in all; commands
 * that it gives after the last of these are given too. This loads a saved game, and lets a proof be watched:
 * with INT32_MAX it is played to its end. False: the solution went wrong before that, as in replay_advance;
 * what it did until then is there. */
bool timeline_play(struct timeline *timeline, const struct solution *solution, int32_t steps_max,
                   struct error *error);

#endif

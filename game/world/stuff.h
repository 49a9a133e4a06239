/* The things of a world that act: entrances, tokens, fires, pipes. Only files in game/world include this. */
#ifndef WARREN_WORLD_STUFF_H
#define WARREN_WORLD_STUFF_H

#include "world/inside.h"

/* Carries out what each thing is about to do, in list order (rules/10 4.1 MOVE), and marks where it is then.
 */
void things_act(struct world *world);

/* Each thing chooses its next state, in list order, after all rabbits did. */
void things_decide(struct world *world);

/* Marks the cells of tokens, fires and exits; those of exits for good. */
void things_mark(struct world *world);
void thing_mark(struct world *world, const struct thing *thing);

#endif

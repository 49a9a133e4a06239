/* Replaying one solution many times, with the help of workers who have nothing else to do: so that a long
 * level at the end of many does not leave one worker alone with it. Used by verify. A worker puts what he
 * replays on a board; others take replays from it, each on a world of their own. */
#ifndef WARREN_REPLAY_REPEAT_H
#define WARREN_REPLAY_REPEAT_H

#include "replay/replay.h"

#include <pthread.h>
#include <stdatomic.h>

struct repeat {
    const struct world *start; /* each replay begins with a copy of it */
    const struct solution *solution;
    atomic_int left; /* replays that nobody has begun; below 0 when several found none left */
    int helpers;
    struct repeat *next; /* on the board */
};

struct repeat_board {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct repeat *first;
    int owners; /* workers who may still put something on the board */
};

/* How a replay ended. All replays of a solution end alike. */
struct repeat_result {
    bool is_valid;
    int32_t steps;
    enum outcome outcome;
    struct error error; /* if it is not valid */
};

void repeat_board_open(struct repeat_board *board);
void repeat_board_close(struct repeat_board *board);

/* A worker who owns something has to enter before, and to leave when he will not own anything any more. */
void repeat_enter(struct repeat_board *board);
void repeat_leave(struct repeat_board *board);

/* Makes count replays, some of them perhaps through helpers, and returns when all are done. Overwrites world.
 */
void repeat_run(struct repeat_board *board, const struct world *start, struct world *world,
                const struct solution *solution, int count, struct repeat_result *result);

/* Waits for something to help with. NULL: there will be nothing any more. */
struct repeat *repeat_find(struct repeat_board *board);

/* Helps with what was found until no replay is left to begin. To be called once for each that was found. */
void repeat_help(struct repeat_board *board, struct repeat *repeat);

#endif

/* One game in hand: a level, its timeline, and how fast it runs. Told the time, so tests bring their own;
 * knows no window and no devices. What the player does to a world goes through here. */
#ifndef WARREN_PLAY_SESSION_H
#define WARREN_PLAY_SESSION_H

#include "level/level.h"
#include "replay/timeline.h"

enum { SESSION_STEP_MS = 700, SESSION_SPEED_NORMAL = 2, SESSION_SPEEDS = 7 };

struct session {
    char *path; /* of the level's file */
    struct level *level;
    struct timeline *timeline;
    struct timeline *aside; /* another game of the player's that a restart lies between; NULL: none */
    bool aside_is_ahead;    /* it came after the one in hand: redo leads to it, and else undo */
    int speed;              /* index into 1/4, 1/2, 1, 2, 4, 8, 16 */
    double exact_speed;     /* above 0: this instead, as asked for on the command line */
    bool is_paused;
    bool is_rewinding;
    unsigned version;     /* another one whenever the world has changed */
    double place;         /* between the last step and the next, 0 to below 1 */
    uint64_t then_ns;     /* of the last advance; 0: none yet */
    int chosen;           /* enum ability, or -1 */
    enum placing refused; /* why the last token could not be placed; PLACING_DONE: it was */
    bool is_watching;     /* a recorded game runs, and nobody has taken over */
    int32_t fails_at;     /* the step at which that game goes wrong; -1: it does not */
    struct error failure; /* how */
};

/* Loads a level and begins it. Error: as level_load. session is empty then. */
bool session_open(struct session *session, const char *path, struct error *error);
void session_close(struct session *session); /* an empty one is fine */
/* The same level from its start; nothing lies ahead. A game in which something was done is set aside, in the
 * place of the one before it, and undo brings it back. */
void session_restart(struct session *session);

/* Loads the whole of solution `number` (from 1) into the timeline and goes to its start, to be watched.
 * Error, with status 2: there is no such solution. A solution that goes wrong is played as far as it goes
 * (see fails_at). */
bool session_watch(struct session *session, int number, struct error *error);
/* The same with any solution, as far as steps_max steps. */
void session_watch_text(struct session *session, const char *text, int32_t steps_max);
/* Of what is watched, all that lies ahead is forgotten: the player goes on from here. */
void session_take_over(struct session *session);

/* Lets the time pass. True if what is to be seen has changed. */
bool session_advance(struct session *session, uint64_t now_ns);
/* Time that went by since the last advance does not count: after waiting in a menu. */
void session_skip_time(struct session *session);

/* Something was done in it by the player: it is not thrown away. */
bool session_has_work(const struct session *session);
bool session_is_over(const struct session *session);    /* won or lost */
bool session_is_running(const struct session *session); /* time moves what is to be seen */

void session_change_speed(struct session *session, int direction);
double session_speed(const struct session *session);

void session_step(struct session *session);               /* one on, paused */
void session_step_back(struct session *session);          /* to the start of the step, or one back, paused */
void session_seek(struct session *session, int32_t step); /* paused there */
/* Commands of the game in hand; before its first one, the restart that it came from, and after the last one
 * that restart again. False: there is nothing, and nothing happens. */
bool session_undo(struct session *session);
bool session_redo(struct session *session);

/* A new command cuts off what redo would lead to, a game that lies ahead too. */
void session_cut_aside(struct session *session);

/* What each of the two would do, for its button. */
enum session_change { CHANGE_NONE, CHANGE_COMMAND, CHANGE_RESTART };

enum session_change session_undo_change(const struct session *session);
enum session_change session_redo_change(const struct session *session);

/* The nth ability that the level has, from 0; -1: it has no more. */
int session_ability(const struct session *session, int nth);
void session_choose(struct session *session, int ability);
void session_choose_next(struct session *session, int direction);

/* Puts the chosen ability there, and the player is no longer just watching. */
enum placing session_place(struct session *session, int x, int y);
const char *session_refusal(enum placing placing); /* one sentence for the player; "" for PLACING_DONE */
void session_explode_all(struct session *session);

#endif

/* The characters that show in a text picture what somebody is about to do (rules/10 7.3, 7.4). Inside of
 * game/level only. */
#ifndef WARREN_LEVEL_STATE_MARK_H
#define WARREN_LEVEL_STATE_MARK_H

#include "world/things.h"

struct state_mark {
    char symbol;   /* 0: there is none */
    int8_t dx, dy; /* where it is drawn, in cells from the one who has the state */
};

enum { STATE_MARKS_MAX = 2 };

/* Stores the marks, first the one to be drawn first; ends with one whose symbol is 0 if there are fewer. */
void state_marks_of_rabbit(const struct rabbit *rabbit, struct state_mark marks[STATE_MARKS_MAX]);
void state_marks_of_thing(const struct thing *thing, struct state_mark marks[STATE_MARKS_MAX]);

#endif

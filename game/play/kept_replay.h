/* A kept game as a file that a person can read and pass on: which level, how it ended, the solution text, and
 * a mark for each state of the world on the way, so that a replay that goes another way on another day can
 * say at which step. Lines ":key=value" as in level files. Knows sessions, no folders and no screens. */
#ifndef WARREN_PLAY_KEPT_REPLAY_H
#define WARREN_PLAY_KEPT_REPLAY_H

#include "play/identity.h"
#include "play/session.h"

enum { KEPT_BYTES_MAX = 64 << 20, KEPT_DATE_MAX = 20 };

/* The world when a step was made. */
struct kept_mark {
    int32_t step;
    uint32_t hash; /* of its trace (replay/trace.h), which is the same on every machine */
    int out, saved, lost;
};

struct kept_replay {
    struct identity identity;
    char *level_path, *title; /* title: the level's name */
    char date[KEPT_DATE_MAX]; /* "2026-01-31 12:00" */
    enum outcome outcome;     /* RUNNING: it was left before its end */
    int saved, to_save, tokens;
    int32_t steps;
    char *solution;
    struct kept_mark *marks; /* in order of steps */
    int mark_count;
};

/* What was played so far in a session, future and all. Free it with kept_replay_free. Exploding all has no
 * text: what is kept is the game without it, and *is_whole becomes false. */
void kept_replay_take(struct kept_replay *replay, const struct session *session,
                      const struct identity *identity, bool *is_whole);
void kept_replay_free(struct kept_replay *replay); /* an empty one is fine */

void kept_replay_write(const struct kept_replay *replay, struct text *out);
/* Error: what is wrong in which line; replay is empty then. */
bool kept_replay_read(const char *bytes, size_t size, struct kept_replay *replay, struct error *error);

/* Loads it into a session of its level, to be watched from the start. When it goes another way than it did,
 * session->fails_at and ->failure say where and how. */
void kept_replay_watch(const struct kept_replay *replay, struct session *session);

#endif

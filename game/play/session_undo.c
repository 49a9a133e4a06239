/* Taking back and putting there again, across restarts too: at most two games of a level are kept, the one in
 * hand and the one on the other side of the last restart. */
#include "play/session.h"

bool session_has_work(const struct session *session)
{
    return !session->is_watching && timeline_facts(session->timeline).commands > 0;
}

/* What was in hand is set aside if it is worth it; if not, what lies aside stays there. */
static void set_aside(struct session *session)
{
    if (session_has_work(session)) {
        timeline_destroy(session->aside);
        session->aside = session->timeline;
    } else {
        timeline_destroy(session->timeline);
    }
    session->aside_is_ahead = false;
}

static void show_anew(struct session *session)
{
    session->version++;
    session->place = 0;
    session->is_rewinding = false;
    session->is_watching = false;
    session->fails_at = -1;
}

void session_cut_aside(struct session *session)
{
    if (session->aside_is_ahead) {
        timeline_destroy(session->aside);
        session->aside = NULL;
        session->aside_is_ahead = false;
    }
}

void session_restart(struct session *session)
{
    set_aside(session);
    session->timeline = timeline_create(session->level->world, TIMELINE_BYTES);
    show_anew(session);
    session->then_ns = 0;
    session->is_paused = false;
    session->chosen = session_ability(session, 0);
}

/* The game on the other side of the restart, where it was left. */
static void change_sides(struct session *session)
{
    struct timeline *left = session->timeline;
    bool is_kept = session_has_work(session);
    session->timeline = session->aside;
    session->aside = is_kept ? left : NULL;
    session->aside_is_ahead = !session->aside_is_ahead;
    if (!is_kept) {
        timeline_destroy(left);
    }
    show_anew(session);
}

static enum session_change change_of(const struct session *session, bool has_command, bool is_ahead)
{
    if (has_command) {
        return CHANGE_COMMAND;
    }
    return session->aside != NULL && session->aside_is_ahead == is_ahead ? CHANGE_RESTART : CHANGE_NONE;
}

enum session_change session_undo_change(const struct session *session)
{
    return change_of(session, timeline_facts(session->timeline).can_undo, false);
}

enum session_change session_redo_change(const struct session *session)
{
    return change_of(session, timeline_facts(session->timeline).can_redo, true);
}

static bool make(struct session *session, enum session_change change, bool (*command)(struct timeline *))
{
    switch (change) {
    case CHANGE_COMMAND: command(session->timeline); break;
    case CHANGE_RESTART: change_sides(session); break;
    case CHANGE_NONE: return false;
    }
    session->place = 0;
    session->is_paused = true;
    session->version++;
    return true;
}

bool session_undo(struct session *session)
{
    return make(session, session_undo_change(session), timeline_undo);
}

bool session_redo(struct session *session)
{
    return make(session, session_redo_change(session), timeline_redo);
}

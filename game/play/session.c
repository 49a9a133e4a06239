#include "play/session.h"

#include "base/memory.h"

#include <stdint.h>

static const double speeds[SESSION_SPEEDS] = {0.25, 0.5, 1, 2, 4, 8, 16};

#define REWIND_SPEED 4.0
#define LONGEST_PAUSE_NS UINT64_C(250000000) /* a longer frame was a hitch, and the game waits for it */

bool session_open(struct session *session, const char *path, struct error *error)
{
    *session = (struct session){.speed = SESSION_SPEED_NORMAL, .chosen = -1, .fails_at = -1};
    session->level = level_load(path, error);
    if (session->level == NULL) {
        return false;
    }
    session->path = memory_copy_text(path);
    session->timeline = timeline_create(session->level->world, TIMELINE_BYTES);
    session->chosen = session_ability(session, 0);
    return true;
}

void session_close(struct session *session)
{
    timeline_destroy(session->timeline);
    timeline_destroy(session->aside);
    level_destroy(session->level);
    memory_free(session->path);
    *session = (struct session){0};
}

void session_watch_text(struct session *session, const char *text, int32_t steps_max)
{
    struct solution solution = {0};
    session_restart(session);
    bool good = solution_parse(text, &solution, &session->failure) &&
                timeline_play(session->timeline, &solution, steps_max, &session->failure);
    solution_free(&solution);
    session->fails_at = good ? -1 : timeline_facts(session->timeline).last;
    timeline_seek(session->timeline, 0);
    session->is_watching = true;
}

bool session_watch(struct session *session, int number, struct error *error)
{
    if (number < 1 || number > session->level->solution_count) {
        return error_set(error, STATUS_BAD, "no-solution", "there is no solution %d: the level has %d",
                         number, session->level->solution_count);
    }
    session_watch_text(session, session->level->solutions[number - 1], INT32_MAX);
    return true;
}

void session_take_over(struct session *session)
{
    if (session->is_watching) {
        timeline_cut(session->timeline);
        session->is_watching = false;
        session->fails_at = -1;
        session->version++;
    }
}

bool session_is_over(const struct session *session)
{
    return world_outcome(timeline_world(session->timeline)) != OUTCOME_RUNNING;
}

bool session_is_running(const struct session *session)
{
    return session->is_rewinding || (!session->is_paused && !session_is_over(session));
}

double session_speed(const struct session *session)
{
    return session->exact_speed > 0 ? session->exact_speed : speeds[session->speed];
}

void session_change_speed(struct session *session, int direction)
{
    int speed = session->speed + direction;
    session->speed = speed < 0 ? 0 : speed >= SESSION_SPEEDS ? SESSION_SPEEDS - 1 : speed;
    session->exact_speed = 0;
}

static void run_on(struct session *session)
{
    while (session->place >= 1 && timeline_step(session->timeline)) {
        session->place -= 1;
        session->version++;
    }
    if (session_is_over(session)) {
        session->place = 0;
    }
}

static void run_back(struct session *session)
{
    int32_t now = timeline_facts(session->timeline).now;
    int32_t target = now;
    while (session->place < 0 && target > 0) {
        session->place += 1;
        target--;
    }
    if (target != now) {
        timeline_seek(session->timeline, target);
        session->version++;
    }
    if (session->place < 0) {
        session->place = 0;
    }
}

bool session_advance(struct session *session, uint64_t now_ns)
{
    uint64_t passed_ns = session->then_ns == 0 ? 0 : now_ns - session->then_ns;
    session->then_ns = now_ns;
    if (!session_is_running(session) || passed_ns == 0) {
        return false;
    }
    double passed_ms = (double)(passed_ns > LONGEST_PAUSE_NS ? LONGEST_PAUSE_NS : passed_ns) / 1e6;
    if (session->is_rewinding) {
        session->place -= passed_ms * REWIND_SPEED / SESSION_STEP_MS;
        run_back(session);
    } else {
        session->place += passed_ms * session_speed(session) / SESSION_STEP_MS;
        run_on(session);
    }
    return true;
}

void session_skip_time(struct session *session)
{
    session->then_ns = 0;
}

void session_step(struct session *session)
{
    session->is_paused = true;
    session->place = 0;
    session->version++;
    timeline_step(session->timeline);
}

void session_step_back(struct session *session)
{
    session->is_paused = true;
    int32_t now = timeline_facts(session->timeline).now;
    if (session->place > 0) {
        session->place = 0;
    } else if (now > 0) {
        timeline_seek(session->timeline, now - 1);
        session->version++;
    }
}

void session_seek(struct session *session, int32_t step)
{
    int32_t last = timeline_facts(session->timeline).last;
    session->is_paused = true;
    session->place = 0;
    session->version++;
    timeline_seek(session->timeline, step < 0 ? 0 : step > last ? last : step);
}

int session_ability(const struct session *session, int nth)
{
    struct world_counts counts = world_counts(timeline_world(session->timeline));
    for (int ability = 0; ability < ABILITY_COUNT; ability++) {
        if (counts.has[ability] && nth-- == 0) {
            return ability;
        }
    }
    return -1;
}

void session_choose(struct session *session, int ability)
{
    if (ability >= 0 && world_counts(timeline_world(session->timeline)).has[ability]) {
        session->chosen = ability;
    }
}

void session_choose_next(struct session *session, int direction)
{
    struct world_counts counts = world_counts(timeline_world(session->timeline));
    for (int i = 1; i <= ABILITY_COUNT && session->chosen >= 0; i++) {
        int ability = (session->chosen + direction * i + ABILITY_COUNT * ABILITY_COUNT) % ABILITY_COUNT;
        if (counts.has[ability]) {
            session->chosen = ability;
            return;
        }
    }
}

enum placing session_place(struct session *session, int x, int y)
{
    session->refused = session->chosen < 0
                           ? PLACING_MISSING
                           : timeline_place(session->timeline, (enum ability)session->chosen, x, y);
    if (session->refused == PLACING_DONE) {
        session_cut_aside(session);
        session->is_watching = false;
        session->fails_at = -1;
        session->version++;
    }
    return session->refused;
}

const char *session_refusal(enum placing placing)
{
    switch (placing) {
    case PLACING_BLOCKED: return "There is no room for it here";
    case PLACING_NONE_LEFT: return "None of these are left";
    case PLACING_MISSING: return "This level has no abilities to give";
    case PLACING_OUTSIDE: return "This is outside of the page";
    default: return "";
    }
}

void session_explode_all(struct session *session)
{
    timeline_explode_all(session->timeline);
    session_cut_aside(session);
    session->version++;
    session->is_watching = false;
    session->fails_at = -1;
    session->is_paused = false;
}

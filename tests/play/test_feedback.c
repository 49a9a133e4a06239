#include "play/feedback.h"

#include "play/session.h"
#include "support/test.h"

static const uint64_t ms = 1000000;

static struct session opened(void)
{
    struct session session;
    struct error error;
    if (!session_open(&session, "assets/levels/tutorial/02_A-little-spadework.rel", &error)) {
        fail_msg("%s", error.text);
    }
    session_choose(&session, ABILITY_DIG);
    assert_int_equal(session_place(&session, 5, 4), PLACING_DONE);
    return session;
}

/* Steps on until a mark of that kind is there; the number of the step. */
static int find(struct session *session, struct feedback *feedback, enum event_kind kind)
{
    for (int step = 1; step < 200; step++) {
        session_step(session);
        feedback_follow(feedback, timeline_world(session->timeline), (uint64_t)step * 700 * ms);
        for (int i = 0; i < feedback->count; i++) {
            if (feedback->marks[i].kind == kind) {
                return step;
            }
        }
    }
    fail_msg("there is no such mark");
    return 0;
}

static void what_is_taken_and_who_comes_home_is_marked_where_it_is(void **state)
{
    (void)state;
    struct session session = opened();
    struct feedback feedback = {0};
    feedback_follow(&feedback, timeline_world(session.timeline), 1);
    find(&session, &feedback, EVENT_TOKEN_TAKEN);
    assert_int_equal(feedback.marks[0].x, 5);
    assert_int_equal(feedback.marks[0].y, 4);
    assert_int_equal(feedback.marks[0].ability, ABILITY_DIG);
    feedback.count = 0;
    find(&session, &feedback, EVENT_SAVED);
    assert_int_equal(feedback.marks[0].x, 1);
    assert_int_equal(feedback.marks[0].y, 8);
    session_close(&session);
}

static void a_mark_goes_after_a_while(void **state)
{
    (void)state;
    struct session session = opened();
    struct feedback feedback = {0};
    feedback_follow(&feedback, timeline_world(session.timeline), 1);
    uint64_t now_ns = (uint64_t)find(&session, &feedback, EVENT_TOKEN_TAKEN) * 700 * ms;
    feedback_follow(&feedback, timeline_world(session.timeline), now_ns + (FEEDBACK_MS - 1) * ms);
    assert_int_equal(feedback.count, 1);
    feedback_follow(&feedback, timeline_world(session.timeline), now_ns + FEEDBACK_MS * ms);
    assert_int_equal(feedback.count, 0);
    session_close(&session);
}

static void going_back_or_far_ahead_shows_nothing(void **state)
{
    (void)state;
    struct session session = opened();
    struct feedback feedback = {0};
    feedback_follow(&feedback, timeline_world(session.timeline), 1);
    int step = find(&session, &feedback, EVENT_TOKEN_TAKEN);
    session_seek(&session, step - 1);
    feedback_follow(&feedback, timeline_world(session.timeline), 1);
    assert_int_equal(feedback.count, 0);
    session_seek(&session, 0);
    feedback_follow(&feedback, timeline_world(session.timeline), 1);
    session_seek(&session, step);
    feedback_follow(&feedback, timeline_world(session.timeline), 1);
    assert_int_equal(feedback.count, 0);
    session_close(&session);
}

static void of_too_many_the_newest_stay(void **state)
{
    (void)state;
    struct session session = opened();
    struct feedback feedback = {0};
    feedback_follow(&feedback, timeline_world(session.timeline), 1);
    int step = find(&session, &feedback, EVENT_TOKEN_TAKEN);
    session_step_back(&session);
    feedback_follow(&feedback, timeline_world(session.timeline), 1);
    feedback.count = FEEDBACK_MARKS_MAX;
    for (int i = 0; i < FEEDBACK_MARKS_MAX; i++) {
        feedback.marks[i] = (struct feedback_mark){.kind = EVENT_DIED, .since_ns = (uint64_t)step};
    }
    session_step(&session);
    feedback_follow(&feedback, timeline_world(session.timeline), (uint64_t)step + 1);
    assert_int_equal(feedback.count, FEEDBACK_MARKS_MAX);
    assert_int_equal(feedback.marks[FEEDBACK_MARKS_MAX - 2].kind, EVENT_DIED);
    assert_int_equal(feedback.marks[FEEDBACK_MARKS_MAX - 1].kind, EVENT_TOKEN_TAKEN);
    session_close(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_taken_and_who_comes_home_is_marked_where_it_is),
        cmocka_unit_test(a_mark_goes_after_a_while),
        cmocka_unit_test(going_back_or_far_ahead_shows_nothing),
        cmocka_unit_test(of_too_many_the_newest_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

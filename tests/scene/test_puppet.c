#include "scene/puppet.h"
#include "scene/puppet_act.h"
#include "support/test.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static void frames_are_numbered_through(void **unused)
{
    (void)unused;
    int seen = 0;
    for (int kind = PUPPET_RABBIT; kind <= PUPPET_SHARED; kind++) {
        for (int clip = 0; clip < CLIP_COUNT; clip++) {
            for (int step = 0; step < puppet_clip_frames((enum puppet_clip)clip); step++) {
                const int frame = puppet_frame((enum puppet_kind)kind, (enum puppet_clip)clip, step);
                const struct puppet_info info = puppet_info(frame);
                assert_int_equal(info.clip, clip);
                assert_int_equal(info.step, step);
                seen += (int)info.kind == kind;
            }
        }
    }
    assert_int_equal(seen, PUPPET_FRAME_COUNT);
}

static void the_feet_are_in_the_middle_of_a_figure(void **unused)
{
    (void)unused;
    for (int frame = 0; frame < 2 * PUPPET_FRAMES_OF_EACH; frame++) {
        const struct puppet_info info = puppet_info(frame);
        assert_in_range(info.foot_x, 1, info.width - 1);
        assert_in_range(info.foot_y, 1, info.height - 1);
    }
}

/* Reads one tag and tells whether it opens (1), closes (-1) or is complete in itself (0). Fails unless it is
 * a known one with quoted attributes. */
static int check_tag(const char *at, const char *end)
{
    static const char *const names[] = {"svg", "g", "path"};
    const int closes = at[1] == '/';
    const char *name = at + 1 + closes;
    size_t length = 0;
    while (islower((unsigned char)name[length])) {
        length++;
    }
    bool is_known = false;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        is_known |= strlen(names[i]) == length && strncmp(names[i], name, length) == 0;
    }
    assert_true(is_known);
    int quotes = 0;
    for (const char *c = at + 1; c < end; c++) {
        quotes += *c == '"';
        assert_true(*c != '<');
    }
    assert_int_equal(quotes % 2, 0);
    return closes ? -1 : end[-1] != '/';
}

static int check_picture(const char *svg)
{
    int depth = 0;
    int paths = 0;
    assert_true(strncmp(svg, "<svg ", 5) == 0);
    for (const char *at = strchr(svg, '<'); at != NULL; at = strchr(at + 1, '<')) {
        const char *end = strchr(at, '>');
        assert_non_null(end);
        depth += check_tag(at, end);
        assert_true(depth >= (end[1] == '\n' && end[2] == '\0' ? 0 : 1));
        paths += strncmp(at, "<path", 5) == 0;
    }
    assert_int_equal(depth, 0);
    assert_null(strstr(svg, "nan"));
    assert_null(strstr(svg, "inf"));
    assert_null(strstr(svg, "d=\"\""));
    return paths;
}

static void every_frame_is_a_picture(void **unused)
{
    (void)unused;
    for (int frame = 0; frame < PUPPET_FRAME_COUNT; frame++) {
        struct text svg = {0};
        puppet_svg(frame, &svg);
        assert_int_equal(strlen(svg.bytes), svg.length);
        assert_true(check_picture(svg.bytes) > 0);
        text_free(&svg);
    }
}

/* A worker makes them while others wait. */
static void frames_are_small(void **unused)
{
    (void)unused;
    size_t all = 0;
    for (int frame = 0; frame < PUPPET_FRAME_COUNT; frame++) {
        struct text svg = {0};
        puppet_svg(frame, &svg);
        assert_in_range(svg.length, 100, 10000);
        all += svg.length;
        text_free(&svg);
    }
    assert_in_range(all / PUPPET_FRAME_COUNT, 1000, 5000);
}

static bool is_same(int frame, int other)
{
    struct text a = {0};
    struct text b = {0};
    puppet_svg(frame, &a);
    puppet_svg(other, &b);
    const bool is_equal = a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
    text_free(&a);
    text_free(&b);
    return is_equal;
}

static void a_frame_is_the_same_whenever_it_is_made(void **unused)
{
    (void)unused;
    for (int frame = 0; frame < PUPPET_FRAME_COUNT; frame += 5) {
        assert_true(is_same(frame, frame));
    }
}

static void rabbits_and_rabbots_differ(void **unused)
{
    (void)unused;
    for (int frame = 0; frame < PUPPET_FRAMES_OF_EACH; frame++) {
        const struct puppet_info info = puppet_info(frame);
        const bool may_be_gone =
            info.clip == CLIP_DIE || info.clip == CLIP_DROWN || info.clip == CLIP_OUT_OF_BOUNDS;
        if (!may_be_gone || info.step + 1 < puppet_clip_frames(info.clip)) {
            assert_false(is_same(frame, frame + PUPPET_FRAMES_OF_EACH));
        }
    }
}

/* Who has hit something stays there for a moment. */
static void no_clip_stands_still_for_three_frames(void **unused)
{
    (void)unused;
    for (int frame = 0; frame < PUPPET_FRAME_COUNT; frame++) {
        if (puppet_info(frame).step >= 2) {
            assert_false(is_same(frame - 1, frame) && is_same(frame - 2, frame));
        }
    }
}

/* How far the parts of two poses are from each other at most, in hundredths of a cell. Ears and arms may
 * whip. */
static double distance(const struct pose *a, const struct pose *b)
{
    double most = fmax(fabs(a->x - b->x), fabs(a->up - b->up));
    for (int side = NEAR; side <= FAR; side++) {
        most = fmax(most, fabs(a->feet[side].x - b->feet[side].x));
        most = fmax(most, fabs(a->feet[side].lift - b->feet[side].lift));
    }
    return most;
}

static void assert_near(enum puppet_clip clip, int step, enum puppet_clip next, int next_step)
{
    const struct act a = puppet_act_of(clip, step < 0 ? puppet_clip_frames(clip) + step : step);
    const struct act b =
        puppet_act_of(next, next_step < 0 ? puppet_clip_frames(next) + next_step : next_step);
    const double far = distance(&a.pose, &b.pose);
    if (far > 9) {
        fail_msg("%s %d and %s %d are %.1f apart", puppet_info(puppet_frame(PUPPET_RABBIT, clip, 0)).name,
                 step, puppet_info(puppet_frame(PUPPET_RABBIT, next, 0)).name, next_step, far);
    }
}

static void one_clip_ends_as_the_next_begins(void **unused)
{
    (void)unused;
    static const enum puppet_clip from_standing[] = {
        CLIP_TURN,  CLIP_FALL_START, CLIP_BASH,        CLIP_DIG,     CLIP_BUILD,         CLIP_BURN,
        CLIP_DROWN, CLIP_EXIT,       CLIP_CLIMB_START, CLIP_EXPLODE, CLIP_OUT_OF_BOUNDS, CLIP_WAIT};
    for (size_t i = 0; i < sizeof from_standing / sizeof from_standing[0]; i++) {
        assert_near(CLIP_WALK, -1, from_standing[i], 0);
    }
    static const enum puppet_clip to_standing[] = {CLIP_LAND,  CLIP_BASH, CLIP_DIG,
                                                   CLIP_BUILD, CLIP_WAIT, CLIP_CLIMB_END};
    for (size_t i = 0; i < sizeof to_standing / sizeof to_standing[0]; i++) {
        assert_near(to_standing[i], -1, CLIP_WALK, 0);
    }
    assert_near(CLIP_WALK, -1, CLIP_WALK, 0);
    assert_near(CLIP_WALK_UP, -1, CLIP_WALK_UP, 0);
    assert_near(CLIP_WALK_DOWN, -1, CLIP_WALK_DOWN, 0);
    assert_near(CLIP_WALK, 7, CLIP_FLAT_TO_UP, 0);
    assert_near(CLIP_FLAT_TO_UP, -1, CLIP_WALK_UP, 4);
    assert_near(CLIP_UP_TO_FLAT, -1, CLIP_WALK, 4);
    assert_near(CLIP_FLAT_TO_DOWN, -1, CLIP_WALK_DOWN, 4);
    assert_near(CLIP_DOWN_TO_FLAT, -1, CLIP_WALK, 4);
    assert_near(CLIP_DOWN_TO_UP, -1, CLIP_WALK_UP, 4);
    assert_near(CLIP_UP_TO_DOWN, -1, CLIP_WALK_DOWN, 4);
    assert_near(CLIP_WALK_UP, -1, CLIP_TURN_UP, 0);
    assert_near(CLIP_WALK_DOWN, -1, CLIP_TURN_DOWN, 0);
    assert_near(CLIP_TURN_UP, -1, CLIP_TURN_DOWN, -1);
    assert_near(CLIP_LAND_UP, -1, CLIP_WALK_UP, 0);
    assert_near(CLIP_LAND_DOWN, -1, CLIP_WALK_DOWN, 0);
    assert_near(CLIP_BUILD_UP, -1, CLIP_WALK_UP, 0);
    assert_near(CLIP_BUILD_DOWN, -1, CLIP_WALK_DOWN, 0);
    assert_near(CLIP_FALL_START, -1, CLIP_FALL, 0);
    assert_near(CLIP_FALL, -1, CLIP_FALL, 0);
    assert_near(CLIP_FALL, -1, CLIP_DIE, 0);
    assert_near(CLIP_CLIMB_START, -1, CLIP_CLIMB, 0);
    assert_near(CLIP_CLIMB, -1, CLIP_CLIMB, 0);
    assert_near(CLIP_CLIMB, -1, CLIP_CLIMB_END, 0);
    assert_near(CLIP_CLIMB, -1, CLIP_BANG_HEAD, 0);
    assert_near(CLIP_CLIMB, -1, CLIP_EXIT_CLIMBING, 0);
}

static void the_ground_bends_where_it_should(void **unused)
{
    (void)unused;
    const struct ground flat_to_up = {.rise_left = 0, .rise_right = 1, .bend = 10};
    assert_true(ground_y(&flat_to_up, -20) == 0);
    assert_true(ground_y(&flat_to_up, 10) == 0);
    assert_true(ground_y(&flat_to_up, 25) == -15);
    const struct ground up_to_flat = {.rise_left = 1, .rise_right = 0, .bend = -10};
    assert_true(ground_y(&up_to_flat, 20) == 0);
    assert_true(ground_y(&up_to_flat, -25) == 15);
    assert_true(ground_degrees(&up_to_flat, -11) == -45);
    assert_true(ground_degrees(&up_to_flat, 5) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frames_are_numbered_through),
        cmocka_unit_test(the_feet_are_in_the_middle_of_a_figure),
        cmocka_unit_test(every_frame_is_a_picture),
        cmocka_unit_test(frames_are_small),
        cmocka_unit_test(a_frame_is_the_same_whenever_it_is_made),
        cmocka_unit_test(rabbits_and_rabbots_differ),
        cmocka_unit_test(no_clip_stands_still_for_three_frames),
        cmocka_unit_test(one_clip_ends_as_the_next_begins),
        cmocka_unit_test(the_ground_bends_where_it_should),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "scene/motion.h"
#include "scene/motion_table.h"
#include "scene/puppet_act.h"
#include "scene/scene.h"
#include "support/test.h"

#include <math.h>

static struct rabbit rabbit_in(enum rabbit_state state, bool on_slope)
{
    return (struct rabbit){.state = (uint8_t)state, .on_slope = on_slope, .faces_right = true};
}

static void every_state_is_in_the_table_once(void **unused)
{
    (void)unused;
    int count[RABBIT_STATE_COUNT] = {0};
#define ROW(right, left, motion, extra)                                                                      \
    count[RABBIT_##right]++;                                                                                 \
    count[RABBIT_##left]++;
#define ROW1(state, motion, extra) count[RABBIT_##state]++;
    STATE_MOTIONS(ROW, ROW1)
#undef ROW
#undef ROW1
    for (int state = 0; state < RABBIT_STATE_COUNT; state++) {
        assert_int_equal(count[state], 1);
    }
}

static bool may_vanish(enum rabbit_state state)
{
    return state == RABBIT_DYING_OF_FALLING_2 || state == RABBIT_DYING_OF_FALLING_SLOPE_RISE_RIGHT_2 ||
           state == RABBIT_DYING_OF_FALLING_SLOPE_RISE_LEFT_2 ||
           state == RABBIT_DYING_OF_FALLING_2_SLOPE_RISE_RIGHT_2 ||
           state == RABBIT_DYING_OF_FALLING_2_SLOPE_RISE_LEFT_2;
}

static void every_moment_of_every_state_has_a_picture(void **unused)
{
    (void)unused;
    for (int state = 0; state < RABBIT_STATE_COUNT; state++) {
        for (int blend = 0; blend <= SCENE_UNITS; blend++) {
            struct rabbit rabbit = rabbit_in((enum rabbit_state)state, false);
            rabbit.is_rabbot = blend % 2;
            rabbit.height_fallen = blend % 3;
            struct motion_view views[MOTION_VIEWS_MAX];
            const int count = motion_of(NULL, &rabbit, blend, views);
            assert_in_range(count, blend > 0 && may_vanish((enum rabbit_state)state) ? 0 : 1, 2);
            for (int i = 0; i < count; i++) {
                assert_in_range(views[i].frame, 0, PUPPET_FRAME_COUNT - 1);
                const struct puppet_info info = puppet_info(views[i].frame);
                assert_int_equal(views[i].width, info.width);
                assert_int_equal(views[i].height, info.height);
                if (info.kind != PUPPET_SHARED) {
                    assert_int_equal(info.kind, rabbit.is_rabbot ? PUPPET_RABBOT : PUPPET_RABBIT);
                }
            }
        }
    }
}

static void who_has_died_of_a_fall_is_gone_at_half_time(void **unused)
{
    (void)unused;
    const struct rabbit rabbit = rabbit_in(RABBIT_DYING_OF_FALLING_2, false);
    struct motion_view views[MOTION_VIEWS_MAX];
    assert_int_equal(motion_of(NULL, &rabbit, SCENE_UNITS / 2 - 1, views), 1);
    assert_int_equal(motion_of(NULL, &rabbit, SCENE_UNITS / 2, views), 0);
}

static void assert_mirrored(const struct rabbit *right, const struct rabbit *left)
{
    for (int blend = 0; blend <= SCENE_UNITS; blend += 7) {
        struct motion_view a[MOTION_VIEWS_MAX];
        struct motion_view b[MOTION_VIEWS_MAX];
        const int count = motion_of(NULL, right, blend, a);
        assert_int_equal(motion_of(NULL, left, blend, b), count);
        for (int i = 0; i < count; i++) {
            assert_int_equal(a[i].frame, b[i].frame);
            assert_int_equal(a[i].mirrored, !b[i].mirrored);
            assert_int_equal(a[i].y, b[i].y);
            assert_int_equal(a[i].x + a[i].width, SCENE_UNITS - b[i].x);
        }
    }
}

static void left_is_the_mirror_image_of_right(void **unused)
{
    (void)unused;
    static const enum rabbit_state pairs[][2] = {
#define ROW(right, left, motion, extra) {RABBIT_##right, RABBIT_##left},
#define ROW1(state, motion, extra) {RABBIT_##state, RABBIT_##state},
        STATE_MOTIONS(ROW, ROW1)
#undef ROW
#undef ROW1
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        const struct rabbit right = rabbit_in(pairs[i][0], false);
        struct rabbit left = rabbit_in(pairs[i][1], false);
        left.faces_right = false;
        assert_mirrored(&right, &left);
    }
}

static void a_turn_shows_the_other_side_in_its_second_half(void **unused)
{
    (void)unused;
    const struct rabbit rabbit = rabbit_in(RABBIT_TURNING_RIGHT_TO_LEFT, false);
    struct motion_view first[MOTION_VIEWS_MAX];
    struct motion_view last[MOTION_VIEWS_MAX];
    motion_of(NULL, &rabbit, 0, first);
    motion_of(NULL, &rabbit, SCENE_UNITS, last);
    assert_false(first[0].mirrored);
    assert_true(last[0].mirrored);
    assert_int_equal(first[0].frame, last[0].frame);
}

static void a_bridge_grows_in_its_cell_behind_the_builder(void **unused)
{
    (void)unused;
    static const enum rabbit_state parts[] = {RABBIT_BRIDGING_UP_LEFT_1, RABBIT_BRIDGING_UP_LEFT_2,
                                              RABBIT_BRIDGING_UP_LEFT_3};
    int planks = -1;
    for (int part = 0; part < 3; part++) {
        for (int blend = part == 0 ? SCENE_UNITS / 2 : 0; blend <= SCENE_UNITS; blend += 8) {
            const struct rabbit rabbit = rabbit_in(parts[part], true);
            struct motion_view views[MOTION_VIEWS_MAX];
            assert_int_equal(motion_of(NULL, &rabbit, blend, views), 2);
            const struct puppet_info info = puppet_info(views[0].frame);
            assert_int_equal(info.clip, CLIP_PLANKS);
            assert_true(info.step >= planks);
            planks = info.step;
            /* The cell to the left and above, whatever the builder does. */
            assert_int_equal(views[0].x + info.width - info.foot_x, -SCENE_UNITS / 2);
            assert_int_equal(views[0].y + info.foot_y, 0);
        }
    }
    assert_int_equal(planks, puppet_clip_frames(CLIP_PLANKS) - 1);
}

/* The states that walk: the frames of a whole step, seen tick by tick, and where their feet are in the world.
 */
static void assert_no_foot_slides(enum rabbit_state state)
{
    struct foot last[2] = {{0, 1, 0}, {0, 1, 0}};
    double last_x[2] = {0, 0};
    double last_y[2] = {0, 0};
    int stood = 0;
    for (int tick = 0; tick <= 24; tick++) {
        const int blend = (tick * SCENE_UNITS + 12) / 24;
        const struct rabbit rabbit = rabbit_in(state, true);
        struct motion_view views[MOTION_VIEWS_MAX];
        const int count = motion_of(NULL, &rabbit, blend, views);
        const struct puppet_info info = puppet_info(views[count - 1].frame);
        const struct act act = puppet_act_of(info.clip, info.step);
        const struct motion_point point = motion_at(NULL, &rabbit, blend);
        for (int side = NEAR; side <= FAR; side++) {
            const struct foot foot = act.pose.feet[side];
            const double x = point.dx / 10.24 + foot.x;
            const double y = point.dy / 10.24 + ground_y(&act.ground, foot.x);
            if (foot.lift < 0.01 && last[side].lift < 0.01) {
                stood++;
                if (fabs(x - last_x[side]) > 0.2 || fabs(y - last_y[side]) > 0.2) {
                    fail_msg("%s: a foot slides by %.2f, %.2f at tick %d", rabbit_state_name(state),
                             x - last_x[side], y - last_y[side], tick);
                }
            }
            last[side] = foot;
            last_x[side] = x;
            last_y[side] = y;
        }
    }
    assert_true(stood > 20);
}

static void a_foot_on_the_ground_does_not_slide(void **unused)
{
    (void)unused;
    assert_no_foot_slides(RABBIT_WALKING_RIGHT);
    assert_no_foot_slides(RABBIT_RISING_RIGHT_START);
    assert_no_foot_slides(RABBIT_RISING_RIGHT_CONTINUE);
    assert_no_foot_slides(RABBIT_RISING_RIGHT_END);
    assert_no_foot_slides(RABBIT_LOWERING_RIGHT_START);
    assert_no_foot_slides(RABBIT_LOWERING_RIGHT_CONTINUE);
    assert_no_foot_slides(RABBIT_LOWERING_RIGHT_END);
    assert_no_foot_slides(RABBIT_LOWERING_AND_RISING_RIGHT);
    assert_no_foot_slides(RABBIT_RISING_AND_LOWERING_RIGHT);
    assert_no_foot_slides(RABBIT_BRIDGING_RIGHT_3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_state_is_in_the_table_once),
        cmocka_unit_test(every_moment_of_every_state_has_a_picture),
        cmocka_unit_test(who_has_died_of_a_fall_is_gone_at_half_time),
        cmocka_unit_test(left_is_the_mirror_image_of_right),
        cmocka_unit_test(a_turn_shows_the_other_side_in_its_second_half),
        cmocka_unit_test(a_bridge_grows_in_its_cell_behind_the_builder),
        cmocka_unit_test(a_foot_on_the_ground_does_not_slide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

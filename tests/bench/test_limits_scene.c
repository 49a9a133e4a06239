#include "support/test.h"

#include "bench/limits_scene.h"

#include <string.h>

static int rabbits_alive(const struct limits_scene *scene)
{
    int count;
    world_rabbits(scene->level.world, &count);
    return count;
}

static void forty_rabbits_walk_for_ever(void **state)
{
    (void)state;
    struct limits_scene scene;
    limits_scene_open(&scene, 120, 70);
    limits_scene_place(&scene, LIMITS_STILL, 16, 1280, 720);
    limits_scene_build(&scene);
    int in_view = 0;
    for (int i = scene.scene.ground_count; i < scene.scene.count; i++) {
        in_view += scene.scene.items[i].layer == LAYER_RABBITS;
    }
    assert_int_equal(in_view, LIMITS_RABBITS);
    uint64_t before = scene_hash(&scene.scene);
    for (int frame = 0; frame < 42 * 200; frame++) {
        limits_scene_advance(&scene);
    }
    assert_int_equal(world_counts(scene.level.world).steps, 200);
    assert_int_equal(rabbits_alive(&scene), LIMITS_RABBITS);
    int count;
    const struct rabbit *rabbits = world_rabbits(scene.level.world, &count);
    for (int i = 0; i < count; i++) {
        assert_in_range(rabbits[i].x, 40, 40 + LIMITS_ROOM_W_CELLS - 1);
    }
    limits_scene_build(&scene);
    assert_true(scene_hash(&scene.scene) != before);
    limits_scene_close(&scene);
}

static void a_crowd_is_all_in_view_at_16_px(void **state)
{
    (void)state;
    struct limits_scene scene;
    limits_scene_open_crowd(&scene, 120, 70);
    limits_scene_place(&scene, LIMITS_STILL, 16, 1280, 720);
    for (int frame = 0; frame < 42 * 20; frame++) {
        limits_scene_advance(&scene);
    }
    limits_scene_build(&scene);
    int in_view = 0;
    for (int i = scene.scene.ground_count; i < scene.scene.count; i++) {
        in_view += scene.scene.items[i].layer == LAYER_RABBITS;
    }
    assert_int_equal(rabbits_alive(&scene), LIMITS_CROWD);
    assert_int_equal(in_view, LIMITS_CROWD);
    limits_scene_close(&scene);
}

static void panning_goes_one_pixel_a_frame_and_comes_back(void **state)
{
    (void)state;
    struct limits_scene scene;
    limits_scene_open(&scene, 120, 70);
    limits_scene_place(&scene, LIMITS_PAN, 64, 1280, 720);
    struct camera start = scene.camera;
    for (int frame = 0; frame < 4 * 240; frame++) {
        struct camera before = scene.camera;
        limits_scene_advance(&scene);
        double dx = scene.camera.x_px - before.x_px;
        double dy = scene.camera.y_px - before.y_px;
        assert_true(dx * dx + dy * dy == 1.0);
    }
    assert_true(scene.camera.x_px == start.x_px && scene.camera.y_px == start.y_px);
    limits_scene_close(&scene);
}

static void at_rest_every_frame_is_the_same(void **state)
{
    (void)state;
    struct limits_scene scene;
    limits_scene_open(&scene, 40, 31);
    limits_scene_place(&scene, LIMITS_REST, 32, 1280, 720);
    limits_scene_build(&scene);
    uint64_t hash = scene_hash(&scene.scene);
    for (int frame = 0; frame < 100; frame++) {
        limits_scene_advance(&scene);
        limits_scene_build(&scene);
        assert_true(scene_hash(&scene.scene) == hash);
    }
    limits_scene_close(&scene);
}

static void the_room_looks_the_same_in_any_level(void **state)
{
    (void)state;
    struct limits_scene small, large;
    limits_scene_open(&small, 40, 31);
    limits_scene_open(&large, 300, 200);
    limits_scene_place(&small, LIMITS_STILL, 64, 640, 360);
    limits_scene_place(&large, LIMITS_STILL, 64, 640, 360);
    limits_scene_build(&small);
    limits_scene_build(&large);
    int small_moving = small.scene.count - small.scene.ground_count;
    int large_moving = large.scene.count - large.scene.ground_count;
    assert_int_equal(small_moving, large_moving);
    limits_scene_close(&small);
    limits_scene_close(&large);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forty_rabbits_walk_for_ever),
        cmocka_unit_test(a_crowd_is_all_in_view_at_16_px),
        cmocka_unit_test(panning_goes_one_pixel_a_frame_and_comes_back),
        cmocka_unit_test(at_rest_every_frame_is_the_same),
        cmocka_unit_test(the_room_looks_the_same_in_any_level),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "scene/sight.h"
#include "world/build.h"

static void a_token_that_falls_arrives_where_it_lies_next(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES("b i   ", "      ", "   /  ", "######"));
    for (int step = 0; step < 5; step++) {
        sight_look(&sight, SCENE_UNITS);
        int32_t bash = item_of(&sight.scene, PICTURE_TOKEN_BASH)->y;
        int32_t bridge = item_of(&sight.scene, PICTURE_TOKEN_BRIDGE)->y;
        world_step(sight.world);
        sight_look(&sight, 0);
        assert_int_equal(item_of(&sight.scene, PICTURE_TOKEN_BASH)->y, bash);
        assert_int_equal(item_of(&sight.scene, PICTURE_TOKEN_BRIDGE)->y, bridge);
    }
    sight_end(&sight);
}

static void a_token_on_a_slope_lies_higher(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES("d  ", "   ", "/  ", "###"));
    for (int step = 0; step < 4; step++) {
        sight_look(&sight, SCENE_UNITS);
        int32_t before = item_of(&sight.scene, PICTURE_TOKEN_DIG)->y;
        world_step(sight.world);
        sight_look(&sight, 0);
        assert_int_equal(item_of(&sight.scene, PICTURE_TOKEN_DIG)->y, before);
    }
    assert_int_equal(item_of(&sight.scene, PICTURE_TOKEN_DIG)->y, 2 * SCENE_UNITS + 128 - 320);
    sight_end(&sight);
}

static void a_token_just_placed_is_seen_at_once(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES("   ", "###", ":climb=1"));
    sight_look(&sight, 0);
    assert_int_equal(count_of(&sight.scene, PICTURE_TOKEN_CLIMB), 0);
    assert_int_equal(world_place_token(sight.world, ABILITY_CLIMB, 1, 0), PLACING_DONE);
    sight_look(&sight, 0);
    assert_int_equal(count_of(&sight.scene, PICTURE_TOKEN_CLIMB), 1);
    sight_end(&sight);
}

/* Where the flames' lower edge is. */
static int32_t flame_foot(const struct scene *scene)
{
    for (int i = 0; i < scene->count; i++) {
        if (scene->items[i].picture >= PICTURE_FLAME_FIRST &&
            scene->items[i].picture < PICTURE_TISSUE_FIRST) {
            return scene->items[i].y + scene->items[i].height;
        }
    }
    fail_msg("no flame");
    return 0;
}

static void a_fire_falls_without_a_jump_and_burns_on_the_floor(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES(" A ", "   ", "   ", "###"));
    for (int step = 0; step < 4; step++) {
        sight_look(&sight, SCENE_UNITS);
        int32_t before = flame_foot(&sight.scene);
        world_step(sight.world);
        sight_look(&sight, 0);
        assert_int_equal(flame_foot(&sight.scene), before);
    }
    assert_int_equal(flame_foot(&sight.scene), 3 * SCENE_UNITS);
    sight_end(&sight);
}

static void a_fire_lands_on_a_slope(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES(" A ", "   ", " / ", "###"));
    for (int step = 0; step < 4; step++) {
        sight_look(&sight, SCENE_UNITS);
        int32_t before = flame_foot(&sight.scene);
        world_step(sight.world);
        sight_look(&sight, 0);
        assert_int_equal(flame_foot(&sight.scene), before);
    }
    assert_true(flame_foot(&sight.scene) < 3 * SCENE_UNITS - 300);
    sight_end(&sight);
}

static void flames_move_while_a_step_goes_by(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES(" A ", "###"));
    int pictures = 0;
    int last = -1;
    for (int blend = 0; blend < SCENE_UNITS; blend += 16) {
        sight_look(&sight, blend);
        for (int i = sight.scene.ground_count; i < sight.scene.count; i++) {
            if (sight.scene.items[i].layer == LAYER_FIRE && sight.scene.items[i].picture != last) {
                last = sight.scene.items[i].picture;
                pictures++;
            }
        }
    }
    assert_int_equal(pictures, FLAME_STEPS);
    sight_end(&sight);
}

static void a_fire_that_is_put_out_fades_and_steams(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES("#AN#", "####"));
    sight_look(&sight, 900);
    assert_int_equal(count_of(&sight.scene, PICTURE_PUFF_1) + count_of(&sight.scene, PICTURE_PUFF_2), 0);
    world_step(sight.world);
    sight_look(&sight, 900);
    assert_true(count_of(&sight.scene, PICTURE_PUFF_1) + count_of(&sight.scene, PICTURE_PUFF_2) > 0);
    sight_end(&sight);
}

static void rabbits_and_rabbots_are_drawn_by_the_puppet(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES(" r  t ", "######"));
    sight_look(&sight, 0);
    int seen = 0;
    for (int i = 0; i < sight.scene.count; i++) {
        if (sight.scene.items[i].layer == LAYER_RABBITS) {
            assert_in_range(sight.scene.items[i].picture, PICTURE_PUPPET_FIRST, PICTURE_COUNT - 1);
            seen++;
        }
    }
    assert_true(seen >= 2);
    sight_end(&sight);
}

static void things_out_of_view_are_left_out(void **state)
{
    (void)state;
    struct world *world = world_create(100, 10);
    world_add_thing(world, 5, 5, THING_EXIT, 0);
    world_add_thing(world, 90, 5, THING_ENTRANCE, 0);
    world_start(world, &(struct world_settings){.num_rabbits = 1});
    struct sight sight = {.world = world, .level = {.world = world}};
    camera_init(&sight.camera, 100, 10, 320, 320);
    camera_pan(&sight.camera, -1e9, 0);
    sight_look(&sight, 0);
    assert_int_equal(count_of(&sight.scene, PICTURE_EXIT), 1);
    assert_int_equal(count_of(&sight.scene, PICTURE_ENTRANCE), 0);
    sight_end(&sight);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_token_that_falls_arrives_where_it_lies_next),
        cmocka_unit_test(a_token_on_a_slope_lies_higher),
        cmocka_unit_test(a_token_just_placed_is_seen_at_once),
        cmocka_unit_test(a_fire_falls_without_a_jump_and_burns_on_the_floor),
        cmocka_unit_test(a_fire_lands_on_a_slope),
        cmocka_unit_test(flames_move_while_a_step_goes_by),
        cmocka_unit_test(a_fire_that_is_put_out_fades_and_steams),
        cmocka_unit_test(rabbits_and_rabbots_are_drawn_by_the_puppet),
        cmocka_unit_test(things_out_of_view_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

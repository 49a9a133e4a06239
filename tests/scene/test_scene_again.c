#include "scene/sight.h"

static const char *const BURROW[] = {"#r  r  j  ", "##########", "# Q    O  ", "##########", NULL};
static const char *const POND[] = {"#r  r  j  ", "##########", "# Q    O  ", "##########",
                                   "#   N    #", "##########", NULL};

/* What the sight's scene holds must be what a scene that was never built before holds. */
static void assert_as_if_new(struct sight *sight, int blend)
{
    struct scene fresh = {0};
    scene_build(&fresh, &sight->level, sight->world, &sight->camera, (struct scene_options){.blend = blend});
    sight_look(sight, blend);
    assert_int_equal(sight->scene.count, fresh.count);
    assert_int_equal(sight->scene.ground_count, fresh.ground_count);
    assert_memory_equal(sight->scene.items, fresh.items, (size_t)fresh.count * sizeof fresh.items[0]);
    scene_free(&fresh);
}

static void look_at(const char *const *lines)
{
    struct sight sight = sight_of(lines);
    for (int round = 0; round < 60; round++) {
        switch (round % 10) {
        case 1: world_step(sight.world); break;
        case 3: camera_pan(&sight.camera, 40, 0); break;
        case 5: sight.camera.zoom_px = 20 + round; break;
        case 7: world_place_token(sight.world, ABILITY_DIG, 3, 0); break;
        case 8:
            sight.level.void_style =
                sight.level.void_style == VOID_TORN_PAPER ? VOID_HIGHLIGHTER : VOID_TORN_PAPER;
        default: break;
        }
        assert_as_if_new(&sight, round % 4 < 2 ? 100 : 700);
        assert_as_if_new(&sight, round % 4 < 2 ? 100 : 700);
    }
    sight_end(&sight);
}

static void a_scene_built_again_is_as_if_it_were_new(void **state)
{
    (void)state;
    look_at(BURROW);
    look_at(POND);
}

static void the_ground_lasts_while_the_view_moves_by_less_than_its_grain(void **state)
{
    (void)state;
    struct sight sight = sight_of(BURROW);
    sight.camera.view_w_px = 100;
    sight.camera.x_px = 40;
    int changes = 0;
    uint64_t hash = 0;
    for (int frame = 0; frame < 256; frame++) {
        sight_look(&sight, 0);
        changes += sight.scene.ground_hash != hash;
        hash = sight.scene.ground_hash;
        sight.camera.x_px += 1;
    }
    assert_int_equal(changes, 2);
    sight_end(&sight);
}

/* One scene for two futures of a world, as when somebody goes back and does something else. */
static void another_future_is_seen_though_as_many_steps_have_gone_by(void **state)
{
    (void)state;
    struct sight sight = sight_of(BURROW);
    struct world *start = world_copy(sight.world);
    world_place_token(sight.world, ABILITY_DIG, 3, 0);
    assert_as_if_new(&sight, 0);
    world_step(sight.world);
    assert_as_if_new(&sight, 0);
    world_assign(sight.world, start);
    assert_as_if_new(&sight, 0);
    world_place_token(sight.world, ABILITY_DIG, 5, 0);
    assert_as_if_new(&sight, 0);
    world_step(sight.world);
    assert_as_if_new(&sight, 0);
    world_destroy(start);
    sight_end(&sight);
}

static void what_was_taken_from_a_scene_is_back_when_it_is_built_again(void **state)
{
    (void)state;
    struct sight sight = sight_of(BURROW);
    sight_look(&sight, 0);
    sight.scene.count--;
    assert_as_if_new(&sight, 0);
    sight_end(&sight);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scene_built_again_is_as_if_it_were_new),
        cmocka_unit_test(another_future_is_seen_though_as_many_steps_have_gone_by),
        cmocka_unit_test(what_was_taken_from_a_scene_is_back_when_it_is_built_again),
        cmocka_unit_test(the_ground_lasts_while_the_view_moves_by_less_than_its_grain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "scene/scene_pond.h"
#include "support/drawn_world.h"
#include "support/test.h"

#include <stdlib.h>

/* All of a world's water at a moment between two steps. */
struct water {
    struct world *world;
    struct scene scene;
    struct pond pond;
    bool is_any;
};

static struct water water_of(const char *const *lines)
{
    return (struct water){.world = drawn_world(lines)};
}

static void read_water(struct water *water, int blend)
{
    struct scene_view view = {.world = water->world,
                              .width = world_width(water->world),
                              .height = world_height(water->world),
                              .x1 = world_width(water->world),
                              .y1 = world_height(water->world),
                              .blend = blend};
    water->is_any = pond_read(&water->pond, &water->scene, &view);
}

static int level_at(struct water *water, int blend, int x, int y)
{
    read_water(water, blend);
    return pond_level(&water->pond, x, y);
}

static void end(struct water *water)
{
    scene_free(&water->scene);
    world_destroy(water->world);
}

static void a_dry_world_has_no_pond(void **state)
{
    (void)state;
    struct water water = water_of(LINES("#  #", "####"));
    read_water(&water, 0);
    assert_false(water.is_any);
    end(&water);
}

static void water_stands_as_high_as_there_is(void **state)
{
    (void)state;
    struct water water = water_of(LINES("#   #", "#nnn#", "#####"));
    assert_int_equal(level_at(&water, 0, 1, 1), 512);
    assert_int_equal(level_at(&water, 700, 2, 1), 512);
    assert_int_equal(level_at(&water, 0, 1, 0), 0);
    assert_int_equal(level_at(&water, 0, 0, 1), 0);
    end(&water);
}

static void more_than_a_cell_holds_is_drawn_full(void **state)
{
    (void)state;
    struct water water = water_of(LINES("# #", "#N#", "###", ":n=1,1,5000"));
    assert_int_equal(level_at(&water, 0, 1, 1), SCENE_UNITS);
    end(&water);
}

static void half_the_water_fills_more_than_half_of_a_ramp(void **state)
{
    (void)state;
    struct water water = water_of(LINES("#* #", "####", ":*=/n", ":n=1,0,128"));
    assert_int_equal(level_at(&water, 0, 1, 0), SCENE_UNITS / 2); /* a quarter of 512 */
    end(&water);
    water = water_of(LINES("*", "#", ":*=\\n"));
    assert_int_equal(level_at(&water, 0, 0, 0), SCENE_UNITS);
    end(&water);
}

static void water_with_nothing_below_falls(void **state)
{
    (void)state;
    struct water water = water_of(LINES("#N#", "# #", "###"));
    assert_int_equal(level_at(&water, 0, 1, 0), 0);
    assert_int_equal(pond_falling(&water.pond, 1, 0), 1024);
    assert_int_equal(pond_falling(&water.pond, 1, 1), 0);
    assert_true(world_step(water.world));
    read_water(&water, 0);
    assert_int_equal(pond_falling(&water.pond, 1, 1), 0);
    assert_int_equal(pond_level(&water.pond, 1, 1), SCENE_UNITS);
    end(&water);
}

static void a_column_in_free_fall_is_told_from_one_that_stands(void **state)
{
    (void)state;
    struct water water = water_of(LINES("#N#", "#N#", "# #", "###"));
    read_water(&water, 0);
    assert_true(pond_falling(&water.pond, 1, 0) > 0 && pond_falling(&water.pond, 1, 1) > 0);
    end(&water);
    water = water_of(LINES("#N#", "#N#", "#N#", "###"));
    read_water(&water, 0);
    assert_int_equal(pond_falling(&water.pond, 1, 0), 0);
    assert_int_equal(pond_level(&water.pond, 1, 0), SCENE_UNITS);
    end(&water);
}

static void levels_end_where_the_next_step_begins(void **state)
{
    (void)state;
    struct water water = water_of(LINES("#  P   #", "#N     #", "#NN\\  /#", "########", ":n=1,1,2500"));
    int moved = 0;
    for (int step = 0; step < 30; step++) {
        int32_t end_level[8 * 4];
        for (int i = 0; i < 8 * 4; i++) {
            end_level[i] = level_at(&water, SCENE_UNITS, i % 8, i / 8);
            moved += end_level[i] != level_at(&water, 0, i % 8, i / 8);
        }
        assert_true(world_step(water.world));
        for (int i = 0; i < 8 * 4; i++) {
            assert_int_equal(level_at(&water, 0, i % 8, i / 8), end_level[i]);
        }
    }
    assert_true(moved > 30);
    end(&water);
}

static void neighbours_agree_on_the_surface_between_them(void **state)
{
    (void)state;
    struct water water = water_of(LINES("#      #", "#N n   #", "########"));
    for (int step = 0; step < 8; step++) {
        for (int x = 1; x < 6; x++) {
            int here = level_at(&water, 300, x, 1);
            int there = level_at(&water, 300, x + 1, 1);
            if (here > 0 && there > 0) {
                assert_int_equal(pond_border_level(&water.pond, x, 1, 1, here),
                                 pond_border_level(&water.pond, x + 1, 1, -1, there));
            }
        }
        assert_true(world_step(water.world));
    }
    end(&water);
}

static void the_surface_is_level_at_a_wall_and_runs_down_to_dry_ground(void **state)
{
    (void)state;
    struct water water = water_of(LINES("#n #", "####"));
    int level = level_at(&water, 0, 1, 0);
    assert_int_equal(pond_border_level(&water.pond, 1, 0, -1, level), level);
    assert_int_equal(pond_border_level(&water.pond, 1, 0, 1, level), 0);
    end(&water);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dry_world_has_no_pond),
        cmocka_unit_test(water_stands_as_high_as_there_is),
        cmocka_unit_test(more_than_a_cell_holds_is_drawn_full),
        cmocka_unit_test(half_the_water_fills_more_than_half_of_a_ramp),
        cmocka_unit_test(water_with_nothing_below_falls),
        cmocka_unit_test(a_column_in_free_fall_is_told_from_one_that_stands),
        cmocka_unit_test(levels_end_where_the_next_step_begins),
        cmocka_unit_test(neighbours_agree_on_the_surface_between_them),
        cmocka_unit_test(the_surface_is_level_at_a_wall_and_runs_down_to_dry_ground),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

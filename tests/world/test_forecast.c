#include "support/drawn_world.h"
#include "support/test.h"

#include <string.h>

enum { WIDE = 12, HIGH = 8 };

/* What was foreseen for each cell is there after the step, step for step. */
static void assert_comes_true(struct world *world, int steps)
{
    int32_t now[WIDE * HIGH];
    int32_t soon[WIDE * HIGH];
    for (int step = 0; step < steps; step++) {
        assert_true(world_water_in(world, -1, -1, WIDE - 1, HIGH - 1, now, soon));
        for (int i = 0; i < WIDE * HIGH; i++) {
            int32_t here =
                i % WIDE == 0 || i / WIDE == 0 ? 0 : world_water_at(world, i % WIDE - 1, i / WIDE - 1);
            assert_int_equal(now[i], here);
        }
        assert_true(world_step(world));
        for (int i = 0; i < WIDE * HIGH; i++) {
            int x = i % WIDE - 1;
            int y = i / WIDE - 1;
            bool is_inside = x >= 0 && y >= 0 && x < world_width(world) && y < world_height(world);
            if (soon[i] != (is_inside ? world_water_at(world, x, y) : 0)) {
                fail_msg("(%d,%d) after step %d: %d foreseen, %d there", x, y, step + 1, (int)soon[i],
                         (int)world_water_at(world, x, y));
            }
        }
    }
}

static void water_that_falls_levels_out_and_leaves_the_map_is_foreseen(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("# N   NN#", "#  /   n#", "#\\   \\/ #", "### #### "));
    assert_comes_true(world, 12);
    world_destroy(world);
}

static void pipes_and_pressure_are_foreseen(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("#P #P  ", "#  #/  ", "#  #  #", "#######", ":n=1,2,6000"));
    assert_comes_true(world, 40);
    world_destroy(world);
}

static void what_flows_in_from_beside_the_rectangle_is_foreseen(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("#NNn  #", "#######"));
    int32_t now[2];
    int32_t soon[2];
    assert_true(world_water_in(world, 3, 0, 5, 1, now, soon));
    assert_int_equal(now[0], 512);
    assert_int_equal(now[1], 0);
    assert_true(world_step(world));
    assert_int_equal(soon[0], world_water_at(world, 3, 0));
    assert_int_equal(soon[1], world_water_at(world, 4, 0));
    world_destroy(world);
}

static void dry_cells_are_told_at_once(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("#N    #", "#######"));
    int32_t now[4] = {9, 9, 9, 9};
    int32_t soon[4] = {9, 9, 9, 9};
    assert_false(world_water_in(world, 2, 0, 4, 2, now, soon));
    assert_int_equal(now[0] + soon[0], 18);
    world_destroy(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(water_that_falls_levels_out_and_leaves_the_map_is_foreseen),
        cmocka_unit_test(pipes_and_pressure_are_foreseen),
        cmocka_unit_test(what_flows_in_from_beside_the_rectangle_is_foreseen),
        cmocka_unit_test(dry_cells_are_told_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Water, fire and drowning: the traces of rules/30 section 13. */
#include "support/followed.h"
#include "support/test.h"
#include "world/build.h"

/* The amounts of one cell after the steps 1, 2, 3 ... */
static void check_amounts(const char *const *lines, int x, int y, const int *expected, int count, int line)
{
    struct world *world = drawn_world(lines);
    for (int i = 0; i < count; i++) {
        world_step(world);
        int have = world_water_at(world, x, y);
        if (have != expected[i]) {
            print_error("step %d, cell (%d,%d): expected %d, have %d\n", i + 1, x, y, expected[i], have);
            _fail(__FILE__, line);
        }
    }
    world_destroy(world);
}

#define AMOUNTS(lines, x, y, ...)                                                                            \
    check_amounts(lines, x, y, (const int[]){__VA_ARGS__}, sizeof((const int[]){__VA_ARGS__}) / sizeof(int), \
                  __LINE__)

static void a_pipe_fills_a_tank(void **state)
{
    (void)state;
    /* T1 */
    const char *const lines[] = {"#P#", "# #", "###", NULL};
    AMOUNTS(lines, 1, 0, 512, 512, 512, 922, 1332, 1597, 1681, 1725, 1747, 1759);
    AMOUNTS(lines, 1, 1, 0, 512, 1024, 1126, 1228, 1344, 1458, 1514, 1542, 1556);
}

static void a_ramp_holds_half(void **state)
{
    (void)state;
    /* T2 */
    const char *const lines[] = {"#P#", "#/#", "###", NULL};
    AMOUNTS(lines, 1, 0, 512, 512, 968, 1423, 1638, 1713, 1746, 1760);
    AMOUNTS(lines, 1, 1, 0, 512, 568, 625, 701, 750, 770, 779);
}

static void a_valley_joins_its_cells(void **state)
{
    (void)state;
    /* T3 */
    const char *const lines[] = {"#N #", "#\\/#", "####", NULL};
    AMOUNTS(lines, 1, 0, 242, 242, 9, 28, 16, 2, 2, 1);
    AMOUNTS(lines, 2, 0, 240, 0, 7, 9, 12, 0, 0, 0);
    AMOUNTS(lines, 1, 1, 542, 286, 617, 521, 498, 512, 511, 512);
    AMOUNTS(lines, 2, 1, 0, 496, 391, 466, 498, 510, 511, 511);
}

/* Both slopes in one cell leave it a quarter; what the full cell above presses in stays there. */
static void a_cell_with_both_slopes_holds_a_quarter(void **state)
{
    (void)state;
    static const char *const stacks[] = {":*=/\\", ":*=\\/", ":*=/\\(", ":*=)\\//"};
    for (size_t i = 0; i < sizeof stacks / sizeof stacks[0]; i++) {
        const char *const lines[] = {"#N#", "#*#", "###", stacks[i], NULL};
        AMOUNTS(lines, 1, 0, 723, 723, 723);
        AMOUNTS(lines, 1, 1, 301, 301, 301);
    }
}

/* The rest of a cell's blocks say what it holds when the oldest has been knocked down. */
static void slopes_behind_a_block_that_is_bashed_hold_a_quarter(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("##N##", "#**##", "#####", ":*=rb", ":*=#(/\\"));
    drawn_world_steps(world, 2);
    assert_int_equal(world_water_at(world, 2, 0) + world_water_at(world, 2, 1), 1024);
    assert_int_equal(world_water_at(world, 2, 1), 301);
    world_destroy(world);
}

static void full_blocks_lose_their_water(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("#M##", "####", ":n=1,0,700", ":n=2,0,700"));
    assert_int_equal(world_water_at(world, 1, 0), 0);
    assert_int_equal(world_water_at(world, 2, 0), 0);
    world_destroy(world);
}

/* As much comes from above as goes on below: nothing changes any more, and the water must go on all the same.
 */
static void a_waterfall_does_not_run_dry(void **state)
{
    (void)state;
    const char *const lines[] = {"#P#", "# #", "# #", "# #", "# #", "# #", NULL};
    AMOUNTS(lines, 1, 1, 0, 512, 512, 512, 512, 512, 512, 512, 512, 512, 512, 512);
    AMOUNTS(lines, 1, 4, 0, 0, 0, 0, 512, 512, 512, 512, 512, 512, 512, 512);
    AMOUNTS(lines, 1, 5, 0, 0, 0, 0, 0, 512, 512, 512, 512, 512, 512, 512);
}

static void a_lone_cell_drains_at_all_edges(void **state)
{
    (void)state;
    /* T4 */
    const char *const lines[] = {"P", "#", NULL};
    AMOUNTS(lines, 0, 0, 512, 684, 740, 760, 766, 768);
    const char *const row[] = {"    P    ", NULL};
    AMOUNTS(row, 4, 0, 512, 512, 512, 512);
}

static void a_basher_opens_a_dam(void **state)
{
    (void)state;
    /* T5 */
    const char *const lines[] = {"#N#*  #", "#######", ":*=jb", NULL};
    AMOUNTS(lines, 1, 0, 1024, 512, 512, 342, 342, 285);
    AMOUNTS(lines, 2, 0, 0, 512, 171, 341, 228, 247);
    AMOUNTS(lines, 3, 0, 0, 0, 341, 171, 227, 190);
    AMOUNTS(lines, 4, 0, 0, 0, 0, 170, 114, 151);
    AMOUNTS(lines, 5, 0, 0, 0, 0, 0, 113, 151);
}

/* rules/30 14.6: it never comes to rest. */
static void pressure_lifts_water_and_it_sloshes(void **state)
{
    (void)state;
    /* T6 */
    const char *const lines[] = {"#   #", "#   #", "#n  #", "#####", ":n=1,2,6000", NULL};
    AMOUNTS(lines, 1, 0, 0, 264, 119);
    AMOUNTS(lines, 1, 1, 2337, 1025, 868);
    AMOUNTS(lines, 2, 1, 0, 1048, 524);
    AMOUNTS(lines, 1, 2, 2088, 1698, 1491);
    AMOUNTS(lines, 2, 2, 1575, 1283, 1231);
    AMOUNTS(lines, 3, 2, 0, 682, 941);
    struct world *world = drawn_world(lines);
    for (int i = 0; i < 400; i++) {
        world_step(world);
    }
    uint64_t before = world_hash(world);
    int amount = world_water_at(world, 2, 1);
    world_step(world);
    assert_int_not_equal(world_water_at(world, 2, 1), amount);
    assert_true(world_hash(world) != before);
    world_destroy(world);
}

static void amounts_wrap_around_in_a_closed_tank(void **state)
{
    (void)state;
    struct world *world =
        drawn_world(LINES("###", "#P#", "#P#", "###", ":n=1,1,2147483000", ":n=1,2,2147483000"));
    int lowest = 0;
    for (int i = 0; i < 20; i++) {
        world_step(world);
        lowest = world_water_at(world, 1, 1) < lowest ? world_water_at(world, 1, 1) : lowest;
    }
    assert_true(lowest < 0);
    world_destroy(world);
}

static void water_puts_fire_out_but_it_burns_for_that_step(void **state)
{
    (void)state;
    /* T7 */
    struct world *world = drawn_world(LINES(" A ", "   ", " n ", "###"));
    int count;
    assert_string_equal(thing_state_name(world_things(world, &count)), "FIRE_A_FALLING");
    world_step(world);
    world_step(world);
    const struct thing *fire = world_things(world, &count);
    assert_int_equal(fire->y, 2);
    assert_string_equal(thing_state_name(fire), "FIRE_EXTINGUISHING");
    world_step(world);
    world_things(world, &count);
    assert_int_equal(count, 0);
    world_destroy(world);
}

static void fires_rest_on_slopes_and_burn_rabbots_too(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(" * ", "###", ":*=/A"));
    int count;
    assert_int_equal(world_things(world, &count)->state, FIRE_RISE_RIGHT);
    world_destroy(world);
    world = drawn_world(LINES("   ", " A ", " ) ", "###"));
    assert_int_equal(world_things(world, &count)->state, FIRE_FALL_TO_RISE_LEFT);
    world_step(world);
    assert_int_equal(world_things(world, &count)->state, FIRE_RISE_LEFT);
    world_destroy(world);
    assert_follows(LINES("tA  ", "####"), 1, "0,0 WALKING_RIGHT", "1,0 BURNING", "gone");
    assert_follows(LINES("r*  ", "####", ":*=/A"), 1, "0,0 RISING_RIGHT_START", "1,0 BURNING_ON_SLOPE s",
                   "gone");
}

static void a_full_cell_drowns_a_rabbit(void **state)
{
    (void)state;
    /* T8 */
    assert_follows(LINES("#   #", "#rnN#", "#####", ":n=3,1,4000"), 1, "1,1 WALKING_RIGHT",
                   "2,1 WALKING_RIGHT", "3,1 DROWNING", "gone");
    assert_follows(LINES("#   #", "#tnN#", "#####", ":n=3,1,4000"), 1, "1,1 WALKING_RIGHT",
                   "2,1 WALKING_RIGHT", "3,1 TURNING_RIGHT_TO_LEFT", "3,1 WALKING_LEFT");
}

static void a_bridging_rabbit_has_its_head_in_the_cell_above(void **state)
{
    (void)state;
    /* T9 */
    assert_follows(LINES("#     #", "#     #", "#rnnnn#", "#######", ":n=2,2,3000", ":n=3,2,3000"), 1,
                   "1,2 WALKING_RIGHT", "2,2 DROWNING");
    assert_follows(LINES("#     #", "#     #", "#*nnnn#", "#######", ":*=ri", ":n=2,2,3000", ":n=3,2,3000"),
                   1, "1,2 BRIDGING_RIGHT_1", "1,2 BRIDGING_RIGHT_2 s");
}

static void water_beside_the_corner_of_a_narrow_map(void **state)
{
    (void)state;
    /* All cells lie in the first words of the sets of active cells. */
    struct world *world = drawn_world(LINES("P  ", "N  "));
    for (int i = 0; i < 50; i++) {
        assert_true(world_step(world));
    }
    assert_true(world_water_at(world, 0, 0) > 0);
    world_destroy(world);
}

/* A closed row of cells with far too much water in one of them; stores the amounts around it after some
 * steps. */
static void spread(int width, int source, int steps, int32_t *amounts, int reach)
{
    struct world *world = world_create(width, 3);
    for (int x = 0; x < width; x++) {
        world_add_block(world, x, 0, BLOCK_EARTH, 0);
        world_add_block(world, x, 2, BLOCK_EARTH, 0);
    }
    world_set_water(world, source, 1, 5000);
    struct world_settings settings = {.num_rabbits = 1, .num_waiting = 1};
    world_start(world, &settings);
    drawn_world_steps(world, steps);
    for (int i = -reach; i <= reach; i++) {
        amounts[i + reach] = world_water_at(world, source + i, 1);
    }
    world_destroy(world);
}

/* Cells are looked at in groups; the water must not know. */
static void water_spreads_alike_wherever_it_stands(void **state)
{
    (void)state;
    enum { REACH = 12, STEPS = 10 };
    int32_t first[2 * REACH + 1];
    int32_t other[2 * REACH + 1];
    spread(200, 60, STEPS, first, REACH);
    for (int i = 0; i <= REACH; i++) {
        assert_int_equal(first[REACH - i], first[REACH + i]);
    }
    assert_true(first[0] == 0 && first[REACH - STEPS] > 0);
    for (int source = 61; source < 61 + 64; source++) {
        spread(200, source, STEPS, other, REACH);
        assert_memory_equal(first, other, sizeof first);
    }
    for (int width = 180; width < 180 + 64; width++) {
        spread(width, 90, STEPS, other, REACH);
        assert_memory_equal(first, other, sizeof first);
    }
}

/* rules/30 section 7: a cell around the map keeps what the level gives it, and is a full neighbour with it.
 */
static void water_around_the_map_stays_there_and_keeps_water_in(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("##", "N#", "##", ":n=-1,1,1024"));
    drawn_world_steps(world, 10);
    assert_int_equal(world_water_at(world, 0, 1), 1024);
    assert_int_equal(world_water_at(world, -1, 1), 1024);
    world_destroy(world);
    world = drawn_world(LINES("##", " #", "##", ":n=-1,1,9000"));
    drawn_world_steps(world, 10);
    assert_int_equal(world_water_at(world, 0, 1), 0);
    assert_int_equal(world_water_at(world, -1, 1), 9000);
    world_destroy(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pipe_fills_a_tank),
        cmocka_unit_test(a_ramp_holds_half),
        cmocka_unit_test(a_valley_joins_its_cells),
        cmocka_unit_test(a_lone_cell_drains_at_all_edges),
        cmocka_unit_test(a_basher_opens_a_dam),
        cmocka_unit_test(pressure_lifts_water_and_it_sloshes),
        cmocka_unit_test(amounts_wrap_around_in_a_closed_tank),
        cmocka_unit_test(water_puts_fire_out_but_it_burns_for_that_step),
        cmocka_unit_test(fires_rest_on_slopes_and_burn_rabbots_too),
        cmocka_unit_test(a_full_cell_drowns_a_rabbit),
        cmocka_unit_test(a_bridging_rabbit_has_its_head_in_the_cell_above),
        cmocka_unit_test(water_beside_the_corner_of_a_narrow_map),
        cmocka_unit_test(water_spreads_alike_wherever_it_stands),
        cmocka_unit_test(water_around_the_map_stays_there_and_keeps_water_in),
        cmocka_unit_test(a_cell_with_both_slopes_holds_a_quarter),
        cmocka_unit_test(a_waterfall_does_not_run_dry),
        cmocka_unit_test(slopes_behind_a_block_that_is_bashed_hold_a_quarter),
        cmocka_unit_test(full_blocks_lose_their_water),
    };
    return cmocka_run_group_tests_name("world/water", tests, NULL, NULL);
}

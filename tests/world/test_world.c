/* A world as one block: copies, hashes, growth, and the price of an empty map. */
#include "base/hash.h"
#include "support/drawn_world.h"
#include "support/test.h"
#include "world/build.h"
#include "world/cellset.h"

#include <string.h>

/* Some tokens, the same in every game. */
static void play(struct world *world, int step)
{
    static const struct {
        int step;
        enum ability ability;
        int x, y;
    } moves[] = {{2, ABILITY_DIG, 2, 1},      {4, ABILITY_BRIDGE, 3, 1}, {5, ABILITY_BASH, 5, 1},
                 {7, ABILITY_CLIMB, 1, 1},    {9, ABILITY_BLOCK, 4, 1},  {12, ABILITY_BROLLY, 5, 2},
                 {15, ABILITY_EXPLODE, 4, 1}, {20, ABILITY_DIG, 1, 3}};
    for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
        if (moves[i].step == step) {
            world_place_token(world, moves[i].ability, moves[i].x, moves[i].y);
        }
    }
}

static const char *const *busy_lines(void)
{
    static const char *const lines[] = {":num_rabbits=12",
                                        ":rabbit_delay=2",
                                        ":bash=3",
                                        ":dig=3",
                                        ":bridge=3",
                                        ":block=2",
                                        ":climb=2",
                                        ":brolly=2",
                                        ":explode=2",
                                        "Q    P    t  ",
                                        "             ",
                                        "####  /\\  ###",
                                        "  N  A /  \\ #",
                                        "#### ########",
                                        "      b    O ",
                                        "#############",
                                        NULL};
    return lines;
}

static void copies_go_on_like_the_world_they_were_taken_from(void **state)
{
    (void)state;
    enum { STEPS = 60 };
    uint64_t hashes[STEPS];
    struct world *world = drawn_world(busy_lines());
    for (int i = 0; i < STEPS; i++) {
        play(world, i);
        world_step(world);
        hashes[i] = world_hash(world);
    }
    /* From a copy taken at every step, and by way of a world that was something else before. */
    struct world *straight = drawn_world(busy_lines());
    struct world *other = drawn_world(LINES("r ", "##"));
    for (int i = 0; i < STEPS; i++) {
        world_assign(other, straight);
        struct world *copy = world_copy(straight);
        for (int j = i; j < STEPS && j < i + 7; j++) {
            play(copy, j);
            play(other, j);
            world_step(copy);
            world_step(other);
            assert_true(world_hash(copy) == hashes[j]);
            assert_true(world_hash(other) == hashes[j]);
        }
        world_destroy(copy);
        play(straight, i);
        world_step(straight);
    }
    world_destroy(other);
    world_destroy(straight);
    world_destroy(world);
}

static void hashes_tell_worlds_apart(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":dig=1", "r   ", "####"));
    uint64_t before = world_hash(world);
    struct world *copy = world_copy(world);
    world_place_token(copy, ABILITY_DIG, 3, 0);
    assert_true(world_hash(copy) != before);
    world_assign(copy, world);
    assert_true(world_hash(copy) == before);
    world_explode_all(copy);
    assert_true(world_hash(copy) != before);
    world_step(world);
    assert_true(world_hash(world) != before);
    world_destroy(copy);
    world_destroy(world);
}

static void the_terrain_hash_comes_back_with_the_terrain(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("*#  ", "####", ":*=rb"));
    uint64_t before = world_terrain_hash(world);
    world_step(world);
    uint64_t after = world_terrain_hash(world);
    assert_true(before != after);
    for (int i = 0; i < 3; i++) {
        world_step(world);
        assert_true(world_terrain_hash(world) == after);
    }
    world_destroy(world);
}

/* Whatever happened, and only that. */
static void histories_part_with_every_step_and_command(void **state)
{
    (void)state;
    enum { EVENTS = 7 };
    uint64_t seen[EVENTS];
    struct world *world = drawn_world(busy_lines());
    struct world *start = world_copy(world);
    struct world *same = drawn_world(busy_lines());
    assert_true(world_history(start) == world_history(world));
    assert_true(world_history(same) == world_history(world));
    seen[0] = world_history(world);
    world_step(world);
    seen[1] = world_history(world);
    assert_int_equal(world_place_token(world, ABILITY_DIG, 2, 1), PLACING_DONE);
    seen[2] = world_history(world);
    assert_int_equal(world_place_token(world, ABILITY_DIG, -1, 1), PLACING_OUTSIDE);
    assert_true(world_history(world) == seen[2]);
    world_step(world);
    seen[3] = world_history(world);
    world_explode_all(world);
    seen[4] = world_history(world);
    world_assign(world, start);
    assert_true(world_history(world) == seen[0]);
    world_step(world);
    assert_true(world_history(world) == seen[1]);
    world_place_token(world, ABILITY_BASH, 2, 1);
    seen[5] = world_history(world);
    world_step(world);
    seen[6] = world_history(world);
    for (int i = 0; i < EVENTS; i++) {
        for (int k = 0; k < i; k++) {
            assert_true(seen[i] != seen[k]);
        }
    }
    world_destroy(same);
    world_destroy(start);
    world_destroy(world);
}

static void histories_begin_with_all_that_is_seen(void **state)
{
    (void)state;
    static const char *const variants[][5] = {{"#r   #", "######", NULL},
                                              {"#r  ##", "######", NULL},
                                              {"# r  #", "######", NULL},
                                              {"#r  O#", "######", NULL},
                                              {"#r N #", "######", NULL}};
    enum { COUNT = sizeof variants / sizeof variants[0] };
    uint64_t seen[COUNT];
    for (int i = 0; i < COUNT; i++) {
        struct world *world = drawn_world(variants[i]);
        seen[i] = world_history(world);
        for (int k = 0; k < i; k++) {
            assert_true(seen[i] != seen[k]);
        }
        world_destroy(world);
    }
}

static void a_crowd_larger_than_the_room_makes_the_world_grow(void **state)
{
    (void)state;
    struct world *world =
        drawn_world(LINES(":num_rabbits=9000", ":rabbit_delay=1", "QQQQ#", "#  O#", "#####"));
    size_t bytes = world_bytes(world);
    for (int i = 0; i < 2600; i++) {
        world_step(world);
    }
    assert_true(world_counts(world).saved > 4000);
    assert_true(world_bytes(world) >= bytes);
    struct world *walled =
        drawn_world(LINES(":num_rabbits=9000", ":rabbit_delay=1", "QQQQ#", "#   #", "#####"));
    bytes = world_bytes(walled);
    for (int i = 0; i < 1100; i++) {
        assert_true(world_step(walled));
    }
    int count;
    world_rabbits(walled, &count);
    assert_true(count > WORLD_ROOM);
    assert_true(world_bytes(walled) > bytes);
    struct world *copy = world_copy(walled);
    assert_true(world_hash(copy) == world_hash(walled));
    world_destroy(copy);
    world_destroy(walled);
    world_destroy(world);
}

/* What somebody can see of a world without asking for its hash. */
static uint64_t events_hash(const struct world *world)
{
    int count;
    const struct event *events = world_events(world, &count);
    return hash_bytes(HASH_START, events, (size_t)count * sizeof *events);
}

static void place_until_it_grows(struct world *world)
{
    size_t bytes = world_bytes(world);
    for (int i = 0; world_bytes(world) == bytes; i++) {
        assert_int_equal(world_place_token(world, ABILITY_BASH, 1 + i % 5, 0), PLACING_DONE);
    }
}

/* A rabbot meets a rabbit at once: the rabbit is known to leave, but still there. */
static void a_world_that_grows_keeps_who_leaves_and_what_happened(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":bash=-1", "#      #", "#*    r#", "########", ":*=rt"));
    int count;
    world_rabbits(world, &count);
    assert_int_equal(count, 3);
    place_until_it_grows(world);
    assert_true(world_step(world));
    world_rabbits(world, &count);
    assert_int_equal(count, 1);
    uint64_t events = events_hash(world);
    assert_true(events != HASH_START);
    place_until_it_grows(world);
    assert_true(events_hash(world) == events);
    world_destroy(world);
}

static void the_terrain_hash_is_that_of_the_blocks_that_are_left(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("**  ", "####", ":*=rb", ":*=#(("));
    struct world *after = drawn_world(LINES("**  ", "####", ":*=r", ":*=(("));
    assert_true(world_terrain_hash(world) != world_terrain_hash(after));
    drawn_world_steps(world, 1);
    assert_int_equal(world_block_at(world, 1, 0), BLOCK_BRIDGE_RIGHT);
    assert_true(world_terrain_hash(world) == world_terrain_hash(after));
    world_destroy(after);
    world_destroy(world);
}

static void the_order_of_the_later_blocks_counts_in_the_terrain_hash(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("*", "#", ":*=#()"));
    struct world *other = drawn_world(LINES("*", "#", ":*=#)("));
    assert_true(world_terrain_hash(world) != world_terrain_hash(other));
    world_destroy(other);
    world_destroy(world);
}

/* The one lies there; the other is put there by the next step, which tells of it. */
static void a_token_that_was_just_placed_is_not_one_that_lies_there(void **state)
{
    (void)state;
    struct world *lying = drawn_world(LINES(":dig=0", "d  ", "###"));
    struct world *placed = drawn_world(LINES(":dig=1", "   ", "###"));
    assert_int_equal(world_place_token(placed, ABILITY_DIG, 0, 0), PLACING_DONE);
    assert_true(world_hash(lying) != world_hash(placed));
    world_destroy(placed);
    world_destroy(lying);
}

static void the_border_takes_part_of_the_cells_there_can_be(void **state)
{
    (void)state;
    assert_true(world_fits(8184, 8184));
    assert_false(world_fits(8192, 8192));
    assert_false(world_fits(8185, 8184));
}

static void stacks_of_blocks_keep_their_order(void **state)
{
    (void)state;
    struct world *world = world_create(3, 2);
    const enum block kinds[] = {BLOCK_SLOPE_LEFT, BLOCK_BRIDGE_RIGHT, BLOCK_SLOPE_RIGHT, BLOCK_EARTH};
    for (int i = 0; i < 40; i++) {
        world_add_block(world, i % 2 * 2, 0, kinds[i / 2 % 4], i / 2 % 4);
    }
    struct world_settings settings = {.num_rabbits = 1, .num_waiting = 1};
    world_start(world, &settings);
    struct block_piece pieces[20];
    for (int x = 0; x < 3; x += 2) {
        assert_int_equal(world_blocks_at(world, x, 0, pieces, 20), 20);
        for (int i = 0; i < 20; i++) {
            assert_int_equal(pieces[i].block, kinds[i % 4]);
            assert_int_equal(pieces[i].variant, i % 4);
        }
    }
    assert_int_equal(world_blocks_at(world, 1, 0, pieces, 20), 0);
    assert_int_equal(world_blocks_at(world, -1, 0, pieces, 20), 0);
    world_destroy(world);
}

static void a_large_map_costs_little_a_cell(void **state)
{
    (void)state;
    enum { SIDE = 4096 };
    struct world *world = world_create(SIDE, SIDE);
    assert_true(world_bytes(world) < (size_t)SIDE * SIDE * 11);
    world_destroy(world);
    assert_false(world_fits(0, 1));
    assert_false(world_fits(1, 0));
    assert_false(world_fits(INT64_C(1) << 40, INT64_C(1) << 40));
    assert_true(world_fits(1, 1));
    /* No position of a scene, in 1/1024 of a cell, goes beyond 32 bits. */
    assert_true(world_fits(1 << 20, 1));
    assert_false(world_fits((1 << 20) + 1, 1));
    assert_true(world_fits(1, 1 << 20));
    assert_false(world_fits(1, (1 << 20) + 1));
}

static void a_set_of_cells_is_walked_in_order(void **state)
{
    (void)state;
    enum { CELLS = 70000 };
    struct cellset set;
    size_t words = cellset_word_count(CELLS);
    uint64_t *memory = calloc(words, sizeof *memory);
    cellset_place(&set, memory, CELLS);
    const int32_t members[] = {0, 63, 64, 4095, 4096, 5000, 69999};
    for (int round = 0; round < 2; round++) {
        for (int i = 6; i >= 0; i--) {
            cellset_add(&set, members[i]);
        }
        cellset_add_bits(&set, 4999, 3);
        int32_t from = 0;
        int32_t first = 0;
        int found = 0;
        uint64_t word;
        static const int32_t expected[] = {0, 63, 64, 4095, 4096, 4999, 5000, 69999};
        while ((word = cellset_take_word(&set, &from, &first)) != 0) {
            for (; word != 0; word &= word - 1) {
                assert_int_equal(first + __builtin_ctzll(word), expected[found]);
                found++;
            }
        }
        assert_int_equal(found, 8);
        for (size_t i = 0; i < words; i++) {
            assert_true(memory[i] == 0);
        }
    }
    free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(copies_go_on_like_the_world_they_were_taken_from),
        cmocka_unit_test(hashes_tell_worlds_apart),
        cmocka_unit_test(the_terrain_hash_comes_back_with_the_terrain),
        cmocka_unit_test(histories_part_with_every_step_and_command),
        cmocka_unit_test(histories_begin_with_all_that_is_seen),
        cmocka_unit_test(a_crowd_larger_than_the_room_makes_the_world_grow),
        cmocka_unit_test(a_world_that_grows_keeps_who_leaves_and_what_happened),
        cmocka_unit_test(stacks_of_blocks_keep_their_order),
        cmocka_unit_test(a_large_map_costs_little_a_cell),
        cmocka_unit_test(a_set_of_cells_is_walked_in_order),
        cmocka_unit_test(the_terrain_hash_is_that_of_the_blocks_that_are_left),
        cmocka_unit_test(the_order_of_the_later_blocks_counts_in_the_terrain_hash),
        cmocka_unit_test(a_token_that_was_just_placed_is_not_one_that_lies_there),
        cmocka_unit_test(the_border_takes_part_of_the_cells_there_can_be),
    };
    return cmocka_run_group_tests_name("world/world", tests, NULL, NULL);
}

/* The hash of a world: equal worlds have equal hashes, and nothing that can differ leaves it as it is. */
#include "support/followed.h"
#include "support/test.h"

#include <string.h>

enum { LINE_COUNT = 19, VARIANTS_MAX = 128 };

/* In this world every line can be replaced by another one, and that is all that differs then. The rabbit of
 * the last line hangs in the air, where it keeps what it remembers. */
static const char *const base[LINE_COUNT] = {
    ":num_rabbits=7",
    ":num_to_save=2",
    ":num_saved=0",
    ":num_killed=0",
    ":num_waiting=5",
    ":rabbit_index_count=3",
    ":paused=false",
    ":rabbit_delay=3,4",
    ":dig=2",
    "*     P  n",
    "          ",
    "* r   * O ",
    "####/ A  #",
    "##########",
    ":*=r{index:1,onSlope:true}",
    ":*=Q",
    ":*=/(b",
    ":n=9,0,300",
    ":n=4,1,0",
};

#define HANGING ":*=r{index:1,onSlope:true"

static const struct variant {
    int line;
    const char *text;
} variants[] = {
    {0, ":num_rabbits=8"},
    {1, ":num_to_save=3"},
    {2, ":num_saved=1"},
    {3, ":num_killed=1"},
    {4, ":num_waiting=6"},
    {5, ":rabbit_index_count=4"},
    {6, ":paused=true"},
    {7, ":rabbit_delay=3,5"},
    {7, ":rabbit_delay=3"},
    {7, ":rabbit_delay=3,4,4"},
    {8, ":dig=1"},
    {8, ":dig=0"},
    {8, "% no ability"},
    {8, ":bash=2"},
    {8, ":bridge=2"},
    {8, ":block=2"},
    {8, ":climb=2"},
    {8, ":explode=2"},
    {8, ":brolly=2"},
    {9, "*    P   n"},
    {9, "*     A  n"},
    {9, "*     O  n"},
    {9, "*     PP n"},
    {9, "*        n"},
    {11, "*  r  * O "},
    {11, "* j   * O "},
    {11, "* t   * O "},
    {11, "* y   * O "},
    {11, "*     * O "},
    {11, "* rr  * O "},
    {11, "* rb  * O "},
    {11, "* rd  * O "},
    {11, "* ri  * O "},
    {11, "* rk  * O "},
    {11, "* rc  * O "},
    {11, "* rp  * O "},
    {11, "* rl  * O "},
    {11, "* r   * N "},
    {12, "####\\ A  #"},
    {12, "####( A  #"},
    {12, "####) A  #"},
    {12, "##### A  #"},
    {12, "####M A  #"},
    {12, "####  A  #"},
    {12, "###/  A  #"},
    {12, "## /# A  #"}, /* the same blocks, with other variants */
    {14, HANGING ",Bashing.stepsOfBashing:2}"},
    {14, HANGING ",Bashing.stepsOfBashing:3}"},
    {14, HANGING ",Digging.stepsOfDigging:3}"},
    {14, HANGING ",Bridging.bridgeType:UP}"},
    {14, HANGING ",Bridging.bridgeType:DOWN_UP}"},
    {14, HANGING ",Bridging.bigSteps:3,Bridging.smallSteps:2}"},
    {14, HANGING ",Bridging.bigSteps:2,Bridging.smallSteps:2}"},
    {14, HANGING ",Bridging.bigSteps:2,Bridging.smallSteps:1}"},
    {14, HANGING ",Blocking.abilityActive:true}"},
    {14, HANGING ",Brollychuting.hasAbility:true}"},
    {14, HANGING ",Climbing.hasAbility:true}"},
    {14, HANGING ",Climbing.abilityActive:true}"},
    {14, HANGING ",Falling.heightFallen:1}"},
    {14, HANGING ",Falling.heightFallen:2}"},
    {14, ":*=r{index:2,onSlope:true}"},
    {14, ":*=r{index:1}"},
    {15, ":*=Q{Entrance.timeToNextRabbit:1}"},
    {15, ":*=QQ"},
    {16, ":*=(/b"},
    {16, ":*=/b"},
    {16, ":*=/((b"},
    {16, ":*=/(bd"},
    {16, ":*=/(db"},
    {17, ":n=9,0,301"},
    {18, ":n=4,1,1"},
    {18, ":n=5,1,1"},
    {18, ":n=-1,1,1"},
};

enum { VARIANT_COUNT = sizeof variants / sizeof *variants };

/* The base with one line replaced; -1: none. */
static struct world *world_of(int variant)
{
    const char *lines[LINE_COUNT + 1] = {NULL};
    memcpy(lines, base, sizeof base);
    if (variant >= 0) {
        lines[variants[variant].line] = variants[variant].text;
    }
    return drawn_world(lines);
}

static uint64_t hash_of(int variant)
{
    struct world *world = world_of(variant);
    uint64_t hash = world_hash(world);
    world_destroy(world);
    return hash;
}

static void worlds_that_were_made_alike_have_equal_hashes_at_every_step(void **state)
{
    (void)state;
    struct world *one = world_of(-1);
    struct world *other = world_of(-1);
    assert_true(world_hash(one) == world_hash(other));
    for (int i = 0; i < 25; i++) {
        assert_true(world_step(one) == world_step(other));
        assert_true(world_hash(one) == world_hash(other));
    }
    world_destroy(one);
    world_destroy(other);
}

static void worlds_that_differ_in_one_thing_have_different_hashes(void **state)
{
    (void)state;
    uint64_t hashes[VARIANT_COUNT + 1];
    for (int i = 0; i <= VARIANT_COUNT; i++) {
        hashes[i] = hash_of(i - 1);
        for (int j = 0; j < i; j++) {
            if (hashes[i] == hashes[j]) {
                fail_msg("\"%s\" has the hash of \"%s\"", variants[i - 1].text,
                         j > 0 ? variants[j - 1].text : "the base");
            }
        }
    }
}

/* Every step counts as a difference, even one in which nothing moves. */
static void no_two_steps_have_the_same_hash(void **state)
{
    (void)state;
    enum { STEPS = 40 };
    uint64_t hashes[STEPS];
    struct world *world = drawn_world(LINES(":num_rabbits=1", "   ", "###"));
    for (int i = 0; i < STEPS; i++) {
        hashes[i] = world_hash(world);
        for (int j = 0; j < i; j++) {
            assert_true(hashes[i] != hashes[j]);
        }
        drawn_world_steps(world, 1);
    }
    world_destroy(world);
}

/* Whether one bit of any byte of this part of the world changes the hash of it. */
static void check_bytes(struct world *world, const void *part, size_t size)
{
    uint64_t before = world_hash(world);
    char *bytes = (char *)(uintptr_t)part; /* the world is this test's own */
    for (size_t i = 0; i < size; i++) {
        bytes[i] = (char)(bytes[i] ^ 1);
        if (world_hash(world) == before) {
            fail_msg("byte %d of %d does not count", (int)i, (int)size);
        }
        bytes[i] = (char)(bytes[i] ^ 1);
    }
    assert_true(world_hash(world) == before);
}

static void every_byte_of_rabbits_and_things_counts(void **state)
{
    (void)state;
    struct world *world = world_of(-1);
    int count;
    const struct rabbit *rabbits = world_rabbits(world, &count);
    assert_int_equal(count, 2);
    check_bytes(world, rabbits, (size_t)count * sizeof *rabbits);
    const struct thing *things = world_things(world, &count);
    assert_int_equal(count, 5);
    check_bytes(world, things, (size_t)count * sizeof *things);
    world_place_token(world, ABILITY_DIG, 3, 1);
    things = world_pending_tokens(world, &count);
    assert_int_equal(count, 1);
    check_bytes(world, things, sizeof *things);
    world_destroy(world);
}

static void commands_count_and_so_does_their_order(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":dig=2", ":bash=2", "r   ", "####"));
    uint64_t before = world_hash(world);
    world_place_token(world, ABILITY_DIG, 0, 1); /* solid: nothing comes of it */
    world_place_token(world, ABILITY_CLIMB, 0, 0);
    assert_true(world_hash(world) == before);
    struct world *other = world_copy(world);
    world_place_token(world, ABILITY_DIG, 1, 0);
    world_place_token(world, ABILITY_BASH, 1, 0);
    world_place_token(other, ABILITY_BASH, 1, 0);
    world_place_token(other, ABILITY_DIG, 1, 0);
    assert_true(world_hash(world) != before && world_hash(other) != before);
    assert_true(world_hash(world) != world_hash(other));
    uint64_t quiet = world_hash(other);
    world_explode_all(other);
    assert_true(world_hash(other) != quiet);
    world_destroy(world);
    world_destroy(other);
}

/* What happened, and room that was made on the way, are no part of a world. */
static void a_world_that_was_something_else_before_has_the_hash_of_what_it_is(void **state)
{
    (void)state;
    struct world *crowd =
        drawn_world(LINES(":num_rabbits=900", ":rabbit_delay=1", ":dig=-1", "QQ #", "   #", "####"));
    for (int i = 0; i < 300; i++) {
        world_place_token(crowd, ABILITY_DIG, 2, 0);
        world_step(crowd);
    }
    struct world *world = world_of(-1);
    drawn_world_steps(world, 3);
    world_assign(crowd, world);
    assert_true(world_hash(crowd) == world_hash(world));
    drawn_world_steps(crowd, 5);
    drawn_world_steps(world, 5);
    assert_true(world_hash(crowd) == world_hash(world));
    world_destroy(crowd);
    world_destroy(world);
}

/* The terrain has a hash of its own: of blocks, of nothing else. */
static void the_terrain_hash_tells_blocks_apart_and_nothing_else(void **state)
{
    (void)state;
    struct world *plain = world_of(-1);
    for (int i = 0; i < VARIANT_COUNT; i++) {
        struct world *world = world_of(i);
        const char *text = variants[i].text;
        /* One fire more shifts the variants of all blocks behind it. */
        bool is_of_blocks =
            variants[i].line == 12 || strcmp(text, "*     A  n") == 0 ||
            (variants[i].line == 16 && strncmp(text, ":*=/(b", 6) != 0 && strncmp(text, ":*=/(d", 6) != 0);
        if ((world_terrain_hash(world) != world_terrain_hash(plain)) != is_of_blocks) {
            fail_msg("the terrain hash of \"%s\"", text);
        }
        world_destroy(world);
    }
    world_destroy(plain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(worlds_that_were_made_alike_have_equal_hashes_at_every_step),
        cmocka_unit_test(worlds_that_differ_in_one_thing_have_different_hashes),
        cmocka_unit_test(no_two_steps_have_the_same_hash),
        cmocka_unit_test(every_byte_of_rabbits_and_things_counts),
        cmocka_unit_test(commands_count_and_so_does_their_order),
        cmocka_unit_test(a_world_that_was_something_else_before_has_the_hash_of_what_it_is),
        cmocka_unit_test(the_terrain_hash_tells_blocks_apart_and_nothing_else),
    };
    return cmocka_run_group_tests_name("world/hash", tests, NULL, NULL);
}

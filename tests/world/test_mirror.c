/* All rules are mirror images of themselves (rules/20 0.1): random worlds, and beside each one the same with
 * left and right exchanged, which must look like it in a mirror at every step. */
#include "support/test.h"
#include "world/build.h"

#include <stdio.h>
#include <string.h>

enum { WIDE = 11, HIGH = 9, WORLDS = 400, STEPS = 30 };

/* A linear congruential generator (Knuth's MMIX): the same worlds on every machine. */
struct dice {
    uint64_t seed;
};

static int throw(struct dice * dice, int sides)
{
    dice->seed = dice->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int)((dice->seed >> 33) % (uint64_t)sides);
}

static enum block mirrored_block(enum block block)
{
    static const enum block mirror[] = {
        [BLOCK_NONE] = BLOCK_NONE,
        [BLOCK_EARTH] = BLOCK_EARTH,
        [BLOCK_METAL] = BLOCK_METAL,
        [BLOCK_SLOPE_RIGHT] = BLOCK_SLOPE_LEFT,
        [BLOCK_SLOPE_LEFT] = BLOCK_SLOPE_RIGHT,
        [BLOCK_BRIDGE_RIGHT] = BLOCK_BRIDGE_LEFT,
        [BLOCK_BRIDGE_LEFT] = BLOCK_BRIDGE_RIGHT,
    };
    return mirror[block];
}

/* Puts the name of the mirrored state into `out`: every LEFT becomes RIGHT and the other way round. */
static const char *mirrored_name(const char *name, char out[64])
{
    out[0] = '\0';
    while (*name != '\0') {
        bool is_left = strncmp(name, "LEFT", 4) == 0;
        bool is_right = strncmp(name, "RIGHT", 5) == 0;
        size_t length = strlen(out);
        snprintf(out + length, 64 - length, "%s", is_left ? "RIGHT" : is_right ? "LEFT" : (char[]){*name, 0});
        name += is_left ? 4 : is_right ? 5 : 1;
    }
    return out;
}

/* Blocks in the lower rows, often stacked. */
static void add_blocks(struct dice *dice, struct world *world, struct world *mirror)
{
    for (int y = 1; y < HIGH; y++) {
        for (int x = 0; x < WIDE; x++) {
            int pieces = y == HIGH - 1 ? 1 : throw(dice, 3) == 0 ? 1 + throw(dice, 8) / 7 : 0;
            for (int i = 0; i < pieces; i++) {
                enum block block = y == HIGH - 1 ? BLOCK_EARTH : (enum block)(1 + throw(dice, 6));
                world_add_block(world, x, y, block, 0);
                world_add_block(mirror, WIDE - 1 - x, y, mirrored_block(block), 0);
            }
        }
    }
}

static void add_things(struct dice *dice, struct world *world, struct world *mirror)
{
    for (int i = 0; i < 14; i++) {
        int x = throw(dice, WIDE);
        int y = throw(dice, HIGH - 1);
        static const enum thing_kind kinds[] = {THING_TOKEN, THING_TOKEN, THING_TOKEN, THING_TOKEN,
                                                THING_EXIT,  THING_FIRE,  THING_PIPE};
        enum thing_kind kind = kinds[throw(dice, 7)];
        int detail = kind == THING_TOKEN ? throw(dice, ABILITY_COUNT) : 0;
        world_add_thing(world, x, y, kind, detail);
        world_add_thing(mirror, WIDE - 1 - x, y, kind, detail);
        if (kind == THING_PIPE) {
            world_set_water(world, x, y, throw(dice, 3000));
            world_set_water(mirror, WIDE - 1 - x, y, world_water_at(world, x, y));
        }
    }
}

static void add_rabbits(struct dice *dice, struct world *world, struct world *mirror)
{
    for (int i = 0; i < 6; i++) {
        int x = throw(dice, WIDE);
        int y = throw(dice, HIGH - 1);
        bool is_rabbot = throw(dice, 4) == 0;
        bool faces_right = throw(dice, 2) == 0;
        struct rabbit *rabbit = world_add_rabbit(world, x, y, is_rabbot, faces_right);
        struct rabbit *other = world_add_rabbit(mirror, WIDE - 1 - x, y, is_rabbot, !faces_right);
        rabbit->climb_has = throw(dice, 3) == 0;
        rabbit->brolly_has = throw(dice, 5) == 0;
        rabbit->on_slope = throw(dice, 4) == 0;
        other->climb_has = rabbit->climb_has;
        other->brolly_has = rabbit->brolly_has;
        other->on_slope = rabbit->on_slope;
    }
}

static void compare_rabbits(const struct world *world, const struct world *mirror)
{
    int count;
    int other_count;
    const struct rabbit *rabbits = world_rabbits(world, &count);
    const struct rabbit *others = world_rabbits(mirror, &other_count);
    assert_int_equal(count, other_count);
    for (int i = 0; i < count; i++) {
        char name[64];
        struct rabbit one = rabbits[i];
        struct rabbit other = others[i];
        assert_string_equal(rabbit_state_name((enum rabbit_state)one.state),
                            mirrored_name(rabbit_state_name((enum rabbit_state)other.state), name));
        other.x = WIDE - 1 - other.x;
        other.faces_right = !other.faces_right;
        other.state = one.state;
        assert_memory_equal(&one, &other, sizeof one);
    }
}

static void compare_things(const struct world *world, const struct world *mirror)
{
    int count;
    int other_count;
    const struct thing *things = world_things(world, &count);
    const struct thing *others = world_things(mirror, &other_count);
    assert_int_equal(count, other_count);
    for (int i = 0; i < count; i++) {
        char name[64];
        assert_string_equal(thing_state_name(&things[i]), mirrored_name(thing_state_name(&others[i]), name));
        assert_int_equal(things[i].x, WIDE - 1 - others[i].x);
        assert_int_equal(things[i].y, others[i].y);
    }
}

static void compare_cells(const struct world *world, const struct world *mirror)
{
    for (int y = 0; y < HIGH; y++) {
        for (int x = 0; x < WIDE; x++) {
            struct block_piece pieces[16];
            struct block_piece others[16];
            int count = world_blocks_at(world, x, y, pieces, 16);
            assert_int_equal(count, world_blocks_at(mirror, WIDE - 1 - x, y, others, 16));
            for (int i = 0; i < count && i < 16; i++) {
                assert_int_equal(pieces[i].block, mirrored_block((enum block)others[i].block));
            }
            assert_int_equal(world_water_at(world, x, y), world_water_at(mirror, WIDE - 1 - x, y));
        }
    }
}

static void note_states(const struct world *world, bool seen[RABBIT_STATE_COUNT])
{
    int count;
    const struct rabbit *rabbits = world_rabbits(world, &count);
    for (int i = 0; i < count; i++) {
        seen[rabbits[i].state] = true;
    }
}

static void play_one(uint64_t seed, bool seen[RABBIT_STATE_COUNT])
{
    struct dice dice = {seed};
    struct world *world = world_create(WIDE, HIGH);
    struct world *mirror = world_create(WIDE, HIGH);
    add_blocks(&dice, world, mirror);
    add_things(&dice, world, mirror);
    add_rabbits(&dice, world, mirror);
    struct world_settings settings = {.num_rabbits = 1, .num_waiting = 1};
    world_start(world, &settings);
    world_start(mirror, &settings);
    for (int step = 0; step <= STEPS; step++) {
        compare_rabbits(world, mirror);
        compare_things(world, mirror);
        compare_cells(world, mirror);
        note_states(world, seen);
        note_states(mirror, seen);
        assert_true(world_step(world) && world_step(mirror));
    }
    world_destroy(world);
    world_destroy(mirror);
}

static void every_world_looks_like_itself_in_a_mirror(void **state)
{
    (void)state;
    bool seen[RABBIT_STATE_COUNT] = {false};
    for (int i = 0; i < WORLDS; i++) {
        play_one((uint64_t)i, seen);
    }
    for (int i = 0; i < RABBIT_STATE_COUNT; i++) {
        if (!seen[i]) {
            fail_msg("%s did not come up", rabbit_state_name((enum rabbit_state)i));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_world_looks_like_itself_in_a_mirror),
    };
    return cmocka_run_group_tests_name("world/mirror", tests, NULL, NULL);
}

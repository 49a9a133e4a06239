/* The short way of deciding: in any world, passing over those behaviours of which nothing can come leaves
 * what asking all fifteen leaves. */
#include "base/hash.h"
#include "support/test.h"
#include "world/build.h"
#include "world/rabbits.h"

#include <string.h>

enum { WORLDS = 3000, STEPS = 12, WIDTH_MAX = 9, HEIGHT_MAX = 7 };

/* splitmix64 (Steele, Lea, Flood 2014) */
static uint64_t draw(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

static int below(uint64_t *state, int end)
{
    return (int)(draw(state) % (uint64_t)end);
}

/* What a saved game may hold: small counts mostly, the ends of their range too. */
static int32_t draw_count(uint64_t *state)
{
    static const int32_t counts[] = {0, 0, 0, 0, 0, 1, 2, 3, -1, INT32_MIN, INT32_MAX};
    return counts[below(state, (int)(sizeof counts / sizeof *counts))];
}

static void draw_counts(struct rabbit *rabbit, uint64_t *state)
{
    rabbit->bash_steps = draw_count(state);
    rabbit->dig_steps = draw_count(state);
    rabbit->bridge_big = draw_count(state);
    rabbit->bridge_small = draw_count(state);
}

static void add_rabbit(struct world *world, int x, int y, uint64_t *state)
{
    struct rabbit *rabbit = world_add_rabbit(world, x, y, below(state, 3) == 0, below(state, 2) == 0);
    if (below(state, 2) == 0) {
        rabbit->index = 1 + below(state, 20);
        draw_counts(rabbit, state);
        rabbit->height_fallen = below(state, 8);
        rabbit->bridge_style = (uint8_t)below(state, 3);
        rabbit->on_slope = below(state, 2) == 0;
        rabbit->bash_hop = below(state, 4) == 0;
        rabbit->climb_has = below(state, 3) == 0;
        rabbit->climb_active = below(state, 4) == 0;
        rabbit->brolly_has = below(state, 4) == 0;
        rabbit->block_active = below(state, 5) == 0;
    }
}

static void fill_cell(struct world *world, int x, int y, uint64_t *state)
{
    if (below(state, 2) == 0) {
        world_add_block(world, x, y, (enum block)(BLOCK_EARTH + below(state, 6)), below(state, 4));
    }
    if (below(state, 12) == 0) {
        world_add_block(world, x, y, (enum block)(BLOCK_EARTH + below(state, 6)), 0);
    }
    if (below(state, 10) == 0) {
        world_set_water(world, x, y, below(state, 3000));
    }
    for (int tokens = below(state, 6) - 3; tokens > 0; tokens--) {
        world_add_thing(world, x, y, THING_TOKEN, below(state, ABILITY_COUNT));
    }
    if (below(state, 12) == 0) {
        static const enum thing_kind kinds[] = {THING_ENTRANCE, THING_EXIT, THING_FIRE, THING_PIPE};
        world_add_thing(world, x, y, kinds[below(state, 4)], 0);
    }
    for (int rabbits = below(state, 5) - 2; rabbits > 0; rabbits--) {
        add_rabbit(world, x, y, state);
    }
}

static struct world *draw_world(uint64_t *state)
{
    int width = 1 + below(state, WIDTH_MAX);
    int height = 1 + below(state, HEIGHT_MAX);
    struct world *world = world_create(width, height);
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            fill_cell(world, x, y, state);
        }
    }
    const int32_t delays[] = {2};
    world_start(
        world, &(struct world_settings){
                   .num_rabbits = 5, .num_waiting = 5, .num_to_save = 1, .delays = delays, .delay_count = 1});
    return world;
}

/* All that a decision may change: the rabbit itself, the others, the things, who dies, and what is marked. */
static uint64_t outcome_of(const struct world *world)
{
    uint64_t hash = world_hash(world);
    hash = hash_bytes(hash, world->cells, (size_t)world->data->cell_count * sizeof *world->cells);
    hash = hash_bytes(hash, world->leaving, (size_t)world->data->leaving * sizeof *world->leaving);
    return hash_bytes(hash, world->events, (size_t)world->data->events * sizeof *world->events);
}

/* The marks of an evaluation are made by hand here, as everybody stands where the last step left them. */
static void mark_all(struct world *world)
{
    for (int32_t i = 0; i < world->data->used.things; i++) {
        const struct thing *thing = &world->things[i];
        if (thing->kind == THING_TOKEN || thing->kind == THING_FIRE) {
            world_mark(world, thing->x, thing->y, thing->kind == THING_TOKEN ? MARK_TOKEN : MARK_FIRE);
        }
    }
    for (int32_t i = 0; i < world->data->used.rabbits; i++) {
        rabbit_mark(world, &world->rabbits[i]);
    }
}

/* Somebody else has asked for the block at a rabbit's place: who believes in a slope there may fall. */
static void remove_under_some(struct world *shortly, struct world *fully, uint64_t *state)
{
    for (int32_t i = 0; i < shortly->data->used.rabbits; i++) {
        if (below(state, 6) == 0) {
            world_ask_removal(shortly, shortly->rabbits[i].x, shortly->rabbits[i].y);
            world_ask_removal(fully, fully->rabbits[i].x, fully->rabbits[i].y);
        }
    }
}

/* Every rabbit decides once from the same start, some with counts that no play has led to; the tally is of
 * states chosen. */
static void compare_all(struct world *world, struct world *shortly, struct world *fully, uint64_t *state,
                        int tally[])
{
    world_assign(shortly, world);
    for (int32_t i = 0; i < world->data->used.rabbits; i++) {
        if (below(state, 4) == 0) {
            draw_counts(&shortly->rabbits[i], state);
        }
    }
    mark_all(shortly);
    world_assign(fully, shortly);
    remove_under_some(shortly, fully, state);
    for (int32_t i = 0; i < world->data->used.rabbits; i++) {
        rabbit_decide(shortly, &shortly->rabbits[i]);
        rabbit_decide_with_everybody(fully, &fully->rabbits[i]);
        assert_memory_equal(&shortly->rabbits[i], &fully->rabbits[i], sizeof *fully->rabbits);
        tally[shortly->rabbits[i].state]++;
    }
    assert_true(outcome_of(shortly) == outcome_of(fully));
}

static void passing_over_behaviours_changes_nothing(void **state)
{
    (void)state;
    static int tally[RABBIT_STATE_COUNT];
    memset(tally, 0, sizeof tally);
    uint64_t seed = 20;
    for (int i = 0; i < WORLDS; i++) {
        struct world *world = draw_world(&seed);
        struct world *shortly = world_copy(world);
        struct world *fully = world_copy(world);
        compare_all(world, shortly, fully, &seed, tally);
        for (int step = 0; step < STEPS && world_step(world); step++) {
            compare_all(world, shortly, fully, &seed, tally);
        }
        world_destroy(world);
        world_destroy(shortly);
        world_destroy(fully);
    }
    /* The worlds must be worth something: nearly every state is chosen in some of them. */
    int chosen = 0;
    for (int i = 0; i < RABBIT_STATE_COUNT; i++) {
        chosen += tally[i] > 0;
    }
    assert_true(chosen > RABBIT_STATE_COUNT * 9 / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(passing_over_behaviours_changes_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

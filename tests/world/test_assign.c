/* Copying into a world that exists: nothing that is in use is left behind, whatever the other held before. */
#include "base/hash.h"
#include "support/drawn_world.h"
#include "support/test.h"
#include "world/build.h"

enum { STEPS = 40 };

/* Besides the hash: what happened, and what a level would be written with. */
static uint64_t all_of(const struct world *world)
{
    int count;
    const struct event *events = world_events(world, &count);
    uint64_t hash = hash_bytes(world_hash(world), events, (size_t)count * sizeof *events);
    const int32_t *delays = world_delays(world, &count);
    return hash_bytes(hash, delays, (size_t)count * sizeof *delays);
}

/* `to` becomes as `from` is, and goes on as it does. */
static void assign_and_compare(struct world *to, const struct world *from)
{
    struct world *straight = world_copy(from);
    world_assign(to, from);
    assert_true(all_of(to) == all_of(straight));
    struct world *copy = world_copy(to); /* finds all parts where its block says that they are */
    assert_true(all_of(copy) == all_of(straight));
    world_destroy(copy);
    for (int step = 0; step < STEPS; step++) {
        assert_true(world_step(to) == world_step(straight));
        assert_true(all_of(to) == all_of(straight));
    }
    world_destroy(straight);
}

/* A rabbot meets a rabbit at once: the rabbit is still there, and known to leave. */
static struct world *draw(void)
{
    return drawn_world(LINES(":num_rabbits=6", ":num_to_save=6", ":rabbit_delay=3,2,1", ":bash=4", ":dig=2",
                             "#Q      *  #", "#          #", "#  *    r  #", "############", ":*=/(",
                             ":*=rtk"));
}

/* Laid out alike, and everything in it is something else. */
static struct world *draw_another(void)
{
    return drawn_world(LINES(":num_rabbits=6", ":num_to_save=6", ":rabbit_delay=1,1,4", ":bash=4", ":dig=2",
                             "#Q      *  #", "#          #", "#  *    r  #", "############", ":*=#)",
                             ":*=rrk"));
}

static void all_that_is_in_use_is_copied(void **state)
{
    (void)state;
    struct world *world = draw();
    struct world *other = draw_another();
    for (int step = 0; step < STEPS; step++) {
        assign_and_compare(other, world);
        if (step % 5 == 2) {
            world_place_token(world, ABILITY_BASH, 2 + step / 5, 1);
            assign_and_compare(other, world);
        }
        world_step(world);
    }
    world_destroy(other);
    world_destroy(world);
}

static struct world *with_room(int waiting, int stock)
{
    struct world *world = world_create(8, 3);
    world_add_thing(world, 1, 0, THING_ENTRANCE, 0);
    for (int x = 0; x < 8; x++) {
        world_add_block(world, x, 2, BLOCK_EARTH, 0);
    }
    world_start(world, &(struct world_settings){.num_waiting = waiting,
                                                .num_rabbits = waiting,
                                                .stock[ABILITY_DIG] = stock,
                                                .has[ABILITY_DIG] = true});
    return world;
}

/* Room for more rabbits can take as much as room for more tokens. */
static void worlds_of_one_size_can_be_laid_out_otherwise(void **state)
{
    (void)state;
    struct world *one = with_room(60, 80);
    int found = 0;
    for (int waiting = 20; waiting < 60; waiting++) {
        for (int stock = 81; stock < 200; stock++) {
            struct world *other = with_room(waiting, stock);
            if (world_bytes(other) == world_bytes(one)) {
                found++;
                assign_and_compare(other, one);
            }
            world_destroy(other);
        }
    }
    assert_true(found > 0);
    world_destroy(one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_that_is_in_use_is_copied),
                                       cmocka_unit_test(worlds_of_one_size_can_be_laid_out_otherwise)};
    return cmocka_run_group_tests_name("world/assign", tests, NULL, NULL);
}

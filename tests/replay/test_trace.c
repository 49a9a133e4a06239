#include "replay/trace.h"
#include "support/drawn_world.h"
#include "support/test.h"

#include "world/build.h"

#include <string.h>

static void check_trace(const struct world *world, int32_t first_index, const char *const *lines)
{
    struct text found = {0};
    struct text wanted = {0};
    trace_write(world, first_index, &found);
    for (int i = 0; lines[i] != NULL; i++) {
        text_format(&wanted, "%s\n", lines[i]);
    }
    text_add_char(&wanted, '\n');
    assert_string_equal(found.bytes, wanted.bytes);
    text_free(&found);
    text_free(&wanted);
}

static void all_sections_come_in_their_order(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=1", "bO Q", "A Nr", "yPt ", "####"));
    check_trace(world, 0,
                LINES("step 0 RUNNING saved=0 killed=0 waiting=1", "|    ", "|    ", "|    ", "|####",
                      "rabbit 1 3 1 right RABBIT_FALLING_1", "rabbot 2 0 2 left RABBIT_WALKING_LEFT",
                      "rabbot 3 2 2 right RABBIT_WALKING_RIGHT", "token bash 0 0 TOKEN_BASH_FALLING",
                      "fire 0 1 FIRE_A_FALLING", "pipe 1 2", "entrance 3 0", "exit 1 0",
                      "water 2 1 1024 WATER_REGION"));
    world_destroy(world);
}

static void every_kind_of_block_has_its_letter(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=1", "#M/\\() "));
    check_trace(world, 0, LINES("step 0 RUNNING saved=0 killed=0 waiting=1", "|#M/\\() "));
    world_destroy(world);
}

static void a_stack_shows_its_newest_block_and_is_listed_oldest_first(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=1", " *", "* ", ":*=/(", ":*=)\\(#M"));
    check_trace(world, 0,
                LINES("step 0 RUNNING saved=0 killed=0 waiting=1", "| (", "|M ", "blocks 1 0 /(",
                      "blocks 0 1 )\\(#M"));
    world_destroy(world);
}

static void things_are_sorted_by_place_and_stay_in_order_of_age(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=1", " * k", "d  p", "####", ":*=cil"));
    check_trace(world, 0,
                LINES("step 0 RUNNING saved=0 killed=0 waiting=1", "|    ", "|    ", "|####",
                      "token climb 1 0 TOKEN_CLIMB_FALLING", "token bridge 1 0 TOKEN_BRIDGE_FALLING",
                      "token brolly 1 0 TOKEN_BROLLY_FALLING", "token block 3 0 TOKEN_BLOCK_FALLING",
                      "token dig 0 1 TOKEN_DIG_STILL", "token explode 3 1 TOKEN_EXPLODE_STILL"));
    world_destroy(world);
}

static void tokens_and_fires_say_how_they_fall(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=1", "b * A A", "/ d / \\", "#######", ":*=A\\"));
    struct text found = {0};
    trace_write(world, 0, &found);
    assert_non_null(strstr(found.bytes, "token bash 0 0 TOKEN_BASH_FALL_TO_SLOPE\n"));
    assert_non_null(strstr(found.bytes, "fire 4 0 FIRE_"));
    assert_non_null(strstr(found.bytes, "_FALL_TO_RISE_RIGHT\n"));
    assert_non_null(strstr(found.bytes, "_FALL_TO_RISE_LEFT\n"));
    assert_non_null(strstr(found.bytes, "_RISE_LEFT\n"));
    text_free(&found);
    world_destroy(world);
}

static void a_fire_that_goes_out_has_no_letter(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=1", "#*#", "###", ":*=AN"));
    check_trace(world, 0,
                LINES("step 0 RUNNING saved=0 killed=0 waiting=1", "|# #", "|###",
                      "fire 1 0 FIRE_EXTINGUISHING", "water 1 0 1024 WATER_REGION"));
    world_destroy(world);
}

static void what_a_rabbit_remembers_is_listed_by_key(void **state)
{
    (void)state;
    const char *cell = ":*=r{index:7,onSlope:true,Climbing.hasAbility:true,Brollychuting.hasAbility:true,"
                       "Falling.heightFallen:1}";
    const char *line = "rabbit 7 2 0 right RABBIT_WALKING_RIGHT onslope Brollychuting.hasAbility:true "
                       "Climbing.hasAbility:true Falling.heightFallen:1";
    struct world *world = drawn_world(LINES(":num_rabbits=0", "  * ", "    ", "####", cell));
    check_trace(world, 0,
                LINES("step 0 RUNNING saved=0 killed=0 waiting=0", "|    ", "|    ", "|####", line));
    world_destroy(world);
}

static void an_entrance_says_when_it_opens_next(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=2", "Q ", "  ", "##"));
    world_step(world);
    check_trace(world, 0,
                LINES("step 1 RUNNING saved=0 killed=0 waiting=1", "|  ", "|  ", "|##",
                      "rabbit 1 0 1 right RABBIT_WALKING_RIGHT", "entrance 0 0 Entrance.timeToNextRabbit:3"));
    world_destroy(world);
}

static void water_in_the_ring_and_below_nothing_is_listed_too(void **state)
{
    (void)state;
    struct world *world =
        drawn_world(LINES(":num_rabbits=1", ":n=-1,0,5", ":n=1,0,-9", ":n=2,1,70000", "   "));
    check_trace(world, 0,
                LINES("step 0 RUNNING saved=0 killed=0 waiting=1", "|   ", "water -1 0 5 WATER_REGION_HALF",
                      "water 1 0 -9 WATER_REGION_HALF", "water 2 1 70000 WATER_REGION"));
    world_destroy(world);
}

static void a_working_copy_is_traced_with_the_numbers_of_its_level(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES(":num_rabbits=0", "r j", "###"));
    struct world *copy = world_working_copy(world);
    struct text of_world = {0};
    struct text of_copy = {0};
    trace_write(world, 0, &of_world);
    trace_write(copy, world_counts(world).last_index, &of_copy);
    assert_string_equal(of_world.bytes, of_copy.bytes);
    text_clear(&of_copy);
    trace_write(copy, 0, &of_copy);
    assert_non_null(strstr(of_copy.bytes, "rabbit 3 0 0 "));
    text_free(&of_world);
    text_free(&of_copy);
    world_destroy(copy);
    world_destroy(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_sections_come_in_their_order),
        cmocka_unit_test(every_kind_of_block_has_its_letter),
        cmocka_unit_test(a_stack_shows_its_newest_block_and_is_listed_oldest_first),
        cmocka_unit_test(things_are_sorted_by_place_and_stay_in_order_of_age),
        cmocka_unit_test(tokens_and_fires_say_how_they_fall),
        cmocka_unit_test(a_fire_that_goes_out_has_no_letter),
        cmocka_unit_test(what_a_rabbit_remembers_is_listed_by_key),
        cmocka_unit_test(an_entrance_says_when_it_opens_next),
        cmocka_unit_test(water_in_the_ring_and_below_nothing_is_listed_too),
        cmocka_unit_test(a_working_copy_is_traced_with_the_numbers_of_its_level),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

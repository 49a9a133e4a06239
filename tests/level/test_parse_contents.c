/* Star cells and saved details (rules/10 1.5, 3.5, 3.6). */
#include "support/parsed_level.h"
#include "support/test.h"

#include <string.h>

static void contents_go_to_the_stars_in_order(void **state)
{
    (void)state;
    struct level *level = parsed_level("*b*d\n####\n:*=ki\n:*=cl\n");
    static const enum ability abilities[] = {ABILITY_BASH,   ABILITY_DIG,   ABILITY_BLOCK,
                                             ABILITY_BRIDGE, ABILITY_CLIMB, ABILITY_BROLLY};
    static const int places[] = {1, 3, 0, 0, 2, 2};
    int count;
    const struct thing *things = world_things(level->world, &count);
    assert_int_equal(count, 6);
    for (int i = 0; i < count; i++) {
        assert_int_equal(things[i].ability, abilities[i]);
        assert_int_equal(things[i].x, places[i]);
    }
    level_destroy(level);
}

static void contents_may_stand_between_rows(void **state)
{
    (void)state;
    struct level *level = parsed_level("*\n:*= # \n*\n:*=\n#\n");
    assert_int_equal(world_height(level->world), 3);
    assert_int_equal(world_block_at(level->world, 0, 0), BLOCK_EARTH);
    assert_int_equal(world_block_at(level->world, 0, 1), BLOCK_NONE);
    level_destroy(level);
}

static void a_cell_can_hold_everything(void **state)
{
    (void)state;
    struct level *level = parsed_level("*\n#\n:*=/\\(nQOAPbrjty)\n");
    struct block_piece pieces[4];
    int count;
    assert_int_equal(world_blocks_at(level->world, 0, 0, pieces, 4), 4);
    assert_int_equal(pieces[0].block, BLOCK_SLOPE_RIGHT);
    assert_int_equal(pieces[1].block, BLOCK_SLOPE_LEFT);
    assert_int_equal(pieces[2].block, BLOCK_BRIDGE_RIGHT);
    assert_int_equal(pieces[3].block, BLOCK_BRIDGE_LEFT);
    world_rabbits(level->world, &count);
    assert_int_equal(count, 4);
    world_things(level->world, &count);
    assert_int_equal(count, 5);
    assert_int_equal(world_water_at(level->world, 0, 0), 512);
    level_destroy(level);
}

static void a_star_among_contents_asks_for_more(void **state)
{
    (void)state;
    struct level *level = parsed_level("**\n##\n:*=r*\n:*=j\n:*=rr\n");
    int count;
    const struct rabbit *rabbits = world_rabbits(level->world, &count);
    static const int places[] = {0, 1, 0, 0};
    assert_int_equal(count, 4);
    for (int i = 0; i < count; i++) {
        assert_int_equal(rabbits[i].x, places[i]);
        assert_int_equal(rabbits[i].index, i + 1);
    }
    level_destroy(level);
}

static void stars_and_contents_must_match(void **state)
{
    (void)state;
    assert_level_error("*", "star-missing", 1, 1);
    assert_level_error("##\n% x\n#*\n", "star-missing", 3, 2);
    assert_level_error("*\n\n:*=*\n", "star-missing", 1, 1);
    assert_level_error("*#*\n:*=\n", "star-missing", 1, 3);
    assert_level_error(":*=r\n*", "star-early", 1, 2);
    assert_level_error("*\n:*=r\n:*=r\n", "star-early", 3, 2);
}

static void contents_are_known_characters(void **state)
{
    (void)state;
    assert_level_error("*\n:*=rx\n", "unknown-char", 2, 5);
    assert_level_error("*\n:*=r}\n", "unknown-char", 2, 5);
    assert_level_error("*\n:*=r{index:1}}\n", "unknown-char", 2, 14);
    assert_level_error("*\n:*=\xC3\xA4\n", "unknown-char", 2, 4);
}

/* The list of rabbits as "index,index,..." and the last index handed out. */
static void assert_indices(const char *text, const char *wanted, int wanted_last)
{
    struct level *level = parsed_level(text);
    struct text found = {0};
    int count;
    const struct rabbit *rabbits = world_rabbits(level->world, &count);
    for (int i = 0; i < count; i++) {
        text_format(&found, i == 0 ? "%d" : ",%d", rabbits[i].index);
    }
    assert_string_equal(found.bytes, wanted);
    assert_int_equal(world_counts(level->world).last_index, wanted_last);
    text_free(&found);
    level_destroy(level);
}

/* rules/10 9.4 to 9.6 */
static void rabbits_are_numbered_and_sorted(void **state)
{
    (void)state;
    assert_indices("*\n#\n:*=*r\n:*=j\n", "1,2", 2);
    assert_indices("*\n#\n:*=r{}\n", "-1", 1);
    assert_indices("*\n#\n:*=r{index:9}j{index:2}\n", "2,9", 9);
    assert_indices("r*\n##\n:*=r{index:1}\n", "1,1", 1);
    assert_indices(":rabbit_index_count=5\nrj\n##\n", "6,7", 7);
    assert_indices("*\n#\n:*=r{index:0}\n", "1", 1);
    assert_indices("*\n#\n:*=r{index:5\n", "1", 1);
    assert_indices("*\n#\n:*=r{index:3}{index:4}\n", "4", 4);
    assert_indices("*\n#\n:*=r{index:3,index:8}\n", "8", 8);
    assert_indices("*\n#\n:*=r{index:x,index:8}\n", "8", 8);
    assert_indices("*\n#\n:*=r{other:x,index:8,Entrance.timeToNextRabbit:y}\n", "8", 8);
    assert_indices("*\n#\n:*=r{onSlope:true}\n", "-1", 1);
}

/* The paused world evaluates once at its start like any other, but these details stay as they are in it: the
 * rabbit stands on flat ground and does nothing with them. */
static void every_detail_is_restored(void **state)
{
    (void)state;
    struct level *level =
        parsed_level("*  \n###\n:*=r{Climbing.hasAbility:TRUE,Brollychuting.hasAbility:true,index:7}\n");
    int count;
    const struct rabbit *rabbit = world_rabbits(level->world, &count);
    assert_true(rabbit->climb_has);
    assert_true(rabbit->brolly_has);
    assert_int_equal(rabbit->index, 7);
    level_destroy(level);
    level = parsed_level("*  \n###\n:*=r{Climbing.hasAbility:yes,Brollychuting.hasAbility:1}\n");
    rabbit = world_rabbits(level->world, &count);
    assert_false(rabbit->climb_has);
    assert_false(rabbit->brolly_has);
    level_destroy(level);
}

static struct rabbit only_rabbit(const char *contents)
{
    char text[128];
    snprintf(text, sizeof text, "*   \n####\n:*=r{%s}\n", contents);
    struct level *level = parsed_level(text);
    int count;
    const struct rabbit *rabbits = world_rabbits(level->world, &count);
    assert_int_equal(count, 1);
    struct rabbit rabbit = rabbits[0];
    level_destroy(level);
    return rabbit;
}

static void a_blocking_rabbit_goes_on_blocking(void **state)
{
    (void)state;
    struct rabbit rabbit = only_rabbit("Blocking.abilityActive:true");
    assert_true(rabbit.block_active);
    assert_int_equal(rabbit.state, RABBIT_BLOCKING);
}

/* rules/10 9.7 */
static void a_bashing_rabbit_has_as_many_steps_left_as_were_saved(void **state)
{
    (void)state;
    struct rabbit rabbit = only_rabbit("Bashing.stepsOfBashing:2");
    assert_int_equal(rabbit.bash_steps, 2);
}

/* rules/10 9.7 */
static void a_bridging_rabbit_has_as_many_steps_left_as_were_saved(void **state)
{
    (void)state;
    struct rabbit rabbit = only_rabbit("Bridging.bigSteps:2,Bridging.smallSteps:2,Bridging.bridgeType:UP");
    assert_int_equal(rabbit.bridge_small, 2);
    assert_int_equal(rabbit.bridge_big, 2);
    assert_int_equal(rabbit.bridge_style, BRIDGE_UP);
    rabbit = only_rabbit("Bridging.bigSteps:2,Bridging.smallSteps:2,Bridging.bridgeType:DOWN_UP");
    assert_int_equal(rabbit.bridge_style, BRIDGE_DOWN_UP);
    rabbit = only_rabbit("Bridging.bigSteps:2,Bridging.smallSteps:2,Bridging.bridgeType:ALONG");
    assert_int_equal(rabbit.bridge_style, BRIDGE_ALONG);
}

static void a_digging_rabbit_goes_on_digging(void **state)
{
    (void)state;
    struct rabbit rabbit = only_rabbit("Digging.stepsOfDigging:2");
    assert_int_equal(rabbit.state, RABBIT_DIGGING);
    assert_int_equal(rabbit.dig_steps, 2);
}

static void counters_at_their_end_do_not_overflow(void **state)
{
    (void)state;
    struct rabbit rabbit = only_rabbit("Bashing.stepsOfBashing:2147483647,Bridging.smallSteps:2147483647");
    assert_int_not_equal(rabbit.bash_steps, 0);
}

static void entrances_remember_their_time(void **state)
{
    (void)state;
    struct level *level = parsed_level("*\n#\n:*=Q{Entrance.timeToNextRabbit:3}O{index:x}b{}\n");
    int count;
    const struct thing *things = world_things(level->world, &count);
    assert_int_equal(count, 3);
    assert_int_equal(things[0].time_to_next, 3);
    level_destroy(level);
}

static void groups_stand_behind_rabbits_and_things_only(void **state)
{
    (void)state;
    assert_level_error("*\n:*={index:1}\n", "bad-group", 2, 4);
    assert_level_error("*\n:*=#{}\n", "bad-group", 2, 5);
    assert_level_error("*\n:*=r#{}\n", "bad-group", 2, 6);
    assert_level_error("*\n:*=n{}\n", "bad-group", 2, 5);
    assert_level_error("*\n:*=r {}\n", "bad-group", 2, 6);
    assert_level_error("*\n:*=r*{}\n", "bad-group", 2, 6);
    assert_level_error("*\n:*=r\n*\n:*={}\n", "bad-group", 4, 4);
}

static void groups_are_made_of_pairs(void **state)
{
    (void)state;
    assert_level_error("*\n:*=r{index}\n", "bad-state", 2, 6);
    assert_level_error("*\n:*=r{index:1,}\n", "bad-state", 2, 14);
    assert_level_error("*\n:*=r{index:1:2}\n", "bad-state", 2, 6);
    assert_level_error("*\n:*=r{onSlope:true,x}\n", "bad-state", 2, 19);
    assert_level_error("*\n:*=O{x}\n", "bad-state", 2, 6);
    assert_level_error("*\n:*=r{ }\n", "bad-state", 2, 6);
}

static void numbers_in_groups_are_numbers(void **state)
{
    (void)state;
    static const char *const keys[] = {"index",
                                       "Bashing.stepsOfBashing",
                                       "Bridging.bigSteps",
                                       "Bridging.smallSteps",
                                       "Digging.stepsOfDigging",
                                       "Falling.heightFallen"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        char text[64];
        snprintf(text, sizeof text, "*\n:*=r{%s:1.5}\n", keys[i]);
        assert_level_error(text, "bad-state-int", 2, 7 + (int)strlen(keys[i]));
    }
    assert_level_error("*\n:*=Q{Entrance.timeToNextRabbit:}\n", "bad-state-int", 2, 32);
    assert_level_error("*\n:*=r{Bridging.bridgeType:up}\n", "bad-group", 2, 26);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contents_go_to_the_stars_in_order),
        cmocka_unit_test(contents_may_stand_between_rows),
        cmocka_unit_test(a_cell_can_hold_everything),
        cmocka_unit_test(a_star_among_contents_asks_for_more),
        cmocka_unit_test(stars_and_contents_must_match),
        cmocka_unit_test(contents_are_known_characters),
        cmocka_unit_test(rabbits_are_numbered_and_sorted),
        cmocka_unit_test(every_detail_is_restored),
        cmocka_unit_test(a_blocking_rabbit_goes_on_blocking),
        cmocka_unit_test(a_bashing_rabbit_has_as_many_steps_left_as_were_saved),
        cmocka_unit_test(a_bridging_rabbit_has_as_many_steps_left_as_were_saved),
        cmocka_unit_test(a_digging_rabbit_goes_on_digging),
        cmocka_unit_test(counters_at_their_end_do_not_overflow),
        cmocka_unit_test(entrances_remember_their_time),
        cmocka_unit_test(groups_stand_behind_rabbits_and_things_only),
        cmocka_unit_test(groups_are_made_of_pairs),
        cmocka_unit_test(numbers_in_groups_are_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

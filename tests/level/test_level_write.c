/* Writing levels (rules/10 section 2). */
#include "support/parsed_level.h"
#include "support/test.h"

#include <string.h>

enum { MAP_ONLY, WITH_META, WITH_RUNTIME, WITH_BOTH };

/* Reads the level, makes some steps and compares what is written. */
static void assert_written(const char *text, int steps, int with, const char *wanted)
{
    struct level *level = parsed_level(text);
    struct text found = {0};
    for (int i = 0; i < steps; i++) {
        assert_true(world_step(level->world));
    }
    parsed_level_write(level, (with & WITH_META) != 0, (with & WITH_RUNTIME) != 0, &found);
    assert_string_equal(found.bytes, wanted);
    text_free(&found);
    level_destroy(level);
}

static void all_meta_lines_are_written_in_order(void **state)
{
    (void)state;
    assert_written(
        "##\n:explode=0\n:dig=-1\n:climb=1\n:brolly=2\n:bridge=3\n:block=4\n:bash=5\n:music=m\n"
        ":rabbit_delay=3,,\n:num_to_save=6\n:num_rabbits=7\n:solution.1=1\n:hint.1=h\n:solution.2.code=K\n"
        ":hint.02=\n:author_url=u\n:author_name=a\n:description=d\n:name=n\n:void_marker_style=torn_paper\n"
        ":intro=true\n:ready_to_explode_all=true\n",
        0, WITH_META,
        ":name=n\n:description=d\n:author_name=a\n:author_url=u\n:hint.1=h\n:hint.2=\n:solution.1=1\n"
        ":solution.2=a\n:num_rabbits=7\n:num_to_save=6\n:rabbit_delay=3\n:music=m\n:bash=5\n:block=4\n"
        ":bridge=3\n:brolly=2\n:climb=1\n:dig=-1\n:explode=0\n##\n");
}

static void meta_lines_without_a_value_are_written_empty(void **state)
{
    (void)state;
    assert_written("##", 0, WITH_META,
                   ":name=\n:description=\n:author_name=\n:author_url=\n:num_rabbits=10\n:num_to_save=1\n"
                   ":rabbit_delay=4\n:music=\n##\n");
}

static void runtime_lines_follow_the_music(void **state)
{
    (void)state;
    assert_written(
        ":num_rabbits=9\n:num_saved=2\n:num_killed=3\n:num_waiting=4\n:rabbit_index_count=5\n:paused=true\n"
        ":dig=1\n:rabbit_delay=1,2\n##",
        0, WITH_BOTH,
        ":name=\n:description=\n:author_name=\n:author_url=\n:num_rabbits=9\n:num_to_save=1\n"
        ":rabbit_delay=1,2\n:music=\n:num_saved=2\n:num_killed=3\n:num_waiting=4\n:rabbit_index_count=5\n"
        ":paused=true\n:dig=1\n##\n");
}

static void blank_rows_are_written_as_spaces(void **state)
{
    (void)state;
    assert_written("\n# #\n\n", 0, MAP_ONLY, "   \n# #\n   \n");
}

static void every_character_is_written_back(void **state)
{
    (void)state;
    static const char map[] = "r j t y QOAPbdikcplNn  \n#######################\nM/\\()                  \n";
    assert_written(map, 0, MAP_ONLY, map);
}

static void several_in_a_cell_go_into_a_line(void **state)
{
    (void)state;
    assert_written("**\n##\n:*=rQbN/(\n:*= O\n", 0, MAP_ONLY, "*O\n##\n:*=/(NrQb\n");
}

static void lines_of_cells_come_by_row_then_column(void **state)
{
    (void)state;
    assert_written(" *\n* \n##\n:*=rj\n:*=OO\n", 0, MAP_ONLY, " *\n* \n##\n:*=rj\n:*=OO\n");
    assert_written("*b\n*d\n##\n:*=*\n:*=OO\n:*=kk\n", 0, MAP_ONLY, "*b\n*d\n##\n:*=kk\n:*=OO\n");
}

static void many_blocks_of_a_cell_are_written_oldest_first(void **state)
{
    (void)state;
    assert_written("*\n:*=/\\(/\\)/\\(/\\)(#\n", 0, MAP_ONLY, "*\n:*=/\\(/\\)/\\(/\\)(#\n");
}

static void other_amounts_of_water_get_lines(void **state)
{
    (void)state;
    assert_written("nNnNnN \n#######\n:n=6,0,1\n:n=5,0,1023\n:n=4,0,0\n:n=3,0,2000\n:n=2,0,-5\n:n=1,0,1024\n"
                   ":n=0,0,511\n",
                   0, MAP_ONLY, "nNnN nn\n#######\n:n=0,0,511\n:n=3,0,2000\n:n=5,0,1023\n:n=6,0,1\n");
}

static void water_flows_into_what_is_written(void **state)
{
    (void)state;
    assert_written("#   #\n# N #\n#####\n:paused=false\n", 1, MAP_ONLY,
                   "#   #\n#nnn#\n#####\n:n=1,1,341\n:n=2,1,342\n:n=3,1,341\n");
}

static void what_rabbits_remember_is_runtime(void **state)
{
    (void)state;
    static const char text[] =
        "*     \n######\n:*=r{index:3,Climbing.hasAbility:true,Brollychuting.hasAbility:true}\n";
    assert_written(text, 0, WITH_RUNTIME,
                   "*     \n######\n:*=r{Brollychuting.hasAbility:true,Climbing.hasAbility:true,index:3}\n");
    assert_written(text, 0, MAP_ONLY, "r     \n######\n");
}

static void every_detail_of_a_rabbit_is_written(void **state)
{
    (void)state;
    /* One that builds a bridge upwards; one that bashes; one that digs; one that blocks; one that has fallen.
     */
    assert_written("* *       * *\n# #       # #\n#############\n"
                   ":*=r{index:1,Bridging.bigSteps:2,Bridging.smallSteps:2,Bridging.bridgeType:UP}\n"
                   ":*=r{index:2,Digging.stepsOfDigging:2}\n:*=r{index:3,Blocking.abilityActive:true}\n"
                   ":*=r{index:4,Bashing.stepsOfBashing:2}\n",
                   0, WITH_RUNTIME,
                   "* *       * *\n# #       # #\n#############\n"
                   ":*=r{Bridging.bigSteps:2,Bridging.bridgeType:UP,Bridging.smallSteps:2,index:1}\n"
                   ":*=r{Digging.stepsOfDigging:2,index:2}\n:*=r{Blocking.abilityActive:true,index:3}\n"
                   ":*=r{Bashing.stepsOfBashing:2,index:4}\n");
    assert_written("*\n \n \n#\n:*=r{Falling.heightFallen:1,index:1}\n", 1, WITH_RUNTIME,
                   " \n \n*\n#\n:*=r{Falling.heightFallen:3,index:1}\n");
    assert_written("*\n#\n:*=r{onSlope:true,index:0}\n", 0, WITH_RUNTIME,
                   "*\n#\n:*=r{index:1,onSlope:true}\n");
}

/* rules/10 9.9 */
static void entrances_are_written_with_their_time(void **state)
{
    (void)state;
    assert_written("Q  \n   \n###\n", 1, MAP_ONLY, "*  \nr  \n###\n:*=Q{Entrance.timeToNextRabbit:3}\n");
    assert_written("Q  \n   \n###\n", 0, MAP_ONLY, "Q  \n   \n###\n");
}

static void claimed_tokens_are_written_as_long_as_they_are_listed(void **state)
{
    (void)state;
    assert_written("* \n##\n:*=rl\n", 0, MAP_ONLY, "* \n##\n:*=rl\n");
    assert_written("* \n##\n:*=rl\n", 1, MAP_ONLY, " r\n##\n");
}

/* rules/10 9.8 */
static void comments_are_written_with_what_they_belong_to(void **state)
{
    (void)state;
    static const char text[] =
        "% 1\n:name=n\n% 2\n:n=1,0,5\n% 3\n*N\n% 4\n##\n% 5\n:num_saved=1\n% 6\n:*=rr\n% 7\n"
        ":hint.01=x\n% 8\n:dig=1\n% 9\n";
    assert_written(
        text, 0, WITH_META,
        "% 1\n:name=n\n:description=\n:author_name=\n:author_url=\n:hint.1=x\n:num_rabbits=10\n"
        ":num_to_save=1\n:rabbit_delay=4\n:music=\n% 8\n:dig=1\n% 3\n% 4\n*N\n##\n% 6\n:*=rr\n% 9\n");
    assert_written(text, 0, MAP_ONLY, "*N\n##\n% 6\n:*=rr\n");
}

/* The item of the delay list that an entrance is at is not saved (rules/10 2.5). */
static void a_reloaded_entrance_starts_its_delays_anew(void **state)
{
    (void)state;
    struct level *level =
        parsed_level(":rabbit_delay=1,2,5\nQ                       \n                        \n"
                     "########################\n");
    for (int step = 1; step <= 4; step++) {
        world_step(level->world);
    }
    struct text saved = {0};
    parsed_level_write(level, true, true, &saved);
    struct level *again = parsed_level(saved.bytes);
    struct text steps = {0};
    int before = world_counts(again->world).waiting;
    for (int step = 5; step <= 13; step++) {
        world_step(again->world);
        int now = world_counts(again->world).waiting;
        if (now < before) {
            text_format(&steps, " %d", step);
        }
        before = now;
    }
    assert_string_equal(steps.bytes, " 9 10 12");
    text_free(&steps);
    text_free(&saved);
    level_destroy(again);
    level_destroy(level);
}

static void assert_not_writable(const char *text, int steps)
{
    struct level *level = parsed_level(text);
    struct text out = {0};
    struct error error;
    struct level_write_options options = {.meta = true};
    for (int i = 0; i < steps; i++) {
        world_step(level->world);
    }
    assert_false(level_write(level, level->world, options, &out, &error));
    assert_string_equal(error.kind, "not-writable");
    assert_int_equal(error.status, STATUS_BAD);
    assert_int_equal(out.length, 0);
    level_destroy(level);
}

static void what_has_no_place_in_a_text_is_not_writable(void **state)
{
    (void)state;
    assert_not_writable("##\n:rabbit_delay=,\n", 0);
    assert_not_writable("##\n:n=-1,0,5\n", 0);
    assert_not_writable("##\n:n=2,0,5\n", 0);
    assert_not_writable("##\n:n=0,-1,5\n", 0);
    assert_not_writable("##\n:n=1,1,5\n", 0);
}

static void an_exploding_rabbit_outside_is_not_writable(void **state)
{
    (void)state;
    struct level *level = parsed_level("r\n#\n");
    struct text out = {0};
    struct error error;
    world_explode_all(level->world);
    assert_true(world_step(level->world));
    assert_false(level_write(level, level->world, (struct level_write_options){.meta = false}, &out, &error));
    assert_string_equal(error.kind, "not-writable");
    level_destroy(level);
}

static void a_rabbit_out_of_bounds_is_left_out(void **state)
{
    (void)state;
    assert_written("r\n#\n", 1, MAP_ONLY, " \n#\n");
}

static void an_empty_list_of_delays_matters_to_meta_lines_only(void **state)
{
    (void)state;
    assert_written("##\n:rabbit_delay=,\n", 0, MAP_ONLY, "##\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_meta_lines_are_written_in_order),
        cmocka_unit_test(meta_lines_without_a_value_are_written_empty),
        cmocka_unit_test(runtime_lines_follow_the_music),
        cmocka_unit_test(blank_rows_are_written_as_spaces),
        cmocka_unit_test(every_character_is_written_back),
        cmocka_unit_test(several_in_a_cell_go_into_a_line),
        cmocka_unit_test(lines_of_cells_come_by_row_then_column),
        cmocka_unit_test(many_blocks_of_a_cell_are_written_oldest_first),
        cmocka_unit_test(other_amounts_of_water_get_lines),
        cmocka_unit_test(water_flows_into_what_is_written),
        cmocka_unit_test(what_rabbits_remember_is_runtime),
        cmocka_unit_test(every_detail_of_a_rabbit_is_written),
        cmocka_unit_test(entrances_are_written_with_their_time),
        cmocka_unit_test(claimed_tokens_are_written_as_long_as_they_are_listed),
        cmocka_unit_test(comments_are_written_with_what_they_belong_to),
        cmocka_unit_test(a_reloaded_entrance_starts_its_delays_anew),
        cmocka_unit_test(what_has_no_place_in_a_text_is_not_writable),
        cmocka_unit_test(an_exploding_rabbit_outside_is_not_writable),
        cmocka_unit_test(a_rabbit_out_of_bounds_is_left_out),
        cmocka_unit_test(an_empty_list_of_delays_matters_to_meta_lines_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

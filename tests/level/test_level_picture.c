/* Text pictures (rules/10 section 7). */
#include "level/level_picture.h"
#include "level/state_mark.h"
#include "support/drawn_world.h"
#include "support/parsed_level.h"
#include "support/test.h"

#include <string.h>

static void assert_picture(const char *text, struct level_picture_options options, const char *wanted)
{
    struct level *level = parsed_level(text);
    struct text found = {0};
    level_picture(level->world, options, &found);
    assert_string_equal(found.bytes, wanted);
    text_free(&found);
    level_destroy(level);
}

static void coordinates_stand_around_the_map(void **state)
{
    (void)state;
    assert_picture("Q    \n *  #\n#####\n:*=/rb\n", (struct level_picture_options){.coordinates = true},
                   "00 Q    \n01  b  #\n02 #####\n   00000\n   01234\n");
}

/* rules/10 9.37 */
static void row_numbers_keep_their_first_two_digits(void **state)
{
    (void)state;
    struct text text = {0};
    struct text picture = {0};
    for (int y = 0; y <= 101; y++) {
        text_add(&text, "############\n");
    }
    struct level *level = parsed_level(text.bytes);
    level_picture(level->world, (struct level_picture_options){.coordinates = true}, &picture);
    size_t line_length = strlen("00 ############\n");
    assert_memory_equal(picture.bytes, "00 ", 3);
    assert_memory_equal(picture.bytes + 99 * line_length, "99 ", 3);
    assert_memory_equal(picture.bytes + 100 * line_length, "10 ", 3);
    assert_memory_equal(picture.bytes + 101 * line_length, "10 ", 3);
    assert_string_equal(picture.bytes + 102 * line_length, "   000000000011\n   012345678901\n");
    text_free(&picture);
    text_free(&text);
    level_destroy(level);
}

static void the_newest_block_shows_below_rabbits_and_things(void **state)
{
    (void)state;
    struct level_picture_options plain = {0};
    assert_picture("*\n:*=/\\\n", plain, "\\\n");
    assert_picture("*\n:*=/\\///\\/(\n", plain, "(\n");
    assert_picture("*\n:*=/rj\n", plain, "j\n");
    assert_picture("*\n:*=OrQ\n", plain, "Q\n");
    assert_picture("*\n:*=N(\n", plain, "(\n");
}

/* rules/10 9.36 */
static void water_is_a_change_and_covers_what_is_there(void **state)
{
    (void)state;
    assert_picture("*nN\n###\n:*=NO\n", (struct level_picture_options){0}, "O  \n###\n");
    assert_picture("*nN\n###\n:*=NO\n", (struct level_picture_options){.changes = true}, "NnN\n###\n");
}

static void rabbits_outside_are_not_drawn(void **state)
{
    (void)state;
    assert_evolves(LINES("j  ", "###"), LINES("   ", "###"));
}

static void walking_and_turning_show_ahead_and_here(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("r  #", "####"));
    assert_drawn_plain(world, LINES("r  #", "####"));
    assert_drawn(world, LINES("r> #", "####"));
    world_step(world);
    assert_drawn(world, LINES(" r>#", "####"));
    world_step(world);
    assert_drawn(world, LINES("  ?#", "####"));
    world_step(world);
    assert_drawn(world, LINES(" <j#", "####"));
    assert_drawn_plain(world, LINES("  j#", "####"));
    world_destroy(world);
}

static void falling_things_show_where_they_go(void **state)
{
    (void)state;
    struct world *world = drawn_world(LINES("rdAP", "    ", "    ", "    ", "####"));
    assert_drawn(world, LINES("rdAP", "ffg ", "f   ", "    ", "####"));
    world_destroy(world);
}

/* Marks as they are drawn around the middle of a field, in reading order. */
static void assert_marks(enum rabbit_state state, const char *wanted)
{
    struct rabbit rabbit = {.state = (uint8_t)state};
    struct state_mark marks[STATE_MARKS_MAX];
    char found[64] = "";
    state_marks_of_rabbit(&rabbit, marks);
    for (int i = 0; i < STATE_MARKS_MAX && marks[i].symbol != '\0'; i++) {
        size_t length = strlen(found);
        snprintf(found + length, sizeof found - length, "%c(%d,%d)", marks[i].symbol, marks[i].dx,
                 marks[i].dy);
    }
    assert_string_equal(found, wanted);
}

static void marks_are_the_tabulated_ones(void **state)
{
    (void)state;
    assert_marks(RABBIT_WALKING_RIGHT, ">(1,0)");
    assert_marks(RABBIT_WALKING_LEFT, "<(-1,0)");
    assert_marks(RABBIT_RISING_RIGHT_END, "'(1,-1)");
    assert_marks(RABBIT_LOWERING_LEFT_CONTINUE, "%(-1,1)");
    assert_marks(RABBIT_FALLING, "f(0,1)f(0,2)");
    assert_marks(RABBIT_FALLING_ONTO_RISE_LEFT, "f(0,1)a(0,2)");
    assert_marks(RABBIT_FALLING_1_ONTO_LOWER_RIGHT, "e(0,1)");
    assert_marks(RABBIT_BASHING_UP_LEFT, "W(-1,-1)");
    assert_marks(RABBIT_BASHING_USELESSLY_LEFT_UP, "J(-1,0)");
    assert_marks(RABBIT_CLIMBING_LEFT_END, "U(-1,-1)");
    assert_marks(RABBIT_DYING_OF_FALLING_2_SLOPE_RISE_LEFT, "f(0,1)x(0,2)");
    assert_marks(RABBIT_BRIDGING_UP_LEFT_2, "](-1,-1)");
    assert_marks(RABBIT_BRIDGING_IN_CORNER_UP_RIGHT_3, "{(0,-1)");
    assert_marks(RABBIT_BRIDGING_DOWN_UP_RIGHT_1, "B(1,0)");
    assert_marks(RABBIT_OUT_OF_BOUNDS, "");
}

/* rules/10 9.39 */
static void an_upward_bash_in_vain_marks_its_own_row_and_a_real_one_the_row_above(void **state)
{
    (void)state;
    assert_marks(RABBIT_BASHING_USELESSLY_RIGHT_UP, "I(1,0)");
    assert_marks(RABBIT_BASHING_USELESSLY_LEFT_UP, "J(-1,0)");
    assert_marks(RABBIT_BASHING_UP_RIGHT, "K(1,-1)");
    assert_marks(RABBIT_BASHING_UP_LEFT, "W(-1,-1)");
}

/* rules/10 9.38: climbing into an exit has one here too */
static void every_state_but_out_of_bounds_has_a_mark(void **state)
{
    (void)state;
    for (int i = 0; i < RABBIT_STATE_COUNT; i++) {
        struct rabbit rabbit = {.state = (uint8_t)i};
        struct state_mark marks[STATE_MARKS_MAX];
        state_marks_of_rabbit(&rabbit, marks);
        assert_int_equal(marks[0].symbol == '\0', i == RABBIT_OUT_OF_BOUNDS);
    }
}

/* Where a bridge is built is said twice: by the mark and by the rules. */
static void bridge_marks_stand_where_the_rules_build(void **state)
{
    (void)state;
    for (int i = 0; i < RABBIT_STATE_COUNT; i++) {
        int dx;
        int dy;
        if (rabbit_state_builds_at((enum rabbit_state)i, &dx, &dy)) {
            struct rabbit rabbit = {.state = (uint8_t)i};
            struct state_mark marks[STATE_MARKS_MAX];
            state_marks_of_rabbit(&rabbit, marks);
            assert_int_equal(marks[0].dx, dx);
            assert_int_equal(marks[0].dy, dy);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(coordinates_stand_around_the_map),
        cmocka_unit_test(row_numbers_keep_their_first_two_digits),
        cmocka_unit_test(the_newest_block_shows_below_rabbits_and_things),
        cmocka_unit_test(water_is_a_change_and_covers_what_is_there),
        cmocka_unit_test(rabbits_outside_are_not_drawn),
        cmocka_unit_test(walking_and_turning_show_ahead_and_here),
        cmocka_unit_test(falling_things_show_where_they_go),
        cmocka_unit_test(marks_are_the_tabulated_ones),
        cmocka_unit_test(an_upward_bash_in_vain_marks_its_own_row_and_a_real_one_the_row_above),
        cmocka_unit_test(every_state_but_out_of_bounds_has_a_mark),
        cmocka_unit_test(bridge_marks_stand_where_the_rules_build),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

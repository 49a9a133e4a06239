/* Rows and their characters (rules/10 1.2, 1.3, 8). */
#include "support/parsed_level.h"
#include "support/test.h"

#include <string.h>

static void assert_size(const char *text, int width, int height)
{
    struct level *level = parsed_level(text);
    assert_int_equal(world_width(level->world), width);
    assert_int_equal(world_height(level->world), height);
    level_destroy(level);
}

/* rules/10 9.1 */
static void empty_lines_are_rows(void **state)
{
    (void)state;
    assert_size("\n##", 2, 2);
    assert_size("##\n\n", 2, 2);
    assert_size("##\n", 2, 1);
    assert_size("##", 2, 1);
    assert_size(":name=x\n\n##\n\n##\n\n\n", 2, 6);
}

static void rows_meta_lines_and_comments_mix(void **state)
{
    (void)state;
    assert_size("% a\n##\n:name=x\n% b\n##\n:dig=3\n", 2, 2);
}

static void every_line_end_ends_a_row(void **state)
{
    (void)state;
    assert_size("##\r\n##\r##\n##", 2, 4);
}

static void each_block_stands_where_its_character_is(void **state)
{
    (void)state;
    static const enum block blocks[] = {BLOCK_NONE,        BLOCK_EARTH,      BLOCK_METAL,
                                        BLOCK_SLOPE_RIGHT, BLOCK_SLOPE_LEFT, BLOCK_BRIDGE_RIGHT,
                                        BLOCK_BRIDGE_LEFT};
    struct level *level = parsed_level("       \n #M/\\()\n");
    for (int x = 0; x < 7; x++) {
        assert_int_equal(world_block_at(level->world, x, 0), BLOCK_NONE);
        assert_int_equal(world_block_at(level->world, x, 1), blocks[x]);
    }
    level_destroy(level);
}

static void each_rabbit_has_its_character(void **state)
{
    (void)state;
    struct level *level = parsed_level("r  j  t  y\n##########\n");
    int count;
    const struct rabbit *rabbits = world_rabbits(level->world, &count);
    assert_int_equal(count, 4);
    for (int i = 0; i < count; i++) {
        assert_int_equal(rabbits[i].x, 3 * i);
        assert_int_equal(rabbits[i].y, 0);
        assert_int_equal(rabbits[i].index, i + 1);
        assert_int_equal(rabbits[i].is_rabbot, i >= 2);
        assert_int_equal(rabbits[i].faces_right, i % 2 == 0);
    }
    level_destroy(level);
}

static void each_thing_has_its_character(void **state)
{
    (void)state;
    struct level *level = parsed_level("QOAPbdikcpl\n###########\n");
    int count;
    const struct thing *things = world_things(level->world, &count);
    assert_int_equal(count, 11);
    static const enum thing_kind kinds[] = {THING_ENTRANCE, THING_EXIT, THING_FIRE, THING_PIPE};
    static const enum ability abilities[] = {ABILITY_BASH,  ABILITY_DIG,     ABILITY_BRIDGE, ABILITY_BLOCK,
                                             ABILITY_CLIMB, ABILITY_EXPLODE, ABILITY_BROLLY};
    for (int i = 0; i < count; i++) {
        assert_int_equal(things[i].x, i);
        assert_int_equal(things[i].kind, i < 4 ? kinds[i] : THING_TOKEN);
        if (i >= 4) {
            assert_int_equal(things[i].ability, abilities[i - 4]);
        }
    }
    level_destroy(level);
}

static void water_comes_in_two_amounts(void **state)
{
    (void)state;
    struct level *level = parsed_level("Nn \n###\n");
    assert_int_equal(world_water_at(level->world, 0, 0), 1024);
    assert_int_equal(world_water_at(level->world, 1, 0), 512);
    assert_int_equal(world_water_at(level->world, 2, 0), 0);
    level_destroy(level);
}

static int variant_at(const struct level *level, int x, int y)
{
    struct block_piece piece;
    assert_int_equal(world_blocks_at(level->world, x, y, &piece, 1), 1);
    return piece.variant;
}

static void variants_are_drawn_in_reading_order(void **state)
{
    (void)state;
    struct level *level = parsed_level("#/*M\n(A\\#\n####\n:*=A#\n");
    assert_int_equal(variant_at(level, 0, 0), 0);
    assert_int_equal(variant_at(level, 1, 0), 3);
    assert_int_equal(variant_at(level, 3, 0), 0);
    assert_int_equal(variant_at(level, 0, 1), 0); /* a bridge draws none */
    assert_int_equal(variant_at(level, 2, 1), 0);
    assert_int_equal(variant_at(level, 3, 1), 3);
    assert_int_equal(variant_at(level, 0, 2), 0);
    assert_int_equal(variant_at(level, 1, 2), 0);
    assert_int_equal(variant_at(level, 2, 2), 3);
    assert_int_equal(variant_at(level, 3, 2), 3);
    assert_int_equal(variant_at(level, 2, 0), 3);
    int count;
    const struct thing *things = world_things(level->world, &count);
    assert_int_equal(count, 2);
    assert_int_equal(things[0].variant, 1);
    assert_int_equal(things[1].variant, 1);
    level_destroy(level);
}

static void rows_of_another_length_are_refused(void **state)
{
    (void)state;
    assert_level_error("##\n###", "row-length", 2, 3);
    assert_level_error("##\n#", "row-length", 2, 2);
    assert_level_error("##\n:name=x\n##\r\n####", "row-length", 4, 3);
    /* The width counts characters, not bytes. */
    assert_level_error("##\n\xC3\xA4", "row-length", 2, 2);
}

static void unknown_characters_are_refused(void **state)
{
    (void)state;
    assert_level_error("#x#", "unknown-char", 1, 2);
    assert_level_error("###\n##R", "unknown-char", 2, 3);
    assert_level_error(" :name=x", "unknown-char", 1, 2);
    assert_level_error("#%#", "unknown-char", 1, 2);
    assert_level_error("##\n#\t", "unknown-char", 2, 2);
    assert_level_error("#\xC3\xA4", "unknown-char", 1, 2);
    assert_level_error("##\n#\xC3\xA4", "unknown-char", 2, 2);
    assert_level_error("\xEF\xBB\xBF##", "unknown-char", 1, 1); /* a byte order mark is nothing special */
    assert_level_error("#{}", "unknown-char", 1, 2);
}

static void the_message_shows_the_character(void **state)
{
    (void)state;
    struct error error;
    assert_null(level_parse("\xC3\xA4", 2, "", &error));
    assert_non_null(strstr(error.text, "'\xC3\xA4'"));
    assert_null(level_parse("\x1B[2J", 4, "", &error));
    assert_non_null(strstr(error.text, "'\\x1B'"));
}

static void a_text_without_rows_is_no_level(void **state)
{
    (void)state;
    assert_level_error("", "no-map", 1, 1);
    assert_level_error("\n\n", "no-map", 3, 1);
    assert_level_error(":name=x\n% y\n", "no-map", 3, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_lines_are_rows),
        cmocka_unit_test(rows_meta_lines_and_comments_mix),
        cmocka_unit_test(every_line_end_ends_a_row),
        cmocka_unit_test(each_block_stands_where_its_character_is),
        cmocka_unit_test(each_rabbit_has_its_character),
        cmocka_unit_test(each_thing_has_its_character),
        cmocka_unit_test(water_comes_in_two_amounts),
        cmocka_unit_test(variants_are_drawn_in_reading_order),
        cmocka_unit_test(rows_of_another_length_are_refused),
        cmocka_unit_test(unknown_characters_are_refused),
        cmocka_unit_test(the_message_shows_the_character),
        cmocka_unit_test(a_text_without_rows_is_no_level),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Falling: rules/20 6.6. The table of drops is checked in full, for rabbits and rabbots, onto flat ground and
 * onto slopes. */
#include "base/text.h"
#include "support/followed.h"
#include "support/test.h"
#include "world/build.h"

#include <stdio.h>
#include <string.h>

/* A rabbit that drops `cells` cells and lands, on flat ground or on a slope rising to the right; its states
 * without their places, joined by blanks, until it walks or is gone. */
static const char *drop(bool is_rabbot, int cells, bool onto_slope)
{
    static char states[512];
    struct world *world = world_create(9, cells + 4);
    world_add_rabbit(world, 4, 1, is_rabbot, true);
    for (int x = 0; x < 9; x++) {
        world_add_block(world, x, cells + 2, BLOCK_EARTH, 0);
    }
    if (onto_slope) {
        world_add_block(world, 4, cells + 1, BLOCK_SLOPE_RIGHT, 0);
    }
    struct world_settings settings = {.num_rabbits = 1, .num_waiting = 1};
    world_start(world, &settings);
    states[0] = '\0';
    for (int i = 0; i < 12; i++) {
        const char *text = rabbit_text(world, 1);
        if (strcmp(text, "gone") == 0) {
            strcat(states, "gone");
            break;
        }
        const char *name = strchr(text, ' ') + 1;
        if (strncmp(name, "WALKING", 7) == 0 || strncmp(name, "RISING", 6) == 0) {
            strcat(states, "lives");
            break;
        }
        strncat(states, name, strcspn(name, " "));
        strcat(states, " ");
        world_step(world);
    }
    world_destroy(world);
    return states;
}

static void rabbits_survive_four_cells_onto_flat_ground(void **state)
{
    (void)state;
    assert_string_equal(drop(false, 1, false), "FALLING_1 lives");
    assert_string_equal(drop(false, 2, false), "FALLING lives");
    assert_string_equal(drop(false, 3, false), "FALLING FALLING_1 lives");
    assert_string_equal(drop(false, 4, false), "FALLING FALLING lives");
    assert_string_equal(drop(false, 5, false), "FALLING FALLING FALLING_1_TO_DEATH DYING_OF_FALLING_2 gone");
    assert_string_equal(drop(false, 6, false), "FALLING FALLING FALLING DYING_OF_FALLING gone");
    assert_string_equal(drop(false, 7, false),
                        "FALLING FALLING FALLING FALLING_1_TO_DEATH DYING_OF_FALLING_2 gone");
    assert_string_equal(drop(false, 8, false), "FALLING FALLING FALLING FALLING DYING_OF_FALLING gone");
}

static void rabbits_survive_four_cells_onto_slopes(void **state)
{
    (void)state;
    assert_string_equal(drop(false, 1, true), "FALLING_1_ONTO_RISE_RIGHT lives");
    assert_string_equal(drop(false, 2, true), "FALLING_ONTO_RISE_RIGHT lives");
    assert_string_equal(drop(false, 3, true), "FALLING FALLING_1_ONTO_RISE_RIGHT lives");
    assert_string_equal(drop(false, 4, true), "FALLING FALLING_ONTO_RISE_RIGHT lives");
    assert_string_equal(drop(false, 5, true), "FALLING FALLING DYING_OF_FALLING_SLOPE_RISE_RIGHT "
                                              "DYING_OF_FALLING_SLOPE_RISE_RIGHT_2 gone");
    assert_string_equal(drop(false, 6, true), "FALLING FALLING DYING_OF_FALLING_2_SLOPE_RISE_RIGHT "
                                              "DYING_OF_FALLING_2_SLOPE_RISE_RIGHT_2 gone");
}

static void rabbots_survive_five_cells(void **state)
{
    (void)state;
    assert_string_equal(drop(true, 5, false), "FALLING FALLING FALLING_1 lives");
    assert_string_equal(drop(true, 6, false), "FALLING FALLING FALLING DYING_OF_FALLING gone");
    assert_string_equal(drop(true, 5, true), "FALLING FALLING FALLING_1_ONTO_RISE_RIGHT lives");
    /* Quirk 8: an ordinary landing, and dead all the same. */
    assert_string_equal(drop(true, 6, true), "FALLING FALLING FALLING_ONTO_RISE_RIGHT DYING_OF_FALLING gone");
    assert_string_equal(drop(true, 7, true), "FALLING FALLING FALLING DYING_OF_FALLING_SLOPE_RISE_RIGHT "
                                             "DYING_OF_FALLING_SLOPE_RISE_RIGHT_2 gone");
}

static void falling_onto_a_slope_that_descends(void **state)
{
    (void)state;
    assert_follows(LINES("r  ", "   ", "\\  ", "###"), 1, "0,0 FALLING_ONTO_LOWER_RIGHT",
                   "0,2 LOWERING_RIGHT_END s");
    assert_follows(LINES("j  ", ")  ", "###"), 1, "0,0 FALLING_1_ONTO_RISE_LEFT", "0,1 RISING_LEFT_END s");
}

static void a_brolly_owner_floats(void **state)
{
    (void)state;
    /* Whoever catches it in the air first ends the fall that was chosen before. */
    assert_follows(LINES("*   ", "    ", "    ", "    ", "####", ":*=rl"), 1, "0,0 FALLING",
                   "0,2 BROLLYCHUTING", "0,3 WALKING_RIGHT");
}

static void a_vanished_bridge_leaves_a_brolly_owner_walking_on_air(void **state)
{
    (void)state;
    /* rules/20 T8 */
    struct world *world =
        drawn_world(LINES("       ", "  **   ", "   #   ", "       ", "       ", "#######",
                          ":*=(r{index:1,"
                          "Blocking.abilityActive:true,Brollychuting.hasAbility:true,onSlope:true}",
                          ":*=j{index:2}b"));
    assert_string_equal(rabbit_text(world, 1), "2,1 BLOCKING_RISE_RIGHT s");
    assert_goes_on(world, 1, "2,1 BROLLYCHUTING s", "2,2 TURNING_RIGHT_TO_LEFT s");
    world_destroy(world);
}

/* rules/20 6.6: whether the ground is near death is asked of the height after one more cell, in 32 bits. */
static void the_height_of_a_fall_wraps_round(void **state)
{
    (void)state;
    assert_follows(LINES("*  ", "/  ", "###", ":*=r{index:1,Falling.heightFallen:2147483647}"), 1,
                   "0,0 FALLING_1_ONTO_RISE_RIGHT", "0,1 RISING_RIGHT_END s");
    assert_follows(LINES("*  ", "/  ", "###", ":*=r{index:1,Falling.heightFallen:2147483646}"), 1,
                   "0,0 DYING_OF_FALLING_SLOPE_RISE_RIGHT", "0,1 DYING_OF_FALLING_SLOPE_RISE_RIGHT_2 s");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rabbits_survive_four_cells_onto_flat_ground),
        cmocka_unit_test(rabbits_survive_four_cells_onto_slopes),
        cmocka_unit_test(rabbots_survive_five_cells),
        cmocka_unit_test(falling_onto_a_slope_that_descends),
        cmocka_unit_test(a_brolly_owner_floats),
        cmocka_unit_test(a_vanished_bridge_leaves_a_brolly_owner_walking_on_air),
        cmocka_unit_test(the_height_of_a_fall_wraps_round),
    };
    return cmocka_run_group_tests_name("world/fall", tests, NULL, NULL);
}

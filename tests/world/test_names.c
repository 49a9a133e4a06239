/* The names of states and kinds, as traces have them (rules/10 section 5, rules/20 section 9, rules/30
 * sections 9 and 11). */
#include "support/test.h"
#include "world/world.h"

#include <stdio.h>
#include <string.h>

static void rabbits_have_112_states_with_names_of_their_own(void **state)
{
    (void)state;
    assert_int_equal(RABBIT_STATE_COUNT, 112);
    for (int i = 0; i < RABBIT_STATE_COUNT; i++) {
        const char *name = rabbit_state_name((enum rabbit_state)i);
        assert_memory_equal(name, "RABBIT_", 7);
        for (int j = 0; j < i; j++) {
            assert_string_not_equal(name, rabbit_state_name((enum rabbit_state)j));
        }
    }
    assert_string_equal(rabbit_state_name(RABBIT_BRIDGING_DOWN_UP_LEFT_3), "RABBIT_BRIDGING_DOWN_UP_LEFT_3");
}

/* Of two states that mirror each other the second one is the first with its sides exchanged. */
static void states_of_two_sides_stand_side_by_side(void **state)
{
    (void)state;
    int pairs = 0;
    for (int i = 0; i + 1 < RABBIT_STATE_COUNT; i++) {
        const char *name = rabbit_state_name((enum rabbit_state)i);
        const char *right = strstr(name, "RIGHT");
        const char *left = strstr(name, "LEFT");
        if (right == NULL || (left != NULL && left < right)) {
            continue;
        }
        const char *mirrored = rabbit_state_name((enum rabbit_state)(i + 1));
        size_t before = (size_t)(right - name);
        assert_memory_equal(mirrored, name, before);
        assert_memory_equal(mirrored + before, "LEFT", 4);
        pairs++;
    }
    assert_int_equal(pairs, 47);
}

static void tokens_say_their_type_and_how_they_lie(void **state)
{
    (void)state;
    static const char *const types[ABILITY_COUNT] = {"BASH",  "DIG",     "BRIDGE", "BLOCK",
                                                     "CLIMB", "EXPLODE", "BROLLY"};
    static const char *const states[] = {"STILL", "FALLING", "FALL_TO_SLOPE", "ON_SLOPE"};
    for (int i = 0; i < ABILITY_COUNT; i++) {
        for (int j = 0; j < 4; j++) {
            struct thing token = {.kind = THING_TOKEN, .ability = (uint8_t)i, .state = (uint8_t)j};
            char expected[64];
            snprintf(expected, sizeof expected, "TOKEN_%s_%s", types[i], states[j]);
            assert_string_equal(thing_state_name(&token), expected);
        }
    }
}

static void fires_say_their_picture_and_how_they_lie(void **state)
{
    (void)state;
    static const char *const states[] = {"",         "_RISE_LEFT",         "_RISE_RIGHT",
                                         "_FALLING", "_FALL_TO_RISE_LEFT", "_FALL_TO_RISE_RIGHT"};
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 6; j++) {
            struct thing fire = {.kind = THING_FIRE, .variant = (uint8_t)i, .state = (uint8_t)j};
            char expected[64];
            snprintf(expected, sizeof expected, "FIRE_%c%s", 'A' + i, states[j]);
            assert_string_equal(thing_state_name(&fire), expected);
        }
        struct thing fire = {.kind = THING_FIRE, .variant = (uint8_t)i, .state = FIRE_EXTINGUISHING};
        assert_string_equal(thing_state_name(&fire), "FIRE_EXTINGUISHING");
    }
}

static void other_things_are_always_the_same(void **state)
{
    (void)state;
    assert_string_equal(thing_state_name(&(struct thing){.kind = THING_ENTRANCE}), "ENTRANCE");
    assert_string_equal(thing_state_name(&(struct thing){.kind = THING_EXIT}), "EXIT");
    assert_string_equal(thing_state_name(&(struct thing){.kind = THING_PIPE}), "PIPE");
}

static void water_is_named_by_its_amount(void **state)
{
    (void)state;
    assert_string_equal(water_state_name(0), "WATER_REGION_EMPTY");
    assert_string_equal(water_state_name(1), "WATER_REGION_HALF");
    assert_string_equal(water_state_name(-1), "WATER_REGION_HALF");
    assert_string_equal(water_state_name(1023), "WATER_REGION_HALF");
    assert_string_equal(water_state_name(1024), "WATER_REGION");
}

static void blocks_abilities_and_outcomes_have_names(void **state)
{
    (void)state;
    static const char *const blocks[] = {"nothing",    "earth",        "metal",      "slope_right",
                                         "slope_left", "bridge_right", "bridge_left"};
    for (int i = 0; i < 7; i++) {
        assert_string_equal(block_name((enum block)i), blocks[i]);
    }
    assert_string_equal(ability_name(ABILITY_BASH), "bash");
    assert_string_equal(ability_name(ABILITY_BROLLY), "brolly");
    assert_string_equal(outcome_name(OUTCOME_RUNNING), "RUNNING");
    assert_string_equal(outcome_name(OUTCOME_PAUSED), "PAUSED");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rabbits_have_112_states_with_names_of_their_own),
        cmocka_unit_test(states_of_two_sides_stand_side_by_side),
        cmocka_unit_test(tokens_say_their_type_and_how_they_lie),
        cmocka_unit_test(fires_say_their_picture_and_how_they_lie),
        cmocka_unit_test(other_things_are_always_the_same),
        cmocka_unit_test(water_is_named_by_its_amount),
        cmocka_unit_test(blocks_abilities_and_outcomes_have_names),
    };
    return cmocka_run_group_tests_name("world/names", tests, NULL, NULL);
}

#include "play/action.h"

#include "support/test.h"

#include <SDL.h>
#include <string.h>

static struct chord chord(const char *text)
{
    struct chord read;
    assert_true(chord_read(text, &read));
    return read;
}

static void no_key_means_two_things_at_once(void **state)
{
    (void)state;
    struct bindings bindings;
    bindings_default(&bindings);
    for (int action = 0; action < DO_COUNT; action++) {
        enum action_context context = action_info((enum player_action)action).context;
        for (int slot = 0; slot < CHORDS_MAX; slot++) {
            struct chord key = bindings.keys[action][slot];
            if (key.key != 0) {
                assert_int_equal(bindings_of_key(&bindings, context, key), action);
            }
        }
        if (bindings.pad[action] != PAD_NONE) {
            assert_int_equal(bindings_of_pad(&bindings, context, bindings.pad[action]), action);
        }
    }
}

static void every_action_has_a_name_of_its_own_and_a_key_or_a_control(void **state)
{
    (void)state;
    struct bindings bindings;
    bindings_default(&bindings);
    for (int action = 0; action < DO_COUNT; action++) {
        assert_true(bindings.keys[action][0].key != 0 || bindings.keys[action][2].key != 0 ||
                    bindings.pad[action] != PAD_NONE);
        assert_true(strlen(action_info((enum player_action)action).help) > 0);
        for (int other = 0; other < action; other++) {
            assert_string_not_equal(action_info((enum player_action)action).name,
                                    action_info((enum player_action)other).name);
        }
    }
}

static void a_key_means_what_the_screen_makes_of_it(void **state)
{
    (void)state;
    struct bindings bindings;
    bindings_default(&bindings);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_MENU, chord("Space")), DO_ACCEPT);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_PLAY, chord("Space")), DO_PAUSE);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_PLAY, chord("F3")), DO_GRAPH);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_MENU, chord("F3")), DO_GRAPH);
}

static void shift_counts_only_where_it_makes_a_difference(void **state)
{
    (void)state;
    struct bindings bindings;
    bindings_default(&bindings);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_PLAY, chord("Shift+=")), DO_ZOOM_IN);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_PLAY, chord("Ctrl+Z")), DO_UNDO);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_PLAY, chord("Ctrl+Shift+Z")), DO_REDO);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_PLAY, chord("Z")), DO_NOTHING);
}

static void a_key_that_is_given_away_is_taken_from_its_owner(void **state)
{
    (void)state;
    struct bindings bindings;
    bindings_default(&bindings);
    assert_int_equal(bindings_set_key(&bindings, DO_PAUSE, 1, chord("R")), DO_RETRY);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_PLAY, chord("R")), DO_PAUSE);
    assert_int_equal(bindings.keys[DO_RETRY][0].key, 0);
}

static void a_key_may_be_shared_by_actions_that_never_meet(void **state)
{
    (void)state;
    struct bindings bindings;
    bindings_default(&bindings);
    assert_int_equal(bindings_set_key(&bindings, DO_UP, 1, chord("G")), DO_NOTHING);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_PLAY, chord("G")), DO_GHOSTS);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_MENU, chord("G")), DO_UP);
}

static void a_control_that_is_given_away_is_taken_from_its_owner(void **state)
{
    (void)state;
    struct bindings bindings;
    bindings_default(&bindings);
    int x = SDL_CONTROLLER_BUTTON_X;
    assert_int_equal(bindings_set_pad(&bindings, DO_UNDO, x), DO_PAUSE);
    assert_int_equal(bindings_of_pad(&bindings, CONTEXT_PLAY, x), DO_UNDO);
}

static void what_is_written_is_read_back(void **state)
{
    (void)state;
    struct bindings bindings;
    bindings_default(&bindings);
    char text[64];
    for (int action = 0; action < DO_COUNT; action++) {
        for (int slot = 0; slot < CHORDS_MAX; slot++) {
            chord_write(bindings.keys[action][slot], text, sizeof text);
            struct chord read = chord(text);
            assert_int_equal(read.key, bindings.keys[action][slot].key);
            assert_int_equal(read.ctrl, bindings.keys[action][slot].ctrl);
            assert_int_equal(read.alt, bindings.keys[action][slot].alt);
            assert_int_equal(read.shift, bindings.keys[action][slot].shift);
        }
        int control;
        pad_write(bindings.pad[action], text, sizeof text);
        assert_true(pad_read(text, &control));
        assert_int_equal(control, bindings.pad[action]);
    }
}

static void nonsense_is_no_key(void **state)
{
    (void)state;
    struct chord read;
    int control;
    assert_false(chord_read("Ctrl+Spce", &read));
    assert_false(chord_read("Ctrl+", &read));
    assert_false(pad_read("fire", &control));
}

static void every_control_of_the_table_has_a_word_for_people(void **state)
{
    (void)state;
    struct bindings bindings;
    bindings_default(&bindings);
    for (int action = 0; action < DO_COUNT; action++) {
        if (bindings.pad[action] != PAD_NONE) {
            assert_string_not_equal(pad_label(bindings.pad[action]), "");
        }
    }
    assert_string_equal(pad_label(PAD_NONE), "");
}

static void the_mouse_has_names_of_its_own(void **state)
{
    (void)state;
    assert_int_equal(chord("Left button").key, CHORD_MOUSE_LEFT);
    assert_int_equal(chord("Button 7").key, CHORD_MOUSE + 7);
    assert_int_equal(chord("Shift+Wheel down").key, CHORD_WHEEL_DOWN);
    struct chord read;
    assert_false(chord_read("Button 2", &read));
    assert_false(chord_read("Button 99", &read));
    assert_false(chord_read("Button 7x", &read));
}

static void with_the_mouse_a_modifier_that_means_nothing_is_passed_over(void **state)
{
    (void)state;
    struct bindings bindings;
    bindings_default(&bindings);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_PLAY, chord("Ctrl+Wheel up")), DO_ZOOM_IN);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_PLAY, chord("Shift+Wheel up")), DO_ABILITY_LESS);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_PLAY, chord("Alt+Left button")), DO_PLACE);
    assert_int_equal(bindings_of_key(&bindings, CONTEXT_PLAY, chord("Ctrl+1")), DO_NOTHING);
}

static void menus_want_a_key_and_a_control_for_each_way(void **state)
{
    (void)state;
    struct bindings bindings;
    bindings_default(&bindings);
    assert_true(bindings_reach_menus(&bindings));
    bindings.keys[DO_ACCEPT][0] = chord("Left button");
    assert_true(bindings_reach_menus(&bindings));
    bindings.keys[DO_ACCEPT][1] = (struct chord){0};
    assert_false(bindings_reach_menus(&bindings));
    bindings_default(&bindings);
    bindings.pad[DO_BACK] = PAD_NONE;
    assert_false(bindings_reach_menus(&bindings));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_key_means_two_things_at_once),
        cmocka_unit_test(every_action_has_a_name_of_its_own_and_a_key_or_a_control),
        cmocka_unit_test(a_key_means_what_the_screen_makes_of_it),
        cmocka_unit_test(shift_counts_only_where_it_makes_a_difference),
        cmocka_unit_test(a_key_that_is_given_away_is_taken_from_its_owner),
        cmocka_unit_test(a_key_may_be_shared_by_actions_that_never_meet),
        cmocka_unit_test(a_control_that_is_given_away_is_taken_from_its_owner),
        cmocka_unit_test(what_is_written_is_read_back),
        cmocka_unit_test(nonsense_is_no_key),
        cmocka_unit_test(every_control_of_the_table_has_a_word_for_people),
        cmocka_unit_test(the_mouse_has_names_of_its_own),
        cmocka_unit_test(with_the_mouse_a_modifier_that_means_nothing_is_passed_over),
        cmocka_unit_test(menus_want_a_key_and_a_control_for_each_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

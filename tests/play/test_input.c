#include "play/input.h"

#include "support/test.h"

static struct input heard(enum action_context context)
{
    struct input input = {.pixels_per_unit = 1, .times = 1, .action = DO_NOTHING, .pad = PAD_NONE};
    input.context = context;
    bindings_default(&input.bindings);
    return input;
}

static void button(struct input *input, int number, bool is_down, int x, int y)
{
    SDL_Event event = {.button = {.type = is_down ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP,
                                  .button = (Uint8)number,
                                  .x = x,
                                  .y = y}};
    input_begin_pass(input);
    input_event(input, &event);
}

static void move(struct input *input, int x, int y)
{
    SDL_Event event = {.motion = {.type = SDL_MOUSEMOTION, .x = x, .y = y}};
    input_begin_pass(input);
    input_event(input, &event);
}

static void wheel(struct input *input, float notches)
{
    SDL_Event event = {.wheel = {.type = SDL_MOUSEWHEEL, .preciseY = notches}};
    input_begin_pass(input);
    input_event(input, &event);
}

static void on_a_fine_screen_the_pointer_is_where_its_pixels_are(void **state)
{
    (void)state;
    struct input input = heard(CONTEXT_PLAY);
    input.pixels_per_unit = 2.5;
    move(&input, 100, 40);
    assert_true(input.pointer_x_px == 250 && input.pointer_y_px == 100);
    button(&input, SDL_BUTTON_RIGHT, true, 100, 40);
    move(&input, 110, 36);
    assert_true(input.drag_x_px == 25 && input.drag_y_px == -10);
}

static void the_left_button_places_in_a_level(void **state)
{
    (void)state;
    struct input input = heard(CONTEXT_PLAY);
    button(&input, SDL_BUTTON_LEFT, true, 5, 5);
    assert_true(input.clicked);
    assert_int_equal(input.action, DO_PLACE);
}

static void over_a_control_and_in_menus_it_is_the_pointers_own(void **state)
{
    (void)state;
    struct input input = heard(CONTEXT_PLAY);
    input.is_over_control = true;
    button(&input, SDL_BUTTON_LEFT, true, 5, 5);
    assert_true(input.clicked);
    assert_int_equal(input.action, DO_NOTHING);
    input = heard(CONTEXT_MENU);
    bindings_set_key(&input.bindings, DO_BACK, 0, (struct chord){.key = CHORD_MOUSE_LEFT});
    button(&input, SDL_BUTTON_LEFT, true, 5, 5);
    assert_true(input.clicked);
    assert_int_equal(input.action, DO_NOTHING);
}

static void a_button_that_is_held_holds_its_action(void **state)
{
    (void)state;
    struct input input = heard(CONTEXT_PLAY);
    button(&input, SDL_BUTTON_MIDDLE, true, 5, 5);
    assert_true(input.held[DO_DRAG]);
    button(&input, SDL_BUTTON_LEFT, false, 5, 5);
    assert_true(input.held[DO_DRAG]);
    button(&input, SDL_BUTTON_MIDDLE, false, 5, 5);
    assert_false(input.held[DO_DRAG]);
}

static void every_button_can_be_given_to_every_action(void **state)
{
    (void)state;
    struct input input = heard(CONTEXT_PLAY);
    struct chord side = {.key = CHORD_MOUSE + 5};
    assert_int_equal(bindings_set_key(&input.bindings, DO_PLACE, 2, side), DO_NOTHING);
    button(&input, SDL_BUTTON_LEFT, true, 5, 5);
    assert_int_equal(input.action, DO_NOTHING);
    button(&input, 5, true, 5, 5);
    assert_int_equal(input.action, DO_PLACE);
}

static void a_turn_of_the_wheel_counts_its_notches(void **state)
{
    (void)state;
    struct input input = heard(CONTEXT_PLAY);
    wheel(&input, 3);
    assert_int_equal(input.action, DO_ZOOM_IN);
    assert_int_equal(input.times, 3);
    assert_false(input.held[DO_ZOOM_IN]);
    wheel(&input, -1);
    assert_int_equal(input.action, DO_ZOOM_OUT);
    assert_int_equal(input.times, 1);
}

static void a_fine_wheel_acts_once_for_a_whole_notch(void **state)
{
    (void)state;
    struct input input = heard(CONTEXT_PLAY);
    for (int i = 0; i < 3; i++) {
        wheel(&input, 0.25F);
        assert_int_equal(input.action, DO_NOTHING);
    }
    wheel(&input, 0.25F);
    assert_int_equal(input.action, DO_ZOOM_IN);
    wheel(&input, -0.5F);
    wheel(&input, 0.75F);
    assert_int_equal(input.action, DO_NOTHING);
}

static void sideways_the_wheel_does_nothing(void **state)
{
    (void)state;
    struct input input = heard(CONTEXT_PLAY);
    wheel(&input, 0);
    assert_false(input.has_press);
}

static void in_menus_the_wheel_scrolls(void **state)
{
    (void)state;
    struct input input = heard(CONTEXT_MENU);
    wheel(&input, -0.5F);
    assert_true(input.wheel == -0.5);
    assert_false(input.has_press);
}

static void who_captures_gets_buttons_and_the_wheel_as_they_are(void **state)
{
    (void)state;
    struct input input = heard(CONTEXT_MENU);
    input.is_capturing = true;
    button(&input, SDL_BUTTON_LEFT, true, 5, 5);
    assert_true(input.has_press && !input.clicked);
    assert_int_equal(input.chord.key, CHORD_MOUSE_LEFT);
    wheel(&input, 1);
    assert_int_equal(input.chord.key, CHORD_WHEEL_UP);
}

static void what_is_held_ends_with_the_focus(void **state)
{
    (void)state;
    struct input input = heard(CONTEXT_PLAY);
    SDL_Event event = {.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_FOCUS_LOST}};
    button(&input, SDL_BUTTON_RIGHT, true, 5, 5);
    input_event(&input, &event);
    assert_false(input.held[DO_DRAG]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(on_a_fine_screen_the_pointer_is_where_its_pixels_are),
        cmocka_unit_test(the_left_button_places_in_a_level),
        cmocka_unit_test(over_a_control_and_in_menus_it_is_the_pointers_own),
        cmocka_unit_test(a_button_that_is_held_holds_its_action),
        cmocka_unit_test(every_button_can_be_given_to_every_action),
        cmocka_unit_test(a_turn_of_the_wheel_counts_its_notches),
        cmocka_unit_test(a_fine_wheel_acts_once_for_a_whole_notch),
        cmocka_unit_test(sideways_the_wheel_does_nothing),
        cmocka_unit_test(in_menus_the_wheel_scrolls),
        cmocka_unit_test(who_captures_gets_buttons_and_the_wheel_as_they_are),
        cmocka_unit_test(what_is_held_ends_with_the_focus),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "play/ui.h"

#include "paint/assets.h"
#include "play/canvas_inside.h"
#include "play/speaker.h"
#include "support/test.h"

#include <math.h>
#include <string.h>

/* Controls on a painter without a window; devices are fed with events as the application feeds them. */
struct bench_of_controls {
    struct painter *painter;
    struct canvas canvas;
    struct input input;
    struct ui ui;
};

static int setup(void **state)
{
    static struct bench_of_controls bench;
    static struct text assets;
    struct error error;
    assert_true(assets_find("assets", &assets, &error));
    struct paint_settings settings = {.driver = "software",
                                      .path = PATH_COPY,
                                      .width_px = 400,
                                      .height_px = 300,
                                      .is_windowless = true,
                                      .assets = assets.bytes};
    memset(&bench, 0, sizeof bench);
    bench.painter = painter_open(&settings, &error);
    assert_non_null(bench.painter);
    assert_true(canvas_open(&bench.canvas, assets.bytes, &error));
    canvas_attach(&bench.canvas, bench.painter);
    text_free(&assets);
    bench.input.pixels_per_unit = 1;
    bindings_default(&bench.input.bindings);
    bench.input.context = CONTEXT_MENU;
    ui_start(&bench.ui);
    *state = &bench;
    return 0;
}

static int teardown(void **state)
{
    struct bench_of_controls *bench = *state;
    canvas_attach(&bench->canvas, NULL);
    canvas_close(&bench->canvas);
    painter_close(bench->painter);
    return 0;
}

static void begin(struct bench_of_controls *bench)
{
    canvas_begin(&bench->canvas, 1);
    ui_begin(&bench->ui, &bench->canvas, &bench->input, true);
}

static void end(struct bench_of_controls *bench)
{
    ui_end(&bench->ui);
    canvas_end(&bench->canvas);
    input_begin_pass(&bench->input);
}

/* Three buttons below each other; returns the bits of those that were used. */
static int pass(struct bench_of_controls *bench)
{
    int used = 0;
    begin(bench);
    for (int i = 0; i < 3; i++) {
        used |= ui_button(&bench->ui, (struct box){20, 20 + 60 * i, 100, 40}, "Button") ? 1 << i : 0;
    }
    end(bench);
    return used;
}

static void key(struct bench_of_controls *bench, SDL_Keycode code)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = code}}};
    input_event(&bench->input, &event);
}

static void mouse(struct bench_of_controls *bench, Uint32 type, int x, int y)
{
    SDL_Event event = {.type = type};
    if (type == SDL_MOUSEMOTION) {
        event.motion.x = x;
        event.motion.y = y;
    } else {
        event.button.button = SDL_BUTTON_LEFT;
        event.button.x = x;
        event.button.y = y;
    }
    input_event(&bench->input, &event);
}

static void keys_move_the_focus_and_use_what_has_it(void **state)
{
    struct bench_of_controls *bench = *state;
    pass(bench);
    assert_int_equal(bench->ui.focus, 0);
    key(bench, SDLK_DOWN);
    assert_int_equal(pass(bench), 0);
    assert_int_equal(bench->ui.focus, 1);
    key(bench, SDLK_RETURN);
    assert_int_equal(pass(bench), 2);
    assert_int_equal(pass(bench), 0);
}

static void the_focus_goes_round(void **state)
{
    struct bench_of_controls *bench = *state;
    pass(bench);
    key(bench, SDLK_UP);
    pass(bench);
    assert_int_equal(bench->ui.focus, 2);
    key(bench, SDLK_DOWN);
    pass(bench);
    assert_int_equal(bench->ui.focus, 0);
}

static void a_controller_does_the_same(void **state)
{
    struct bench_of_controls *bench = *state;
    pass(bench);
    SDL_Event down = {
        .cbutton = {.type = SDL_CONTROLLERBUTTONDOWN, .button = SDL_CONTROLLER_BUTTON_DPAD_DOWN}};
    SDL_Event accept = {.cbutton = {.type = SDL_CONTROLLERBUTTONDOWN, .button = SDL_CONTROLLER_BUTTON_A}};
    input_event(&bench->input, &down);
    pass(bench);
    input_event(&bench->input, &accept);
    assert_int_equal(pass(bench), 2);
}

static void the_pointer_takes_the_focus_along(void **state)
{
    struct bench_of_controls *bench = *state;
    pass(bench);
    mouse(bench, SDL_MOUSEMOTION, 60, 160);
    pass(bench);
    assert_int_equal(bench->ui.focus, 2);
    assert_true(ui_covers(&bench->ui, 60, 160));
    mouse(bench, SDL_MOUSEMOTION, 300, 160);
    pass(bench);
    assert_int_equal(bench->ui.focus, 2);
    assert_false(ui_covers(&bench->ui, 300, 160));
}

static void a_click_uses_on_release(void **state)
{
    struct bench_of_controls *bench = *state;
    pass(bench);
    mouse(bench, SDL_MOUSEBUTTONDOWN, 60, 100);
    assert_int_equal(pass(bench), 0);
    mouse(bench, SDL_MOUSEBUTTONUP, 60, 100);
    assert_int_equal(pass(bench), 2);
}

static void a_press_that_slides_off_uses_nothing(void **state)
{
    struct bench_of_controls *bench = *state;
    pass(bench);
    mouse(bench, SDL_MOUSEBUTTONDOWN, 60, 100);
    pass(bench);
    mouse(bench, SDL_MOUSEMOTION, 60, 160);
    pass(bench);
    mouse(bench, SDL_MOUSEBUTTONUP, 60, 160);
    assert_int_equal(pass(bench), 0);
}

static double slider_pass(struct bench_of_controls *bench, double value)
{
    begin(bench);
    ui_slider(&bench->ui, (struct box){0, 0, 400, 40}, "Loud", &value, 0, 100, 5, "");
    end(bench);
    return value;
}

static void a_slider_follows_keys_and_pointer_and_keeps_its_bounds(void **state)
{
    struct bench_of_controls *bench = *state;
    double value = slider_pass(bench, 95);
    key(bench, SDLK_RIGHT);
    value = slider_pass(bench, value);
    assert_true(value == 100);
    key(bench, SDLK_RIGHT);
    value = slider_pass(bench, value);
    assert_true(value == 100);
    key(bench, SDLK_LEFT);
    value = slider_pass(bench, value);
    assert_true(value == 95);
    mouse(bench, SDL_MOUSEBUTTONDOWN, 184, 20);
    value = slider_pass(bench, value);
    assert_true(value == 0);
    mouse(bench, SDL_MOUSEMOTION, 399, 20);
    value = slider_pass(bench, value);
    assert_true(value == 100);
}

static int choice_pass(struct bench_of_controls *bench)
{
    begin(bench);
    int change = ui_choice(&bench->ui, (struct box){0, 0, 400, 40}, "What", "this");
    end(bench);
    return change;
}

static void a_choice_goes_both_ways(void **state)
{
    struct bench_of_controls *bench = *state;
    choice_pass(bench);
    key(bench, SDLK_RIGHT);
    assert_int_equal(choice_pass(bench), 1);
    key(bench, SDLK_LEFT);
    assert_int_equal(choice_pass(bench), -1);
    mouse(bench, SDL_MOUSEBUTTONDOWN, 190, 20);
    choice_pass(bench);
    mouse(bench, SDL_MOUSEBUTTONUP, 190, 20);
    assert_int_equal(choice_pass(bench), -1);
}

static void list_pass(struct bench_of_controls *bench, double *scroll)
{
    begin(bench);
    ui_list_begin(&bench->ui, (struct box){0, 0, 200, 100}, 20 * 50, scroll);
    for (int i = 0; i < 20; i++) {
        ui_button(&bench->ui, (struct box){0, 50.0 * i, 200, 40}, "Row");
    }
    ui_list_end(&bench->ui);
    end(bench);
}

static void a_list_scrolls_to_the_focus(void **state)
{
    struct bench_of_controls *bench = *state;
    double scroll = 0;
    list_pass(bench, &scroll);
    for (int i = 0; i < 5; i++) {
        key(bench, SDLK_DOWN);
        list_pass(bench, &scroll);
    }
    assert_int_equal(bench->ui.focus, 5);
    assert_true(scroll >= 5 * 50 + 40 - 100 && scroll <= 5 * 50);
}

static void a_list_scrolls_by_the_wheel_and_not_beyond_its_ends(void **state)
{
    struct bench_of_controls *bench = *state;
    double scroll = 0;
    list_pass(bench, &scroll);
    mouse(bench, SDL_MOUSEMOTION, 50, 50);
    bench->input.wheel = 3;
    list_pass(bench, &scroll);
    assert_true(scroll == 0);
    mouse(bench, SDL_MOUSEMOTION, 50, 50);
    bench->input.wheel = -100;
    list_pass(bench, &scroll);
    assert_true(scroll == bench->ui.scroll_max);
    assert_true(scroll >= 20 * 50 - 100 && scroll < 20 * 50 - 80);
}

/* The ring around an item is five points wide. */
static void the_ring_of_the_focus_is_never_cut_off_by_its_list(void **state)
{
    struct bench_of_controls *bench = *state;
    double scroll = 0;
    list_pass(bench, &scroll);
    for (int i = 0; i < 25; i++) {
        key(bench, SDLK_DOWN);
        list_pass(bench, &scroll);
        struct box box = bench->ui.items[bench->ui.focus].box;
        assert_true(bench->ui.focus == 0 || box.y >= 5);
        assert_true(box.y + box.h + 5 <= 100);
    }
}

static void keys_and_pad_are_heard_as_clicks_are(void **state)
{
    struct bench_of_controls *bench = *state;
    pass(bench);
    assert_false(bench->ui.clicks);
    key(bench, SDLK_DOWN);
    pass(bench);
    assert_true(bench->ui.clicks);
    key(bench, SDLK_RETURN);
    pass(bench);
    assert_true(bench->ui.clicks);
    mouse(bench, SDL_MOUSEBUTTONDOWN, 50, 40);
    pass(bench);
    assert_true(bench->ui.clicks);
    mouse(bench, SDL_MOUSEBUTTONUP, 50, 40);
    pass(bench);
    mouse(bench, SDL_MOUSEBUTTONDOWN, 300, 250);
    pass(bench);
    assert_false(bench->ui.clicks);
    /* In play, keys that stand for buttons of the screen are; those that are held, or have a sound, are not.
     */
    assert_true(speaker_is_button(DO_PAUSE) && speaker_is_button(DO_ABILITY_1) && speaker_is_button(DO_BACK));
    assert_false(speaker_is_button(DO_PLACE) || speaker_is_button(DO_REWIND) ||
                 speaker_is_button(DO_NOTHING));
}

static double linear(Uint8 part)
{
    double value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* WCAG 2.1, relative luminance. */
static double luminance(enum ink ink)
{
    SDL_Color colour = canvas_colour(ink);
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

static void every_letter_can_be_read_on_every_paper(void **state)
{
    (void)state;
    static const enum ink letters[] = {INK_INK, INK_FAINT, INK_ACCENT, INK_GOOD, INK_BAD};
    static const enum ink papers[] = {INK_PAPER, INK_PAPER_SHADE, INK_SQUARES};
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
        for (size_t j = 0; j < sizeof papers / sizeof papers[0]; j++) {
            double contrast = (luminance(papers[j]) + 0.05) / (luminance(letters[i]) + 0.05);
            if (contrast < 4.5) {
                fail_msg("ink %d on paper %d: %.2f to 1", (int)letters[i], (int)papers[j], contrast);
            }
        }
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(keys_move_the_focus_and_use_what_has_it),
        TEST(the_focus_goes_round),
        TEST(a_controller_does_the_same),
        TEST(the_pointer_takes_the_focus_along),
        TEST(a_click_uses_on_release),
        TEST(a_press_that_slides_off_uses_nothing),
        TEST(a_slider_follows_keys_and_pointer_and_keeps_its_bounds),
        TEST(a_choice_goes_both_ways),
        TEST(a_list_scrolls_to_the_focus),
        TEST(a_list_scrolls_by_the_wheel_and_not_beyond_its_ends),
        TEST(the_ring_of_the_focus_is_never_cut_off_by_its_list),
        TEST(keys_and_pad_are_heard_as_clicks_are),
        TEST(every_letter_can_be_read_on_every_paper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The real painter on a display that nobody sees, and a clock that tells what a frame costs by what is in
 * force in the painter: so every effect is known to the last digit. */
#include "play/compare.h"

#include "frame/clock.h"
#include "paint/assets.h"
#include "support/test.h"

#include <math.h>
#include <string.h>

static const char *const level_path = "assets/levels/tutorial/02_A-little-spadework.rel";

enum { WIDTH_PX = 480, HEIGHT_PX = 360, FRAMES_MAX = 20000 };

struct bench {
    struct display display;
    struct view view;
    struct session session;
    struct compare compare;
    struct text assets;
    uint64_t now_ns;
    uint64_t tick_ns, dear_ns; /* between two looks at the clock; and so much more for the arm below */
    const char *dear_quality;  /* of scaling */
    const char *dear_path;
    bool is_dear_by_zoom;
};

static bool is_dear(const struct bench *bench)
{
    struct paint_state state = painter_state(bench->display.painter);
    return (bench->dear_quality != NULL && strcmp(state.scale_quality, bench->dear_quality) == 0) ||
           (bench->dear_path != NULL && strcmp(state.path, bench->dear_path) == 0);
}

static uint64_t tell_time(void *context)
{
    struct bench *bench = context;
    uint64_t tick_ns = bench->tick_ns + (is_dear(bench) ? bench->dear_ns : 0);
    bench->now_ns += bench->is_dear_by_zoom ? tick_ns * (uint64_t)bench->view.camera.zoom_px : tick_ns;
    return bench->now_ns;
}

static struct bench *open_bench(enum paint_path path)
{
    struct bench *bench = calloc(1, sizeof *bench);
    struct error error = {0};
    assert_non_null(bench);
    assert_true(assets_find("assets", &bench->assets, &error));
    struct paint_settings settings = {.driver = "software",
                                      .path = path,
                                      .width_px = WIDTH_PX,
                                      .height_px = HEIGHT_PX,
                                      .title = "test",
                                      .is_resizable = true,
                                      .assets = bench->assets.bytes};
    if (!display_open(&bench->display, &settings, &error)) {
        fail_msg("%s", error.text);
    }
    assert_true(session_open(&bench->session, level_path, &error));
    view_start(&bench->view, &bench->session, 40);
    bench->tick_ns = 1000000;
    clock_replace(tell_time, bench);
    return bench;
}

static void close_bench(struct bench *bench)
{
    clock_replace(NULL, NULL);
    compare_free(&bench->compare);
    session_close(&bench->session);
    view_free(&bench->view);
    display_close(&bench->display);
    text_free(&bench->assets);
    free(bench);
}

static void draw_frame(struct bench *bench, bool is_covered)
{
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) {
        painter_event(bench->display.painter, &event);
    }
    int width_px = 0;
    int height_px = 0;
    display_begin(&bench->display);
    display_size(&bench->display, &width_px, &height_px);
    view_set_area(&bench->view, (SDL_Rect){0, 0, width_px, height_px}, width_px, height_px);
    if (compare_is_running(&bench->compare)) {
        compare_level(&bench->compare, &bench->display, &bench->view, &bench->session, false, is_covered);
    }
    display_present(&bench->display);
}

static void press_f9(struct bench *bench)
{
    struct error error = {0};
    if (!compare_toggle(&bench->compare, &bench->display, 5, &error)) {
        fail_msg("%s", error.text);
    }
}

static void draw_until_over(struct bench *bench)
{
    for (int i = 0; compare_is_running(&bench->compare); i++) {
        assert_true(i < FRAMES_MAX);
        draw_frame(bench, false);
    }
}

static void press_switch(struct bench *bench, enum display_toggle toggle)
{
    struct compare_switch before = compare_before_switch(&bench->display, toggle);
    display_toggle(&bench->display, toggle, 1);
    assert_string_equal(bench->display.said, "");
    compare_note_switch(&bench->compare, before);
}

static void a_dearer_arm_is_found_to_the_last_digit(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_COPY);
    bench->dear_quality = "linear";
    bench->dear_ns = 200000;
    press_f9(bench);
    draw_until_over(bench);
    const struct judgement *judgement = &bench->compare.judgement;
    assert_int_equal(judgement->verdict, VERDICT_DIFFERENT);
    assert_int_equal(judgement->direction, DIRECTION_SLOWER);
    assert_int_equal(judgement->material, MATERIAL_YES);
    assert_int_equal(judgement->quads, TRIAL_QUADS_MIN);
    assert_true(fabs(judgement->effect - log(1.2)) < 1e-12);
    assert_true(fabs(judgement->low - log(1.2)) < 1e-12);
    assert_string_equal(bench->compare.reason, "");
    close_bench(bench);
}

static void equal_cost_of_unequal_pictures_is_equivalent(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_COPY);
    press_f9(bench);
    draw_until_over(bench);
    assert_int_equal(bench->compare.judgement.verdict, VERDICT_EQUIVALENT);
    assert_true(bench->compare.differing > 0.01);
    close_bench(bench);
}

static void a_setting_that_nothing_drawn_depends_on_is_unreached(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_BLIT);
    press_f9(bench);
    draw_until_over(bench);
    assert_int_equal(bench->compare.judgement.verdict, VERDICT_UNREACHED);
    assert_true(bench->compare.differing <= 0);
    close_bench(bench);
}

static void both_arms_are_read_back(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_COPY);
    press_f9(bench);
    assert_string_equal(bench->compare.arms[0].in_force, "nearest");
    assert_string_equal(bench->compare.arms[1].in_force, "linear");
    assert_true(bench->compare.arms[0].is_read_back && bench->compare.arms[1].is_read_back);
    close_bench(bench);
}

static void without_a_switch_nothing_of_the_players_is_changed(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_COPY);
    struct paint_state before = painter_state(bench->display.painter);
    struct hint_values hints = bench->display.settings.hints;
    press_f9(bench);
    for (int i = 0; i < 40; i++) {
        draw_frame(bench, false);
        assert_memory_equal(&bench->display.settings.hints, &hints, sizeof hints);
    }
    press_f9(bench);
    assert_string_equal(painter_state(bench->display.painter).scale_quality, before.scale_quality);
    close_bench(bench);
}

static void the_last_switch_is_tested_against_the_one_before(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_COPY);
    press_switch(bench, TOGGLE_SCALE_QUALITY); /* nearest to linear */
    press_switch(bench, TOGGLE_SCALE_QUALITY); /* linear to best */
    press_f9(bench);
    assert_string_equal(bench->compare.arms[0].in_force, "linear");
    assert_string_equal(bench->compare.arms[1].in_force, "best");
    press_f9(bench);
    press_f9(bench);
    press_switch(bench, TOGGLE_BLEND);
    press_f9(bench);
    assert_string_equal(compare_what(&bench->compare), "blend");
    assert_string_not_equal(bench->compare.arms[0].in_force, bench->compare.arms[1].in_force);
    assert_string_equal(bench->compare.arms[1].in_force, painter_state(bench->display.painter).blend);
    close_bench(bench);
}

static void draw_paths_can_be_tested(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_CACHED);
    press_switch(bench, TOGGLE_PATH); /* cached to blit */
    bench->dear_path = "cached";
    bench->dear_ns = 1000000;
    press_f9(bench);
    draw_until_over(bench);
    assert_string_equal(bench->compare.arms[0].in_force, "cached");
    assert_string_equal(bench->compare.arms[1].in_force, "blit");
    assert_int_equal(bench->compare.judgement.direction, DIRECTION_FASTER);
    assert_true(fabs(bench->compare.judgement.effect + log(2)) < 1e-12);
    assert_string_equal(painter_state(bench->display.painter).path, "blit");
    close_bench(bench);
}

static void a_driver_cannot_be_flipped(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_COPY);
    struct error error = {0};
    compare_note_switch(&bench->compare, compare_before_switch(&bench->display, TOGGLE_DRIVER));
    assert_false(compare_toggle(&bench->compare, &bench->display, 5, &error));
    assert_non_null(strstr(error.text, "another window"));
    assert_int_equal(bench->compare.phase, COMPARE_OFF);
    close_bench(bench);
}

/* SDL's texture mode overrules the hint, so both values come to the same. */
static void what_cannot_be_put_in_force_is_refused(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_COPY);
    struct error error = {0};
    assert_true(hint_values_set(&bench->display.settings.hints, "texture-scale-mode", "nearest", &error));
    assert_true(painter_change(bench->display.painter, PATH_COPY, &bench->display.settings.hints, &error));
    assert_false(compare_toggle(&bench->compare, &bench->display, 5, &error));
    assert_non_null(strstr(error.text, "are the same here"));
    close_bench(bench);
}

/* Frames at another zoom cost otherwise; no quad mixes the two, so every effect stays exact. */
static void a_quad_in_which_the_zoom_changed_is_given_up(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_COPY);
    bench->dear_quality = "linear";
    bench->dear_ns = 200000;
    bench->is_dear_by_zoom = true;
    press_f9(bench);
    for (int i = 0; compare_is_running(&bench->compare); i++) {
        assert_true(i < FRAMES_MAX);
        if (i % 19 == 18 && i < 400) {
            view_zoom_middle(&bench->view, bench->view.camera.zoom_px == 40 ? 50 : 40);
        }
        draw_frame(bench, false);
    }
    const struct effects *effects = &bench->compare.trial.effects;
    assert_true(bench->compare.given_up >= 5);
    assert_true(fabs(effects->sorted[0] - log(1.2)) < 1e-9);
    assert_true(fabs(effects->sorted[effects->count - 1] - log(1.2)) < 1e-9);
    assert_int_equal(bench->compare.zoom_min_px, 40);
    assert_int_equal(bench->compare.zoom_max_px, 50);
    close_bench(bench);
}

static void a_window_of_another_size_gives_up_the_quad(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_BLIT);
    press_f9(bench);
    while (bench->compare.quads < 2) {
        draw_frame(bench, false);
    }
    draw_frame(bench, false);
    draw_frame(bench, false);
    assert_int_equal(bench->compare.given_up, 0);
    SDL_SetWindowSize(painter_window(bench->display.painter), 400, 300);
    draw_frame(bench, false);
    assert_int_equal(bench->compare.given_up, 1);
    assert_int_equal(bench->compare.trial.slot.block, 0);
    draw_until_over(bench);
    assert_int_equal(bench->compare.judgement.verdict, VERDICT_UNREACHED);
    close_bench(bench);
}

static void nothing_is_measured_under_a_menu(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_COPY);
    press_f9(bench);
    while (bench->compare.quads < 2) {
        draw_frame(bench, false);
    }
    int quads = bench->compare.quads;
    for (int i = 0; i < 200; i++) {
        draw_frame(bench, true);
    }
    assert_int_equal(bench->compare.quads, quads);
    draw_until_over(bench);
    assert_true(bench->compare.quads >= TRIAL_QUADS_MIN);
    close_bench(bench);
}

static void quads_on_a_picture_that_stands_still_are_counted_as_such(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_COPY);
    press_f9(bench);
    while (bench->compare.quads < 3) {
        draw_frame(bench, false);
    }
    bench->session.is_paused = true;
    draw_until_over(bench);
    assert_int_equal(bench->compare.still_quads, bench->compare.quads - 3);
    close_bench(bench);
}

static void f9_starts_stops_and_puts_away(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_COPY);
    press_f9(bench);
    for (int i = 0; i < 30; i++) {
        draw_frame(bench, false);
    }
    press_f9(bench);
    assert_int_equal(bench->compare.phase, COMPARE_OVER);
    assert_int_equal(bench->compare.judgement.verdict, VERDICT_UNDECIDED);
    assert_string_equal(bench->compare.reason, "stopped");
    press_f9(bench);
    assert_int_equal(bench->compare.phase, COMPARE_OFF);
    close_bench(bench);
}

static void what_is_not_decided_in_two_minutes_stays_so(void **state)
{
    (void)state;
    struct bench *bench = open_bench(PATH_COPY);
    bench->tick_ns = 30000000;
    bench->dear_ns = 9000000;
    press_f9(bench);
    for (int i = 0; compare_is_running(&bench->compare); i++) {
        assert_true(i < FRAMES_MAX);
        bench->dear_quality =
            bench->compare.quads % 2 == 0 ? "linear" : "nearest"; /* now one, now the other */
        draw_frame(bench, false);
    }
    assert_string_equal(bench->compare.reason, "two minutes are over");
    close_bench(bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dearer_arm_is_found_to_the_last_digit),
        cmocka_unit_test(equal_cost_of_unequal_pictures_is_equivalent),
        cmocka_unit_test(a_setting_that_nothing_drawn_depends_on_is_unreached),
        cmocka_unit_test(both_arms_are_read_back),
        cmocka_unit_test(without_a_switch_nothing_of_the_players_is_changed),
        cmocka_unit_test(the_last_switch_is_tested_against_the_one_before),
        cmocka_unit_test(draw_paths_can_be_tested),
        cmocka_unit_test(a_driver_cannot_be_flipped),
        cmocka_unit_test(what_cannot_be_put_in_force_is_refused),
        cmocka_unit_test(a_quad_in_which_the_zoom_changed_is_given_up),
        cmocka_unit_test(a_window_of_another_size_gives_up_the_quad),
        cmocka_unit_test(nothing_is_measured_under_a_menu),
        cmocka_unit_test(quads_on_a_picture_that_stands_still_are_counted_as_such),
        cmocka_unit_test(f9_starts_stops_and_puts_away),
        cmocka_unit_test(what_is_not_decided_in_two_minutes_stays_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

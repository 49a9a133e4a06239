/* Path blit works on what the last frame left on the target: these tests put something in the way. */
#include "paint/sample.h"

enum { PIXELS = 640 * 400, ZOOM_PX = 32 };

struct set {
    struct scene scene;
    struct camera camera;
    struct painter *painter;
    uint32_t *pixels;
};

static bool set_open(struct set *set, const char *driver)
{
    struct paint_settings settings = sample_settings(driver, PATH_BLIT);
    *set = (struct set){.camera = sample_camera(ZOOM_PX, 640, 400), .painter = sample_open(&settings)};
    if (set->painter == NULL) {
        return false;
    }
    sample_scene(&set->scene, 0);
    set->pixels = memory_get_array(PIXELS, sizeof *set->pixels);
    painter_settle(set->painter, &set->scene, &set->camera);
    return true;
}

static void set_close(struct set *set)
{
    memory_free(set->pixels);
    memory_free(set->scene.items);
    painter_close(set->painter);
}

/* What is seen now must be what a painter that was opened just now draws. */
static void assert_as_if_new(struct set *set)
{
    struct paint_settings settings = sample_settings(painter_state(set->painter).driver, PATH_BLIT);
    struct painter *fresh = sample_open(&settings);
    uint32_t *expected = sample_draw(fresh, &set->scene, &set->camera);
    painter_finish(set->painter);
    assert_true(painter_read(set->painter, set->pixels, NULL));
    assert_memory_equal(expected, set->pixels, PIXELS * sizeof *expected);
    memory_free(expected);
    painter_close(fresh);
}

static void draw_panel(struct painter *painter, const SDL_Rect *where)
{
    SDL_Renderer *renderer = painter_renderer(painter);
    SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(renderer, 20, 200, 60, 128);
    SDL_RenderFillRect(renderer, where);
    painter_drawn_over(painter, where);
    painter_finish(painter);
}

static void what_was_drawn_over_is_put_right(void **state)
{
    (void)state;
    static const char *const drivers[] = {"software", "opengl", "opengles2"};
    for (int d = 0; d < 3; d++) {
        struct set set;
        if (!set_open(&set, drivers[d])) {
            continue;
        }
        const SDL_Rect panels[] = {{0, 0, 640, 40}, {100, 90, 77, 55}, {600, 380, 300, 300}};
        for (int frame = 0; frame < 20; frame++) {
            set.camera.x_px += frame % 3;
            set.camera.y_px -= frame % 2;
            sample_scene(&set.scene, 40 * (frame / 2));
            painter_draw(set.painter, &set.scene, &set.camera);
            if (frame % 5 == 4) {
                assert_as_if_new(&set);
            }
            draw_panel(set.painter, &panels[frame % 3]);
            draw_panel(set.painter, &panels[0]);
            painter_present(set.painter);
        }
        set_close(&set);
    }
}

static void being_drawn_over_anywhere_is_put_right_too(void **state)
{
    (void)state;
    struct set set;
    assert_true(set_open(&set, "software"));
    draw_panel(set.painter, &(SDL_Rect){50, 50, 200, 200});
    painter_drawn_over(set.painter, NULL);
    painter_draw(set.painter, &set.scene, &set.camera);
    assert_as_if_new(&set);
    set_close(&set);
}

static void the_tint_over_what_was_painted_goes_away_again(void **state)
{
    (void)state;
    struct set set;
    assert_true(set_open(&set, "software"));
    painter_show_redrawn(set.painter, true);
    sample_scene(&set.scene, 300);
    painter_draw(set.painter, &set.scene, &set.camera);
    painter_finish(set.painter);
    assert_true(painter_read(set.painter, set.pixels, NULL));
    int tinted = 0;
    painter_show_redrawn(set.painter, false);
    painter_draw(set.painter, &set.scene, &set.camera);
    painter_finish(set.painter);
    uint32_t *plain = memory_get_array(PIXELS, sizeof *plain);
    assert_true(painter_read(set.painter, plain, NULL));
    for (int i = 0; i < PIXELS; i++) {
        tinted += plain[i] != set.pixels[i];
    }
    assert_in_range(tinted, 1000, PIXELS / 2); /* the arrows, and not the whole page */
    memory_free(plain);
    assert_as_if_new(&set);
    set_close(&set);
}

static void a_frame_like_the_last_paints_nothing(void **state)
{
    (void)state;
    struct set set;
    assert_true(set_open(&set, "software"));
    painter_draw(set.painter, &set.scene, &set.camera);
    assert_int_equal(painter_state(set.painter).draw_calls, 0);
    painter_finish(set.painter);
    assert_as_if_new(&set);
    set_close(&set);
}

static void a_window_of_another_size_is_painted_whole(void **state)
{
    (void)state;
    struct set set;
    assert_true(set_open(&set, "software"));
    SDL_Window *window = painter_window(set.painter);
    SDL_SetWindowSize(window, 500, 300);
    SDL_SetWindowSize(window, 640, 400);
    SDL_Event event;
    while (SDL_PollEvent(&event) == 1) {
        painter_event(set.painter, &event);
    }
    painter_draw(set.painter, &set.scene, &set.camera);
    assert_as_if_new(&set);
    set_close(&set);
}

int main(void)
{
    sample_start_offscreen();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_drawn_over_is_put_right),
        cmocka_unit_test(being_drawn_over_anywhere_is_put_right_too),
        cmocka_unit_test(the_tint_over_what_was_painted_goes_away_again),
        cmocka_unit_test(a_frame_like_the_last_paints_nothing),
        cmocka_unit_test(a_window_of_another_size_is_painted_whole),
    };
    return cmocka_run_group_tests_name("path_blit", tests, NULL, NULL);
}

/* The window, closed and opened anew; and when its pictures are shown. */
#include "play/display.h"

#include "paint/assets.h"
#include "support/fake_clock.h"
#include "support/scratch.h"
#include "support/test.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static struct text assets;

static int find_assets(void **state)
{
    (void)state;
    return assets_find("assets", &assets, NULL) ? 0 : -1;
}

static int free_assets(void **state)
{
    (void)state;
    text_free(&assets);
    return 0;
}

static void open_small(struct display *display)
{
    struct error error = {0};
    struct paint_settings settings = {.driver = "software",
                                      .path = PATH_BLIT,
                                      .width_px = 320,
                                      .height_px = 240,
                                      .title = "test",
                                      .assets = assets.bytes};
    if (!display_open(display, &settings, &error)) {
        fail_msg("%s", error.text);
    }
}

/* If SDL's video were given back in between, all windows of this process would be gone, and the new one might
 * be opened where nobody sees it. */
static void another_window_never_gives_up_the_desktop_in_between(void **state)
{
    (void)state;
    struct display display;
    open_small(&display);
    SDL_Window *other = SDL_CreateWindow("other", 0, 0, 32, 32, SDL_WINDOW_HIDDEN);
    assert_non_null(other);
    Uint32 id = SDL_GetWindowID(other);
    for (int i = 0; i < 3; i++) {
        display_use_driver(&display, "software");
        assert_ptr_equal(SDL_GetWindowFromID(id), other);
    }
    SDL_DestroyWindow(other);
    display_close(&display);
    assert_int_equal(SDL_WasInit(SDL_INIT_VIDEO), 0);
}

/* One frame that is drawn in that time. */
static void show(struct display *display, uint64_t drawing_ns)
{
    display_wait(display);
    fake_now_ns += display->waited_ns;
    display_begin(display);
    fake_now_ns += drawing_ns;
    display_present(display);
    fake_now_ns += display->held_ns;
}

static void pictures_come_at_the_same_distance_however_long_each_is_drawn(void **state)
{
    (void)state;
    struct display display;
    open_small(&display);
    uint64_t then_ns = 0;
    for (int i = 0; i < 200; i++) {
        show(&display, UINT64_C(1000000) + (uint64_t)(i * 37 % 20) * 100000);
        assert_true(i < 60 || fake_now_ns - then_ns == display.frame_ns);
        then_ns = fake_now_ns;
    }
    display_close(&display);
}

static void the_first_picture_after_a_rest_is_not_held_back(void **state)
{
    (void)state;
    struct display display;
    open_small(&display);
    show(&display, 1000000);
    display_wait(&display);
    fake_now_ns += 5 * display.frame_ns + 12345;
    display_rest(&display);
    display_begin(&display);
    display_present(&display);
    assert_int_equal(display.held_ns, 0);
    assert_int_equal(display.between_ms.count, 0);
    assert_int_equal(display.pacer.missed, 0);
    display_close(&display);
}

enum { NOT_ALLOWED = 77, POLITE = 5 };

static void put_first(void)
{
    if (setpriority(PRIO_PROCESS, 0, -1) != 0 || setpriority(PRIO_PROCESS, 0, 0) != 0) {
        _exit(NOT_ALLOWED);
    }
    display_put_first();
    _exit(getpriority(PRIO_PROCESS, 0) < 0 ? 0 : 1);
}

static void put_first_though_polite(void)
{
    if (getpriority(PRIO_PROCESS, 0) > POLITE && setpriority(PRIO_PROCESS, 0, POLITE) != 0) {
        _exit(NOT_ALLOWED);
    }
    setpriority(PRIO_PROCESS, 0, POLITE);
    display_put_first();
    _exit(getpriority(PRIO_PROCESS, 0) == POLITE ? 0 : 1);
}

static void assert_child_is_good(void (*work)(void))
{
    struct text said = {0};
    int status = scratch_child(work, &said);
    text_free(&said);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == NOT_ALLOWED) {
        skip();
    }
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void frames_come_before_other_work_where_that_is_allowed(void **state)
{
    (void)state;
    assert_child_is_good(put_first);
}

static void who_starts_it_with_less_haste_gets_that(void **state)
{
    (void)state;
    assert_child_is_good(put_first_though_polite);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frames_come_before_other_work_where_that_is_allowed),
        cmocka_unit_test(who_starts_it_with_less_haste_gets_that),
        cmocka_unit_test(another_window_never_gives_up_the_desktop_in_between),
        cmocka_unit_test_setup_teardown(pictures_come_at_the_same_distance_however_long_each_is_drawn,
                                        use_fake_clock, use_real_clock),
        cmocka_unit_test_setup_teardown(the_first_picture_after_a_rest_is_not_held_back, use_fake_clock,
                                        use_real_clock),
    };
    return cmocka_run_group_tests(tests, find_assets, free_assets);
}

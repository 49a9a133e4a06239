/* The window, closed and opened anew. */
#include "play/display.h"

#include "paint/assets.h"
#include "support/test.h"

/* If SDL's video were given back in between, all windows of this process would be gone, and the new one might
 * be opened where nobody sees it. */
static void another_window_never_gives_up_the_desktop_in_between(void **state)
{
    (void)state;
    struct display display;
    struct text assets = {0};
    struct error error = {0};
    assert_true(assets_find("assets", &assets, &error));
    struct paint_settings settings = {.driver = "software",
                                      .path = PATH_BLIT,
                                      .width_px = 320,
                                      .height_px = 240,
                                      .title = "test",
                                      .assets = assets.bytes};
    if (!display_open(&display, &settings, &error)) {
        fail_msg("%s", error.text);
    }
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
    text_free(&assets);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_window_never_gives_up_the_desktop_in_between),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What is taken for a display where there is none. */
#include "paint/video.h"

#include "support/test.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int leave_the_desktop(void **state)
{
    static const char *const variables[] = {"SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET",
                                            "XDG_RUNTIME_DIR"};
    (void)state;
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        unsetenv(variables[i]);
    }
    return 0;
}

static bool stands_in(const char *driver)
{
    return strcmp(driver, "offscreen") == 0 || strcmp(driver, "dummy") == 0;
}

static void hidden_windows_do_without_a_desktop(void **state)
{
    (void)state;
    struct error error = {0};
    assert_true(video_start(true, &error));
    assert_true(stands_in(SDL_GetCurrentVideoDriver()));
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

static void no_desktop_is_found_out_without_a_word_of_any_library(void **state)
{
    (void)state;
    if (access("/dev/dri", F_OK) == 0) {
        print_message("there is a screen without a desktop here, which is left alone\n");
        skip();
    }
    FILE *heard = tmpfile();
    int kept = dup(STDERR_FILENO);
    struct error error = {0};
    assert_non_null(heard);
    dup2(fileno(heard), STDERR_FILENO);
    bool good = video_start(false, &error);
    dup2(kept, STDERR_FILENO);
    close(kept);
    assert_true(good);
    assert_true(stands_in(SDL_GetCurrentVideoDriver()));
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    assert_int_equal(lseek(fileno(heard), 0, SEEK_END), 0);
    fclose(heard);
}

static void what_is_asked_for_is_taken(void **state)
{
    (void)state;
    struct error error = {0};
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    assert_true(video_start(false, &error));
    assert_string_equal(SDL_GetCurrentVideoDriver(), "dummy");
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    setenv("SDL_VIDEODRIVER", "there-is-no-such-driver", 1);
    assert_false(video_start(false, &error));
    assert_string_equal(error.kind, "no-video");
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(hidden_windows_do_without_a_desktop, leave_the_desktop),
        cmocka_unit_test_setup(no_desktop_is_found_out_without_a_word_of_any_library, leave_the_desktop),
        cmocka_unit_test_setup(what_is_asked_for_is_taken, leave_the_desktop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

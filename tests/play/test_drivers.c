/* Which driver draws when nobody has chosen one. */
#include "play/drivers.h"

#include "paint/gl.h"
#include "support/test.h"

#include <SDL.h>
#include <stdlib.h>

static bool start(const char *video)
{
    setenv("SDL_VIDEODRIVER", video, 1);
    return SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
}

static void gl_comes_first_where_it_cannot_be_asked(void **state)
{
    (void)state;
    assert_true(start("dummy"));
    assert_ptr_equal(drivers_best_first(), drivers_names);
    assert_string_equal(drivers_names[0], "opengl");
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

/* With video and the GL library held until the end, so that the leak checker can tell what is the library's
 * own. */
static void the_processor_is_not_made_to_draw_with_gl(void **state)
{
    (void)state;
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    bool has_gl = start("offscreen") && SDL_GL_LoadLibrary(NULL) == 0;
    SDL_Window *window =
        has_gl ? SDL_CreateWindow("test", 0, 0, 16, 16, SDL_WINDOW_HIDDEN | SDL_WINDOW_OPENGL) : NULL;
    SDL_GLContext context = window != NULL ? SDL_GL_CreateContext(window) : NULL;
    if (context == NULL || !gl_is_software()) {
        print_message("there is no GL by the processor here\n");
        skip();
    }
    SDL_GL_DeleteContext(context);
    SDL_DestroyWindow(window);
    const char *const *best = drivers_best_first();
    assert_string_equal(best[0], "software");
    assert_string_equal(best[1], "opengl");
    assert_string_equal(best[2], "opengles2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gl_comes_first_where_it_cannot_be_asked),
        cmocka_unit_test(the_processor_is_not_made_to_draw_with_gl),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

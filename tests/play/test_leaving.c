/* How the game ends: its status, and the last picture. */
#include "base/file.h"
#include "play/player.h"

#include <unistd.h>

/* Won after step 4 by the first solution; the second one ends before. */
static const char level_text[] = ":num_rabbits=0\n:num_to_save=1\n:solution.1=until:WON\n:solution.2=1\n"
                                 "r  O\n####\n";

struct leaving {
    struct play_options options;
    struct error failure;
    enum status status;
};

static void close_window(void *context, struct app *app)
{
    (void)context;
    (void)app;
    SDL_Event quit = {.type = SDL_QUIT};
    SDL_PushEvent(&quit);
}

/* The time of the game, so that a frame does not last until the level is won where there is other work to do.
 */
static uint64_t now_ns;

static uint64_t tell_time(void *context)
{
    (void)context;
    return now_ns += 100000;
}

static void leave(void **state, struct leaving *leaving, app_observer *observer)
{
    struct text path = {0};
    struct text assets = {0};
    struct error error = {0};
    static struct app app;
    assert_true(file_write(scratch_path(state, "a.rel", &path), level_text, sizeof level_text - 1, &error));
    assert_true(assets_find("assets", &assets, &error));
    struct play_options *options = &leaving->options;
    options->path = PATH_BLIT;
    options->fullscreen = OPTION_UNSET;
    options->width_px = 320;
    options->height_px = 240;
    options->driver = "software";
    options->safe_mode = true;
    options->mute = true;
    options->speed = 16;
    options->level = path.bytes;
    clock_replace(tell_time, NULL);
    assert_true(app_open(&app, options, assets.bytes, &error));
    app.observer = observer;
    assert_true(app_open_level(&app, path.bytes, &error));
    assert_true(options->replay == 0 || session_watch(&app.session, options->replay, &error));
    screen_run_all(&app, SCREEN_PLAY);
    leaving->status = app.status;
    leaving->failure = app.failure;
    app_close(&app);
    clock_replace(NULL, NULL);
    text_free(&assets);
    text_free(&path);
}

static void a_level_that_is_won_ends_well(void **state)
{
    struct leaving leaving = {.options = {.replay = 1, .exit_when_done = true}};
    leave(state, &leaving, NULL);
    assert_int_equal(leaving.status, STATUS_GOOD);
}

static void frames_that_end_before_it_is_won_do_not_end_well(void **state)
{
    struct leaving leaving = {.options = {.replay = 1, .exit_when_done = true, .frames = 2}};
    leave(state, &leaving, NULL);
    assert_int_equal(leaving.status, STATUS_BAD);
    struct leaving looking = {.options = {.frames = 2}};
    leave(state, &looking, NULL);
    assert_int_equal(looking.status, STATUS_GOOD);
}

static void a_window_that_is_closed_before_it_is_won_does_not_end_well(void **state)
{
    struct leaving leaving = {.options = {.replay = 2, .exit_when_done = true}};
    leave(state, &leaving, close_window);
    assert_int_equal(leaving.status, STATUS_BAD);
}

static void the_last_picture_is_saved_whatever_ends_the_game(void **state)
{
    struct text path = {0};
    struct leaving won = {.options = {.replay = 1, .exit_when_done = true, .frames = 1000000}};
    won.options.screenshot = scratch_path(state, "last.png", &path);
    leave(state, &won, NULL);
    assert_int_equal(won.status, STATUS_GOOD);
    assert_int_equal(access(path.bytes, R_OK), 0);
    assert_int_equal(unlink(path.bytes), 0);
    struct leaving closed = {.options = {.frames = 1000000, .screenshot = path.bytes}};
    leave(state, &closed, close_window);
    assert_int_equal(access(path.bytes, R_OK), 0);
    assert_string_equal(closed.failure.kind, "");
    text_free(&path);
}

static void a_picture_that_cannot_be_saved_is_told(void **state)
{
    struct text path = {0};
    struct leaving leaving = {.options = {.frames = 2}};
    leaving.options.screenshot = scratch_path(state, "no/such/folder.png", &path);
    leave(state, &leaving, NULL);
    assert_int_equal(leaving.failure.status, STATUS_ENVIRONMENT);
    assert_string_not_equal(leaving.failure.text, "");
    text_free(&path);
}

/* A renderer takes its textures with it: they must not be destroyed once more. */
static void small_pictures_outlive_the_renderer_of_their_textures(void **state)
{
    (void)state;
    static const char *const levels[] = {"assets/levels/tutorial/01_Down-the-garden-path.rel"};
    struct thumbnails thumbnails;
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, 64, 64, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_Renderer *renderer = SDL_CreateSoftwareRenderer(surface);
    thumbnails_start(&thumbnails, "assets");
    assert_non_null(thumbnail_get(&thumbnails, renderer, 1, levels[0]));
    SDL_DestroyRenderer(renderer);
    SDL_ClearError();
    thumbnails_stop(&thumbnails, 2);
    assert_string_equal(SDL_GetError(), "");
    SDL_FreeSurface(surface);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_level_that_is_won_ends_well, player_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(frames_that_end_before_it_is_won_do_not_end_well, player_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_window_that_is_closed_before_it_is_won_does_not_end_well,
                                        player_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(the_last_picture_is_saved_whatever_ends_the_game, player_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_picture_that_cannot_be_saved_is_told, player_setup,
                                        scratch_teardown),
        cmocka_unit_test(small_pictures_outlive_the_renderer_of_their_textures),
    };
    return cmocka_run_group_tests_name("play/leaving", tests, NULL, NULL);
}

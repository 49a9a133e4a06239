/* What is in force when nobody has chosen anything yet, and that a choice is found again. */
#include "play/player.h"

static void open_app(struct app *app, struct play_options *options, struct text *assets)
{
    struct error error = {0};
    *options = (struct play_options){.path = OPTION_UNSET,
                                     .fullscreen = OPTION_UNSET,
                                     .width_px = 640,
                                     .height_px = 480,
                                     .driver = "software",
                                     .mute = true};
    assert_true(assets_find("assets", assets, &error));
    if (!app_open(app, options, assets->bytes, &error)) {
        fail_msg("%s", error.text);
    }
}

static void the_software_driver_draws_with_blit_until_a_path_is_chosen(void **state)
{
    (void)state;
    static struct app app;
    struct play_options options;
    struct text assets = {0};
    for (int i = 0; i < 2; i++) {
        open_app(&app, &options, &assets);
        assert_string_equal(painter_state(app.display.painter).path, "blit");
        assert_int_equal(app.preferences.path, PATH_BLIT);
        assert_false(app.preferences.is_path_chosen);
        app.preferences.ui_percent = 125 + 25 * i; /* something else is saved */
        keeping_pass(&app);
        app_close(&app);
    }
    open_app(&app, &options, &assets);
    assert_int_equal(app.preferences.ui_percent, 150);
    display_toggle(&app.display, TOGGLE_PATH, 1);
    assert_string_equal(painter_state(app.display.painter).path, "copy");
    keeping_pass(&app);
    app_close(&app);
    open_app(&app, &options, &assets);
    assert_string_equal(painter_state(app.display.painter).path, "copy");
    app_close(&app);
    text_free(&assets);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_software_driver_draws_with_blit_until_a_path_is_chosen,
                                        player_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The settings file: what is read, what is kept, and what a change of the display goes through. */
#include "base/file.h"
#include "play/session.h"
#include "play/settings.h"
#include "support/scratch.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define SECOND UINT64_C(1000000000)

/* One start of the game after another in the same folder. */
struct start {
    struct folders folders;
    struct keeper *keeper;
    struct settings settings;
    struct preferences preferences;
    struct error message;
    bool is_silent; /* there was nothing to tell */
};

static void begin(struct start *start, void **state, bool is_safe)
{
    *start = (struct start){.folders = {.paths = {[FOLDER_CONFIG] = *state}}, .keeper = keeper_create()};
    start->is_silent = settings_open(&start->settings, &start->folders, start->keeper, is_safe,
                                     &start->preferences, &start->message);
    settings_begin(&start->settings, &start->preferences);
}

static void end(struct start *start)
{
    settings_close(&start->settings, &start->preferences);
    keeper_destroy(start->keeper);
}

/* The program dies: what was handed over may be in the file, and nothing more. */
static void die(struct start *start)
{
    struct settings *settings = &start->settings;
    keeper_flush(start->keeper);
    settings->path[0] = '\0'; /* whatever closing writes goes nowhere */
    settings_close(settings, &start->preferences);
    keeper_destroy(start->keeper);
}

static void put_file(void **state, const char *text)
{
    struct text path = {0};
    struct error error;
    assert_true(file_write(scratch_path(state, "settings.json", &path), text, strlen(text), &error));
    text_free(&path);
}

static bool file_has(void **state, const char *name, const char *part)
{
    struct text path = {0};
    struct text text = {0};
    struct error error;
    bool found = file_read(scratch_path(state, name, &path), 1 << 20, &text, &error) && text.bytes != NULL &&
                 strstr(text.bytes, part) != NULL;
    text_free(&text);
    text_free(&path);
    return found;
}

static bool file_is_there(void **state, const char *name)
{
    struct text path = {0};
    bool found = access(scratch_path(state, name, &path), F_OK) == 0;
    text_free(&path);
    return found;
}

static void without_a_file_the_defaults_hold_and_none_is_made(void **state)
{
    struct start start;
    begin(&start, state, false);
    assert_true(start.is_silent);
    assert_int_equal(start.preferences.ui_percent, 100);
    end(&start);
    assert_false(file_is_there(state, "settings.json"));
}

static void every_setting_comes_back(void **state)
{
    struct start start;
    struct error error;
    begin(&start, state, false);
    struct preferences *preferences = &start.preferences;
    preferences->ui_percent = 175;
    preferences->reduced_motion = preferences->is_muted = preferences->shows_captions = true;
    preferences->pauses_unfocused = preferences->shows_ghosts = false;
    preferences->sound_percent = 7;
    preferences->music_percent = 0;
    preferences->control_percent = 100;
    preferences->speed = 5;
    preferences->has_place = preferences->is_maximised = preferences->is_fullscreen = true;
    preferences->x_px = -200;
    preferences->y_px = 31;
    preferences->width_px = 801;
    preferences->height_px = 601;
    preferences->path = PATH_BLIT;
    snprintf(preferences->driver, sizeof preferences->driver, "software");
    assert_true(hint_values_set(&preferences->hints, "scale-quality", "linear", &error));
    struct chord chord;
    assert_true(chord_read("Ctrl+J", &chord));
    bindings_set_key(&preferences->bindings, DO_PAUSE, 1, chord);
    bindings_set_pad(&preferences->bindings, DO_PAUSE, PAD_NONE);
    struct preferences before = *preferences;
    end(&start);
    begin(&start, state, false);
    assert_true(start.is_silent);
    assert_int_equal(start.preferences.ui_percent, 175);
    assert_true(start.preferences.reduced_motion && start.preferences.is_muted &&
                start.preferences.shows_captions);
    assert_false(start.preferences.pauses_unfocused || start.preferences.shows_ghosts);
    assert_true(start.preferences.shows_minimap);
    assert_int_equal(start.preferences.sound_percent, 7);
    assert_int_equal(start.preferences.music_percent, 0);
    assert_int_equal(start.preferences.control_percent, 100);
    assert_int_equal(start.preferences.speed, 5);
    assert_true(start.preferences.has_place && start.preferences.is_maximised &&
                start.preferences.is_fullscreen);
    assert_int_equal(start.preferences.x_px, -200);
    assert_int_equal(start.preferences.y_px, 31);
    assert_int_equal(start.preferences.width_px, 801);
    assert_int_equal(start.preferences.height_px, 601);
    assert_int_equal(start.preferences.path, PATH_BLIT);
    assert_string_equal(start.preferences.driver, "software");
    assert_string_equal(hint_values_get(&start.preferences.hints, HINT_SCALE_QUALITY), "linear");
    assert_int_equal(bindings_of_key(&start.preferences.bindings, CONTEXT_PLAY, chord), DO_PAUSE);
    assert_int_equal(start.preferences.bindings.pad[DO_PAUSE], PAD_NONE);
    assert_int_equal(start.preferences.bindings.keys[DO_STEP][0].key, before.bindings.keys[DO_STEP][0].key);
    end(&start);
}

static void what_nobody_knows_is_kept(void **state)
{
    struct start start;
    put_file(state, "{\"colour\": \"mauve\", \"speed\": 3, \"keys\": {\"dance\": [\"D\"]},\n"
                    " \"display\": {\"glow\": 3, \"hints\": {\"blur\": 1}}}");
    begin(&start, state, false);
    assert_true(start.is_silent);
    assert_int_equal(start.preferences.speed, 3);
    start.preferences.speed = 4;
    end(&start);
    assert_true(file_has(state, "settings.json", "mauve"));
    assert_true(file_has(state, "settings.json", "\"dance\""));
    assert_true(file_has(state, "settings.json", "\"glow\""));
    assert_true(file_has(state, "settings.json", "\"blur\""));
    assert_true(file_has(state, "settings.json", "\"speed\":\t4"));
}

static void a_damaged_file_is_set_aside_with_a_message(void **state)
{
    static const char *const damaged[] = {
        "", "{", "{\"speed\": 3", "[]", "null", "{\"speed\": 3} {}", "{]", "\"speed", "{\"speed\": 3}x"};
    for (size_t i = 0; i < sizeof damaged / sizeof damaged[0]; i++) {
        struct start start;
        struct text path = {0};
        put_file(state, damaged[i]);
        begin(&start, state, false);
        assert_false(start.is_silent);
        assert_non_null(strstr(start.message.text, "damaged"));
        assert_int_equal(start.preferences.speed, SESSION_SPEED_NORMAL);
        end(&start);
        assert_true(file_is_there(state, "settings.json.damaged"));
        unlink(scratch_path(state, "settings.json.damaged", &path));
        begin(&start, state, false);
        assert_string_equal(start.message.text, "");
        end(&start);
        text_free(&path);
    }
}

static void one_wrong_value_costs_no_other(void **state)
{
    static const char *const wrong[] = {
        "\"ui-percent\": 40",
        "\"ui-percent\": 100.5",
        "\"ui-percent\": \"100\"",
        "\"ui-percent\": 1e999",
        "\"muted\": 1",
        "\"keys\": {\"pause\": [\"No such key\"]}",
        "\"keys\": {\"pause\": [\"P\", \"Q\", \"R\", \"S\"]}",
        "\"keys\": []",
        "\"pad\": {\"pause\": \"nose\"}",
        "\"display\": {\"path\": \"scenic\"}",
        "\"display\": {\"driver\": \"a driver with a name that is too long for any driver\"}",
        "\"display\": {\"hints\": {\"scale-quality\": \"superb\"}}",
        "\"display\": 3",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct start start;
        struct text text = {0};
        text_format(&text, "{%s, \"speed\": 6, \"window-width\": 999}", wrong[i]);
        put_file(state, text.bytes);
        begin(&start, state, false);
        assert_false(start.is_silent);
        assert_int_equal(start.preferences.speed, 6);
        assert_int_equal(start.preferences.width_px, 999);
        assert_int_equal(start.preferences.ui_percent, 100);
        assert_false(start.preferences.is_muted);
        end(&start);
        begin(&start, state, false);
        assert_true(start.is_silent);
        assert_int_equal(start.preferences.speed, 6);
        end(&start);
        text_free(&text);
    }
}

/* Bytes of a file, changed one after the other or cut off: it is read or set aside, and never ends the
 * program. */
static void no_single_damage_stops_the_start(void **state)
{
    static const char whole[] = "{\"ui-percent\":125,\"keys\":{\"pause\":[\"P\",\"\"]},\"display\":"
                                "{\"path\":\"copy\",\"hints\":{\"scale-quality\":\"best\"}}}";
    for (size_t i = 0; i < 2 * (sizeof whole - 1); i++) {
        struct start start;
        struct text path = {0};
        char text[sizeof whole];
        memcpy(text, whole, sizeof whole);
        int flipped = text[i / 2] ^ (1 << (i / 2 % 7));
        text[i / 2] = (char)(i % 2 == 0 ? 0 : flipped);
        put_file(state, text);
        begin(&start, state, false);
        int percent = start.preferences.ui_percent;
        assert_true(percent >= UI_PERCENT_MIN && percent <= UI_PERCENT_MAX);
        end(&start);
        unlink(scratch_path(state, "settings.json.damaged", &path));
        text_free(&path);
    }
}

static void the_command_line_is_no_change(void **state)
{
    struct start start;
    put_file(state, "{\"muted\": false, \"speed\": 1}");
    begin(&start, state, false);
    start.preferences.is_muted = true;
    start.preferences.is_fullscreen = true;
    settings_begin(&start.settings, &start.preferences);
    start.preferences.speed = 2;
    end(&start);
    begin(&start, state, false);
    assert_false(start.preferences.is_muted);
    assert_false(start.preferences.is_fullscreen);
    assert_int_equal(start.preferences.speed, 2);
    end(&start);
}

static void a_safe_start_leaves_the_file_alone_until_something_is_changed(void **state)
{
    struct start start;
    put_file(state, "{\"speed\": 0, \"display\": {\"driver\": \"broken\"}}");
    begin(&start, state, true);
    assert_int_equal(start.preferences.speed, SESSION_SPEED_NORMAL);
    assert_string_equal(start.preferences.driver, "");
    end(&start);
    assert_true(file_has(state, "settings.json", "broken"));
    begin(&start, state, true);
    start.preferences.ui_percent = 150;
    end(&start);
    assert_false(file_has(state, "settings.json", "broken"));
    assert_true(file_has(state, "settings.json.damaged", "broken"));
    begin(&start, state, false);
    assert_int_equal(start.preferences.ui_percent, 150);
    end(&start);
}

static void changes_are_written_soon_without_an_end(void **state)
{
    struct start start;
    begin(&start, state, false);
    start.preferences.speed = 6;
    settings_keep(&start.settings, &start.preferences, SECOND);
    start.preferences.speed = 5;
    settings_keep(&start.settings, &start.preferences, SECOND + SECOND / 10);
    keeper_flush(start.keeper);
    assert_true(file_has(state, "settings.json", "\"speed\":\t6"));
    settings_keep(&start.settings, &start.preferences, SECOND + SECOND / 2);
    die(&start);
    begin(&start, state, false);
    assert_int_equal(start.preferences.speed, 5);
    end(&start);
}

static void try_driver(struct start *start, const char *driver, uint64_t now_ns)
{
    snprintf(start->preferences.driver, sizeof start->preferences.driver, "%s", driver);
    settings_keep(&start->settings, &start->preferences, now_ns);
}

static void a_change_of_the_display_that_kills_the_program_is_taken_back(void **state)
{
    struct start start;
    begin(&start, state, false);
    try_driver(&start, "good", SECOND);
    settings_keep(&start.settings, &start.preferences, 13 * SECOND);
    try_driver(&start, "deadly", 13 * SECOND);
    start.preferences.speed = 6;
    settings_keep(&start.settings, &start.preferences, 14 * SECOND);
    die(&start);
    begin(&start, state, false);
    assert_false(start.is_silent);
    assert_string_equal(start.preferences.driver, "good");
    assert_int_equal(start.preferences.speed, 6);
    die(&start);
    begin(&start, state, false);
    assert_true(start.is_silent);
    assert_string_equal(start.preferences.driver, "good");
    end(&start);
}

static void a_change_of_the_display_is_good_after_twelve_seconds(void **state)
{
    struct start start;
    begin(&start, state, false);
    try_driver(&start, "opengl", SECOND);
    settings_keep(&start.settings, &start.preferences, 13 * SECOND);
    settings_keep(&start.settings, &start.preferences, 14 * SECOND);
    die(&start);
    begin(&start, state, false);
    assert_true(start.is_silent);
    assert_string_equal(start.preferences.driver, "opengl");
    end(&start);
}

static void a_change_that_is_taken_back_is_no_trial(void **state)
{
    struct start start;
    begin(&start, state, false);
    try_driver(&start, "black", SECOND);
    try_driver(&start, "", 5 * SECOND);
    die(&start);
    begin(&start, state, false);
    assert_true(start.is_silent);
    assert_string_equal(start.preferences.driver, "");
    end(&start);
}

static void without_a_folder_nothing_is_kept(void **state)
{
    (void)state;
    struct folders folders = {0};
    struct keeper *keeper = keeper_create();
    struct settings settings;
    struct preferences preferences;
    struct error message = {0};
    assert_false(settings_open(&settings, &folders, keeper, false, &preferences, &message));
    assert_string_not_equal(message.text, "");
    preferences.speed = 0;
    settings_keep(&settings, &preferences, SECOND);
    settings_close(&settings, &preferences);
    keeper_flush(keeper);
    assert_false(keeper_failed(keeper, &message));
    keeper_destroy(keeper);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(without_a_file_the_defaults_hold_and_none_is_made),
        IN_SCRATCH(every_setting_comes_back),
        IN_SCRATCH(what_nobody_knows_is_kept),
        IN_SCRATCH(a_damaged_file_is_set_aside_with_a_message),
        IN_SCRATCH(one_wrong_value_costs_no_other),
        IN_SCRATCH(no_single_damage_stops_the_start),
        IN_SCRATCH(the_command_line_is_no_change),
        IN_SCRATCH(a_safe_start_leaves_the_file_alone_until_something_is_changed),
        IN_SCRATCH(changes_are_written_soon_without_an_end),
        IN_SCRATCH(a_change_of_the_display_that_kills_the_program_is_taken_back),
        IN_SCRATCH(a_change_of_the_display_is_good_after_twelve_seconds),
        IN_SCRATCH(a_change_that_is_taken_back_is_no_trial),
        cmocka_unit_test(without_a_folder_nothing_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

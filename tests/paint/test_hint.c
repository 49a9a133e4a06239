#include "paint/hint.h"

#include "base/file.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static void every_row_is_filled_in(void **state)
{
    (void)state;
    for (int i = 0; i < HINT_COUNT; i++) {
        const struct hint_info *info = hint_info((enum hint)i);
        assert_non_null(info->name);
        assert_non_null(info->sdl_name);
        assert_non_null(info->sdl_default);
        assert_non_null(info->how_set);
        assert_non_null(info->note);
        enum hint found;
        assert_true(hint_from_name(info->name, &found));
        assert_int_equal(found, i);
        assert_true(hint_from_name(info->sdl_name, &found));
        assert_int_equal(found, i);
    }
}

static void every_settable_row_has_values_and_a_control(void **state)
{
    (void)state;
    for (int i = 0; i < HINT_SETTABLE_COUNT; i++) {
        const struct hint_info *info = hint_info((enum hint)i);
        assert_non_null(info->values[1]);
        assert_true(info->positive != CONTROL_NONE || info->negative != CONTROL_NONE);
        assert_true(info->drivers != 0);
    }
}

static void a_value_is_set_and_taken_back_by_name(void **state)
{
    (void)state;
    struct hint_values values = {0};
    struct error error;
    assert_null(hint_values_get(&values, HINT_SCALE_QUALITY));
    assert_true(hint_values_set(&values, "scale-quality", "linear", &error));
    assert_string_equal(hint_values_get(&values, HINT_SCALE_QUALITY), "linear");
    assert_true(hint_values_set(&values, "SDL_RENDER_SCALE_QUALITY", "best", &error));
    assert_string_equal(hint_values_get(&values, HINT_SCALE_QUALITY), "best");
    assert_true(hint_values_set(&values, "scale-quality", "unset", &error));
    assert_null(hint_values_get(&values, HINT_SCALE_QUALITY));
}

static void unknown_names_and_values_are_wrong_usage(void **state)
{
    (void)state;
    struct hint_values values = {0};
    struct error error;
    assert_false(hint_values_set(&values, "scale", "linear", &error));
    assert_int_equal(error.status, STATUS_USAGE);
    assert_false(hint_values_set(&values, "scale-quality", "cubic", &error));
    assert_int_equal(error.status, STATUS_USAGE);
    assert_non_null(strstr(error.text, "nearest, linear, best"));
    assert_false(hint_values_set(&values, "mesa-driver", "softpipe", &error));
    assert_false(hint_values_preset(&values, "fast", &error));
    assert_int_equal(error.status, STATUS_USAGE);
    assert_null(hint_values_get(&values, HINT_SCALE_QUALITY));
}

/* The two presets of the story stand for all four of the hints it set, and differ in each. */
static void presets_cover_the_four_hints_of_the_story(void **state)
{
    (void)state;
    struct hint_values quality, speed, unset;
    assert_true(hint_values_preset(&quality, "quality", NULL));
    assert_true(hint_values_preset(&speed, "speed", NULL));
    assert_true(hint_values_preset(&unset, "unset", NULL));
    unsigned seen = 0;
    for (int i = 0; i < HINT_SETTABLE_COUNT; i++) {
        const struct hint_info *info = hint_info((enum hint)i);
        assert_int_equal(unset.choice[i], 0);
        assert_int_equal(quality.choice[i] != 0, info->java != JAVA_NONE);
        assert_int_equal(speed.choice[i] != 0, info->java != JAVA_NONE);
        if (info->java != JAVA_NONE) {
            assert_int_not_equal(quality.choice[i], speed.choice[i]);
            seen |= 1u << info->java;
        }
    }
    assert_int_equal(seen, 1u << JAVA_ANTIALIASING | 1u << JAVA_ALPHA_INTERPOLATION |
                               1u << JAVA_COLOR_RENDERING | 1u << JAVA_RENDERING);
}

static void paths_say_which_hints_they_can_honour(void **state)
{
    (void)state;
    assert_true(hint_is_honoured(HINT_SCALE_QUALITY, "software", PATH_COPY));
    assert_true(hint_is_honoured(HINT_SCALE_QUALITY, "opengl", PATH_GEOMETRY));
    assert_false(hint_is_honoured(HINT_SCALE_QUALITY, "opengl", PATH_CACHED));
    assert_false(hint_is_honoured(HINT_SCALE_QUALITY, "software", PATH_BLIT));
    assert_false(hint_is_honoured(HINT_MULTISAMPLE, "software", PATH_COPY));
    assert_true(hint_is_honoured(HINT_MULTISAMPLE, "opengl", PATH_COPY));
    assert_false(hint_is_honoured(HINT_SCALE_QUALITY, "metal", PATH_COPY));
    assert_false(hint_is_read_by(HINT_BATCHING, "software", false));
    assert_true(hint_is_read_by(HINT_SCALE_QUALITY, "software", false));
}

/* Where the compiler finds SDL's headers. */
static bool find_header(struct text *out)
{
    char folder[512] = "";
    FILE *pipe = popen("pkg-config --variable=includedir sdl2 2>/dev/null", "r");
    if (pipe != NULL) {
        if (fgets(folder, sizeof folder, pipe) == NULL) {
            folder[0] = '\0';
        }
        pclose(pipe);
    }
    folder[strcspn(folder, "\n")] = '\0';
    struct text path = {0};
    text_format(&path, "%s/SDL2/SDL_hints.h", folder[0] != '\0' ? folder : "/usr/include");
    bool found = file_read(path.bytes, 1 << 20, out, NULL);
    text_free(&path);
    return found;
}

static bool concerns_rendering(const char *name)
{
    return strncmp(name, "SDL_RENDER", 10) == 0 || strncmp(name, "SDL_FRAMEBUFFER", 15) == 0 ||
           strcmp(name, "SDL_VIDEO_DOUBLE_BUFFER") == 0 || strcmp(name, "SDL_VIDEO_HIGHDPI_DISABLED") == 0;
}

static void no_render_hint_of_the_installed_sdl_is_missing(void **state)
{
    (void)state;
    struct text header = {0};
    if (!find_header(&header)) {
        print_message("SDL_hints.h was not found\n");
        skip();
    }
    int count = 0;
    for (char *at = strstr(header.bytes, "#define SDL_HINT_"); at != NULL;
         at = strstr(at + 1, "#define SDL_HINT_")) {
        char name[128] = "";
        if (sscanf(at, "#define SDL_HINT_%*s \"%127[^\"]\"", name) != 1 || !concerns_rendering(name)) {
            continue;
        }
        enum hint hint;
        if (!hint_from_name(name, &hint)) {
            fail_msg("%s is in SDL_hints.h and not in the table", name);
        }
        count++;
    }
    assert_true(count >= 8);
    text_free(&header);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_filled_in),
        cmocka_unit_test(every_settable_row_has_values_and_a_control),
        cmocka_unit_test(a_value_is_set_and_taken_back_by_name),
        cmocka_unit_test(unknown_names_and_values_are_wrong_usage),
        cmocka_unit_test(presets_cover_the_four_hints_of_the_story),
        cmocka_unit_test(paths_say_which_hints_they_can_honour),
        cmocka_unit_test(no_render_hint_of_the_installed_sdl_is_missing),
    };
    return cmocka_run_group_tests_name("hint", tests, NULL, NULL);
}

#include "paint/image.h"

#include "level/level.h"
#include "paint/sample.h"

#include <SDL_image.h>
#include <unistd.h>

static char path[] = "/tmp/warren-test-image-XXXXXX";

static const char level_text[] = ":name=A test\n:num_rabbits=1\n:num_to_save=1\n"
                                 "#      #\n"
                                 "# Q    #\n"
                                 "#  /#\\O#\n"
                                 "########\n";

static struct paint_image image_of(const struct level *level, int zoom_px)
{
    return (struct paint_image){
        .level = level, .world = level->world, .zoom_px = zoom_px, .margin_cells = 1, .assets = "assets"};
}

static void the_file_shows_the_level_at_the_zoom(void **state)
{
    (void)state;
    struct error error = {0};
    struct level *level = level_parse(level_text, sizeof level_text - 1, "", &error);
    assert_non_null(level);
    for (int zoom = 16; zoom <= 48; zoom += 16) {
        struct paint_image image = image_of(level, zoom);
        if (!paint_image(&image, path, &error)) {
            fail_msg("%s", error.text);
        }
        SDL_Surface *loaded = IMG_Load(path);
        assert_non_null(loaded);
        assert_int_equal(loaded->w, 10 * zoom);
        assert_int_equal(loaded->h, 6 * zoom);
        SDL_Surface *plain = SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0);
        const uint32_t *pixels = plain->pixels;
        uint32_t page = pixels[(zoom * 3 / 2) * plain->pitch / 4 + zoom * 4 + zoom / 3];
        uint32_t earth = pixels[(zoom * 9 / 2) * plain->pitch / 4 + zoom * 4 + zoom / 2];
        assert_true((page >> 16 & 255) > 0xE0 && (page & 255) > 0xD0); /* light paper */
        assert_true((earth >> 16 & 255) > (earth & 255) + 0x20);       /* brown */
        SDL_FreeSurface(plain);
        SDL_FreeSurface(loaded);
    }
    level_destroy(level);
}

static void a_picture_that_would_be_too_large_is_refused(void **state)
{
    (void)state;
    struct error error = {0};
    struct text text = {0};
    for (int row = 0; row < 2; row++) {
        text_add_repeated(&text, '#', 4096);
        text_add_char(&text, '\n');
    }
    struct level *level = level_parse(text.bytes, text.length, "", &error);
    assert_non_null(level);
    struct paint_image image = image_of(level, 16);
    assert_false(paint_image(&image, path, &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
    assert_string_equal(error.kind, "too-large");
    level_destroy(level);
    text_free(&text);
}

static void missing_pictures_and_folders_are_errors(void **state)
{
    (void)state;
    struct error error = {0};
    struct level *level = level_parse(level_text, sizeof level_text - 1, "", &error);
    struct paint_image image = image_of(level, 16);
    image.assets = "/nowhere";
    assert_false(paint_image(&image, path, &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
    image.assets = "assets";
    assert_false(paint_image(&image, "/nowhere/picture.png", &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
    level_destroy(level);
}

static int make_file(void **state)
{
    (void)state;
    int file = mkstemp(path);
    return file < 0 || close(file) != 0;
}

static int remove_file(void **state)
{
    (void)state;
    return unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_file_shows_the_level_at_the_zoom),
        cmocka_unit_test(a_picture_that_would_be_too_large_is_refused),
        cmocka_unit_test(missing_pictures_and_folders_are_errors),
    };
    return cmocka_run_group_tests_name("image", tests, make_file, remove_file);
}

#include "play/canvas.h"

#include "base/hash.h"
#include "base/memory.h"
#include "paint/assets.h"
#include "play/font.h"
#include "play/font_files.h"
#include "support/test.h"

#include <string.h>

enum { WIDTH = 240, HEIGHT = 80, SIZE = 20 };

static struct sheet {
    struct painter *painter;
    struct canvas canvas;
} sheet;

static int setup(void **state)
{
    (void)state;
    struct text assets = {0};
    struct error error;
    assert_true(assets_find("assets", &assets, &error));
    struct paint_settings settings = {.driver = "software",
                                      .path = PATH_COPY,
                                      .width_px = WIDTH,
                                      .height_px = HEIGHT,
                                      .is_windowless = true,
                                      .assets = assets.bytes};
    sheet.painter = painter_open(&settings, &error);
    assert_non_null(sheet.painter);
    assert_true(canvas_open(&sheet.canvas, assets.bytes, &error));
    canvas_attach(&sheet.canvas, sheet.painter);
    canvas_begin(&sheet.canvas, 1);
    text_free(&assets);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    canvas_attach(&sheet.canvas, NULL);
    canvas_close(&sheet.canvas);
    painter_close(sheet.painter);
    return 0;
}

/* What is on the sheet, as a number; the sheet is empty afterwards. */
static uint64_t take_picture(void)
{
    static uint32_t pixels[WIDTH * HEIGHT];
    assert_true(painter_read(sheet.painter, pixels, NULL));
    canvas_fill(&sheet.canvas, 0, 0, WIDTH, HEIGHT, INK_PAPER);
    return hash_bytes(HASH_START, pixels, sizeof pixels);
}

static uint64_t picture_of(const char *text)
{
    canvas_fill(&sheet.canvas, 0, 0, WIDTH, HEIGHT, INK_PAPER);
    canvas_text(&sheet.canvas, 4, 4, SIZE, INK_INK, text);
    return take_picture();
}

static uint64_t picture_in_lines(double width, const char *text, int lines_max)
{
    canvas_fill(&sheet.canvas, 0, 0, WIDTH, HEIGHT, INK_PAPER);
    canvas_text_lines(&sheet.canvas, 4, 4, width, SIZE, INK_INK, text, lines_max, true);
    return take_picture();
}

static void letters_beyond_latin_have_shapes_of_their_own(void **state)
{
    (void)state;
    static const char *const letters[] = {"\xd0\x96",     "\xd0\xaf", "\xce\xa9",
                                          "\xe2\x80\xa6", "\xc4\x8d", "?"};
    uint64_t replacement = picture_of("\xef\xbf\xbd");
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
        assert_int_not_equal(picture_of(letters[i]), replacement);
        for (size_t j = 0; j < i; j++) {
            assert_int_not_equal(picture_of(letters[i]), picture_of(letters[j]));
        }
    }
}

static void bytes_that_are_no_text_show_the_sign_of_replacement(void **state)
{
    (void)state;
    static const char *const broken[] = {"\xff", "\xc3", "\x80", "\xf8", "\xc1"};
    uint64_t replacement = picture_of("\xef\xbf\xbd");
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        assert_int_equal(picture_of(broken[i]), replacement);
    }
    /* Half a character hides nothing of what comes after it; nor do forms that are too long, or surrogates.
     */
    assert_int_equal(picture_of("\xe2\x80x"), picture_of("\xef\xbf\xbd\xef\xbf\xbdx"));
    assert_int_equal(picture_of("\xe0\x80\xaf"), picture_of("\xff\xff\xff"));
    assert_int_equal(picture_of("\xed\xa0\x80"), picture_of("\xff\xff\xff"));
}

/* The first character that the first font lacks and another one has; 0: none. */
static uint32_t find_foreign(struct font_files *files)
{
    for (uint32_t code = 0x3000; code < 0x20000; code++) {
        if (font_files_of(files, code) > 0) {
            return code;
        }
    }
    return 0;
}

static void what_the_first_font_lacks_comes_from_another(void **state)
{
    (void)state;
    teardown(state); /* fontconfig ends with the first who closes it */
    struct font_files *files = font_files_open();
    assert_non_null(files);
    uint32_t code = find_foreign(files);
    assert_int_equal(font_files_of(files, 'a'), 0);
    assert_int_equal(font_files_of(files, 0x10fffe), FONT_FILE_NONE);
    font_files_close(files);
    setup(state);
    if (code == 0) {
        print_message("all fonts here have the same characters\n");
        skip();
    }
    char text[8] = {(char)(0xe0 | code >> 12), (char)(0x80 | (code >> 6 & 0x3f)),
                    (char)(0x80 | (code & 0x3f)), '\0'};
    if (code > 0xffff) {
        memcpy(text,
               (char[]){(char)(0xf0 | code >> 18), (char)(0x80 | (code >> 12 & 0x3f)),
                        (char)(0x80 | (code >> 6 & 0x3f)), (char)(0x80 | (code & 0x3f)), '\0'},
               5);
    }
    assert_int_not_equal(picture_of(text), picture_of("\xef\xbf\xbd"));
}

/* More characters than are kept at once. */
static void letters_look_the_same_after_thousands_of_others(void **state)
{
    (void)state;
    uint64_t before = picture_of("warren");
    for (int code = 0x100; code < 0x800; code++) {
        char text[3] = {(char)(0xc0 | code >> 6), (char)(0x80 | (code & 0x3f)), '\0'};
        canvas_text_width(&sheet.canvas, SIZE, text);
    }
    for (int size = 8; size < 40; size++) {
        canvas_text_width(&sheet.canvas, size, "other sizes");
    }
    assert_int_equal(picture_of("warren"), before);
}

static void lines_break_at_blanks_and_else_between_characters(void **state)
{
    (void)state;
    double line = canvas_line_height(&sheet.canvas, SIZE);
    double two = canvas_text_width(&sheet.canvas, SIZE, "\xd0\x96\xd0\x96") + 1;
    assert_int_equal(picture_in_lines(two, "\xd0\x96\xd0\x96\xd0\x96", 0),
                     picture_in_lines(WIDTH, "\xd0\x96\xd0\x96\n\xd0\x96", 0));
    assert_int_equal(picture_in_lines(canvas_text_width(&sheet.canvas, SIZE, "one two") - 1, "one two", 0),
                     picture_in_lines(WIDTH, "one\ntwo", 0));
    /* A character wider than the line still goes on one. */
    assert_true(canvas_text_lines(&sheet.canvas, 0, 0, 1, SIZE, INK_INK, "abc", 0, false) == 3 * line);
}

static void what_does_not_fit_ends_in_dots(void **state)
{
    (void)state;
    double width = canvas_text_width(&sheet.canvas, SIZE, "\xd0\x96\xd0\x96\xe2\x80\xa6") + 1;
    assert_int_equal(picture_in_lines(width, "\xd0\x96\xd0\x96\xd0\x96\xd0\x96", 1),
                     picture_of("\xd0\x96\xd0\x96\xe2\x80\xa6"));
    assert_int_equal(picture_in_lines(WIDTH, "all of it", 1), picture_of("all of it"));
    assert_int_equal(picture_in_lines(WIDTH, "first\nsecond", 1), picture_of("first\xe2\x80\xa6"));
}

static void one_line_shrinks_a_little_and_is_then_cut(void **state)
{
    (void)state;
    const char *text = "The rabbits of the whole neighbourhood";
    take_picture();
    canvas_text_fitted(&sheet.canvas, 4, 4, 60, SIZE, INK_INK, text);
    uint64_t cut = take_picture();
    canvas_text_fitted(&sheet.canvas, 4, 4, 60, SIZE, INK_INK, "The rabbits of the whole town, and more");
    assert_int_equal(take_picture(), cut);
    double wide = canvas_text_width(&sheet.canvas, SIZE, "short");
    canvas_text_fitted(&sheet.canvas, 4, 4, wide + 1, SIZE, INK_INK, "short");
    uint64_t fitted = take_picture();
    assert_int_equal(fitted, picture_of("short"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(letters_beyond_latin_have_shapes_of_their_own),
        TEST(bytes_that_are_no_text_show_the_sign_of_replacement),
        TEST(what_the_first_font_lacks_comes_from_another),
        TEST(letters_look_the_same_after_thousands_of_others),
        TEST(lines_break_at_blanks_and_else_between_characters),
        TEST(what_does_not_fit_ends_in_dots),
        TEST(one_line_shrinks_a_little_and_is_then_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "play/screen.h"

#include "play/heading.h"

#include <math.h>

enum screen screen_about(struct app *app)
{
    static const char *const paragraphs[] = {
        "Rabbits walk straight on, whatever is there. Give the right one the right thing in the right place, "
        "and all of "
        "them come home.",
        "Warren is also a laboratory: press F3 while you play, and the keys from F4 on switch how the "
        "picture is drawn. "
        "What is in force is read back from the library and never just believed. warren-bench measures "
        "whether it "
        "makes a difference.",
        "The rules are those of Rabbit Escape, written anew from a description; no code, picture, sound or "
        "level of it "
        "is in here. Thank you to its makers for a lovely game.",
        "Made with SDL2, SDL2_image, SDL2_ttf, SDL2_mixer, fontconfig, cJSON, GSL and cmocka.",
        "Warren is free under the zlib licence: use it, change it, give it on.",
    };
    enum screen next = SCREEN_ABOUT;
    while (next == SCREEN_ABOUT) {
        app_begin(app, CONTEXT_MENU, false);
        app_page(app);
        struct canvas *canvas = &app->display.canvas;
        bool wants_back = heading_draw(app, "About Warren", "Version " WARREN_VERSION);
        double w = fmin(canvas->width - 60, 760);
        double x = (canvas->width - w) / 2;
        double y = HEADING_H + 16;
        canvas_panel(canvas, x, y, w, canvas->height - y - 24, INK_PAPER);
        y += 20;
        for (size_t i = 0; i < sizeof paragraphs / sizeof paragraphs[0]; i++) {
            y += canvas_text_lines(canvas, x + 28, y, w - 56, 16, INK_INK, paragraphs[i], 0, true) + 12;
        }
        next = screen_end_pass(app, wants_back ? SCREEN_TITLE : SCREEN_ABOUT);
    }
    return next;
}

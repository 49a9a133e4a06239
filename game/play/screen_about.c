#include "play/screen.h"

#include "play/heading.h"

#include <math.h>

/* Returns the height. */
static double draw_words(struct canvas *canvas, double x, double y, double w, bool is_drawn)
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
    double start = y;
    for (size_t i = 0; i < sizeof paragraphs / sizeof paragraphs[0]; i++) {
        y += canvas_text_lines(canvas, x, y, w, 16, INK_INK, paragraphs[i], 0, is_drawn) + 12;
    }
    return y - start;
}

enum screen screen_about(struct app *app)
{
    enum screen next = SCREEN_ABOUT;
    double scroll = 0;
    while (next == SCREEN_ABOUT) {
        app_begin(app, CONTEXT_MENU, false);
        app_page(app);
        struct canvas *canvas = &app->display.canvas;
        bool wants_back = heading_draw(app, "About Warren", "Version " WARREN_VERSION, 0);
        double w = fmin(canvas->width - 60, 760);
        double h = draw_words(canvas, 0, 0, w - 56, false) + 32;
        struct box list = {(canvas->width - w) / 2, HEADING_H + 8, w, canvas->height - HEADING_H - 24};
        /* The keys scroll too: there is nothing else to move through here. */
        scroll += app->input.action == DO_DOWN ? 60 : app->input.action == DO_UP ? -60 : 0;
        ui_list_begin(&app->ui, list, h + 16, &scroll);
        canvas_panel(canvas, list.x, list.y + 4 - scroll, w - 6, h, INK_PAPER);
        draw_words(canvas, list.x + 28, list.y + 24 - scroll, w - 56, true);
        ui_list_end(&app->ui);
        next = screen_end_pass(app, wants_back ? SCREEN_TITLE : SCREEN_ABOUT);
    }
    return next;
}

#include "play/heading.h"

#define LINE_SIZE 15.0
#define LINE_SIZE_LEAST 13.0 /* of one line */
#define LINE_SIZE_LONG 12.0  /* in two lines, where one has no room for it */

bool heading_draw(struct app *app, const char *title, const char *line, double right)
{
    struct canvas *canvas = &app->display.canvas;
    bool wants_back = ui_sign_button(&app->ui, (struct box){16, 18, 44, 44}, "Back", SIGN_LESS, false);
    canvas_text_fitted(canvas, 78, 12, canvas->width - 100 - right, 28, INK_INK, title);
    heading_line(app, line, right);
    return wants_back || app->input.action == DO_BACK;
}

void heading_line(struct app *app, const char *line, double right)
{
    struct canvas *canvas = &app->display.canvas;
    double room = canvas->width - 100 - right;
    if (canvas_text_width(canvas, LINE_SIZE_LEAST, line) > room) {
        canvas_text_lines(canvas, 79, 46, room, LINE_SIZE_LONG, INK_FAINT, line, 2, true);
    } else {
        canvas_text_fitted(canvas, 79, 48, room, LINE_SIZE, INK_FAINT, line);
    }
}

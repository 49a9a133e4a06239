#include "play/heading.h"

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
    canvas_text_fitted(canvas, 79, 48, canvas->width - 100 - right, 15, INK_FAINT, line);
}

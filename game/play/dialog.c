#include "play/dialog.h"

#define BUTTON_H 44.0
#define STEP 54.0

int dialog_draw(struct app *app, const struct dialog *dialog)
{
    struct canvas *canvas = &app->display.canvas;
    double width = canvas->width < 440 ? canvas->width - 20 : 420;
    double lines_h = dialog->lines == NULL ? 0
                                           : 12 + canvas_text_lines(canvas, 0, 0, width - 60, 16, INK_INK,
                                                                    dialog->lines, 0, false);
    double height = 70 + lines_h + dialog->button_count * STEP + 10;
    double x = (canvas->width - width) / 2;
    double y = (canvas->height - height) / 2;
    int used = DIALOG_OPEN;
    canvas_fill(canvas, 0, 0, canvas->width + 1, canvas->height + 1, INK_VEIL);
    canvas_panel(canvas, x, y, width, height, INK_PAPER);
    canvas_text_middle(canvas, x, y + 18, width, 26, INK_INK, dialog->title);
    if (dialog->lines != NULL) {
        canvas_text_lines(canvas, x + 30, y + 62, width - 60, 16, INK_INK, dialog->lines, 0, true);
    }
    for (int i = 0; i < dialog->button_count; i++) {
        struct box box = {x + 40, y + 68 + lines_h + i * STEP, width - 80, BUTTON_H};
        if (ui_button(&app->ui, box, dialog->buttons[i])) {
            used = i;
        }
    }
    return app->input.action == DO_BACK ? DIALOG_BACK : used;
}

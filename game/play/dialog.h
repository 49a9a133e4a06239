/* Sheets that lie on top of a screen and ask something: a title, some lines, and buttons one below the other.
 * Called by screens in each pass while the sheet is open. */
#ifndef WARREN_PLAY_DIALOG_H
#define WARREN_PLAY_DIALOG_H

#include "play/app.h"

struct dialog {
    const char *title;
    const char *lines; /* may be NULL */
    const char *const *buttons;
    int button_count;
};

/* Returns the number of the button that was used, -2 for "back", else -1. */
enum { DIALOG_OPEN = -1, DIALOG_BACK = -2 };
int dialog_draw(struct app *app, const struct dialog *dialog);

#endif

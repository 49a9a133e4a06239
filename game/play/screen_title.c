#include "play/screen.h"

enum screen screen_title(struct app *app)
{
    (void)app;
    return SCREEN_LEAVE;
}

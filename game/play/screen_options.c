#include "play/screen.h"

enum screen screen_options(struct app *app)
{
    (void)app;
    return SCREEN_LEAVE;
}

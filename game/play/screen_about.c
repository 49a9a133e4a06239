#include "play/screen.h"

enum screen screen_about(struct app *app)
{
    (void)app;
    return SCREEN_LEAVE;
}

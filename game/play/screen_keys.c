#include "play/screen.h"

enum screen screen_keys(struct app *app)
{
    (void)app;
    return SCREEN_LEAVE;
}

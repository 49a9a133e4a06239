#include "play/screen.h"

enum screen screen_levels(struct app *app)
{
    (void)app;
    return SCREEN_LEAVE;
}

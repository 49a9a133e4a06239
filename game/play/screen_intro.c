#include "play/screen.h"

enum screen screen_intro(struct app *app)
{
    (void)app;
    return SCREEN_LEAVE;
}

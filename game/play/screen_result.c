#include "play/screen.h"

enum screen screen_result(struct app *app)
{
    (void)app;
    return SCREEN_LEAVE;
}

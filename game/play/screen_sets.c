#include "play/screen.h"

enum screen screen_sets(struct app *app)
{
    (void)app;
    return SCREEN_LEAVE;
}

/* The part of a pass that waits for events and hears them. Called by app_begin alone. */
#ifndef WARREN_PLAY_APP_EVENTS_H
#define WARREN_PLAY_APP_EVENTS_H

#include "play/app.h"

/* Waits for an event unless something moves, hears those that came, and does what works on every screen. */
void app_hear(struct app *app, bool is_moving);

#endif

#include "play/preferences.h"

#include "play/session.h"

void preferences_default(struct preferences *preferences)
{
    *preferences = (struct preferences){.ui_percent = 100,
                                        .pauses_unfocused = true,
                                        .shows_ghosts = true,
                                        .shows_minimap = true,
                                        .shows_captions = false,
                                        .sound_percent = 80,
                                        .music_percent = 40,
                                        .control_percent = 60,
                                        .speed = SESSION_SPEED_NORMAL,
                                        .width_px = 1280,
                                        .height_px = 720,
                                        .path = PATH_CACHED};
    bindings_default(&preferences->bindings);
}

/* SDL's video, which windows need: a desktop, or what draws without one. Called by whoever is about to open
 * windows; each start that was good is ended with SDL_QuitSubSystem. SDL_VIDEODRIVER, and video that is
 * started already, are taken as they are. */
#ifndef WARREN_PAINT_VIDEO_H
#define WARREN_PAINT_VIDEO_H

#include "base/error.h"

#include <stdbool.h>

/* is_hidden: for windows that nobody is to see, which had better not reach a desktop. Error, status 3 and
 * kind "no-video". */
bool video_start(bool is_hidden, struct error *error);

#endif

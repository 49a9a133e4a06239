/* What the player chose and wants to find again: plain data with good defaults. Read by screens; changed by
 * the options screen and by keys. Knows no files. */
#ifndef WARREN_PLAY_PREFERENCES_H
#define WARREN_PLAY_PREFERENCES_H

#include "paint/hint.h"
#include "play/action.h"

enum { UI_PERCENT_MIN = 75, UI_PERCENT_MAX = 300 };

struct preferences {
    int ui_percent;
    bool reduced_motion;   /* nothing moves that need not: rabbits go from step to step */
    bool pauses_unfocused; /* the game waits while the window has no keyboard */
    bool shows_ghosts, shows_minimap, shows_graph;
    bool is_muted, shows_captions;
    int sound_percent, music_percent;
    int control_percent; /* how loud buttons are */
    int speed;           /* as in session.h */
    bool is_fullscreen;
    int width_px, height_px; /* of the window, when it is not on the whole screen */
    bool has_place, is_maximised;
    int x_px, y_px; /* of that window; has_place false: wherever the desktop puts it */
    struct hint_values hints;
    enum paint_path path;
    bool is_path_chosen; /* else the one that suits the driver */
    char driver[32];     /* "": the first that works */
    struct bindings bindings;
};

void preferences_default(struct preferences *preferences);

#endif

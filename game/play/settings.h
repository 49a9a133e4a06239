/* The settings file: JSON that a person can edit. Opened and closed by the application, which also calls
 * settings_keep in every pass: whatever the player has changed in the preferences is then written, soon and
 * off the frame. What came from the command line is not a change. Knows the preferences, no screens and no
 * devices.
 *
 * Settings that could leave the player without a picture (driver, path, hints, whole screen) are on trial for
 * twelve seconds after each change: longer than the options take to ask whether anything can be seen. Until
 * then the file says so, and keeps the ones before: after a program that died, these are used again.
 */
#ifndef WARREN_PLAY_SETTINGS_H
#define WARREN_PLAY_SETTINGS_H

#include "base/error.h"
#include "play/folders.h"
#include "play/keeper.h"
#include "play/preferences.h"

#include <stdint.h>

enum { SETTINGS_TRIAL_S = 12 };

struct settings {
    struct keeper *keeper;
    char *path;               /* NULL: nothing is kept */
    struct cJSON *file;       /* as it stands, with what nobody knows */
    struct preferences known; /* what the file is to say; of the display: what is known to work */
    struct preferences seen;  /* at the last look */
    struct preferences trial; /* the display part that is on trial */
    bool is_trying;
    bool is_changed; /* and not yet handed over */
    bool is_safe;    /* the file was not looked at */
    uint64_t trial_until_ns, written_ns;
};

/* Fills the preferences: the defaults with what the file says. False: there is something to tell the player;
 * all is usable nevertheless. A damaged file, or one with wrong values, is set aside first and what is good
 * in it used. is_safe: the file is not read, and is not replaced (but set aside) until the player changes
 * something. */
bool settings_open(struct settings *settings, const struct folders *folders, struct keeper *keeper,
                   bool is_safe, struct preferences *preferences, struct error *message);

/* The preferences as they are when the window is open: what is different from the file was asked for
 * elsewhere. */
void settings_begin(struct settings *settings, const struct preferences *preferences);

/* Looks at what was changed; cheap. */
void settings_keep(struct settings *settings, const struct preferences *preferences, uint64_t now_ns);

/* Hands over the last changes. An orderly end confirms a trial. */
void settings_close(struct settings *settings, const struct preferences *preferences);

#endif

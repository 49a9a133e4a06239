/* The settings file: JSON that a person can edit. Opened and closed by the application, which also calls
 * settings_keep in every pass: whatever the player has changed in the preferences is then written, soon and
 * off the frame. What came from the command line is not a change. Knows the preferences, no screens and no
 * devices.
 *
 * Settings that could leave the player without a picture (driver, path, hints, whole screen) are on trial for
 * ten seconds after each change. Until then the file says so, and keeps the ones before: after a program that
 * died, these are used again. */
#ifndef WARREN_PLAY_SETTINGS_H
#define WARREN_PLAY_SETTINGS_H

#include "base/error.h"
#include "play/folders.h"
#include "play/keeper.h"
#include "play/preferences.h"

#include <stdint.h>

enum { SETTINGS_TRIAL_S = 10 };

struct settings {
    struct keeper *keeper;
    char *path;               /* NULL: nothing is kept */
    struct cJSON *file;       /* as it stands, with what nobody knows */
    struct preferences known; /* what the file is to say; of the display: what is known to work */
    struct preferences seen;  /* at the last look */
    struct preferences trial; /* the display part that is on trial */
    bool is_trying, asks;
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

/* Looks at what was changed; cheap. True when a trial that was to be confirmed has run out: the preferences
 * have got back what worked before, and the caller puts that into force. */
bool settings_keep(struct settings *settings, struct preferences *preferences, uint64_t now_ns);

/* The changes on trial are to be confirmed by the player, or else go back. Without this they are good when
 * the time has passed. Call it after settings_keep has seen them. */
void settings_ask(struct settings *settings);
void settings_confirm(struct settings *settings);
/* Ends the trial: the preferences get back what worked before. */
void settings_revert(struct settings *settings, struct preferences *preferences);
/* Seconds left, rounded up; 0: nothing is on trial, or nobody is to be asked. */
int settings_seconds_to_confirm(const struct settings *settings, uint64_t now_ns);

/* Hands over the last changes. An orderly end confirms a trial, unless it was to be confirmed by the player.
 */
void settings_close(struct settings *settings, struct preferences *preferences);

#endif

/* The running game: its window, devices, preferences and the level in hand, and what every screen does in
 * every pass: hear events, draw, show. Screens are functions that run their own loop with these and return
 * the next screen (screen.h); nothing here knows which screen it is. */
#ifndef WARREN_PLAY_APP_H
#define WARREN_PLAY_APP_H

#include "play/compare.h"
#include "play/display.h"
#include "play/input.h"
#include "play/keeping.h"
#include "play/library.h"
#include "play/options.h"
#include "play/preferences.h"
#include "play/session.h"
#include "play/speaker.h"
#include "play/switching.h"
#include "play/thumbnail.h"
#include "play/ui.h"
#include "play/view.h"

struct app;

/* Looks at every frame that was shown: how --frames ends, and how tests drive the game. */
typedef void app_observer(void *context, struct app *app);

struct app {
    const struct play_options *options;
    char *assets;
    struct preferences preferences;
    struct display display;
    struct input input;
    struct ui ui;
    struct library library;
    struct keeping keeping;
    struct speaker speaker;
    int set, level;         /* of the library: where the player is; level -1: the file is not in it */
    int levels_opened;      /* so far: another number is another session */
    struct session session; /* empty (level NULL) until a level is opened */
    struct view view;
    struct switching switching;
    struct compare compare; /* the A/B test of the level in hand */
    bool is_covered;        /* a menu lies over that level */
    struct thumbnails thumbnails;
    int hints_seen;   /* of the level in hand */
    int screen;       /* enum screen that is shown */
    int keys_back;    /* the same from the keys, which can be asked for everywhere */
    int back;         /* enum screen to go back to from the options, the keys and the pages about the game */
    bool is_leaving;  /* the window was closed */
    bool has_dropped; /* a level file was dropped on the window and opened */
    bool has_focus;
    uint64_t heard_ns;    /* when the last event came; 0: none yet */
    bool is_moving;       /* in this pass: no waiting for events */
    bool is_fresh;        /* something has changed: draw even if nothing moves */
    enum status status;   /* of the program, unless there is a failure */
    struct error failure; /* for main to tell when all is closed; no kind: none */
    char message[256];    /* shown for a while */
    uint64_t message_until_ns;
    app_observer *observer;
    void *observer_context;
};

/* Opens the window. options and assets must outlive the app. Error, status 3: no display, no font. */
bool app_open(struct app *app, const struct play_options *options, const char *assets, struct error *error);
void app_close(struct app *app);

/* Shows a line for some seconds. */
void app_say(struct app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* That a level file is not one, and where. */
void app_say_unreadable(struct app *app, const char *path, const struct error *error);

/* One pass. is_moving: the picture changes by itself, so do not wait for events. After begin the devices are
 * heard and the canvas can be measured; draw the page or the level, then the controls; end shows it all. */
void app_begin(struct app *app, enum action_context context, bool is_moving);
void app_page(struct app *app);  /* squared paper */
void app_level(struct app *app); /* the level in hand, through app->view */
void app_end(struct app *app);

/* Opens a level file to be played, instead of the one in hand. False: it stays, and the error says why. */
bool app_open_level(struct app *app, const char *path, struct error *error);
/* One of the library. A broken one is said to be broken, and nothing else happens. */
bool app_open_listed(struct app *app, int set, int level);

void app_change_ui(struct app *app, int direction);

#endif

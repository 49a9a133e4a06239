/* The screens, as a trampoline: each runs its own loop on the app and returns the one to run next;
 * screen_run_all calls them one after the other, without recursion, until one returns SCREEN_LEAVE. */
#ifndef WARREN_PLAY_SCREEN_H
#define WARREN_PLAY_SCREEN_H

#include "play/app.h"

enum screen {
    SCREEN_LEAVE,
    SCREEN_TITLE,
    SCREEN_SETS,
    SCREEN_LEVELS,
    SCREEN_INTRO,
    SCREEN_PLAY,
    SCREEN_RESULT,
    SCREEN_OPTIONS,
    SCREEN_KEYS,
    SCREEN_ABOUT,
    SCREEN_REPLAYS,
    SCREEN_COUNT
};

/* Without anything heard from the player for so long, the title comes to rest. */
enum { TITLE_REST_S = 30 };

void screen_run_all(struct app *app, enum screen first);

/* Ends a pass. What the screen itself does next, unless the window was closed or a level was dropped on it.
 */
enum screen screen_end_pass(struct app *app, enum screen next);

enum screen screen_title(struct app *app);
enum screen screen_sets(struct app *app);
enum screen screen_levels(struct app *app);
enum screen screen_intro(struct app *app);
enum screen screen_play(struct app *app);
enum screen screen_result(struct app *app);
enum screen screen_options(struct app *app);
enum screen screen_keys(struct app *app);
enum screen screen_about(struct app *app);
enum screen screen_replays(struct app *app);

#endif

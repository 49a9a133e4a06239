/* The time from a key to the picture that shows what it did. */
#include "pace.h"

#include "frame/clock.h"
#include "frame/stats.h"

#include <stdio.h>

enum { KEYS_MAX = 1000, GAP_MS = 171, SECONDS_SHARE = 4 };

#define KEY_FRAMES_MAX 2.0

struct keys {
    uint64_t end_ns;
    SDL_atomic_t is_pushed; /* a key is under way: pushed by the timer's thread, seen by the game's */
    uint64_t pushed_ns;
    bool was_paused;
    double frames[2][KEYS_MAX]; /* of the screen, until the game stands still; until it goes on */
    int count[2];
};

/* At moments that have nothing to do with frames. */
static Uint32 press(Uint32 gap_ms, void *context)
{
    struct keys *keys = context;
    if (SDL_AtomicGet(&keys->is_pushed) == 0) {
        keys->pushed_ns = clock_ns();
        SDL_AtomicSet(&keys->is_pushed, 1);
        SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_SPACE}}};
        SDL_PushEvent(&event);
        event.key.type = SDL_KEYUP;
        SDL_PushEvent(&event);
    }
    return gap_ms + (Uint32)(keys->pushed_ns / 1000 % 13);
}

/* After each frame that was shown. */
static void look(void *context, struct app *app)
{
    struct keys *keys = context;
    uint64_t now_ns = app->display.presented_ns;
    bool is_paused = app->session.is_paused;
    if (SDL_AtomicGet(&keys->is_pushed) != 0 && is_paused != keys->was_paused) {
        int *count = &keys->count[is_paused];
        if (*count < KEYS_MAX) {
            keys->frames[is_paused][(*count)++] =
                (double)(now_ns - keys->pushed_ns) / (double)app->display.frame_ns;
        }
        keys->was_paused = is_paused;
        SDL_AtomicSet(&keys->is_pushed, 0);
    }
    if (session_is_over(&app->session)) {
        timeline_seek(app->session.timeline, 0);
    }
    app->is_leaving = now_ns >= keys->end_ns;
}

bool pace_keys(struct pace *pace, struct error *error)
{
    static struct keys keys;
    keys = (struct keys){.end_ns = clock_ns() + (uint64_t)(pace->seconds * 1e9 / SECONDS_SHARE)};
    if (!pace_open(pace, error)) {
        return false;
    }
    pace->app.observer = look;
    pace->app.observer_context = &keys;
    SDL_InitSubSystem(SDL_INIT_TIMER);
    SDL_TimerID timer = SDL_AddTimer(GAP_MS, press, &keys);
    screen_run_all(&pace->app, SCREEN_PLAY);
    SDL_RemoveTimer(timer);
    SDL_QuitSubSystem(SDL_INIT_TIMER);
    bool is_done = pace->app.display.presented_ns >= keys.end_ns && keys.count[0] > 0 && keys.count[1] > 0;
    pace_close(pace);
    if (!is_done) {
        return pace_interrupted(error);
    }
    printf("\nFrom a key to the picture that shows what it did, in frames of the display\n");
    printf("  %-38s %10s %10s %10s\n", "", "keys", "median", "longest");
    static const char *const names[] = {"the game goes on", "the game stands still"};
    for (int i = 0; i < 2; i++) {
        struct stats stats = stats_of(keys.frames[i], keys.count[i]);
        printf("  %-38s %10d %10.2f %10.2f", names[i], stats.count, stats.median, stats.max);
        pace_judge(pace, stats.max, KEY_FRAMES_MAX);
    }
    return true;
}

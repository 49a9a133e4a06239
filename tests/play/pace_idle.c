/* What every screen costs while nobody does anything. */
#include "pace.h"

#include "frame/clock.h"

#include <stdio.h>
#include <time.h>

/* Where a level is shown, pictures that may be wanted soon are made ahead for some seconds. */
enum { MEASURED_MS = 5000, SETTLE_MS = 4000, AHEAD_MS = 16000 };

#define IDLE_PERCENT_MAX 2.0

struct idle {
    struct app *app;
    uint64_t began_ns, cpu_began_ns;
    int frames_began;
    double percent;
    double frames;
    bool is_done;
};

static uint64_t process_cpu_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (uint64_t)now.tv_sec * UINT64_C(1000000000) + (uint64_t)now.tv_nsec;
}

/* First when the screen has come to rest, then at the end. */
static Uint32 take_cpu(Uint32 gap_ms, void *context)
{
    struct idle *idle = context;
    (void)gap_ms;
    if (idle->began_ns == 0) {
        idle->began_ns = clock_ns();
        idle->cpu_began_ns = process_cpu_ns();
        idle->frames_began = idle->app->display.frames;
        return MEASURED_MS;
    }
    double passed_ns = (double)(clock_ns() - idle->began_ns);
    idle->percent = 100.0 * (double)(process_cpu_ns() - idle->cpu_began_ns) / passed_ns;
    idle->frames = (idle->app->display.frames - idle->frames_began) / (passed_ns / 1e9);
    idle->is_done = true;
    SDL_Event quit = {.type = SDL_QUIT};
    SDL_PushEvent(&quit);
    return 0;
}

static void push_key(SDL_Keycode key)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = key}}};
    SDL_PushEvent(&event);
    event.key.type = SDL_KEYUP;
    SDL_PushEvent(&event);
}

struct still {
    const char *what;
    enum screen screen;
    SDL_Keycode key; /* pressed first; 0: none */
    Uint32 after_ms;
};

static bool measure(struct pace *pace, const struct still *still, struct error *error)
{
    struct app *app = &pace->app;
    struct idle idle = {.app = app};
    if (!pace_open(pace, error)) {
        return false;
    }
    app->session.is_paused = still->key == 0;
    app->back = SCREEN_TITLE;
    app->keys_back = SCREEN_TITLE;
    if (still->screen == SCREEN_RESULT) {
        timeline_seek(app->session.timeline, timeline_facts(app->session.timeline).last);
    }
    if (still->key != 0) {
        push_key(still->key);
    }
    SDL_InitSubSystem(SDL_INIT_TIMER);
    SDL_TimerID timer = SDL_AddTimer(still->after_ms, take_cpu, &idle);
    screen_run_all(app, still->screen);
    SDL_RemoveTimer(timer);
    SDL_QuitSubSystem(SDL_INIT_TIMER);
    pace_close(pace);
    if (!idle.is_done) {
        return pace_interrupted(error);
    }
    printf("  %-38s %10.1f %10.2f", still->what, idle.frames, idle.percent);
    pace_judge(pace, idle.percent, IDLE_PERCENT_MAX);
    return true;
}

bool pace_idle(struct pace *pace, struct error *error)
{
    static const struct still stills[] = {
        {"title, left alone for half a minute", SCREEN_TITLE, 0, 1000 * TITLE_REST_S + SETTLE_MS},
        {"level sets", SCREEN_SETS, 0, SETTLE_MS},
        {"levels", SCREEN_LEVELS, 0, SETTLE_MS},
        {"intro of a level", SCREEN_INTRO, 0, AHEAD_MS},
        {"options", SCREEN_OPTIONS, 0, SETTLE_MS},
        {"keys", SCREEN_KEYS, 0, SETTLE_MS},
        {"about", SCREEN_ABOUT, 0, SETTLE_MS},
        {"replays", SCREEN_REPLAYS, 0, SETTLE_MS},
        {"a level, paused", SCREEN_PLAY, 0, AHEAD_MS},
        {"a level, its menu open", SCREEN_PLAY, SDLK_ESCAPE, AHEAD_MS},
        {"result", SCREEN_RESULT, 0, AHEAD_MS},
    };
    printf("\nWhile nobody does anything\n  %-38s %10s %10s\n", "", "frames/s", "% of core");
    for (size_t i = 0; i < sizeof stills / sizeof stills[0]; i++) {
        if (!measure(pace, &stills[i], error)) {
            return false;
        }
    }
    return true;
}

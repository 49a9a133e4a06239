/* Measures how steadily the game runs on this machine, on the display that there is: lateness of frames while
 * a level is played, frames from a key to the picture that shows what it did, and what the game costs while
 * nothing moves. Not a test of the suite, because other work on the machine falsifies it. Started by
 * tests/pace.
 *
 *   pace [SECONDS [DRIVER [PATH]]]     60 s, and what the game would choose, unless told otherwise
 *
 * Ends with 0 when all goals are reached, 1 when not, 3 when nothing could be measured. */
#include "frame/clock.h"
#include "frame/stats.h"
#include "paint/assets.h"
#include "play/screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { INTERVALS_MAX = 40000, KEYS_MAX = 1000, WARM_UP_FRAMES = 120, KEY_GAP_MS = 171, IDLE_S = 8 };

#define LATE_INTERVALS 1.5
#define KEY_FRAMES_MAX 2.0
#define IDLE_PERCENT_MAX 2.0

struct pace {
    uint64_t end_ns;
    int frames;
    uint64_t then_ns;
    double intervals_ms[INTERVALS_MAX];
    double cpu_ms[INTERVALS_MAX]; /* what the game's thread computed meanwhile */
    int interval_count;
    uint64_t cpu_then_ns;
    /* A key under way: pushed by the timer's thread, seen by the game's. */
    SDL_atomic_t is_pushed;
    uint64_t pushed_ns;
    bool was_paused;
    double key_frames[KEYS_MAX];
    int key_count;
    double frame_ms;
};

static struct play_options options;
static const char *driver;
static int path = OPTION_UNSET;

static bool open_game(struct app *app, const char *assets, struct error *error)
{
    options = (struct play_options){.path = path,
                                    .fullscreen = OPTION_UNSET,
                                    .width_px = 1280,
                                    .height_px = 720,
                                    .driver = driver,
                                    .safe_mode = true};
    return app_open(app, &options, assets, error);
}

static bool open_level(struct app *app, const char *assets, struct error *error)
{
    struct text file = {0};
    text_format(&file, "%s/levels/tutorial/13_Everybody-home.rel", assets);
    bool good = app_open_level(app, file.bytes, error) && session_watch(&app->session, 1, error);
    text_free(&file);
    return good;
}

static void push_key(SDL_Keycode key)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = key}}};
    SDL_PushEvent(&event);
    event.key.type = SDL_KEYUP;
    SDL_PushEvent(&event);
}

/* At moments that have nothing to do with frames. */
static Uint32 press(Uint32 gap_ms, void *context)
{
    struct pace *pace = context;
    if (SDL_AtomicGet(&pace->is_pushed) == 0) {
        pace->pushed_ns = clock_ns();
        SDL_AtomicSet(&pace->is_pushed, 1);
        push_key(SDLK_SPACE);
    }
    return gap_ms + (Uint32)(pace->pushed_ns / 1000 % 13);
}

/* After each frame that was shown. */
static void look(void *context, struct app *app)
{
    struct pace *pace = context;
    uint64_t now_ns = app->display.presented_ns;
    uint64_t cpu_now_ns = clock_thread_cpu_ns();
    if (++pace->frames > WARM_UP_FRAMES && pace->interval_count < INTERVALS_MAX) {
        pace->intervals_ms[pace->interval_count] = (double)(now_ns - pace->then_ns) / 1e6;
        pace->cpu_ms[pace->interval_count++] = (double)(cpu_now_ns - pace->cpu_then_ns) / 1e6;
    }
    pace->then_ns = now_ns;
    pace->cpu_then_ns = cpu_now_ns;
    pace->frame_ms = (double)app->display.frame_ns / 1e6;
    if (SDL_AtomicGet(&pace->is_pushed) != 0 && app->session.is_paused != pace->was_paused) {
        if (pace->key_count < KEYS_MAX) {
            pace->key_frames[pace->key_count++] = (double)(now_ns - pace->pushed_ns) / 1e6 / pace->frame_ms;
        }
        pace->was_paused = app->session.is_paused;
        SDL_AtomicSet(&pace->is_pushed, 0);
    }
    if (session_is_over(&app->session)) {
        timeline_seek(app->session.timeline, 0);
    }
    app->is_leaving = now_ns >= pace->end_ns;
}

static bool say(const char *what, double value, const char *unit, double goal)
{
    printf("%-34s %9.2f %-9s", what, value, unit);
    if (goal >= 0) {
        printf(" goal: at most %-4g %s", goal, value <= goal ? "reached" : "MISSED");
    }
    printf("\n");
    return goal < 0 || value <= goal;
}

static bool tell_frames(struct pace *pace)
{
    int late = 0;
    int late_by_itself = 0;
    for (int i = 0; i < pace->interval_count; i++) {
        bool is_late = pace->intervals_ms[i] > LATE_INTERVALS * pace->frame_ms;
        late += is_late ? 1 : 0;
        late_by_itself += is_late && pace->cpu_ms[i] > pace->frame_ms / 2 ? 1 : 0;
    }
    struct stats stats = stats_of(pace->intervals_ms, pace->interval_count);
    struct stats cpu = stats_of(pace->cpu_ms, pace->interval_count);
    say("frames", stats.count, "", -1);
    say("interval of the display", pace->frame_ms, "ms", -1);
    say("between frames, median", stats.median, "ms", -1);
    say("between frames, 99 %", stats.p99, "ms", -1);
    say("between frames, longest", stats.max, "ms", -1);
    say("computed for a frame, median", cpu.median, "ms", -1);
    say("computed for a frame, longest", cpu.max, "ms", -1);
    say("late after computing much", late_by_itself, "", -1);
    return say("frames later than 1.5 intervals", late, "", 0);
}

/* What this machine makes of a loop that does nothing but wait for the next frame. */
static void measure_machine(double seconds)
{
    struct pacer pacer;
    double longest_ms = 0;
    int late = 0;
    uint64_t then_ns = clock_ns();
    uint64_t end_ns = then_ns + (uint64_t)(seconds * 1e9);
    for (pacer_start(&pacer, 1000000000 / 60); then_ns < end_ns;) {
        pacer_wait(&pacer);
        uint64_t now_ns = clock_ns();
        double ms = (double)(now_ns - then_ns) / 1e6;
        longest_ms = ms > longest_ms ? ms : longest_ms;
        late += ms > LATE_INTERVALS * 1000 / 60 ? 1 : 0;
        then_ns = now_ns;
    }
    printf("An empty loop at 60 Hz, for comparison\n");
    say("seconds", seconds, "", -1);
    say("between turns, longest", longest_ms, "ms", -1);
    say("turns later than 1.5 intervals", late, "", -1);
    printf("\n");
}

/* The level is played to and fro; with keys, it is paused and goes on all the time. */
static bool measure_play(const char *assets, double seconds, bool has_keys, bool *reached,
                         struct error *error)
{
    static struct app app;
    static struct pace pace;
    pace = (struct pace){.end_ns = clock_ns() + (uint64_t)(seconds * 1e9)};
    if (!open_game(&app, assets, error)) {
        return false;
    }
    bool good = open_level(&app, assets, error);
    if (good) {
        char text[256];
        display_in_force(&app.display, text, sizeof text);
        printf("%s\n%s\n", has_keys ? "\nWhile a key is pressed again and again" : "While a level is played",
               text);
        app.observer = look;
        app.observer_context = &pace;
        SDL_InitSubSystem(SDL_INIT_TIMER);
        SDL_TimerID timer = has_keys ? SDL_AddTimer(KEY_GAP_MS, press, &pace) : 0;
        screen_run_all(&app, SCREEN_PLAY);
        SDL_RemoveTimer(timer);
        if (has_keys) {
            struct stats stats = stats_of(pace.key_frames, pace.key_count);
            say("keys", stats.count, "", -1);
            say("key to picture, median", stats.median, "frames", -1);
            *reached = say("key to picture, longest", stats.max, "frames", KEY_FRAMES_MAX) && *reached;
        } else {
            *reached = tell_frames(&pace) && *reached;
        }
    }
    app_close(&app);
    return good;
}

struct idle {
    uint64_t began_ns, cpu_began_ns;
    double percent;
};

static uint64_t process_cpu_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (uint64_t)now.tv_sec * UINT64_C(1000000000) + (uint64_t)now.tv_nsec;
}

/* First when all pictures are there, then at the end. */
static Uint32 take_cpu(Uint32 gap_ms, void *context)
{
    struct idle *idle = context;
    (void)gap_ms;
    if (idle->began_ns == 0) {
        idle->began_ns = clock_ns();
        idle->cpu_began_ns = process_cpu_ns();
        return IDLE_S * 1000;
    }
    idle->percent =
        100.0 * (double)(process_cpu_ns() - idle->cpu_began_ns) / (double)(clock_ns() - idle->began_ns);
    SDL_Event quit = {.type = SDL_QUIT};
    SDL_PushEvent(&quit);
    return 0;
}

static bool measure_idle(const char *assets, enum screen screen, const char *what, Uint32 after_ms,
                         bool *reached, struct error *error)
{
    static struct app app;
    struct idle idle = {0};
    if (!open_game(&app, assets, error)) {
        return false;
    }
    bool good = open_level(&app, assets, error);
    if (good) {
        app.session.is_paused = true;
        SDL_InitSubSystem(SDL_INIT_TIMER);
        SDL_TimerID timer = SDL_AddTimer(after_ms, take_cpu, &idle);
        screen_run_all(&app, screen);
        SDL_RemoveTimer(timer);
        *reached = say(what, idle.percent, "% of core", IDLE_PERCENT_MAX) && *reached;
    }
    app_close(&app);
    return good;
}

int main(int argc, char **argv)
{
    double seconds = argc > 1 ? atof(argv[1]) : 60;
    struct text assets = {0};
    struct error error = {0};
    bool reached = true;
    driver = argc > 2 ? argv[2] : NULL;
    enum paint_path named;
    if (seconds < 5 || (argc > 3 && !paint_path_from_name(argv[3], &named))) {
        fprintf(stderr, "usage: pace [SECONDS [DRIVER [PATH]]], at least 5 seconds\n");
        return STATUS_USAGE;
    }
    path = argc > 3 ? (int)named : OPTION_UNSET;
    measure_machine(seconds / 3);
    bool good = assets_find("assets", &assets, &error) &&
                measure_play(assets.bytes, seconds, false, &reached, &error) &&
                measure_play(assets.bytes, seconds / 4, true, &reached, &error);
    if (good) {
        printf("\nWhile nothing moves\n");
        good = measure_idle(assets.bytes, SCREEN_OPTIONS, "options", 2000, &reached, &error) &&
               measure_idle(assets.bytes, SCREEN_PLAY, "a level, paused", 2000, &reached, &error);
    }
    text_free(&assets);
    if (!good) {
        error_print(&error, stderr);
        return STATUS_ENVIRONMENT;
    }
    return reached ? STATUS_GOOD : STATUS_BAD;
}

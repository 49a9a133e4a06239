/* Frames while a level is played. In between, by turns, loops that do less: one that only shows the last
 * picture again, and one that does nothing but wait. What they miss too is not the game's own doing. */
#include "pace.h"

#include "base/memory.h"
#include "frame/clock.h"
#include "frame/stats.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SLICE_S = 2, SKIPPED_FRAMES = 3, WARM_UP_FRAMES = 120, TOLD_MAX = 20, RATE_MAX = 500 };

#define LATE_INTERVALS 1.5

enum loop { LOOP_PLAY, LOOP_PRESENT, LOOP_EMPTY, LOOP_COUNT };

struct loop_times {
    double *intervals_ms, *computed_ms;
    int count, room;
    int late;
    int late_awake; /* of them, those that were not just woken up late */
    double longest_sleep_over_ms;
};

struct late_frame {
    double at_s, interval_ms;
    double over_ms; /* woken up later than asked for */
    struct laps laps;
};

struct frames {
    struct pace *pace;
    struct loop_times loops[LOOP_COUNT];
    struct late_frame told[TOLD_MAX];
    int told_count;
    double *laps_ms[LAP_COUNT];
    uint64_t began_ns, played_ns, slice_end_ns, then_ns;
    double frame_ms;
    int frames, skip;
};

static const char *const lap_names[LAP_COUNT] = {"wait",    "events", "level", "controls",
                                                 "keeping", "finish", "hold",  "present"};

static void open_loop(struct loop_times *loop, double seconds)
{
    loop->room = (int)(seconds * RATE_MAX);
    loop->intervals_ms = memory_get_array((size_t)loop->room, sizeof *loop->intervals_ms);
    loop->computed_ms = memory_get_array((size_t)loop->room, sizeof *loop->computed_ms);
}

/* Returns whether it was late. over_ms: the time slept beyond what was asked for. */
static bool add(struct frames *frames, enum loop which, double interval_ms, double computed_ms,
                double over_ms)
{
    struct loop_times *loop = &frames->loops[which];
    if (loop->count == loop->room) {
        return false;
    }
    bool is_late = interval_ms > LATE_INTERVALS * frames->frame_ms;
    loop->intervals_ms[loop->count] = interval_ms;
    loop->computed_ms[loop->count++] = computed_ms;
    loop->late += is_late ? 1 : 0;
    loop->late_awake += is_late && over_ms < (LATE_INTERVALS - 1) * frames->frame_ms ? 1 : 0;
    loop->longest_sleep_over_ms = fmax(loop->longest_sleep_over_ms, over_ms);
    return is_late;
}

static void run_loop(struct frames *frames, enum loop which)
{
    struct painter *painter = frames->pace->app.display.painter;
    struct pacer pacer;
    uint64_t then_ns = clock_ns();
    uint64_t end_ns = then_ns + SLICE_S * UINT64_C(1000000000);
    pacer_start(&pacer, frames->pace->app.display.frame_ns);
    for (int turn = 0; then_ns < end_ns; turn++) {
        uint64_t start_ns = clock_ns();
        uint64_t asked_ns = pacer_wait(&pacer);
        uint64_t woken_ns = clock_ns();
        uint64_t cpu_ns = clock_thread_cpu_ns();
        if (which == LOOP_PRESENT) {
            painter_present(painter);
        }
        uint64_t now_ns = clock_ns();
        if (turn >= SKIPPED_FRAMES) {
            add(frames, which, (double)(now_ns - then_ns) / 1e6,
                (double)(clock_thread_cpu_ns() - cpu_ns) / 1e6,
                ((double)(woken_ns - start_ns) - (double)asked_ns) / 1e6);
        }
        then_ns = now_ns;
    }
}

static void take_frame(struct frames *frames, const struct display *display)
{
    const struct laps *laps = &display->laps;
    double interval_ms = (double)(display->presented_ns - frames->then_ns) / 1e6;
    double over_ms = fmax((double)laps->ns[LAP_WAIT] - (double)display->waited_ns,
                          (double)laps->ns[LAP_HOLD] - (double)display->held_ns) /
                     1e6;
    double computed_ms = 0;
    int at = frames->loops[LOOP_PLAY].count;
    for (int lap = 0; lap < LAP_COUNT && at < frames->loops[LOOP_PLAY].room; lap++) {
        computed_ms += (double)laps->cpu_ns[lap] / 1e6;
        frames->laps_ms[lap][at] = (double)laps->ns[lap] / 1e6;
    }
    if (add(frames, LOOP_PLAY, interval_ms, computed_ms, over_ms) && frames->told_count < TOLD_MAX) {
        frames->told[frames->told_count++] = (struct late_frame){
            (double)(display->presented_ns - frames->began_ns) / 1e9, interval_ms, over_ms, *laps};
    }
}

/* Round and round over the level, so that ghosts are asked for as well. */
static void move_pointer(const struct app *app, int frame)
{
    double angle = frame * 0.02;
    SDL_Event event = {.motion = {.type = SDL_MOUSEMOTION,
                                  .windowID = SDL_GetWindowID(painter_window(app->display.painter)),
                                  .x = (Sint32)(640 + 300 * cos(angle)),
                                  .y = (Sint32)(340 + 180 * sin(angle))}};
    SDL_PushEvent(&event);
}

/* After each frame that was shown. */
static void look(void *context, struct app *app)
{
    struct frames *frames = context;
    struct display *display = &app->display;
    frames->frame_ms = (double)display->frame_ns / 1e6;
    if (++frames->frames > WARM_UP_FRAMES && frames->skip-- <= 0) {
        take_frame(frames, display);
    }
    if (frames->frames <= WARM_UP_FRAMES) {
        frames->slice_end_ns = display->presented_ns + SLICE_S * UINT64_C(1000000000);
    } else if (display->presented_ns >= frames->slice_end_ns) {
        frames->played_ns += SLICE_S * UINT64_C(1000000000);
        run_loop(frames, LOOP_PRESENT);
        run_loop(frames, LOOP_EMPTY);
        display_rest(display);
        frames->skip = SKIPPED_FRAMES;
        frames->slice_end_ns = clock_ns() + SLICE_S * UINT64_C(1000000000);
    }
    frames->then_ns = display->presented_ns;
    if (session_is_over(&app->session)) {
        timeline_seek(app->session.timeline, 0);
    }
    move_pointer(app, frames->frames);
    app->is_leaving = (double)frames->played_ns / 1e9 >= frames->pace->seconds;
}

static void say_row(const char *what, const double values[LOOP_COUNT], int digits)
{
    printf("  %-38s", what);
    for (int i = 0; i < LOOP_COUNT; i++) {
        printf(" %10.*f", digits, values[i]);
    }
}

static void tell_loops(struct frames *frames)
{
    double rows[10][LOOP_COUNT];
    for (int i = 0; i < LOOP_COUNT; i++) {
        struct loop_times *loop = &frames->loops[i];
        struct stats between = stats_of(loop->intervals_ms, loop->count);
        struct stats computed = stats_of(loop->computed_ms, loop->count);
        const double column[] = {between.count,
                                 between.median,
                                 between.p99,
                                 between.max,
                                 loop->longest_sleep_over_ms,
                                 computed.median,
                                 computed.p99,
                                 computed.max,
                                 loop->late - loop->late_awake,
                                 loop->late};
        for (int row = 0; row < 10; row++) {
            rows[row][i] = column[row];
        }
    }
    static const char *const names[] = {"frames",
                                        "between frames, median, ms",
                                        "between frames, 99 %, ms",
                                        "between frames, longest, ms",
                                        "woken later than asked, longest, ms",
                                        "computed for a frame, median, ms",
                                        "computed for a frame, 99 %, ms",
                                        "computed for a frame, longest, ms",
                                        "late because woken late",
                                        "later than 1.5 intervals"};
    printf("  %-38s %10s %10s %10s\n", "", "play", "present", "empty");
    for (int row = 0; row < 10; row++) {
        say_row(names[row], rows[row], row == 0 || row > 7 ? 0 : 2);
        if (row < 9) {
            printf("\n");
        }
    }
    pace_judge(frames->pace, frames->loops[LOOP_PLAY].late, 0);
}

static void tell_laps(struct frames *frames)
{
    printf("\n  Where the time of a frame goes, ms\n  %-38s", "");
    for (int lap = 0; lap < LAP_COUNT; lap++) {
        printf(" %8s", lap_names[lap]);
    }
    struct stats stats[LAP_COUNT];
    for (int lap = 0; lap < LAP_COUNT; lap++) {
        stats[lap] = stats_of(frames->laps_ms[lap], frames->loops[LOOP_PLAY].count);
    }
    printf("\n  %-38s", "median");
    for (int lap = 0; lap < LAP_COUNT; lap++) {
        printf(" %8.2f", stats[lap].median);
    }
    printf("\n  %-38s", "99 %");
    for (int lap = 0; lap < LAP_COUNT; lap++) {
        printf(" %8.2f", stats[lap].p99);
    }
    printf("\n");
    for (int i = 0; i < frames->told_count; i++) {
        const struct late_frame *late = &frames->told[i];
        printf("  late at %6.2f s: %6.2f, woken %5.2f late", late->at_s, late->interval_ms, late->over_ms);
        for (int lap = 0; lap < LAP_COUNT; lap++) {
            printf(" %8.2f", (double)late->laps.ns[lap] / 1e6);
        }
        printf("\n  %-38s", "    of that computed");
        for (int lap = 0; lap < LAP_COUNT; lap++) {
            printf(" %8.2f", (double)late->laps.cpu_ns[lap] / 1e6);
        }
        printf("\n");
    }
    if (frames->loops[LOOP_PLAY].late > frames->told_count) {
        printf("  and %d more\n", frames->loops[LOOP_PLAY].late - frames->told_count);
    }
}

bool pace_frames(struct pace *pace, struct error *error)
{
    static struct frames frames;
    frames = (struct frames){.pace = pace, .began_ns = clock_ns()};
    if (!pace_open(pace, error)) {
        return false;
    }
    for (int i = 0; i < LOOP_COUNT; i++) {
        open_loop(&frames.loops[i], pace->seconds + SLICE_S);
    }
    for (int lap = 0; lap < LAP_COUNT; lap++) {
        frames.laps_ms[lap] =
            memory_get_array((size_t)frames.loops[LOOP_PLAY].room, sizeof *frames.laps_ms[lap]);
    }
    char text[256];
    display_in_force(&pace->app.display, text, sizeof text);
    printf("While a level is played; in turns of %d s with a loop that only shows the last picture again, "
           "and one\n"
           "that does nothing but wait\n  %s\n",
           SLICE_S, text);
    pace->app.observer = look;
    pace->app.observer_context = &frames;
    screen_run_all(&pace->app, SCREEN_PLAY);
    bool is_done = (double)frames.played_ns / 1e9 >= pace->seconds;
    if (is_done) {
        tell_loops(&frames);
        tell_laps(&frames);
    }
    for (int i = 0; i < LOOP_COUNT; i++) {
        memory_free(frames.loops[i].intervals_ms);
        memory_free(frames.loops[i].computed_ms);
    }
    for (int lap = 0; lap < LAP_COUNT; lap++) {
        memory_free(frames.laps_ms[lap]);
    }
    pace_close(pace);
    return is_done || pace_interrupted(error);
}

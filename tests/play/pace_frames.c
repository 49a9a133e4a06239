/* Frames while a level is played. In between, by turns, loops that do less: one that only shows the last
 * picture again, and one that does nothing but wait. What they miss too is not the game's own doing. */
#include "pace.h"

#include "base/memory.h"
#include "frame/clock.h"
#include "frame/stats.h"
#include "pace_host.h"
#include "pace_loop.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

enum { SLICE_S = 2, SKIPPED_FRAMES = 3, WARM_UP_FRAMES = 120, TOLD_MAX = 20, RATE_MAX = 500 };

#define LATE_INTERVALS 1.5

enum loop { LOOP_PLAY, LOOP_PRESENT, LOOP_EMPTY, LOOP_COUNT };

struct late_frame {
    double at_s;
    struct pace_frame frame;
    struct laps laps;
    struct pace_reading before, after;
};

struct frames {
    struct pace *pace;
    struct pace_loop loops[LOOP_COUNT];
    struct late_frame told[TOLD_MAX];
    int told_count;
    double *laps_ms[LAP_COUNT];
    struct pace_host host;
    struct pace_reading first, before, after; /* at the start, and around the last frame */
    uint64_t began_ns, played_ns, slice_end_ns, then_ns;
    double frame_ms;
    int frames, skip;
};

static const char *const lap_names[LAP_COUNT] = {"wait",    "events", "level", "controls",
                                                 "keeping", "finish", "hold",  "present"};

static double ms(uint64_t from_ns, uint64_t to_ns)
{
    return ((double)to_ns - (double)from_ns) / 1e6;
}

/* After a frame, in time that is waited away. */
static void read_host(struct frames *frames)
{
    frames->before = frames->after;
    pace_host_read(&frames->host, &frames->after);
}

static bool was_taken(const struct frames *frames)
{
    return pace_host_taken_ms(&frames->before, &frames->after) > 0;
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
        double computed_ms = ms(cpu_ns, clock_thread_cpu_ns());
        read_host(frames);
        if (turn >= SKIPPED_FRAMES) {
            double over_ms = ms(start_ns + asked_ns, woken_ns);
            struct pace_frame frame = {.interval_ms = ms(then_ns, now_ns),
                                       .parts_ms = {computed_ms, over_ms, ms(woken_ns, now_ns) - computed_ms},
                                       .over_ms = over_ms,
                                       .was_taken = was_taken(frames)};
            pace_loop_add(&frames->loops[which], &frame);
        }
        then_ns = now_ns;
    }
}

static struct pace_frame frame_of_game(const struct frames *frames, const struct display *display)
{
    const struct laps *laps = &display->laps;
    double wait_over_ms = ms(display->waited_ns, laps->ns[LAP_WAIT]);
    double hold_over_ms = ms(display->held_ns, laps->ns[LAP_HOLD]);
    struct pace_frame frame = {.interval_ms = ms(frames->then_ns, display->presented_ns),
                               .over_ms = fmax(wait_over_ms, hold_over_ms),
                               .was_taken = was_taken(frames)};
    for (int lap = 0; lap < LAP_COUNT; lap++) {
        double slept_ms = (double)(lap == LAP_WAIT   ? display->waited_ns
                                   : lap == LAP_HOLD ? display->held_ns
                                                     : 0) /
                          1e6;
        double computed_ms = (double)laps->cpu_ns[lap] / 1e6;
        frame.parts_ms[PART_COMPUTED] += computed_ms;
        frame.parts_ms[lap == LAP_PRESENT ? PART_SHOWING : PART_KEPT] +=
            (double)laps->ns[lap] / 1e6 - slept_ms - computed_ms;
    }
    return frame;
}

static void take_frame(struct frames *frames, const struct display *display)
{
    struct pace_frame frame = frame_of_game(frames, display);
    int at = frames->loops[LOOP_PLAY].count;
    if (!pace_loop_add(&frames->loops[LOOP_PLAY], &frame)) {
        return;
    }
    for (int lap = 0; lap < LAP_COUNT; lap++) {
        frames->laps_ms[lap][at] = (double)display->laps.ns[lap] / 1e6;
    }
    if (frame.interval_ms > LATE_INTERVALS * frames->frame_ms && frames->told_count < TOLD_MAX) {
        frames->told[frames->told_count++] =
            (struct late_frame){ms(frames->began_ns, display->presented_ns) / 1e3, frame, display->laps,
                                frames->before, frames->after};
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
    read_host(frames);
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
        read_host(frames);
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

static void tell_loops(struct frames *frames, const struct pace_loop_facts facts[LOOP_COUNT])
{
    enum { ROWS = 14, COUNTS_FROM = 9 };
    static const char *const names[ROWS] = {"frames",
                                            "between frames, median, ms",
                                            "between frames, 99 %, ms",
                                            "between frames, 99.9 %, ms",
                                            "between frames, longest, ms",
                                            "woken later than asked, longest, ms",
                                            "computed for a frame, median, ms",
                                            "computed for a frame, 99 %, ms",
                                            "computed for a frame, longest, ms",
                                            "late by computing",
                                            "late for want of a processor",
                                            "late by display's server or host",
                                            "late while the host took a processor",
                                            "later than 1.5 intervals"};
    double rows[ROWS][LOOP_COUNT];
    for (int i = 0; i < LOOP_COUNT; i++) {
        const struct pace_loop_facts *loop = &facts[i];
        const double column[ROWS] = {frames->loops[i].count,
                                     loop->interval_median_ms,
                                     loop->interval_p99_ms,
                                     loop->interval_p999_ms,
                                     loop->interval_max_ms,
                                     loop->over_max_ms,
                                     loop->computed_median_ms,
                                     loop->computed_p99_ms,
                                     loop->computed_max_ms,
                                     loop->late_parts[PART_COMPUTED],
                                     loop->late_parts[PART_KEPT],
                                     loop->late_parts[PART_SHOWING],
                                     loop->late_taken,
                                     loop->late};
        for (int row = 0; row < ROWS; row++) {
            rows[row][i] = column[row];
        }
    }
    printf("  %-38s %10s %10s %10s\n", "", "play", "present", "empty");
    for (int row = 0; row < ROWS; row++) {
        say_row(names[row], rows[row], row == 0 || row >= COUNTS_FROM ? 0 : 2);
        if (row < ROWS - 1) {
            printf("\n");
        }
    }
    pace_judge(frames->pace, facts[LOOP_PLAY].late, 0);
    printf("  taken by the host from each processor");
    for (int i = 0; i < frames->after.processors; i++) {
        printf(" %" PRIu64, frames->after.taken_ms[i] - frames->first.taken_ms[i]);
    }
    printf(frames->after.processors > 0 ? " ms of %.0f\n" : ": not known\n",
           ms(frames->began_ns, clock_ns()));
}

static void tell_late(const struct frames *frames, const struct late_frame *late,
                      const double usual_ms[PART_COUNT])
{
    static const char *const causes[PART_COUNT] = {"computing", "no processor", "server or host"};
    printf("  late at %6.2f s: %6.2f, woken %5.2f late", late->at_s, late->frame.interval_ms,
           late->frame.over_ms);
    for (int lap = 0; lap < LAP_COUNT; lap++) {
        printf(" %8.2f", (double)late->laps.ns[lap] / 1e6);
    }
    printf("\n  %-38s", "    of that computed");
    for (int lap = 0; lap < LAP_COUNT; lap++) {
        printf(" %8.2f", (double)late->laps.cpu_ns[lap] / 1e6);
    }
    printf("\n      %s, ms: ", causes[pace_loop_cause(&late->frame, usual_ms)]);
    pace_host_say(&frames->host, &late->before, &late->after);
}

static void tell_laps(struct frames *frames, const struct pace_loop_facts *facts)
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
        tell_late(frames, &frames->told[i], facts->usual_ms);
    }
    if (facts->late > frames->told_count) {
        printf("  and %d more\n", facts->late - frames->told_count);
    }
}

static void tell(struct frames *frames)
{
    struct pace_loop_facts facts[LOOP_COUNT];
    for (int i = 0; i < LOOP_COUNT; i++) {
        facts[i] = pace_loop_facts(&frames->loops[i], LATE_INTERVALS * frames->frame_ms);
    }
    tell_loops(frames, facts);
    tell_laps(frames, &facts[LOOP_PLAY]);
}

bool pace_frames(struct pace *pace, struct error *error)
{
    static struct frames frames;
    frames = (struct frames){.pace = pace, .began_ns = clock_ns()};
    if (!pace_open(pace, error)) {
        return false;
    }
    for (int i = 0; i < LOOP_COUNT; i++) {
        pace_loop_open(&frames.loops[i], (int)((pace->seconds + SLICE_S) * RATE_MAX));
    }
    for (int lap = 0; lap < LAP_COUNT; lap++) {
        frames.laps_ms[lap] =
            memory_get_array((size_t)frames.loops[LOOP_PLAY].room, sizeof *frames.laps_ms[lap]);
    }
    pace_host_open(&frames.host);
    pace_host_read(&frames.host, &frames.first);
    frames.after = frames.first;
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
        tell(&frames);
    }
    for (int i = 0; i < LOOP_COUNT; i++) {
        pace_loop_close(&frames.loops[i]);
    }
    for (int lap = 0; lap < LAP_COUNT; lap++) {
        memory_free(frames.laps_ms[lap]);
    }
    pace_host_close(&frames.host);
    pace_close(pace);
    return is_done || pace_interrupted(error);
}

#include "play/display.h"

#include "frame/clock.h"
#include "paint/video.h"
#include "play/drivers.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

/* Windows larger than this have larger controls: nobody sits closer to a larger or finer screen. */
#define GROWS_ABOVE_W 1920.0
#define GROWS_ABOVE_H 1080.0
/* Points that every screen can do with. */
#define UI_W_MIN 560.0
#define UI_H_MIN 420.0

/* Displays that wait for the screen themselves set the pace, and the pacer is a little faster than they are;
 * it only stops those that claim to wait and do not (the software renderer on a plain framebuffer). */
#define FASTER_THAN_SCREEN 0.97

static void start_pacing(struct display *display)
{
    SDL_DisplayMode mode = {.refresh_rate = 0};
    SDL_Window *window = painter_window(display->painter);
    if (window != NULL) {
        SDL_GetCurrentDisplayMode(SDL_GetWindowDisplayIndex(window), &mode);
    }
    int rate = mode.refresh_rate >= 30 && mode.refresh_rate <= 480 ? mode.refresh_rate : 60;
    display->is_vsync = painter_state(display->painter).is_vsync;
    display->frame_ns = UINT64_C(1000000000) / (uint64_t)rate;
    if (display->is_vsync) {
        pacer_start_behind(&display->pacer, (uint64_t)((double)display->frame_ns * FASTER_THAN_SCREEN));
    } else {
        pacer_start(&display->pacer, display->frame_ns);
    }
}

static bool open_painter(struct display *display, struct error *error)
{
    display->settings.driver = display->driver;
    display->painter = painter_open(&display->settings, error);
    if (display->painter == NULL) {
        return false;
    }
    canvas_attach(&display->canvas, display->painter);
    painter_show_redrawn(display->painter, display->shows_redrawn);
    display->generation++;
    start_pacing(display);
    return true;
}

static bool open_any(struct display *display, struct error *error)
{
    const char *const *drivers = drivers_best_first();
    for (int i = 0; i < DRIVERS; i++) {
        snprintf(display->driver, sizeof display->driver, "%s", drivers[i]);
        if (open_painter(display, error)) {
            return true;
        }
    }
    return false;
}

bool display_open(struct display *display, const struct paint_settings *settings, struct error *error)
{
    *display = (struct display){.settings = *settings};
    /* Held until the end: a window that is opened anew would else leave the desktop for a moment, and could
     * find that it is not let in again. */
    display->has_video = video_start(false, error);
    if (!display->has_video || !canvas_open(&display->canvas, settings->assets, error)) {
        display_close(display);
        return false;
    }
    ring_init(&display->work_ms, DISPLAY_FRAMES);
    ring_init(&display->between_ms, DISPLAY_FRAMES);
    bool good;
    if (settings->driver == NULL) {
        good = open_any(display, error);
    } else {
        snprintf(display->driver, sizeof display->driver, "%s", settings->driver);
        good = open_painter(display, error);
    }
    if (!good) {
        display_close(display);
    }
    return good;
}

static void close_painter(struct display *display)
{
    canvas_attach(&display->canvas, NULL);
    painter_close(display->painter);
    display->painter = NULL;
}

void display_close(struct display *display)
{
    if (display->painter != NULL) {
        close_painter(display);
    }
    if (display->has_video) {
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        display->has_video = false;
    }
    ring_free(&display->work_ms);
    ring_free(&display->between_ms);
    canvas_close(&display->canvas);
}

void display_size(const struct display *display, int *width_px, int *height_px)
{
    SDL_GetRendererOutputSize(painter_renderer(display->painter), width_px, height_px);
}

/* The window's size as it is now, so that a window opened anew is as large. */
static void keep_size(struct display *display)
{
    SDL_Window *window = painter_window(display->painter);
    if (window != NULL) {
        SDL_GetWindowSize(window, &display->settings.width_px, &display->settings.height_px);
        display->settings.is_fullscreen = (SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    }
}

/* Opens the window anew with the settings that were put in place; with the old ones if that fails. */
static bool reopen(struct display *display, const struct paint_settings *old, const char *old_driver,
                   struct error *error)
{
    keep_size(display);
    close_painter(display);
    if (open_painter(display, error)) {
        return true;
    }
    struct error again;
    int width_px = display->settings.width_px;
    int height_px = display->settings.height_px;
    display->settings = *old;
    display->settings.width_px = width_px;
    display->settings.height_px = height_px;
    snprintf(display->driver, sizeof display->driver, "%s", old_driver);
    if (!open_painter(display, &again)) {
        open_any(display, &again);
    }
    return false;
}

/* The value beside the one in force; unset counts as the one Warren or the library chose. */
static void next_value(struct display *display, enum hint hint, int direction)
{
    const struct hint_info *info = hint_info(hint);
    struct hint_reading reading = painter_reading(display->painter, hint);
    int at = -1;
    int count = 0;
    for (; count < HINT_VALUES_MAX && info->values[count] != NULL; count++) {
        at = strcmp(info->values[count], reading.value) == 0 ? count : at;
    }
    int next = at < 0 ? 0 : (at + direction + count) % count;
    hint_values_set(&display->settings.hints, info->name, info->values[next], NULL);
}

static void next_driver(struct display *display, int direction)
{
    int at = 0;
    for (int i = 0; i < DRIVERS; i++) {
        if (strcmp(drivers_names[i], display->driver) == 0) {
            at = i;
        }
    }
    snprintf(display->driver, sizeof display->driver, "%s",
             drivers_names[(at + direction + DRIVERS) % DRIVERS]);
}

/* The settings as they are now in force: in the window that is open if possible, else in a new one. */
static void put_in_force(struct display *display, const struct paint_settings *old, const char *old_driver,
                         bool needs_new_window)
{
    struct error error = {0};
    bool good = !needs_new_window &&
                painter_change(display->painter, display->settings.path, &display->settings.hints, &error);
    if (!good) {
        good = reopen(display, old, old_driver, &error);
    }
    ring_clear(&display->work_ms);
    ring_clear(&display->between_ms);
    snprintf(display->said, sizeof display->said, "%s", good ? "" : error.text);
}

void display_toggle(struct display *display, enum display_toggle toggle, int direction)
{
    struct paint_settings old = display->settings;
    char old_driver[sizeof display->driver];
    memcpy(old_driver, display->driver, sizeof old_driver);
    switch (toggle) {
    case TOGGLE_SCALE_QUALITY: next_value(display, HINT_SCALE_QUALITY, direction); break;
    case TOGGLE_BLEND: next_value(display, HINT_BLEND, direction); break;
    case TOGGLE_PATH:
        display->settings.path =
            (enum paint_path)(((int)display->settings.path + direction + PATH_COUNT) % PATH_COUNT);
        break;
    case TOGGLE_DRIVER: next_driver(display, direction); break;
    }
    put_in_force(display, &old, old_driver, toggle == TOGGLE_DRIVER);
}

bool display_use_driver(struct display *display, const char *driver)
{
    struct paint_settings old = display->settings;
    char old_driver[sizeof display->driver];
    struct error error = {0};
    memcpy(old_driver, display->driver, sizeof old_driver);
    snprintf(display->driver, sizeof display->driver, "%s", driver);
    bool good = reopen(display, &old, old_driver, &error);
    snprintf(display->said, sizeof display->said, "%s", good ? "" : error.text);
    return good;
}

void display_renew(struct display *display)
{
    canvas_attach(&display->canvas, display->painter);
    display->generation++;
}

void display_tint(struct display *display)
{
    display->shows_redrawn = !display->shows_redrawn;
    painter_show_redrawn(display->painter, display->shows_redrawn);
}

bool display_fullscreen(struct display *display)
{
    SDL_Window *window = painter_window(display->painter);
    bool is_full =
        (SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN_DESKTOP) == SDL_WINDOW_FULLSCREEN_DESKTOP;
    SDL_SetWindowFullscreen(window, is_full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
    return !is_full;
}

double display_pixels_per_unit(const struct display *display)
{
    int units = 0;
    int width_px = 0;
    int height_px = 0;
    SDL_GetWindowSize(painter_window(display->painter), &units, NULL);
    display_size(display, &width_px, &height_px);
    return units > 0 && width_px > 0 ? (double)width_px / units : 1;
}

double display_ui_scale(const struct display *display, int percent)
{
    int width_px = 0;
    int height_px = 0;
    display_size(display, &width_px, &height_px);
    double per_unit = display_pixels_per_unit(display);
    double grown = fmin(width_px / per_unit / GROWS_ABOVE_W, height_px / per_unit / GROWS_ABOVE_H);
    double most = fmin(width_px / UI_W_MIN, height_px / UI_H_MIN);
    return fmin(percent / 100.0 * per_unit * fmax(1, grown), most);
}

void display_put_first(void)
{
    if (getpriority(PRIO_PROCESS, 0) == 0) {
        SDL_SetThreadPriority(SDL_THREAD_PRIORITY_HIGH);
    }
}

void display_wait(struct display *display)
{
    laps_begin(&display->laps);
    display->waited_ns =
        display->is_vsync ? pacer_wait(&display->pacer) : pacer_wait_to_draw(&display->pacer);
    laps_end(&display->laps, LAP_WAIT);
}

void display_rest(struct display *display)
{
    pacer_restart(&display->pacer);
    display->laps = (struct laps){0};
    laps_begin(&display->laps);
    display->presented_ns = 0;
}

void display_begin(struct display *display)
{
    laps_end(&display->laps, LAP_HEAR);
    display->frame_start_ns = clock_ns();
}

/* A picture that is ready too soon is held back; the screen does that itself when presenting waits for it. */
static void hold(struct display *display, uint64_t drawing_ns)
{
    display->held_ns = 0;
    if (!display->is_vsync) {
        pacer_learn(&display->pacer, drawing_ns);
        display->held_ns = pacer_wait(&display->pacer);
    }
    laps_end(&display->laps, LAP_HOLD);
}

void display_present(struct display *display)
{
    painter_finish(display->painter);
    laps_end(&display->laps, LAP_FINISH);
    uint64_t drawing_ns = clock_ns() - display->frame_start_ns;
    hold(display, drawing_ns);
    painter_present(display->painter);
    laps_end(&display->laps, LAP_PRESENT);
    uint64_t now_ns = clock_ns();
    ring_add(&display->work_ms, (double)drawing_ns / 1e6);
    if (display->presented_ns != 0) {
        ring_add(&display->between_ms, (double)(now_ns - display->presented_ns) / 1e6);
    }
    display->presented_ns = now_ns;
    display->frames++;
}

void display_in_force(const struct display *display, char *text, size_t size)
{
    struct paint_state state = painter_state(display->painter);
    snprintf(text, size, "%s (%s)  path %s  scale quality %s  blend %s  vsync %s  batching %s  %dx%d  %s%s",
             state.driver, state.video_driver, state.path, state.scale_quality, state.blend,
             state.is_vsync ? "on" : "off",
             !state.is_batching_known ? "unknown"
             : state.is_batching      ? "on"
                                      : "off",
             state.output_w_px, state.output_h_px, state.window_format,
             state.is_software_through_gl ? "  presents through OpenGL" : "");
}

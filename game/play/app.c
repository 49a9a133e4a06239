#include "play/app.h"

#include "base/memory.h"
#include "frame/clock.h"
#include "play/app_events.h"
#include "play/panel.h"
#include "play/screen.h"
#include "play/screenshot.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MESSAGE_MS = 3500 };

static void take_options(struct app *app)
{
    const struct play_options *options = app->options;
    struct preferences *preferences = &app->preferences;
    if (options->width_px > 0) {
        preferences->width_px = options->width_px;
        preferences->height_px = options->height_px;
    }
    if (options->fullscreen != OPTION_UNSET) {
        preferences->is_fullscreen = options->fullscreen != 0;
    }
    if (options->path != OPTION_UNSET) {
        preferences->path = (enum paint_path)options->path;
    }
    if (options->driver != NULL) {
        snprintf(preferences->driver, sizeof preferences->driver, "%s", options->driver);
    }
    if (options->ui_percent > 0) {
        preferences->ui_percent = options->ui_percent;
    }
    preferences->is_muted = preferences->is_muted || options->mute;
    for (int i = 0; i < HINT_SETTABLE_COUNT; i++) {
        if (options->hints.choice[i] != 0) {
            preferences->hints.choice[i] = options->hints.choice[i];
        }
    }
}

/* The painter draws without a display too, but nobody could play there; unless that was asked for. */
static bool is_visible(const struct app *app, struct error *error)
{
    const char *video = painter_state(app->display.painter).video_driver;
    const char *asked = SDL_getenv("SDL_VIDEODRIVER");
    bool is_blind = strcmp(video, "offscreen") == 0 || strcmp(video, "dummy") == 0;
    if (is_blind && (asked == NULL || strcmp(asked, video) != 0)) {
        return error_set(error, STATUS_ENVIRONMENT, "display", "there is no display to play on");
    }
    return true;
}

static void open_sound(struct app *app)
{
    struct error error = {0};
    speaker_open(&app->speaker, app->assets, &error);
    if (error.text[0] != '\0') {
        SDL_LogWarn(SDL_LOG_CATEGORY_APPLICATION, "%s", error.text);
    }
    speaker_follow(&app->speaker, &app->preferences);
}

/* With what was saved, or else with what was asked for on the command line alone. */
static bool open_display(struct app *app, struct paint_settings *settings, struct error *error)
{
    if (display_open(&app->display, settings, error)) {
        return true;
    }
    settings->driver = app->options->driver;
    settings->hints = app->options->hints;
    return display_open(&app->display, settings, error);
}

/* What is shipped, then what the player has put into the data folder. */
static void open_library(struct app *app)
{
    const char *data = app->keeping.folders.paths[FOLDER_DATA];
    library_open(&app->library, app->assets);
    if (data != NULL) {
        struct text folder = {0};
        text_format(&folder, "%s/levels", data);
        library_add(&app->library, folder.bytes);
        text_free(&folder);
    }
}

bool app_open(struct app *app, const struct play_options *options, const char *assets, struct error *error)
{
    *app = (struct app){.options = options, .level = -1, .has_focus = true, .is_fresh = true};
    app->status = options->exit_when_done ? STATUS_BAD : STATUS_GOOD; /* until it is won */
    keeping_open(app);
    take_options(app);
    struct paint_settings settings = {.driver =
                                          app->preferences.driver[0] != '\0' ? app->preferences.driver : NULL,
                                      .path = app->preferences.path,
                                      .hints = app->preferences.hints,
                                      .width_px = app->preferences.width_px,
                                      .height_px = app->preferences.height_px,
                                      .title = "Warren",
                                      .is_resizable = true,
                                      .looks_ahead = true,
                                      .is_fullscreen = app->preferences.is_fullscreen};
    app->assets = memory_copy_text(assets);
    settings.assets = app->assets;
    SDL_SetHint(SDL_HINT_APP_NAME, "Warren");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "1");
    if (!open_display(app, &settings, error)) {
        keeping_close(app);
        memory_free(app->assets);
        return false;
    }
    input_start(&app->input);
    app->input.bindings = app->preferences.bindings;
    open_library(app);
    thumbnails_start(&app->thumbnails, app->assets);
    ui_start(&app->ui);
    keeping_begin(app);
    switching_begin(app);
    if (!is_visible(app, error)) {
        app_close(app);
        return false;
    }
    open_sound(app);
    return true;
}

void app_close(struct app *app)
{
    keeping_close(app);
    speaker_close(&app->speaker);
    session_close(&app->session);
    view_free(&app->view);
    library_close(&app->library);
    thumbnails_stop(&app->thumbnails, app->display.generation);
    compare_free(&app->compare);
    input_stop(&app->input);
    display_close(&app->display);
    memory_free(app->assets);
}

void app_say(struct app *app, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(app->message, sizeof app->message, format, arguments);
    va_end(arguments);
    app->message_until_ns = clock_ns() + MESSAGE_MS * UINT64_C(1000000);
    app->is_fresh = true;
}

void app_say_unreadable(struct app *app, const char *path, const struct error *error)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    if (error->line > 0) {
        app_say(app, "%s cannot be read: %s (line %d, column %d)", name, error->text, error->line,
                error->column);
    } else {
        app_say(app, "%s cannot be read: %s", name, error->text);
    }
}

bool app_open_level(struct app *app, const char *path, struct error *error)
{
    struct session opened;
    if (!session_open(&opened, path, error)) {
        return false;
    }
    keeping_leave_level(app);
    session_close(&app->session);
    app->session = opened;
    app->session.exact_speed = app->options->speed;
    app->levels_opened++;
    if (!library_find(&app->library, path, &app->set, &app->level)) {
        app->level = -1;
    }
    app->hints_seen = 0;
    view_start(&app->view, &app->session, app->options->zoom_px);
    keeping_start_level(app);
    return true;
}

bool app_open_listed(struct app *app, int set, int level)
{
    struct error error = {0};
    const char *path = app->library.sets[set].levels[level].path;
    if (!app_open_level(app, path, &error)) {
        app_say_unreadable(app, path, &error);
        return false;
    }
    app->set = set;
    app->level = level;
    return true;
}

void app_change_ui(struct app *app, int direction)
{
    int percent = app->preferences.ui_percent + 25 * direction;
    percent = percent < UI_PERCENT_MIN ? UI_PERCENT_MIN : percent > UI_PERCENT_MAX ? UI_PERCENT_MAX : percent;
    app->preferences.ui_percent = percent;
    app_say(app, "Controls at %d %%", percent);
}

void app_begin(struct app *app, enum action_context context, bool is_moving)
{
    app->is_moving = is_moving;
    app->input.context = context;
    app->input.pixels_per_unit = display_pixels_per_unit(&app->display);
    input_begin_pass(&app->input);
    display_wait(&app->display);
    app_hear(app, is_moving);
    display_begin(&app->display);
    canvas_begin(&app->display.canvas, display_ui_scale(&app->display, app->preferences.ui_percent));
    ui_begin(&app->ui, &app->display.canvas, &app->input, context != CONTEXT_PLAY);
}

void app_page(struct app *app)
{
    static const struct scene nothing = {0};
    struct camera camera;
    int width_px = 0;
    int height_px = 0;
    display_size(&app->display, &width_px, &height_px);
    camera_init(&camera, 0, 0, width_px, height_px);
    painter_draw(app->display.painter, &nothing, &camera);
    canvas_page(&app->display.canvas);
    laps_end(&app->display.laps, LAP_LEVEL);
}

void app_level(struct app *app)
{
    bool is_last = app->options->screenshot != NULL && app->display.frames + 1 >= app->options->frames;
    bool settles = is_last || app->display.wants_screenshot;
    bool is_still = app->preferences.reduced_motion;
    if (compare_is_running(&app->compare) && !settles) {
        compare_level(&app->compare, &app->display, &app->view, &app->session, is_still, app->is_covered);
    } else {
        view_draw(&app->view, app->display.painter, &app->session, is_still, settles);
    }
    laps_end(&app->display.laps, LAP_LEVEL);
    speaker_hear(&app->speaker, timeline_world(app->session.timeline), app->session.place, &app->view.camera,
                 clock_ns());
}

static void draw_message(struct app *app)
{
    struct canvas *canvas = &app->display.canvas;
    if (app->message[0] != '\0' && clock_ns() > app->message_until_ns) {
        app->message[0] = '\0';
        app->is_fresh = true;
    }
    if (app->message[0] == '\0') {
        return;
    }
    double limit = canvas->width - 80;
    double width = canvas_text_width(canvas, 17, app->message);
    width = width > limit ? limit : width;
    double height = canvas_text_lines(canvas, 0, 0, width + 1, 17, INK_INK, app->message, 4, false);
    double x = (canvas->width - width) / 2;
    /* Below the bar of a level; on pages at the bottom, where no heading is. */
    double y = app->screen == SCREEN_PLAY ? 62 : canvas->height - height - 40;
    canvas_panel(canvas, x - 16, y, width + 32, height + 20, INK_SUN);
    canvas_text_lines(canvas, x, y + 10, width + 1, 17, INK_INK, app->message, 4, true);
}

void app_end(struct app *app)
{
    ui_end(&app->ui);
    if (app->ui.clicks || speaker_is_button(app->input.action)) {
        speaker_play(&app->speaker, SOUND_CLICK, clock_ns());
    }
    speaker_follow(&app->speaker, &app->preferences);
    laps_end(&app->display.laps, LAP_CONTROLS);
    keeping_pass(app);
    laps_end(&app->display.laps, LAP_KEEP);
    draw_message(app);
    panel_draw(app);
    canvas_end(&app->display.canvas);
    if (app->display.wants_screenshot) {
        app->display.wants_screenshot = false;
        screenshot_of_player(app);
    }
    laps_end(&app->display.laps, LAP_CONTROLS);
    app->is_leaving =
        app->is_leaving || (app->options->frames > 0 && app->display.frames + 1 >= app->options->frames);
    if (app->is_leaving && app->options->screenshot != NULL) {
        screenshot_save(app->display.painter, app->options->screenshot, &app->failure);
    }
    display_present(&app->display);
    if (app->observer != NULL) {
        app->observer(app->observer_context, app);
    }
}

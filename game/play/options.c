#include "play/options.h"

#include "play/drivers.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One row per option; the help is printed from it. The number is what getopt_long returns. */
#define OPTION_ROWS(ROW)                                                                                     \
    ROW(REPLAY, "replay", "K", "play solution K of the level on screen")                                     \
    ROW(EXIT_WHEN_DONE, "exit-when-done", NULL, "leave when the level ends: status 0 if won, else 1")        \
    ROW(SPEED, "speed", "N", "N times the normal speed, 0.25 to 16")                                         \
    ROW(ZOOM, "zoom", "PX", "pixels per cell, 8 to 512; without it the level fits the window")               \
    ROW(SCALE_QUALITY, "scale-quality", "NAME", "nearest, linear or best")                                   \
    ROW(DRIVER, "driver", "NAME", "SDL's render driver: software, opengl, opengles2")                        \
    ROW(PATH, "path", "NAME", "draw path: copy, geometry, cached, blit")                                     \
    ROW(HINT, "hint", "NAME=VALUE", "put a render hint in force; warren-bench list names them")              \
    ROW(WINDOWED, "windowed", NULL, "in a window")                                                           \
    ROW(FULLSCREEN, "fullscreen", NULL, "on the whole screen")                                               \
    ROW(SIZE, "size", "WxH", "size of the window in pixels")                                                 \
    ROW(DATA, "data", "DIR", "the folder with pictures, levels and sounds")                                  \
    ROW(UI, "ui", "PERCENT", "size of the controls, 75 to 300")                                              \
    ROW(MUTE, "mute", NULL, "without sound")                                                                 \
    ROW(SAFE_MODE, "safe-mode", NULL, "ignore saved settings")                                               \
    ROW(FRAMES, "frames", "N", "leave after N frames")                                                       \
    ROW(SCREENSHOT, "screenshot", "FILE", "with --frames: save the last one as PNG")                         \
    ROW(HELP, "help", NULL, "this text")                                                                     \
    ROW(VERSION, "version", NULL, "the version")

enum option_id {
    OPTION_FIRST = 256,
#define ROW(id, name, argument, help) OPTION_##id,
    OPTION_ROWS(ROW)
#undef ROW
};

/* What getopt_long gives for an operand. */
enum { OPERAND = 1 };

enum { SIDE_MIN_PX = 64, SIDE_MAX_PX = 16384 };

static void write_help(struct text *out)
{
    static const struct {
        const char *name, *argument, *help;
    } rows[] = {
#define ROW(id, name, argument, help) {name, argument, help},
        OPTION_ROWS(ROW)
#undef ROW
    };
    text_add(
        out,
        "Usage: warren [OPTIONS] [LEVEL.rel]\n\nBring the rabbits home. Without a level it begins with the "
        "title.\n\n");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char left[40];
        snprintf(left, sizeof left, "--%s%s%s", rows[i].name, rows[i].argument != NULL ? " " : "",
                 rows[i].argument != NULL ? rows[i].argument : "");
        text_format(out, "  %-26s %s\n", left, rows[i].help);
    }
}

static bool wrong(struct error *error, const char *option, const char *value)
{
    return error_set(error, STATUS_USAGE, "usage", "--%s does not take \"%.60s\"", option, value);
}

static bool take_int(const char *option, const char *text, int low, int high, int *out, struct error *error)
{
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    if (errno != 0 || end == text || *end != '\0' || value < low || value > high) {
        return wrong(error, option, text);
    }
    *out = (int)value;
    return true;
}

static bool take_speed(const char *text, double *out, struct error *error)
{
    char *end;
    double value = strtod(text, &end);
    if (end == text || *end != '\0' || !(value >= 0.25 && value <= 16)) {
        return wrong(error, "speed", text);
    }
    *out = value;
    return true;
}

/* A side of the window at the start of the text, without signs or spaces; *end: what stands behind it. */
static bool take_side(const char *text, char **end, int *out)
{
    long side = text[0] >= '0' && text[0] <= '9' ? strtol(text, end, 10) : 0;
    *out = side >= SIDE_MIN_PX && side <= SIDE_MAX_PX ? (int)side : 0;
    return *out > 0;
}

static bool take_size(const char *text, struct play_options *options, struct error *error)
{
    char *end;
    if (!take_side(text, &end, &options->width_px) || *end != 'x' ||
        !take_side(end + 1, &end, &options->height_px) || *end != '\0') {
        return wrong(error, "size", text);
    }
    return true;
}

static bool take_driver(const char *text, struct play_options *options, struct error *error)
{
    for (int i = 0; i < DRIVERS; i++) {
        if (strcmp(text, drivers_names[i]) == 0) {
            options->driver = text;
            return true;
        }
    }
    return wrong(error, "driver", text);
}

static bool take_level(const char *path, struct play_options *options, struct error *error)
{
    if (options->level != NULL) {
        return error_set(error, STATUS_USAGE, "usage", "one level at a time, not also \"%.60s\"", path);
    }
    options->level = path;
    return true;
}

static bool take_hint(const char *text, struct hint_values *hints, struct error *error)
{
    const char *equals = strchr(text, '=');
    char name[64];
    if (equals == NULL || (size_t)(equals - text) >= sizeof name) {
        return wrong(error, "hint", text);
    }
    snprintf(name, sizeof name, "%.*s", (int)(equals - text), text);
    return hint_values_set(hints, name, equals + 1, error);
}

static bool take_path(const char *text, int *out, struct error *error)
{
    enum paint_path path;
    if (!paint_path_from_name(text, &path)) {
        return wrong(error, "path", text);
    }
    *out = (int)path;
    return true;
}

/* What getopt_long complains about. There are no letters, but somebody may try one of several in an argument.
 */
static bool refuse(int option, const char *argument, struct error *error)
{
    if (option == ':') {
        return error_set(error, STATUS_USAGE, "usage", "%.60s wants a value", argument);
    }
    if (optopt >= OPTION_FIRST) {
        return error_set(error, STATUS_USAGE, "usage", "there is no value as in %.60s", argument);
    }
    if (optopt != 0) {
        return error_set(error, STATUS_USAGE, "usage", "there is no option -%c", optopt);
    }
    return error_set(error, STATUS_USAGE, "usage", "there is no option %.60s", argument);
}

static bool take(int option, const char *argument, struct play_options *options, struct error *error)
{
    switch (option) {
    case OPERAND: return take_level(optarg, options, error);
    case OPTION_REPLAY: return take_int("replay", optarg, 1, 999, &options->replay, error);
    case OPTION_EXIT_WHEN_DONE: options->exit_when_done = true; return true;
    case OPTION_SPEED: return take_speed(optarg, &options->speed, error);
    case OPTION_ZOOM: return take_int("zoom", optarg, 8, 512, &options->zoom_px, error);
    case OPTION_SCALE_QUALITY: return hint_values_set(&options->hints, "scale-quality", optarg, error);
    case OPTION_DRIVER: return take_driver(optarg, options, error);
    case OPTION_PATH: return take_path(optarg, &options->path, error);
    case OPTION_HINT: return take_hint(optarg, &options->hints, error);
    case OPTION_WINDOWED: options->fullscreen = 0; return true;
    case OPTION_FULLSCREEN: options->fullscreen = 1; return true;
    case OPTION_SIZE: return take_size(optarg, options, error);
    case OPTION_DATA: options->data = optarg; return true;
    case OPTION_UI: return take_int("ui", optarg, 75, 300, &options->ui_percent, error);
    case OPTION_MUTE: options->mute = true; return true;
    case OPTION_SAFE_MODE: options->safe_mode = true; return true;
    case OPTION_FRAMES: return take_int("frames", optarg, 1, 1000000000, &options->frames, error);
    case OPTION_SCREENSHOT: options->screenshot = optarg; return true;
    default: return refuse(option, argument, error);
    }
}

static bool goes_together(const struct play_options *options, struct error *error)
{
    const char *alone = options->replay > 0 && options->level == NULL       ? "--replay needs a level"
                        : options->exit_when_done && options->level == NULL ? "--exit-when-done needs a level"
                        : options->screenshot != NULL && options->frames == 0 ? "--screenshot needs --frames"
                                                                              : NULL;
    return alone == NULL || error_set(error, STATUS_USAGE, "usage", "%s", alone);
}

enum options_outcome options_parse(int argc, char **argv, struct play_options *options, struct text *answer,
                                   struct error *error)
{
    static const struct option rows[] = {
#define ROW(id, name, argument, help)                                                                        \
    {name, (argument) != NULL ? required_argument : no_argument, NULL, OPTION_##id},
        OPTION_ROWS(ROW)
#undef ROW
            {NULL, 0, NULL, 0}};
    *options = (struct play_options){.path = OPTION_UNSET, .fullscreen = OPTION_UNSET};
    opterr = 0;
    optind = 0; /* start anew, whatever was parsed before */
    int got;
    /* Options may stand behind the level, whatever POSIXLY_CORRECT says: it comes as if it were one. */
    while ((got = getopt_long(argc, argv, "-:", rows, NULL)) != -1) {
        if (got == OPTION_HELP) {
            write_help(answer);
            return OPTIONS_DONE;
        }
        if (got == OPTION_VERSION) {
            text_add(answer, "warren " WARREN_VERSION "\n");
            return OPTIONS_DONE;
        }
        if (!take(got, argv[optind - 1], options, error)) {
            return OPTIONS_WRONG;
        }
    }
    for (; optind < argc; optind++) {
        if (!take_level(argv[optind], options, error)) {
            return OPTIONS_WRONG;
        }
    }
    return goes_together(options, error) ? OPTIONS_RUN : OPTIONS_WRONG;
}

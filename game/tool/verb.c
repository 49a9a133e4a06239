#include "tool/verb.h"

#include <limits.h>
#include <stdarg.h>

#define WITH(option) (1u << OPTION_##option)
enum { ANY = INT_MAX };

const struct verb verbs[] = {
    {"check", "FILE...", 1, ANY, 0, "say what is wrong with levels; nothing if nothing is", verb_check},
    {"trace", "FILE", 1, 1, WITH(SOLUTION) | WITH(NO_INPUT) | WITH(STEPS), "write the state after every step",
     verb_trace},
    {"verify", "PATH...", 1, ANY, WITH(JOBS) | WITH(REPEAT),
     "replay all solutions of all levels below the paths; \"-\" reads paths", verb_verify},
    {"write", "FILE", 1, 1, WITH(RUNTIME) | WITH(SOLUTION) | WITH(STEP), "write the level back as a level",
     verb_write},
    {"show", "FILE", 1, 1, WITH(SOLUTION) | WITH(STEP) | WITH(CHANGES), "show the level as text", verb_show},
    {"image", "FILE", 1, 1,
     WITH(OUTPUT) | WITH(ZOOM) | WITH(SOLUTION) | WITH(STEP) | WITH(FRAME) | WITH(DATA),
     "draw the level into a file", verb_image},
    {"encode", "TEXT", 1, 1, 0, "give the .code form of a text", verb_encode},
    {"decode", "TEXT", 1, 1, 0, "give the text of a .code form", verb_decode},
};

const int verb_count = sizeof verbs / sizeof *verbs;

enum status verb_refuse(const struct tool *tool, const char *format, ...)
{
    char text[256];
    struct error error;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    error_set(&error, STATUS_USAGE, "usage", "%s", text);
    error_print_usage(TOOL_NAME, &error, tool->err);
    return error.status;
}

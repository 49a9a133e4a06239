#include "bench/environment.h"

#include "base/file.h"
#include "frame/clock.h"

#include <SDL.h>
#include <SDL_image.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

enum {
    GL_VENDOR_NAME = 0x1F00,
    GL_RENDERER_NAME = 0x1F01,
    GL_VERSION_NAME = 0x1F02,
    TIMER_READS = 1000,
    TICK_KINDS = 8
};

static const size_t FACT_FILE_BYTES_MAX = (size_t)1 << 20;

/* The first line of a small file, or the value behind "key : value" in it. */
static bool read_line(const char *path, const char *key, char *out, size_t room)
{
    struct text file = {0};
    bool is_found = false;
    if (file_read(path, FACT_FILE_BYTES_MAX, &file, NULL) && file.length > 0) {
        const char *start = key == NULL ? file.bytes : strstr(file.bytes, key);
        if (start != NULL) {
            start += key == NULL ? 0 : strcspn(start, ":\n");
            start += strspn(start, ": \t");
            snprintf(out, room, "%.*s", (int)strcspn(start, "\n"), start);
            is_found = true;
        }
    }
    text_free(&file);
    return is_found;
}

static void add_file(struct result *result, const char *name, const char *path, const char *key)
{
    char value[160];
    if (read_line(path, key, value, sizeof value)) {
        result_add_fact(result, "machine", name, value, "");
    }
}

__attribute__((format(printf, 3, 4))) static void add_format(struct result *result, const char *name,
                                                             const char *format, ...)
{
    char text[64];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    result_add_fact(result, "machine", name, text, "");
}

static void add_timer(struct result *result)
{
    uint64_t start_ns = clock_ns();
    for (int i = 0; i < TIMER_READS; i++) {
        clock_ns();
    }
    add_format(result, "reading the clock takes", "%.0f ns", (double)(clock_ns() - start_ns) / TIMER_READS);
    struct timespec resolution;
    if (clock_getres(CLOCK_MONOTONIC, &resolution) == 0) {
        add_format(result, "clock resolution", "%.0f ns", (double)resolution.tv_nsec);
    }
}

static void add_libraries(struct result *result)
{
    char text[64];
    SDL_version linked;
    SDL_GetVersion(&linked);
    snprintf(text, sizeof text, "%d.%d.%d", SDL_MAJOR_VERSION, SDL_MINOR_VERSION, SDL_PATCHLEVEL);
    result_add_fact(result, "libraries", "SDL compiled", text, "");
    snprintf(text, sizeof text, "%d.%d.%d", linked.major, linked.minor, linked.patch);
    result_add_fact(result, "libraries", "SDL linked", text, "");
    const SDL_version *image = IMG_Linked_Version();
    snprintf(text, sizeof text, "%d.%d.%d", image->major, image->minor, image->patch);
    result_add_fact(result, "libraries", "SDL_image linked", text, "");
    result_add_fact(result, "libraries", "compiler", __VERSION__, "");
    result_add_fact(result, "libraries", "warren-bench", WARREN_VERSION, "");
#ifdef __OPTIMIZE__
    result_add_fact(result, "libraries", "optimised", "yes", "");
#else
    result_add_fact(result, "libraries", "optimised", "no: times of this build say little", "");
#endif
}

void environment_add_machine(struct result *result)
{
    struct utsname system;
    char text[160];
    add_file(result, "processor", "/proc/cpuinfo", "model name");
    add_format(result, "processors", "%.0f", (double)sysconf(_SC_NPROCESSORS_ONLN));
    add_file(result, "memory", "/proc/meminfo", "MemTotal");
    if (uname(&system) == 0) {
        snprintf(text, sizeof text, "%.40s %.60s %.30s", system.sysname, system.release, system.machine);
        result_add_fact(result, "machine", "kernel", text, "");
    }
    add_file(result, "distribution", "/etc/issue.net", NULL);
    add_file(result, "governor", "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", NULL);
    add_file(result, "clock source", "/sys/devices/system/clocksource/clocksource0/current_clocksource",
             NULL);
    add_file(result, "load before", "/proc/loadavg", NULL);
    add_timer(result);
    time_t now = time(NULL);
    struct tm utc;
    if (gmtime_r(&now, &utc) != NULL && strftime(text, sizeof text, "%Y-%m-%d %H:%M UTC", &utc) > 0) {
        result_add_fact(result, "run", "started", text, "");
    }
    add_libraries(result);
}

static void add_gl(struct result *result, const char *group)
{
    typedef const unsigned char *get_string(unsigned name);
    static const struct {
        unsigned name;
        const char *fact;
    } STRINGS[] = {
        {GL_VENDOR_NAME, "GL vendor"}, {GL_RENDERER_NAME, "GL renderer"}, {GL_VERSION_NAME, "GL version"}};
    if (SDL_GL_GetCurrentContext() == NULL) {
        return;
    }
    void *address = SDL_GL_GetProcAddress("glGetString");
    get_string *get;
    memcpy(&get, &address, sizeof get);
    for (size_t i = 0; address != NULL && i < sizeof STRINGS / sizeof STRINGS[0]; i++) {
        const unsigned char *value = get(STRINGS[i].name);
        if (value != NULL) {
            result_add_fact(result, group, STRINGS[i].fact, (const char *)value, "");
        }
    }
}

void environment_add_painter(struct result *result, struct painter *painter)
{
    struct paint_state state = painter_state(painter);
    char group[24];
    snprintf(group, sizeof group, "%.20s", state.driver);
    result_add_fact(result, group, "video driver", state.video_driver, "");
    result_add_fact(result, group, "window format", state.window_format, "");
    if (strcmp(state.driver, "software") != 0) {
        add_gl(result, group);
    }
    for (int i = 0; i < HINT_COUNT; i++) {
        struct hint_reading reading = painter_reading(painter, (enum hint)i);
        char value[128];
        snprintf(value, sizeof value, "%.60s%s", reading.value[0] != '\0' ? reading.value : "unset",
                 reading.is_read_back ? " (read back)" : "");
        result_add_fact(result, group, hint_info((enum hint)i)->name, value, reading.origin);
    }
}

/* "cpu  USER NICE SYSTEM IDLE IOWAIT IRQ SOFTIRQ STEAL ..." */
bool environment_ticks(double *all, double *stolen)
{
    char line[256];
    if (!read_line("/proc/stat", NULL, line, sizeof line) || strncmp(line, "cpu ", 4) != 0) {
        return false;
    }
    char *at = line + 4;
    *all = 0;
    for (int i = 0; i < TICK_KINDS; i++) {
        char *end;
        *stolen = strtod(at, &end);
        if (end == at) {
            return false;
        }
        *all += *stolen;
        at = end;
    }
    return true;
}

void environment_add_steal(struct result *result, double all, double stolen)
{
    double all_now;
    double stolen_now;
    if (environment_ticks(&all_now, &stolen_now) && all_now > all) {
        add_format(result, "processor time kept by the hypervisor", "%.2f %%",
                   100 * (stolen_now - stolen) / (all_now - all));
    }
}

#include "bench/options_values.h"

#include "bench/selftest.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIDE_MIN_PX = 16, SIDE_MAX_PX = 8192, NUMBER_MAX = 1000000 };

bool options_usage(struct error *error, const char *what, const char *word)
{
    return error_set(error, STATUS_USAGE, "usage", "%s: '%.80s'", what, word);
}

bool options_read_number(const char *word, double low, double high, double *out, struct error *error)
{
    char *end;
    *out = strtod(word, &end);
    if (end == word || *end != '\0' || !(*out > low && *out < high)) {
        return error_set(error, STATUS_USAGE, "usage", "a number between %g and %g is wanted, not '%.60s'",
                         low, high, word);
    }
    return true;
}

/* Cuts the first word off a list at its comma; NULL when nothing is left. */
static char *take_word(char **list)
{
    char *word = *list;
    char *comma = word != NULL ? strchr(word, ',') : NULL;
    if (comma != NULL) {
        *comma++ = '\0';
    }
    *list = comma;
    return word;
}

/* Keeps a number once, however often it is named. False when there is no room for it. */
static bool keep_once(int number, int *numbers, int *count, int room)
{
    for (int i = 0; i < *count; i++) {
        if (numbers[i] == number) {
            return true;
        }
    }
    if (*count == room) {
        return false;
    }
    numbers[(*count)++] = number;
    return true;
}

bool options_read_zooms(char *list, struct plan_request *request, struct error *error)
{
    for (char *word = take_word(&list); word != NULL; word = take_word(&list)) {
        char *end;
        long zoom_px = strtol(word, &end, 10);
        if (end == word || *end != '\0' || zoom_px < ZOOM_MIN_PX || zoom_px > ZOOM_MAX_PX) {
            return options_usage(error, "a zoom is a whole number from 8 to 512", word);
        }
        if (!keep_once((int)zoom_px, request->zooms_px, &request->zoom_count, PLAN_LIST_MAX)) {
            return options_usage(error, "more than 16 zooms", word);
        }
    }
    return true;
}

bool options_read_drivers(char *list, struct plan_request *request, struct error *error)
{
    static const char *const NAMES[] = {"software", "opengl", "opengles2"};
    enum { NAME_COUNT = sizeof NAMES / sizeof NAMES[0] };
    for (char *word = take_word(&list); word != NULL; word = take_word(&list)) {
        int name = 0;
        while (name < NAME_COUNT && strcmp(word, NAMES[name]) != 0) {
            name++;
        }
        if (name == NAME_COUNT) {
            return options_usage(error, "a driver is software, opengl or opengles2", word);
        }
        bool is_known = false;
        for (int i = 0; i < request->driver_count; i++) {
            is_known = is_known || strcmp(request->drivers[i], word) == 0;
        }
        if (!is_known) {
            request->drivers[request->driver_count++] = NAMES[name];
        }
    }
    return true;
}

bool options_read_paths(char *list, struct plan_request *request, struct error *error)
{
    for (char *word = take_word(&list); word != NULL; word = take_word(&list)) {
        enum paint_path path;
        if (!paint_path_from_name(word, &path)) {
            return options_usage(error, "a path is copy, geometry, cached or blit", word);
        }
        bool is_known = false;
        for (int i = 0; i < request->path_count; i++) {
            is_known = is_known || request->paths[i] == path;
        }
        if (!is_known) {
            request->paths[request->path_count++] = path;
        }
    }
    return true;
}

/* A whole number from low to high, and what stands behind it; false when there is none. */
static bool take_whole(const char *word, long low, long high, int *out, const char **rest)
{
    char *end;
    long value = strtol(word, &end, 10);
    if (end == word || value < low || value > high) {
        return false;
    }
    *out = (int)value;
    *rest = end;
    return true;
}

bool options_read_size(const char *word, struct options *out, struct error *error)
{
    const char *rest;
    bool is_good = take_whole(word, SIDE_MIN_PX, SIDE_MAX_PX, &out->width_px, &rest) && *rest == 'x' &&
                   take_whole(rest + 1, SIDE_MIN_PX, SIDE_MAX_PX, &out->height_px, &rest) && *rest == '\0';
    return is_good || options_usage(error, "a size is WIDTHxHEIGHT, each 16 to 8192", word);
}

bool options_read_tries(const char *word, struct options *out, struct error *error)
{
    const char *rest;
    bool is_good = take_whole(word, 1, SELFTEST_TRIES_MAX, &out->tries, &rest) && *rest == '\0';
    return is_good || options_usage(error, "tries are a whole number from 1 to 1000", word);
}

bool options_read_replica(const char *word, struct options *out, struct error *error)
{
    const char *rest;
    bool is_good = take_whole(word, 1, NUMBER_MAX, &out->replica, &rest) && *rest == '\0';
    return is_good || options_usage(error, "replicas are numbered from 1", word);
}

bool options_read_only(char *list, struct options *out, struct error *error)
{
    out->only_count = 0; /* a replica is told its own behind those of its parent */
    for (char *word = take_word(&list); word != NULL; word = take_word(&list)) {
        int number;
        const char *rest;
        if (!take_whole(word, 1, NUMBER_MAX, &number, &rest) || *rest != '\0') {
            return options_usage(error, "comparisons are numbered from 1", word);
        }
        if (!keep_once(number, out->only, &out->only_count, PLAN_ONLY_MAX)) {
            return options_usage(error, "more than 32 comparisons in --only", word);
        }
    }
    return true;
}

bool options_read_seed(const char *word, struct options *out, struct error *error)
{
    char *end;
    errno = 0;
    out->seed = strtoull(word, &end, 0);
    out->has_seed = true;
    bool is_good = word[0] >= '0' && word[0] <= '9' && *end == '\0' && errno == 0;
    return is_good || options_usage(error, "a seed is a whole number from 0 to 2^64 - 1", word);
}

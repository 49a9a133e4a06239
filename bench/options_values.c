#include "bench/options_values.h"

#include "bench/selftest.h"

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

/* Cuts the list at its commas. */
static int split_list(char *list, char **words, int room)
{
    int count = 0;
    for (char *word = list; word != NULL && count < room;) {
        char *comma = strchr(word, ',');
        if (comma != NULL) {
            *comma++ = '\0';
        }
        words[count++] = word;
        word = comma;
    }
    return count;
}

/* Once, however often it is named. */
static void add_zoom(struct plan_request *request, int zoom_px)
{
    for (int i = 0; i < request->zoom_count; i++) {
        if (request->zooms_px[i] == zoom_px) {
            return;
        }
    }
    if (request->zoom_count < PLAN_LIST_MAX) {
        request->zooms_px[request->zoom_count++] = zoom_px;
    }
}

bool options_read_zooms(char *list, struct plan_request *request, struct error *error)
{
    char *words[PLAN_LIST_MAX];
    int count = split_list(list, words, PLAN_LIST_MAX);
    for (int i = 0; i < count; i++) {
        char *end;
        long zoom_px = strtol(words[i], &end, 10);
        if (end == words[i] || *end != '\0' || zoom_px < ZOOM_MIN_PX || zoom_px > ZOOM_MAX_PX) {
            return options_usage(error, "a zoom is a whole number from 8 to 512", words[i]);
        }
        add_zoom(request, (int)zoom_px);
    }
    return true;
}

bool options_read_drivers(char *list, struct plan_request *request, struct error *error)
{
    char *words[PLAN_LIST_MAX];
    int count = split_list(list, words, PLAN_LIST_MAX);
    for (int i = 0; i < count; i++) {
        if (strcmp(words[i], "software") != 0 && strcmp(words[i], "opengl") != 0 &&
            strcmp(words[i], "opengles2") != 0) {
            return options_usage(error, "a driver is software, opengl or opengles2", words[i]);
        }
        if (request->driver_count < PLAN_LIST_MAX) {
            request->drivers[request->driver_count++] = words[i];
        }
    }
    return true;
}

bool options_read_paths(char *list, struct plan_request *request, struct error *error)
{
    char *words[PLAN_LIST_MAX];
    int count = split_list(list, words, PLAN_LIST_MAX);
    for (int i = 0; i < count; i++) {
        enum paint_path path;
        if (!paint_path_from_name(words[i], &path)) {
            return options_usage(error, "a path is copy, geometry, cached or blit", words[i]);
        }
        if (request->path_count < PATH_COUNT) {
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
    char *words[PLAN_ONLY_MAX];
    int count = split_list(list, words, PLAN_ONLY_MAX);
    out->only_count = 0;
    for (int i = 0; i < count; i++) {
        int number;
        const char *rest;
        if (!take_whole(words[i], 1, NUMBER_MAX, &number, &rest) || *rest != '\0') {
            return options_usage(error, "comparisons are numbered from 1", words[i]);
        }
        out->only[out->only_count++] = number;
    }
    return true;
}

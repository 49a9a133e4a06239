/* What a run will measure: every comparison, in order, before the first frame is drawn. Made from the
 * options; the number of planned comparisons is the family that the evidence has to carry. */
#ifndef WARREN_BENCH_PLAN_H
#define WARREN_BENCH_PLAN_H

#include "base/error.h"
#include "bench/comparison.h"
#include "bench/stage.h"
#include "paint/hint.h"

#include <stdbool.h>

enum { PLAN_LIST_MAX = 16, PLAN_ARMS_MAX = 6, PLAN_ONLY_MAX = 32 };

/* One way of setting a hint or a preset. */
struct planned_arm {
    char setting[COMPARISON_WORD_MAX];
    struct hint_values hints;
};

/* Arms that are compared each with the one before it. */
struct experiment {
    char hint[COMPARISON_WORD_MAX];
    char common[COMPARISON_COMMON_MAX]; /* what all arms have in common, as "blend=auto"; may be empty */
    struct planned_arm arms[PLAN_ARMS_MAX];
    int arm_count;
    bool has_same; /* also the first arm against its twin: A/A */
};

struct planned {
    int number; /* from 1 in the whole plan, also when only some are kept */
    char hint[COMPARISON_WORD_MAX];
    char common[COMPARISON_COMMON_MAX];
    struct planned_arm arms[2];
    bool is_same;
    int driver; /* index into plan_request.drivers */
    enum paint_path path;
    int level; /* index of a level path */
    int zoom_px;
    enum stage_camera camera;
    bool is_picture_saved;
    int weight; /* its share of the time, against the others'; at least 1 */
};

/* What is asked for. */
struct plan_request {
    const char *levels[PLAN_LIST_MAX];
    int level_count;
    const char *drivers[PLAN_LIST_MAX];
    int driver_count;
    enum paint_path paths[PATH_COUNT];
    int path_count;
    int zooms_px[PLAN_LIST_MAX];
    int zoom_count;
    struct experiment experiments[PLAN_LIST_MAX];
    int experiment_count;
    enum stage_camera camera;
};

struct plan {
    struct planned *items;
    int count, capacity;
};

/* "scale-quality=nearest,linear" as an experiment; "preset=unset,quality,speed" too. Errors: status 2. */
bool plan_parse_experiment(const char *text, struct experiment *out, struct error *error);

/* Sets another hint, "blend=auto", alike in all arms. Errors: status 2, also for the hint that the experiment
 * is about. */
bool plan_add_common(struct experiment *experiment, const char *text, struct error *error);

/* Whether both compare the same values of the same hint. */
bool plan_is_same_experiment(const struct experiment *a, const struct experiment *b);

/* Appends every experiment on every driver, path, level and zoom; ordered so that painters and levels change
 * seldom. Zero-initialise a plan before its first use. */
void plan_add(struct plan *plan, const struct plan_request *request);
void plan_free(struct plan *plan);

/* Keeps only the items with these numbers; with none given, all. */
void plan_keep(struct plan *plan, const int *numbers, int count);

/* Whether the library looks at anything that differs between the arms, with that driver. */
bool plan_is_read(const struct planned *planned, const char *driver);

#endif

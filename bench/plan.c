#include "bench/plan.h"

#include "base/memory.h"

#include <stdio.h>
#include <string.h>

/* Pictures are kept at the zoom next to this one: large enough to see what a hint does to them. */
enum { PICTURE_ZOOM_PX = 64 };

static bool set_arm(struct experiment *experiment, const char *value, struct error *error)
{
    struct planned_arm *arm = &experiment->arms[experiment->arm_count++];
    snprintf(arm->setting, sizeof arm->setting, "%s", value);
    memset(&arm->hints, 0, sizeof arm->hints);
    return strcmp(experiment->hint, "preset") == 0
               ? hint_values_preset(&arm->hints, value, error)
               : hint_values_set(&arm->hints, experiment->hint, value, error);
}

bool plan_parse_experiment(const char *text, struct experiment *out, struct error *error)
{
    *out = (struct experiment){.has_same = true};
    const char *equals = strchr(text, '=');
    if (equals == NULL || equals == text || (size_t)(equals - text) >= sizeof out->hint) {
        return error_set(error, STATUS_USAGE, "hint", "--hint wants NAME=V1,V2 and not '%.80s'", text);
    }
    memcpy(out->hint, text, (size_t)(equals - text));
    for (const char *value = equals + 1;; value += strcspn(value, ",") + 1) {
        char word[COMPARISON_WORD_MAX] = "";
        size_t length = strcspn(value, ",");
        if (out->arm_count == PLAN_ARMS_MAX || length == 0 || length >= sizeof word) {
            return error_set(error, STATUS_USAGE, "hint", "--hint wants 2 to %d values in '%.80s'",
                             PLAN_ARMS_MAX, text);
        }
        memcpy(word, value, length);
        if (!set_arm(out, word, error)) {
            return false;
        }
        if (value[length] == '\0') {
            break;
        }
    }
    if (out->arm_count < 2) {
        return error_set(error, STATUS_USAGE, "hint", "--hint wants at least two values in '%.80s'", text);
    }
    return true;
}

bool plan_add_common(struct experiment *experiment, const char *text, struct error *error)
{
    char name[COMPARISON_WORD_MAX] = "";
    size_t length = strcspn(text, "=");
    if (text[length] == '\0' || length == 0 || length >= sizeof name) {
        return error_set(error, STATUS_USAGE, "hint", "--with wants NAME=VALUE and not '%.80s'", text);
    }
    memcpy(name, text, length);
    if (strcmp(name, experiment->hint) == 0) {
        return error_set(error, STATUS_USAGE, "hint", "%s cannot be varied and held at the same time", name);
    }
    for (int i = 0; i < experiment->arm_count; i++) {
        if (!hint_values_set(&experiment->arms[i].hints, name, text + length + 1, error)) {
            return false;
        }
    }
    size_t used = strlen(experiment->common);
    if (used + strlen(text) + 2 > sizeof experiment->common) {
        return error_set(error, STATUS_USAGE, "hint", "the texts of --with are longer than %d bytes together",
                         COMPARISON_COMMON_MAX - 2);
    }
    snprintf(experiment->common + used, sizeof experiment->common - used, "%s%s", used > 0 ? " " : "", text);
    return true;
}

bool plan_is_same_experiment(const struct experiment *a, const struct experiment *b)
{
    bool is_same = strcmp(a->hint, b->hint) == 0 && a->arm_count == b->arm_count;
    for (int i = 0; i < a->arm_count && is_same; i++) {
        is_same = strcmp(a->arms[i].setting, b->arms[i].setting) == 0;
    }
    return is_same;
}

static int picture_zoom(const struct plan_request *request)
{
    int best = request->zooms_px[0];
    for (int i = 1; i < request->zoom_count; i++) {
        int distance = request->zooms_px[i] - PICTURE_ZOOM_PX;
        int best_distance = best - PICTURE_ZOOM_PX;
        if (distance * distance < best_distance * best_distance) {
            best = request->zooms_px[i];
        }
    }
    return best;
}

static void add_pair(struct plan *plan, const struct experiment *experiment, int a, int b,
                     struct planned planned)
{
    snprintf(planned.hint, sizeof planned.hint, "%s", experiment->hint);
    snprintf(planned.common, sizeof planned.common, "%s", experiment->common);
    planned.arms[0] = experiment->arms[a];
    planned.arms[1] = experiment->arms[b];
    planned.is_same =
        memcmp(&planned.arms[0].hints, &planned.arms[1].hints, sizeof planned.arms[0].hints) == 0;
    if (plan->count == plan->capacity) {
        plan->capacity = plan->capacity < 64 ? 64 : plan->capacity * 2;
        plan->items = memory_resize(plan->items, (size_t)plan->capacity, sizeof *plan->items);
    }
    planned.number = plan->count + 1;
    plan->items[plan->count++] = planned;
}

static void add_experiment(struct plan *plan, const struct experiment *experiment, struct planned planned)
{
    for (int arm = 0; arm + 1 < experiment->arm_count; arm++) {
        add_pair(plan, experiment, arm, arm + 1, planned);
    }
    if (experiment->has_same) {
        add_pair(plan, experiment, 0, 0, planned);
    }
}

void plan_add(struct plan *plan, const struct plan_request *request)
{
    int saved_zoom_px = picture_zoom(request);
    for (int driver = 0; driver < request->driver_count; driver++) {
        for (int path = 0; path < request->path_count; path++) {
            for (int level = 0; level < request->level_count; level++) {
                for (int zoom = 0; zoom < request->zoom_count; zoom++) {
                    struct planned planned = {
                        .driver = driver,
                        .path = request->paths[path],
                        .level = level,
                        .zoom_px = request->zooms_px[zoom],
                        .camera = request->camera,
                        .is_picture_saved = request->zooms_px[zoom] == saved_zoom_px,
                        .weight = 1,
                    };
                    for (int i = 0; i < request->experiment_count; i++) {
                        add_experiment(plan, &request->experiments[i], planned);
                    }
                }
            }
        }
    }
}

void plan_free(struct plan *plan)
{
    memory_free(plan->items);
    *plan = (struct plan){0};
}

void plan_keep(struct plan *plan, const int *numbers, int count)
{
    int kept = 0;
    for (int i = 0; i < plan->count && count > 0; i++) {
        for (int k = 0; k < count; k++) {
            if (numbers[k] == plan->items[i].number) {
                plan->items[kept++] = plan->items[i];
                break;
            }
        }
    }
    plan->count = count > 0 ? kept : plan->count;
}

bool plan_is_read(const struct planned *planned, const char *driver)
{
    for (int i = 0; i < HINT_SETTABLE_COUNT; i++) {
        if (planned->arms[0].hints.choice[i] != planned->arms[1].hints.choice[i] &&
            hint_is_read_by((enum hint)i, driver, true)) {
            return true;
        }
    }
    return false;
}

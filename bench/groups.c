#include "bench/groups.h"

#include "base/memory.h"

#include <string.h>

bool groups_has(const struct group *group, const struct comparison *comparison)
{
    const struct comparison *first = group->first;
    return strcmp(first->hint, comparison->hint) == 0 && strcmp(first->common, comparison->common) == 0 &&
           strcmp(first->path, comparison->path) == 0 && strcmp(first->camera, comparison->camera) == 0 &&
           first->is_same == comparison->is_same &&
           strcmp(first->arms[0].setting, comparison->arms[0].setting) == 0 &&
           strcmp(first->arms[1].setting, comparison->arms[1].setting) == 0;
}

bool groups_is_equal(const struct comparison *comparison)
{
    const struct judgement *judgement = &comparison->judgement;
    return judgement->verdict == VERDICT_EQUIVALENT || judgement->verdict == VERDICT_UNREACHED ||
           ((judgement->verdict == VERDICT_UNREAD || judgement->verdict == VERDICT_DIFFERENT) &&
            judgement->material == MATERIAL_NO);
}

const char *groups_class(const struct comparison *comparison)
{
    if (groups_is_equal(comparison)) {
        return "equal";
    }
    if (comparison->judgement.verdict != VERDICT_DIFFERENT) {
        return "open";
    }
    return comparison->judgement.direction == DIRECTION_SLOWER ? "slower" : "faster";
}

void groups_add_zoom(struct group *group, int zoom_px)
{
    int place = 0;
    while (place < group->zoom_count && group->zooms_px[place] < zoom_px) {
        place++;
    }
    if ((place < group->zoom_count && group->zooms_px[place] == zoom_px) ||
        group->zoom_count == GROUP_ZOOMS_MAX) {
        return;
    }
    memmove(&group->zooms_px[place + 1], &group->zooms_px[place],
            (size_t)(group->zoom_count - place) * sizeof group->zooms_px[0]);
    group->zooms_px[place] = zoom_px;
    group->zoom_count++;
}

static void add_driver(struct group *group, const char *driver)
{
    for (int i = 0; i < group->driver_count; i++) {
        if (strcmp(group->drivers[i], driver) == 0) {
            return;
        }
    }
    if (group->driver_count < GROUP_DRIVERS_MAX) {
        group->drivers[group->driver_count++] = driver;
    }
}

static void count_cost(struct group *group, const struct comparison *comparison)
{
    const struct judgement *judgement = &comparison->judgement;
    group->unread += judgement->verdict == VERDICT_UNREAD;
    group->pointless += judgement->verdict == VERDICT_UNREAD || judgement->verdict == VERDICT_UNREACHED;
    if (judgement->verdict == VERDICT_INVALID) {
        group->invalid++;
    } else if (groups_is_equal(comparison)) {
        group->equal++;
    } else if (judgement->verdict == VERDICT_UNREAD) {
        return; /* nothing is open there */
    } else if (judgement->verdict != VERDICT_DIFFERENT) {
        group->undecided++;
    } else if (judgement->direction == DIRECTION_SLOWER) {
        group->slower++;
        if (group->worst == NULL || judgement->effect > group->worst->judgement.effect) {
            group->worst = comparison;
        }
    } else {
        group->faster++;
        if (group->best == NULL || judgement->effect < group->best->judgement.effect) {
            group->best = comparison;
        }
    }
}

static void add(struct group *group, const struct comparison *comparison)
{
    group->count++;
    groups_add_zoom(group, comparison->zoom_px);
    add_driver(group, comparison->driver);
    count_cost(group, comparison);
    if (comparison->has_picture) {
        group->identical += comparison->picture.class == PICTURE_IDENTICAL;
        group->rounding += comparison->picture.class == PICTURE_ROUNDING;
        group->visible += comparison->picture.class == PICTURE_VISIBLE;
    }
}

void groups_make(const struct result *result, struct groups *out)
{
    *out = (struct groups){0};
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        int group = 0;
        while (group < out->count && !groups_has(&out->groups[group], comparison)) {
            group++;
        }
        if (group == out->capacity) {
            out->capacity = out->capacity < 16 ? 16 : out->capacity * 2;
            out->groups = memory_resize(out->groups, (size_t)out->capacity, sizeof *out->groups);
        }
        if (group == out->count) {
            out->groups[out->count++] = (struct group){.first = comparison};
        }
        add(&out->groups[group], comparison);
    }
}

void groups_free(struct groups *groups)
{
    memory_free(groups->groups);
    *groups = (struct groups){0};
}

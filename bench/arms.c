#include "bench/arms.h"

#include "base/require.h"

#include <stdio.h>
#include <string.h>

static bool is_equal(const struct arms *arms, int i, const struct arm_settings *settings)
{
    return strcmp(arms->open[i].driver, settings->driver) == 0 &&
           arms->open[i].settings.path == settings->path &&
           arms->open[i].settings.is_twin == settings->is_twin &&
           memcmp(&arms->open[i].settings.hints, &settings->hints, sizeof settings->hints) == 0;
}

void arms_make_room(struct arms *arms, int count)
{
    require(count <= ARMS_MAX);
    if (arms->count + count > ARMS_MAX) {
        arms_close_all(arms);
    }
}

struct painter *arms_get(struct arms *arms, const struct arm_settings *settings, struct error *error)
{
    for (int i = 0; i < arms->count; i++) {
        if (is_equal(arms, i, settings)) {
            return arms->open[i].painter;
        }
    }
    require(arms->count < ARMS_MAX);
    struct paint_settings paint = {
        .driver = settings->driver,
        .path = settings->path,
        .hints = settings->hints,
        .width_px = arms->width_px,
        .height_px = arms->height_px,
        .title = "warren-bench",
        .is_hidden = true,
        .assets = arms->assets,
    };
    struct painter *painter = painter_open(&paint, error);
    if (painter == NULL) {
        return NULL;
    }
    int i = arms->count++;
    arms->open[i].settings = *settings;
    snprintf(arms->open[i].driver, sizeof arms->open[i].driver, "%s", settings->driver);
    arms->open[i].painter = painter;
    return painter;
}

bool arms_change(struct arms *arms, struct painter *painter, const struct arm_settings *settings,
                 struct error *error)
{
    int i = 0;
    while (i < arms->count && arms->open[i].painter != painter) {
        i++;
    }
    require(i < arms->count);
    const struct arm_settings *old = &arms->open[i].settings;
    bool is_equal_already =
        old->path == settings->path && memcmp(&old->hints, &settings->hints, sizeof settings->hints) == 0;
    if (!is_equal_already && !painter_change(painter, settings->path, &settings->hints, error)) {
        return false;
    }
    arms->open[i].settings = *settings;
    return true;
}

void arms_close_all(struct arms *arms)
{
    for (int i = 0; i < arms->count; i++) {
        painter_close(arms->open[i].painter);
    }
    arms->count = 0;
}

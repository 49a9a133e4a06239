#include "bench/pair.h"

#include "bench/layout.h"

#include <stdio.h>
#include <string.h>

static bool fail(const struct error *error, int arm, struct comparison *comparison)
{
    snprintf(comparison->invalid, sizeof comparison->invalid, "%s: %.150s", comparison->arms[arm].setting,
             error->text);
    return false;
}

bool pair_open(struct pair *pair, const struct measure *measure, const struct planned *planned,
               struct comparison *comparison)
{
    *pair = (struct pair){.arms = measure->arms, .is_changing = true};
    arms_make_room(measure->arms, 3);
    for (int turn = 0; turn < 2; turn++) {
        int i = measure->opens_b_first ? 1 - turn : turn;
        pair->settings[i] = (struct arm_settings){.driver = measure->driver,
                                                  .path = planned->path,
                                                  .hints = planned->arms[i].hints,
                                                  .is_twin = planned->is_same && i == 1};
        struct error error;
        pair->painters[i] = arms_get(pair->arms, &pair->settings[i], &error);
        if (pair->painters[i] == NULL) {
            return fail(&error, i, comparison);
        }
    }
    return true;
}

void pair_warm(struct painter *painter, struct stage *stage)
{
    stage_build(stage);
    layout_for_opening();
    painter_settle(painter, &stage->scene, &stage->camera);
    painter_present(painter);
    layout_for_timing();
}

static bool has_same_hints(const struct pair *pair)
{
    return memcmp(&pair->settings[0].hints, &pair->settings[1].hints, sizeof pair->settings[0].hints) == 0;
}

/* Gives each painter the settings of the other. False with kind "reopen" when they need another window. */
static bool exchange_settings(struct pair *pair, struct comparison *comparison)
{
    for (int i = 0; i < 2; i++) {
        struct error error;
        if (!arms_change(pair->arms, pair->painters[1 - i], &pair->settings[i], &error)) {
            /* Refused before anything has changed: this pair keeps its painters. */
            if (i == 0 && strcmp(error.kind, "reopen") == 0) {
                pair->is_changing = false;
                return true;
            }
            return fail(&error, i, comparison);
        }
    }
    return true;
}

/* Its pictures are all there: one frame is enough to have what the path makes of them. */
static void draw_once(struct painter *painter, struct stage *stage)
{
    stage_build(stage);
    painter_draw(painter, &stage->scene, &stage->camera);
    painter_finish(painter);
    painter_present(painter);
}

static bool change_both(struct pair *pair, struct stage *stage, struct comparison *comparison)
{
    layout_for_opening();
    if (!exchange_settings(pair, comparison)) {
        return false;
    }
    if (pair->is_changing) {
        draw_once(pair->painters[0], stage);
        draw_once(pair->painters[1], stage);
    }
    layout_for_timing();
    return true;
}

bool pair_change(struct pair *pair, struct stage *stage, struct comparison *comparison)
{
    if (!pair->is_changing) {
        return true;
    }
    if (!has_same_hints(pair) && !change_both(pair, stage, comparison)) {
        return false;
    }
    if (pair->is_changing) {
        struct painter *first = pair->painters[0];
        pair->painters[0] = pair->painters[1];
        pair->painters[1] = first;
    }
    return true;
}

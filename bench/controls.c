#include "bench/controls.h"

#include "base/memory.h"
#include "bench/interrupt.h"
#include "bench/picture.h"
#include "frame/clock.h"
#include "frame/trial.h"
#include "paint/control.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { CONTROL_BLOCK_FRAMES = 3 };

/* Only a hint that shows in the cost alone takes long, and only when nothing is found. */
static const uint64_t CONTROL_BUDGET_NS = UINT64_C(4000000000);

/* Where two painters happen to lie in memory is worth some per cent; a hint that must matter is worth more.
 */
static const double COST_MARGIN = 0.1;

/* One control scene with one painter. */
struct scenery {
    enum hint_control control;
    struct scene scene;
    struct camera camera;
};

struct control {
    struct arms *arms;
    const char *driver;
    enum hint hint;
    uint64_t seed;
};

static void draw(struct scenery *scenery, struct painter *painter, const char *mode)
{
    painter_draw(painter, &scenery->scene, &scenery->camera);
    control_overlay(scenery->control, painter_renderer(painter), mode);
    painter_finish(painter);
}

static uint32_t *take(struct scenery *scenery, struct painter *painter, const char *mode)
{
    struct paint_state state = painter_state(painter);
    uint32_t *pixels =
        memory_get_array((size_t)state.output_w_px * (size_t)state.output_h_px, sizeof *pixels);
    painter_settle(painter, &scenery->scene, &scenery->camera);
    draw(scenery, painter, mode);
    if (!painter_read(painter, pixels, NULL)) {
        memory_free(pixels);
        return NULL;
    }
    painter_present(painter);
    return pixels;
}

static struct judgement time_pair(const struct control *control, struct scenery *scenery,
                                  struct painter *const painters[2], const char *const modes[2])
{
    struct trial trial;
    trial_start(&trial, (struct trial_settings){.seed = control->seed,
                                                .frames_per_block = CONTROL_BLOCK_FRAMES,
                                                .rule = {.margin = COST_MARGIN, .alpha = 0.01, .claims = 1},
                                                .budget_ns = CONTROL_BUDGET_NS});
    while (!trial.is_over && !interrupt_came()) {
        enum trial_arm arm = trial.slot.arm;
        uint64_t start_ns = clock_ns();
        draw(scenery, painters[arm], modes[arm]);
        painter_present(painters[arm]);
        trial_add(&trial, clock_ns() - start_ns);
    }
    struct judgement judgement = trial_judgement(&trial);
    trial_free(&trial);
    return judgement;
}

static struct painter *open_with(const struct control *control, const char *value)
{
    struct arm_settings settings = {.driver = control->driver, .path = PATH_COPY};
    bool is_good = hint_values_set(&settings.hints, hint_info(control->hint)->name, value, NULL);
    return is_good ? arms_get(control->arms, &settings, NULL) : NULL;
}

/* How two values of the hint differ in a scene. False when one of them cannot be had. may_time: look at the
 * cost too when the pictures are the same. */
static bool compare_values(const struct control *control, enum hint_control scene,
                           const char *const values[2], bool may_time, bool *differs, char *what, size_t room)
{
    struct scenery scenery = {.control = scene};
    arms_make_room(control->arms, 2);
    struct painter *painters[2] = {open_with(control, values[0]), open_with(control, values[1])};
    if (painters[0] == NULL || painters[1] == NULL) {
        return false;
    }
    struct paint_state state = painter_state(painters[0]);
    control_scene(scene, state.output_w_px, state.output_h_px, &scenery.scene, &scenery.camera);
    bool has_mode = control->hint == HINT_LOGICAL_SIZE_MODE;
    const char *const modes[2] = {has_mode ? values[0] : NULL, has_mode ? values[1] : NULL};
    uint32_t *a = take(&scenery, painters[0], modes[0]);
    uint32_t *b = take(&scenery, painters[1], modes[1]);
    bool is_good = a != NULL && b != NULL;
    if (is_good) {
        struct picture_difference picture = picture_compare(a, b, state.output_w_px, state.output_h_px);
        *differs = picture.class != PICTURE_IDENTICAL;
        snprintf(what, room, "%s against %s: picture %s", values[1], values[0],
                 picture_class_name(picture.class));
        if (!*differs && may_time) {
            struct judgement judgement = time_pair(control, &scenery, painters, modes);
            *differs = judgement.verdict == VERDICT_DIFFERENT && judgement.material == MATERIAL_YES;
            snprintf(what, room, "%s against %s: picture identical, cost %s", values[1], values[0],
                     *differs ? direction_name(judgement.direction) : "not found to differ");
        }
    }
    memory_free(a);
    memory_free(b);
    scene_free(&scenery.scene);
    return is_good;
}

static struct control_result *add_result(const struct control *control, enum hint_control scene,
                                         bool is_positive, struct result *result)
{
    struct control_result *out = result_add_control(result);
    snprintf(out->hint, sizeof out->hint, "%s", hint_info(control->hint)->name);
    snprintf(out->driver, sizeof out->driver, "%s", control->driver);
    snprintf(out->scene, sizeof out->scene, "%s", hint_control_name(scene));
    snprintf(out->what, sizeof out->what, "no two values of it can be put in force here");
    out->is_positive = is_positive;
    return out;
}

static void run_one(const struct control *control, struct result *result)
{
    const struct hint_info *info = hint_info(control->hint);
    const char *found[2] = {info->values[0], info->values[1]};
    if (info->positive != CONTROL_NONE) {
        struct control_result *out = add_result(control, info->positive, true, result);
        /* One value that differs from the first is enough: not every one does, as best and linear. */
        for (int i = 1; info->values[i] != NULL && !out->is_passed; i++) {
            const char *const pair[2] = {info->values[0], info->values[i]};
            bool differs = false;
            if (compare_values(control, info->positive, pair, true, &differs, out->what, sizeof out->what)) {
                found[1] = info->values[i];
                out->is_passed = differs;
            }
        }
    }
    if (info->negative != CONTROL_NONE) {
        struct control_result *out = add_result(control, info->negative, false, result);
        bool differs = false;
        out->is_passed =
            compare_values(control, info->negative, found, false, &differs, out->what, sizeof out->what) &&
            !differs;
    }
}

static bool is_varied(const struct plan *plan, int driver, int hint)
{
    for (int i = 0; i < plan->count; i++) {
        const struct planned *planned = &plan->items[i];
        if (planned->driver == driver &&
            planned->arms[0].hints.choice[hint] != planned->arms[1].hints.choice[hint]) {
            return true;
        }
    }
    return false;
}

void controls_run(struct arms *arms, const struct plan *plan, const struct plan_request *request,
                  uint64_t seed, struct result *result)
{
    for (int driver = 0; driver < request->driver_count; driver++) {
        for (int hint = 0; hint < HINT_SETTABLE_COUNT && !interrupt_came(); hint++) {
            const char *name = request->drivers[driver];
            if (is_varied(plan, driver, hint) && hint_is_read_by((enum hint)hint, name, true)) {
                struct control control = {
                    .arms = arms, .driver = name, .hint = (enum hint)hint, .seed = seed + (uint64_t)hint};
                run_one(&control, result);
            }
        }
        arms_close_all(arms);
    }
}

/* Also a preset varies hints. */
static bool differs_in(const struct planned *planned, const char *hint)
{
    for (int i = 0; i < HINT_SETTABLE_COUNT; i++) {
        if (planned->arms[0].hints.choice[i] != planned->arms[1].hints.choice[i] &&
            strcmp(hint_info((enum hint)i)->name, hint) == 0) {
            return true;
        }
    }
    return false;
}

void controls_apply(const struct plan *plan, struct result *result)
{
    for (int i = 0; i < result->control_count; i++) {
        const struct control_result *control = &result->controls[i];
        for (int k = 0; k < result->comparison_count && !control->is_passed; k++) {
            struct comparison *comparison = &result->comparisons[k];
            if (differs_in(&plan->items[k], control->hint) &&
                strcmp(comparison->driver, control->driver) == 0 && comparison->invalid[0] == '\0') {
                snprintf(comparison->invalid, sizeof comparison->invalid, "control %s failed: %.120s",
                         control->scene, control->what);
            }
        }
    }
}

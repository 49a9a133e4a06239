#include "bench/measure.h"

#include "bench/digest.h"
#include "bench/interrupt.h"
#include "bench/layout.h"
#include "bench/pair.h"
#include "bench/sampler.h"
#include "bench/snapshot.h"
#include "frame/clock.h"
#include "frame/stats.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { WARM_FRAMES = 3, CALIBRATION_FRAMES = 7 };

static void describe(const struct measure *measure, const struct planned *planned,
                     struct comparison *comparison)
{
    snprintf(comparison->hint, sizeof comparison->hint, "%s", planned->hint);
    snprintf(comparison->common, sizeof comparison->common, "%s", planned->common);
    snprintf(comparison->driver, sizeof comparison->driver, "%s", measure->driver);
    snprintf(comparison->path, sizeof comparison->path, "%s", paint_path_name(planned->path));
    snprintf(comparison->level, sizeof comparison->level, "%s", measure->stage->name);
    snprintf(comparison->camera, sizeof comparison->camera, "%s", stage_camera_name(planned->camera));
    comparison->zoom_px = planned->zoom_px;
    comparison->is_same = planned->is_same;
    comparison->is_read = plan_is_read(planned, measure->driver);
    for (int i = 0; i < 2; i++) {
        snprintf(comparison->arms[i].setting, sizeof comparison->arms[i].setting, "%s",
                 planned->arms[i].setting);
    }
}

/* The median time of a frame of one arm, after a few that nobody counts. */
static double calibrate(struct painter *painter, struct stage *stage)
{
    double frames_ns[CALIBRATION_FRAMES];
    pair_warm(painter, stage);
    for (int i = -WARM_FRAMES; i < CALIBRATION_FRAMES; i++) {
        struct frame_row row;
        sampler_frame(painter, stage, 0, &row);
        if (i >= 0) {
            frames_ns[i] = (double)row.total_ns;
        }
    }
    return stats_median(frames_ns, CALIBRATION_FRAMES);
}

/* What a quad pays for exchanging the painters. It is done twice: the arms have their own again then. */
static bool calibrate_change(struct pair *pair, struct stage *stage, struct comparison *comparison,
                             double *change_ns)
{
    uint64_t start_ns = clock_ns();
    bool is_good = pair_change(pair, stage, comparison);
    is_good = is_good && pair_change(pair, stage, comparison);
    *change_ns = (double)(clock_ns() - start_ns) / 2;
    return is_good;
}

static void run_trial(const struct measure *measure, struct pair *pair, struct comparison *comparison,
                      struct frame_log *log)
{
    struct stage *stage = measure->stage;
    struct trial trial;
    trial_start(&trial, (struct trial_settings){.seed = measure->seed,
                                                .frames_per_block = comparison->frames_per_block,
                                                .rule = measure->rule,
                                                .stops_at_difference = measure->stops_at_difference,
                                                .budget_ns = (uint64_t)(measure->budget_s * 1e9)});
    trial_go_on(&trial, comparison->effects, comparison->quads);
    while (!trial.is_over && !interrupt_came()) {
        struct frame_row row = {.slot = trial.slot};
        int quad_start = row.slot.quad * (comparison->frames_per_block + 1);
        if (row.slot.block == 0 && row.slot.frame == 0) {
            stage_go_to(stage, quad_start);
            stage_mark(stage);
        } else {
            stage_go_to(stage, quad_start + row.slot.frame);
        }
        if (row.slot.block == 2 && row.slot.frame == 0 && !pair_change(pair, stage, comparison)) {
            break;
        }
        bool is_b = row.slot.arm == TRIAL_B;
        sampler_frame(pair->painters[row.slot.arm], stage, is_b ? measure->planted : 0, &row);
        frame_log_add(log, &row);
        trial_add(&trial, row.total_ns);
    }
    comparison->is_over_budget = trial.is_over_budget;
    frame_log_cut(log, trial.effects.count * 4 * (comparison->frames_per_block + 1));
    trial_free(&trial);
}

/* From the first frame to the numbers. */
static void time_arms(const struct measure *measure, struct pair *pair, uint64_t start_ns,
                      struct comparison *comparison, struct frame_log *log)
{
    run_trial(measure, pair, comparison, log);
    layout_for_opening();
    comparison->seconds += (double)(clock_ns() - start_ns) / 1e9;
    digest_frames(log, measure->rule.alpha, comparison);
}

/* The exact picture: made from the vectors at the very size it is shown in. NULL when there is none. */
static struct painter *open_exact(const struct measure *measure)
{
    struct arm_settings settings = {.driver = "software", .path = PATH_COPY};
    bool is_good = measure->has_exact && hint_values_set(&settings.hints, "pictures", "exact", NULL);
    return is_good ? arms_get(measure->arms, &settings, NULL) : NULL;
}

bool measure_comparison(const struct measure *measure, const struct planned *planned,
                        struct comparison *comparison, struct frame_log *log, struct error *error)
{
    describe(measure, planned, comparison);
    frame_log_clear(log);
    layout_for_opening();
    struct pair pair;
    if (!pair_open(&pair, measure, planned, comparison)) {
        return true;
    }
    struct stage *stage = measure->stage;
    if (planned->camera == STAGE_DEMO && !stage->has_demo) {
        snprintf(comparison->invalid, sizeof comparison->invalid,
                 "the level has no solution that could be played");
        return true;
    }
    stage_place(stage, planned->camera, planned->zoom_px, measure->arms->width_px, measure->arms->height_px);
    struct snapshot snapshot = {.stage = stage,
                                .painters = {pair.painters[0], pair.painters[1]},
                                .exact = open_exact(measure),
                                .folder = planned->is_picture_saved ? measure->folder : NULL};
    if (!snapshot_take(&snapshot, comparison, error)) {
        return false;
    }
    uint64_t start_ns = clock_ns();
    double frame_ns = fmin(calibrate(pair.painters[0], stage), calibrate(pair.painters[1], stage));
    double change_ns;
    if (!calibrate_change(&pair, stage, comparison, &change_ns)) {
        return true;
    }
    comparison->frames_per_block = trial_frames_per_block(frame_ns, change_ns);
    time_arms(measure, &pair, start_ns, comparison, log);
    return true;
}

void measure_again(const struct measure *measure, const struct planned *planned,
                   struct comparison *comparison, struct frame_log *log)
{
    layout_for_opening();
    struct pair pair;
    if (!pair_open(&pair, measure, planned, comparison)) {
        return;
    }
    struct stage *stage = measure->stage;
    stage_place(stage, planned->camera, planned->zoom_px, measure->arms->width_px, measure->arms->height_px);
    uint64_t start_ns = clock_ns();
    pair_warm(pair.painters[0], stage);
    pair_warm(pair.painters[1], stage);
    time_arms(measure, &pair, start_ns, comparison, log);
}

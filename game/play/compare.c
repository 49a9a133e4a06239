#include "play/compare_arms.h"

#include "base/memory.h"
#include "frame/clock.h"
#include "frame/stats.h"

#include <math.h>
#include <stdio.h>

/* How long pictures that are being made may keep a block from beginning. */
enum { WAIT_FRAMES_MAX = 60 };

static const uint64_t BUDGET_NS = UINT64_C(120000000000);

struct compare_switch compare_before_switch(const struct display *display, enum display_toggle toggle)
{
    struct compare_switch before = {.is_made = true, .toggle = toggle, .path = display->settings.path};
    const uint8_t *choices = display->settings.hints.choice;
    before.choice = toggle == TOGGLE_BLEND ? choices[HINT_BLEND] : choices[HINT_SCALE_QUALITY];
    return before;
}

void compare_note_switch(struct compare *compare, struct compare_switch before)
{
    compare->last_switch = before;
}

bool compare_is_running(const struct compare *compare)
{
    return compare->phase != COMPARE_OFF && compare->phase != COMPARE_OVER;
}

const char *compare_what(const struct compare *compare)
{
    return compare->is_of_path ? "draw path" : hint_info(compare->hint)->name;
}

void compare_free(struct compare *compare)
{
    if (compare->has_trial) {
        trial_free(&compare->trial);
    }
    *compare = (struct compare){.last_switch = compare->last_switch};
}

static bool start(struct compare *compare, struct display *display, uint64_t seed, struct error *error)
{
    compare_free(compare);
    compare->trial.settings.seed = seed;
    if (!compare_choose(compare, display, error)) {
        compare_put_back(compare, display);
        return false;
    }
    struct paint_state state = painter_state(display->painter);
    snprintf(compare->where, sizeof compare->where, "%s%s%s", state.driver, compare->is_of_path ? "" : " ",
             compare->is_of_path ? "" : state.path);
    compare->phase = COMPARE_LOOKING;
    return true;
}

/* As the bench names it: equal cost and an equal picture mean that the setting is not read, or not reached.
 */
static struct judgement judge(const struct compare *compare, const struct display *display)
{
    struct judgement judgement = trial_judgement(&compare->trial);
    if (judgement.verdict == VERDICT_EQUIVALENT && compare->differing <= 0 && !compare->is_of_path) {
        const char *driver = painter_state(display->painter).driver;
        judgement.verdict = hint_is_read_by(compare->hint, driver, true) ? VERDICT_UNREACHED : VERDICT_UNREAD;
    }
    return judgement;
}

void compare_stop(struct compare *compare, struct display *display, const char *reason)
{
    if (!compare_is_running(compare)) {
        return;
    }
    if (compare->has_trial) {
        compare->judgement = judge(compare, display);
    }
    if (compare->is_invalid) {
        compare->judgement.verdict = VERDICT_INVALID;
    }
    compare_put_back(compare, display);
    snprintf(compare->reason, sizeof compare->reason, "%s", reason);
    compare->phase = COMPARE_OVER;
}

bool compare_toggle(struct compare *compare, struct display *display, uint64_t seed, struct error *error)
{
    if (compare_is_running(compare)) {
        compare_stop(compare, display, "stopped");
    } else if (compare->phase == COMPARE_OVER) {
        compare_free(compare);
    } else {
        return start(compare, display, seed, error);
    }
    return true;
}

static bool fail(struct compare *compare, struct display *display, const struct error *error)
{
    compare->is_invalid = true;
    compare_stop(compare, display, error->text);
    return false;
}

/* How many pixels differ when both arms draw the very same scene, which also makes their pictures ready. */
static bool look_at_pictures(struct compare *compare, struct display *display, struct view *view,
                             const struct session *session, bool is_still, struct error *error)
{
    struct painter *painter = display->painter;
    struct paint_state state = painter_state(painter);
    size_t count = (size_t)state.output_w_px * (size_t)state.output_h_px;
    uint32_t *pixels[2] = {memory_get_array(count, sizeof **pixels),
                           memory_get_array(count, sizeof **pixels)};
    bool good = true;
    for (int arm = 0; arm < 2 && good; arm++) {
        good = compare_put(compare, display, arm, error);
        if (good) {
            view_draw(view, painter, session, is_still, true);
            good = painter_read(painter, pixels[arm], error);
        }
    }
    size_t differing = 0;
    for (size_t i = 0; i < count && good; i++) {
        differing += pixels[0][i] != pixels[1][i];
    }
    compare->differing = count > 0 ? (double)differing / (double)count : 0;
    memory_free(pixels[0]);
    memory_free(pixels[1]);
    return good;
}

static uint64_t draw_timed(struct display *display, struct view *view, const struct session *session,
                           bool is_still)
{
    uint64_t start_ns = clock_ns();
    view_draw(view, display->painter, session, is_still, false);
    painter_finish(display->painter);
    return clock_ns() - start_ns;
}

static void start_trial(struct compare *compare)
{
    double frame_ns = fmin(stats_median(compare->calibration_ns[0], COMPARE_CALIBRATION_FRAMES),
                           stats_median(compare->calibration_ns[1], COMPARE_CALIBRATION_FRAMES));
    trial_start(&compare->trial,
                (struct trial_settings){.seed = compare->trial.settings.seed,
                                        .frames_per_block = trial_frames_per_block(frame_ns, 0),
                                        .rule = {.margin = COMPARE_MARGIN, .alpha = 0.05, .claims = 1},
                                        .budget_ns = BUDGET_NS});
    compare->has_trial = true;
    compare->phase = COMPARE_RUNNING;
}

/* One frame of the arm in force, which was changed `drawn` frames ago: the first ones pay for that. */
static void calibrate(struct compare *compare, uint64_t frame_ns)
{
    int at = compare->drawn - 2;
    if (at < 0) {
        return;
    }
    compare->calibration_ns[compare->put][at] = (double)frame_ns;
    if (at == COMPARE_CALIBRATION_FRAMES - 1) {
        if (compare->put == 0) {
            start_trial(compare);
        } else {
            compare->turn = 0;
        }
    }
}

static void count_quad(struct compare *compare)
{
    int zoom_px = compare->sight.zoom_px;
    bool is_first = compare->quads == 0;
    compare->quads = compare->trial.effects.count;
    compare->still_quads += compare->sight.is_still;
    compare->zoom_min_px = is_first || zoom_px < compare->zoom_min_px ? zoom_px : compare->zoom_min_px;
    compare->zoom_max_px = zoom_px > compare->zoom_max_px ? zoom_px : compare->zoom_max_px;
}

static void add(struct compare *compare, struct display *display, uint64_t frame_ns)
{
    bool is_waiting = !compare->trial.slot.is_measured && painter_state(display->painter).stretched > 0 &&
                      compare->drawn < WAIT_FRAMES_MAX;
    if (is_waiting) {
        return;
    }
    trial_add(&compare->trial, frame_ns);
    if (compare->trial.effects.count > compare->quads) {
        count_quad(compare);
        compare->judgement = judge(compare, display);
    }
    if (compare->trial.is_over) {
        compare_stop(compare, display, compare->trial.is_over_budget ? "two minutes are over" : "");
    }
}

static bool is_same_sight(const struct compare_sight *a, const struct compare_sight *b)
{
    return a->zoom_px == b->zoom_px && a->width_px == b->width_px && a->height_px == b->height_px &&
           a->generation == b->generation && a->is_still == b->is_still && a->is_covered == b->is_covered;
}

static void look_around(struct compare *compare, const struct display *display, const struct view *view,
                        const struct session *session, bool is_covered)
{
    struct compare_sight sight = {.zoom_px = view->camera.zoom_px,
                                  .width_px = view->output_w_px,
                                  .height_px = view->output_h_px,
                                  .generation = display->generation,
                                  .is_still = !session_is_running(session),
                                  .is_covered = is_covered};
    bool has_begun = compare->trial.slot.block > 0 || compare->trial.slot.frame > 0;
    if (compare->phase == COMPARE_RUNNING && has_begun && !is_same_sight(&sight, &compare->sight)) {
        trial_give_up_quad(&compare->trial);
        compare->given_up++;
    }
    if (!is_same_sight(&sight, &compare->sight)) {
        compare->drawn = 0;
    }
    compare->sight = sight;
}

/* False: the test has come to an end, and the level was not drawn. */
static bool take_turn(struct compare *compare, struct display *display, struct view *view,
                      const struct session *session, bool is_still)
{
    struct error error = {0};
    if (compare->phase == COMPARE_LOOKING) {
        if (!look_at_pictures(compare, display, view, session, is_still, &error)) {
            return fail(compare, display, &error);
        }
        compare->phase = COMPARE_CALIBRATING;
        compare->turn = 1; /* which is in force now */
    }
    int arm = compare->phase == COMPARE_RUNNING ? (int)compare->trial.slot.arm : compare->turn;
    if (!compare_put(compare, display, arm, &error)) {
        return fail(compare, display, &error);
    }
    uint64_t frame_ns = draw_timed(display, view, session, is_still);
    compare->drawn++;
    if (compare->phase == COMPARE_CALIBRATING) {
        calibrate(compare, frame_ns);
    } else {
        add(compare, display, frame_ns);
    }
    return true;
}

void compare_level(struct compare *compare, struct display *display, struct view *view,
                   const struct session *session, bool is_still, bool is_covered)
{
    look_around(compare, display, view, session, is_covered);
    if (is_covered || !take_turn(compare, display, view, session, is_still)) {
        view_draw(view, display->painter, session, is_still, false);
    }
}

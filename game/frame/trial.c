#include "frame/trial.h"

#include "base/require.h"
#include "frame/clock.h"
#include "frame/stats.h"

#include <math.h>

int trial_frames_per_block(double frame_ns, double change_ns)
{
    static const double BLOCK_NS = 2e6;
    double frames = ceil(fmax(BLOCK_NS, change_ns / 4) / frame_ns);
    if (!(frames > 1)) {
        return 1;
    }
    return frames < TRIAL_BLOCK_FRAMES_MAX ? (int)frames : TRIAL_BLOCK_FRAMES_MAX;
}

double trial_block_value(double *frames_ns, int count)
{
    stats_sort(frames_ns, count);
    return stats_quantile_sorted(frames_ns, count, 0.25);
}

/* ABBA: blocks 0 and 3 belong to the arm that starts. */
static enum trial_arm arm_of(const struct trial *trial, int block)
{
    bool is_outer = block == 0 || block == 3;
    return is_outer == trial->starts_with_b ? TRIAL_B : TRIAL_A;
}

static void start_quad(struct trial *trial, int quad)
{
    trial->starts_with_b = coin_toss(&trial->coin);
    trial->slot = (struct trial_slot){.quad = quad, .arm = arm_of(trial, 0)};
}

void trial_start(struct trial *trial, struct trial_settings settings)
{
    require(settings.frames_per_block >= 1 && settings.frames_per_block <= TRIAL_BLOCK_FRAMES_MAX);
    *trial = (struct trial){.settings = settings, .start_ns = clock_ns()};
    coin_init(&trial->coin, settings.seed);
    start_quad(trial, 0);
}

void trial_free(struct trial *trial)
{
    effects_free(&trial->effects);
}

void trial_go_on(struct trial *trial, const double *effects, int quads)
{
    require(trial->effects.count == 0 && trial->slot.block == 0 && trial->slot.frame == 0);
    for (int i = 0; i < quads; i++) {
        effects_add(&trial->effects, effects[i]);
    }
    trial->slot.quad = quads;
}

static void finish_quad(struct trial *trial)
{
    effects_add(&trial->effects, effects_of_quad(trial->blocks_ns[TRIAL_A], trial->blocks_ns[TRIAL_B]));
    int quads = trial->effects.count;
    if (quads >= TRIAL_QUADS_MIN) {
        struct judgement judgement = trial_judgement(trial);
        trial->is_over = verdict_is_final(&judgement) ||
                         (trial->settings.stops_at_difference && judgement.verdict == VERDICT_DIFFERENT);
    }
    trial->is_over = trial->is_over || quads == trial->settings.quads_max;
    start_quad(trial, trial->slot.quad + 1);
}

static void finish_block(struct trial *trial)
{
    bool is_second = trial->slot.block >= 2;
    trial->blocks_ns[trial->slot.arm][is_second] =
        trial_block_value(trial->frames_ns, trial->settings.frames_per_block);
    if (trial->slot.block == 3) {
        finish_quad(trial);
        return;
    }
    int block = trial->slot.block + 1;
    trial->slot = (struct trial_slot){.quad = trial->slot.quad, .block = block, .arm = arm_of(trial, block)};
}

void trial_add(struct trial *trial, uint64_t frame_ns)
{
    require(!trial->is_over);
    if (trial->slot.is_measured) {
        /* A clock too coarse to see the frame still gives a logarithm. */
        trial->frames_ns[trial->slot.frame - 1] = frame_ns > 0 ? (double)frame_ns : 1;
    }
    if (trial->slot.frame == trial->settings.frames_per_block) {
        finish_block(trial);
    } else {
        trial->slot.frame++;
        trial->slot.is_measured = true;
    }
    if (!trial->is_over && clock_ns() - trial->start_ns >= trial->settings.budget_ns) {
        trial->is_over = true;
        trial->is_over_budget = true;
    }
}

void trial_give_up_quad(struct trial *trial)
{
    require(!trial->is_over);
    start_quad(trial, trial->slot.quad);
}

struct judgement trial_judgement(const struct trial *trial)
{
    return verdict_judge(&trial->effects, trial->settings.rule);
}

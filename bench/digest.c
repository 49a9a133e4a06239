#include "bench/digest.h"

#include "base/memory.h"
#include "bench/bootstrap.h"
#include "frame/effects.h"
#include "frame/sign.h"
#include "frame/stats.h"
#include "frame/trial.h"

#include <math.h>
#include <string.h>

static const double TAIL_QUANTILES[TAIL_COUNT] = {0.95, 0.99};

/* The measured frames of whole quads of one arm, and what is worked out from them on the way. */
struct arm_frames {
    double *total_ms, *cpu_ms;
    double *phases_ms[PHASE_COUNT];
    int *quads;
    int count;
    double *blocks_ms; /* the middle frame of each block, two blocks for each quad */
    int block_count;
    double *scratch;
};

static void open_frames(struct arm_frames *frames, int room)
{
    size_t count = (size_t)room + 1;
    *frames = (struct arm_frames){
        .total_ms = memory_get_array(count, sizeof(double)),
        .cpu_ms = memory_get_array(count, sizeof(double)),
        .quads = memory_get_array(count, sizeof(int)),
        .blocks_ms = memory_get_array(count, sizeof(double)),
        .scratch = memory_get_array(count, sizeof(double)),
    };
    for (int i = 0; i < PHASE_COUNT; i++) {
        frames->phases_ms[i] = memory_get_array(count, sizeof(double));
    }
}

static void close_frames(struct arm_frames *frames)
{
    memory_free(frames->total_ms);
    memory_free(frames->cpu_ms);
    memory_free(frames->quads);
    memory_free(frames->blocks_ms);
    memory_free(frames->scratch);
    for (int i = 0; i < PHASE_COUNT; i++) {
        memory_free(frames->phases_ms[i]);
    }
}

static double median_of(struct arm_frames *frames, const double *values, int count)
{
    if (count == 0) {
        return 0;
    }
    memcpy(frames->scratch, values, (size_t)count * sizeof *values);
    return stats_median(frames->scratch, count);
}

/* As a trial values it. */
static double block_value(struct arm_frames *frames, const double *values, int count)
{
    memcpy(frames->scratch, values, (size_t)count * sizeof *values);
    return trial_block_value(frames->scratch, count);
}

/* The middle frame of a block: half of them took no longer. */
static double block_middle(struct arm_frames *frames, const double *values, int count)
{
    memcpy(frames->scratch, values, (size_t)count * sizeof *values);
    stats_sort(frames->scratch, count);
    return stats_quantile_sorted(frames->scratch, count, 0.5);
}

static int whole_quads(const struct frame_log *log, int frames_per_block)
{
    return log->count / (4 * (frames_per_block + 1));
}

static void add_frame(struct arm_frames *frames, const struct frame_row *row)
{
    int i = frames->count++;
    frames->total_ms[i] = row->total_ns > 0 ? (double)row->total_ns / 1e6 : 1e-6;
    frames->cpu_ms[i] = row->thread_cpu_ns > 0 ? (double)row->thread_cpu_ns / 1e6 : 1e-6;
    frames->quads[i] = row->slot.quad;
    for (int phase = 0; phase < PHASE_COUNT; phase++) {
        frames->phases_ms[phase][i] = (double)row->phases_ns[phase] / 1e6;
    }
}

/* Reads quad after quad. Returns how many quads were disturbed and marks them. */
static int collect(const struct frame_log *log, struct arm_frames arms[2], struct comparison *comparison,
                   bool *is_disturbed, struct effects *cpu, struct effects *middle)
{
    int disturbed = 0;
    int per_block = comparison->frames_per_block;
    int row = 0;
    for (int quad = 0; quad < comparison->quads; quad++) {
        double blocks_ms[2][2];
        double blocks_cpu_ms[2][2];
        double middles_ms[2][2];
        int seen[2] = {0, 0};
        for (int block = 0; block < 4; block++) {
            enum trial_arm arm = log->rows[row++].slot.arm; /* the discarded frame */
            struct arm_frames *frames = &arms[arm];
            for (int i = 0; i < per_block; i++) {
                is_disturbed[quad] = is_disturbed[quad] || log->rows[row].switches > 0;
                add_frame(frames, &log->rows[row++]);
            }
            const double *total_ms = frames->total_ms + frames->count - per_block;
            double middle_ms = block_middle(frames, total_ms, per_block);
            frames->blocks_ms[frames->block_count++] = middle_ms;
            middles_ms[arm][seen[arm]] = middle_ms;
            blocks_ms[arm][seen[arm]] = block_value(frames, total_ms, per_block);
            blocks_cpu_ms[arm][seen[arm]++] =
                block_value(frames, frames->cpu_ms + frames->count - per_block, per_block);
        }
        comparison->effects[quad] = effects_of_quad(blocks_ms[0], blocks_ms[1]);
        effects_add(cpu, effects_of_quad(blocks_cpu_ms[0], blocks_cpu_ms[1]));
        effects_add(middle, effects_of_quad(middles_ms[0], middles_ms[1]));
        disturbed += is_disturbed[quad];
    }
    return disturbed;
}

static void fill_arm(struct arm_frames *frames, struct arm_result *arm)
{
    arm->frames = frames->count;
    if (frames->count == 0) {
        return;
    }
    stats_sort(frames->blocks_ms, frames->block_count);
    int rank = sign_rank_any_time(frames->block_count, 0.05);
    arm->median_ms = stats_median_sorted(frames->blocks_ms, frames->block_count);
    arm->median_low_ms = rank < 0 ? arm->median_ms : frames->blocks_ms[rank];
    arm->median_high_ms = rank < 0 ? arm->median_ms : frames->blocks_ms[frames->block_count - 1 - rank];
    arm->cpu_ms = median_of(frames, frames->cpu_ms, frames->count);
    for (int phase = 0; phase < PHASE_COUNT; phase++) {
        arm->phases_ms[phase] = median_of(frames, frames->phases_ms[phase], frames->count);
    }
    memcpy(frames->scratch, frames->total_ms, (size_t)frames->count * sizeof(double));
    struct stats stats = stats_of(frames->scratch, frames->count);
    arm->p95_ms = stats.p95;
    arm->p99_ms = stats.p99;
    arm->max_ms = stats.max;
    arm->low_mean_ms = stats.low_mean;
    arm->low_integral_ms = stats.low_integral;
}

static void fill_tails(struct arm_frames arms[2], double alpha, struct comparison *comparison)
{
    struct bootstrap_arm boot[2];
    for (int i = 0; i < 2; i++) {
        boot[i] = (struct bootstrap_arm){.values = arms[i].total_ms,
                                         .blocks = arms[i].quads,
                                         .count = arms[i].count,
                                         .block_count = comparison->quads};
    }
    int fewest = arms[0].count < arms[1].count ? arms[0].count : arms[1].count;
    for (int i = 0; i < TAIL_COUNT; i++) {
        struct bootstrap_ratio ratio;
        double q = TAIL_QUANTILES[i];
        if (bootstrap_quantile_ratio(&boot[0], &boot[1], true, q, alpha, 1, &ratio)) {
            comparison->tails[i] = (struct tail){.quantile = q,
                                                 .effect = log(ratio.ratio),
                                                 .low = log(ratio.low),
                                                 .high = log(ratio.high),
                                                 .has_interval = true,
                                                 .is_descriptive = !bootstrap_is_thick(fewest, q)};
        }
    }
}

static void fill_other(const struct effects *effects, double alpha, struct other_effect *out)
{
    *out = (struct other_effect){0};
    if (effects->count > 0) {
        out->effect = effects_median(effects);
        out->has_interval = effects_interval(effects, alpha, &out->low, &out->high);
    }
}

static double undisturbed_effect(const struct comparison *comparison, const bool *is_disturbed)
{
    struct effects effects = {0};
    for (int quad = 0; quad < comparison->quads; quad++) {
        if (!is_disturbed[quad]) {
            effects_add(&effects, comparison->effects[quad]);
        }
    }
    double effect = effects.count > 0 ? effects_median(&effects) : HUGE_VAL;
    effects_free(&effects);
    return effect;
}

void digest_frames(const struct frame_log *log, double alpha, struct comparison *comparison)
{
    struct arm_frames arms[2];
    open_frames(&arms[0], log->count);
    open_frames(&arms[1], log->count);
    comparison->quads = whole_quads(log, comparison->frames_per_block);
    memory_free(comparison->effects);
    comparison->effects = memory_get_array((size_t)comparison->quads + 1, sizeof *comparison->effects);
    bool *is_disturbed = memory_get_array((size_t)comparison->quads + 1, sizeof *is_disturbed);
    struct effects cpu = {0};
    struct effects middle = {0};
    comparison->disturbed_quads = collect(log, arms, comparison, is_disturbed, &cpu, &middle);
    fill_other(&cpu, alpha, &comparison->cpu);
    fill_other(&middle, alpha, &comparison->middle);
    effects_free(&cpu);
    effects_free(&middle);
    comparison->undisturbed_effect = undisturbed_effect(comparison, is_disturbed);
    fill_tails(arms, alpha, comparison);
    fill_arm(&arms[0], &comparison->arms[0]);
    fill_arm(&arms[1], &comparison->arms[1]);
    memory_free(is_disturbed);
    close_frames(&arms[0]);
    close_frames(&arms[1]);
}

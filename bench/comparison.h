/* One comparison: two arms that differ in one setting, on one level at one zoom, and what was measured.
 * Filled by measure, stored by result_json, judged by result, printed by everyone. Plain data that owns its
 * effects. */
#ifndef WARREN_BENCH_COMPARISON_H
#define WARREN_BENCH_COMPARISON_H

#include "base/text.h"
#include "bench/picture.h"
#include "frame/verdict.h"

#include <stdbool.h>
#include <stdint.h>

enum phase { PHASE_BUILD, PHASE_SUBMIT, PHASE_FINISH, PHASE_PRESENT, PHASE_COUNT };

enum {
    COMPARISON_WORD_MAX = 32,
    COMPARISON_REASON_MAX = 200,
    COMPARISON_COMMON_MAX = 64,
    TAIL_COUNT = 2,
    REPLICAS = 5
};

/* How one arm did: times of whole frames unless said otherwise. */
struct arm_result {
    char setting[COMPARISON_WORD_MAX];
    double median_ms, median_low_ms, median_high_ms; /* of blocks, with a 95 % interval; all equal: none */
    double p95_ms, p99_ms, max_ms;
    double low_mean_ms, low_integral_ms; /* the other two rules for "1 % low"; the first is p99_ms */
    double phases_ms[PHASE_COUNT];       /* medians */
    double cpu_ms;                       /* median CPU time of the drawing thread */
    int frames;
    bool has_exact;       /* the exact picture was there to compare with */
    double exact_psnr_db; /* HUGE_VAL: identical to the vectors drawn at this size */
    double exact_ssim, exact_ssim_worst;
    char picture_file[160]; /* in the folder of the result; empty: not saved */
};

/* p95 and p99 of B over those of A. */
struct tail {
    double quantile;
    double effect, low, high; /* ln */
    bool has_interval, is_descriptive;
};

/* The same frames, asked another way. */
struct other_effect {
    double effect, low, high; /* ln(B / A) */
    bool has_interval;
};

struct comparison {
    int number;                         /* from 1 in the plan, also the column in frames.csv */
    char hint[COMPARISON_WORD_MAX];     /* "scale-quality", "preset" */
    char common[COMPARISON_COMMON_MAX]; /* what both arms have in common, as \"blend=auto\" */
    char driver[COMPARISON_WORD_MAX], path[COMPARISON_WORD_MAX];
    char level[64];
    char camera[COMPARISON_WORD_MAX];
    int zoom_px;
    struct arm_result arms[2]; /* A, the baseline, and B */
    bool is_same;              /* A/A: both arms are set alike */
    bool is_read;              /* the library looks at what differs between the arms, with this driver */
    double *effects;           /* ln(B / A) of each quad, in the order measured */
    int quads;
    /* By the CPU time of the drawing thread, which stands still while the processor is given to others. */
    struct other_effect cpu;
    /* By the middle frame of every block, where the verdict looks at its fast ones (frame/trial.h): nothing
     * is called equal whose middle frames are not. */
    struct other_effect middle;
    int disturbed_quads;       /* in which the process was pushed off its processor */
    double undisturbed_effect; /* ln; median of the other quads; HUGE_VAL without any */
    int frames_per_block;
    double seconds;
    bool is_over_budget;
    bool has_picture;
    struct picture_difference picture; /* of B to A */
    char error_map_file[160];
    struct tail tails[TAIL_COUNT];
    double replica_effects[REPLICAS]; /* ln; found again in processes of their own */
    int replica_count;
    char invalid[COMPARISON_REASON_MAX]; /* why it cannot be believed; empty: it can */

    struct judgement judgement; /* given by result_judge */
    double p_family;            /* Holm's p among all comparisons of the run */
};

void comparison_free(struct comparison *comparison);

/* Puts the effects of all quads in place of those in out. */
void comparison_effects(const struct comparison *comparison, struct effects *out);

/* Why the verdict is INVALID; empty when it is not. */
const char *comparison_reason(const struct comparison *comparison);

/* "scale-quality linear/nearest" */
void comparison_name(const struct comparison *comparison, struct text *out);

/* The verdict line without a line end: six fields apart by tabs, the verdict last. names_level: the level
 * stands beside the zoom, for a result of several; so does a camera that moves. */
void comparison_line(const struct comparison *comparison, double margin, bool names_level, struct text *out);

/* Only the words of the verdict: "DIFFERENT slower material". */
void comparison_verdict(const struct comparison *comparison, double margin, struct text *out);

#endif
